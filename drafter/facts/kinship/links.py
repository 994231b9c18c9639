"""Which facts belong together: the same noun, a problem and its task, a rest and what ends it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.kinship.sharing import LEAST_COUNTED, UNDONE, Nouns, nouns_of, shared_words
from drafter.facts.sheet import TASKS, Fact, FactType
from drafter.facts.types.order import COMMA

LinkKind = Literal["problem", "cause", "owner", "rest", "noun", "part", "check", "fund", "gap", "deadline"]

# What somebody may have to answer for.
_HELD = (*TASKS, FactType.FUND, FactType.GAP, FactType.CHECK)
_REST = re.compile(
    "剩下|剩余|其余|余下|没销|未销|没办结|未办结|没完成|未完成|没签|未签|没改|未改|没拆|没清|没交|未交|还没|尚未|没整改|未整改|没到位|未到位"
    "|[没未][一-鿿]{1,3}的"
)

# How a duty names what somebody answers for.
_FOR = re.compile("由|归|[抓盯管包](?![起理办扶村片])[一-鿿]{2}")

# What stands in front of a day names a thing if it has so many signs.
LEAST_HEAD = 4


class Link(Struct, frozen=True):
    """A tie from one fact to another, and the words that both share."""

    kind: LinkKind
    source: str
    target: str
    why: str


def find_links(facts: Sequence[Fact]) -> tuple[Link, ...]:
    """Return the links between facts: each from the later-acting fact to the one it answers."""
    found = [*_rests(facts), *_parts(facts), *_same_line(facts), *_by_words(facts)]
    unique: dict[tuple[str, str, str], Link] = {}
    for link in found:
        unique.setdefault((link.kind, link.source, link.target), link)
    return tuple(unique.values())


def _rests(facts: Sequence[Fact]) -> Iterator[Link]:
    """Yield the tasks that end a rest, each with the progress that leaves it."""
    tasks = [fact for fact in facts if fact.type in TASKS]
    exact = {task.id: done for task in tasks if (done := _done_as(task, facts))}
    yield from (Link("rest", task, *done) for task, done in exact.items())
    taken = {target for target, _why in exact.values()}
    open_facts = [f for f in facts if f.id not in taken and any(q.role == "done" for q in f.quantities)]
    nouns = {fact.id: nouns_of(fact) for fact in facts}
    for task in (each for each in tasks if each.id not in exact):
        said = _REST.search(f"{task.label} {task.text}")
        thing = _before_its_day(task) or nouns[task.id]
        shared = [shared_words(thing, nouns[fact.id]) for fact in open_facts]
        words = max(shared, key=len, default="")
        if len(words) < (2 if said else 3):
            continue
        best = open_facts[shared.index(words)]
        if best.place.start <= task.place.start:
            yield Link("rest", task.id, best.id, words)


def _done_as(task: Fact, facts: Sequence[Fact]) -> tuple[str, str] | None:
    """Return the one fact of which a task names the rest, and how: 没收的, 收了31.8万亩; the number left."""
    before = [f for f in facts if f.place.start < task.place.start and f.type not in TASKS]
    left = [f for n, f in enumerate(before) if _leaves(f, before[n + 1 : n + 2], task)]
    if len(left) == 1:
        return left[0].id, task.quantities[0].text
    undone = UNDONE.search(task.text)
    found = [f for f in before if undone and re.search(rf"[{undone[1]}][了完掉到]\d", f.text)]
    return (found[0].id, undone[0]) if undone and len(found) == 1 else None


def _leaves(fact: Fact, following: Sequence[Fact], task: Fact) -> bool:
    """Whether what a sentence counts, less what is done, is the number of a task: 改21公里，改了14公里.

    A small number is another one by chance, where the task does not say that it is left.
    """
    least = 0 if _REST.search(task.text) else LEAST_COUNTED
    for wanted in task.quantities[:1]:
        counts = [q for q in fact.quantities if q.unit == wanted.unit]
        if len(counts) == 1:
            goes_on = (f for f in following if f.sign and f.sign in COMMA)
            counts += [q for f in goes_on for q in f.quantities if q.unit == wanted.unit]
        if len(counts) == 2 and counts[0].value - counts[1].value == wanted.value >= least:
            return True
    return False


def _before_its_day(task: Fact) -> str:
    """Return what a task names in front of its day: 没动的危桥, and not that it is to be begun."""
    first = min((when.place.start for when in task.whens), default=task.place.start)
    head = task.text[: max(first - task.place.start, 0)]
    return head if len(head) >= LEAST_HEAD else ""


def _parts(facts: Sequence[Fact]) -> Iterator[Link]:
    for before, fact in zip(facts, facts[1:], strict=False):
        if fact.text.startswith("其中") and before.group == fact.group:
            yield Link("part", fact.id, before.id, "其中")


def _same_line(facts: Sequence[Fact]) -> Iterator[Link]:
    """Yield what stands on one line: a deadline behind the gap it closes, a duty behind its task."""
    lines: dict[int, list[Fact]] = {}
    for fact in facts:
        lines.setdefault(fact.group, []).append(fact)
    for before, fact in zip(facts, facts[1:], strict=False):
        if before.group != fact.group:
            continue
        line = lines[fact.group]
        if fact.type is FactType.CAUSE:
            problems = [each for each in line if each.type is FactType.PROBLEM]
            yield from (Link("cause", fact.id, each.id, each.topic) for each in problems[-1:])
        elif fact.type in TASKS and before.type is FactType.GAP:
            gaps = [each for each in line if each.type is FactType.GAP]
            yield from (Link("gap", fact.id, each.id, before.topic) for each in gaps)
        elif fact.type is FactType.DUTY and not _matter(fact):
            yield from _owned(fact, line)


def _owned(duty: Fact, line: Sequence[Fact]) -> Iterator[Link]:
    """Yield the fact in front for which nobody answers yet: a task before its money or its sanction."""
    earlier = [f for f in line if f.place.start < duty.place.start and f.type is not FactType.DUTY]
    last = earlier[-1] if earlier else None
    if last is not None and last.type in (FactType.FUND, FactType.CHECK):
        last = next((f for f in reversed(earlier) if f.type in TASKS), last)
    if last is not None and last.type in _HELD and not last.owners:
        yield Link("owner", duty.id, last.id, last.topic)


def _matter(fact: Fact) -> bool:
    """Whether a duty names what it is for: 蓄水池由老汤包, 谷永胜抓传感器."""
    return _FOR.search(fact.text) is not None


_PAIRS: tuple[tuple[LinkKind, FactType, FactType], ...] = (
    ("cause", FactType.CAUSE, FactType.PROBLEM),
    ("problem", FactType.TASK, FactType.PROBLEM),
    ("problem", FactType.TASK, FactType.CAUSE),
    ("problem", FactType.TASK, FactType.REQUEST),
    ("problem", FactType.PROMISE, FactType.REQUEST),
    ("problem", FactType.PROMISE, FactType.PROBLEM),
    ("owner", FactType.DUTY, FactType.PROBLEM),
    ("owner", FactType.DUTY, FactType.TASK),
    ("noun", FactType.TASK, FactType.SITUATION),
    ("noun", FactType.TASK, FactType.PROGRESS),
    ("noun", FactType.TASK, FactType.TASK),
    ("noun", FactType.PROMISE, FactType.SITUATION),
    ("gap", FactType.TASK, FactType.GAP),
    ("check", FactType.CHECK, FactType.TASK),
    ("check", FactType.CHECK, FactType.PROBLEM),
    ("fund", FactType.FUND, FactType.TASK),
)


_ACTING = {source for _kind, source, _target in _PAIRS}


class _Tie(NamedTuple):
    """Two facts that share words, and how firmly these tie them."""

    source: Fact
    target: Fact
    words: str
    strength: tuple[bool, int, float]


# What a check or money shares with a task by chance, it has not at the front.
_FIRMLY = (FactType.CHECK, FactType.DUTY)


def _by_words(facts: Sequence[Fact]) -> Iterator[Link]:
    """Yield, for each pair of types, the fact that shares most, and for each problem its task."""
    nouns = Nouns(facts)
    acting = [f for f in facts if f.type in _ACTING and (f.type is not FactType.DUTY or _matter(f))]
    near = [(source, nouns.near(source)) for source in acting]
    for kind, source_type, target_type in _PAIRS:
        firmly = source_type in _FIRMLY or source_type is target_type
        tied = [
            _Tie(source, target, words, nouns.strength(source, target, words))
            for source, targets in near
            if source.type is source_type
            for target in targets
            if target.type is target_type and (words := nouns.joining(source, target, firmly=firmly))
        ]
        yield from _nearest(tied, kind, 0)
        if kind in ("problem", "noun"):
            yield from _nearest(tied, kind, 1)


def _nearest(tied: Sequence[_Tie], kind: LinkKind, side: int) -> Iterator[Link]:
    """Yield for each fact on one ``side`` of ``tied`` its link to the other that shares most with it."""
    best: dict[str, _Tie] = {}
    for tie in tied:
        of = tie.target.id if side else tie.source.id
        if of not in best or tie.strength > best[of].strength:
            best[of] = tie
    yield from (Link(kind, tie.source.id, tie.target.id, tie.words) for tie in best.values())
