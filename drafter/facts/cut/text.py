"""The text of a sheet with the dates and figures in it, and what of them stands in a clause."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.chat import messages_of
from drafter.facts.cut.clause import Clause, Heading
from drafter.facts.cut.corrections import corrected, taken_back
from drafter.facts.cut.forms import plain
from drafter.facts.cut.lines import line_starts
from drafter.facts.cut.normal import normal
from drafter.facts.cut.spaces import loosened
from drafter.facts.cut.tables import told_in_rows
from drafter.facts.figures.bare_figures import with_units
from drafter.facts.figures.dates import day_with_year_behind, find_whens, first_full_date
from drafter.facts.figures.quantities import describe, find_quantities
from drafter.facts.people.people import bracketed_duty, find_duty, is_somebody
from drafter.facts.sheet import Place, Quantity, When, Words
from drafter.facts.types.by_form import is_to_come
from drafter.facts.types.classify import Reading, score

# The meeting has its day in these lines.
_HEAD = 4
_TELLS_WRONG = {"cause", "problem", "request"}
# 2026年上半年推进会, 年份2026
_YEAR_OF_MEETING = re.compile(r"(20\d\d)年[^，,。；;\n]{0,26}会|年份(?:是|为)?[：:]?(20\d\d)")
# What counts from the month of the meeting.
_IN_MONTH = re.compile(r"\d{1,2}[日号]|月[底末]|本月|当月")
# A year is told by the weekday only near the day that is known: the same comes again after five or six years.
_YEARS_NEAR = (0, 1, -1, 2, -2)
# Whoever leaves as the class of a year leaves in it.
_LEAVING = re.compile(r"(?P<year>20\d\d)届[^\n，。]{0,8}毕业(?:典礼|生)")


class SheetText:
    """The text as it is written and as it is read, with its dates and figures in order.

    ``today`` is the first full date of the text, else the day that was given: dates without a year count
    from it.
    """

    def __init__(self, text: str, today: datetime.date | None) -> None:
        self.original, self.doubts = taken_back(plain(messages_of(told_in_rows(text))))
        text = self.original
        self.text = loosened(corrected(normal(text)))
        self.starts = line_starts(self.text)
        told = day_with_year_behind(self.text) or first_full_date(self.text, known=today is not None)
        self.today = told or today or self._day_in_year_of_meeting()
        if self.today is None and (leaving := _LEAVING.search(self.text)):
            self.today = datetime.date(int(leaving["year"]), 1, 1)
        self.whens = find_whens(self.text, self.starts, self.today)
        near = self._day_by_weekday()
        if near is not None:
            self.today = today = near
            self.whens = find_whens(self.text, self.starts, near)
        day = self._day_of_meeting() if self.today == today else None
        if day is not None:
            # 15号前 behind 11月3日下午 is the 15th of November.
            again = find_whens(self.text, self.starts, day)
            pairs = zip(self.whens, again, strict=True)
            self.whens = [new if _IN_MONTH.match(new.text) else old for old, new in pairs]
        found = find_quantities(self.text, self.starts, self.whens)
        self.quantities = with_units(found, self.text)

    def _day_in_year_of_meeting(self) -> datetime.date | None:
        """Return the first day in the head, in the one year that the name of the meeting tells."""
        head = "".join(self.text.splitlines(keepends=True)[: 2 * _HEAD])
        years = {found[1] or found[2] for found in _YEAR_OF_MEETING.finditer(head)}
        if len(years) != 1:
            return None
        whens = find_whens(head, self.starts, datetime.date(int(years.pop()), 1, 1))
        days = [w for w in whens if w.grain == "day" and w.relation == "at" and w.guessed_year]
        beside = [w.place.start for w in whens if w.grain in ("clock", "weekday")]
        timed = [d for d in days if any(0 <= start - d.place.end <= 4 for start in beside)]
        return next((day.start for day in (*timed, *days)), None)

    def _day_of_meeting(self) -> datetime.date | None:
        """Return the first day in the head that is told with its month and without its year."""
        head = (when for when in self.whens if when.place.line <= _HEAD and when.grain == "day")
        return next((w.start for w in head if w.relation == "at" and w.guessed_year and "月" in w.text), None)

    def _day_by_weekday(self) -> datetime.date | None:
        """Return the day of the meeting in the year in which it falls on the weekday beside it.

        None where it does so in the year that was taken for it, in no year near it, or without a weekday.
        """
        day = self._day_of_meeting()
        if day is None:
            return None
        told = next(w for w in self.whens if w.start == day and w.guessed_year)
        beside = (
            w.weekday
            for w in self.whens
            if w.weekday is not None and w.place.line == told.place.line and _gap(w.place, told.place) <= 3
        )
        weekday = next(beside, day.weekday())
        years = [day.year + offset for offset in _YEARS_NEAR]
        fits = (d for y in years if (d := _in_year(day, y)) is not None and d.weekday() == weekday)
        found = next(fits, day)
        return found if found != day else None

    def count_from(self, today: datetime.date | None) -> None:
        """Read the dates anew, those without a year from ``today``."""
        self.whens = find_whens(self.text, self.starts, today)

    def reading(self, clause: Clause) -> Reading:
        """Return a clause with the dates and figures in it, and what speaks for each type."""
        whens, quantities = self.whens_in(clause), self.quantities_in(clause)
        told = bracketed_duty(clause.text)
        outside = clause.text.rpartition("（")[0] if told and clause.text.endswith("）") else clause.text
        # （水利局牵头，应急局配合） behind a stop is all there is.
        duty = find_duty(outside) if outside else told
        wrong = bool(_TELLS_WRONG & {clause.label_class, clause.section_class})
        if duty and wrong and ("归" in clause.text or not is_somebody(duty)):
            # 以包代管 among the causes gives nobody a duty, 路面归城管、工地归住建 tells how it is parted.
            duty = None
        due = self._due(clause)
        scores = score(clause, quantities, [*whens, *due], duty, self.today)
        ahead = is_to_come(whens, self.today)
        return Reading(clause, quantities, whens, duty, scores, due[0] if due else None, ahead)

    def _due(self, clause: Clause) -> list[When]:
        """Return the deadline that stands beside a clause, in a cell or behind a label."""
        cell = clause.beside.due if clause.beside else None
        if cell is None:
            return []
        found = self.whens[_first(self.whens, cell.start) : _first(self.whens, cell.end)]
        due = next((when for when in found if when.relation in ("by", "within")), None)
        return [due] if due else [replace(when, relation="by") for when in found[:1]]

    def whens_in(self, part: Clause | Heading) -> list[When]:
        """Return the dates in a clause or a heading."""
        return self.whens[_first(self.whens, part.start) : _first(self.whens, part.end)]

    def quantities_in(self, clause: Clause) -> list[Quantity]:
        """Return the figures in a clause, with what it tells of them."""
        found = self.quantities[_first(self.quantities, clause.start) : _first(self.quantities, clause.end)]
        return describe(found, clause.text, clause.start, self.whens_in(clause))

    def is_loose(self, before: Clause, clause: Clause) -> bool:
        """Whether nothing but a blank stands between two clauses."""
        between = self.original[before.end : clause.start]
        return bool(between) and not between.strip()

    def words(self, clause: Clause) -> Words:
        """Return the words of a clause as they are written."""
        said = self.original[clause.start : clause.end]
        return Words(said, clause.place, said)


def _first(found: Sequence[When] | Sequence[Quantity], position: int) -> int:
    """Return the index of the first of ``found``, in the order of the text, at or behind ``position``."""
    return bisect_left(found, position, key=lambda each: each.place.start)


def _gap(first: Place, second: Place) -> int:
    """Return how many signs lie between two places."""
    return max(first.start - second.end, second.start - first.end)


def _in_year(day: datetime.date, year: int) -> datetime.date | None:
    """Return a day in another year, None for the 29th of February where there is none."""
    try:
        return day.replace(year=year)
    except ValueError:
        return None
