"""What a fact is about: the natures whose words its clause has."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from drafter.facts.expressions import Expressions

# A row of plain words, 夜班|夜里, needs no regular expression: its words are looked up by their first sign.
_PLAIN = re.compile(r"[^\\\[\](){}.*+?^$]+")
# What a regular expression matches is one word where it is no longer than this.
LONGEST_WORD = 6
# What is denied is not done: 不公布, 没拖欠. What is banned is told as a ban, and 没报的12户 are still to do.
_DENIED = re.compile(
    "(?:没(?![有收])|未)(?![^，；。]{0,9}的)[一-鿿]{1,2}|不(?![得准许能少低超多应])[一-鿿]{1,2}"
)
_NEGATOR = re.compile("[不没未无零]")
_AROUND = re.compile(r"\(\?<?![^()]*(?:\([^()]*\)[^()]*)*\)")


class Natures(Struct, frozen=True):
    """The natures of a table: words by their first sign, each with its nature, and regular expressions.

    ``names`` are the natures of the expressions, in their order.
    The words of ``negative`` natures tell themselves what is not there: 没响.
    """

    words: dict[str, list[tuple[str, str]]]
    names: tuple[str, ...]
    expressions: Expressions
    negative: frozenset[str] = frozenset()

    def of(self, clause: str) -> frozenset[str]:
        """Return the natures that a clause has.

        A word inside a longer one is none of its own: no 误报 in 错误报告. A verb that is denied gives
        none either.
        """
        found = self._in(clause)
        affirmed = _DENIED.sub("　", clause)
        return found if affirmed == clause else found & (self._in(affirmed) | self.negative)

    def _in(self, clause: str) -> frozenset[str]:
        found = {self.names[number]: match.span() for number, match in self.expressions.found(clause)}
        longer = [(start, end) for start, end in found.values() if end - start <= LONGEST_WORD]
        words = [
            (place, place + len(word), name)
            for place, sign in enumerate(clause)
            for word, name in self.words.get(sign, ())
            if clause.startswith(word, place)
        ]
        longer += [(start, end) for start, end, _name in words]
        return frozenset(
            {
                *found,
                *(name for start, end, name in words if not any(a < start and end < b for a, b in longer)),
            }
        )


def natures_in(rows: Iterable[tuple[str, str]]) -> Natures:
    """Return the natures of rows of a name and a regular expression."""
    words: dict[str, list[tuple[str, str]]] = {}
    others: list[tuple[str, str]] = []
    negative = set()
    for name, regex in rows:
        if _NEGATOR.search(_AROUND.sub("", regex)):
            negative.add(name)
        if _PLAIN.fullmatch(regex):
            for word in filter(None, regex.split("|")):
                words.setdefault(word[0], []).append((word, name))
        else:
            others.append((name, regex))
    expressions = Expressions([regex for _name, regex in others])
    return Natures(words, tuple(name for name, _regex in others), expressions, frozenset(negative))
