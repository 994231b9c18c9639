"""Wishes that have a fair word about people are wishes about those people, whatever else they look like."""

from __future__ import annotations

from drafter.facts.sheet import IntentKind
from drafter.facts.wishes.own_words import asks_writer, fair_word, is_fair, people_meant

# Wishes for words to people keep their kind.
TO_PEOPLE = (IntentKind.ADDRESS, IntentKind.THANKS, IntentKind.PRAISE)
_RULES = (IntentKind.NO_NAME, IntentKind.NAME, IntentKind.STRESS, IntentKind.AVOID, IntentKind.SPARE)


def as_fair(
    kind: IntentKind, words: tuple[str, ...], text: str, before: str = ""
) -> tuple[IntentKind, tuple[str, ...]]:
    """Return a wish that has a fair word about people as a wish about those people."""
    if kind in TO_PEOPLE or not is_fair(text) or _sets_rule(kind, text):
        return kind, words
    return IntentKind.OTHER, tuple(filter(None, (people_meant(text, before),)))


def _sets_rule(kind: IntentKind, text: str) -> bool:
    """Whether a wish tells what is to be left out or made weighty, whatever fair word it has."""
    return kind in _RULES and asks_writer(text) and not any(map(fair_word, text.split("，")))
