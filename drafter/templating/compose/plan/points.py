"""Points: units with tasks, and those that belong to them, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.cut.cues import pattern
from drafter.facts.kinship.forms import OF_THE_REST
from drafter.facts.kinship.sharing import names_people, shared_words
from drafter.facts.sheet import AIMS, TASKS, Fact, FactType, IntentKind
from drafter.facts.types.matters import heading_of
from drafter.templating.compose.composition import bare
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.plan.units import MEANS, WRONG, Unit, hangs
from drafter.templating.compose.words.spoken_labels import announces

# So many matters are told one by one, of more the lightest together.
MOST_POINTS = 9
# The heading of a point that holds what is akin to no other.
OTHERS = "其他几件"
# What two points are about is in so many signs at the front of a topic: 病险水库, 大冲水库.
LEADING = 4
# A task in so few words makes no point of its own: 鲜花换纸钱.
BRIEF = 6


class Group(Struct):
    """The units of one point. ``stressed`` is set where the leader wants weight on it.

    ``leads`` is set where he wants it told first.

    ``weighty`` is set for the point that has most to tell where he stresses none. ``name`` is the
    path of a point that the YAML gives its facts, ``matter`` the heading of the sheet that it stands under.
    """

    units: list[Unit]
    stressed: bool = False
    leads: bool = False
    weighty: bool = False
    name: str = ""
    matter: str = ""

    @property
    def statements(self) -> list[Statement]:
        """The statements in the order of telling: what is stressed, from what is wrong to its check."""
        return told_through(self.units) if self.stressed else in_order(self.units)

    @property
    def place(self) -> int:
        """Where the first task stands on the sheet, or the rule that answers, else the first fact."""
        rules = [s for s in self.statements if s.type is FactType.CHECK]
        return min(s.place for s in self.tasks or rules or self.statements)

    @property
    def tasks(self) -> list[Statement]:
        """The tasks and promises of the point."""
        return [s for s in self.statements if s.type in TASKS]

    @property
    def aims(self) -> list[Statement]:
        """The tasks, promises and gaps of the point."""
        return [s for s in self.statements if s.type in AIMS]


def in_order(units: Sequence[Unit]) -> list[Statement]:
    """Return the statements of one matter: how things stand, and then what is to be done about it.

    Each unit is told through, and all of them as on the sheet.
    """
    answers = (*TASKS, *MEANS, FactType.STANCE)
    return [
        statement
        for unit in sorted(units, key=lambda u: (u.statements[0].type in answers, u.place))
        for statement in unit.statements
    ]


# What calls its thing only by how many, or by what is left: it is told behind what it counts.
_POINTS_AT = re.compile(r"那|这|以上|上述|\d[\d.]*[万亿]?[一-鿿]")

_WITH_TASK = (*TASKS, FactType.DUTY)
_HOW_IT_STANDS = (FactType.SITUATION, FactType.ACHIEVEMENT, FactType.CHECK)
# Behind so many sentences nobody knows any more what the point asks.
MOST_IN_FRONT = 3


def opening_with_task(group: Group) -> list[Statement]:
    """Return the statements of a point without a heading: first what is to be done, then how things stand.

    A few sentences lead to the task where they tell what is wrong, or name its thing. A task that only
    counts what stands in front of it stays behind that, and one of several in its place.
    """
    those = group.statements
    if group.stressed or not group.tasks or those[0] in group.aims:
        return those
    task = group.tasks[0]
    at = those.index(task)
    with_it = [task, *takewhile(lambda s: s.type in _WITH_TASK, those[at + 1 :])]
    if not all(each in with_it for each in group.aims):
        return those
    said, state = bare(task.words), bare(those[0].words)
    named = those[0].type not in _HOW_IT_STANDS or said[:2] in state
    if (named and at < MOST_IN_FRONT) or _POINTS_AT.match(said) or OF_THE_REST.match(said) or hangs(task):
        return those
    return [*with_it, *(s for s in those if s not in with_it)]


# What a matter told to its end goes on with, in this order, behind how it stands and what went wrong.
_FURTHER = (FactType.CAUSE, FactType.ACHIEVEMENT, *TASKS, FactType.DUTY, FactType.FUND, FactType.CHECK)


def told_through(units: Sequence[Unit]) -> list[Statement]:
    """Return the statements of the weightiest matter: wrong, why, how others do it, tasks, who, check."""

    def stage(unit: Unit) -> int:
        first = unit.statements[0].type
        type_ = next((s.type for s in unit.statements if s.type in TASKS), first)
        wrong = unit.type in WRONG and first is not FactType.CAUSE
        return -1 if wrong or type_ not in _FURTHER else _FURTHER.index(type_)

    those = sorted(units, key=lambda u: (stage(u), u.place))
    return [statement for unit in those for statement in unit.statements]


def grouped(clusters: Sequence[Sequence[Unit]], material: Material, matters: frozenset[str]) -> list[Group]:
    """Return the points that ``clusters`` of units with tasks make, in the order in which they are told."""
    groups = [Group(list(units), matter=_matter_of(units, matters)) for units in clusters]
    for group in groups:
        group.stressed = any(material.stressed(f) for s in group.statements for f in s.facts)
        group.leads = any(material.leads(f) for s in group.statements for f in s.facts)
    groups.sort(key=lambda g: g.place)
    groups = _few(groups if matters else _with_kin(_with_brief(_with_rules(groups))))
    if groups and not any(group.stressed for group in groups):
        max(groups, key=_weight).weighty = True
    listed = _are_listed(groups)
    # What weighs most is told first, where the sheet does not list the points.
    return sorted(groups, key=lambda g: (not g.leads, bool(g.name), not g.stressed and not listed, g.place))


def _are_listed(groups: Sequence[Group]) -> bool:
    """Whether the sheet lists the points by name, each on a line of its own: their order is the leader's."""
    firsts = [g.tasks[0].facts[0] for g in groups if g.tasks]
    lines = {fact.group for fact in firsts if fact.label and not announces(fact.label)}
    return len(lines) == len(groups)


