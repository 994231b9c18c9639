"""Which units of the sheet tell of one matter: what is wrong, what is done about it, by whom, for how much.

A unit is never torn. One that has no task goes to the one task that tells of the same thing, or stays
where its type is told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from drafter.facts.cut.cues import pattern
from drafter.facts.kinship.forms import OF_THE_REST
from drafter.facts.kinship.links import Link
from drafter.facts.kinship.sharing import BOUND, ONE_SIGN, UNDONE, Nouns, shared_words
from drafter.facts.sheet import TASKS, FactType
from drafter.facts.types.matters import heading_of
from drafter.templating.compose.composition import bare
from drafter.templating.compose.material import TALK, WARM, Material
from drafter.templating.compose.plan.answered import ties_of_answers
from drafter.templating.compose.plan.gathering import gathered
from drafter.templating.compose.plan.joined import Joined
from drafter.templating.compose.plan.matter import part_told
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
from drafter.templating.compose.plan.statements import Statement
from drafter.templating.compose.plan.story import hero_of
from drafter.templating.compose.plan.ties import LEAST_SHARED, OF_ALL
from drafter.templating.compose.plan.units import (
    MEANS,
    WRONG,
    Unit,
    is_stock,
    lists_tasks,
    total_of,
    total_of_line,
    units_of,
)

# Of these links the source acts for the target: a duty, a sum, a check for its task.
_FOR_A_TASK = ("owner", "check", "fund")

# So near are two facts that have a word which no other has.
OF_THEIR_OWN = 0.25
# So short a situation tells one thing, and these words that it is not as it should be.
LONGEST_AMISS = 30
_AMISS = re.compile("只[有排能剩]|没|缺|不[够足到齐]|坏|拖|堵|漏")
# How it is told who answers for what.
_ANSWERS = re.compile("牵头|负责|[抓盯管包]")
# What stands in front of the name of a thing: 坏的机井, 各网格.
_WHICH = re.compile(r"^(?:其中|[都全]是|现有|(?:[去今]年|\d+月)(?:\d+日)?|[一-鿿]{1,3}的|[换修建装清补改治])")
# 3201 tells where, and no thing; 36栋 are those of which another line tells as well.
_THING = re.compile(r"[一-鿿A-Za-z]{2}|\d+[一-鿿]$")

_SPOKEN = re.compile("[一-鿿A-Za-z]{2,}")
# Where cases or deeds have a part of their own.
_WITH_STORIES = ("warning-education", "commendation", "address")


class _Tie(Struct, frozen=True):
    """A link from a statement with a task, or to one, and the units in which its ends stand, by place.

    ``near`` is how much both ends share that the rest of the sheet has not.
    """

    link: Link
    source: Statement
    target: Statement
    unit: int
    home: int
    near: float

    @property
    def is_strong(self) -> bool:
        """Whether it ties by words that both are told of, by a number, or by three signs."""
        return len(self.link.why) >= LEAST_SHARED or self._is_led

    @property
    def worth(self) -> tuple[bool, bool, bool, bool, bool, int, int, int]:
        """How firmly it ties: by what is left, by a thing and no place, by its long name, told of in both."""
        words, text = self.link.why, bare(self.target.words)
        # What a name is about stands at its end: 公路养护资金沉淀 is about 资金.
        end = max(text.find(words[:2]), text.find(words[-2:]))
        counted, thing = words[:1].isdigit(), bool(_THING.search(words))
        likeness = _likeness(self.source, self.target)
        is_long = len(words) >= LEAST_SHARED
        says_rest = OF_THE_REST.match(bare(self.source.words)) is not None
        left = UNDONE.fullmatch(words) is not None or (self.link.kind == "rest" and (counted or says_rest))
        return left, thing, counted and thing, is_long, self._is_led, len(words), end, likeness

    @property
    def is_exact(self) -> bool:
        """Whether it ties by more than a short name: by what is left, or of the same number."""
        short = self.link.kind == "problem" and len(self.link.why) < LEAST_SHARED
        return not (short or self.link.kind == "noun") or bool(re.match(r"\d|[没未]", self.link.why))

    @property
    def is_loose(self) -> bool:
        """Whether a figure has no more of a task than two signs within its sentence."""
        thing = _THING.search(self.link.why) is not None
        return self.link.kind == "noun" and thing and not self.is_strong

    @property
    def _is_led(self) -> bool:
        return all(_is_led_by(each, self.link.why) for each in (self.source, self.target))


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
    going_on = (
        *_going_on(units),
        *reasons_given(units),
        *left_behind(units, material),
        *explained(units),
        *between,
        *answers,
    )
    apart |= {*answered}
    for one, other in (*going_on, *(_under(units, matters) if pulls else ())):
        joined.join(one, other)
    beside: dict[int, int] = {}
    for one, other in _tied(units, material, matters) if pulls else ():
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
    return list(sets.values())


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


def _tied(units: Sequence[Unit], material: Material, matters: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield each unit that belongs to a task, with the unit of that task: the stressed ones first."""
    found = dict(_by_unit(_ties(units, material, matters)))
    matter = gathered(units, material)
    stressed = {n for n, unit in enumerate(units) if any(map(material.stressed, unit.facts))}
    whole = {*matter, *matter.values()}
    # What else is told stays, unless more than a chance word ties it to the stressed matter.
    stays = {n for n, unit in enumerate(units) if n not in stressed and not unit.tasks}
    words = material.stress_words()

    def is_of(tie: _Tie) -> bool:
        # What answers another thing of a list in which the stressed one stands has no weight.
        text = "，".join(fact.text for fact in units[tie.unit].facts)
        return tie.link.why not in text or tie.link.why in part_told(text, words)

    free = {
        unit: [t for t in those if (t.is_exact or t.home not in whole or unit not in stays) and is_of(t)]
        for unit, those in found.items()
        if unit not in matter and not _is_overview(units[unit], those, found)
    }
    best = {unit: _strongest(those, units, stressed) for unit, those in free.items() if those}
    together = {*listed_causes(units)} - matter.keys()
    for row in lists_of_wrong(units):
        # A list of what is wrong is told in one go, unless all of it has a task each; one of causes always.
        if len({best[n].home for n in row if n in best}) < len(row):
            together |= {n for n in row if n not in matter}
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
    best: Mapping[int, _Tie], units: Sequence[Unit], settled: Collection[int]
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


