"""Which item of a list became which: points, figures, measures may have been added, dropped, moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import to_builtins

from drafter.models.parameters import Parameters
from drafter.models.paths import Step, path_to, steps_of

Leaves = Counter[tuple[str, str]]


class Renames:
    """Where the values of one set of parameters stand in another: paths, by what their lists hold."""

    def __init__(self, old: Parameters, new: Parameters) -> None:
        """Compare two sets of parameters; both have their prose abridged, or neither."""
        self._lists: dict[tuple[Step, ...], list[int | None]] = {}
        self._compare(to_builtins(old), to_builtins(new), ())

    def __call__(self, path: str) -> str | None:
        """Return the new path of what stood at ``path``, None where its item was dropped."""
        if self.is_empty:
            return path
        steps, renamed = steps_of(path), list(steps_of(path))
        for index, step in enumerate(steps):
            places = self._lists.get(steps[:index])
            if places is not None and isinstance(step, int) and step < len(places):
                place = places[step]
                if place is None:
                    return None
                renamed[index] = place
        return path_to(tuple(renamed))

    @property
    def is_empty(self) -> bool:
        """Whether every item stands where it stood."""
        return not self._lists

    def _compare(self, old: Any, new: Any, path: tuple[Step, ...]) -> None:
        if old == new:
            return
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            for key, value in old.items():
                self._compare(value, new.get(key), (*path, key))
        elif isinstance(old, Sequence) and not isinstance(old, str):
            items = new if isinstance(new, Sequence) and not isinstance(new, str) else ()
            places = match_items(old, items)
            if places != list(range(len(places))):
                self._lists[path] = places
            for index, place in enumerate(places):
                if place is not None:
                    self._compare(old[index], items[place], (*path, index))


def match_items(old: Sequence[Any], new: Sequence[Any]) -> list[int | None]:
    """Return where each item of ``old`` stands in ``new``.

    What is the same at the same place comes first, then what is most alike; where there are as many as
    before, then what is left.
    """
    places: list[int | None] = [
        index if index < len(new) and item == new[index] else None for index, item in enumerate(old)
    ]
    free = [index for index, place in enumerate(places) if place is None]
    taken = set(places)
    left = [index for index in range(len(new)) if index not in taken]
    before = {index: Counter(_leaves(old[index])) for index in free}
    after = {index: Counter(_leaves(new[index])) for index in left}
    scores = sorted((-_alike(before[i], after[j]), abs(i - j), i, j) for i in free for j in left)
    for score, _distance, i, j in scores:
        if score < 0 and places[i] is None and j in left:
            places[i] = j
            left.remove(j)
    if len(old) == len(new):
        # As many as before: what has nothing in common with any other took the place of what is gone.
        rest = iter(left)
        places = [next(rest) if place is None else place for place in places]
    return places


def _alike(one: Leaves, other: Leaves) -> float:
    """Return the share of equal values, of which long ones say more than 个 or 市."""
    equal = _weight(one & other)
    whole = max(_weight(one), _weight(other))
    return equal / whole if whole and equal > 1 else 0.0


def _weight(leaves: Leaves) -> int:
    return sum(count * len(value) for (_key, value), count in leaves.items())


def _leaves(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield the values in ``value`` with their keys; at which place of a list they stand does not count."""
    if isinstance(value, Mapping):
        for name, below in value.items():
            yield from _leaves(below, str(name))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for below in value:
            yield from _leaves(below, key)
    elif value is not None:
        yield key, str(value)
