"""The guard: each figure, date, name, duty and promise of a text, held against the facts."""
