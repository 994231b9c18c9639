"""Which passage of one draft is which of another: added and dropped ones are told from changed ones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from drafter.merge.paragraphs import DraftParagraph
from drafter.models.paths import is_heading
from drafter.speech.blocks import BlockKind

# Of these a paper has one, whatever it says.
_SINGLE = frozenset((BlockKind.TITLE, BlockKind.DATE, BlockKind.SALUTATION, BlockKind.OUTLINE_TITLE))

Pair = tuple[DraftParagraph | None, DraftParagraph | None]

# Less than this in common, and two passages are not the same one.
_LEAST = 0.3
# As much, and they are one, though at another place.
_MOVED = 0.6


class _Traits(NamedTuple):
    """By what a passage is compared."""

    slot: tuple[object, ...]
    text: str
    keys: frozenset[str]


def pair_passages(old: Sequence[DraftParagraph], new: Sequence[DraftParagraph]) -> list[Pair]:
    """Return the pairs of two drafts in the order of ``new``; one that has no counterpart is alone.

    What was dropped stands behind what stood before it.
    """
    if len(old) == len(new) and all(map(_is_same, old, new)):
        return list(zip(old, new, strict=True))
    matches = _matches(old, new)
    pairs: list[Pair] = []
    for (i, j), (next_i, next_j) in pairwise([(-1, -1), *matches, (len(old), len(new))]):
        if i >= 0:
            pairs.append((old[i], new[j]))
        pairs += _between(old[i + 1 : next_i], new[j + 1 : next_j])
    return pairs


def find_moved(pairs: Sequence[Pair]) -> list[tuple[DraftParagraph, DraftParagraph]]:
    """Return the passages that are one at two places: what was written, what it is in the new draft."""
    left = [now for old, now in pairs if old is None and now is not None]
    found = []
    for old, now in pairs:
        if old is None or now is not None:
            continue
        fellow = max(left, key=partial(_likeness, old), default=None)
        if fellow is not None and _likeness(old, fellow) >= _MOVED:
            found.append((old, fellow))
            left = [one for one in left if one is not fellow]
    return found


def pair_moved(
    pairs: Sequence[Pair], found: Sequence[tuple[DraftParagraph, DraftParagraph]]
) -> tuple[list[Pair], list[DraftParagraph]]:
    """Return ``pairs``, with those made pairs that were ``found`` at two places.

    They stand where the old one stood; what they are in the new draft comes second.
    """
    moved = {id(old): fellow for old, fellow in found}
    taken = {id(now) for now in moved.values()}
    resolved = [(old, moved.get(id(old), now)) for old, now in pairs]
    kept = [(old, now) for old, now in resolved if old is not None or id(now) not in taken]
    return kept, list(moved.values())


def _likeness(one: DraftParagraph, other: DraftParagraph) -> float:
    if (one.block.kind, one.block.level) != (other.block.kind, other.block.level):
        return 0.0
    return 1.0 if one.keys and one.keys == other.keys else similarity(one.text, other.text)


def similarity(one: str, other: str) -> float:
    """Return how much two texts have in common, from 0 to 1: the share of pairs of characters."""
    if one == other:
        return 1.0
    pairs, others = _pairs_in(one), _pairs_in(other)
    whole = len(pairs) + len(others)
    return 2 * len(pairs & others) / whole if whole else 0.0


# Each passage of a draft is compared with each of another.
@lru_cache(maxsize=512)
def _pairs_in(text: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(text)))


def _is_same(one: DraftParagraph, other: DraftParagraph) -> bool:
    return _slot(one) == _slot(other) and one.keys == other.keys


def _slot(passage: DraftParagraph) -> tuple[object, ...]:
    block = passage.block
    # The role of a part may go by its order alone: a part put in before it makes it another.
    section = block.section if block.section in ("", "opening", "closing") else "part"
    return block.kind, block.level, section


def _matches(old: Sequence[DraftParagraph], new: Sequence[DraftParagraph]) -> list[tuple[int, int]]:
    """Return the pairs of places that have most in common, in order: the best of all alignments."""
    traits = [_Traits(_slot(one), one.text, frozenset(one.keys)) for one in old]
    others = [_Traits(_slot(other), other.text, frozenset(other.keys)) for other in new]
    scores = [[_score(one, other) for other in others] for one in traits]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        row, below, score = best[i], best[i + 1], scores[i]
        for j in range(len(new) - 1, -1, -1):
            together = score[j] + below[j + 1] if score[j] else 0.0
            row[j] = max(below[j], row[j + 1], together)
    return _path(scores, best)


def _path(scores: list[list[float]], best: list[list[float]]) -> list[tuple[int, int]]:
    i = j = 0
    matches = []
    while i < len(scores) and j < len(best[0]) - 1:
        if scores[i][j] and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            matches.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return matches


def _score(one: _Traits, other: _Traits) -> float:
    if one.slot != other.slot:
        return 0.0
    alike = similarity(one.text, other.text)
    common = one.keys & other.keys
    shared = len(common) / max(len(one.keys | other.keys), 1)
    score = max(alike, (alike + 2 * shared) / 3 if shared else alike)
    if any(is_heading(key) for key in common):
        # What opens with the same heading is the same, however its text is divided.
        return 1 + score
    if score < _LEAST:
        return _LEAST if one.slot[0] in _SINGLE else 0.0
    return score


def _between(old: Sequence[DraftParagraph], new: Sequence[DraftParagraph]) -> list[Pair]:
    """Pair what is left between two matches, where nothing says that it is something else."""
    if len(old) == len(new) and all(map(_may_be, old, new)):
        return list(zip(old, new, strict=True))
    return [*((one, None) for one in old), *((None, other) for other in new)]


def _may_be(one: DraftParagraph, other: DraftParagraph) -> bool:
    return _slot(one) == _slot(other) and not (one.keys and other.keys)
