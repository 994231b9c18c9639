"""What the sheet tells of those whom a wish thanks, praises or speaks to: it is told with these words.

At a ceremony a deed stays where the stories are, and the thanks stand behind it; elsewhere it is taken
out of the parts, whose matters it would only interrupt, and told in the passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from drafter.facts.around import stands
from drafter.facts.audiences import PEOPLE, are_people, audiences_of
from drafter.facts.names import name_at
from drafter.facts.sheet import Fact, FactType, Intent, IntentKind
from drafter.templating.compose.choice import Chooser
from drafter.templating.compose.composition import Sentence, bare
from drafter.templating.compose.forms import is_fault
from drafter.templating.compose.material import Material
from drafter.templating.compose.moves import Told
from drafter.templating.compose.passages import phrase
from drafter.templating.compose.statements import Statement
from drafter.templating.compose.story import hero_of

_TO_PEOPLE = (IntentKind.THANKS, IntentKind.PRAISE, IntentKind.ADDRESS, IntentKind.STRESS)
# How a story on which there is weight is turned over.
_TURNS = ("weigh", "contrast", "address")
# Where stories have a place of their own.
_WITH_STORIES = ("address", "commendation", "party-lecture")
# What tells of a group wherever in it they are counted.
_TELLING = (FactType.SITUATION, FactType.ACHIEVEMENT, FactType.CASE, FactType.PROBLEM)
# What is read as a problem may tell what people bore, 暴雨里清塌方47处; what they lack or did not do is one.
_AGAINST = re.compile("没(?!停|歇|误|有一)|未|缺|差|不|走了|流失|投诉|违|漏|迟")
# What tells who was chosen among them.
_CHOSEN = re.compile("评出|评选|表彰|获[评奖得]|当选")
# What asks something of people.
_ASKING = (FactType.CHECK, FactType.DUTY, FactType.REQUEST, FactType.GAP, FactType.AWARD, FactType.PROGRESS)
# 戚老师, 甄院长: the surname, and what he is.
_BY_SURNAME = re.compile(
    "(?P<surname>[一-鿿])(?:老师|医生|师傅|大姐|大哥|阿姨|大爷|教授|院长|校长|支书|主任|书记|队长|工|老)$"
)
_STORY = re.compile("(?P<who>[一-鿿]{2,4}?)的?(?:故事|事迹|做法|经历|那?\\d+[一-鿿])")
# Those whose number is a figure of the matter, and no deed of theirs.
_COUNTED_ANYWHERE = frozenset({"对孩子", "对老人", "对群众", "对企业", "对家长"})
# Words for people that say nothing of which people they are.
_ANYBODY = frozenset(("同志", "人", "员", "们", "干部", "代表", "群众", "队员", "老师", "孩子"))


class Deed(Struct, frozen=True):
    """A wish with the statements that tell of those it is about; ``person`` is the name of one person."""

    intent: Intent
    statements: tuple[Statement, ...]
    person: str = ""


def deeds_of(statements: Sequence[Statement], material: Material) -> list[Deed]:
    """Return what is told of those whom wishes are about, each statement for the first wish only."""
    found: list[Deed] = []
    taken: set[int] = set()
    for intent in (i for kind in _TO_PEOPLE for i in material.wishes(kind)):
        free = [s for s in statements if id(s) not in taken]
        deed = _of_person(intent, free, material) or _of_group(intent, free)
        if deed is not None:
            found.append(deed)
            taken |= {id(s) for s in deed.statements}
    return found


def told_apart(deeds: Sequence[Deed], material: Material) -> list[Statement]:
    """Return the statements that are told in the passages, and so in no part."""
    stays = material.kind in _WITH_STORIES
    return [s for deed in deeds if not (deed.person and stays) for s in deed.statements]


def honour(deeds: Sequence[Deed], told: Sequence[Told], chooser: Chooser) -> list[Intent]:
    """Put thanks or praise behind the deeds that are told in the parts; return the wishes that are met so."""
    met: list[Intent] = []
    for deed in (d for d in deeds if d.person):
        last = next((t for t in reversed(told) if t.statement is deed.statements[-1]), None)
        if last is None:
            continue
        for function, said in words_behind(deed, chooser):
            last.sentences[function] = said
        # Nothing more is said of it: one sentence behind a deed is enough.
        last.spared = True
        met.append(deed.intent)
    return met


def words_behind(deed: Deed, chooser: Chooser) -> list[tuple[str, Sentence]]:
    """Return the thanks or the praise for a deed; where there is weight on it, what it says to others."""
    forms, key = {"who": called(deed)}, deed.intent.text
    if deed.intent.kind is IntentKind.STRESS:
        forms = {"hero": deed.person, "stressed": ""}
        tried = [(f, phrase(chooser, "example", f, forms, f"{key}{f}")) for f in _TURNS]
    elif deed.intent.kind is IntentKind.THANKS:
        tried = [("address", phrase(chooser, "thanks", "address", forms, key))]
    else:
        tried = [("address", phrase(chooser, "praise", "weigh", forms, key))]
    return [(function, said) for function, said in tried if said is not None]


def called(deed: Deed) -> str:
    """Return how he is called who is honoured: as the wish calls him, where that is his name and no more."""
    who = deed.intent.words[0]
    return deed.person if who.startswith(deed.person) else who


def _of_person(intent: Intent, statements: Sequence[Statement], material: Material) -> Deed | None:
    """Return what the sheet tells of the one person whom a wish names: his whole line."""
    who = intent.words[0] if intent.words else ""
    if intent.kind is IntentKind.STRESS:
        # 米朵的故事: weight on what is no story is laid where it is told.
        story = _STORY.fullmatch(who)
        who = story["who"] if story else ""
    for statement in statements:
        person = _person_in(who, statement.facts[0])
        if not person or person in material.spared_names or is_fault(statement.facts[0].text):
            continue
        line = [s for s in statements if _is_line(s, statement)]
        return Deed(intent, tuple(line), person)
    return None


def _is_line(statement: Statement, first: Statement) -> bool:
    """Whether a statement goes on with what the sheet tells of a person on the line of the ``first``."""
    same = statement.facts[0].group == first.facts[0].group and statement.place >= first.place
    asks = any(f.by or f.owners for f in statement.facts) or statement.type in (FactType.CHECK, FactType.DUTY)
    return same and (statement is first or not asks)


def _person_in(who: str, fact: Fact) -> str:
    """Return the name of the person of whom a fact tells, where a wish means him; else ""."""
    if fact.by or fact.owners or fact.type in (FactType.DUTY, FactType.CHECK):
        return ""
    front = fact.text[:24]
    hero = hero_of(fact)
    if hero and (who.startswith(hero) or who.endswith(hero)):
        return hero
    if name_at(who, 0) == who and who in front:
        return who
    if found := _BY_SURNAME.fullmatch(who):
        return hero if hero.startswith(found["surname"]) and len(hero) > 1 else who if who in front else ""
    return ""


def _of_group(intent: Intent, statements: Sequence[Statement]) -> Deed | None:
    """Return what the sheet tells of a group of people: how many they are, and what they bear or did."""
    who = intent.words[0] if intent.words else ""
    if intent.kind is IntentKind.STRESS or not (are_people(who) or audiences_of(who)):
        return None
    names = list(_names_of(who))
    anywhere = not audiences_of(who) & _COUNTED_ANYWHERE
    found = [
        s
        for s in statements
        if _may_be_told(s, intent) and _tells_of(names, bare(s.words), anywhere and s.type in _TELLING)
    ]
    return Deed(intent, tuple(found)) if found else None


def _may_be_told(statement: Statement, intent: Intent) -> bool:
    """Whether a statement asks nothing of people, tells nothing against them, and not who was chosen."""
    words = bare(statement.words)
    against = is_fault(words) or intent.kind is not IntentKind.THANKS and _AGAINST.search(words)
    if statement.type is FactType.PROBLEM and against or _CHOSEN.search(words):
        return False
    return statement.type not in _ASKING and not any(f.by or f.owners for f in statement.facts)


def _names_of(who: str) -> Iterator[str]:
    """Yield how facts may call those whom a wish names: 夜班护士 as 护士, 退下来的同志 as 退休干部."""
    yield who.removesuffix("们")
    yield from (m[0] for m in re.finditer(r"\d+户", who))
    yield from (m[0] for m in re.finditer("[一-鿿]{1,2}工(?=们|$)", who))
    for people in PEOPLE.finditer(who):
        if (name := people[0].removesuffix("们")) not in _ANYBODY:
            yield name
    if "退" in who and "同志" in who:
        yield "退休干部"


_NUMBER = r"\d[\d.万多]*[个名位]?"
_AT_FRONT = re.compile(rf"^(?:全[一-鿿]|今年|这些|去年|{_NUMBER})?[一-鿿]{{0,2}}\Z")
_EARLY = re.compile(r"^[^，]{0,14}\Z")
_COUNTED = re.compile(rf"{_NUMBER}[一-鿿]{{0,2}}\Z")
_COUNT = re.compile(f"(?:有|共)?{_NUMBER}")


def _tells_of(names: Sequence[str], text: str, anywhere: bool) -> bool:
    """Whether a statement tells of people: they stand in front, or are counted ``anywhere`` in it."""
    for name in names:
        if stands(name, text, front=_AT_FRONT) or (name.endswith("户") and stands(name, text, front=_EARLY)):
            return True
        if anywhere and (stands(name, text, front=_COUNTED) or stands(name, text, _COUNT)):
            return True
    return False
