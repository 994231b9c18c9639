"""The clause of the facts that a clause of the text tells again, by the words that they share."""

from __future__ import annotations

from drafter.check.guard.passages import Passages, Span, pairs
from drafter.check.guard.source import Source

# A clause tells another one again if it has so much of its words, and at least so many pairs of signs.
ENOUGH, FEWEST = 0.4, 2


def nearest(source: Source, words: frozenset[str]) -> tuple[Span, float] | None:
    """Return the clause of the source that shares most with ``words``, with its share; None without any."""
    best: tuple[Span, float] | None = None
    most = 0.0
    for span, own in source.clauses:
        common = len(own & words)
        if common < FEWEST or not own:
            continue
        share = common / min(len(own), max(len(words), 1))
        weight = share + common / 20
        if weight > most:
            most, best = weight, (span, share)
    return best


def told_again(source: Source, passages: Passages, position: int) -> Span | None:
    """Return the clause of the source that the clause at ``position`` tells again; None without any."""
    found = nearest(source, pairs(passages.words(passages.clause_at(position))))
    return found[0] if found and found[1] >= ENOUGH else None
