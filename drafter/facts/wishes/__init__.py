"""What the leader wants of the text, and what is said to the writer alone."""
