"""What goes where: the parts of the kind, each with its statements and points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from msgspec import Struct, field

from drafter.facts import patterns as re
from drafter.facts.sheet import TASKS, Fact, FactType, Intent, IntentKind
from drafter.facts.types.matters import heading_of, matters_of
from drafter.templating.compose.around.ceremonies import is_feast
from drafter.templating.compose.comments.frames import Frames
from drafter.templating.compose.comments.rows import listed
from drafter.templating.compose.composition import bare
from drafter.templating.compose.material import TALK, WARNING, Material
from drafter.templating.compose.plan.answered import is_answered
from drafter.templating.compose.plan.binding import bound
from drafter.templating.compose.plan.points import Group, grouped, in_order
from drafter.templating.compose.plan.retyping import AT_WORK
from drafter.templating.compose.plan.sequence import in_sequence
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.plan.story import hero_of
from drafter.templating.compose.plan.units import MEANS, WRONG, Unit

# A commendation that is a feast has parts of its own.
FEAST = "feast"
# Who forecasts stands in so many signs at the front.
LONGEST_SOURCE = 8
_GOES_ON = (FactType.SITUATION, FactType.PROGRESS, FactType.ACHIEVEMENT)
_STATES = (FactType.SITUATION, FactType.PROBLEM, FactType.ACHIEVEMENT)


class PartPlan(Struct):
    """A part: its role, how it tells, its heading where the kind has one, and what it tells.

    ``number`` is its place in the table of the kind, from 1; ``flows`` is set where it tells in the order
    of the sheet.
    """

    role: str
    shape: str
    heading: str | None = None
    number: int = 0
    flows: bool = False
    statements: list[Statement] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)

    def all(self) -> list[Statement]:
        """Return all statements of the part."""
        return [*self.statements, *(s for group in self.groups for s in group.statements)]


def planned(statements: Sequence[Statement], material: Material, frames: Frames) -> list[PartPlan]:
    """Return the parts that have something to say. Every statement is in just one of them."""
    kind = FEAST if is_feast(material) else material.kind
    table = frames.tables.get(kind) or frames.tables["deployment"]
    told = [s for s in statements if s.type is not FactType.THANKS and not _is_thanked(s, material)]
    of_case = _of_case(told) if material.kind == WARNING else []
    told = [s for s in told if s not in of_case]
    pointed = next((row for row in table if row["as"] == "points"), None)
    pulls = pointed is not None and pointed.get("pulls") == "yes"
    matters = matters_of([f for s in told for f in s.facts]) if pulls else frozenset()
    clusters = bound(told, material, matters, pulls=pulls)
    typed = _type_at_feast if kind == FEAST else type_of
    pairs = [c for c in clusters if material.kind == TALK and is_answered(in_order(c))]
    points = [c for c in clusters if _is_point(c, matters) and c not in pairs] if pointed else []
    groups = grouped(points, material, matters)
    rest = [c for c in clusters if not (groups and c in points)]
    if not _pays(groups):
        groups, rest = [], clusters
    parts = list[PartPlan]()
    for number, row in enumerate(table, 1):
        types = listed(row["types"])
        part = PartPlan(row["part"], row["as"], row.get("heading"), number, row.get("order") == "sheet")
        part.groups = groups if row is pointed else []
        parts += _matter_parts(part)
        own = [c for c in rest if (FactType.REQUEST if c in pairs else typed(c)).value in types]
        means = _with_part_of_their_own([c for c in own if part.groups and type_of(c) in MEANS])
        part.statements = _in_order([c for c in own if c not in means], part, material)
        if (promised := row.get("promised")) and _only_promises(part):
            part.heading = promised
        if (mishap := row.get("mishap")) and "事故" in material.meeting:
            part.heading = mishap
        parts += [part, _means_beside(part, means)]
    _put_forecasts_last(parts)
    if material.kind == WARNING:
        _put_work_behind_case(parts)
        _tell_with_case(parts, of_case)
    if kind == FEAST and all(s.type in MEANS for s in parts[-1].statements):
        # Who does it makes no part where nothing is told of what lies ahead.
        parts[0].statements += parts.pop().statements
    kept = [part for part in parts if part.all()]
    if len(kept) == 1 and not material.taken:
        # What has one part only is told without headings, but for parts that the YAML writes.
        kept[0].heading = ""
    return kept


def _put_forecasts_last(parts: Sequence[PartPlan]) -> None:
    """Tell what the weather is to be in the next part in front of the tasks, where one tells only that."""
    told = [part for part in parts if part.shape == "paragraphs" and part.statements]
    for part, after in pairwise(told):
        if all(_is_foretold(f) for s in part.statements for f in s.facts):
            after.statements += part.statements
            part.statements = []


def _put_work_behind_case(parts: Sequence[PartPlan]) -> None:
    """Tell how the work goes on, behind the causes on the sheet, in front of the tasks: it is of no case.

    Where no cause is told, only how far a work is stands so, behind the cases.
    """
    told = [s for part in parts for s in part.all()]
    causes = [s.place for s in told if s.type is FactType.CAUSE]
    behind = max(causes or [s.place for s in told if s.type is FactType.CASE], default=0)
    goes_on = _GOES_ON if causes else (FactType.PROGRESS,)
    tasks = next((part for part in parts if part.groups), None)
    if tasks is None:
        return
    for part in parts:
        if part is tasks or not any(s.type is FactType.CASE for s in part.statements):
            continue
        work = [s for s in part.statements if s.type in goes_on and s.place > behind]
        part.statements = [s for s in part.statements if s not in work]
        tasks.statements = [*work, *tasks.statements]


# 那天工作票是提前签好的: what goes on telling of the case on the line in front.
OF_THAT_DAY = re.compile("(?:那天|那晚|当天|当晚|当时|事发|出事|事后|案发)")
_TELLS_ON = (FactType.PROBLEM, FactType.SITUATION, FactType.CAUSE, FactType.PROGRESS)


def _of_case(told: Sequence[Statement]) -> list[Statement]:
    """Return what goes on telling of a case on the line behind it, and is of no other type than it may be."""
    lines = [list(those) for _line, those in groupby(told, key=lambda s: s.facts[0].group)]
    found: list[Statement] = []
    for before, line in pairwise(lines):
        is_case = before[-1] in found or any(s.type is FactType.CASE for s in before)
        told_on = OF_THAT_DAY.match(line[0].facts[0].text) and all(s.type in _TELLS_ON for s in line)
        found += line if is_case and told_on else []
    return found


def _tell_with_case(parts: Sequence[PartPlan], of_case: Sequence[Statement]) -> None:
    """Put what goes on telling of a case right behind it."""
    for each in of_case:
        part = next(p for p in parts if any(s.type is FactType.CASE for s in p.statements))
        at = max(n for n, s in enumerate(part.statements, 1) if s.place < each.place)
        part.statements.insert(at, each)


def type_of(units: Sequence[Unit]) -> FactType:
    """Return what units of one matter are for: their task, else what went wrong, else how they begin."""
    types = [unit.type for unit in sorted(units, key=lambda u: u.place)]
    return next((t for wanted in (TASKS, WRONG) for t in types if t in wanted), types[0])


# What is promised to those who are honoured, and what comes next, is nobody's deed.
_COMES = re.compile(r"明年|下[一]?[届次回]|\d月(?:\d{1,2}日)?底?[前起]|[奖补发]\d|称号|晋升|认定")


def _type_at_feast(units: Sequence[Unit]) -> FactType:
    """Return what units are for at a feast: where none is named, prizes and what comes next are no deeds."""
    facts = [f for unit in units for s in unit.statements for f in s.facts]
    type_ = type_of(units)
    ahead = (
        type_ is FactType.CASE and not any(map(hero_of, facts)) and any(_COMES.search(f.text) for f in facts)
    )
    return FactType.TASK if ahead else type_


def _is_point(units: Sequence[Unit], matters: frozenset[str]) -> bool:
    """Whether units make a point: there is something to do, or a rule on what is wrong, or a named matter."""
    types = {unit.type for unit in units}
    return (
        any(unit.tasks for unit in units)
        or (FactType.CHECK in types and FactType.PROBLEM in types)
        or {heading_of(s.facts[0]) for u in units for s in u.statements} <= matters
    )


# Who answers for all stands over the tasks where that is all, and is no part of a speech.
_FOR_ALL = re.compile("(?:[抓管]总|总负责|牵头)$")


def _with_part_of_their_own(clusters: Sequence[Sequence[Unit]]) -> Sequence[Sequence[Unit]]:
    """Return who, money and checks where they make a part; one short sentence on who answers makes none."""
    told = [s for units in clusters for unit in units for s in unit.statements]
    alone = [s.type for s in told] == [FactType.DUTY] and _FOR_ALL.search(told[0].facts[-1].text)
    return [] if alone else clusters


def _means_beside(part: PartPlan, clusters: Sequence[Sequence[Unit]]) -> PartPlan:
    """Return the part of who, money and checks: they are no tasks, and do not stand among points that are."""
    means = PartPlan(part.role, "short")
    means.statements = _by_means(clusters)
    return means


def _matter_parts(part: PartPlan) -> list[PartPlan]:
    """Take the points out of a part that are matters of the sheet, each as a part of its own."""
    groups = part.groups
    if not all(group.matter for group in groups):
        return []
    part.groups = []
    return [PartPlan(part.role, part.shape, _named(g.matter), part.number, groups=[g]) for g in groups]


def _named(matter: str) -> str:
    """Return a matter as a heading: 停车这件事, 红白事."""
    return matter if matter.endswith(("事", "事情", "工作")) else f"{matter}这件事"


def _only_promises(part: PartPlan) -> bool:
    types = {s.type for s in part.all()}
    return FactType.PROMISE in types and types <= {FactType.PROMISE, FactType.BASIS, FactType.FUND}


def _pays(groups: Sequence[Group]) -> bool:
    """Whether there are tasks enough for points: two points, or one that is more than a sentence."""
    return len(groups) > 1 or any(len(group.statements) > 2 for group in groups)


def _is_thanked(statement: Statement, material: Material) -> bool:
    """Whether a statement only tells who is to be thanked: it goes into the thanks."""
    return any(is_of_those_thanked(statement, intent) for intent in material.wishes(IntentKind.THANKS))


# No more stands in front of those of whom a statement tells.
_FEW = 4
_ONE_OF_THEM = re.compile("[一1有][名位个]")


def is_of_those_thanked(statement: Statement, intent: Intent) -> bool:
    """Whether a statement that a wish for thanks stands behind tells of those thanked: 对搬迁的61户."""
    if statement.type is not FactType.SITUATION or not set(statement.ids) <= set(intent.about):
        return False
    words, who = bare(statement.words), "、".join(intent.words)
    at = words.find(who)
    told = 0 <= at <= _FEW and _ONE_OF_THEM.search(words[:at]) is None
    return not who or told or re.sub("^[对给向]", "", words) in who


_FORETOLD = re.compile("气象|预[测报]")


def _facts_of(units: Sequence[Unit]) -> Iterator[Fact]:
    return (fact for unit in units for statement in unit.statements for fact in statement.facts)


def _is_foretold(fact: Fact) -> bool:
    """Whether a fact tells what is to come from those who forecast it: 气象局预测，汛期雨量偏多."""
    front = f"{fact.label}{fact.source}{fact.text[:LONGEST_SOURCE]}"
    # 水情预报提前40分钟送到 tells how a forecast came, and not what is to come.
    came = re.search("送[到达]|收到|发[出到]", fact.text)
    return fact.type in _STATES and _FORETOLD.search(front) is not None and came is None


def _in_order(clusters: Sequence[Sequence[Unit]], part: PartPlan, material: Material) -> list[Statement]:
    """Return the statements of a part in the order of telling; who does it, money and checks by type.

    What the weather is to be stands at the end, in front of what is to be done about it.
    """
    if part.shape == "short":
        return _by_means(clusters)
    lines = {f.group for units in clusters for f in _facts_of(units) if _is_foretold(f)}
    those = sorted(clusters, key=lambda c: min(u.place for u in c))
    if material.kind in AT_WORK and not part.flows:
        those = in_sequence(those, material)
    those.sort(key=lambda units: any(f.group in lines for f in _facts_of(units)))
    return [s for units in those for s in in_order(units)]


def _by_means(clusters: Sequence[Sequence[Unit]]) -> list[Statement]:
    """Return who does it, money and checks, one type behind the other."""
    those = sorted(clusters, key=lambda c: (MEANS.index(type_of(c)), min(u.place for u in c)))
    return [s for units in those for s in in_order(units)]
