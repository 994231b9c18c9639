"""YAML → Parameters."""
