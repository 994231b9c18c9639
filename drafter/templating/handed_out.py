"""What the chair says once more when the speech is over: what is due by a day, in the order of the days."""

from __future__ import annotations

import datetime

from markupsafe import Markup

from drafter.facts.sheet import Fact, FactType
from drafter.library import Library
from drafter.models.parameters import Parameters
from drafter.templating.compose.composition import bare
from drafter.templating.compose.material import Material
from drafter.templating.compose.words.clauses import spoken
from drafter.templating.composed import composition_of
from drafter.templating.released import as_given

# More than so many are not listened to once more.
MOST_DUE = 6


def due_of(given: Parameters, library: Library) -> tuple[Markup, ...]:
    """Return the tasks of the facts ``given`` that have a day ahead, those that are due first in front."""
    material, _composition = composition_of(given, library.folders)
    days = [(day, fact) for fact in material.told() if (day := _day_of(fact, material))]
    rows = [_said(fact, material, given) for _day, fact in sorted(days, key=lambda row: row[0])]
    return tuple(row for row in rows if row)[:MOST_DUE]


def _day_of(fact: Fact, material: Material) -> datetime.date | None:
    """Return the day by which a task is to be done, None where it has none or it is past."""
    by = fact.by
    if fact.type is not FactType.TASK or by is None or by.grain not in ("day", "month"):
        return None
    ahead = by.end is not None and (material.date is None or by.end > material.date)
    return by.end if ahead else None


def _said(fact: Fact, material: Material, given: Parameters) -> Markup:
    """Return the words of a task as the speech has them, "" where something in it is still open."""
    words = spoken(fact, material)
    if bare(words) != words:
        return Markup("")
    return as_given(words, fact, given)
