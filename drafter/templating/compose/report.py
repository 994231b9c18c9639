"""What is to be told of a composition: what is not said and why, how long it is, which wishes are met."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from drafter.facts.sheet import FactType, Intent, IntentKind
from drafter.i18n import _
from drafter.templating.compose.composition import Report, Sentence, Wish
from drafter.templating.compose.material import Material, avoided_clause
from drafter.templating.compose.statements import Statement
from drafter.text import count_spoken

# A tone in the words of the one who wants it.
_TONES = {"plain": "口气平实", "firm": "口气硬", "warm": "口气暖"}
_SOFT = re.compile("力争|尽量|希望|争取|原则上")
# What says a fact, and does not turn it over.
_NEEDED = ("state", "blank", "announce", "compute")
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
) -> Report:
    """Return the report on sentences that have ``size`` characters where ``target`` were wanted."""
    said = {fact for sentence in sentences for fact in sentence.facts}
    text = "".join((*(f"{heading}。" for heading in headings), *(sentence.text for sentence in sentences)))
    return Report(
        characters=size,
        target=target,
        minutes=round(size / rate, 1),
        left_out=tuple(material.left_out.items()),
        cut=tuple((f.id, cut) for f in material.told() if (cut := avoided_clause(f, material.intents))),
        unplaced=tuple(s.facts[0].id for s in statements if not set(s.ids) <= said) if sentences else (),
        thin=_thin(material) if size < target * ENOUGH else (),
        wishes=tuple(_wishes(material, said, text, sentences)),
        unchecked=tuple(
            intent.text
            for intent in material.intents
            if _met(intent, material, said, text, sentences) is None
        ),
    )


def _thin(material: Material) -> tuple[str, ...]:
    """Return the types of fact of which there are few."""
    wanted = (FactType.PROBLEM, FactType.CAUSE, FactType.TASK, FactType.DUTY, FactType.CHECK)
    counts = {type_: sum(fact.type is type_ for fact in material.facts) for type_ in wanted}
    return tuple(type_.value for type_, count in counts.items() if count < 2)


def _wishes(material: Material, said: set[str], text: str, sentences: Sequence[Sentence]) -> Iterator[Wish]:
    for intent in material.intents:
        met = _met(intent, material, said, text, sentences)
        if met is not None:
            yield Wish(_TONES.get(intent.text, intent.text), met[0], met[1])


def _met(
    intent: Intent, material: Material, said: set[str], text: str, sentences: Sequence[Sentence]
) -> tuple[bool, str] | None:
    """Return whether a wish is met, and how; None where the text cannot tell."""
    about = set(intent.about)
    if intent.kind is IntentKind.HARD and about:
        soft = [f.text for f in material.facts if f.id in about and f.soft]
        soft += _SOFT.findall(_own_words(s for s in sentences if about & set(s.facts)))
        return not soft, _("the target stands as it is") if not soft else "、".join(soft)
    if intent.kind in (IntentKind.FORBID, IntentKind.HARD):
        # A target that the sheet itself makes soft may stay so: 年底力争降到8天以内.
        hard = intent.kind is IntentKind.HARD
        found = _found(intent, _own_words(sentences) if hard else text, material)
        return not found, _("these words are not in the text") if not found else "、".join(found)
    if intent.kind is IntentKind.NAME and about:
        return about <= said, _("it is named")
    named = [name for name in material.spared_names() if any(name in word for word in intent.words)]
    if named:
        said_of = "".join(s.text for s in sentences if s.facts)
        found = [name for name in named if name in said_of]
        return not found, _("no name is in its sentence") if not found else "、".join(found)
    if intent.kind is IntentKind.NO_NAME and about:
        names = [
            f.who
            for f in material.facts
            if f.id in about and f.named is False and f.who and _told_with(f.who, f.id, text, material)
        ]
        return not names, _("no name is in its sentence") if not names else "、".join(names)
    if intent.kind is IntentKind.AVOID and intent.words:
        if any(
            f"{'、'.join(intent.words)}" in s.text and s.function == "state" and not s.facts
            for s in sentences
        ):
            return True, _("it is only pointed to")
        found = _found(intent, text, material)
        return not found, _("the text does not touch it") if not found else "、".join(found)
    return _carried_out(intent, material, text, sentences)


def _carried_out(
    intent: Intent, material: Material, text: str, sentences: Sequence[Sentence]
) -> tuple[bool, str] | None:
    """Return whether a wish about the manner is met, and how; None where the text cannot tell."""
    if intent.kind is IntentKind.TONE:
        soft = _SOFT.findall(_own_words(sentences)) if intent.tone == "firm" else []
        return not soft, _("the tone of all frames") if not soft else "、".join(soft)
    if intent.kind is IntentKind.STRESS:
        stressed = {fact.id for fact in material.told() if material.stressed(fact)}
        size = sum(count_spoken(s.text) for s in sentences if stressed & set(s.facts))
        return (size > 0, _("{count} characters on it").format(count=size)) if stressed else None
    if intent.kind is IntentKind.SPARE:
        spared = {fact.id for fact in material.told() if material.spared(fact.type)}
        more = [s for s in sentences if spared & set(s.facts) and s.function not in _NEEDED]
        return not more, _("nothing is said of it beyond the facts")
    if intent.kind in (IntentKind.ADDRESS, IntentKind.THANKS, IntentKind.PRAISE):
        own = _own_words(sentences)
        found = [word for word in intent.words if re.sub("(?<=.)多$", "", word) in own]
        return (bool(found), _("they are spoken to")) if intent.words else None
    if intent.kind is IntentKind.CLOSING and "口号" in intent.text:
        found = re.findall("让我们[^。！]*|[^。]*！", "".join(s.text for s in sentences[-2:]))
        return not found, _("the closing has no slogan") if not found else "、".join(found)
    if intent.kind is IntentKind.QUOTE:
        lacking = [word for word in intent.words if word not in text]
        return (not lacking, _("the words are said as they are")) if intent.words else None
    return None


def _own_words(sentences: Iterable[Sentence]) -> str:
    """Return what frames add to the words of the facts."""
    return "".join(piece.text for s in sentences for piece in s.pieces if piece.kind == "words")


def _found(intent: Intent, text: str, material: Material) -> list[str]:
    """Return the words of a wish that are in the text; not those by which the meeting itself is called."""
    return [w for w in intent.words if len(w) > 1 and w in text and w not in material.meeting]


def _told_with(name: str, id_: str, text: str, material: Material) -> bool:
    fact = material.fact(id_)
    rest = fact.text.replace(name, "")
    # What is taken for a name may be the whole clause: 两回是同一个村 names nobody.
    return rest != "" and any(name in sentence and rest[:6] in sentence for sentence in text.split("。"))
