"""The document tree of a speech, and what can be told from it alone."""
