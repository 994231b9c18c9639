"""The figures of a manuscript with their units, read once for all rules that reckon with them."""

from __future__ import annotations

from decimal import Decimal
from weakref import WeakKeyDictionary

from msgspec import Struct

from drafter.check.manuscript import Manuscript, Sentence
from drafter.facts import patterns as re
from drafter.facts.figures.quantities import find_quantities

# Units of time count no things.
_TIMES = frozenset(("年", "个月", "月", "日", "天", "小时", "分钟", "周", "届", "期", "批", "次"))
_DECIMALS = re.compile(r"\.([0-9]+)")
_CLAUSE = re.compile("[，。；：！？]")
# A sentence with more figures is a table; the rules look at each with all before it.
_MOST = 200


class Amount(Struct, frozen=True):
    """A figure of a sentence, from ``start`` to ``end`` of its line.

    ``value`` has its scale, 万 or 亿, in it; ``decimals`` is the number of digits behind the point, of
    ``value`` without its scale. ``before`` are the words of the clause in front of it.
    """

    sentence: Sentence
    start: int
    end: int
    value: Decimal
    unit: str
    decimals: int
    is_exact: bool
    text: str
    before: str


_known: WeakKeyDictionary[Manuscript, tuple[tuple[Amount, ...], ...]] = WeakKeyDictionary()


def amounts_of(manuscript: Manuscript) -> tuple[tuple[Amount, ...], ...]:
    """Return the figures of each sentence that has some, units of time left out."""
    if manuscript not in _known:
        found = map(_in_sentence, manuscript.sentences)
        _known[manuscript] = tuple(filter(None, found))
    return _known[manuscript]


def _in_sentence(sentence: Sentence) -> tuple[Amount, ...]:
    if not re.search("[0-9]", sentence.text):
        return ()
    found: list[Amount] = []
    behind = 0
    for one in find_quantities(sentence.text, [0], ())[:_MOST]:
        start, end = one.place.start, one.place.end
        if one.role == "rank" or one.unit in _TIMES or one.high is not None or not one.text[0:1]:
            behind = end
            continue
        clause = _CLAUSE.split(sentence.text[behind:start])[-1]
        found.append(
            Amount(
                sentence,
                sentence.start + start,
                sentence.start + end,
                one.amount,
                one.unit,
                len(decimals[1]) if (decimals := _DECIMALS.search(one.text)) else 0,
                one.bound == "exact",
                one.text,
                clause,
            )
        )
        behind = end
    return tuple(found)
