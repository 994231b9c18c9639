"""Static checks of templates: what they use in all their branches, and what is wrong, without rendering."""
