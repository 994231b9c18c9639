"""The facts of a source with what is looked for in a text."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from drafter.check.guard.figures import Figure, find_figures
from drafter.check.guard.passages import Passages, Span, pairs
from drafter.facts.figures.dates import find_whens
from drafter.facts.sheet import Fact, Sheet, When

# Dates that tell a day or a period.
_DAYS = frozenset(("day", "ten-days", "week", "month", "quarter", "half", "year"))


class Row(Struct):
    """A fact with its figures and days, what its words are compared by, and the sentences that say it."""

    fact: Fact
    figures: tuple[Figure, ...]
    days: tuple[When, ...]
    words: frozenset[str]
    said: tuple[Span, ...] = ()


def rows_of(sheet: Sheet) -> Iterator[Row]:
    """Yield the facts of a sheet with what is looked for in a text."""
    day = sheet.meeting.date.start if sheet.meeting.date else None
    for fact in sheet.facts:
        told = Passages((f"{fact.text}，{fact.demand}",))
        whens = find_whens(told.text, told.starts, day)
        figures = tuple(find_figures(told, whens))
        days = tuple(when for when in (*whens, fact.by) if when is not None and when.grain in _DAYS)
        words = told.text
        for start, end in sorted(((each.place.start, each.place.end) for each in whens), reverse=True):
            words = f"{words[:start]}，{words[end:]}"
        yield Row(fact, figures, days, pairs(words))
