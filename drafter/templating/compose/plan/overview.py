"""How the whole stands: what a part on the state of things begins with, and no task takes out of it."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts.sheet import FactType
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.ties import OF_ALL
from drafter.templating.compose.plan.units import WRONG, Unit, total_of

# 9月底全县低保对象5126户: so near the front it is told of what the figures are.
_FRONT = 8
# What is told with a fault: an accident, why it came about.
_TOLD_APART = (FactType.CAUSE, FactType.CASE)


def overviews(units: Sequence[Unit], material: Material) -> set[int]:
    """Return the units that give the figures of the whole, and those that part them: 436栋里, D级21栋里.

    What the leader stresses is told with its task, and how far a work is as well.
    """
    found: set[int] = set()
    places = {id(s): n for n, unit in enumerate(units) for s in unit.statements}
    everything = [s for unit in units for s in unit.statements]
    for number, unit in enumerate(units):
        if unit.tasks or any(map(material.stressed, unit.facts)):
            continue
        total = total_of(unit.statements[0], everything)
        parts = total is not None and places[id(total)] in found and unit.type not in _TOLD_APART
        if parts or _gives_whole(unit):
            found.add(number)
    return found


def _gives_whole(unit: Unit) -> bool:
    """Whether a unit begins with how much there is of all: 全县自建房9.6万栋; not how far a work on it is."""
    told = unit.statements[0].type in (FactType.SITUATION, FactType.ACHIEVEMENT)
    return begins_with_whole(unit) and told and not any(s.type in WRONG for s in unit.statements[2:])


def begins_with_whole(unit: Unit) -> bool:
    """Return whether a unit begins with a figure of all: 全县自建房9.6万栋, 1至10月全县火灾187起."""
    first = unit.statements[0].facts[0]
    return OF_ALL.search(first.text[:_FRONT]) is not None and bool(first.quantities)
