"""What the sheet tells in a row stays together: lists of what is wrong, causes, cases, and what is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from drafter.facts.kinship.links import LinkKind
from drafter.facts.kinship.sharing import LEAST_COUNTED
from drafter.facts.sheet import TASKS, FactType
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.statements import announced_list
from drafter.templating.compose.plan.units import LEAST_OF_A_LIST, WRONG, Unit


def lists_of_wrong(units: Sequence[Unit]) -> Iterator[list[int]]:
    """Yield the lists of the sheet: lines that tell several things that are wrong, or why."""
    for _line, row in groupby(range(len(units)), key=lambda n: units[n].line):
        those = list(row)
        if len(those) > 1 and len({units[n].type for n in those} | {FactType.PROBLEM, FactType.CAUSE}) == 2:
            yield those


def listed_causes(units: Sequence[Unit]) -> Iterator[int]:
    """Yield the causes that the sheet tells in a row: they are counted, and none is told elsewhere."""
    for alike, run in groupby(range(len(units)), key=lambda n: _lists_causes(units[n])):
        row = list(run)
        if alike and len(row) > 1:
            yield from row


def _lists_causes(unit: Unit) -> bool:
    return all(s.type is FactType.CAUSE for s in unit.statements)


def told_among_cases(units: Sequence[Unit]) -> Iterator[int]:
    """Yield the cases, and what is told between two of them of what went wrong: it is of the case as well."""
    cases = {n for n, unit in enumerate(units) if unit.type is FactType.CASE}
    yield from cases
    for number, unit in enumerate(units):
        if unit.type in WRONG and {number - 1, number + 1} <= cases and number not in cases:
            yield number


def left_behind(units: Sequence[Unit], material: Material) -> Iterator[tuple[int, int]]:
    """Yield what tells of those that are left, with the figures that leave them: 74件没办完的."""
    places = {id_: n for n, unit in enumerate(units) for s in unit.statements for id_ in s.ids}
    rests = [i for i in material.inferences if i.kind == "remaining" and i.value >= LEAST_COUNTED]
    for number, unit in enumerate(units):
        counted = [(q.value, q.unit) for q in unit.facts[0].quantities[:1] if not unit.tasks]
        for rest in (r for r in rests if (r.value, r.unit) in counted):
            if places.get(rest.facts[0], number) < number:
                yield number, places[rest.facts[0]]


def told_beside(one: int, other: int, units: Sequence[Unit], material: Material) -> dict[int, int]:
    """Return of two units that belong together which is told within the other: who answers, or one answer."""
    if units[other].tasks and all(s.type is FactType.DUTY for s in units[one].statements):
        return {one: other}
    pairs = ((one, other), (other, one))
    return {unit: home for unit, home in pairs if _answers_one(units[unit], units[home], material)}


def _answers_one(unit: Unit, home: Unit, material: Material) -> bool:
    """Whether a unit answers just one of the things that a line tells are wrong: it is told behind that."""
    wrong = [s for s in home.statements if s.type is FactType.PROBLEM]
    listed = len(wrong) >= LEAST_OF_A_LIST or (len(wrong) > 1 and announced_list(wrong)[0] != "")
    alone = all(s.type in (*TASKS, FactType.DUTY) for s in unit.statements)
    return listed and alone and not home.tasks and len(_answered(unit, home, material)) == 1


def put_behind(unit: Unit, home: Unit, material: Material) -> None:
    """Tell who answers for a task right behind it, and what answers one of several things behind that."""
    found = _answered(unit, home, material)
    place = found[-1] + 1 if found else len(home.statements)
    home.statements[place:place] = unit.statements


def _answered(unit: Unit, home: Unit, material: Material) -> list[int]:
    """Return which statements of ``home`` a unit answers, by their places."""
    ids = [id_ for s in unit.statements for id_ in s.ids]
    kinds: tuple[LinkKind, ...] = ("owner", "problem")
    held = {link.target for kind in kinds for link in material.links_from(*ids, kind=kind)}
    return [n for n, s in enumerate(home.statements) if held & set(s.ids)]
