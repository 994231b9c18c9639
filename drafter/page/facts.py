"""The facts of a meeting as cards, by type; what is unsure in them; and the wishes of the leader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from drafter.facts.given import TYPES, facts_of
from drafter.facts.sheet import Fact
from drafter.i18n import _
from drafter.models import facts as models
from drafter.models.facts import Facts
from drafter.models.fields import FieldSpec, fields_of
from drafter.models.parameters import Parameters
from drafter.models.parts import Point
from drafter.models.paths import value_at
from drafter.page.forms import Field, control_of, id_of, options_of, written
from drafter.page.meetings import State, set_values
from drafter.templating.from_sheet import DOUBT, QUOTED
from drafter.yaml.changes import UnsettableError
from drafter.yaml.comments import Comment, comments_of, with_comments
from drafter.yaml.items import without_item
from drafter.yaml.source import Source

# The keys of a fact that each type of card shows at once; the others wait behind "more".
SHOWN: dict[str, tuple[str, ...]] = {
    "tasks": ("by", "owner", "partners", "person"),
    "duties": ("owner", "partners", "person"),
    "problems": ("who", "named"),
    "promises": ("by", "owner"),
    "checks": ("owner",),
    "funds": ("source",),
    "requests": ("who",),
    "basis": ("source",),
}
# The keys whose items are names that stand between commas in one field.
NAMES = ("owner", "partners", "person")
# No list has a million items; more digits are none of this page, and too long a number is no int at all.
_KEY = re.compile(r"(?:^|\.)facts\.([a-z]+)\[(\d{1,6})\]$", re.ASCII)


class Group(Struct, frozen=True):
    """The cards of one type. ``path`` is that of their list, ``adds`` that of the next item."""

    path: str
    label: str
    hint: str
    cards: tuple[Card, ...]
    next: int

    @property
    def adds(self) -> str:
        """The path of the item that is added next."""
        return f"{self.path}[{self.next}].text"

    @property
    def id(self) -> str:
        """The id of the group in the page."""
        return id_of(self.path)


class Card(Struct, frozen=True):
    """A fact: its text, the fields beside it, and the comments on it."""

    path: str
    text: str
    shown: tuple[Field, ...]
    more: tuple[Field, ...]
    doubts: tuple[Comment, ...]
    quotes: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of the card in the page."""
        return id_of(self.path)

    @property
    def known(self) -> tuple[tuple[str, str], ...]:
        """What one has to see of a card without opening it, as label and value.

        That is what is given, and what its text tells of the keys that matter for its type.
        """
        given = [field for field in self.more if field.value and not field.path.endswith(".order")]
        found = ((field.label, field.said) for field in (*self.shown, *given))
        return tuple((label, said) for label, said in found if said)


class Holder(Struct, frozen=True):
    """What facts belong to: the meeting as a whole, or a point that has facts of its own."""

    path: str
    name: str
    groups: tuple[Group, ...]


class Doubt(Struct, frozen=True):
    """What is unsure, and the comment that says so."""

    comment: Comment
    text: str
    target: str


def holders(state: State) -> tuple[Holder, ...]:
    """Return the facts of the meeting, and those of its points."""
    given = state.given
    comments = comments_of(state.source)
    read = {fact.id: fact for fact in facts_of(given)}
    found = [Holder("facts", _("the whole meeting"), _groups(given.facts, "facts", comments, read))]
    for number, part in enumerate(given.parts):
        for path, point in _points(part.points, f"parts[{number}]"):
            name = point.heading.text or _("point {number}").format(number=path)
            facts = f"{path}.facts"
            found.append(Holder(facts, name, _groups(point.facts, facts, comments, read)))
    return tuple(found)


def _points(points: Sequence[Point], above: str) -> Iterator[tuple[str, Point]]:
    for number, point in enumerate(points):
        path = f"{above}.points[{number}]"
        yield path, point
        yield from _points(point.points, path)


def _groups(
    facts: Facts, above: str, comments: Sequence[Comment], read: dict[str, Fact]
) -> tuple[Group, ...]:
    return tuple(
        _group(spec, getattr(facts, spec.name), f"{above}.{key}", comments, read)
        for key, spec in fields_of(Facts).items()
    )


def _group(
    spec: FieldSpec,
    items: Sequence[models.Fact],
    path: str,
    comments: Sequence[Comment],
    read: dict[str, Fact],
) -> Group:
    """Return the cards of a list. An item of a new YAML that says nothing yet is the one to fill next."""
    empty = [place for place, item in enumerate(items) if item == models.Fact()]
    cards = (
        _card(item, f"{path}[{place}]", spec.key, comments, read)
        for place, item in enumerate(items)
        if place not in empty
    )
    return Group(path, spec.label, spec.hint, tuple(cards), empty[0] if empty else len(items))


def _card(item: models.Fact, path: str, key: str, comments: Sequence[Comment], read: dict[str, Fact]) -> Card:
    fields = [_field(item, path, name, read.get(path)) for name in fields_of(models.Fact) if name != "text"]
    first = SHOWN.get(key, ())
    shown = [field for field in fields if field.path.rpartition(".")[2] in first]
    own = [comment for comment in comments if comment.path == path or comment.path.startswith(f"{path}.")]
    return Card(
        path,
        item.text or "".join(filter(None, (item.topic, item.by, item.demand))),
        tuple(shown),
        tuple(field for field in fields if field not in shown),
        tuple(comment for comment in own if comment.text.startswith(DOUBT)),
        tuple(each.text.removeprefix(QUOTED) for each in own if each.text.startswith(QUOTED)),
    )