def _weight(group: Group) -> tuple[int, int, int]:
    """Return how much a point has to tell: what went wrong, why, and how near its first deadline is."""
    wrong = sum(s.type in (FactType.PROBLEM, FactType.CAUSE) for s in group.statements)
    days = [f.by.end.toordinal() for s in group.aims for f in s.facts if f.by and f.by.end]
    return wrong, -min(days, default=10**7), len(group.statements)


def _matter_of(units: Sequence[Unit], matters: frozenset[str]) -> str:
    """Return the matter that all ``units`` stand under, "" where they stand under several."""
    names = {heading_of(f) for unit in units for s in unit.statements for f in s.facts}
    return next(iter(names)) if len(names) == 1 and names <= matters else ""


# What points back at the tasks in front of it: 这套规矩9月15日起执行.
_POINTS_BACK = re.compile("(?:这[套几些]|以上|上述)[^，：]{0,6}?(?:规矩|办法|规定|制度|要求|措施|[条项样])")


def _with_rules(groups: list[Group]) -> list[Group]:
    """Put what tells from when several rules hold to them: the tasks in front, on its line, without a day."""
    kept: list[Group] = []
    for group in groups:
        task = group.statements[0].facts[0]
        if len(group.statements) == 1 and _POINTS_BACK.match(task.text):
            rules: list[Group] = []
            while kept and _is_rule(kept[-1], task):
                rules.insert(0, kept.pop())
            units = [unit for rule in rules for unit in rule.units]
            stressed = any(rule.stressed for rule in rules)
            group = Group([*units, *group.units], stressed=stressed, leads=any(r.leads for r in rules))
        kept.append(group)
    return kept


def _is_rule(group: Group, after: Fact) -> bool:
    """Whether the tasks of a point stand on the line of a fact and have no day of their own."""
    facts = [fact for task in group.tasks for fact in task.facts]
    return all(fact.group == after.group and not (fact.by and fact.by.end) for fact in facts)


def _with_brief(groups: list[Group]) -> list[Group]:
    """Put a task in few words to the point in front, where both stand on one line."""
    kept: list[Group] = []
    for group in groups:
        brief = len(group.statements) == 1 and group.statements[0].length <= BRIEF
        if kept and brief and kept[-1].aims[-1].facts[-1].group == group.statements[0].facts[0].group:
            kept[-1].units.extend(group.units)
        else:
            kept.append(group)
    return kept


def _with_kin(groups: list[Group]) -> list[Group]:
    """Put a task that stands alone to the point that tells of the same thing, where three points are left."""
    for group in [g for g in groups if len(g.statements) == 1 and not g.stressed]:
        others = [
            g
            for g in groups
            if g is not group and len(g.statements) > 1 and not g.stressed and _only_kin(group, g, groups)
        ]
        if others and len(groups) > 3:
            others[0].units.extend(group.units)
            groups.remove(group)
    return groups


def _only_kin(first: Group, second: Group, groups: Sequence[Group]) -> bool:
    """Whether the tasks of two points, and of no third, are called alike: 水库, and not 企业 or 社区."""
    words = [
        " ".join(f.topic[:LEADING] for s in group.aims for f in s.facts[:1]) for group in (first, second)
    ]
    shared = shared_words(*words)
    if len(shared) < 2 or pattern("body-end").search(shared) or names_people(shared):
        return False
    others = [g for g in groups if g is not first and g is not second]
    return not any(shared in bare(s.words) for g in others for s in g.statements)


def _few(groups: list[Group]) -> list[Group]:
    """Return at most ``MOST_POINTS`` groups: the lightest make one point that is called what is left."""
    if len(groups) <= MOST_POINTS:
        return groups
    by_weight = sorted(groups, key=lambda g: (g.stressed, sum(s.length for s in g.statements)))
    light = by_weight[: len(groups) - MOST_POINTS + 1]
    left = Group([unit for group in groups if group in light for unit in group.units], name=OTHERS)
    return [*(group for group in groups if group not in light), left]


def stress_word(material: Material, group: Group) -> str:
    """Return the word that the leader stresses: of the story told, or of what several tasks are for."""
    if not group.stressed or group.matter:
        return ""
    story = stressed_story(group, material)
    if not story and len(group.aims) < 2:
        return ""
    told = [s for s in group.statements if s.type is FactType.CASE] if story else group.aims
    for intent in material.wishes(IntentKind.STRESS):
        for word in intent.words:
            if 2 <= len(word) <= 6 and any(word in bare(s.words) for s in told):
                return f"{word}这件事" if story else word
    return ""


def stressed_story(group: Group, material: Material) -> bool:
    """Whether the leader wants weight on what happened, and on nothing that is to be done about it."""
    stressed = [f for s in group.statements for f in s.facts if material.stressed(f)]
    return bool(stressed) and all(fact.type is FactType.CASE for fact in stressed)
