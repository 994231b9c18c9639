"""Told figures that say the contrary: more for less, so much a month for so much a year, 每亩 for 每吨."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.guard.claims import Claim
from drafter.check.guard.figures import Figure
from drafter.check.guard.passages import Marks, Passages
from drafter.check.guard.source import Source
from drafter.facts import patterns as re
from drafter.i18n import message

_UP = "增长|增加|增|多|提高|高|上升|上涨|升|涨"
_DOWN = "下降|减少|减|少|降低|降|低|下跌|跌"
# What turns a figure stands right in front of it: 少了118人, 同比下降6%.
_DIRECTION = re.compile(f"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))[了出到近约]?$")
# So much is told of one period or one thing: 一年31万元, 每天12人, 每吨补60元.
_EACH = re.compile(
    "(?:[每一]个?(?P<period>[年月天日周])|每(?P<thing>[吨亩斤户人名台辆套里米村组班期次车株头]))[^，。；0-9]{0,3}$"
)
# 不多于12人, 最高120万元: no change.
_LIMIT = re.compile("[不最至][^，。；]?$")
_LONGEST = 8


class Turned:
    """The told figures of a text whose front says the contrary of what it says in the source."""

    def __init__(self, passages: Passages, figures: Marks[Figure], source: Source) -> None:
        self.passages = passages
        self.figures = figures
        self.source = source

    def claims(self) -> Iterator[Claim]:
        """Yield the figures that are told as more where the facts have less, or of another period."""
        for figure in self.figures:
            given = [each for each in self.source.figures if _is_same(figure, each)]
            for front in (_direction, _each):
                own = front(_in_front(self.passages, figure))
                fronts = {front(_in_front(self.source.passages, each)) for each in given}
                # Where the facts tell it once in another way, the text may do so.
                if own and fronts and not fronts & {own, ""}:
                    yield self._claim(figure, given[0])
                    break

    def _claim(self, figure: Figure, given: Figure) -> Claim:
        said = _in_front(self.source.passages, given) + given.text
        own = _in_front(self.passages, figure) + figure.text
        start = figure.end - len(own)
        text = message("the facts say {given}, and not {figure}", given=said, figure=own)
        return Claim("contradicted-fact", start, figure.end, text, message("say {given}", given=said))


def _is_same(one: Figure, other: Figure) -> bool:
    return one.value > 1 and (one.value, one.unit, one.is_rank) == (other.value, other.unit, other.is_rank)


def _in_front(passages: Passages, figure: Figure) -> str:
    """Return the last signs of the clause in front of a figure."""
    clause = passages.clause_at(figure.start)
    return passages.text[max(clause.start, figure.start - _LONGEST) : figure.start]


def _direction(front: str) -> str:
    """Return whether words say that something grows or falls by what follows, "" where neither."""
    found = _DIRECTION.search(front)
    if found is None or _LIMIT.search(front[: found.start()]):
        return ""
    return "up" if found["up"] else "down"


def _each(front: str) -> str:
    """Return the period or the thing of which words tell what follows, "" where they name none."""
    found = _EACH.search(front)
    return (found["period"] or found["thing"]).replace("日", "天") if found else ""
