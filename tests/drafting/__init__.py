"""From parameters and templates to a speech."""
