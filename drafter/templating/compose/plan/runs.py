"""What the sheet tells in a row stays together: lists of what is wrong, causes, cases, and what is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from drafter.facts import patterns as re
from drafter.facts.kinship.forms import OF_THE_REST
from drafter.facts.kinship.links import LinkKind
from drafter.facts.kinship.sharing import LEAST_COUNTED, shared_words
from drafter.facts.sheet import TASKS, FactType
from drafter.templating.compose.composition import bare
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.announced import announced_list
from drafter.templating.compose.plan.ties import LEAST_SHARED
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
        if alike and (len(row) > 1 or any(s.listed for n in row for s in units[n].statements)):
            yield from row
    for pair in explained(units):
        yield from pair


def explained(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Yield an incident and its several causes: one place tells them, whichever tasks answer them."""
    for number in range(1, len(units)):
        if _explains_incident(units[number - 1], units[number]) or _goes_on_with_incident(units, number):
            yield number, number - 1


# What happened on a day stands so near the front of its line: 6月5日夜里.
_FRONT = 4


def _explains_incident(before: Unit, unit: Unit) -> bool:
    """Whether a unit tells why that came about which happened on the day of the one in front of it."""
    several = sum(s.type is FactType.CAUSE for s in unit.statements) > 1
    return several and unit.statements[0].type is FactType.CAUSE and happened_on_a_day(before)


# 这根绳3月就该报废, 那盏地灯坏了9天: what begins so tells more of what stands in front.
_OF_IT = re.compile("[这那][一-鿿](?![天年月周次些里样])[一-鿿]{1,4}")


def _goes_on_with_incident(units: Sequence[Unit], number: int) -> bool:
    """Whether a unit tells more of the thing of the incident in front, and nothing to be done."""
    unit = units[number]
    told = not unit.tasks and unit.type in (*WRONG, FactType.SITUATION)
    return told and bool(_OF_IT.match(unit.facts[0].text)) and happened_on_a_day(units[number - 1])


def happened_on_a_day(unit: Unit) -> bool:
    """Return whether a unit tells of something that went wrong, and begins with the day of it."""
    told = unit.facts[0]
    days = [w for w in told.whens if w.grain == "day" and w.relation == "at"]
    return unit.type in WRONG and any(when.place.start - told.place.start <= _FRONT for when in days)


def _lists_causes(unit: Unit) -> bool:
    return all(s.type is FactType.CAUSE for s in unit.statements)


def told_among_cases(units: Sequence[Unit]) -> Iterator[int]:
    """Yield the cases, and what is told between two of them of what went wrong: it is of the case as well."""
    cases = {n for n, unit in enumerate(units) if unit.type is FactType.CASE}
    yield from cases
    for number, unit in enumerate(units):
        if unit.type in WRONG and {number - 1, number + 1} <= cases and number not in cases:
            yield number


def told_among_causes(units: Sequence[Unit], material: Material) -> Iterator[int]:
    """Yield the causes, and what stands right behind them and is why the last of them came about.

    绞车工没听见；绞车房电铃坏了6天.
    """
    causes = [n for n, unit in enumerate(units) if FactType.CAUSE in {s.type for s in unit.statements}]
    yield from causes
    for last in (n for n in causes[-1:] if n + 1 < len(units)):
        told = [s for s in units[last].statements if s.type is FactType.CAUSE]
        unit, ids = units[last + 1], set(told[-1].ids)
        links = material.links_to(*(id_ for s in unit.statements for id_ in s.ids), kind="cause")
        if unit.type in WRONG and links and {link.source for link in links} <= ids:
            yield last + 1


# 准点率掉，一是北门路修路 gives the reasons for what was told of 准点率 in front.
# So many units at most stand between them.
FARTHEST = 24
_GIVES_REASONS = re.compile("(?P<what>[^，；：]{3,16})，(?:主要)?一是")


def reasons_given(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Yield what gives reasons, with the last in front that tells how the thing stands."""
    for number, unit in enumerate(units):
        found = _GIVES_REASONS.match(unit.facts[0].text) if not unit.tasks else None
        near = range(max(0, number - FARTHEST), number) if found else ()
        told = [n for n in near if found and _tells_of(found["what"], units[n])]
        if told:
            yield number, told[-1]


def _tells_of(what: str, unit: Unit) -> bool:
    """Whether a sentence of a unit begins with the thing of which ``what`` tells: 公交准点率掉, 准点率82%."""
    fronts = (re.split(r"[，；\d]", f.text)[0] for f in unit.facts if f.quantities and not unit.tasks)
    return any(len(shared_words(front, what)) >= LEAST_SHARED for front in fronts)


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
    alone = alone and OF_THE_REST.match(bare(unit.statements[0].words)) is None
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
