"""Causes stand right behind what they explain, and what they explain stands in front of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from drafter.facts import patterns as re
from drafter.facts.kinship.sharing import shared_words
from drafter.facts.sheet import Fact, FactType
from drafter.templating.compose.composition import bare
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.announced import asked_why
from drafter.templating.compose.plan.units import Unit

FAULTS = (FactType.PROBLEM, FactType.GAP, FactType.CASE)
# How far a work is has its causes as well.
EXPLAINED = (*FAULTS, FactType.PROGRESS)
# So many signs name the thing of which causes are told: 羊.
_THING = 1


def kept_in_front(
    units: Sequence[Unit], material: Material, moved: Collection[int], apart: Collection[int]
) -> set[int]:
    """Return the faults that no task takes from in front of the causes that the sheet lists behind them.

    They are those that one of the causes is linked to, or the only one.
    ``moved`` are units that a task takes, and ``apart`` those that do so whatever explains them.
    """
    places = {fact.id: n for n, unit in enumerate(units) for fact in unit.facts}
    found: set[int] = set()
    for row in lists_of_causes(units):
        front = [n for n in range(row[0]) if units[n].type in FAULTS]
        links = material.links_from(*(fact.id for n in row for fact in units[n].facts), kind="cause")
        linked = {places[link.target] for link in links if link.target in places}
        kept = {n for n in linked - {*apart} if units[n].type in EXPLAINED and n < row[0]}
        only = front if len(front) == 1 and not {*front} & {*apart} and {*front} <= {*moved} else []
        found |= kept or {*only}
    return found


def lists_of_causes(units: Sequence[Unit]) -> Iterator[list[int]]:
    """Yield the rows of units that only tell why, two causes or more."""
    row: list[int] = []
    for number, unit in enumerate([*units, None]):
        if unit is not None and all(s.type is FactType.CAUSE for s in unit.statements):
            row.append(number)
            continue
        if sum(len(units[n].facts) for n in row) > 1:
            yield row
        row = []


def explained_by_name(units: Sequence[Unit], stressed: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield causes with the fault whose thing their label names, 逾期为什么多, or which alone is stressed.

    What is stressed has its causes with it where no other fault stands in front of them.
    """
    for row in lists_of_causes(units):
        thing = _thing_of(units[row[0]].facts[0])
        front = [n for n in range(row[0]) if not units[n].tasks and units[n].type in EXPLAINED]
        named = [n for n in front if len(thing) > _THING and shared_words(thing, _words(units[n])) == thing]
        alone = front[:1] if set(front) <= set(stressed) else []
        yield from ((n, place) for n in row for place in (named[-1:] or alone))


def _thing_of(cause: Fact) -> str:
    """Return the thing of which a label asks why it is so: 逾期 of 逾期为什么多; "" where none does."""
    return re.split("为什么|为啥|为何|怎么", asked_why(cause))[0]


def _words(unit: Unit) -> str:
    return "".join(bare(s.words) for s in unit.statements)
