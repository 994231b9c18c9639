"""Where a word of the sheet stands in a text, told by what stands in front of it and behind it.

The word is looked for as it is: a regular expression of its own for each name would take far longer to
compile than to use, and push those that are always needed out of the memory that ``re`` has of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.facts import patterns as re

ANYTHING = re.compile("")


def places_of(
    word: str, text: str, behind: re.Pattern[str] = ANYTHING, front: re.Pattern[str] = ANYTHING
) -> Iterator[tuple[int, int]]:
    r"""Yield where ``word`` stands in ``text`` with what ``front`` and ``behind`` match next to it.

    ``front`` has to end in ``\Z``, which is where the word begins.
    """
    start = text.find(word)
    while start >= 0:
        ends, begins = behind.match(text, start + len(word)), front.search(text, 0, start)
        if ends and begins:
            yield (start if front is ANYTHING else begins.start()), ends.end()
        start = text.find(word, start + 1)


def stands(
    word: str, text: str, behind: re.Pattern[str] = ANYTHING, front: re.Pattern[str] = ANYTHING
) -> bool:
    """Return whether ``word`` stands in ``text`` with what ``front`` and ``behind`` match next to it."""
    return next(places_of(word, text, behind, front), None) is not None


def replaced(
    word: str,
    text: str,
    by: str,
    behind: re.Pattern[str] = ANYTHING,
    front: re.Pattern[str] = ANYTHING,
    *,
    most: int | None = None,
) -> str:
    """Return ``text`` with ``by`` in place of ``word`` and of what the two patterns match next to it.

    ``most`` is how often this is done at most.
    """
    kept: list[str] = []
    done = 0
    for start, end in places_of(word, text, behind, front):
        if start >= done and (most is None or len(kept) < most):
            kept.append(text[done:start])
            done = end
    return by.join((*kept, text[done:]))
