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
    if ahead or type_of(readings) is not None or not (loose or is_item(first.clause)):
        return readings
    class_ = first.clause.section_class
    kin = before is not None and before.section == first.clause.section and first.clause.is_bullet
    neighbour = type_beside(before, first.clause.text) if before is not None and kin else FactType.SITUATION
    type_ = FactType(class_) if class_ in TYPES else neighbour
    return [replace(first, scores={**first.scores, type_: 1}), *readings[1:]]
