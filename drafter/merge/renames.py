"""The paths of values in other parameters, where items of lists were added, dropped or moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import to_builtins

from drafter.merge.similarity import CHANCE_VALUE, best_pairs
from drafter.models.parameters import Parameters
from drafter.models.paths import Step, path_to, steps_of


class Renames:
    """Maps the paths of values in old parameters to those in new ones, where list items moved."""

    def __init__(self, old: Parameters, new: Parameters) -> None:
        """Compare two sets of parameters; the prose of both is abridged, or of neither."""
        self._lists: dict[tuple[Step, ...], list[int | None]] = {}
        self._compare(to_builtins(old), to_builtins(new), ())

    def __call__(self, path: str) -> str | None:
        """Return the new path of the value at ``path``, None where its item was dropped."""
        if not self._lists:
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
    """Return the index in ``new`` of each list item of ``old``, None for one that was dropped.

    Equal items at the same index are matched first, then the most similar; where both lists are equally
    long, what is left is matched in order.
    """
    places: list[int | None] = [
        index if index < len(new) and item == new[index] else None for index, item in enumerate(old)
    ]
    taken = set(places)
    before = {index: Counter(_leaves(old[index])) for index, place in enumerate(places) if place is None}
    after = {index: Counter(_leaves(new[index])) for index in range(len(new)) if index not in taken}
    scores = ((_shared_values(before[i], after[j]), i, j) for i in before for j in after)
    pairs = best_pairs(score for score in scores if score[0] > 0)
    places = [pairs.get(index) if place is None else place for index, place in enumerate(places)]
    if len(old) == len(new):
        # An item that shares nothing with any other took the place of one that is gone.
        used = set(places)
        rest = iter([index for index in range(len(new)) if index not in used])
        places = [next(rest) if place is None else place for place in places]
    return places


_Leaves = Counter[tuple[str, str]]


def _shared_values(one: _Leaves, other: _Leaves) -> float:
    """Return the share of equal values, each weighted by its length."""
    equal = _weight(one & other)
    whole = max(_weight(one), _weight(other))
    return equal / whole if whole and equal > CHANCE_VALUE else 0.0


def _weight(leaves: _Leaves) -> int:
    return sum(count * len(value) for (_key, value), count in leaves.items())


def _leaves(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield the values in ``value`` with their keys, whatever their index in a list."""
    if isinstance(value, Mapping):
        for name, below in value.items():
            yield from _leaves(below, str(name))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for below in value:
            yield from _leaves(below, key)
    elif value is not None:
        yield key, str(value)
