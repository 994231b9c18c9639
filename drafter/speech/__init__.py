"""The document tree of a speech, and what follows from it alone: blocks, outline, summary."""
