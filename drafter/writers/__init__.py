"""From a speech to files: one module a format, and what writes them to disk."""
