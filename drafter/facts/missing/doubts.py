"""What the reader is unsure of, each with its reason."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from drafter.facts.figures.bare_figures import without_unit
from drafter.facts.sheet import TASKS, Doubt, Fact, Place, Sheet, When
from drafter.i18n import message


def find_doubts(sheet: Sheet, today: datetime.date | None) -> tuple[Doubt, ...]:
    """Return the doubts of a sheet in the order of their places.

    ``today`` stands for the day of the meeting where the sheet does not tell it.
    """
    date = sheet.meeting.date
    today = date.start if date is not None and date.start is not None else today
    found = [*_of_meeting(sheet), *(d for fact in sheet.facts for d in _of_fact(fact, today))]
    return tuple(sorted(found, key=lambda doubt: (doubt.place.start, doubt.code)))


def _of_meeting(sheet: Sheet) -> Iterator[Doubt]:
    date = sheet.meeting.date
    nowhere = Place(1, 0, 0)
    if sheet.meeting.name is None:
        yield Doubt("no-name", message("no meeting is named"), "", nowhere)
    if date is None or date.start is None:
        yield Doubt(
            "no-date", message("the day of the meeting is not told, or not with its year"), "", nowhere
        )
    elif date.guessed_year:
        yield Doubt("year", message("the year of the meeting is a guess"), date.text, date.place)
    if not sheet.speaker.posts:
        yield Doubt("no-speaker", message("nobody is named as the speaker"), "", nowhere)
    if sheet.speaker.minutes is None:
        yield Doubt("no-minutes", message("how long the speech lasts is not told"), "", nowhere)


def _of_fact(fact: Fact, today: datetime.date | None) -> Iterator[Doubt]:
    if not fact.sure:
        reason = message("nothing but its place tells that this is of the type {type}", type=fact.type.value)
        yield Doubt("type", reason, fact.text, fact.place)
    asked = without_unit(fact.quantities)
    for quantity in fact.quantities:
        if quantity in asked:
            yield Doubt("unit", message("the figure has no unit"), quantity.text, quantity.place)
        elif quantity.is_completed:
            unit = quantity.scale + quantity.unit
            reason = message("its unit, {unit}, is not written behind it", unit=unit)
            yield Doubt("unit", reason, quantity.text, quantity.place)
    for when in fact.whens:
        if _is_past_deadline(fact, when, today):
            yield Doubt("past", message("the deadline lies before the meeting"), when.text, when.place)
        elif (
            when.guessed_year
            and today is not None
            and when.start is not None
            and when.start.year != today.year
        ):
            yield Doubt("year", message("the year is a guess"), when.text, when.place)


def _is_past_deadline(fact: Fact, when: When, today: datetime.date | None) -> bool:
    future = fact.type in TASKS
    deadline = when.deadline
    return future and today is not None and deadline is not None and deadline < today
