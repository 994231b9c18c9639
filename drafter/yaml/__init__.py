"""YAML text: read with the place of every value, and changed without touching the rest."""
