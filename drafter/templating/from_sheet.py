"""A task sheet written as the YAML of its meeting: nothing of it is lost, and what is unsure says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from drafter.errors import Diagnostic, KeyPath, Span, UnknownNameError
from drafter.facts.given import facts_of
from drafter.facts.links import find_links
from drafter.facts.read import read_sheet
from drafter.facts.sheet import Place, Sheet, Words
from drafter.i18n import _
from drafter.library import Library
from drafter.models.parameters import Parameters
from drafter.models.scalars import ILLEGAL
from drafter.models.validate import validate
from drafter.templating.sheet_values import Values, belonging, shortened, values_of
from drafter.templating.starter import ANY_WORK
from drafter.yaml.annotated import annotated_lines
from drafter.yaml.spelling import Spelling

# What a sheet that names no kind of meeting is taken for.
USUAL_KIND = "deployment"

_LINE_END = re.compile("\r\n|\r|[\x85\u2028\u2029]")
_WORDS = re.compile(r"\w+")
# What numbers a line, and says nothing itself.
_ORDINAL = re.compile(
    r"(?m)^\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[、.．)）]|是(?=[一-鿿]))"
    r"|第[一二三四五六七八九十]+[，、：:]|[①-⑳㈠-㈩⑴-⒇⒈-⒛❶-❿])+"
)
# Signs that close what stands before them.
_CLOSING = re.compile("[）)”’》】。]+")


class SheetYaml(Struct, frozen=True):
    """The YAML of a sheet; ``doubts`` are what is to be checked, contradictions and notes among them."""

    text: str
    kind: str
    doubts: tuple[Diagnostic, ...]


def yaml_of_sheet(
    text: str, library: Library, kind: str | None = None, *, name: str = "", chinese: bool = False
) -> SheetYaml:
    """Return the YAML of the task sheet ``text``; ``name`` is that of its file, for what is told of it.

    The kind is the one that the name of the meeting calls for, unless it is given. Raises
    SheetTooLongError for a book, UnknownNameError where the library has no such kind.
    """
    text = ILLEGAL.sub("", _LINE_END.sub("\n", text))
    sheet = read_sheet(text)
    known = library.kind_id(kind) if kind else _kind_of(sheet, library)
    values = values_of(sheet, known, library.kind(known).meeting_name(ANY_WORK))
    _link(values, sheet)
    shortened(values)
    _quote_head(values, sheet, text)
    doubts = [*_unsure(values, sheet), *_contradictory(values, sheet), *_unplaced(sheet)]
    spelling = Spelling(chinese, library.names(known) if chinese else {})
    lines = [
        *_head(library, known, guessed=not kind and not sheet.kind),
        *_written(values, spelling, sheet, text),
    ]
    found = [_diagnostic(code, message, place, name, text) for code, message, place in doubts]
    return SheetYaml("\n".join(lines) + "\n", known, tuple(sorted(found, key=_order)))


def _kind_of(sheet: Sheet, library: Library) -> str:
    try:
        return library.kind_id(sheet.kind or USUAL_KIND)
    except UnknownNameError:
        return USUAL_KIND


def _head(library: Library, kind: str, *, guessed: bool) -> Iterator[str]:
    described = library.kind(kind)
    yield f"# {described.name}：{described.summary}"
    yield "# 由任务单写成：原文与写法不同的，旁边注“原文”；拿不准的注“请核对”，核对后删去这句。"
    yield "# 生成 Word：drafter build 本文件"
    if guessed:
        yield "# 请核对：文种是猜的，任务单里没有说是什么会"


def _link(values: Values, sheet: Sheet) -> None:
    """Say with ``for`` what belongs together in the sheet, and would not be seen in the YAML."""
    parameters, _problems = validate(values.data, Parameters)
    if parameters is None:
        return
    ids = {f"facts.{key}[{place}]": known for known, (_f, key, place) in values.paths.items()}
    seen = {(ids[link.source], ids[link.target]) for link in find_links(facts_of(parameters))}
    pairs = [(link.source, link.target) for link in find_links(sheet.facts)]
    belonging(values, sheet.facts, (pair for pair in pairs if pair not in seen))


# ---- words of the sheet as comments


def _quote_head(values: Values, sheet: Sheet, text: str) -> None:
    """Quote what the sheet says of the meeting above it, in whole stretches."""
    meeting, said = sheet.meeting, [sheet.speaker.minutes_said]
    said += [
        meeting.name,
        meeting.venue,
        meeting.mode,
        meeting.main_venue,
        meeting.branch_venues,
        meeting.host,
    ]
    said += [meeting.organiser, *meeting.attendance, *meeting.absent, *meeting.visits, *meeting.other]
    places = [words.place for words in said if words is not None]
    places += [when.place for when in (meeting.date, meeting.time) if when is not None]
    for start, end in _stretches(places, text):
        closing = _CLOSING.match(text, end)
        values.note(("meeting",), f"原文：{text[start : closing.end() if closing else end].strip()}")


def _stretches(places: Iterable[Place], text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of one line that ``places`` cover, with the signs between them."""
    first = last = -1
    for place in sorted(places, key=lambda place: place.start):
        between = text[last : place.start]
        if last >= 0 and (place.start <= last or not _WORDS.search(between) and "\n" not in between):
            last = max(last, place.end)
            continue
        if last >= 0:
            yield first, last
        first, last = place.start, place.end
    if last > 0:
        yield first, last


