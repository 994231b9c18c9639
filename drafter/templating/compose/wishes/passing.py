"""What the leader wants told in one sentence: it stands behind the parts, and nothing is said of it."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts.sheet import Fact, FactType, IntentKind
from drafter.facts.wishes.thoughts import not_felt
from drafter.templating.compose.composition import Paragraph, sentence
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.statement import Statement

# What is to be done is told where the tasks are.
_TOLD = (FactType.SITUATION, FactType.ACHIEVEMENT, FactType.PROGRESS)


def told_in_passing(material: Material) -> dict[str, list[Fact]]:
    """Return the figures of which a wish wants no more than a sentence, by what it calls them: 产量."""
    found: dict[str, list[Fact]] = {}
    for intent in material.wishes(IntentKind.SPARE):
        for word, facts in material.figures_of(intent):
            told = [fact for fact in facts if fact.type in _TOLD]
            found |= {word: told} if told else {}
    return found


def passing(statements: Sequence[Statement], material: Material) -> list[Statement]:
    """Return the statements that tell nothing but what is told in passing."""
    ids = {fact.id for facts in told_in_passing(material).values() for fact in facts}
    return [s for s in statements if ids.issuperset(s.ids)]


def in_passing(statements: Sequence[Statement], material: Material) -> list[Paragraph]:
    """Return what is told in passing, and what it is not told for: 报这个数，没有抢产的意思."""
    told = passing(statements, material)
    wishes = dict.fromkeys(what for intent in material.intents if (what := not_felt(intent.text)))
    found: list[Paragraph] = []
    for word, facts in told_in_passing(material).items():
        own = [s for s in told if {fact.id for fact in facts}.issuperset(s.ids)]
        ids = tuple(id_ for s in own for id_ in s.ids)
        if own:
            said = sentence(f"{word}也提一句：{'；'.join(s.words for s in own)}。", ids)
            more = [sentence(f"说这个数，没有{what}的意思。", ids) for what in wishes]
            found.append((said, *more))
    return found
