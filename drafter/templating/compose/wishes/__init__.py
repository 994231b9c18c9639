"""Wishes carried out: what is said, to whom, what is left unsaid, and whether it is met."""
