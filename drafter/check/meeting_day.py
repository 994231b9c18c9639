"""The day of the meeting that a manuscript is for: of its YAML, else of the date below its title."""

from __future__ import annotations

import datetime

from drafter.check.manuscript import Manuscript
from drafter.facts import patterns as re
from drafter.speech.blocks import BlockKind

_DATE = re.compile("([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日")
# The date stands alone on one of the first lines, in brackets or without.
_ALONE = re.compile("^[ \u3000]*[（(]?[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日[）)]?[ \u3000]*$")
_FRONT = 6
_IN_TITLE = re.compile("([0-9]{4})年")


def meeting_day(manuscript: Manuscript) -> datetime.date | None:
    """Return the day of the meeting, None where nothing tells it."""
    if manuscript.parameters is not None and manuscript.parameters.meeting.date is not None:
        return manuscript.parameters.meeting.date
    for line in manuscript.lines[:_FRONT]:
        if _ALONE.match(line.text) or line.kind is BlockKind.DATE:
            return date_in(line.text)
    return None


def date_in(text: str) -> datetime.date | None:
    """Return the first whole date of ``text``, None where there is none that exists."""
    found = _DATE.search(text)
    return date_of(*map(int, found.groups())) if found else None


def date_of(year: int, month: int, day: int) -> datetime.date | None:
    """Return the date of these numbers, None where there is no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def meeting_year(manuscript: Manuscript) -> int | None:
    """Return the year of the meeting, also where only the title tells it; None where nothing does."""
    if day := meeting_day(manuscript):
        return day.year
    title = next((line.text for line in manuscript.lines[:_FRONT] if line.kind is BlockKind.TITLE), "")
    found = _IN_TITLE.search(title)
    return int(found[1]) if found and re.search("会|讲话|报告|发言|致辞", title) else None