def _strongest(ties: Sequence[_Tie], units: Sequence[Unit], stressed: Collection[int]) -> _Tie:
    """Return the tie by which a unit is told: to what is stressed before all else."""

    def firmness(tie: _Tie) -> tuple[object, ...]:
        # Who answers is told with the task, and not with what is wrong.
        with_task = bool(units[tie.home].tasks) or tie.link.kind != "owner"
        return tie.home in stressed, with_task, tie.worth

    return max(ties, key=firmness)


def _is_overview(unit: Unit, ties: Sequence[_Tie], found: Mapping[int, Sequence[_Tie]]) -> bool:
    """Whether a row of figures is the matter of no one task: each of several is about another of them."""
    homes = {tie.home for tie in ties}
    apart = [home for home in homes if not any(tie.home in homes for tie in found.get(home, ()))]
    several = len(apart) > 1 and len({tie.target.place for tie in ties}) > 1
    return several and unit.type not in (*MEANS, *WRONG, *TASKS)


def _is_listed_at(place: int, units: Sequence[Unit]) -> bool:
    """Whether a task stands in a list of tasks, each for another thing."""
    line = units[place].line
    return lists_tasks([s for unit in units if unit.line == line for s in unit.statements])


def _by_unit(ties: Iterable[_Tie]) -> Iterator[tuple[int, list[_Tie]]]:
    """Yield each unit with its ties: the loose ones where it has no others."""
    found: dict[int, list[_Tie]] = {}
    for tie in ties:
        found.setdefault(tie.unit, []).append(tie)
    for unit, those in found.items():
        yield unit, [tie for tie in those if not tie.is_loose] or those


