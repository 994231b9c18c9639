"""What the leader wants of the text, and what a sheet lacks, as values of a YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from drafter.facts.given import WISHES
from drafter.facts.sheet import Blank, Fact, Intent, IntentKind, Sheet
from drafter.models import facts as models
from drafter.models.facts import LONGEST
from drafter.models.fields import fields_of
from drafter.models.types import SHORT
from drafter.templating.sheet_values import Values, words_for

_WISH_KEYS = {kind: key for key, kind in WISHES.items()}
# Words of a wish that point at what was told before, and those that mean whoever works there.
_POINTS = re.compile("[这那该此]|(?:人|干部|人名|名字)$")
_PERSONS = ("人", "干部")
# The matter may be told, what is not settled of it may not: 别写数.
_FIGURE = re.compile("(?:数字?|金额|日子|日期|时间|多少|死)$")


def add_wishes(values: Values, sheet: Sheet) -> None:
    """Add the wishes of a sheet, each with its words where they are written otherwise."""
    given: dict[str, Any] = {}
    for intent in sheet.intents:
        if call := _salutation(intent):
            values.data["salutation"] = call
            values.quote(("salutation",), call, intent.text)
            continue
        for key, value in _wish(intent, given, sheet):
            if not isinstance(value, list):
                given[key] = value
                values.quote(("intent", key), value, intent.text)
                continue
            items = given.setdefault(key, [])
            for item in value:
                place = items.index(item) if item in items else len(items)
                values.quote(("intent", key, place), _words_of(item), intent.text)
                items[place:] = items[place:] or [item]
    if given:
        values.data["intent"] = {key: given[key] for key in fields_of(models.Intent) if key in given}


def _salutation(intent: Intent) -> str:
    """Return how those present are to be called, where a wish tells: 叫“各位老师、同学们”."""
    call = intent.words[0] if intent.kind is IntentKind.WORDING and intent.words else ""
    return call if re.match("[称叫]", intent.text) and re.match("各位.*|.+、.*[们志]$", call) else ""


def _words_of(item: Any) -> str:
    return "".join(item.values()) if isinstance(item, dict) else str(item)


def _named(intent: Intent, facts: Sequence[Fact]) -> tuple[str, ...]:
    """Return the words of a wish; who is to be named or not, where the wish only points at him."""
    if intent.kind not in (IntentKind.NAME, IntentKind.NO_NAME):
        return intent.words
    about = next((fact for fact in facts if fact.id in intent.about), None)
    who = about.who or about.topic if about else ""
    if len(who) < 2:
        return intent.words
    pointing = [word for word in intent.words if not _POINTS.match(word)]
    persons = [f"{who}的{word}" for word in intent.words if word in _PERSONS]
    return (*pointing, *persons) or (who,)


def _wish(intent: Intent, given: dict[str, Any], sheet: Sheet) -> Iterator[tuple[str, Any]]:
    """Yield the keys of a wish, and their values; what no key takes is a note."""
    kind, text = intent.kind, intent.text
    words = [word for word in _named(intent, sheet.facts) if 0 < len(word) <= SHORT]
    sets_tone = bool(intent.tone) and given.get("tone", intent.tone) == intent.tone
    if sets_tone and kind in (IntentKind.TONE, IntentKind.OPENING, IntentKind.OTHER):
        yield "tone", intent.tone
    if len(text) > LONGEST:
        yield "notes", [text[start : start + LONGEST] for start in range(0, len(text), LONGEST)]
    elif kind in _WISH_KEYS and words:
        yield _WISH_KEYS[kind], words
    elif beside := list(_by_what_is_beside(intent, sheet, words)):
        yield from beside
    elif kind is IntentKind.ADDRESS and words:
        yield "address", [{"to": "、".join(words)[:SHORT], "say": text}]
    elif kind in (IntentKind.OPENING, IntentKind.CLOSING) and kind.value not in given:
        yield kind.value, text
    elif kind is not IntentKind.TONE or not sets_tone:
        # 护士们搬了三夜 is a fact; 点一下赞 alone would not tell whom.
        to = words[0] if kind in (IntentKind.PRAISE, IntentKind.THANKS) and words else ""
        yield "notes", [text if to in text else f"{to}，{text}"]


def _by_what_is_beside(intent: Intent, sheet: Sheet, words: list[str]) -> Iterator[tuple[str, Any]]:
    """Yield the keys of a wish that is about what stands beside it: a target, or what is not settled."""
    if intent.kind is IntentKind.HARD:
        yield from _hard(intent, sheet.facts, words)
    elif intent.kind in (IntentKind.FORBID, IntentKind.AVOID) and (blank := _open_before(intent, sheet)):
        told = ("notes", [f"{blank.what}：{intent.text}"])
        yield told if _FIGURE.search(intent.text) else ("leave", [blank.what])


def _open_before(intent: Intent, sheet: Sheet) -> Blank | None:
    """Return the blank right in front of a wish without an object: 扣多少还在测算，别写数."""
    near = (b for b in sheet.blanks if 0 <= intent.place.start - b.place.end <= len("，"))
    return next(near, None)


def _hard(intent: Intent, facts: Sequence[Fact], words: list[str]) -> Iterator[tuple[str, Any]]:
    """Yield that a target is not to be made soft: that of one fact, else every one not soft itself."""
    about = [fact for fact in facts if fact.id in intent.about]
    names = [name for fact in about if (name := words_for(fact, facts))]
    if names:
        yield "notes", [f"{name}：{intent.text}" for name in names]
    elif any(fact.soft in (words or ["力争"]) for fact in facts):
        yield "notes", [intent.text]
    else:
        yield "avoid", words or ["力争"]


def add_missing(values: Values, sheet: Sheet) -> None:
    """Add what a sheet lacks, each with the facts that lack it."""
    found: list[Any] = []
    by_id = {fact.id: fact for fact in sheet.facts}
    placed = [fact for fact in sheet.facts if fact.id in values.paths]
    for blank in sheet.blanks:
        what = blank.what[:SHORT] or blank.text[:SHORT]
        words = [words_for(by_id[about], placed) for about in blank.about if about in values.paths]
        item: Any = {"what": what, "for": [*filter(None, words)]} if any(words) else what
        values.quote(("missing", len(found)), what, blank.text)
        found.append(item)
    if found:
        values.data["missing"] = found
