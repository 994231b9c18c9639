"""Statements of one point: tasks with the problems, causes, owners and means that are linked to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from drafter.facts.links import shared_words
from drafter.facts.matters import heading_of, matters_of
from drafter.facts.sheet import FactType, IntentKind
from drafter.templating.compose.composition import bare
from drafter.templating.compose.material import Material
from drafter.templating.compose.statements import Statement, announced_list

MOST_POINTS = 7
# Promises to those who were heard are told one by one.
MOST_PROMISES = 9
# What two points are about is in so many signs at the front of a topic: 病险水库, 大冲水库.
LEADING = 4
# A task in so few words makes no point of its own: 鲜花换纸钱.
BRIEF = 6
AIMS = (FactType.TASK, FactType.PROMISE, FactType.GAP)
# A point weighs most where the leader stresses one of these.
STRESSED = (*AIMS, FactType.PROBLEM)
# What a link may pull into a point besides tasks. What has no task, stays in the part of its type.
_PULLED = {
    "rest": (FactType.PROGRESS, FactType.PROBLEM, FactType.SITUATION, FactType.ACHIEVEMENT),
    "problem": (FactType.PROBLEM, FactType.CAUSE),
    "cause": (FactType.PROBLEM, FactType.CAUSE),
    "gap": (FactType.GAP, FactType.TASK),
    "owner": (FactType.PROBLEM, FactType.TASK, FactType.DUTY, FactType.PROMISE),
    "part": (FactType.PROBLEM, FactType.PROGRESS, FactType.TASK),
    "check": (FactType.TASK, FactType.CHECK, FactType.PROMISE, FactType.PROBLEM),
    "fund": (FactType.TASK, FactType.FUND, FactType.PROMISE),
}
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
        return min(s.place for s in self.aims or self.statements)

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
    linked = _components(statements, material, matters) if pulls else [[s] for s in aims]
    groups = [Group(each, matter=_matter_of(each, matters)) for each in linked]
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
    return sorted(groups, key=lambda g: (not g.leads, g.stressed, g.place)) if len(groups) > 1 else groups


def _weight(group: Group) -> tuple[int, int, int]:
    """Return how much a point has to tell: what went wrong, why, and how near its first deadline is."""
    wrong = sum(s.type in (FactType.PROBLEM, FactType.CAUSE) for s in group.statements)
    days = [f.by.end.toordinal() for s in group.aims for f in s.facts if f.by and f.by.end]
    return wrong, -min(days, default=10**7), len(group.statements)


def _components(
    statements: Sequence[Statement], material: Material, matters: frozenset[str]
) -> list[list[Statement]]:
    """Return the statements that links join, each with its kin."""
    owner = {id_: index for index, s in enumerate(statements) for id_ in s.ids}
    parent = list(range(len(statements)))

    def root(index: int) -> int:
        while parent[index] != index:
            index = parent[index]
        return index

    answers = _answers(statements, material, owner)
    for link in material.links:
        source, target = owner.get(link.source), owner.get(link.target)
        if source is None or target is None or source == target:
            continue
        one, other = statements[source], statements[target]
        elsewhere = matters and heading_of(one.facts[0]) != heading_of(other.facts[0])
        answered = link.kind == "problem" and answers.get(target, source) != source
        if not elsewhere and not answered and _joins(link.kind, one, other, material):
            parent[root(source)] = root(target)
    _join_lists(statements, parent, root)
    _join_lines(statements, parent, root)
    _join_matters(statements, matters, parent, root)
    found: dict[int, list[Statement]] = {}
    for index, statement in enumerate(statements):
        found.setdefault(root(index), []).append(statement)
    return list(found.values())


def _answers(statements: Sequence[Statement], material: Material, owner: Mapping[str, int]) -> dict[int, int]:
    """Return for each problem the task that answers it best, where several lines have one."""
    linked: dict[int, list[int]] = {}
    for link in material.links:
        source, target = owner.get(link.source), owner.get(link.target)
        if link.kind == "problem" and source is not None and target is not None:
            linked.setdefault(target, []).append(source)
    lines = {t: {statements[s].facts[0].group for s in those} for t, those in linked.items()}
    return {
        target: max(those, key=lambda s: _likeness(statements[s], statements[target]))
        for target, those in linked.items()
        if len(lines[target]) > 1
    }


def _likeness(first: Statement, second: Statement) -> int:
    """Return how many pairs of signs two statements share."""
    words = bare(first.words)
    return sum(bare(second.words).count(words[i : i + 2]) > 0 for i in range(len(words) - 1))


def _joins(kind: str, source: Statement, target: Statement, material: Material) -> bool:
    allowed = _PULLED.get(kind, ())
    if source.type not in (*allowed, *AIMS) or target.type not in (*allowed, *AIMS):
        return False
    if kind == "fund" and len(source.facts) > 1:
        return False
    for each in (source, target):
        if _is_listed(each, material) and kind != "cause" and _stands_alone(each, material):
            return False
        # A list of causes goes where its problem goes; it does not tie the tasks of half a sheet together.
        if _is_listed(each, material) and kind != "cause" and not _has_problem(each, material):
            return False
    return True


def _is_listed(statement: Statement, material: Material) -> bool:
    """Whether a statement is a cause among others on its line, told in one row."""
    line = [f for f in material.told() if f.type is FactType.CAUSE and f.group == statement.facts[0].group]
    return statement.type is FactType.CAUSE and len(line) > 1


def _stands_alone(statement: Statement, material: Material) -> bool:
    """Whether a label announces the causes of a line that tells no problem: they are told together."""
    head = statement.facts[0]
    line = [f for f in material.told() if f.group == head.group]
    return bool(head.label) and all(f.type is FactType.CAUSE for f in line)


def _has_problem(statement: Statement, material: Material) -> bool:
    return any(link.kind == "cause" and link.source in statement.ids for link in material.links)


def _join_lists(statements: Sequence[Statement], parent: list[int], root: Callable[[int], int]) -> None:
    """Join problems that one label announces with the progress of their line."""
    for index, statement in enumerate(statements):
        told_of = statement.type is FactType.PROBLEM and (
            announced_list([statement])[0] or re.match(r"没|未|其中|剩|\d+[一-鿿]里", statement.facts[0].text)
        )
        beside = statement.type is FactType.SITUATION and index and statements[index - 1].type in (
            FactType.PROBLEM, FactType.PROGRESS,
        )  # fmt: skip
        if beside and statements[index - 1].facts[0].group == statement.facts[0].group:
            parent[root(index)] = root(index - 1)
        for other, each in enumerate(statements) if told_of else ():
            same = each is not statement and each.facts[0].group == statement.facts[0].group
            if same and each.type in (FactType.PROGRESS, FactType.PROBLEM):
                parent[root(index)] = root(other)


def _join_lines(statements: Sequence[Statement], parent: list[int], root: Callable[[int], int]) -> None:
    """Join the tasks of one line where the sheet gives each matter a line of its own."""
    lines: dict[int, int] = {}
    aims = [index for index, s in enumerate(statements) if s.type in AIMS]
    count = len({statements[index].facts[0].group for index in aims})
    if count < 3 or count * 2 < len(aims):
        return
    for index in aims:
        first = lines.setdefault(statements[index].facts[0].group, index)
        parent[root(index)] = root(first)


def _matter_of(statements: Sequence[Statement], matters: frozenset[str]) -> str:
    """Return the matter that all ``statements`` stand under, "" where they stand under several."""
    names = {heading_of(f) for s in statements for f in s.facts}
    return next(iter(names)) if len(names) == 1 and names <= matters else ""


def _join_matters(
    statements: Sequence[Statement],
    matters: frozenset[str],
    parent: list[int],
    root: Callable[[int], int],
) -> None:
    """Join all that the sheet puts under the name of one matter."""
    first: dict[str, int] = {}
    for index, statement in enumerate(statements):
        name = heading_of(statement.facts[0])
        if name in matters:
            parent[root(index)] = root(first.setdefault(name, index))


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
    """Whether what two points share is in no third: 水库, and not 企业."""
    words = [
        " ".join(f.topic[:LEADING] for s in group.statements for f in s.facts) for group in (first, second)
    ]
    shared = shared_words(*words)
    others = [g for g in groups if g is not first and g is not second]
    return len(shared) >= 2 and not any(shared in bare(s.words) for g in others for s in g.statements)


# What a point is about is told by so many of its statements.
_TELLING = 8
# Kin is looked for among so many points on either side: a speech has fewer, a heap of facts has hundreds.
_REACH = 12


def _few(groups: list[Group], most: int) -> list[Group]:
    """Return at most ``most`` groups: the lightest goes to its nearest kin."""
    while len(groups) > most:
        light = min(
            groups, key=lambda g: (g.stressed, len(g.statements), sum(s.length for s in g.statements))
        )
        index = groups.index(light)
        others = [g for g in groups[max(0, index - _REACH) : index + _REACH + 1] if g is not light]
        nearest = max(
            others, key=lambda g: (_kinship(light, g), -abs(groups.index(g) - index), -len(g.statements))
        )
        nearest.statements.extend(light.statements)
        groups.remove(light)
    return groups


def _words(group: Group) -> str:
    return bare("".join(s.words for s in group.statements[:_TELLING]))


def _kinship(first: Group, second: Group) -> int:
    shared = shared_words(_words(first), _words(second))
    return len(shared) if len(shared) >= 2 else 0


def ordered(group: Group, material: Material) -> list[Statement]:
    """Return the statements in the order of telling; a duty behind the problem it is for."""
    those = sorted(group.statements, key=lambda s: (_ORDER.get(s.type, 0), s.place))
    for duty in [s for s in those if s.type is FactType.DUTY]:
        target = _target_of(duty, those, material)
        if target is not None:
            those.remove(duty)
            those.insert(those.index(target) + 1, duty)
    return those


def _target_of(duty: Statement, those: Sequence[Statement], material: Material) -> Statement | None:
    for link in material.links:
        if link.kind == "owner" and link.source in duty.ids:
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
