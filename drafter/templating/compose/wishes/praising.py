"""Praise that a wish asks for the fact it stands behind: 违纪从58起降到21起，要肯定."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts.cut.cues import pattern
from drafter.facts.sheet import Fact, FactType, Intent, IntentKind
from drafter.templating.compose.around.passages import phrase
from drafter.templating.compose.comments.choice import Chooser
from drafter.templating.compose.comments.told import Told
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.story import hero_of

# Nobody is praised for these, whatever stands behind them.
_NO_DEED = (FactType.PROBLEM, FactType.CAUSE, FactType.GAP, FactType.REQUEST, FactType.DUTY)


def praise_facts(told: Sequence[Told], material: Material, chooser: Chooser) -> list[Intent]:
    """Put praise behind the statements for whose facts wishes ask it; return the wishes met so.

    What another wish praises by name has its praise already.
    """
    wishes = material.wishes(IntentKind.PRAISE)
    named = [word for intent in wishes for word in intent.words]
    met: list[Intent] = []
    for intent in (each for each in wishes if each.about and not each.words):
        fact = material.fact(intent.about[-1])
        home = next((each for each in told if fact.id in each.statement.ids), None)
        if home is None or fact.type in _NO_DEED:
            continue
        if not (home.spared or any(word in fact.text for word in named)):
            who = _honoured(fact, material)
            about = ["所说的人"] if who else ["所说的事"]
            said = phrase(chooser, "praise", "address", {"who": who}, fact.text, about, (fact.id,))
            home.sentences |= {"address": said} if said is not None else {}
            # One sentence behind what was done well is enough.
            home.spared = True
        met.append(intent)
    return met


def _honoured(fact: Fact, material: Material) -> str:
    """Return who did what a fact tells, where it names him or begins with a body; "" for nobody."""
    hero = hero_of(fact)
    body = pattern("who-front").match(fact.text)
    who = hero or (body[0] if body else "")
    return "" if who in material.spared_names or who in material.blamed else who
