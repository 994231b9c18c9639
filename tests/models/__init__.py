"""What a clerk may write, field by field."""
