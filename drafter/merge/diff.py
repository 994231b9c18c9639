"""The differences between two token sequences, as positions in both texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from drafter.i18n.text import END_MARKS
from drafter.merge.paragraphs import Token, prose_in, tokens_of
from drafter.merge.similarity import CHANCE_CHARACTERS, MOST_CHARACTER_PAIRS, REWRITTEN_TEXT
from drafter.speech.spans import TextSpan, text_of

# The key of a character has at most this length, with the mark of its style.
_CHARACTER_KEY = 2


class Hunk(NamedTuple):
    """A change: the text from ``start`` to ``end`` became that from ``new_start`` to ``new_end``."""

    start: int
    end: int
    new_start: int
    new_end: int


class TokenMatch(NamedTuple):
    """A token that both texts have, and where it stands in each."""

    start: int
    end: int
    new_start: int
    new_end: int
    is_value: bool


def overlaps(part: Hunk | TokenMatch, start: int, end: int) -> bool:
    """Return whether ``part`` overlaps the old text from ``start`` to ``end``; to touch it is not enough."""
    if part.start == part.end:
        return start < part.start < end
    return part.start < end and part.end > start or part.start < start == end < part.end


def diff(old: Sequence[Token], new: Sequence[Token]) -> tuple[list[Hunk], list[TokenMatch]]:
    """Return the changes from ``old`` to ``new`` and the tokens that both have, each in order.

    Where the texts are too long to be compared, everything is one change.
    """
    keys, new_keys = [token.key for token in old], [token.key for token in new]
    if keys == new_keys:
        return [], [TokenMatch(*a[1:3], *b[1:3], _is_value(a)) for a, b in zip(old, new, strict=True)]
    if len(keys) * len(new_keys) > MOST_CHARACTER_PAIRS:
        return [Hunk(old[0].start, old[-1].end, new[0].start, new[-1].end)], []
    matcher = SequenceMatcher(None, keys, new_keys, autojunk=False)
    blocks = _without_chance(old, matcher.get_matching_blocks()[:-1], len(old), len(new))
    blocks = _at_sentence_ends(blocks, keys, new_keys)
    matches = [
        TokenMatch(*old[i + step][1:3], *new[j + step][1:3], _is_value(old[i + step]))
        for i, j, size in blocks
        for step in range(size)
    ]
    return _hunks(blocks, old, new), matches


def diff_drafts(old: Sequence[TextSpan], new: Sequence[TextSpan]) -> tuple[list[Hunk], list[TokenMatch]]:
    """Return the changes between two drafts of a paragraph, and what both have.

    Prose of one path is compared with itself, so that no change goes over its ends; other prose is taken
    or left whole.
    """
    whole = {path for path, _low, _high in prose_in(old)} ^ {path for path, _low, _high in prose_in(new)}
    tokens = tokens_of(old, whole=whole, by_style=True)
    new_tokens = tokens_of(new, whole=whole, by_style=True)
    hunks: list[Hunk] = []
    matches: list[TokenMatch] = []
    for start, end, new_start, new_end in _segments(old, new):
        part = [token for token in tokens if start <= token.start < end]
        new_part = [token for token in new_tokens if new_start <= token.start < new_end]
        if part and new_part:
            found, same = diff(part, new_part)
            hunks, matches = [*hunks, *found], [*matches, *same]
        elif part or new_part:
            hunks.append(Hunk(start, end, new_start, new_end))
    return hunks, matches


def _segments(old: Sequence[TextSpan], new: Sequence[TextSpan]) -> Iterator[Hunk]:
    """Yield the texts between and within the prose that both drafts have."""
    prose, start, new_start = list(prose_in(old)), 0, 0
    for path, low, high in prose_in(new):
        found = next((one for one in prose if one[0] == path and one[1] >= start), None)
        if found is not None:
            yield Hunk(start, found[1], new_start, low)
            yield Hunk(found[1], found[2], low, high)
            start, new_start = found[2], high
    yield Hunk(start, len(text_of(list(old))), new_start, len(text_of(list(new))))


def _is_value(token: Token) -> bool:
    return len(token.key) > _CHARACTER_KEY


def _without_chance(
    old: Sequence[Token], blocks: Sequence[tuple[int, int, int]], length: int, new_length: int
) -> list[tuple[int, int, int]]:
    """Return the matching ``blocks`` without those that are equal by chance.

    Blocks with a value stay. Short ones stay only at the start or the end of both texts.
    """
    common = sum(size for _i, _j, size in blocks)
    is_related = common >= REWRITTEN_TEXT * max(length, new_length, 1)
    return [
        (i, j, size)
        for i, j, size in blocks
        if any(_is_value(token) for token in old[i : i + size])
        or (
            is_related
            and (size >= CHANCE_CHARACTERS or i == j == 0 or (i + size == length and j + size == new_length))
        )
    ]


def _at_sentence_ends(
    blocks: Sequence[tuple[int, int, int]], old: Sequence[str], new: Sequence[str]
) -> list[tuple[int, int, int]]:
    """Return ``blocks`` where a sentence that only one text has begins behind the mark of the one before.

    Of 甲。乙。丙。 beside 甲。丙。 it is 乙。 that is new, not 。乙 before the mark.
    """
    moved: list[tuple[int, int, int]] = []
    for i, j, size in blocks:
        if moved and size:
            low, new_low, before = moved[-1]
            end, new_end = low + before, new_low + before
            is_pure = (end == i) != (new_end == j)
            if is_pure and old[end] == new[new_end] and old[end][:1] in tuple(END_MARKS):
                moved[-1] = (low, new_low, before + 1)
                i, j, size = i + 1, j + 1, size - 1
        if size:
            moved.append((i, j, size))
    return moved


def _hunks(blocks: Sequence[tuple[int, int, int]], old: Sequence[Token], new: Sequence[Token]) -> list[Hunk]:
    hunks = []
    i = j = 0
    for low, new_low, size in [*blocks, (len(old), len(new), 0)]:
        if i < low or j < new_low:
            hunks.append(Hunk(*_extent(old, i, low), *_extent(new, j, new_low)))
        i, j = low + size, new_low + size
    return hunks


def _extent(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Return the start and the end of the text of ``tokens[first:last]``."""
    start = tokens[first].start if first < len(tokens) else (tokens[-1].end if tokens else 0)
    return start, tokens[last - 1].end if last > first else start
