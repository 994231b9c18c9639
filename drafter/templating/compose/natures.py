"""What a fact is about: the natures whose words its clause has."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

# A row of plain words, 夜班|夜里, needs no regular expression: its words are looked up by their first sign.
_PLAIN = re.compile(r"[^\\\[\](){}.*+?^$]+")


class Natures(Struct, frozen=True):
    """The natures of a table: words by their first sign, each with its nature, and regular expressions."""

    words: dict[str, list[tuple[str, str]]]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]

    def of(self, clause: str) -> frozenset[str]:
        """Return the natures that a clause has."""
        found = {
            name
            for place, sign in enumerate(clause)
            for word, name in self.words.get(sign, ())
            if clause.startswith(word, place)
        }
        found.update(name for name, regex in self.patterns if regex.search(clause))
        return frozenset(found)


def natures_in(rows: Iterable[tuple[str, str]]) -> Natures:
    """Return the natures of rows of a name and a regular expression."""
    words: dict[str, list[tuple[str, str]]] = {}
    patterns: list[tuple[str, re.Pattern[str]]] = []
    for name, regex in rows:
        if _PLAIN.fullmatch(regex):
            for word in filter(None, regex.split("|")):
                words.setdefault(word[0], []).append((word, name))
        else:
            patterns.append((name, re.compile(regex)))
    return Natures(words, tuple(patterns))