def _written(values: Values, spelling: Spelling, sheet: Sheet, text: str) -> list[str]:
    """Return the lines of the YAML; what of the sheet is in none of them stands in comments at the end."""
    labels = [label.text for label in sheet.labels if label.text.strip()]
    if labels:
        values.note(
            ("facts",) if "facts" in values.data else ("meeting",), f"原文里的标题：{'、'.join(labels)}"
        )
    lines = list(annotated_lines(values.data, Parameters, spelling, values.comments))
    written = "\n".join(lines)
    left = [line for line in text.split("\n") if not _is_in(line, written)]
    return [*lines, *(f"# 原文：{line.strip()}" for line in left)]


def _is_in(line: str, written: str) -> bool:
    return all(words in written for words in _WORDS.findall(_ORDINAL.sub("", line)))


# ---- what is told


Told = tuple[str, str, Place]


def _unsure(values: Values, sheet: Sheet) -> Iterator[Told]:
    for doubt in sheet.doubts:
        values.note(
            _path_at(values, sheet, doubt.place, doubt.code), f"请核对：{_quoted(doubt.reason, doubt.text)}"
        )
        yield "S101", _quoted(doubt.reason, doubt.text), doubt.place


def _contradictory(values: Values, sheet: Sheet) -> Iterator[Told]:
    for found in sheet.contradictions:
        message = _("{reason}: {first} (line {line}), {second} (line {other})").format(
            reason=found.reason,
            first=_("“{words}”").format(words=found.first.text),
            line=found.first.place.line,
            second=_("“{words}”").format(words=found.second.text),
            other=found.second.place.line,
        )
        for words in dict.fromkeys((found.first, found.second)):
            values.note(_path_at(values, sheet, words.place), f"请核对：{message}")
        yield "S102", message, found.first.place


def _unplaced(sheet: Sheet) -> Iterator[Told]:
    for note in sheet.notes:
        message = _("this found no place but the notes: {words}").format(words=_cut(note))
        yield "S103", message, note.place


def _cut(words: Words) -> str:
    return words.text if len(words.text) <= 40 else f"{words.text[:39]}…"


def _quoted(reason: str, words: str) -> str:
    return _("{reason}: “{words}”").format(reason=reason, words=words) if words else reason


# The key that a doubt of the meeting is about.
_MEETING_KEYS: dict[str, KeyPath] = {
    "no-name": ("meeting", "name"),
    "no-date": ("meeting",),
    "no-speaker": ("meeting",),
    "no-minutes": ("meeting",),
}


def _path_at(values: Values, sheet: Sheet, place: Place, code: str = "") -> KeyPath:
    """Return the path of the fact that holds a place, that of the meeting where none does."""
    if code in _MEETING_KEYS:
        return _MEETING_KEYS[code]
    held = (f for f in sheet.facts if f.place.start <= place.start and place.end <= f.place.end)
    path = next((values.paths[fact.id] for fact in held if fact.id in values.paths), None)
    return path or ("meeting",)


def _diagnostic(code: str, message: str, place: Place, name: str, text: str) -> Diagnostic:
    column = place.start - (text.rfind("\n", 0, place.start) + 1) + 1
    line = text.split("\n")[place.line - 1] if place.line else ""
    return Diagnostic(code, message, Span(name, place.line, column, max(place.end - place.start, 1), line))


def _order(found: Diagnostic) -> tuple[int, int, str]:
    return found.span.line, found.span.column, found.code
