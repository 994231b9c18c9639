"""A speech as a new Word document."""
