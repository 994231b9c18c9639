"""The task sheet beside the facts: what became of each stretch of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from msgspec import Struct

from drafter.errors import DrafterError
from drafter.facts.given import facts_of
from drafter.facts.read import read_sheet
from drafter.facts.sheet import Place, Sheet
from drafter.i18n import _
from drafter.models.parameters import Parameters
from drafter.page.facts import type_label
from drafter.page.forms import id_of

# A fact that was edited is still that of the sheet while so much of its text is left.
LIKE = 0.5


class Stretch(Struct, frozen=True):
    """Words of one line. ``sort`` tells what they became, ``label`` what that is called.

    ``path`` is that of the fact, "" where there is none, and ``target`` the id of its card.
    """

    text: str
    sort: str = ""
    label: str = ""
    path: str = ""

    @property
    def target(self) -> str:
        """The id of the card of the fact."""
        return id_of(self.path) if self.path else ""


class SheetLine(Struct, frozen=True):
    """A line of the sheet with its number, cut where something else begins."""

    number: int
    stretches: tuple[Stretch, ...]


class _Mark(Struct, frozen=True):
    start: int
    end: int
    sort: str
    label: str
    path: str = ""


@lru_cache(maxsize=16)
def _read(text: str) -> Sheet | None:
    try:
        return read_sheet(text)
    except DrafterError:
        return None


def sheet_lines(text: str, parameters: Parameters) -> tuple[SheetLine, ...]:
    """Return the lines of a sheet that are not empty, marked by what they are in ``parameters`` now."""
    sheet = _read(text)
    marks = sorted(_marks(sheet, text, parameters), key=lambda mark: mark.start) if sheet else []
    found = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            found.append(SheetLine(number, tuple(_cut(text, start, start + len(line), marks))))
        start += len(line) + 1
    return tuple(found)


def _cut(text: str, start: int, end: int, marks: Sequence[_Mark]) -> Iterator[Stretch]:
    place = start
    for mark in marks:
        first, last = max(mark.start, place), min(mark.end, end)
        if first >= last:
            continue
        if first > place:
            yield Stretch(text[place:first])
        yield Stretch(text[first:last], mark.sort, mark.label, mark.path)
        place = last
    if place < end:
        yield Stretch(text[place:end])


def _marks(sheet: Sheet, text: str, parameters: Parameters) -> Iterator[_Mark]:
    """Yield what became of the sheet; facts go first where stretches overlap."""
    taken: list[tuple[int, int]] = []
    for mark in (*_facts(sheet, parameters), *_meeting(sheet), *_others(sheet), *_notes(text, parameters)):
        if all(mark.end <= start or end <= mark.start for start, end in taken):
            taken.append((mark.start, mark.end))
            yield mark


def _facts(sheet: Sheet, parameters: Parameters) -> Iterator[_Mark]:
    known = {fact.id: fact.text for fact in facts_of(parameters)}
    found: dict[str, str] = {}
    waiting = []
    for fact in sheet.facts:
        text = fact.text.replace("\t", "：")
        path = next((path for path, words in known.items() if words == text), "")
        if path:
            found[fact.id] = path
            del known[path]
        else:
            waiting.append(fact)
    for fact in waiting:
        path = _likest(fact.text, known)
        if path:
            found[fact.id] = path
            del known[path]
    for fact in sheet.facts:
        path = found.get(fact.id, "")
        label = type_label(path) if path else _("taken out")
        yield _Mark(fact.place.start, fact.place.end, "fact" if path else "gone", label, path)


def _likest(text: str, known: dict[str, str]) -> str:
    """Return the path of the fact that an edited one must be, "" where none is alike."""
    ratios = {
        path: SequenceMatcher(None, text, words, autojunk=False).ratio() for path, words in known.items()
    }
    best = max(ratios, key=lambda path: ratios[path], default="")
    return best if best and ratios[best] >= LIKE else ""


def _meeting(sheet: Sheet) -> Iterator[_Mark]:
    meeting, label = sheet.meeting, _("meeting")
    whens = [when.place for when in (meeting.date, meeting.time) if when is not None]
    words = [
        *(meeting.name, meeting.venue, meeting.mode, meeting.main_venue, meeting.branch_venues),
        *(meeting.host, meeting.organiser, sheet.speaker.minutes_said),
        *(*meeting.attendance, *meeting.absent, *meeting.visits, *meeting.other),
    ]
    places = [*whens, *(each.place for each in words if each is not None)]
    yield from _of(places, "meeting", label)
    yield from _of([sheet.speaker.place] if sheet.speaker.place else [], "meeting", _("speaker"))
    yield from _of((step.place for step in (*sheet.before, *sheet.after)), "meeting", _("agenda"))


def _others(sheet: Sheet) -> Iterator[_Mark]:
    yield from _of((each.place for each in sheet.intents), "wish", _("wish"))
    yield from _of((each.place for each in sheet.blanks), "blank", _("to be asked"))
    yield from _of((each.place for each in sheet.notes), "note", _("note"))
    yield from _of((each.place for each in sheet.labels), "label", _("heading"))


def _notes(text: str, parameters: Parameters) -> Iterator[_Mark]:
    """Yield the lines that found no place but the notes of the YAML."""
    for note in parameters.notes:
        start = text.find(note)
        if start >= 0:
            yield _Mark(start, start + len(note), "note", _("note"))


def _of(places: Iterable[Place], sort: str, label: str) -> Iterator[_Mark]:
    return (_Mark(place.start, place.end, sort, label) for place in places)
