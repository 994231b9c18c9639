"""The wishes of a task sheet as the values of a YAML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from drafter.errors import KeyPath
from drafter.facts import patterns as re
from drafter.facts.given import WISHES, words_for
from drafter.facts.kinship.sharing import pairs_in
from drafter.facts.missing.blanks import is_blank
from drafter.facts.sheet import Blank, Fact, Intent, IntentKind
from drafter.facts.wishes.intents import TOLD_ALREADY, reads_no_list, tells_first
from drafter.facts.wishes.own_words import dared, is_fair
from drafter.facts.wishes.thoughts import thought_in
from drafter.facts.wishes.wish_facts import facts_of_matter, is_told, named_fact
from drafter.facts.wishes.wish_words import greeted, said_to_people
from drafter.models import facts as models
from drafter.models.facts import LONGEST
from drafter.models.fields import fields_of
from drafter.models.types import SHORT

_WISH_KEYS = {kind: key for key, kind in WISHES.items()}
# Words of a wish that point at what was told before, and those that mean whoever works there.
_POINTS = re.compile("[这那该此]|(?:人|干部|人名|名字)$")
_PERSONS = ("人", "干部")
# 书记后面会讲问责，院长不重复: who tells it has not spoken yet.
_LATER = re.compile("后面|会讲|还要讲|随后|最后讲")
# The matter may be told, what is not settled of it may not: 别写数.
_FIGURE = re.compile("(?:数字?|金额|日子|日期|时间|多少|死)$")

# Words that any open matter may have.
_OPEN_SIGNS = re.compile("[没不定未还在完了的说再事先问都现会上这那]|[^一-鿿]")

# What is shorter names no matter: 时间.
LEAST_OPEN = 3
# A value that is written otherwise than the sheet says it: its path, the value, the words of the sheet.
Said = tuple[KeyPath, Any, str]


def wishes_of(
    intents: Sequence[Intent], facts: Sequence[Fact], blanks: Sequence[Blank] = ()
) -> tuple[dict[str, Any], list[Said]]:
    """Return the wishes by their keys in the order of the YAML, and the words of the sheet for each."""
    given: dict[str, Any] = {}
    said: list[Said] = []
    for intent in _told_of(intent for intent in intents if not salutation_of(intent)):
        for key, value in _by_blank(intent, blanks) or _wish(intent, given, facts, blanks):
            if not isinstance(value, list):
                given[key] = value
                said.append((("intent", key), value, intent.text))
                continue
            items = given.setdefault(key, [])
            for item in value:
                place = items.index(item) if item in items else len(items)
                said.append((("intent", key, place), _words_of(item), intent.text))
                items[place:] = items[place:] or [item]
    return {key: given[key] for key in fields_of(models.Intent) if key in given}, said


def salutation_of(intent: Intent) -> str:
    """Return how those present are to be called, where a wish tells: 叫“各位老师、同学们”."""
    call = intent.words[0] if intent.kind is IntentKind.WORDING and intent.words else ""
    return call if re.match("[称叫]", intent.text) and re.match("各位.*|.+、.*[们志]$", call) else ""


def _by_blank(intent: Intent, blanks: Sequence[Blank]) -> list[tuple[str, Any]]:
    """Return the key of a wish without an object, about the blank right in front: 扣多少还在测算，别写数."""
    near = (b for b in blanks if 0 <= intent.place.start - b.place.end <= len("，"))
    blank = next(near, None) if intent.kind in (IntentKind.FORBID, IntentKind.AVOID) else None
    # 没核实 or 没说是否含税 alone names no matter: the wish is about the fact in front.
    if blank is None or intent.words or re.match("[还也]?[没未]|报来", blank.text):
        return []
    return [
        ("notes", [f"{blank.what}：{intent.text}"])
        if _FIGURE.search(intent.text)
        else ("leave", [blank.what])
    ]


def _words_of(item: Any) -> str:
    return "".join(item.values()) if isinstance(item, dict) else str(item)


def _named(intent: Intent, facts: Sequence[Fact]) -> tuple[str, ...]:
    """Return the words of a wish; who is to be named or not, where the wish only points at him."""
    if intent.kind not in (IntentKind.NAME, IntentKind.NO_NAME):
        return intent.words
    about = [fact.who or fact.topic for fact in facts if fact.id in intent.about]
    known = tuple(dict.fromkeys(who for who in about if len(who) > 1))
    if not known:
        return intent.words
    pointing = [word for word in intent.words if not _POINTS.match(word)]
    persons = [f"{known[0]}的{word}" for word in intent.words if word in _PERSONS]
    return (*pointing, *persons) or (known if not intent.words else known[:1])


def _wish(
    intent: Intent, given: dict[str, Any], facts: Sequence[Fact], blanks: Sequence[Blank]
) -> Iterator[tuple[str, Any]]:
    """Yield the keys of a wish, and their values; what no key takes is a note."""
    kind, text = intent.kind, intent.text
    sets_tone = bool(intent.tone) and given.get("tone", intent.tone) == intent.tone
    if sets_tone and _tells_tone(intent):
        yield "tone", intent.tone
    if len(text) > LONGEST:
        yield "notes", [text[start : start + LONGEST] for start in range(0, len(text), LONGEST)]
    elif kind is not IntentKind.TONE or not sets_tone:
        yield from _keyed(intent, given, facts, blanks)


def _tells_tone(intent: Intent) -> bool:
    other = intent.kind is IntentKind.OTHER and intent.tone != "warm"
    return other or intent.kind in (IntentKind.TONE, IntentKind.OPENING)


def _open_alike(intent: Intent, blanks: Sequence[Blank]) -> Iterator[str]:
    """Yield what is missing of a matter that a wish leaves open in other words: 水价 for 水费涨不涨."""
    if intent.kind is not IntentKind.AVOID or not is_blank(intent.text):
        return
    said = {pair for pair in pairs_in(intent.text) if not _OPEN_SIGNS.search(pair)}
    for blank in blanks:
        known = len(blank.what) < LEAST_OPEN or any(w in f"{blank.what}{blank.text}" for w in intent.words)
        if said & pairs_in(blank.text) and not known:
            yield blank.what


def _keyed(
    intent: Intent, given: dict[str, Any], facts: Sequence[Fact], blanks: Sequence[Blank]
) -> Iterator[tuple[str, Any]]:
    """Yield the key of a wish, and its value."""
    kind, text = intent.kind, intent.text
    if tells_first(intent):
        # A list of words has no order of telling.
        yield "notes", [text]
        return
    words = [
        word for word in (*_named(intent, facts), *_open_alike(intent, blanks)) if 0 < len(word) <= SHORT
    ]
    if fact := _pointed_at(intent, facts):
        yield "notes", [f"{words_for(fact, facts)}：{text}"]
    elif (
        _is_left_to_others(intent)
        or _bars_figures(intent)
        or reads_no_list(intent)
        or _tells_its_own(intent, facts)
    ):
        yield "notes", [text]
    elif kind in _WISH_KEYS and words:
        yield _WISH_KEYS[kind], words
    elif kind is IntentKind.HARD:
        yield from _hard(intent, facts, words)
    elif kind is IntentKind.ADDRESS and words:
        yield "address", [{"to": "、".join(words)[:SHORT], "say": text}]
    elif kind in (IntentKind.OPENING, IntentKind.CLOSING) and kind.value not in given:
        yield kind.value, text
    else:
        # 护士们搬了三夜 is a fact; 点一下赞 alone would not tell whom.
        told_of = kind in (IntentKind.PRAISE, IntentKind.THANKS) or is_fair(text)
        to = words[0] if told_of and words else ""
        yield "notes", [text if to in text else f"{to}，{text}"]


def _bars_figures(intent: Intent) -> bool:
    """Whether a wish bars figures of a matter, and its words would bar it as a whole: 晚归的数字不讲."""
    told = intent.kind is IntentKind.AVOID and re.search("的数[字据]", intent.text)
    return bool(told) and not any("数" in word for word in intent.words)


def _is_left_to_others(intent: Intent) -> bool:
    """Whether another has told it already; who tells it later leaves it out of this speech."""
    told = intent.kind is IntentKind.AVOID and TOLD_ALREADY.search(intent.text)
    return bool(told) and not _LATER.search(intent.text)


def _tells_its_own(intent: Intent, facts: Sequence[Fact]) -> bool:
    """Whether a wish that something be told has a fact that the sheet has not: 市政公司应收最高，点."""
    own = facts_of_matter(intent.text) or said_to_people(intent.text)
    said = thought_in(intent.text) or dared(intent.text) or greeted(intent.text)
    if said or (intent.kind is IntentKind.STRESS and own):
        return True
    fact = named_fact(intent.text) if intent.kind in (IntentKind.NAME, IntentKind.STRESS) else ""
    return fact != "" and not is_told(fact, facts)


def _hard(intent: Intent, facts: Sequence[Fact], words: list[str]) -> Iterator[tuple[str, Any]]:
    """Yield that a target is not to be made soft: that of one fact, else every one not soft itself."""
    about = [fact for fact in facts if fact.id in intent.about]
    names = [name for fact in about if (name := words_for(fact, facts))]
    if names:
        yield "notes", [f"{name}：{intent.text}" for name in names]
    elif not words or any(fact.soft in words for fact in facts):
        yield "notes", [intent.text]
    else:
        yield "avoid", words


def _pointed_at(intent: Intent, facts: Sequence[Fact]) -> Fact | None:
    """Return the fact that a wish stands behind on the sheet and does not name: 扣多少还在测算，别写数."""
    praised = intent.kind is IntentKind.PRAISE and not intent.words
    if not praised and intent.kind not in (IntentKind.AVOID, IntentKind.STRESS, IntentKind.FORBID):
        return None
    about = [fact for fact in facts if fact.id in intent.about and words_for(fact, facts)]
    if intent.words and not any(word in intent.text for word in intent.words):
        # 书记会讲问责，总经理不重复: the clause in front of it tells what it is about.
        return None
    is_named = any(len(word) > 1 and word in fact.text for word in intent.words for fact in about)
    return about[0] if about and not is_named else None


def _told_of(intents: Iterable[Intent]) -> Iterator[Intent]:
    """Yield the wishes, a word to somebody with what the next one tells of them: 她们一天说几千句话."""
    held: Intent | None = None
    for intent in intents:
        if held is not None and intent.kind is IntentKind.OTHER and re.match("他们|她们", intent.text):
            held = replace(held, text=f"{held.text}；{intent.text}")
            continue
        if held is not None:
            yield held
        held = intent if intent.kind is IntentKind.ADDRESS else None
        if held is None:
            yield intent
    if held is not None:
        yield held
