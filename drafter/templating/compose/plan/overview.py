"""How the whole stands: what a part on the state of things begins with, and no task takes out of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from drafter.facts import patterns as re
from drafter.facts.kinship.sharing import LEAST_PARTS, shared_words
from drafter.facts.sheet import Fact, FactType
from drafter.templating.compose.composition import bare
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.ties import OF_ALL
from drafter.templating.compose.plan.units import WRONG, Unit, total_of

# 9月底全县低保对象5126户: so near the front it is told of what the figures are.
_FRONT = 8
# What is counted stands in front of how many there are, or behind: 坏灯13盏, 38个班.
_COUNTED = re.compile(r"(?P<thing>[一-鿿]{2,10}?)的?(?:有|坏了)?\d[\d.]*[万亿]?(?![万亿元年月天])[一-鿿]")
# Each row is held against each task, and that is done for so many.
MOST_UNITS = 150
_SO_FAR = re.compile("已|目前|到今天|到现在|截至")
_NO_COUNT = ("%", "元", "年", "月", "天")
# What is told with a fault: an accident, why it came about.
_TOLD_APART = (FactType.CAUSE, FactType.CASE)


def overviews(units: Sequence[Unit], material: Material) -> set[int]:
    """Return the units that give the figures of the whole, and those that part them: 436栋里, D级21栋里.

    What the leader stresses is told with its task, and how far a work is as well.
    """
    found = set(_of_several(units, material))
    places = {id(s): n for n, unit in enumerate(units) for s in unit.statements}
    everything = [s for unit in units for s in unit.statements]
    for number, unit in enumerate(units):
        if not _may_stand_in_front(unit, material):
            continue
        total = total_of(unit.statements[0], everything)
        parts = total is not None and places[id(total)] in found and unit.type not in _TOLD_APART
        if parts or _gives_whole(unit):
            found.add(number)
    return found


def _may_stand_in_front(unit: Unit, material: Material) -> bool:
    return not unit.tasks and not any(map(material.stressed, unit.facts))


def _of_several(units: Sequence[Unit], material: Material) -> Iterator[int]:
    """Yield rows of figures of which tasks take up several, each another: 地砖47块，坏灯13盏，器材5件.

    So stand the figures with which a sheet begins: 学校38个班，1720个学生，公共区46块.
    """
    tasks = [bare(s.words) for unit in units[:MOST_UNITS] for s in unit.tasks]
    row = -1
    for number, unit in enumerate(units[:MOST_UNITS]):
        if not _may_stand_in_front(unit, material):
            continue
        if row >= 0 and row == number - 1 and _SO_FAR.match(unit.facts[0].text):
            # 已修：灯9盏，器材3件 goes on with it.
            row = number
            yield number
            continue
        things = [thing for fact in unit.facts for thing in _things_counted(fact)]
        taken = [{n for n, task in enumerate(tasks) if shared_words(thing, task)} for thing in things]
        row = number if len(things) >= LEAST_PARTS and _apart(taken) else row
        if row == number or (number == 0 and _counts_only(unit)):
            yield number


def _counts_only(unit: Unit) -> bool:
    """Whether a unit counts things of several kinds, and tells neither a rate nor how it changed."""
    counts = [q for fact in unit.facts for q in fact.quantities]
    plain = all(s.type is FactType.SITUATION for s in unit.statements)
    still = all(q.role != "change" and q.unit not in _NO_COUNT for q in counts)
    return plain and still and len(counts) >= LEAST_PARTS and len({q.unit for q in counts}) > 1


def _things_counted(fact: Fact) -> list[str]:
    """Return the things that a fact counts, one in each of its clauses; none where a clause tells more."""
    clauses = re.split("[，；、]", fact.text.rpartition("：")[2])
    counted = [_COUNTED.fullmatch(clause) for clause in clauses]
    return [each["thing"] for each in counted if each] if all(counted) else []


def _apart(taken: Sequence[set[int]]) -> bool:
    """Whether two of these sets of tasks have none in common."""
    return any(one and other and not one & other for one, other in combinations(taken, 2))


def _gives_whole(unit: Unit) -> bool:
    """Whether a unit begins with how much there is of all: 全县自建房9.6万栋; not how far a work on it is."""
    told = unit.statements[0].type in (FactType.SITUATION, FactType.ACHIEVEMENT)
    return begins_with_whole(unit) and told and not any(s.type in WRONG for s in unit.statements[2:])


def begins_with_whole(unit: Unit) -> bool:
    """Return whether a unit begins with a figure of all: 全县自建房9.6万栋, 1至10月全县火灾187起."""
    first = unit.statements[0].facts[0]
    return OF_ALL.search(first.text[:_FRONT]) is not None and bool(first.quantities)
