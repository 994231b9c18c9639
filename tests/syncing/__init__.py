"""A document that a person edited, and its YAML."""
