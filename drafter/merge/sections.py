"""Which section of one draft is which of another: by headings and what they say, not by their places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from drafter.merge.comparison import Section
from drafter.merge.similarity import similarity

# What two headings, or the texts under them, must have in common.
_LEAST = 0.35
# The same, where the texts under the headings speak of different things.
_LEAST_ALONE = 0.5
_STRANGE = 0.2
# What it is worth to stand under the same heading, and there in the same place.
_SAME_PARENT = 0.1
_SAME_PLACE = 0.1
_SAME_ROLE = 0.5


def pair_sections(old: Sequence[Section], new: Sequence[Section]) -> dict[int, int]:
    """Return the places in ``new`` of the sections of ``old`` by theirs; what is gone is not there."""
    pairs: dict[int, int] = {}
    for level in range(max((section.level for section in (*old, *new)), default=0) + 1):
        _pair_level(old, new, level, pairs)
    # What is left may have risen or sunk.
    _pair_level(old, new, None, pairs)
    return pairs


def find_moved(old: Sequence[Section], new: Sequence[Section], pairs: dict[int, int]) -> list[int]:
    """Return the places in ``old`` of headings that stand elsewhere in ``new``: under another heading, or in
    another order among those that both have there."""
    moved = [i for i, j in pairs.items() if old[i].level and _has_other_parent(old[i], new[j], pairs)]
    groups: dict[int, list[int]] = {}
    for i in sorted(pairs):
        if old[i].level and i not in moved:
            groups.setdefault(old[i].above, []).append(i)
    for group in groups.values():
        kept = _in_order([pairs[i] for i in group])
        moved += [i for i in group if pairs[i] not in kept]
    return sorted(moved)


def _pair_level(
    old: Sequence[Section], new: Sequence[Section], level: int | None, pairs: dict[int, int]
) -> None:
    taken = set(pairs.values())
    left = [i for i in range(len(old)) if i not in pairs and level in (None, old[i].level)]
    free = [j for j in range(len(new)) if j not in taken and level in (None, new[j].level)]
    scores = sorted(
        (-score, abs(i - j), i, j)
        for i in left
        for j in free
        if (score := _score(old[i], new[j], pairs)) >= _LEAST
    )
    for *_rank, i, j in scores:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)


def _score(one: Section, other: Section, pairs: dict[int, int]) -> float:
    if not (one.level and other.level):
        return float(one.role == other.role and one.level == other.level)
    heading, text = similarity(one.title, other.title), similarity(one.body, other.body)
    is_strange = bool(one.body and other.body) and text < _STRANGE
    score = heading if is_strange else max(heading, text)
    if one.level == other.level == 1:
        score += _SAME_ROLE if one.role and one.role == other.role else 0.0
    elif is_strange:
        return score if score >= _LEAST_ALONE else 0.0
    if one.above >= 0 and pairs.get(one.above) == other.above:
        score += _SAME_PARENT + (_SAME_PLACE if one.place == other.place else 0.0)
    return score


def _has_other_parent(one: Section, other: Section, pairs: dict[int, int]) -> bool:
    """Tell whether two stand under different headings, as far as both stand under one."""
    return one.above >= 0 and other.above >= 0 and pairs.get(one.above) != other.above


def _in_order(places: Sequence[int]) -> set[int]:
    """Return the most of ``places`` that stand in rising order (patience sorting)."""
    tops: list[int] = []
    before: dict[int, int] = {}
    for place in places:
        pile = bisect_left(tops, place)
        if pile:
            before[place] = tops[pile - 1]
        tops[pile:] = [place, *tops[pile + 1 :]]
    return set(_chain(tops[-1] if tops else None, before))


def _chain(place: int | None, before: dict[int, int]) -> Iterator[int]:
    while place is not None:
        yield place
        place = before.get(place)
