"""What only the whole sheet can tell: types by a later task, and which facts a wish is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from drafter.facts.sheet import Fact, FactType, Intent, IntentKind

# Wishes that are about facts; a tone or a length is about the whole.
_ABOUT_FACTS = (
    IntentKind.NAME, IntentKind.NO_NAME, IntentKind.STRESS, IntentKind.AVOID, IntentKind.SPARE,
    IntentKind.PRAISE, IntentKind.THANKS, IntentKind.HARD, IntentKind.FORBID,
)  # fmt: skip


def retyped(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts, a bare rate as a problem where a task is to bring the same rate to 100%."""
    aims = [fact for fact in facts if fact.type in (FactType.TASK, FactType.PROMISE)]
    full = [f for f in aims if any(q.unit == "%" and q.value == 100 for q in f.quantities)]
    return [
        replace(fact, type=FactType.PROBLEM)
        if fact.type is FactType.SITUATION and any(_same_rate(fact, aim) for aim in full)
        else fact
        for fact in facts
    ]


def _same_rate(fact: Fact, aim: Fact) -> bool:
    rates = [q for q in fact.quantities if q.unit == "%" and q.value < 100]
    return any(len(q.noun) >= 2 and q.noun[-3:] in aim.text for q in rates)


def renumbered(facts: Iterable[Fact]) -> list[Fact]:
    """Return the facts in the order of the sheet, numbered anew."""
    ordered = sorted(facts, key=lambda fact: (fact.place.start, fact.place.end))
    return [replace(fact, id=f"f{number}") for number, fact in enumerate(ordered, 1)]


def about_facts(
    intents: Iterable[tuple[int, Intent]], facts: Sequence[Fact]
) -> tuple[list[Intent], dict[str, bool]]:
    """Return the wishes with the facts they stand beside or name, and which facts may be named."""
    found: list[Intent] = []
    named: dict[str, bool] = {}
    for item, intent in intents:
        about = _facts_of(item, intent, facts) if intent.kind in _ABOUT_FACTS else []
        intent = replace(intent, about=tuple(fact.id for fact in about))
        found.append(intent)
        spares_persons = bool(set(intent.words) & {"人", "干部", "姓名", "书记", "主任", "个人"})
        if intent.kind in (IntentKind.NAME, IntentKind.NO_NAME) and not spares_persons:
            named.update({f.id: intent.kind is IntentKind.NAME for f in about if f.type is FactType.PROBLEM})
    return found, named


def _facts_of(item: int, intent: Intent, facts: Sequence[Fact]) -> list[Fact]:
    """Return the fact in front on the same line, else all that a wish names."""
    start = bisect_left(facts, item, key=lambda fact: fact.group)
    line = facts[start : bisect_left(facts, item + 1, key=lambda fact: fact.group)]
    before = [fact for fact in line if fact.place.end <= intent.place.start]
    if before:
        return before[-1:]
    return [f for f in facts if any(_names(word, f.text) for word in intent.words)]


def _names(word: str, text: str) -> bool:
    """Whether a fact tells of what a wish names: 沙坝那处 of 阻水沙坝."""
    word = re.sub(r"(?:那|这)?(?:处|个|件|家|一处|地方)?(?:乡名|村名|人名|名字|名|单位)?$", "", word)
    return len(word) >= 2 and word in text
