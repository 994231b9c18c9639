"""The values that follow from a source by arithmetic, each with the lines that it follows from.

Figures of one line go together; what is left of one may go with figures of its unit anywhere.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from drafter.check.guard.figures import Figure
from drafter.check.guard.shares import all_of, growth, share, shares_of_kin
from drafter.check.guard.source import Source
from drafter.check.guard.units import same_unit
from drafter.check.guard.worked_value import Worked, plain
from drafter.facts import patterns as re
from drafter.facts.sheet import When

_EVERY_MONTH = re.compile("每个?月|月月|按月")
_A_DAY = re.compile("日均|[每一]天|每日")
_METRES = {"公里": 1000, "千米": 1000, "米": 1}
# Averages and rests are of what is counted.
NO_COUNT = frozenset(("%", "元", "天", "日", "个百分点", "年", "小时", "分钟", "℃"))
_PERCENT = ("%", "个百分点")
# A noun and the sign or word behind it.
_LONGEST_NOUN = 6


class WorkedOut:
    """The values that follow from a source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        lines: dict[int, list[Figure]] = {}
        for figure in source.figures:
            if not figure.is_rank:
                lines.setdefault(self._line(figure), []).append(figure)
        self.lines = tuple(lines.items())

    def _line(self, figure: Figure) -> int:
        return self.source.passages.place(figure.start)[0]

    @cached_property
    def inferred(self) -> tuple[Worked, ...]:
        """What the facts give by themselves, days aside; near any share there is another by chance."""
        return tuple(
            plain(each.value, each.unit, self._lines_of(each.facts) if each.unit == "%" else ())
            for each in self.source.inferences
            if each.kind != "days"
        )

    def _lines_of(self, ids: Sequence[str]) -> tuple[int, ...]:
        """Return the lines of the source that have the facts called ``ids``."""
        facts = filter(None, map(self.source.fact, ids))
        return tuple(dict.fromkeys(line for fact in facts if (line := self.source.line_of(fact)) is not None))

    # ---- rests and sums

    @cached_property
    def rests(self) -> tuple[Worked, ...]:
        """What is left when one figure is taken from another of its line; how much is lacking to all."""
        return tuple(dict.fromkeys((*self._of_two, *self._to_full, *self._of_lists, *self._of_ranks)))

    @property
    def _of_two(self) -> Iterator[Worked]:
        for line, figures in self.lines:
            for one, other in combinations(figures, 2):
                if same_unit(one.unit, other.unit) or not (one.unit and other.unit):
                    unit = one.unit or other.unit
                    yield Worked(abs(one.value - other.value), unit, (line,))
                    if unit == "%":
                        yield Worked(abs(one.value - other.value), "个百分点", (line,))

    @property
    def _to_full(self) -> Iterator[Worked]:
        for line, figures in self.lines:
            for figure in figures:
                if figure.unit == "%" and figure.value < 100:
                    yield from (Worked(100 - figure.value, unit, (line,)) for unit in _PERCENT)
        for worked in self.inferred:
            if worked.unit == "%":
                yield from (Worked(100 - worked.value, unit, worked.lines) for unit in _PERCENT)

    @property
    def _of_lists(self) -> Iterator[Worked]:
        """Yield what is left of the first figure of a line after all others: 一共12家，其中3家、4家."""
        for line, figures in self.lines:
            if len(figures) > 2 and len({each.unit for each in figures}) == 1:
                rest = figures[0].value - sum(each.value for each in figures[1:])
                yield Worked(rest, figures[0].unit, (line,))

    @property
    def _of_ranks(self) -> Iterator[Worked]:
        """Yield how many are in front of a rank, and behind it where the line tells of how many."""
        lines = dict(self.lines)
        for rank in (each for each in self.source.figures if each.is_rank):
            number = self._line(rank)
            behind = [f.value - rank.value for f in lines.get(number, ()) if same_unit(f.unit, "个")]
            for count in (rank.value - 1, *(each for each in behind if each > 0)):
                yield from (Worked(count, unit, (number,)) for unit in ("个", "位"))

    @cached_property
    def _differences(self) -> tuple[Worked, ...]:
        """What is left of a whole of a line after the figure behind it."""
        return tuple(
            Worked(one.value - other.value, one.unit, (line,))
            for line, figures in self.lines
            for one, other in zip(figures, figures[1:], strict=False)
            if one.unit == other.unit and one.value > other.value
        )

    @cached_property
    def rests_of_rests(self) -> tuple[Worked, ...]:
        """What a rest has left after another figure of its unit: 93件, 其中60件."""
        rests = [*(one for one in self.inferred if one.unit not in NO_COUNT), *self._differences]
        return tuple(
            Worked(rest.value - figure.value, rest.unit, (*rest.lines, self._line(figure)))
            for rest in dict.fromkeys(rests)
            for figure in self.source.figures
            if 0 < figure.value < rest.value and rest.unit == figure.unit
        )

    @cached_property
    def sums(self) -> tuple[Worked, ...]:
        """The sums of figures of one line."""
        found: list[Worked] = []
        for line, figures in self.lines:
            found += [
                Worked(one.value + other.value, one.unit or other.unit, (line,))
                for one, other in combinations(figures, 2)
                if one.unit == other.unit or not (one.unit and other.unit)
            ]
            found += _runs(figures, line)
            mixed = [each for each in figures if each.unit not in NO_COUNT]
            found += [
                Worked(a.value + b.value, "个", (line,))
                for a, b in zip(mixed, mixed[1:], strict=False)
                if self._are_joined(a, b)
            ]
        return tuple(found)

    def _are_joined(self, one: Figure, other: Figure) -> bool:
        """Whether two figures count things side by side: 9个村2个社区, 14个乡镇、3个街道."""
        between = self.source.text[one.end : other.start]
        return len(between) <= _LONGEST_NOUN and not re.search("[，。；：]", between)

    # ---- shares, averages, products

    @cached_property
    def shares(self) -> tuple[Worked, ...]:
        """What share one figure of a line is of another, or of what is left, and what that leaves."""
        found: list[Worked] = []
        for line, told in self.lines:
            # A share of a share is none that a speech tells.
            figures = [each for each in told if each.unit not in _PERCENT]
            for one, other in combinations(figures, 2):
                if same_unit(one.unit, other.unit):
                    found += share(one.value, other.value, (line,))
                if one.unit == other.unit:
                    found += growth(one.value, other.value, line)
            found += self._shares_of_sums(figures, line)
        for rest in dict.fromkeys((*self._differences, *self.inferred)):
            if rest.unit not in _PERCENT and rest.value > 0:
                found += self._shares_of(rest)
        return tuple(dict.fromkeys(found))

    def _shares_of_sums(self, figures: Sequence[Figure], line: int) -> Iterator[Worked]:
        """Yield what share two figures of a line are of a third, and each of all of its unit in a list."""
        for unit in dict.fromkeys(each.unit for each in figures):
            kin = [each for each in figures if each.unit == unit]
            is_list = all(self._are_joined(one, other) for one, other in zip(kin[1:], kin[2:], strict=False))
            yield from shares_of_kin(kin, all_of(kin) if is_list else (), line)

    def _shares_of(self, rest: Worked) -> Iterator[Worked]:
        """Yield what shares the figures of its unit are of a rest, or the rest of them."""
        kin = [figure for figure in self.source.figures if same_unit(rest.unit, figure.unit)]
        for figure in kin:
            yield from share(rest.value, figure.value, (*rest.lines, self._line(figure)))
        parts = [figure for figure in kin if figure.value < rest.value]
        for one, other in zip(parts, parts[1:], strict=False):
            if one.value + other.value <= rest.value:
                yield from share(one.value + other.value, rest.value, (*rest.lines, self._line(one)))

    @cached_property
    def averages(self) -> tuple[Worked, ...]:
        """How many fall to one, or to a day."""
        counts = [
            Worked(figure.value, figure.unit, (line,))
            for line, figures in self.lines
            for figure in figures
            if figure.unit not in NO_COUNT
        ]
        found = [
            Worked(one.value / other.value, one.unit, (*one.lines, *other.lines))
            for one in counts
            for other in counts
            if one.value > other.value > 0 and one.unit != other.unit
        ]
        found += [
            Worked(money.value / each.value, "元", (line,))
            for line, figures in self.lines
            for money in figures
            for each in figures
            if money.unit == "元" or (not money.unit and money.value >= 10**4)
            if each.value > 1 and each.unit not in NO_COUNT
        ]
        days = [Decimal(each) for each in self.days if each > 1]
        for whole in dict.fromkeys((*counts, *self._differences, *self.inferred)):
            if whole.unit not in NO_COUNT:
                found += [
                    Worked(whole.value / day, whole.unit, whole.lines) for day in days if whole.value > day
                ]
        return tuple(dict.fromkeys(found))

    @cached_property
    def to_do(self) -> tuple[Worked, ...]:
        """How many days a whole takes at so much a day: 26公里 at 日均400米."""
        rates = [f for f in self.source.figures if _A_DAY.search(self._in_front(f)) and f.value > 0]
        return tuple(
            Worked(
                figure.value * _METRES.get(figure.unit, 1) / (rate.value * _METRES.get(rate.unit, 1)), "天"
            )
            for rate in rates
            for figure in self.source.figures
            if figure.unit == rate.unit or {figure.unit, rate.unit} <= set(_METRES)
        )

    def _in_front(self, figure: Figure) -> str:
        clause = self.source.passages.clause_at(figure.start)
        return self.source.text[clause.start : figure.start]

    @cached_property
    def products(self) -> tuple[Worked, ...]:
        """So many for each of so many, and so often what comes every month."""
        found = [
            Worked(one.value * other.value, one.unit, (line,))
            for line, figures in self.lines
            for one in figures
            for other in figures
            if one is not other and other.value <= 100 and other.unit not in NO_COUNT and one.unit != "%"
        ]
        for times in self._times_left:
            found.append(Worked(Decimal(times), "次"))
            found += [
                Worked(figure.value * times, unit, (line,))
                for line, figures in self.lines
                for figure in figures
                for unit in (figure.unit, f"{figure.unit}次")
                if _EVERY_MONTH.search(self.source.line(line))
            ]
        return tuple(found)

    @property
    def _times_left(self) -> tuple[int, ...]:
        """How many months are left of the year of the meeting, where something comes every month."""
        day = self.source.day
        return (13 - day.month, 12 - day.month) if day and "每月" in self.source.text else ()

    # ---- counts and days

    @cached_property
    def counts(self) -> tuple[Worked, ...]:
        """How many things a line lists, how many facts there are of one type, how many days are set."""
        found = [
            Worked(Decimal(part.count("、") + 1), "个", (number,))
            for number, line in enumerate(self.source.text.split("\n"))
            for part in re.split("[，,。；;：:]", line)
            if "、" in part
        ]
        types: dict[object, int] = {}
        for fact in self.source.sheet.facts:
            types[fact.type] = types.get(fact.type, 0) + 1
        found += [Worked(Decimal(count), "件") for count in (*types.values(), len(self.points))]
        return tuple(dict.fromkeys(found))

    @cached_property
    def points(self) -> tuple[datetime.date, ...]:
        """The single days that are told, and the ends of periods."""
        days = {when.end for when in self.source.whens if when.end and _is_point(when)}
        days |= {when.start for when in self.source.whens if when.start and _is_point(when)}
        days |= {fact.by.end for fact in self.source.sheet.facts if fact.by and fact.by.end}
        return tuple(sorted(days))

    @cached_property
    def days(self) -> tuple[int, ...]:
        """The days from the meeting to each day that is told."""
        day = self.source.day
        return tuple((point - day).days for point in self.points) if day else ()


def _runs(figures: Sequence[Figure], line: int) -> Iterator[Worked]:
    """Yield the sums of three or more figures of one unit behind each other."""
    for start, first in enumerate(figures[:-2]):
        total = first.value
        for count, figure in enumerate(figures[start + 1 :], 2):
            if figure.unit != first.unit:
                break
            total += figure.value
            if count > 2:
                yield Worked(total, first.unit, (line,))


def _is_point(when: When) -> bool:
    if when.grain in ("year", "half") and when.start != when.end:
        return False
    return when.grain not in ("clock", "weekday", "event") and when.relation != "within"
