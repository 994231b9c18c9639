"""What a YAML says of a fact beside its text: what the text alone does not give."""

from __future__ import annotations

import datetime
from typing import Any

from drafter.facts import patterns as re
from drafter.facts.cut.cues import first_cue
from drafter.facts.given import fact_alone
from drafter.facts.kinship.forms import ALL_ALIKE, ASKED_WHY, CAUSES_CALLED, CAUSES_OF, OF_THE_REST, THOUGHT
from drafter.facts.sheet import (
    Fact,
    Person,
    When,
)
from drafter.models.types import SHORT
from drafter.templating.sheet_times import deadline_in_words

# A label that says how many follow announces them: 没销的最要紧三处.
_COUNTS = re.compile("[两二三四五六七八九十几][处件项条个样点]")


def beside_text(fact: Fact, today: datetime.date | None) -> dict[str, Any]:
    """Return the keys of a fact that its text alone does not give."""
    alone = fact_alone(fact.text, fact.type, today)
    found: dict[str, Any] = {}
    if fact.by and (alone.by is None or alone.by.end != fact.by.end):
        found["by"] = _deadline(fact.by, today)
    pairs: tuple[tuple[str, Any, Any], ...] = (
        ("owner", list(fact.owners), list(alone.owners)),
        ("partners", list(fact.partners), list(alone.partners)),
        ("person", [*map(_titled, fact.persons)], [*map(_titled, alone.persons)]),
        ("who", fact.who, alone.who),
        ("source", fact.source, alone.source),
        ("label", _label(fact), alone.label),
    )
    found |= {key: value for key, value, read in pairs if value and value != read and _fits(value)}
    if fact.named is not None:
        found["named"] = fact.named
    return found


def _label(fact: Fact) -> str:
    """Return the label that announces a fact, 没销的最要紧三处.

    One that tells no more than the type of the fact is none: 要干的.
    """
    is_type = first_cue("label", fact.label) in (fact.type, "facts")
    telling = (_COUNTS, ASKED_WHY, CAUSES_CALLED, CAUSES_OF, ALL_ALIKE, THOUGHT, OF_THE_REST)
    announces = any(regex.search(fact.label) for regex in telling)
    return "" if is_type and not announces else fact.label


def _fits(value: str | list[str]) -> bool:
    return all(len(text) <= SHORT for text in ([value] if isinstance(value, str) else value))


def _titled(person: Person) -> str:
    return "、".join(person.posts) + person.name


def _deadline(when: When, today: datetime.date | None) -> str:
    """Return a deadline by its day; by its words where no day is known."""
    return deadline_in_words(when.end, today) if when.end else when.text