def _field(item: models.Fact, path: str, key: str, read: Fact | None) -> Field:
    spec = fields_of(models.Fact)[key]
    value = getattr(item, spec.name)
    text = ("、" if key in NAMES else "\n").join(value) if spec.is_list else written(value)
    control = ("line" if key in NAMES else "lines") if spec.is_list else control_of(spec, text)
    suggests = {"owner": "bodies", "partners": "bodies", "who": "bodies", "person": "people"}.get(key, "")
    return Field(
        f"{path}.{key}",
        spec.label,
        spec.hint,
        control,
        text,
        options_of(spec, {}),
        suggests=suggests,
        read=_read(key, read) if read is not None and not text else "",
    )


def _read(key: str, fact: Fact) -> str:
    """Return what the text of a fact tells of a key by itself."""
    if key == "by":
        return fact.by.text if fact.by else ""
    people = ["、".join(person.posts) + person.name for person in fact.persons]
    names = {"owner": fact.owners, "partners": fact.partners, "person": people}
    return "、".join(names[key]) if key in names else {"who": fact.who, "topic": fact.topic}.get(key, "")


def deadlines(parameters: Parameters) -> dict[str, str]:
    """Return the day of each fact that has a deadline, by its path."""
    found = ((fact.id, fact.by.deadline) for fact in facts_of(parameters) if fact.by)
    return {path: day.isoformat() for path, day in found if day}


def suggestions(parameters: Parameters) -> dict[str, list[str]]:
    """Return the names that the facts have: of bodies, and of people with their posts."""
    facts = facts_of(parameters)
    bodies = [name for fact in facts for name in (*fact.owners, *fact.partners, fact.who)]
    bodies += [name for item in parameters.meeting.agenda or () for name in item.who]
    people = ["、".join(person.posts) + person.name for fact in facts for person in fact.persons]
    return {"bodies": known_names(bodies), "people": known_names(people)}


def known_names(names: Iterable[str]) -> list[str]:
    """Return each of ``names`` once, without empty ones."""
    return list(dict.fromkeys(name for name in names if name))


# ---- what is unsure


def doubts(state: State) -> tuple[Doubt, ...]:
    """Return all that a person is to check, in the order of the file."""
    found = (comment for comment in comments_of(state.source) if comment.text.startswith(DOUBT))
    return tuple(Doubt(each, each.text.removeprefix(DOUBT), id_of(each.path)) for each in found)


# ---- moving


def move_fact(state: State, path: str, target: str) -> tuple[str, str]:
    """Return the text with the fact or note at ``path`` in the list ``target``, and its path there.

    The words that it was read from stay with it; a doubt whether it stood in the right place is answered.
    Raises UnsettableError where there is no such fact or list.
    """
    item = _note_at(state.given, path) or _fact_at(state.given, path)
    if not re.fullmatch(r"(?:parts\[\d+\](?:\.points\[\d+\])+\.)?facts\.[a-z]+", target):
        raise UnsettableError(target, _("there is no such key"))
    comments = [
        one.text for one in comments_of(state.source) if one.path == path and not one.text.startswith(DOUBT)
    ]
    new = f"{target}[{len(_list_at(state.given, target))}]"
    added = set_values(state, _changes(item, new))
    source = Source(state.source.name, added)
    if comments:
        source = Source(source.name, with_comments(source, new, comments))
    return without_item(source, path), new


def _note_at(given: Parameters, path: str) -> models.Fact | None:
    """Return the note at ``path`` as a fact, None where that is no note."""
    found = re.fullmatch(r"notes\[(\d{1,6})\]", path)
    if not found or int(found[1]) >= len(given.notes):
        return None
    return models.Fact(text=" ".join(given.notes[int(found[1])].split()))


def _fact_at(given: Parameters, path: str) -> models.Fact:
    found = _KEY.search(path)
    items = _list_at(given, path.rpartition("[")[0]) if found else ()
    if not found or int(found[2]) >= len(items):
        raise UnsettableError(path, _("there is no such item"), _("load the page again"))
    return items[int(found[2])]


def _list_at(given: Parameters, path: str) -> tuple[models.Fact, ...]:
    value = value_at(given, path)
    return value if isinstance(value, tuple) else ()


def _changes(item: models.Fact, path: str) -> dict[str, str | None]:
    """Return the values of a fact by their paths below ``path``."""
    found: dict[str, str | None] = {}
    for key, spec in fields_of(models.Fact).items():
        value = getattr(item, spec.name)
        if spec.is_list:
            found |= {f"{path}.{key}[{place}]": each for place, each in enumerate(value)}
        elif value is not None:
            found[f"{path}.{key}"] = written(value)
    return found


def type_label(path: str) -> str:
    """Return what the type of the fact at ``path`` is called, "" where it is no fact."""
    found = _KEY.search(path)
    return fields_of(Facts)[found[1]].label if found and found[1] in TYPES else ""
