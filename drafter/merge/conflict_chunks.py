"""The parts of a text that both sides changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.i18n.text import clause_around
from drafter.merge.diff import Hunk, TokenMatch, overlaps
from drafter.merge.text_match import TextMatch
from drafter.speech.digests import readable


class ConflictChunk(NamedTuple):
    """A part that both sides changed: where it stands in the base, in the document and in the new draft."""

    start: int
    end: int
    low: int
    high: int
    new_start: int
    new_end: int

    def contains(self, start: int, end: int) -> bool:
        """Return whether the base text from ``start`` to ``end`` lies in it."""
        return self.start <= start and end <= self.end


class Sides(NamedTuple):
    """Words that differ, shown with the rest of their clause: as written, in the document, in the YAML."""

    base: str
    theirs: str
    ours: str


def sides_of(match: TextMatch, chunk: ConflictChunk, ours: str) -> Sides:
    """Return the words in ``chunk`` as each side has them; ``ours`` are those of the YAML."""
    before, after = clause_around(match.text, chunk.start, chunk.end)
    base, theirs = match.text[chunk.start : chunk.end], match.current[chunk.low : chunk.high]
    return Sides(*(readable(f"{before}{side}{after}") for side in (base, theirs, ours)))


def conflict_chunks(
    match: TextMatch,
    hunks: Sequence[Hunk],
    token_matches: Sequence[TokenMatch],
    proses: Sequence[tuple[int, int]],
) -> Iterator[ConflictChunk]:
    """Yield the chunks where ``hunks``, the changes of the YAML, overlap edits of the document.

    ``proses`` are the places of prose in the base.
    """
    seen: set[tuple[int, int]] = set()
    for hunk in hunks:
        if match.locate(hunk.start, hunk.end) is None or _is_glued(match, hunk, proses):
            chunk = _grow(match, hunk, hunks, token_matches)
            if (chunk.start, chunk.end) not in seen:
                seen.add((chunk.start, chunk.end))
                yield chunk


def _is_glued(match: TextMatch, hunk: Hunk, proses: Sequence[tuple[int, int]]) -> bool:
    """Return whether somebody wrote right beside prose of which ``hunk`` changes all.

    What he wrote belongs to the words that go.
    """
    if (hunk.start, hunk.end) not in proses:
        return False
    return any(one.start == one.end and one.start in (hunk.start, hunk.end) for one in match.hunks)


def _grow(
    match: TextMatch, hunk: Hunk, hunks: Sequence[Hunk], token_matches: Sequence[TokenMatch]
) -> ConflictChunk:
    """Return the smallest chunk around ``hunk`` that cuts through no change and no value."""
    start, end = hunk.start, hunk.end
    values = (one for one in (*token_matches, *match.token_matches) if one.is_value)
    parts: list[Hunk | TokenMatch] = [*match.hunks, *hunks, *values]
    while True:
        met = [part for part in parts if overlaps(part, start, end)]
        low, high = min([start, *(one.start for one in met)]), max([end, *(one.end for one in met)])
        if (low, high) == (start, end):
            current = match.surroundings(start, end)[2:]
            return ConflictChunk(start, end, *current, *_in_new(hunks, token_matches, start, end))
        start, end = low, high


def _in_new(
    hunks: Sequence[Hunk], token_matches: Sequence[TokenMatch], start: int, end: int
) -> tuple[int, int]:
    """Return where the base text from ``start`` to ``end`` stands in the new draft."""
    parts: list[Hunk | TokenMatch] = [*hunks, *token_matches]
    inside = [one for one in parts if overlaps(one, start, end) or (one.start, one.end) == (start, end)]
    return min(part.new_start for part in inside), max(part.new_end for part in inside)
