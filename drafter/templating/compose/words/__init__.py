"""The words of a fact as one says them aloud, and what a task is called."""
