"""Which units of the sheet tell of one matter: what is wrong, what is done about it, by whom, for how much.

A unit is never torn. One that has no task goes to the one task that tells of the same thing, or stays
where its type is told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from drafter.facts import patterns as re
from drafter.facts.kinship.sharing import BOUND, Nouns, shared_words
from drafter.facts.sheet import TASKS, FactType
from drafter.facts.types.matters import heading_of
from drafter.templating.compose.composition import bare
from drafter.templating.compose.material import TALK, Material
from drafter.templating.compose.plan.answered import ties_of_answers
from drafter.templating.compose.plan.because import explained_by_name, kept_in_front
from drafter.templating.compose.plan.gathering import gathered
from drafter.templating.compose.plan.holding import FOR_A_TASK, Tie, holds
from drafter.templating.compose.plan.joined import Joined
from drafter.templating.compose.plan.matter import part_told
from drafter.templating.compose.plan.overview import overviews
from drafter.templating.compose.plan.runs import (
    explained,
    left_behind,
    listed_causes,
    lists_of_wrong,
    put_behind,
    reasons_given,
    told_among_cases,
    told_among_causes,
    told_beside,
)
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.plan.units import (
    MEANS,
    WRONG,
    Unit,
    lists_tasks,
    total_of,
    total_of_line,
    units_of,
)

_SPOKEN = re.compile("[一-鿿A-Za-z]{2,}")
# Where cases or deeds have a part of their own.
_WITH_STORIES = ("warning-education", "commendation", "address")


def bound(
    statements: Sequence[Statement], material: Material, matters: frozenset[str], *, pulls: bool
) -> list[list[Unit]]:
    """Return the units that ``statements`` make, those of one matter together.

    ``matters`` are headings of the sheet: what stands below another heading is another matter. A task
    ``pulls`` what is told of its thing out of the other parts.
    """
    units = units_of(statements)
    joined = Joined(len(units))
    # The case or the deed of a person is told among its like, whatever it shares with a task.
    apart = set(told_among_cases(units)) if material.kind in _WITH_STORIES else set[int]()
    between = [(n, n - 1) for n in apart if units[n].type is not FactType.CASE]
    if material.kind == "warning-education":
        apart |= set(told_among_causes(units, material))
    answers, answered = ties_of_answers(units) if material.kind == TALK else ([], ())
    going_on = [
        *_going_on(units),
        *reasons_given(units),
        *left_behind(units, material),
        *explained(units),
        *explained_by_name(units, {n for n, u in enumerate(units) if any(map(material.stressed, u.facts))}),
        *between,
        *answers,
    ]
    apart |= {*answered}
    whole, matter = overviews(units, material), gathered(units, material) if pulls else {}
    # What parts the figures of the whole stands behind them as it does on the sheet; they stand in front of
    # all, also where a part of them is stressed.
    going_on = [(n, m) for n, m in going_on if not (n == m + 1 and {n, m} <= whole)]
    going_on = [pair for pair in going_on if not (whole & {*pair} and matter.keys() & {*pair})]
    for one, other in (*going_on, *(_under(units, matters) if pulls else ())):
        joined.join(one, other)
    beside: dict[int, int] = {}
    for one, other in _tied(units, material, matters, matter) if pulls else ():
        if not apart & {one, other}:
            joined.join(one, other)
            beside |= told_beside(one, other, units, material)
    # Who answers for a task that is told within another unit goes there with the task.
    for index in sorted(beside, key=lambda n: (beside[n] not in beside, n)):
        put_behind(units[index], units[beside[index]], material)
    sets: dict[int, list[Unit]] = {}
    for index, unit in enumerate(units):
        if index not in beside:
            sets.setdefault(joined.root(index), []).append(unit)
    return [part for those in sets.values() for part in (_without_duties(those) if pulls else [those])]


def _without_duties(units: list[Unit]) -> list[list[Unit]]:
    """Return units that tell how things stand, and apart who answers: nothing there is to be done."""
    to_do = any(unit.tasks or unit.type in (FactType.CHECK, FactType.GAP) for unit in units)
    duties = [] if to_do else [u for u in units if all(s.type is FactType.DUTY for s in u.statements)]
    return [part for part in ([u for u in units if u not in duties], duties) if part]


def _under(units: Sequence[Unit], matters: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield all that the sheet puts under the name of one matter."""
    first: dict[str, int] = {}
    for index, unit in enumerate(units):
        name = _heading(unit)
        if name in matters:
            yield index, first.setdefault(name, index)


