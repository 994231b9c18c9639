"""Templates read without rendering them: what they ask for, in all their branches."""

from drafter.rendering.static.reader import Reading, read_kind
from drafter.rendering.static.trees import Trees

__all__ = ["Reading", "Trees", "read_kind"]
