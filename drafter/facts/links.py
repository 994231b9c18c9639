"""Which facts belong together: the same noun, a problem and its task, a rest and what ends it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from drafter.facts.cues import tables
from drafter.facts.sheet import Fact, FactType

LinkKind = Literal["problem", "cause", "owner", "rest", "noun", "part", "check", "fund", "gap", "deadline"]

_AIMS = (FactType.TASK, FactType.PROMISE)
# What somebody may have to answer for.
_HELD = (*_AIMS, FactType.FUND, FactType.GAP, FactType.CHECK)
_REST = re.compile(
    "剩下|剩余|其余|余下|没销|未销|没办结|未办结|没完成|未完成|没签|未签|没改|未改|没拆|没清|没交|未交|还没|尚未|没整改|未整改|没到位|未到位"
)


# So many signs of a text name what it is about, with all that belongs to it.
_FRONT = 80
# A longer run means no more.
_LONGEST_RUN = 16
_SPOKEN = re.compile("[一-鿿A-Za-z]+")


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(cue.pattern for cue in tables()["common"])


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


def shared_words(first: str, second: str) -> str:
    """Return the longest run of two or more signs that both texts have and that means something.

    Of long texts, only the front is looked at: a topic stands there, and time goes with the square.
    """
    first, second = first[:_FRONT], second[:_FRONT]
    if _pairs(first).isdisjoint(_pairs(second)):
        return ""
    best, common = "", _common()
    for start in range(len(first)):
        size = max(2, len(best) + 1)
        end = min(len(first), start + _LONGEST_RUN)
        while start + size <= end and first[start : start + size] in second:
            run = first[start : start + size]
            if _SPOKEN.fullmatch(run) and run not in common and run[0] not in "没未不无":
                best = run
            size += 1
    return best


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    """Return the runs of two signs of a text: most texts share none, which is told soonest so."""
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))


def _joined(source: Fact, target: Fact, words: str) -> str:
    """Return the words that join two facts, "" where those that they share are too few to mean it.

    Three signs do; two do where both topics begin with them, or where the other half is there as well.
    """
    if len(words) >= 3:
        return words
    if words and source.topic.startswith(words) and target.topic.startswith(words):
        return words
    topic = source.topic
    halves = (topic[:2], topic[2:4])
    if len(topic) == 4 and all(half in target.text and half not in _common() for half in halves):
        return topic
    return ""


def _nouns(fact: Fact) -> str:
    """Return the words of a fact that name things: its text without dates and figures."""
    text = fact.text
    for place in sorted(
        [w.place for w in fact.whens] + [q.place for q in fact.quantities], key=lambda p: -p.start
    ):
        left, right = place.start - fact.place.start, place.end - fact.place.start
        text = text[: max(left, 0)] + " " + text[max(right, 0) :]
    return f"{fact.label} {text}" if fact.label and len(fact.label) <= 8 else text


def _rests(facts: Sequence[Fact]) -> Iterator[Link]:
    """Yield the tasks that end a rest, each with the progress that leaves it."""
    open_facts = [f for f in facts if any(q.role == "done" for q in f.quantities)]
    nouns = {fact.id: _nouns(fact) for fact in facts}
    for task in facts:
        if task.type not in _AIMS:
            continue
        said = _REST.search(f"{task.label} {task.text}")
        shared = [shared_words(nouns[task.id], nouns[fact.id]) for fact in open_facts]
        words = max(shared, key=len, default="")
        if len(words) < (2 if said else 3):
            continue
        best = open_facts[shared.index(words)]
        if best.place.start <= task.place.start:
            yield Link("rest", task.id, best.id, words)


def _parts(facts: Sequence[Fact]) -> Iterator[Link]:
    for before, fact in zip(facts, facts[1:], strict=False):
        if fact.text.startswith("其中") and before.group == fact.group:
            yield Link("part", fact.id, before.id, "其中")


def _same_line(facts: Sequence[Fact]) -> Iterator[Link]:
    """Yield what stands on one line: a deadline behind the gap it closes, a duty behind its task."""
    for before, fact in zip(facts, facts[1:], strict=False):
        if before.group != fact.group:
            continue
        line = [each for each in facts if each.group == fact.group]
        if fact.type is FactType.CAUSE:
            problems = [each for each in line if each.type is FactType.PROBLEM]
            yield from (Link("cause", fact.id, each.id, each.topic) for each in problems[-1:])
        elif fact.type in _AIMS and before.type is FactType.GAP:
            gaps = [each for each in line if each.type is FactType.GAP]
            yield from (Link("gap", fact.id, each.id, before.topic) for each in gaps)
        elif fact.type is FactType.DUTY and not _matter(fact):
            yield from _owned(fact, line)


def _owned(duty: Fact, line: Sequence[Fact]) -> Iterator[Link]:
    """Yield the fact in front for which nobody answers yet: a task before its money or its sanction."""
    earlier = [f for f in line if f.place.start < duty.place.start and f.type is not FactType.DUTY]
    last = earlier[-1] if earlier else None
    if last is not None and last.type in (FactType.FUND, FactType.CHECK):
        last = next((f for f in reversed(earlier) if f.type in _AIMS), last)
    if last is not None and last.type in _HELD and not last.owners:
        yield Link("owner", duty.id, last.id, last.topic)


def _matter(fact: Fact) -> bool:
    return "由" in fact.text or "归" in fact.text


_PAIRS: tuple[tuple[LinkKind, FactType, FactType], ...] = (
    ("cause", FactType.CAUSE, FactType.PROBLEM),
    ("problem", FactType.TASK, FactType.PROBLEM),
    ("problem", FactType.TASK, FactType.CAUSE),
    ("problem", FactType.PROMISE, FactType.REQUEST),
    ("problem", FactType.PROMISE, FactType.PROBLEM),
    ("owner", FactType.DUTY, FactType.PROBLEM),
    ("owner", FactType.DUTY, FactType.TASK),
    ("noun", FactType.TASK, FactType.SITUATION),
    ("noun", FactType.PROMISE, FactType.SITUATION),
    ("check", FactType.CHECK, FactType.TASK),
    ("fund", FactType.FUND, FactType.TASK),
)


def _by_words(facts: Sequence[Fact]) -> Iterator[Link]:
    """Yield, for each pair of types, the fact that shares the longest words."""
    nouns = {fact.id: _nouns(fact) for fact in facts}
    for kind, source_type, target_type in _PAIRS:
        targets = [fact for fact in facts if fact.type is target_type]
        for source in (fact for fact in facts if fact.type is source_type):
            if source_type is FactType.DUTY and not _matter(source):
                continue
            best, words = None, ""
            for target in targets:
                shared = _joined(source, target, shared_words(nouns[source.id], nouns[target.id]))
                if len(shared) > len(words) and target is not source:
                    best, words = target, shared
            if best is not None:
                yield Link(kind, source.id, best.id, words)
