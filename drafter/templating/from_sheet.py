"""A task sheet written as the YAML of its meeting: nothing of it is lost, and what is unsure says so."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from drafter.errors import Diagnostic, KeyPath, Span, UnknownNameError
from drafter.facts import patterns as re
from drafter.facts.cut.chat import messages_of
from drafter.facts.cut.corrections import taken_back
from drafter.facts.read import read_sheet
from drafter.facts.sheet import Place, Sheet
from drafter.i18n import Message, message
from drafter.library import Library
from drafter.models.facts import Facts
from drafter.models.fields import fields_of
from drafter.models.parameters import Parameters
from drafter.models.scalars import ILLEGAL
from drafter.templating.sheet_parameters import UNNAMED, USUAL_KIND, linked_values
from drafter.templating.sheet_values import Values
from drafter.yaml.annotated import annotated_lines
from drafter.yaml.spelling import Spelling

# What a comment begins with: a doubt that a person is to answer, the words that a value was read from.
DOUBT, QUOTED = "请核对：", "原文："

# The title that a course or a report is to have: 题目《老百姓办的那张证》.
_TITLE = re.compile("题目(?:是|为|叫|定为)?[：:]?《([^《》]{2,30})》")
_LINE_END = re.compile("\r\n|\r|[\x85\u2028\u2029]")
_CIRCLED = "①-⑳㈠-㈩⑴-⒇⒈-⒛❶-❿"
_WORDS = re.compile(rf"[^\W{_CIRCLED}]+")
# What numbers the words behind it, and says nothing itself.
_ORDINAL = re.compile(
    r"(?:\d{1,2}|第?[一二三四五六七八九十]{1,3}是?|[甲乙丙丁戊己庚辛]|[A-Za-z](?![A-Za-z]))"
)
# Signs that close what stands before them.
_CLOSING = re.compile("[）)”’》】。]+")


# The code of words of a sheet that found no place but the notes.
NO_PLACE = "S103"

# What is told of a sheet: its code, the message, and the place.
Told = tuple[str, Message, Place]


class SheetYaml(Struct, frozen=True):
    """The YAML of a sheet; ``doubts`` are what is to be checked, contradictions and notes among them.

    ``is_guessed`` says that the sheet does not tell what kind of meeting it is.
    """

    text: str
    kind: str
    doubts: tuple[Diagnostic, ...]
    is_guessed: bool = False


def yaml_of_sheet(
    text: str,
    library: Library,
    kind: str | None = None,
    papers: Iterable[str] = (),
    *,
    name: str = "",
    chinese: bool = False,
    today: datetime.date | None = None,
) -> SheetYaml:
    """Return the YAML of the task sheet ``text``; ``name`` is that of its file, for what is told of it.

    The kind is the one that the name of the meeting calls for, unless it is given. A meeting
    without a year is the one nearest to ``today``. Raises SheetTooLongError for a book,
    UnknownNameError where the library has no such kind or paper.
    """
    text = ILLEGAL.sub("", _LINE_END.sub("\n", text))
    sheet = _without_known_notes(read_sheet(text, today=today))
    known = library.kind_id(kind) if kind else _kind_of(sheet, library)
    values = linked_values(sheet, known, UNNAMED)
    others = [each for each in dict.fromkeys(map(library.kind_id, papers)) if each != known]
    values.data |= {"papers": others} if others else {}
    if title := _TITLE.search(text):
        values.data["title"] = title[1]
    _quote_head(values, sheet, text)
    spelling = Spelling(chinese, library.names(known) if chinese else {})
    doubts = [*_unsure(values, sheet, spelling), *_contradictory(values, sheet), *_unplaced(sheet)]
    doubts += _left_over(values, spelling, sheet, text)
    is_guessed = not kind and not sheet.kind
    lines = [
        *_head(library, known, guessed=is_guessed, ordered=values.are_ordered),
        *_written(values, spelling),
    ]
    found = [_diagnostic(code, told.told(), place, name, text) for code, told, place in doubts]
    return SheetYaml("\n".join(lines) + "\n", known, tuple(sorted(found, key=_order)), is_guessed)


def _without_known_notes(sheet: Sheet) -> Sheet:
    """Return a sheet whose notes that tell no more than who speaks are words of the meeting."""
    said = [note for note in sheet.notes if _tells_speaker(note.text, sheet)]
    notes = tuple(note for note in sheet.notes if note not in said)
    return replace(sheet, notes=notes, meeting=replace(sheet.meeting, other=(*sheet.meeting.other, *said)))


def _tells_speaker(text: str, sheet: Sheet) -> bool:
    speaker = sheet.speaker
    known = [speaker.name, *speaker.posts, "作", "由", "请", "讲话", "发言", "致辞", "谈话", "讲", "谈"]
    if not speaker.name or speaker.name not in text:
        return False
    for words in filter(None, known):
        text = text.replace(words, "")
    return not _WORDS.search(text)


def _kind_of(sheet: Sheet, library: Library) -> str:
    try:
        return library.kind_id(sheet.kind or USUAL_KIND)
    except UnknownNameError:
        return USUAL_KIND


def _head(library: Library, kind: str, *, guessed: bool, ordered: bool) -> Iterator[str]:
    described = library.kind(kind)
    yield f"# {described.name}：{described.summary}"
    yield "# 由任务单写成：原文与写法不同的，旁边注“原文”；拿不准的注“请核对”，核对后删去这句。"
    yield "# 生成 Word：drafter build 本文件"
    if ordered:
        yield "# 次序 6.2：任务单第6条第2句。同一条的连着讲；新加的可以不写，接在上一条后面。"
    if guessed:
        yield f"# {DOUBT}文种是猜的，任务单里没有说是什么会"


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
        values.note(("meeting",), f"{QUOTED}{text[start : closing.end() if closing else end].strip()}")


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


def _written(values: Values, spelling: Spelling) -> list[str]:
    return list(annotated_lines(values.data, Parameters, spelling, values.comments))


def _left_over(values: Values, spelling: Spelling, sheet: Sheet, text: str) -> Iterator[Told]:
    """Yield the lines of the sheet of which some words are nowhere in the YAML, and note them there."""
    labels = [label.text for label in sheet.labels if label.text.strip()]
    if labels:
        path: KeyPath = ("facts",) if "facts" in values.data else ("meeting",)
        values.note(path, f"原文里的标题：{'、'.join(labels)}")
    written = "\n".join(_written(values, spelling))
    heard = taken_back(messages_of(text))[0]
    for number, line in enumerate(heard.split("\n"), 1):
        if not _is_in(line, written):
            values.data.setdefault("notes", []).append(line.strip())
            yield NO_PLACE, _no_place(line.strip()), Place(number, 0, 1)


def _is_in(line: str, written: str) -> bool:
    """Tell whether all words of a line stand in the YAML, ordinals aside."""
    return all(
        words in written or _ORDINAL.sub("", words, count=1) in written for words in _WORDS.findall(line)
    )


# ---- what is told


def _unsure(values: Values, sheet: Sheet, spelling: Spelling) -> Iterator[Told]:
    for doubt in sheet.doubts:
        path = _path_at(values, sheet, doubt.place, doubt.code)
        reason = doubt.reason
        if doubt.code == "type" and len(path) > 1:
            key = spelling.key(fields_of(Facts)[str(path[1])])
            reason = message("only its place tells that this belongs under {key}", key=key)
        told = _quoted(reason, doubt.text)
        values.note(path, f"{DOUBT}{told.in_chinese()}")
        yield "S101", told, doubt.place


def _contradictory(values: Values, sheet: Sheet) -> Iterator[Told]:
    for found in sheet.contradictions:
        told = message(
            "{reason}: {first} (line {line}), {second} (line {other})",
            reason=found.reason,
            first=message("“{words}”", words=found.first.text),
            line=found.first.place.line,
            second=message("“{words}”", words=found.second.text),
            other=found.second.place.line,
        )
        for words in dict.fromkeys((found.first, found.second)):
            values.note(_path_at(values, sheet, words.place), f"{DOUBT}{told.in_chinese()}")
        yield "S102", told, found.first.place


def _unplaced(sheet: Sheet) -> Iterator[Told]:
    for note in sheet.notes:
        yield NO_PLACE, _no_place(note.text), note.place


def _no_place(text: str) -> Message:
    words = text if len(text) <= 40 else f"{text[:39]}…"
    return message("this found no place but the notes: {words}", words=words)


def _quoted(reason: Message, words: str) -> Message:
    return message("{reason}: “{words}”", reason=reason, words=words) if words else reason


# The key that a doubt of the meeting is about.
_MEETING_KEYS: dict[str, KeyPath] = {
    "no-name": ("meeting", "name"),
    "no-date": ("meeting",),
    "no-speaker": ("meeting",),
    "no-minutes": ("meeting",),
}


def _path_at(values: Values, sheet: Sheet, place: Place, code: str = "") -> KeyPath:
    """Return the path of the fact that holds a place, that of the meeting where none does."""
    if code == "no-date" and "date" in values.data["meeting"]:
        return ("meeting", "date")
    if code in _MEETING_KEYS:
        return _MEETING_KEYS[code]
    held = (f for f in sheet.facts if f.place.start <= place.start and place.end <= f.place.end)
    path = next((values.paths[fact.id] for fact in held if fact.id in values.paths), None)
    return path or ("meeting",)


def _diagnostic(code: str, message: str, place: Place, name: str, text: str) -> Diagnostic:
    column = max(place.start - (text.rfind("\n", 0, place.start) + 1) + 1, 1)
    line = text.split("\n")[place.line - 1] if place.line else ""
    return Diagnostic(code, message, Span(name, place.line, column, max(place.end - place.start, 1), line))


def _order(found: Diagnostic) -> tuple[int, int, str]:
    return found.span.line, found.span.column, found.code
