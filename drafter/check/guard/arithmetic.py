"""What may be said because it follows from the facts, and the words that have to tell so.

A sentence says a sum with 共 and an average with 平均, and it speaks of the line that they follow from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations

from drafter.check.guard.figures import Figure
from drafter.check.guard.passages import pairs
from drafter.check.guard.rounding import says
from drafter.check.guard.source import Source
from drafter.check.guard.units import same_unit
from drafter.check.guard.worked import NO_COUNT, WorkedOut
from drafter.check.guard.worked_value import Worked
from drafter.facts import patterns as re

_LEFT = re.compile(
    "[剩余欠缺差没未少多增添减降升涨退净外另仅只最起晚早快慢超长短高低掉]|还有|还要|其中|[提挪]高|其[他它]|相比|之差|不在|[身前后]|空|扩|新|改|补|上年|去年|同期|原来|前年"
)
_MORE_LEFT = re.compile("其[余他它]|剩|余|还有|最多|之外|[另外]|没|未")
_TOTAL = re.compile(
    "[共合总计累齐加连两]|全部|一起|前年|去年|上年|同期|原来|达|有|家底|拢|上一?[次回期年月]|原先"
)
_EACH = re.compile("均|摊|对着|每[人个天日户处家月亩村所班次车公]|一[人天户处家亩](?!家)|一个(?:人|村|月)")
_TIMES = re.compile("每|各|一[共个年]|总|拿|能|要|照|合")
# 一百件里有将近7件 says 6.8%.
_OF_HUNDRED = re.compile("(?:一百|100)[一-鿿]{1,2}[里中]")
_SHARE = re.compile("[占率成分半%比的里]")
_GROWS = re.compile("增长|下降|同比|上升|提高|增幅|降幅|[比较](?:上|去)年|涨了|降了|多了|少了|翻")
_GROWN = re.compile(
    "增长|增幅|翻|(?:同比|环比|[比较][上去]年)[^，]{0,4}(?:增加|上升|下降|减少)|下降了?[^，0-9]{0,3}$"
)
_FROM = re.compile("[从自][^，。]{1,12}[算数起到至]|之间|中间|相隔|[又再]过")
_AHEAD = re.compile(
    r"还有|还剩|只剩|剩下|[离距]|天后|[周月]后|再过|只有|满打满算|算起?来|一共|时间|[头前]\d|整|倒计时|中间|来得及|天[里内]|下来|要在|得在|[在到按照是]\d|留给|(?:^|，)\d+天(?![的没])|从[^，。]{1,12}[算数起到至]"
)
_SOON = re.compile("还有|还剩|只剩|[离距]|再过|不到|不足|[周月]后")
_TODAY_TOO = re.compile("(?:含|算上|连|包括|加上)今天|今天(?:在内|也算|起)")
_DAYS = frozenset("天日")
_LONG = {"周": 7, "星期": 7, "个星期": 7, "个月": 30, "月": 30}
# How many things a speech or a sheet counts at most.
_MOST_THINGS = 24


class Arithmetic:
    """The values that follow from a source, by the words that may say them."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.worked = WorkedOut(source)

    def gives(self, figure: Figure, sentence: str, near: str, beside: Iterable[Figure] = ()) -> bool:
        """Return whether a figure in a sentence follows from the source.

        ``near`` are the words around it that tell what is spoken of, ``beside`` the other figures in them.
        """
        words, others = pairs(near), list(beside)
        return any(
            (same_unit(figure.unit, worked.unit) or not worked.unit)
            and says(figure, worked.value, is_exact=False)
            and self._is_of(worked, words, others)
            and (figure.is_written or _is_beside(worked, others))
            for worked in self._candidates(figure, sentence)
        ) or self._is_of_two_beside(figure, sentence, others)

    def _is_of_two_beside(self, figure: Figure, sentence: str, beside: Sequence[Figure]) -> bool:
        """Whether a figure is what two told figures beside it leave or make: 3.9万吨, 2.6万吨, 1.3万吨."""
        named = [one for one in beside if self._is_told(one)]
        if _TOTAL.search(sentence) and _is_product(figure, named):
            return True
        told = [one for one in named if one.unit == figure.unit != "%"]
        return any(
            (
                _LEFT.search(sentence) is not None
                and says(figure, abs(one.value - other.value), is_exact=False)
            )
            or (_TOTAL.search(sentence) is not None and says(figure, one.value + other.value, is_exact=False))
            for one, other in combinations(told, 2)
        )

    def _is_told(self, figure: Figure) -> bool:
        return any(f.value == figure.value and f.unit == figure.unit for f in self.source.figures)

    def _is_of(self, worked: Worked, words: frozenset[str], beside: Sequence[Figure]) -> bool:
        """Whether a sentence speaks of one of the lines that a value follows from."""
        if not worked.lines:
            return True
        common = [len(self.source.line_words[line] & words) for line in worked.lines]
        # Near any share there is another by chance: it needs a word of each line.
        if all(common) if worked.unit == "%" else any(common):
            return True
        told = (f for line, figures in self.worked.lines if line in worked.lines for f in figures)
        return any(given.value == each.value for given in told for each in beside if each.value > 1)

    def _candidates(self, figure: Figure, sentence: str) -> Iterator[Worked]:
        yield from self.worked.inferred
        unit = figure.unit
        if (unit in _DAYS and _AHEAD.search(sentence)) or (unit in _LONG and _SOON.search(sentence)):
            yield from self._of_days(unit, sentence)
            yield from self.worked.to_do
        if unit == "%":
            yield from self._of_shares(sentence)
        if unit != "%" or not _is_growth(figure, sentence):
            # What has grown by so much is no rest and no sum.
            yield from self._of_sums(sentence)
        if figure.value <= _MOST_THINGS:
            yield from self.worked.counts
        if _OF_HUNDRED.search(sentence):
            yield from (Worked(f.value, figure.unit) for f in self.source.figures if f.unit == "%")
            yield from (Worked(w.value, figure.unit, w.lines) for w in self.worked.shares)

    def _of_shares(self, sentence: str) -> Iterator[Worked]:
        if _GROWS.search(sentence) and "占" not in sentence:
            yield from (each for each in self.worked.shares if each.grows)
        elif _SHARE.search(sentence):
            yield from self.worked.shares

    def _of_sums(self, sentence: str) -> Iterator[Worked]:
        gates: tuple[tuple[re.Pattern[str], Callable[[], tuple[Worked, ...]]], ...] = (
            (_LEFT, lambda: self.worked.rests),
            (_MORE_LEFT, lambda: self.worked.rests_of_rests),
            (_TOTAL, lambda: self.worked.sums),
            (_EACH, lambda: self.worked.averages),
            (_TIMES, lambda: self.worked.products),
        )
        for words, values in gates:
            if words.search(sentence):
                yield from values()

    def _of_days(self, unit: str, sentence: str) -> Iterator[Worked]:
        each = Decimal(_LONG.get(unit, 1))
        spans = {abs(days) for days in self.worked.days}
        if _TODAY_TOO.search(sentence):
            spans |= {days + 1 for days in spans}
        if _FROM.search(sentence):
            spans |= {(b - a).days for a, b in combinations(self.worked.points, 2)}
        for days in spans:
            value = days / each
            yield Worked(value if each == 1 else value.quantize(Decimal(1)), unit)


def _is_beside(worked: Worked, beside: Iterable[Figure]) -> bool:
    """Whether one of the figures of a share stands beside it: 八成多 alone is the share of something."""
    return not worked.of or any(each.value in worked.of for each in beside)


def _is_product(figure: Figure, told: Sequence[Figure]) -> bool:
    """Whether a figure is so many for each of so many: 4台 at each of 5个考点."""
    return any(
        figure.value == one.value * other.value and figure.unit == one.unit != other.unit
        for one, other in permutations(told, 2)
        if other.unit not in NO_COUNT and one.value > 1 and other.value > 1
    )


def _is_growth(figure: Figure, sentence: str) -> bool:
    """Whether the clause says right in front of a figure that something grows or falls by it."""
    before = re.split("[，；。]", sentence[: max(sentence.find(figure.text), 0)])[-1]
    return _GROWN.search(before + figure.text) is not None
