"""The facts and wishes of a meeting's YAML, as the reader of sheets gives them.

What an item says is read out of its text; what its other keys say goes before that.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.lines import line_starts
from drafter.facts.figures.dates import find_whens
from drafter.facts.figures.same_unit import with_same_units
from drafter.facts.kinship.links import Link, LinkKind, find_links
from drafter.facts.missing.about import asks_how_paid
from drafter.facts.missing.blanks import what_is_missing
from drafter.facts.people.persons import find_persons
from drafter.facts.read import read_fact
from drafter.facts.sheet import NOWHERE, Blank, Fact, FactType, Intent, IntentKind, Person, Place, When
from drafter.facts.types.beside import facts_beside
from drafter.facts.types.order import Position, goes_on, is_own_line, positions
from drafter.facts.types.resolve import about_facts
from drafter.facts.wishes import intents as wishes
from drafter.facts.wishes.behind import OF_FACT, kind_behind
from drafter.facts.wishes.wish_kinds import HEDGE, tone_of
from drafter.models import facts as models
from drafter.models.parameters import Parameters
from drafter.models.parts import Point
from drafter.models.types import SHORT

# The key of each list in the YAML, and the type of its facts.
TYPES: dict[str, FactType] = {
    "achievements": FactType.ACHIEVEMENT,
    "situation": FactType.SITUATION,
    "progress": FactType.PROGRESS,
    "problems": FactType.PROBLEM,
    "causes": FactType.CAUSE,
    "requests": FactType.REQUEST,
    "tasks": FactType.TASK,
    "gaps": FactType.GAP,
    "duties": FactType.DUTY,
    "funds": FactType.FUND,
    "checks": FactType.CHECK,
    "promises": FactType.PROMISE,
    "examples": FactType.CASE,
    "honours": FactType.AWARD,
    "thanks": FactType.THANKS,
    "stances": FactType.STANCE,
    "basis": FactType.BASIS,
}
# The key of each list of the intent, and what its items are.
WISHES: dict[str, IntentKind] = {
    "stress": IntentKind.STRESS,
    "spare": IntentKind.SPARE,
    "named": IntentKind.NAME,
    "unnamed": IntentKind.NO_NAME,
    "avoid": IntentKind.FORBID,
    "leave": IntentKind.AVOID,
    "keep": IntentKind.QUOTE,
}
# What ties a fact of the first type to one of the second; None stands for any.
_TIES: tuple[tuple[FactType, FactType | None, LinkKind], ...] = (
    (FactType.CAUSE, None, "cause"),
    (FactType.DUTY, None, "owner"),
    (FactType.FUND, None, "fund"),
    (FactType.CHECK, None, "check"),
    (FactType.TASK, FactType.PROGRESS, "rest"),
    (FactType.TASK, FactType.GAP, "gap"),
    (FactType.TASK, FactType.SITUATION, "noun"),
    (FactType.TASK, None, "problem"),
    (FactType.PROMISE, FactType.PROGRESS, "rest"),
    (FactType.PROMISE, None, "problem"),
)
# So many signs of its text name a fact, if they are those of no other.
_TOPIC = 12
_START: Position = (0, 0, 0, 0)


def facts_of(parameters: Parameters) -> tuple[Fact, ...]:
    """Return the facts of a YAML: those of the meeting, those of its points, those under keys of their own.

    They are in their order, else by type. The id of a fact is its path: ``facts.tasks[2]``,
    ``parts[1].points[0].facts.tasks[0]``.
    """
    placed: list[tuple[Position, str, Fact]] = []
    for path, items in _lists(parameters):
        for index, (item, position) in enumerate(zip(items, _positions(items), strict=True)):
            if (fact := _fact(item, TYPES[path.rpartition(".")[2]], parameters.meeting.date)) is not None:
                placed.append((position, f"{path}[{index}]", fact))
    found: list[Fact] = []
    before = _START
    for _above, those in groupby(placed, key=lambda each: each[1].rpartition("facts.")[0]):
        for position, path, fact in sorted(those, key=lambda each: each[0]):
            found.append(_placed(fact, path, position, found[-1] if found else None, before))
            before = position
    for path, type_, words in facts_beside(parameters):
        fact = fact_alone(words.strip("。\n"), type_, parameters.meeting.date)
        found.append(_placed(fact, path, positions([""])[0], found[-1] if found else None, before))
    blanks = blanks_of(parameters, found)
    lacking = frozenset(id_ for blank in blanks if "单位" in blank.what for id_ in blank.about)
    paid = frozenset(id_ for blank in blanks if asks_how_paid(blank.text) for id_ in blank.about)
    found = with_same_units(found, lacking - paid, paid)
    _about, named = about_facts(((0, intent) for intent in _wishes(parameters.intent)), found)
    return tuple(replace(f, named=named[f.id]) if f.named is None and f.id in named else f for f in found)


def links_of(parameters: Parameters, facts: Sequence[Fact]) -> tuple[Link, ...]:
    """Return the links between ``facts`` of a YAML: those that it gives with ``for``, and those found."""
    by_id = {fact.id: fact for fact in facts}
    links: dict[tuple[str, str], Link] = {}
    for path, items in _lists(parameters):
        for index, item in enumerate(items):
            source = by_id.get(f"{path}[{index}]")
            for words in item.belongs if source is not None else ():
                target = fact_with(words, [fact for fact in facts if fact is not source])
                if source is not None and target is not None:
                    kind = _tie(source, target)
                    links[source.id, target.id] = Link(kind, source.id, target.id, words)
    found = (link for link in find_links(facts) if (link.source, link.target) not in links)
    return (*links.values(), *found)


def intents_of(parameters: Parameters, facts: Sequence[Fact]) -> tuple[Intent, ...]:
    """Return the wishes of a YAML, each with those of ``facts`` that it is about."""
    found, _named = about_facts(((0, intent) for intent in _wishes(parameters.intent)), facts)
    return tuple(_beside(intent, facts) for intent in found)


def _beside(intent: Intent, facts: Sequence[Fact]) -> Intent:
    """Return a wish about the fact whose words stand in front of a colon: 科室绩效：别写数."""
    words, colon, text = intent.text.partition("：")
    fact = fact_with(words, facts) if colon and len(words) > 1 else None
    if fact is None:
        return intent
    kind = kind_behind(text)
    wish = Intent(kind, text, NOWHERE) if kind in OF_FACT else wishes.read_wish(text)
    return replace(wish, place=intent.place, about=(fact.id,))


def blanks_of(parameters: Parameters, facts: Sequence[Fact]) -> tuple[Blank, ...]:
    """Return what the YAML tells as missing, each with the facts that lack it."""
    found = []
    for item in parameters.missing:
        about = [fact for words in item.belongs if (fact := fact_with(words, facts)) is not None]
        if item.what:
            what = what_is_missing(re.split("[，,；;]", item.what))
            found.append(Blank(what, item.what, NOWHERE, tuple(fact.id for fact in about)))
    return tuple(found)


def fact_with(words: str, facts: Iterable[Fact]) -> Fact | None:
    """Return the fact that ``words`` name: by its topic, else by how its text begins, else by its text."""
    known = list(facts)
    for fits in (
        lambda fact: fact.topic == words,
        lambda fact: fact.text.startswith(words),
        lambda fact: words in fact.text,
    ):
        if found := next(filter(fits, known), None):
            return found
    return None


def words_for(fact: Fact, among: Sequence[Fact]) -> str:
    """Return a few words that name a fact and no other one; "" where there are none."""
    text = fact.text
    sizes = (*range(min(_TOPIC, len(text)), len(text), 4), len(text))
    for words in (fact.topic if len(fact.topic) > 1 else "", *(text[:size] for size in sizes)):
        if words and len(words) <= SHORT and fact_with(words, among) is fact:
            return words
    return ""


def _lists(parameters: Parameters) -> Iterator[tuple[str, tuple[models.Fact, ...]]]:
    """Yield the lists of facts with their paths."""
    yield from _lists_in(parameters.facts, "facts")
    for number, part in enumerate(parameters.parts):
        yield from _lists_below(part.points, f"parts[{number}]")


def _lists_below(points: Sequence[Point], above: str) -> Iterator[tuple[str, tuple[models.Fact, ...]]]:
    for number, point in enumerate(points):
        path = f"{above}.points[{number}]"
        yield from _lists_in(point.facts, f"{path}.facts")
        yield from _lists_below(point.points, path)


def _lists_in(facts: models.Facts, path: str) -> Iterator[tuple[str, tuple[models.Fact, ...]]]:
    for key in TYPES:
        if items := getattr(facts, key):
            yield f"{path}.{key}", items


def _fact(item: models.Fact, type_: FactType, today: datetime.date | None) -> Fact | None:
    """Return an item as a fact; None where it says nothing."""
    text = item.text or "".join(filter(None, (item.topic, item.by, item.demand)))
    if not text:
        return None
    fact = fact_alone(text, type_, today)
    persons = tuple(person for words in item.person for person in _persons(words))
    return replace(
        fact,
        topic=item.topic or fact.topic,
        demand=item.demand or "",
        by=_deadline(item.by, today) if item.by else fact.by,
        owners=item.owner or fact.owners,
        partners=item.partners or fact.partners,
        persons=persons or fact.persons,
        who=item.who or fact.who,
        named=item.named,
        source=item.source or fact.source,
        label=item.label or fact.label,
        section=item.matter or "",
    )


@lru_cache(maxsize=1024)
def fact_alone(text: str, type_: FactType, today: datetime.date | None) -> Fact:
    """Return what one text tells by itself; drafts are made many times of the same facts."""
    return read_fact(text, type_, today=today)


def _persons(words: str) -> tuple[Person, ...]:
    return tuple(find_persons(words, 0, 0)) or (Person("", (words,), NOWHERE, words),)


@lru_cache(maxsize=256)
def _deadline(words: str, today: datetime.date | None) -> When:
    """Return the deadline that ``words`` tell, an event where they tell no day."""
    found = find_whens(words, line_starts(words), today)
    if not found:
        return When(words, NOWHERE, "event", "by")
    when = next((when for when in found if when.relation in ("by", "within")), found[0])
    return when if when.relation in ("by", "within") else replace(when, relation="by")


def _positions(items: Sequence[models.Fact]) -> list[Position]:
    return positions([item.order or "" for item in items])


def _placed(fact: Fact, path: str, position: Position, last: Fact | None, before: Position) -> Fact:
    """Return a fact with its id and group, put behind the ``last`` one as on a sheet."""
    start = last.place.end + 1 if last else 0
    line = last.place.line + 1 if last else 1

    def moved(place: Place) -> Place:
        return Place(line, start + place.start, start + place.end)

    joined = last is not None and _is_joined(fact, path, position, last, before)
    return replace(
        fact,
        id=path,
        place=moved(fact.place),
        group=(last.group if last else 0) + (not joined),
        sign="，" if joined and goes_on(position) else "",
        quantities=tuple(replace(each, place=moved(each.place)) for each in fact.quantities),
        whens=tuple(replace(each, place=moved(each.place)) for each in fact.whens),
        by=replace(fact.by, place=moved(fact.by.place)) if fact.by else None,
        persons=tuple(replace(each, place=moved(each.place)) for each in fact.persons),
    )


def _is_joined(fact: Fact, path: str, position: Position, last: Fact, before: Position) -> bool:
    """Whether a fact is of the line of the last one: by its order, else by its label or its first words."""
    if path.rpartition("facts.")[0] != last.id.rpartition("facts.")[0]:
        return False
    if not is_own_line(position):
        return position[0] == before[0] and not is_own_line(before)
    same = path.partition("[")[0] == last.id.partition("[")[0]
    return same and (fact.label == last.label != "" or fact.text.startswith("其中"))


def _tie(source: Fact, target: Fact) -> LinkKind:
    """Return what a fact that belongs to another one is to it."""
    if source.text.startswith("其中"):
        return "part"
    fitting = (
        kind for first, second, kind in _TIES if first is source.type and second in (target.type, None)
    )
    return next(fitting, "noun")


def _wishes(intent: models.Intent) -> Iterator[Intent]:
    if intent.tone:
        yield Intent(IntentKind.TONE, intent.tone, NOWHERE, tone=intent.tone)
    for key, kind in WISHES.items():
        for words in getattr(intent, key):
            is_hard = kind is IntentKind.FORBID and HEDGE.fullmatch(words)
            yield Intent(IntentKind.HARD if is_hard else kind, words, NOWHERE, (words,))
    for passage in intent.address:
        said = passage.say or passage.to or ""
        words = (passage.to,) if passage.to else ()
        yield Intent(IntentKind.ADDRESS, said, NOWHERE, words, tone_of(said))
    for kind, text in ((IntentKind.OPENING, intent.opening), (IntentKind.CLOSING, intent.closing)):
        if text:
            read = wishes.read_wish(text)
            yield Intent(kind, text, NOWHERE, read.words if read.kind is kind else (), tone_of(text))
    yield from map(wishes.read_wish, intent.notes)
