"""A speech as text, Markdown and HTML."""
