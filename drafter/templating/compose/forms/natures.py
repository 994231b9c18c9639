"""What a fact is about: the natures whose words its clause has."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.cut.expressions import Expressions

# A row of plain words, 夜班|夜里, needs no regular expression: its words are looked up by their first sign.
_PLAIN = re.compile(r"[^\\\[\](){}.*+?^$]+")
# What a regular expression matches is one word where it is no longer than this.
LONGEST_WORD = 6
# What is denied is not done: 不公布, 没拖欠. What is banned is told as a ban, and 没报的12户 are still to do.
_DENIED = re.compile(
    "不再[一-鿿]{1,6}|(?:没(?![有收])|未)(?![^，；。]{0,9}的)[一-鿿]{1,2}|不(?![得准许能少低超多应])[一-鿿]{1,2}"
)
_NEGATOR = re.compile("[不没未无零]")
# A word in front of one of these only tells of which kind a place, a body or a paper is: 招聘会, 检验员.
_KIND_OF = re.compile(
    "会(?![议计])|员|点(?![名数对清到人一得头成评情])|站|中心|市场|专干|台账|司机|队|科|机?头(?!部|盔)|室|大厅|热线|系统|资金|报告"
    "|部(?=[的牵、，办主负]|$)|本(?=[写上里一，改丢]|$)|班(?=[先开的]|$)|企业|公司|单位|组(?=[的牵、，办主负请由]|$)"
    "|经费|费(?=[由收交单学]|$)|补贴|教室|栏|期(?=[满里内间])|通知|仪式|公告|信息|录音|杆|电费|冰箱|运输|用的"
    "|表(?=[贴挂填])|条(?=[发上])|证(?=[挂贴带])"
    # What is done before or after a deed is not the deed: 秋收后收回.
    "|(?<!好)(?<!完)(?:[以之]?后|前(?!后))(?![台面头勤景来往端提续])"
)
_AROUND = re.compile(r"\(\?<?![^()]*(?:\([^()]*\)[^()]*)*\)")


class Natures(Struct, frozen=True, eq=False):
    """The natures of a table: words by their first sign, each with its nature, and regular expressions.

    ``names`` are the natures of the expressions, in their order.
    The words of ``negative`` natures tell themselves what is not there: 没响.
    """

    words: dict[str, list[tuple[str, str]]]
    names: tuple[str, ...]
    expressions: Expressions
    negative: frozenset[str] = frozenset()

    def of(self, clause: str, *, kinds: bool = True) -> frozenset[str]:
        """Return the natures that a clause has.

        A word inside a longer one is none of its own: no 误报 in 错误报告. A verb that is denied gives
        none either. Without ``kinds`` nor does a word that only tells of which kind something is: a 招聘会
        is no 招聘.
        """
        return _natures_of(self, clause, kinds)

    def found_in(self, clause: str, kinds: bool) -> frozenset[str]:
        """Return the natures whose words stand in a clause, denied or not."""
        matches = self.expressions.found(clause, re.Pattern.search if kinds else _of_a_matter)
        found = {self.names[number]: match.span() for number, match in matches}
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


@lru_cache(maxsize=4096)
def _natures_of(natures: Natures, clause: str, kinds: bool) -> frozenset[str]:
    found = natures.found_in(clause, kinds)
    affirmed = _DENIED.sub("　", clause)
    return found if affirmed == clause else found & (natures.found_in(affirmed, kinds) | natures.negative)


def _of_a_matter(expression: re.Pattern[str], clause: str) -> re.Match[str] | None:
    """Return the first match that does not only tell of which kind a thing is."""
    return next((m for m in expression.finditer(clause) if not _KIND_OF.match(clause, m.end())), None)


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
