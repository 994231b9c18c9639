"""What may be said because it follows from the facts: rests, sums, shares, averages, days.

Figures of one line go together; what is left of one may go with figures of its unit anywhere. Words of the
sentence have to tell what is worked out: no sum without 共, no average without 平均.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from msgspec import Struct

from drafter.check.guard.figures import Figure, same_unit
from drafter.check.guard.rounding import says
from drafter.check.guard.source import Source
from drafter.facts.sheet import When

_LEFT = re.compile(
    "[剩余欠缺差没未少多增添减降升涨退净外另仅只最起]|还有|还要|其中|[提挪]高|其[他它]|相比|之差|不在|[身前后]|空|扩|新|改|补|上年|去年|同期|原来|前年"
)
_TOTAL = re.compile("[共合总计累齐加连两]|全部|一起|前年|去年|上年|同期|原来|达|有|家底|拢")
_MORE_LEFT = re.compile("其[余他它]|剩|余|还有|最多|之外|[另外]|没|未")
_EACH = re.compile("均|摊|对着|每[人个天日户处家月亩村所班次车公]|一[人天户处家亩](?!家)|一个(?:人|村|月)")
_TIMES = re.compile("每|各|一[共个年]|总|拿|能|要|照|合")
_SHARE = re.compile("[占率成分半%比的里]")
_FROM = re.compile("从|自|之间|中间|相隔|[又再]过|后")
_TODAY_TOO = re.compile("(?:含|算上|连|包括|加上)今天|今天(?:在内|也算|起)")
_DAYS = frozenset("天日")
_LONG = {"周": 7, "星期": 7, "个星期": 7, "个月": 30, "月": 30}
# Averages and rests are of what is counted.
_NO_COUNT = frozenset("% 元 天 日 个百分点 年 小时 分钟 ℃".split())


class Worked(Struct, frozen=True):
    """A value that was worked out, with its unit."""

    value: Decimal
    unit: str


class Arithmetic:
    """The values that follow from a source, by the words that may say them."""

    def __init__(self, source: Source) -> None:
        self.source = source
        lines: dict[int, list[Figure]] = {}
        for figure in source.figures:
            if not figure.is_rank:
                lines.setdefault(source.passages.place(figure.start)[0], []).append(figure)
        self.lines = tuple(lines.values())

    def gives(self, figure: Figure, sentence: str) -> bool:
        """Return whether a figure in a sentence follows from the source."""
        return any(
            same_unit(figure.unit, worked.unit) and says(figure, worked.value, is_exact=False)
            for worked in self._candidates(figure, sentence)
        )

    def _candidates(self, figure: Figure, sentence: str) -> Iterator[Worked]:
        yield from self._inferred
        unit = figure.unit
        if unit in _DAYS or unit in _LONG:
            yield from self._of_days(unit, sentence)
        if unit == "%" and _SHARE.search(sentence):
            yield from self._shares
        if _LEFT.search(sentence):
            yield from self._rests
        if _MORE_LEFT.search(sentence):
            yield from self._rests_of_rests
        if _TOTAL.search(sentence):
            yield from self._sums
        if _EACH.search(sentence):
            yield from self._averages
        if _TIMES.search(sentence):
            yield from self._products
        if figure.value <= 24:
            yield from self._counts

    @cached_property
    def _inferred(self) -> tuple[Worked, ...]:
        return tuple(_plain(each.value, each.unit) for each in self.source.inferences if each.kind != "days")

    @cached_property
    def _rests(self) -> tuple[Worked, ...]:
        """What is left when one figure is taken from another of its line; how much is lacking to all."""
        found = [
            Worked(abs(one.value - other.value), one.unit or other.unit)
            for line in self.lines
            for one, other in combinations(line, 2)
            if same_unit(one.unit, other.unit)
        ]
        for figure in self.source.figures:
            if figure.unit == "%" and figure.value < 100:
                found += [Worked(100 - figure.value, unit) for unit in ("%", "个百分点")]
        points = [one for one in self._inferred if one.unit == "%"]
        found += [Worked(100 - one.value, unit) for one in points for unit in ("%", "个百分点")]
        # What is left of a list of three or more: 一共12家，其中3家、4家.
        found += [
            Worked(line[0].value - sum(each.value for each in line[1:]), line[0].unit)
            for line in self.lines
            if len(line) > 2 and len({each.unit for each in line}) == 1
        ]
        # A rank has others in front of it and behind it.
        for rank in (figure for figure in self.source.figures if figure.is_rank):
            found += [Worked(rank.value - 1, "个"), Worked(rank.value - 1, "位")]
        return tuple(found)

    @cached_property
    def _rests_of_rests(self) -> tuple[Worked, ...]:
        rests = [one for one in self._inferred if one.unit not in _NO_COUNT] + [
            one for one in self._differences
        ]
        return tuple(
            Worked(rest.value - figure.value, rest.unit)
            for rest in dict.fromkeys(rests)
            for figure in self.source.figures
            if 0 < figure.value < rest.value and rest.unit == figure.unit
        )

    @cached_property
    def _differences(self) -> tuple[Worked, ...]:
        """What is left of a whole of a line after the figure behind it."""
        return tuple(
            Worked(line[index].value - line[index + 1].value, line[index].unit)
            for line in self.lines
            for index in range(len(line) - 1)
            if line[index].unit == line[index + 1].unit and line[index].value > line[index + 1].value
        )

    @cached_property
    def _sums(self) -> tuple[Worked, ...]:
        found = [Worked(one.value + other.value, one.unit) for one, other in self._pairs()]
        for line in self.lines:
            for start in range(len(line) - 2):
                run = line[start]
                total = run.value
                for figure in line[start + 1 :]:
                    if figure.unit != run.unit:
                        break
                    total += figure.value
                    found.append(Worked(total, run.unit))
            mixed = [each for each in line if each.unit not in _NO_COUNT]
            found += [Worked(a.value + b.value, "个") for a, b in zip(mixed, mixed[1:], strict=False)]
        return tuple(found)

    def _pairs(self) -> Iterator[tuple[Figure, Figure]]:
        for line in self.lines:
            for one, other in combinations(line, 2):
                if one.unit == other.unit:
                    yield one, other

    @cached_property
    def _shares(self) -> tuple[Worked, ...]:
        """What share one figure of a line is of another, or of what is left, and what that leaves."""
        found: list[Worked] = []
        for line in self.lines:
            totals = [Worked(each.value, each.unit) for each in line]
            totals += [Worked(a.value + b.value, a.unit) for a, b in combinations(line, 2) if a.unit == b.unit]
            for one, other in combinations(totals, 2):
                low, high = sorted((one.value, other.value))
                if low > 0 and low != high and same_unit(one.unit, other.unit):
                    share = low * 100 / high
                    found += [Worked(share, "%"), Worked(100 - share, "%"), Worked((high - low) * 100 / low, "%")]
        rests = dict.fromkeys((*self._differences, *self._inferred))
        for rest in rests:
            if rest.unit in ("%", "个百分点") or rest.value <= 0:
                continue
            for figure in self.source.figures:
                if same_unit(rest.unit, figure.unit) and 0 < figure.value:
                    low, high = sorted((rest.value, figure.value))
                    found += [Worked(low * 100 / high, "%"), Worked(100 - low * 100 / high, "%")]
            parts = [f for f in self.source.figures if same_unit(f.unit, rest.unit) and f.value < rest.value]
            found += [
                Worked((a.value + b.value) * 100 / rest.value, "%")
                for a, b in zip(parts, parts[1:], strict=False)
                if a.value + b.value <= rest.value
            ]
        return tuple(dict.fromkeys(found))

    @cached_property
    def _averages(self) -> tuple[Worked, ...]:
        """How many fall to one, or to a day."""
        counts = [
            (Worked(f.value, f.unit)) for f in self.source.figures if f.unit not in _NO_COUNT and not f.is_rank
        ]
        found = [
            Worked(one.value / other.value, one.unit)
            for one in counts
            for other in counts
            if one.value > other.value > 0 and one.unit != other.unit
        ]
        money = [f for f in self.source.figures if f.unit == "元" or (not f.unit and f.value >= 10000)]
        found += [Worked(m.value / c.value, "元") for m in money for c in counts if c.value > 1]
        days = [Decimal(each) for each in self.days if each > 1]
        wholes = dict.fromkeys((*counts, *self._differences, *self._inferred))
        found += [
            Worked(whole.value / each, whole.unit)
            for whole in wholes
            if whole.unit not in _NO_COUNT
            for each in days
            if whole.value > each
        ]
        return tuple(dict.fromkeys(found))

    @cached_property
    def _products(self) -> tuple[Worked, ...]:
        """So many for each of so many, and how often a year has a month from the meeting on."""
        found = [
            Worked(one.value * other.value, one.unit)
            for line in self.lines
            for one in line
            for other in line
            if one is not other and other.value <= 100 and other.unit not in _NO_COUNT and one.unit != "%"
        ]
        for times in self._times_left:
            found.append(Worked(Decimal(times), "次"))
            found += [
                Worked(f.value * times, unit) for f in self.source.figures for unit in (f.unit, f"{f.unit}次")
            ]
        return tuple(found)

    @property
    def _times_left(self) -> tuple[int, ...]:
        """How many months are left of the year of the meeting, and how many fortnights and weeks a month has."""
        left = (13 - self.source.day.month, 12 - self.source.day.month) if self.source.day else ()
        return (*left, 2, 4, 12) if "每" in self.source.text or "一" in self.source.text else left

    @cached_property
    def _counts(self) -> tuple[Worked, ...]:
        """How many things a line lists, how many facts there are of one type, how many days are set."""
        found = []
        for line in self.source.text.split("\n"):
            for part in re.split("[，,。；;：:]", line):
                if "、" in part:
                    found.append(Worked(Decimal(part.count("、") + 1), "个"))
        types: dict[object, int] = {}
        for fact in self.source.sheet.facts:
            types[fact.type] = types.get(fact.type, 0) + 1
        found += [Worked(Decimal(count), "个") for count in (*types.values(), len(self._points))]
        return tuple(dict.fromkeys(found))

    @cached_property
    def _points(self) -> tuple[datetime.date, ...]:
        """The single days that are told, the last one of a period."""
        days = {when.end for when in self.source.whens if when.end and _is_point(when)}
        days |= {when.start for when in self.source.whens if when.start and _is_point(when)}
        return tuple(sorted(days))

    @cached_property
    def days(self) -> tuple[int, ...]:
        """The days from the meeting to each day that is told."""
        day = self.source.day
        return tuple((point - day).days for point in self._points) if day else ()

    def _of_days(self, unit: str, sentence: str) -> Iterator[Worked]:
        each = Decimal(_LONG.get(unit, 1))
        spans = {abs(days) for days in self.days}
        if _TODAY_TOO.search(sentence):
            spans |= {days + 1 for days in spans}
        if _FROM.search(sentence):
            spans |= {(b - a).days for a, b in combinations(self._points, 2)}
        for days in spans:
            value = days / each
            yield Worked(value if each == 1 else value.quantize(Decimal(1)), unit)


def _is_point(when: When) -> bool:
    if when.grain in ("year", "half") and when.start != when.end:
        return False
    return when.grain not in ("clock", "weekday", "event") and when.relation != "within"


def _plain(value: Decimal, unit: str) -> Worked:
    """Return a value in its bare unit: 0.54亿元 are 54,000,000元."""
    unit = unit.split("/")[0]
    for scale, times in (("亿", 10**8), ("万", 10**4)):
        if unit.startswith(scale):
            return Worked(abs(value) * times, unit[1:])
    return Worked(abs(value), unit)
