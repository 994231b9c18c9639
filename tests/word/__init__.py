"""The Word writer, part by part."""
