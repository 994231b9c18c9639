"""Prose that both sides changed, merged by its words."""

from __future__ import annotations

from collections.abc import Callable

from drafter.merge.conflict_chunks import Sides, conflict_chunks, sides_of
from drafter.merge.diff import diff
from drafter.merge.paragraphs import spell
from drafter.merge.text_match import TextMatch

# Says of words at odds whether the YAML's stand.
Settle = Callable[[Sides], bool]


def merge_prose(base: str, theirs: str, ours: str, takes_ours: Settle) -> str:
    """Return ``theirs``, the prose of a document, with what ``ours``, that of the YAML, has changed since.

    ``takes_ours`` decides where both changed the same words.
    """
    old, new = spell(base, 0), spell(ours, 0)
    match = TextMatch(base, theirs, *diff(old, spell(theirs, 0)))
    hunks, same = diff(old, new)
    chunks = list(conflict_chunks(match, hunks, same, [(0, len(base))]))
    changes = []
    for hunk in hunks:
        place = match.locate(hunk.start, hunk.end)
        if place is not None and not any(chunk.contains(hunk.start, hunk.end) for chunk in chunks):
            changes.append((*place, ours[hunk.new_start : hunk.new_end]))
    for chunk in chunks:
        words = ours[chunk.new_start : chunk.new_end]
        if words != theirs[chunk.low : chunk.high] and takes_ours(sides_of(match, chunk, words)):
            changes.append((chunk.low, chunk.high, words))
    for start, end, words in sorted(changes, reverse=True):
        theirs = theirs[:start] + words + theirs[end:]
    return theirs
