"""Which statements tell of one matter: what is wrong, why, what is done about it, by whom, for how much."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from drafter.facts.around import stands
from drafter.facts.links import Link
from drafter.facts.matters import heading_of
from drafter.facts.sharing import ONE_SIGN
from drafter.facts.sheet import FactType
from drafter.templating.compose.composition import bare
from drafter.templating.compose.items import AIMS, TASKS, items, lists, lists_of_tasks, measures
from drafter.templating.compose.material import WARM, Material
from drafter.templating.compose.statements import Statement, are_parted, causes_beside
from drafter.templating.compose.story import hero_of
from drafter.templating.compose.ties import LEAST_SHARED, OF_ALL

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
_OF_A_TASK = ("owner", "check", "fund")

# What a stressed matter takes to its task, and in how many statements a word may stand that names one.
_GATHERED = (FactType.PROBLEM, FactType.CAUSE, FactType.PROGRESS, FactType.SITUATION)
MOST_GATHERED = 5
# A task is about what it has among so many signs at its front.
LONGEST_LEAD = 8

# So short a situation tells one thing, and these words that it is not as it should be.
LONGEST_AMISS = 30
_AMISS = re.compile("只[有排能剩]|没|缺|不[够足到齐]|坏|拖|堵|漏")

# How it is told who answers for what.
_ANSWERS = re.compile("牵头|负责|[抓盯管包]")
# What stands in front of the name of a thing: 坏的机井, 各网格.
_WHICH = re.compile("^(?:其中|[都全]是|[新老旧全各该本]|[一-鿿]{1,3}的)")


# Two statements, by their places.
_Pair = tuple[int, int]


class _Tie(Struct, frozen=True):
    """A link between two statements, by their places; they may be one."""

    link: Link
    source: int
    target: int


class _Joined:
    """The statements, by their places, in sets of those that belong together."""

    def __init__(self, size: int, pairs: Iterable[_Pair]) -> None:
        self._parent = list(range(size))
        for one, other in pairs:
            self.join(one, other)

    def root(self, index: int) -> int:
        while self._parent[index] != index:
            index = self._parent[index]
        return index

    def join(self, one: int, other: int) -> None:
        self._parent[self.root(one)] = self.root(other)


def bound(
    statements: Sequence[Statement], material: Material, matters: frozenset[str]
) -> list[list[Statement]]:
    """Return the statements, those of one matter together.

    ``matters`` are headings of the sheet: what stands below another heading is another matter.
    """
    size, ties = len(statements), _ties(statements, material)
    linked = list(_linked(ties, statements, material, matters))
    listed = [*lists(statements), *items(statements), *_under(statements, matters)]
    joined = _Joined(size, [*linked, *listed])
    found = _gathered(statements, material)
    alone = {each: task for each, task in found if not _is_told_with(task, statements, joined)}
    if alone:
        # What is gathered to a task is linked to nothing else.
        others = [pair for pair in linked if alone.keys().isdisjoint(pair)]
        joined = _Joined(size, [*alone.items(), *others, *listed])
    things = {} if material.kind in WARM else _things(ties, statements, matters)
    for target, task in things.items():
        if target not in alone and task not in alone:
            joined.join(target, task)
    sets: dict[int, list[Statement]] = {}
    for index, statement in enumerate(statements):
        sets.setdefault(joined.root(index), []).append(statement)
    return list(sets.values())


def _is_told_with(task: int, statements: Sequence[Statement], joined: _Joined) -> bool:
    """Whether a task has what is wrong with its matter, or another task, in its set."""
    root = joined.root(task)
    kin = (each for i, each in enumerate(statements) if i != task and joined.root(i) == root)
    return any(each.type in (*TASKS, FactType.PROBLEM) for each in kin)


def _ties(statements: Sequence[Statement], material: Material) -> list[_Tie]:
    """Return the links between facts that are told."""
    owner = {id_: index for index, s in enumerate(statements) for id_ in s.ids}
    return [
        _Tie(link, owner[link.source], owner[link.target])
        for link in material.links
        if link.source in owner and link.target in owner
    ]


def _linked(
    ties: Sequence[_Tie], statements: Sequence[Statement], material: Material, matters: frozenset[str]
) -> Iterator[_Pair]:
    """Yield what links tell together."""
    tasks, answers, homes = _tasks(ties), _answers(ties, statements), _homes(ties, statements)
    measured = [one.ids for one, gap in pairwise(statements) if measures(one, gap)]
    for tie in ties:
        link, source, target = tie.link, tie.source, tie.target
        one, other = statements[source], statements[target]
        if source == target or _are_of_two_matters(one, other, matters):
            continue
        answered = link.kind == "problem" and answers.get(target, source) != source
        answered = answered or (link.kind == "cause" and _is_answered_elsewhere(source, target, tasks))
        answered = answered or (link.kind in _OF_A_TASK and homes.get(source, target) != target)
        if not answered and _joins(link, one, other, material, measured):
            yield source, target


def _are_of_two_matters(one: Statement, other: Statement, matters: frozenset[str]) -> bool:
    """Whether the sheet, where it has ``matters``, puts two statements under different headings."""
    return bool(matters) and heading_of(one.facts[0]) != heading_of(other.facts[0])


def _things(ties: Sequence[_Tie], statements: Sequence[Statement], matters: frozenset[str]) -> dict[int, int]:
    """Return, for each statement of how a thing stands, the one task for that thing."""
    found: dict[int, list[tuple[int, int, int]]] = {}
    for tie in ties:
        one, other = statements[tie.source], statements[tie.target]
        if tie.link.kind != "noun" or one is other or _are_of_two_matters(one, other, matters):
            continue
        if one.type in TASKS and _is_of_one_thing(tie.link, one, other):
            worth = (len(tie.link.why), _likeness(one, other), -tie.source)
            found.setdefault(tie.target, []).append(worth)
    return {target: -max(tasks)[2] for target, tasks in found.items()}


def _gathered(statements: Sequence[Statement], material: Material) -> Iterator[_Pair]:
    """Yield what tells of a matter on which the leader wants weight, with the one task that begins with it.

    A word that half the sheet has names no matter.
    """
    texts = [bare(statement.words) for statement in statements]
    words = material.stress_words()
    for word in words:
        # Of 瓦斯传感器 the task tells as 传感器.
        name = word[-3:] if len(word) >= 5 else word
        having = [index for index, text in enumerate(texts) if name in text]
        tasks = [i for i in having if statements[i].type in TASKS and name in texts[i][:LONGEST_LEAD]]
        if len(tasks) != 1 or len(having) > MOST_GATHERED:
            continue
        for index in having:
            others = any(other in texts[index] for other in words if other != word)
            if statements[index].type in _GATHERED and not others:
                yield index, tasks[0]


def _tasks(ties: Sequence[_Tie]) -> dict[int, set[int]]:
    """Return the tasks that answer each problem and each cause."""
    found: dict[int, set[int]] = {}
    for tie in ties:
        if tie.link.kind == "problem":
            found.setdefault(tie.target, set()).add(tie.source)
    return found


def _is_answered_elsewhere(cause: int, problem: int, tasks: Mapping[int, set[int]]) -> bool:
    """Whether a cause has a task of its own, and its problem another."""
    mine, others = tasks.get(cause, set()), tasks.get(problem, set())
    return bool(mine and others) and mine.isdisjoint(others)


def _answers(ties: Sequence[_Tie], statements: Sequence[Statement]) -> dict[int, int]:
    """Return for each problem the task that answers it best, where several lines have one."""
    linked: dict[int, dict[int, Link]] = {}
    for tie in ties:
        if tie.link.kind == "problem":
            linked.setdefault(tie.target, {}).setdefault(tie.source, tie.link)
    listing = lists_of_tasks(statements)
    lines = {t: {statements[s].facts[0].group for s in those} for t, those in linked.items()}
    texts = [bare(statement.words) for statement in statements]

    def worth(target: int, source: int) -> tuple[bool, bool, int, int, int]:
        words = linked[target][source].why
        telling = sum(words in text for text in texts)
        # 3201 tells where, and no thing.
        is_thing = re.search("[一-鿿]{2}", words) is not None
        return (
            is_thing,
            texts[target].startswith(words),
            -telling,
            # What a name is about stands at its end: 公路养护资金沉淀 is about 资金.
            max(texts[target].find(words[:2]), texts[target].find(words[-2:])),
            _likeness(statements[source], statements[target]),
        )

    return {
        target: max(those, key=lambda s: worth(target, s))
        for target, those in linked.items()
        if len(lines[target]) > 1 or lines[target] & listing
    }


def _homes(ties: Sequence[_Tie], statements: Sequence[Statement]) -> dict[int, int]:
    """Return for each duty, sum and check the one task, of those it is linked to, that it is told with."""
    linked: dict[int, list[tuple[int, int, int]]] = {}
    for tie in ties:
        if tie.link.kind in _OF_A_TASK and tie.source != tie.target:
            aims = statements[tie.target].type in AIMS
            linked.setdefault(tie.source, []).append((-aims, -len(tie.link.why), tie.target))
    return {source: min(those)[2] for source, those in linked.items()}


def _likeness(first: Statement, second: Statement) -> int:
    """Return how many pairs of signs two statements share."""
    words = bare(first.words)
    return sum(bare(second.words).count(words[i : i + 2]) > 0 for i in range(len(words) - 1))


def _joins(
    link: Link, source: Statement, target: Statement, material: Material, measured: Sequence[tuple[str, ...]]
) -> bool:
    """Whether what a link ties is told together. ``measured`` are statements that measure a gap."""
    if link.kind == "noun" and source.type in TASKS:
        return target.ids in measured or _is_amiss(target, link)
    allowed = (*_PULLED.get(link.kind, ()), *AIMS)
    if source.type not in allowed or target.type not in allowed:
        return False
    if link.kind in _OF_A_TASK and _is_for_several(link, source, target):
        return False
    if link.kind == "problem" and len(link.why) < LEAST_SHARED and OF_ALL.match(target.facts[0].text):
        return False
    for each in (source, target):
        # A list of causes goes where its problem goes; it does not tie the tasks of half a sheet together.
        apart = _stands_alone(each, material) or not _has_problem(each, material)
        if _is_listed(each, material) and link.kind != "cause" and apart and not are_parted(each, material):
            return False
    return True


def _is_amiss(statement: Statement, link: Link) -> bool:
    """Whether a situation tells what is wrong with the thing of a task: 官方兽医只排白班."""
    words = bare(statement.words)
    short = statement.type is FactType.SITUATION and len(words) <= LONGEST_AMISS
    return short and len(link.why) >= LEAST_SHARED and bool(_AMISS.search(words))


_APART = re.compile(r"[，。；、由的\d]|$")


def _is_of_one_thing(link: Link, task: Statement, target: Statement) -> bool:
    """Whether how a thing stands is told with its task: both begin with its name, or it is long."""
    words = OF_ALL.sub("", link.why)
    told_of_people = any(hero_of(fact) for fact in target.facts)
    if target.type not in (*_GATHERED, *TASKS) or told_of_people:
        return False
    if not re.search("[一-鿿]{2}", words):
        return ONE_SIGN.fullmatch(words) is not None
    if len(words) >= LEAST_SHARED:
        return True
    texts = [bare(each.words) for each in (task, target)]
    apart = any(stands(words, text, _APART) for text in texts)
    return apart and all(_begins_with(text, words) for text in texts) and not OF_ALL.match(texts[1])


def _begins_with(text: str, words: str) -> bool:
    """Whether a clause of a text begins with ``words``: 坏的机井, 机井6眼."""
    clauses = re.split("[，；：]", text)
    return any(head.startswith(words) for clause in clauses for head in (clause, _WHICH.sub("", clause)))


def _is_for_several(link: Link, source: Statement, target: Statement) -> bool:
    """Whether a duty, a sum or a check is no matter of the one task: it goes into the part of its type."""
    if source.type in AIMS and target.type in AIMS:
        # The duty, the money or the sanction in the sentence of a task is that task's.
        return True
    if link.kind == "fund":
        # Several sums are told in one row.
        return len(source.facts) > 1 or len(source.facts[0].quantities) > 1
    duties = [fact for fact in source.facts if fact.type is FactType.DUTY]
    led = any("牵头" in fact.text and len(fact.partners) > 1 for fact in duties)
    shared_out = sum(bool(_ANSWERS.search(c)) for fact in duties for c in fact.text.split("，"))
    return link.kind == "owner" and (shared_out > 1 or led)


def _is_listed(statement: Statement, material: Material) -> bool:
    """Whether a statement is a cause among others on its line, told in one row."""
    return statement.type is FactType.CAUSE and len(causes_beside(statement, material)) > 1


def _stands_alone(statement: Statement, material: Material) -> bool:
    """Whether a label announces the causes of a line that tells no problem: they are told together."""
    head = statement.facts[0]
    line = material.told_on_line_of(head)
    return bool(head.label) and all(f.type is FactType.CAUSE for f in line)


def _has_problem(statement: Statement, material: Material) -> bool:
    return bool(material.links_from(*statement.ids, kind="cause"))


def _under(statements: Sequence[Statement], matters: frozenset[str]) -> Iterator[_Pair]:
    """Yield all that the sheet puts under the name of one matter."""
    first: dict[str, int] = {}
    for index, statement in enumerate(statements):
        name = heading_of(statement.facts[0])
        if name in matters:
            yield index, first.setdefault(name, index)
