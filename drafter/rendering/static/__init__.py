"""Templates read without rendering them: what they ask for, in all their branches."""

from drafter.rendering.static.reader import Reading, read_kind

__all__ = ["Reading", "read_kind"]
