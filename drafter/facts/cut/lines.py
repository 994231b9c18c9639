"""A sheet into lines, headings, labels and clauses. Every clause knows its offsets."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Heading, Reading
from drafter.facts.cut.cues import has_cue
from drafter.facts.cut.cutting import Cutter
from drafter.facts.cut.headings import (
    MARKER,
    Title,
    find_heading,
    is_big,
    mark_class,
    marker_kind,
    names_paper,
    title_class,
)
from drafter.facts.cut.rows import (
    Beside,
    Cell,
    beside_of,
    cells_of,
    columns_of,
    in_columns,
    is_rule,
    joined,
    labelled,
)
from drafter.facts.cut.stops import trimmed
from drafter.facts.head.agenda_run import is_bare_step
from drafter.facts.sheet import FactType

# Who acts in a meeting is told in one of these lines.
_HEAD = 6


def closed(text: str, start: int, end: int) -> int:
    """Return ``end``, moved behind a bracket that the stretch from ``start`` leaves open."""
    said = text[start:end]
    opened = sum(said.count(sign) for sign in "（(") - sum(said.count(sign) for sign in "）)")
    return end + 1 if opened > 0 and text[end : end + 1] in ("）", ")") else end


def line_starts(text: str) -> list[int]:
    """Return the offsets at which the lines of ``text`` begin."""
    return [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]


def cut(text: str) -> Reading:
    """Return the clauses and headings of a text that :func:`normal` has gone over."""
    reading = Reading([], [])
    starts = line_starts(text)
    for number, start in enumerate(starts, 1):
        end = starts[number] if number < len(starts) else len(text)
        _cut_line(text, number, start, end, reading)
    return reading


def _cut_line(text: str, number: int, start: int, end: int, reading: Reading) -> None:
    while end > start and text[end - 1] in "\r\n":
        end -= 1
    start, end = next(trimmed(text, start, end), (end, end))
    if start == end or is_rule(text, start, end) or _cut_row(text, number, start, end, reading):
        return
    if _is_labelled_only(text, start, end, reading):
        _cut_labelled(text, number, start, end, reading, False, False)
        return
    kind = marker_kind(text, start, end)
    item = bool(kind) and kind == reading.kind and not _opens_other_list(text, end, kind)
    found = _heading(text, start, end, number, item, reading)
    marker = MARKER.match(text, start, end)
    marked = marker.end() if marker else start
    reading.item += 1
    big = is_big(text, start, end)
    if reading.section and (reading.listed and marked == start or big and reading.big == kind):
        # What stands unmarked below a list, or is numbered as its heading, is no more under it.
        reading.section, reading.section_class = "", ""
    reading.listed, reading.kind = marked > start, kind
    if found is None:
        _cut_item(text, number, start, marked, end, reading)
        return
    if found.inline is not None:
        Cutter(text, number, end, reading, False).cut(found.rest, found.inline)
        return
    title, big_kind = text[found.start : found.end], kind if found.big else ""
    _open_section(reading, title, number, found.start, found.end, found.own, big_kind)
    if text[found.rest : end].strip("：: ()（）"):
        Cutter(text, number, end, reading, marked > start and not found.own).cut(found.rest)


def _heading(text: str, start: int, end: int, number: int, item: bool, reading: Reading) -> Title | None:
    """Return the heading of a line; one more step below 议程：, or wish, is none, whatever it says."""
    found = find_heading(text, start, end, number, item)
    line = text[start:end]
    in_agenda = reading.section_class in ("agenda", "agenda-before", "agenda-after")
    is_step = in_agenda and not line.endswith(("：", ":")) and has_cue("agenda-verb", line)
    # 不讲形势大局那些 below 常务的意思 is one more wish.
    is_wish = reading.section_class == "intent" and not line.endswith(("：", ":")) and has_cue("intent", line)
    # 计财科通报审计情况 on a line of the head names no part.
    is_step = is_step or number <= _HEAD and is_bare_step(line)
    return None if found and (is_step or is_wish) and not (found.own or found.big) else found


def _opens_other_list(text: str, end: int, kind: str) -> bool:
    """Whether the line behind ``end`` opens with a sign of another kind: 1、 below （五）下一步."""
    start = end + len(text[end:]) - len(text[end:].lstrip())
    stop = text.find("\n", start)
    stop = stop if stop >= 0 else len(text)
    below = marker_kind(text, start, stop)
    return bool(below) and below != kind and not is_big(text, start, stop)


def _cut_item(text: str, number: int, start: int, marked: int, end: int, reading: Reading) -> None:
    """Cut a line that is no heading; × and → at its front tell of a problem and of a task."""
    above = reading.section_class
    if above in ("", "facts"):
        reading.section_class = mark_class(text, start, end) or above
    _cut_labelled(text, number, marked, end, reading, marked > start, is_big(text, start, end))
    reading.section_class = above


def _cut_row(text: str, number: int, start: int, end: int, reading: Reading) -> bool:
    """Cut a row of a table, or keep its titles; return False if the line is no row."""
    cells = cells_of(text, start, end)
    if not cells:
        reading.columns, reading.row = (), None
        return False
    columns = columns_of(text, cells)
    if not columns and not reading.columns:
        return False
    reading.item += 1
    if columns:
        reading.columns, reading.row = columns, None
        _keep(reading, columns, number)
        return True
    row = in_columns(text, cells, reading.columns)
    reading.row = beside_of(row, reading.row)
    matters = [
        cell for cell in row if not cell.class_ or (cell.class_ == "due" and not _WHEN.search(cell.text))
    ]
    _keep(reading, [cell for cell in row if cell not in matters], number)
    first = len(reading.clauses)
    for cell in matters:
        Cutter(text, number, cell.end, reading, True).cut_cell(cell)
    _put_beside(reading, first, reading.row)
    return True


# What a deadline has; 长期 and 立即 have none of it.
_WHEN = re.compile(r"\d|[一二三四五六七八九十]月|[年月周季旬][底末]|前$|年内|[今明当]天|[下本]周|同上|〃")


def _keep(reading: Reading, cells: Sequence[Cell], number: int) -> None:
    """Keep the words of cells that are no matter: titles, numbers, owners and deadlines."""
    reading.headings += [Heading(c.text, number, c.start, c.end, reading.item) for c in cells if c.text]


def _put_beside(reading: Reading, first: int, beside: Beside) -> None:
    """Put who and by when to the clauses from ``first`` on; a problem has neither beside a task."""
    those = reading.clauses[first:]
    tasks = [clause for clause in those if clause.label_class not in ("problem", "cause")]
    for index, clause in enumerate(those, first):
        if clause in (tasks or those):
            reading.clauses[index] = replace(clause, beside=joined(clause.beside, beside))


def _cut_labelled(
    text: str, number: int, start: int, end: int, reading: Reading, bullet: bool, big: bool
) -> None:
    """Cut a line, and take out of it what labels say of its matter: 责任单位：总务处."""
    cells = list(labelled(text, start, end))
    if cells and not (_in_front(text, start, cells[0]) or _is_labelled_only(text, start, end, reading)):
        cells = []
    left, waiting = start, list[Cell]()
    for index, cell in enumerate(cells):
        opens = text.rfind(cell.title, left, cell.start)
        first = len(reading.clauses)
        if text[left:opens].strip(_BETWEEN):
            Cutter(text, number, left + len(text[left:opens].rstrip(_BETWEEN)), reading, bullet, big).cut(
                left
            )
        own = first < len(reading.clauses)
        if own:
            waiting = []
        waiting.append(cell)
        _keep(reading, [Cell(text[opens : cell.end], opens, cell.end)], number)
        following = (
            text.rfind(cells[index + 1].title, cell.end, cells[index + 1].start)
            if index + 1 < len(cells)
            else end
        )
        if text[cell.end : following].strip(_BETWEEN) or index + 1 == len(cells):
            _put_beside(reading, _owned_from(text, reading, opens), beside_of(waiting, None))
        left = cell.end
    if text[left:end].strip(_BETWEEN if cells else ""):
        while cells and left < end and text[left] in _BETWEEN:
            left += 1
        Cutter(text, number, end, reading, bullet, big).cut(left)


def _in_front(text: str, start: int, cell: Cell) -> str:
    """Return what stands on a line in front of its first label."""
    return text[start : text.rfind(cell.title, start, cell.start)].strip(_BETWEEN)


def _is_labelled_only(text: str, start: int, end: int, reading: Reading) -> bool:
    """Whether a line has labels and nothing in front of them, and so speaks of the item above."""
    if (
        not reading.clauses
        or reading.section_class == "duty"
        or reading.clauses[-1].section != reading.section
    ):
        return False
    first = next(labelled(text, start, end), None)
    # 责任：教导处牵头，教科室配合 is a sentence of its own, and speaks of all.
    told = first is not None and first.class_ == "owner" and _LEADS.search(first.text)
    return first is not None and not told and not _in_front(text, start, first)


_LEADS = re.compile("(?:牵头|负责|主抓|包保)(?:抓总|到底)?$")
_BETWEEN = " \t\u3000，,；;。、（(）)|"


def _owned_from(text: str, reading: Reading, opens: int) -> int:
    """Return the index of the first clause that a label at ``opens`` speaks of.

    Behind a comma or in a bracket it speaks of the sentence, else of the item, on its line or above.
    """
    if not reading.clauses:
        return 0
    last = reading.clauses[-1]
    near = text[:opens].rstrip(" \u3000")[-1:] in "，,（("
    first = len(reading.clauses)
    while first and (
        reading.clauses[first - 1].item == last.item
        and (not near or reading.clauses[first - 1].segment == last.segment)
    ):
        first -= 1
    return first


def _open_section(
    reading: Reading, title: str, number: int, start: int, end: int, own: bool, big: str
) -> None:
    """Open a section. ``own``: brackets or rules make the title a heading, whatever it says."""
    reading.section, reading.listed, reading.big = title, False, big
    # The name of the meeting and the first line, 起草任务, say nothing of what stands below.
    names = has_cue("meeting-name", title) or (number == 1 and not own) or names_paper(title, number)
    class_ = "" if names else title_class(title)
    # 任务 names the meeting in the head, and what is to be done below it.
    reading.section_class = FactType.TASK.value if class_ == "name" and title == "任务" else class_
    reading.headings.append(Heading(title, number, start, end, reading.item))
