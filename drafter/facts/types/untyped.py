"""What an item is of which nothing tells the type: the same as what stands around it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from drafter.facts.routing import is_item
from drafter.facts.sheet import Fact, FactType
from drafter.facts.types.classify import TYPES, Reading
from drafter.facts.types.fact_type import type_beside, type_of


def as_told(readings: Sequence[Reading], before: Fact | None, loose: bool) -> Sequence[Reading]:
    """Return an item of a list, or a ``loose`` line, that nothing tells the type of as what is ``before``."""
    first = readings[0]
    ahead = any(reading.to_come for reading in readings)
    told = loose or is_item(first.clause) or _goes_on_below(readings, before)
    if ahead or type_of(readings) is not None or not told:
        return readings
    class_ = first.clause.section_class
    kin = before is not None and before.section == first.clause.section
    kin = kin and (first.clause.is_bullet or before is not None and before.type in _WRONG)
    neighbour = type_beside(before, first.clause.text) if before is not None and kin else FactType.SITUATION
    type_ = FactType(class_) if class_ in TYPES else neighbour
    return [replace(first, scores={**first.scores, type_: 1}), *readings[1:]]


# What went wrong is told on by the lines below it.
_WRONG = (FactType.PROBLEM, FactType.CAUSE, FactType.CASE)


def _goes_on_below(readings: Sequence[Reading], before: Fact | None) -> bool:
    """Whether clauses are a line of their own below a fact, or a heading of facts: 吊带该报废，边上磨毛了."""
    first = readings[0].clause
    below = before is not None and before.section == first.section and before.group != first.item
    below = below or first.section_class == "facts"
    return below and len(readings) > 1 and not any(reading.clause.aside for reading in readings)
