"""Figures and days: what they are, what follows from them, and where they do not agree."""
