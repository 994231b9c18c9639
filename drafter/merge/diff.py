"""What changed between two runs of tokens, as places in both texts."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from drafter.merge.paragraphs import Token

# The product of two lengths beyond which a comparison would take seconds: a page has 600 characters.
_MOST = 9_000_000
# As long as the key of a character is at most, with a mark for its style.
_CHARACTER = 2
# Fewer characters in common than this, between two changes, are chance.
_CHANCE = 3
# Of less than this nothing can be said but that it was written anew.
_KIN = 0.25


class Hunk(NamedTuple):
    """A change: what stood from ``start`` to ``end`` is what stands from ``new_start`` to ``new_end``."""

    start: int
    end: int
    new_start: int
    new_end: int


class Link(NamedTuple):
    """Tokens that both have, the first from ``start`` to ``end``, its fellow elsewhere."""

    start: int
    end: int
    new_start: int
    new_end: int
    is_value: bool


def meets(piece: Hunk | Link, start: int, end: int) -> bool:
    """Tell whether a change, or what stayed, lies in the text from ``start`` to ``end``, not beside it."""
    if piece.start == piece.end:
        return start < piece.start < end
    return piece.start < end and piece.end > start or piece.start < start == end < piece.end


def compare(old: Sequence[Token], new: Sequence[Token]) -> tuple[list[Hunk], list[Link]]:
    """Return the changes from ``old`` to ``new`` and what they have in common, both in order.

    Of far too long ones, all is one change.
    """
    keys, new_keys = [token.key for token in old], [token.key for token in new]
    if keys == new_keys:
        return [], [Link(*a[1:3], *b[1:3], _is_value(a)) for a, b in zip(old, new, strict=True)]
    if len(keys) * len(new_keys) > _MOST:
        return [Hunk(old[0].start, old[-1].end, new[0].start, new[-1].end)], []
    matcher = SequenceMatcher(None, keys, new_keys, autojunk=False)
    blocks = _kept(old, matcher.get_matching_blocks()[:-1], len(old), len(new))
    links = [
        Link(*old[i + step][1:3], *new[j + step][1:3], _is_value(old[i + step]))
        for i, j, size in blocks
        for step in range(size)
    ]
    return _gaps(blocks, old, new), links


def _is_value(token: Token) -> bool:
    return len(token.key) > _CHARACTER


def _kept(
    old: Sequence[Token], blocks: Sequence[tuple[int, int, int]], length: int, new_length: int
) -> list[tuple[int, int, int]]:
    """Leave out what is alike by chance: a few characters between changes on both sides."""
    common = sum(size for _i, _j, size in blocks)
    is_kin = common >= _KIN * max(length, new_length, 1)
    return [
        (i, j, size)
        for i, j, size in blocks
        if any(_is_value(token) for token in old[i : i + size])
        or (is_kin and (size >= _CHANCE or i == j == 0 or (i + size == length and j + size == new_length)))
    ]


def _gaps(blocks: Sequence[tuple[int, int, int]], old: Sequence[Token], new: Sequence[Token]) -> list[Hunk]:
    gaps = []
    i = j = 0
    for low, new_low, size in [*blocks, (len(old), len(new), 0)]:
        if i < low or j < new_low:
            gaps.append(Hunk(*_span(old, i, low), *_span(new, j, new_low)))
        i, j = low + size, new_low + size
    return gaps


def _span(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Return from where to where the tokens from ``first`` up to ``last`` go."""
    start = tokens[first].start if first < len(tokens) else (tokens[-1].end if tokens else 0)
    return start, tokens[last - 1].end if last > first else start
