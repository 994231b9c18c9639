"""Many regular expressions for one text: only those are tried, and compiled, whose words the text has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from drafter.facts.patterns.words import words_needed

# How an expression is looked for: anywhere, at the front, or as the whole text.
Way = Callable[[re.Pattern[str], str], re.Match[str] | None]


class Expressions:
    """Rows of regular expressions, looked up by the words that a text must have for each to be found."""

    def __init__(self, rows: Sequence[str]) -> None:
        self._rows = rows
        self._compiled: list[re.Pattern[str] | None] = [None] * len(rows)
        self._always: list[int] = []
        self._by_front: dict[str, list[tuple[str, int]]] = {}
        for number, row in enumerate(rows):
            words = words_needed(row)
            if not words:
                self._always.append(number)
            for word in words:
                self._by_front.setdefault(word[:2], []).append((word, number))

    def found(self, text: str, how: Way = re.Pattern.search) -> Iterator[tuple[int, re.Match[str]]]:
        """Yield the number of each row that is found in ``text``, in order, with its first match."""
        tried = set(self._always)
        fronts = {*text, *map(str.__add__, text, text[1:])}
        for front in fronts & self._by_front.keys():
            tried.update(number for word, number in self._by_front[front] if word in text)
        for number in sorted(tried):
            if match := how(self._expression(number), text):
                yield number, match

    def _expression(self, number: int) -> re.Pattern[str]:
        known = self._compiled[number]
        if known is None:
            known = self._compiled[number] = re.compile(self._rows[number])
        return known
