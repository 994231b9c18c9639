"""Wishes that have the leader's own words are wishes for those, whatever else they look like."""

from __future__ import annotations

from drafter.facts.sheet import IntentKind
from drafter.facts.wishes.own_words import asks_writer, fair_word, is_fair, people_meant
from drafter.facts.wishes.thoughts import thought_in
from drafter.facts.wishes.wish_facts import owned_up_in

# Wishes for words to people keep their kind.
TO_PEOPLE = (IntentKind.ADDRESS, IntentKind.THANKS, IntentKind.PRAISE)
_RULES = (IntentKind.NO_NAME, IntentKind.NAME, IntentKind.STRESS, IntentKind.AVOID, IntentKind.SPARE)


def in_own_words(
    kind: IntentKind, words: tuple[str, ...], text: str, before: str = ""
) -> tuple[IntentKind, tuple[str, ...]]:
    """Return a wish for a thought of the leader's own, or a fair word about people, as one for just that.

    Weight that is laid on the matter of a thought stays.
    """
    if who := owned_up_in(text):
        return IntentKind.OTHER, (who,)
    if thought_in(text):
        return (kind, words) if kind is IntentKind.STRESS else (IntentKind.OTHER, ())
    if kind in TO_PEOPLE or not is_fair(text) or _sets_rule(kind, text) or _weighs(kind, words, text):
        return kind, words
    return IntentKind.OTHER, tuple(filter(None, (people_meant(text, before),)))


def _weighs(kind: IntentKind, words: tuple[str, ...], text: str) -> bool:
    """Whether a wish lays weight on a matter, and only adds who is not to be blamed for it.

    摔倒的老人那件事要说重，但不责怪当班护士.
    """
    first, *more = text.split("，")
    return kind is IntentKind.STRESS and bool(words and more) and not is_fair(first)


def _sets_rule(kind: IntentKind, text: str) -> bool:
    """Whether a wish tells what is to be left out or made weighty, whatever fair word it has."""
    return kind in _RULES and asks_writer(text) and not any(map(fair_word, text.split("，")))