def _going_on(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Yield the parts of a sum with the sum, and what is answered to a request with the request."""
    everything = [s for unit in units for s in unit.statements]
    places = {id(s): n for n, unit in enumerate(units) for s in unit.statements}
    asked = [n for n, unit in enumerate(units) if unit.type is FactType.REQUEST]
    for number, unit in enumerate(units):
        total = None if unit.tasks else total_of(unit.statements[0], everything)
        if total is not None:
            # What the line of the sum goes on telling is not cut off: 一起是……；一起是……
            yield from ((n, places[id(total)]) for n in (number, *_rest_of_row(units, places[id(total)])))
        if number == 0 or units[number - 1].line != unit.line:
            line = [each for each in units[number:] if each.line == unit.line]
            if (whole := total_of_line(line, everything)) is not None:
                yield from ((n, places[id(whole)]) for n in range(number, number + len(line)))
        if unit.type is FactType.STANCE:
            kin = {n: len(shared_words(_words(units[n]), _words(unit))) for n in asked}
            if any(kin.values()):
                yield number, max(asked, key=lambda n: kin[n])


def _rest_of_row(units: Sequence[Unit], place: int) -> Iterator[int]:
    """Yield the cases behind one that go on with its line."""
    for number in range(place + 1, len(units)):
        if units[number].line != units[place].line or {units[number].type, units[place].type} != {
            FactType.CASE
        }:
            return
        yield number


def _words(unit: Unit) -> str:
    return "".join(bare(s.words) for s in unit.statements)


def _heading(unit: Unit) -> str:
    return heading_of(unit.statements[0].facts[0])


def _tied(
    units: Sequence[Unit], material: Material, matters: frozenset[str], matter: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield each unit that belongs to a task, with the unit of that task: the stressed ones first."""
    found = dict(_by_unit(_ties(units, material, matters)))
    stressed = {n for n, unit in enumerate(units) if any(map(material.stressed, unit.facts))}
    whole = {*matter, *matter.values()}
    # What else is told stays, unless more than a chance word ties it to the stressed matter.
    stays = {n for n, unit in enumerate(units) if n not in stressed and not unit.tasks}
    words = material.stress_words()

    def is_of(tie: Tie) -> bool:
        # What answers another thing of a list in which the stressed one stands has no weight.
        text = "，".join(fact.text for fact in units[tie.unit].facts)
        return tie.link.why not in text or tie.link.why in part_told(text, words)

    free = {
        unit: [t for t in those if (t.is_exact or t.home not in whole or unit not in stays) and is_of(t)]
        for unit, those in found.items()
        if unit not in matter and not _is_overview(units[unit], those, found)
    }
    best = {unit: _strongest(those, units, stressed) for unit, those in free.items() if those}
    together = {*listed_causes(units), *overviews(units, material)} - matter.keys()
    for row in lists_of_wrong(units):
        # A list of what is wrong is told in one go, unless all of it has a task each; one of causes always.
        if len({best[n].home for n in row if n in best}) < len(row):
            together |= {n for n in row if n not in matter}
    together |= kept_in_front(units, material, best.keys() - together, {*stressed, *matter})
    best = {n: tie for n, tie in best.items() if n not in together}
    homes = {n: tie.home for n, tie in best.items()}
    homes |= matter
    homes |= dict(_line_mates(best, units, {*homes, *together}))
    busy = set(homes.values())
    for unit, home in homes.items():
        # A check of what nobody has a task for stays among the checks, but for a rule on just that.
        exact = unit in best and BOUND.match(best[unit].link.why)
        if (
            units[unit].type not in (FactType.FUND, FactType.CHECK)
            or units[homes.get(home, home)].tasks
            or exact
        ):
            yield unit, home
        for tie in free.get(unit, ()) if unit in best else ():
            # Several tasks may be for one thing: those of one line, and those that have nothing else.
            same_line = units[tie.home].line == units[home].line
            idle = tie.is_strong and tie.home not in busy
            # In a list of tasks each has a sentence of its own: 喇叭没响, 名单没换.
            apart = same_line and _is_listed_at(home, units) and tie.target is best[unit].target
            if tie.link.kind == "problem" and units[tie.home].tasks and (same_line or idle) and not apart:
                yield tie.home, unit


def _line_mates(
    best: Mapping[int, Tie], units: Sequence[Unit], settled: Collection[int]
) -> Iterator[tuple[int, int]]:
    """Yield what the line of a unit that goes to a task tells further of its thing, with that task."""
    lines: dict[int, list[int]] = {}
    for number, each in enumerate(units):
        lines.setdefault(each.line, []).append(number)
    for unit, tie in best.items():
        words = tie.link.why
        for number in lines[units[unit].line]:
            mate = units[number]
            same = number not in settled
            plain = not mate.tasks and mate.type not in MEANS and units[tie.home].tasks
            if same and plain and _SPOKEN.fullmatch(words) and words in bare(mate.statements[0].words):
                yield number, tie.home


def _strongest(ties: Sequence[Tie], units: Sequence[Unit], stressed: Collection[int]) -> Tie:
    """Return the tie by which a unit is told: to what is stressed before all else."""

    def firmness(tie: Tie) -> tuple[object, ...]:
        # Who answers is told with the task, and not with what is wrong.
        with_task = bool(units[tie.home].tasks) or tie.link.kind != "owner"
        return tie.home in stressed, with_task, tie.worth

    return max(ties, key=firmness)


def _is_overview(unit: Unit, ties: Sequence[Tie], found: Mapping[int, Sequence[Tie]]) -> bool:
    """Whether a row of figures is the matter of no one task: each of several is about another of them."""
    homes = {tie.home for tie in ties}
    apart = [home for home in homes if not any(tie.home in homes for tie in found.get(home, ()))]
    several = len(apart) > 1 and len({tie.target.place for tie in ties}) > 1
    return several and unit.type not in (*MEANS, *WRONG, *TASKS)


def _is_listed_at(place: int, units: Sequence[Unit]) -> bool:
    """Whether a task stands in a list of tasks, each for another thing."""
    line = units[place].line
    return lists_tasks([s for unit in units if unit.line == line for s in unit.statements])


def _by_unit(ties: Iterable[Tie]) -> Iterator[tuple[int, list[Tie]]]:
    """Yield each unit with its ties: the loose ones where it has no others."""
    found: dict[int, list[Tie]] = {}
    for tie in ties:
        found.setdefault(tie.unit, []).append(tie)
    for unit, those in found.items():
        yield unit, [tie for tie in those if not tie.is_loose] or those


def _ties(units: Sequence[Unit], material: Material, matters: frozenset[str]) -> Iterator[Tie]:
    """Yield the links that are firm enough to take a unit without a task, or a like task, to another."""
    places = {id_: (n, s) for n, unit in enumerate(units) for s in unit.statements for id_ in s.ids}
    nouns = Nouns([fact for unit in units for fact in unit.facts])
    for link in material.links:
        if link.source not in places or link.target not in places:
            continue
        (one, source), (other, target) = places[link.source], places[link.target]
        apart = matters and _heading(units[one]) != _heading(units[other])
        if one == other or apart or link.why in material.meeting:
            # What the meeting is about is the matter of all.
            continue
        acts = link.kind in (*FOR_A_TASK, "cause", "part")
        near = nouns.nearness(source.facts, target.facts)
        tie = Tie(link, source, target, *((one, other) if acts else (other, one)), near)
        if (not units[tie.unit].tasks or link.kind in ("noun", "rest")) and holds(tie, units, material):
            yield tie
