"""Which facts belong together, and by which words."""
