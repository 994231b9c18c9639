"""Sentences of prose that both sides changed: how they were written, found by their digests.

Where the two sides changed different places of a sentence, what was written is a mixture of both: at each
place where they differ it has the words of one of them. The digest tells which mixture it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import product

from drafter.merge.similarity import SAME_SENTENCE, similarity
from drafter.speech.digests import digests_in, sentences_by_digest

# 64 mixtures at most; two sides that differ in more places say different things.
_MOST_PLACES = 6
# Pairs of sentences that are mixed for one draft: those of ten paragraphs that both sides changed.
_MOST_PAIRS = 2_000


def recovered_sentences(
    unknown: Iterable[str], theirs: Mapping[str, str], ours: Mapping[str, str]
) -> dict[str, str]:
    """Return by its digest each sentence as it was written, as far as it can be found.

    ``unknown`` are the texts of the base, in which digests stand for sentences. ``theirs`` are the sentences
    of the document and ``ours`` those of the YAML, by their digests.
    """
    wanted = {digest for text in unknown for digest in digests_in(text)} - theirs.keys() - ours.keys()
    found: dict[str, str] = {}
    pairs = _pairs(theirs, ours) if wanted else iter(())
    for _number, (one, other) in zip(range(_MOST_PAIRS), pairs, strict=False):
        known = sentences_by_digest(_mixtures(one, other))
        found |= {digest: known[digest] for digest in wanted & known.keys()}
        wanted -= found.keys()
        if not wanted:
            break
    return found


def _pairs(theirs: Mapping[str, str], ours: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the sentences that only one side has, in pairs that are alike."""
    left = [text for digest, text in ours.items() if digest not in theirs]
    for digest, text in theirs.items():
        if digest not in ours:
            yield from ((text, other) for other in left if similarity(text, other) >= SAME_SENTENCE)


def _mixtures(one: str, other: str) -> Iterator[str]:
    """Yield the texts that at each place where two differ have the words of one of them."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    pieces = [
        (one[low:high],) if tag == "equal" else (one[low:high], other[first:last])
        for tag, low, high, first, last in matcher.get_opcodes()
    ]
    if sum(len(piece) > 1 for piece in pieces) <= _MOST_PLACES:
        yield from map("".join, product(*pieces))
