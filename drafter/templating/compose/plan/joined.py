"""Sets of units that belong together."""

from __future__ import annotations


class Joined:
    """The units, by their places, in sets of those that belong together."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, index: int) -> int:
        """Return the place that stands for the set of a unit."""
        while self._parent[index] != index:
            index = self._parent[index]
        return index

    def join(self, one: int, other: int) -> None:
        """Put the sets of two units together."""
        self._parent[self.root(one)] = self.root(other)