def _ties(units: Sequence[Unit], material: Material, matters: frozenset[str]) -> Iterator[_Tie]:
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
        acts = link.kind in (*_FOR_A_TASK, "cause", "part")
        near = nouns.nearness(source.facts, target.facts)
        tie = _Tie(link, source, target, *((one, other) if acts else (other, one)), near)
        if (not units[tie.unit].tasks or link.kind in ("noun", "rest")) and _holds(tie, units, material):
            yield tie


def _holds(tie: _Tie, units: Sequence[Unit], material: Material) -> bool:
    """Whether what a link ties is told together: a weak tie does nothing."""
    kind, source, target = tie.link.kind, tie.source, tie.target
    if units[tie.home].type in MEANS:
        return False
    if kind in _FOR_A_TASK:
        alone = all(s.type in MEANS for s in units[tie.unit].statements)
        return alone and not _is_for_several(tie)
    if material.kind in WARM and target.type is FactType.REQUEST:
        # What was asked is told in the part for it.
        return False
    if kind == "noun":
        return (
            material.kind not in WARM
            and source.type in TASKS
            and not _counts_others(target, tie.link)
            and (_is_amiss(target, tie.link) or _is_of_one_thing(tie))
        )
    if kind != "problem" or len(tie.link.why) >= LEAST_SHARED:
        return True
    # Who came to harm is told of in front, unless a task is for just that harm.
    harms = [match[0] for match in pattern("harm").finditer(bare(target.words))]
    other = bool(harms) and not (tie.is_strong or any(harm in source.words for harm in harms))
    return not (other or OF_ALL.match(target.facts[0].text))


def _counts_others(statement: Statement, link: Link) -> bool:
    """Whether a situation counts several things, that of a link not first: 住校生1680人，宿舍5栋，宿管9人."""
    first = re.split("[，；]", statement.facts[0].text)[0]
    return is_stock(statement) and link.why not in first


def _likeness(first: Statement, second: Statement) -> int:
    """Return how many pairs of signs two statements share."""
    words, others = bare(first.words), bare(second.words)
    return sum(words[i : i + 2] in others for i in range(len(words) - 1))


def _is_amiss(statement: Statement, link: Link) -> bool:
    """Whether a situation tells what is wrong with the thing of a task: 官方兽医只排白班."""
    words = bare(statement.words)
    short = statement.type is FactType.SITUATION and len(words) <= LONGEST_AMISS
    return short and len(link.why) >= LEAST_SHARED and bool(_AMISS.search(words))


def _is_of_one_thing(tie: _Tie) -> bool:
    """Whether how a thing stands is told with its task: its name is long, or both begin with it.

    The task may begin with a name that no other fact has.
    """
    words, task, target = OF_ALL.sub("", tie.link.why), tie.source, tie.target
    if target.type in (*MEANS, FactType.REQUEST) or any(hero_of(fact) for fact in target.facts):
        return False
    if re.search(f"[进到在去往]{re.escape(words)}", bare(task.words)):
        # 进手术间 is where something is done.
        return False
    if not _THING.search(words):
        return ONE_SIGN.fullmatch(words) is not None
    if len(words) >= LEAST_SHARED:
        return True
    own = tie.near >= OF_THEIR_OWN and target.type not in TASKS
    both = _is_led_by(task, words) and (own or _is_led_by(target, words))
    return both and not OF_ALL.match(bare(target.words))


def _is_led_by(statement: Statement, words: str) -> bool:
    """Whether a clause of a statement begins with ``words``: 坏的机井, 机井6眼."""
    clauses = re.split("[，；：]", bare(statement.words))
    return any(head.startswith(words) for clause in clauses for head in (clause, _WHICH.sub("", clause)))


def _is_for_several(tie: _Tie) -> bool:
    """Whether a duty, a sum or a check is no matter of the one task: it goes into the part of its type."""
    source = tie.source
    if tie.link.kind == "fund":
        # Several sums are told in one row.
        return len(source.facts) > 1 or len(source.facts[0].quantities) > 1
    duties = [fact for fact in source.facts if fact.type is FactType.DUTY]
    led = any("牵头" in fact.text and len(fact.partners) > 1 for fact in duties)
    shared_out = sum(bool(_ANSWERS.search(c)) for fact in duties for c in fact.text.split("，"))
    return tie.link.kind == "owner" and (shared_out > 1 or led)
