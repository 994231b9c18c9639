"""Word documents: written, read, edited, and recognised again."""
