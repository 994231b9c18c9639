"""YAML files, good and bad."""
