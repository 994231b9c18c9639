"""What is to be told of a composition: what is not said and why, how long it is, which wishes are met."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts.sheet import Fact, FactType, Intent
from drafter.facts.wishes.wish_ends import parts_wanted
from drafter.i18n import _
from drafter.templating.compose.composition import Report, Sentence, Wish
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.wishes.avoiding import avoided_clause
from drafter.templating.compose.wishes.instructions import instructions_in
from drafter.templating.compose.wishes.met import is_met

# A tone in the words of the one who wants it.
_TONES = {"plain": "口气平实", "firm": "口气硬", "warm": "口气暖"}
# A speech that fills less than this of its minutes is short of facts.
ENOUGH = 0.9


def report_of(
    material: Material,
    statements: Sequence[Statement],
    sentences: Sequence[Sentence],
    size: int,
    target: int,
    rate: int,
    headings: Sequence[str] = (),
    points: Sequence[Sequence[Sentence]] = (),
    parts: int = 0,
) -> Report:
    """Return the report on sentences that have ``size`` characters where ``target`` were wanted.

    ``points`` are the sentences of each point; ``parts`` tells how many parts there are.
    """
    said = {fact for sentence in sentences for fact in sentence.facts}
    text = "".join((*(f"{heading}。" for heading in headings), *(sentence.text for sentence in sentences)))
    judged = [
        (
            _TONES.get(i.text, i.text),
            _has_parts(i, parts) or is_met(i, material, said, text, sentences, points),
        )
        for i in material.intents
    ]
    return Report(
        characters=size,
        target=target,
        minutes=round(size / rate, 1),
        left_out=tuple(material.left_out.items()),
        cut=tuple((f.id, cut) for f in material.told() for cut in _cut_from(f, material)),
        unplaced=tuple(s.facts[0].id for s in statements if not set(s.ids) <= said) if sentences else (),
        thin=_thin(material) if size < target * ENOUGH else (),
        wishes=tuple(Wish(wish, *met) for wish, met in judged if met is not None),
        unchecked=tuple(dict.fromkeys(wish for wish, met in judged if met is None)),
    )


def _has_parts(intent: Intent, parts: int) -> tuple[bool, str] | None:
    """Return whether a speech has as many parts as a wish wants, None where it wants no number of them."""
    wanted = parts_wanted(intent.text)
    return (parts == wanted, _("it has {count} parts").format(count=parts)) if wanted else None


def _cut_from(fact: Fact, material: Material) -> tuple[str, ...]:
    """Return the clauses of a fact that are not said: what the leader avoids, what the writer is told."""
    avoided = avoided_clause(fact, material.intents)
    return (*((avoided,) if avoided else ()), *instructions_in(fact))


def _thin(material: Material) -> tuple[str, ...]:
    """Return the types of fact of which there are few."""
    wanted = (FactType.PROBLEM, FactType.CAUSE, FactType.TASK, FactType.DUTY, FactType.CHECK)
    counts = {type_: sum(fact.type is type_ for fact in material.facts) for type_ in wanted}
    return tuple(type_.value for type_, count in counts.items() if count < 2)
