"""For those who write templates: a kind to start from, and a check of all that a folder holds."""
