"""Statements of one point: tasks with the problems, causes, owners and means that are linked to them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from drafter.facts.cues import pattern
from drafter.facts.matters import heading_of, matters_of
from drafter.facts.sharing import shared_words
from drafter.facts.sheet import FactType, IntentKind
from drafter.templating.compose.binding import bound
from drafter.templating.compose.composition import bare
from drafter.templating.compose.items import AIMS, TASKS
from drafter.templating.compose.material import Material
from drafter.templating.compose.statements import Statement, is_row_name

MOST_POINTS = 7
# Promises to those who were heard are told one by one.
MOST_PROMISES = 9
# The heading of a point that holds what is akin to no other.
OTHERS = "其他几件"
# What two points are about is in so many signs at the front of a topic: 病险水库, 大冲水库.
LEADING = 4
# A task in so few words makes no point of its own: 鲜花换纸钱.
BRIEF = 6
# A point weighs most where the leader stresses one of these.
STRESSED = (*AIMS, FactType.PROBLEM)
# The order within a point; what has one number stands as on the sheet.
_ORDER = {
    FactType.ACHIEVEMENT: 0, FactType.PROGRESS: 1, FactType.SITUATION: 1, FactType.REQUEST: 1,
    FactType.PROBLEM: 1, FactType.CAUSE: 2, FactType.STANCE: 3, FactType.BASIS: 4, FactType.GAP: 5,
    FactType.TASK: 6, FactType.PROMISE: 6, FactType.DUTY: 7, FactType.FUND: 8, FactType.CHECK: 9,
}  # fmt: skip


class Group(Struct):
    """The statements of one point. ``stressed`` is set where the leader wants weight on it.

    ``leads`` is set where he wants it told first.

    ``weighty`` is set for the point that has most to tell where he stresses none. ``name`` is the
    path of a point that the YAML gives its facts, ``matter`` the heading of the sheet that it stands under.
    """

    statements: list[Statement]
    stressed: bool = False
    leads: bool = False
    weighty: bool = False
    name: str = ""
    matter: str = ""

    @property
    def place(self) -> int:
        """Where the first task stands on the sheet, the first fact where there is no task."""
        tasks = [s for s in self.statements if s.type in TASKS]
        return min(s.place for s in tasks or self.statements)

    @property
    def aims(self) -> list[Statement]:
        """The tasks and promises of the point."""
        return [s for s in self.statements if s.type in AIMS]


def grouped(statements: Sequence[Statement], material: Material, pulls: bool) -> list[Group]:
    """Return the points that the tasks among ``statements`` make, in the order in which they are told."""
    aims = [s for s in statements if s.type in AIMS]
    if not aims:
        return []
    matters = matters_of([f for s in statements for f in s.facts]) if pulls else frozenset()
    linked = bound(statements, material, matters) if pulls else [[s] for s in aims]
    groups = [Group(each, matter=_matter_of(each, matters)) for each in linked]
    # What is missing, where no task fills it, is a problem and no point.
    groups = [g for g in groups if g.matter or not pulls or any(s.type in TASKS for s in g.statements)]
    groups = [group for group in groups if group.aims or group.matter]
    for group in groups:
        told = group.statements if group.matter else [s for s in group.statements if s.type in STRESSED]
        group.stressed = any(material.stressed(f) for s in told for f in s.facts)
        group.leads = any(material.leads(f) for s in group.statements for f in s.facts)
    groups.sort(key=lambda g: g.place)
    most = MOST_PROMISES if material.kind == "symposium" else MOST_POINTS
    groups = _few(groups if matters else _with_kin(_joined_singles(groups, material)), most)
    for group in groups:
        group.statements = ordered(group, material)
    if not any(group.stressed for group in groups):
        max(groups, key=_weight).weighty = True
    return sorted(groups, key=lambda g: (not g.leads, g.stressed, bool(g.name), g.place))


def _weight(group: Group) -> tuple[int, int, int]:
    """Return how much a point has to tell: what went wrong, why, and how near its first deadline is."""
    wrong = sum(s.type in (FactType.PROBLEM, FactType.CAUSE) for s in group.statements)
    days = [f.by.end.toordinal() for s in group.aims for f in s.facts if f.by and f.by.end]
    return wrong, -min(days, default=10**7), len(group.statements)


def _matter_of(statements: Sequence[Statement], matters: frozenset[str]) -> str:
    """Return the matter that all ``statements`` stand under, "" where they stand under several."""
    names = {heading_of(f) for s in statements for f in s.facts}
    return next(iter(names)) if len(names) == 1 and names <= matters else ""


def _joined_singles(groups: list[Group], material: Material) -> list[Group]:
    """Put a task that stands alone next to the stressed one on its line: 喇叭, 名单, and 演练."""
    kept: list[Group] = []
    for group in groups:
        before = kept[-1] if kept else None
        single = len(group.statements) == 1 and not group.stressed
        joins = before is not None and (_has_stress(before, material) or group.statements[0].length <= BRIEF)
        if before is not None and single and joins and _line(before) == _line(group):
            before.statements.extend(group.statements)
        else:
            kept.append(group)
    return kept


def _has_stress(group: Group, material: Material) -> bool:
    """Whether a point has a word that the leader stresses, and is not only near it."""
    words = {word for wish in material.wishes(IntentKind.STRESS) for word in wish.words if len(word) > 1}
    return group.stressed and any(word in bare(s.words) for s in group.statements for word in words)


def _line(group: Group) -> tuple[int, str]:
    last = group.aims[-1].facts[-1]
    return last.group, last.label


def _with_kin(groups: list[Group]) -> list[Group]:
    """Put a task that stands alone to the point that tells of the same thing, where three points are left."""
    for group in [g for g in groups if len(g.statements) == 1 and not g.stressed]:
        others = [
            g for g in groups if g is not group and len(g.statements) > 1 and _only_kin(group, g, groups)
        ]
        nearest = max(others, key=lambda g: _kinship(group, g), default=None)
        if nearest is not None and len(groups) > 3 and _kinship(group, nearest):
            nearest.statements.extend(group.statements)
            groups.remove(group)
    return groups


def _only_kin(first: Group, second: Group, groups: Sequence[Group]) -> bool:
    """Whether the tasks of two points, and of no third, are called alike: 水库, and not 企业 or 社区."""
    words = [
        " ".join(f.topic[:LEADING] for s in group.aims for f in s.facts[:1]) for group in (first, second)
    ]
    shared = shared_words(*words)
    if len(shared) < 2 or pattern("body-end").search(shared):
        return False
    others = [g for g in groups if g is not first and g is not second]
    return not any(shared in bare(s.words) for g in others for s in g.statements)


# What a point is about is told by so many of its statements.
_TELLING = 8
# Kin is looked for among so many points on either side: a speech has fewer, a heap of facts has hundreds.
_REACH = 12


def _few(groups: list[Group], most: int) -> list[Group]:
    """Return at most ``most`` groups: the lightest goes to its nearest kin, else to those that are left.

    What has no kin is told in one point of what is left, under that name.
    """
    left = Group([], name=OTHERS)
    while len(groups) + bool(left.statements) > most:
        light = min(
            groups, key=lambda g: (g.stressed, len(g.statements), sum(s.length for s in g.statements))
        )
        index = groups.index(light)
        others = [g for g in groups[max(0, index - _REACH) : index + _REACH + 1] if g is not light]
        nearest = max(
            others, key=lambda g: (_kinship(light, g), -abs(groups.index(g) - index), -len(g.statements))
        )
        home = nearest if _kinship(light, nearest) else left
        home.statements.extend(light.statements)
        groups.remove(light)
    return [*groups, left] if left.statements else groups


def _things(group: Group) -> str:
    return " ".join(s.facts[0].topic for s in group.statements[:_TELLING])


def _kinship(first: Group, second: Group) -> int:
    shared = shared_words(_things(first), _things(second))
    return 0 if pattern("body-end").search(shared) else len(shared)


def ordered(group: Group, material: Material) -> list[Statement]:
    """Return the statements in the order of telling; a duty behind the problem it is for."""
    those = sorted(group.statements, key=lambda s: (_rank(s, group), s.place))
    for duty in [s for s in those if s.type is FactType.DUTY]:
        target = _target_of(duty, those, material)
        if target is not None and not (target.type is FactType.PROBLEM and _has_one_problem(group)):
            those.remove(duty)
            those.insert(those.index(target) + 1, duty)
    return those


def _has_one_problem(group: Group) -> bool:
    """Whether a point tells what is wrong in one statement: who answers for it is told behind the task."""
    tasks = any(s.type in TASKS for s in group.statements)
    return tasks and sum(s.type is FactType.PROBLEM for s in group.statements) == 1


def _rank(statement: Statement, group: Group) -> float:
    """Return where a statement stands by its type; who answers for all in front of who does for one.

    What names the row of a table stands in front of all.
    """
    if len(statement.facts) > 1 and is_row_name(statement.facts[0]):
        return 0
    line = [s for s in group.aims if s.facts[0].group == statement.facts[0].group]
    before = statement.type is FactType.DUTY and line and all(statement.place < s.place for s in line)
    return _ORDER[FactType.GAP] if before else _ORDER.get(statement.type, 0)


def _target_of(duty: Statement, those: Sequence[Statement], material: Material) -> Statement | None:
    for link in material.links_from(*duty.ids, kind="owner"):
        found = next((s for s in those if link.target in s.ids and s is not duty), None)
        if found is not None:
            return found
    return None


def with_duties(
    statements: Sequence[Statement], duties: Sequence[Statement], material: Material
) -> list[Statement]:
    """Return statements of a part, each duty that is linked to one behind it."""
    ordered = list(statements)
    for duty in duties:
        target = _target_of(duty, ordered, material)
        if target is not None:
            ordered.insert(ordered.index(target) + 1, duty)
    return ordered


def stress_word(material: Material, group: Group) -> str:
    """Return the word that the leader stresses, where it names what several tasks of a point are for."""
    if not group.stressed or group.matter or len(group.aims) < 2:
        return ""
    for intent in material.wishes(IntentKind.STRESS):
        for word in intent.words:
            if 2 <= len(word) <= 6 and any(word in bare(s.words) for s in group.aims):
                return word
    return ""
