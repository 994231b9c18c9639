"""What a fact is about: the natures whose words its clause has."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

# A row of plain words, 夜班|夜里, needs no regular expression: its words are looked up by their first sign.
_PLAIN = re.compile(r"[^\\\[\](){}.*+?^$]+")
# What a regular expression matches is one word where it is no longer than this.
LONGEST_WORD = 6
# What is denied is not done: 不公布, 没拖欠. What is banned is told as a ban, and 没报的12户 are still to do.
_DENIED = re.compile(
    "(?:没(?![有收])|未)(?![^，；。]{0,9}的)[一-鿿]{1,2}|不(?![得准许能少低超多应])[一-鿿]{1,2}"
)
_NEGATOR = re.compile("[不没未无零]")
# A word in front of one of these only tells of which kind a place, a body or a paper is: 招聘会, 检验员.
_KIND_OF = re.compile(
    "会(?![议计])|员|点(?![名数对清到人一得头成评情])|站|中心|市场|专干|台账|司机|队|科|机?头(?!部|盔)|室|大厅|热线|系统|资金|报告"
    "|部(?=[的牵、，办主负]|$)|本(?=[写上里一，]|$)|班(?=[先开的]|$)|企业|公司|单位|组(?=[的牵、，办主负]|$)"
)
_AROUND = re.compile(r"\(\?<?![^()]*(?:\([^()]*\)[^()]*)*\)")


class Natures(Struct, frozen=True):
    """The natures of a table: words by their first sign, each with its nature, and regular expressions.

    The words of ``negative`` natures tell themselves what is not there: 没响.
    """

    words: dict[str, list[tuple[str, str]]]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    negative: frozenset[str] = frozenset()

    def of(self, clause: str, *, kinds: bool = True) -> frozenset[str]:
        """Return the natures that a clause has.

        A word inside a longer one is none of its own: no 误报 in 错误报告. A verb that is denied gives
        none either. Without ``kinds`` nor does a word that only tells of which kind something is: a 招聘会
        is no 招聘.
        """
        found = self._in(clause, kinds)
        affirmed = _DENIED.sub("　", clause)
        return found if affirmed == clause else found & (self._in(affirmed, kinds) | self.negative)

    def _in(self, clause: str, kinds: bool) -> frozenset[str]:
        found = {}
        for name, regex in self.patterns:
            spans = (match.span() for match in regex.finditer(clause))
            if matter := next((s for s in spans if kinds or not _KIND_OF.match(clause, s[1])), None):
                found[name] = matter
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
                *(
                    name
                    for start, end, name in words
                    if not any(a < start and end < b for a, b in longer)
                    and (kinds or not _KIND_OF.match(clause, end))
                ),
            }
        )


def natures_in(rows: Iterable[tuple[str, str]]) -> Natures:
    """Return the natures of rows of a name and a regular expression."""
    words: dict[str, list[tuple[str, str]]] = {}
    patterns: list[tuple[str, re.Pattern[str]]] = []
    negative = set()
    for name, regex in rows:
        if _NEGATOR.search(_AROUND.sub("", regex)):
            negative.add(name)
        if _PLAIN.fullmatch(regex):
            for word in filter(None, regex.split("|")):
                words.setdefault(word[0], []).append((word, name))
        else:
            patterns.append((name, re.compile(regex)))
    return Natures(words, tuple(patterns), frozenset(negative))
