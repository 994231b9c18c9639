"""Changes of an existing Word document."""
