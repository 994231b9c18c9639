"""The kit for those who write templates."""
