"""Parameters become a speech: templates, markup, and the check of both."""
