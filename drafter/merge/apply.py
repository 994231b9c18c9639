"""A plan carried out: words, values and paragraphs in a document that is there already."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from drafter.docx.bookmarks import prose_bookmark, section_bookmark
from drafter.docx.content_controls import tag_of
from drafter.docx.edit.bookmarks import divide_bookmark, mark_sections, rename_bookmarks, tidy_prose
from drafter.docx.edit.comments import drop_answered
from drafter.docx.edit.document import DocumentEditor, rename_controls
from drafter.docx.edit.editor import Editor
from drafter.docx.edit.save import note_changes, parts_now
from drafter.docx.read.paragraph import Paragraph
from drafter.merge.anchored import AnchoredDocument, is_gone
from drafter.merge.anchors import Slice, prose_names
from drafter.merge.paragraphs import DraftParagraph
from drafter.merge.plan import Filling, Insertion, Plan
from drafter.models.layout import Layout
from drafter.speech.spans import SpanKind, TextSpan
from drafter.speech.tree import Speech


def apply_plan(
    plan: Plan, edition: AnchoredDocument, speech: Speech, layout: Layout, *, track: bool = False
) -> None:
    """Change the document of ``edition`` as ``plan`` has it; with ``track``, as tracked revisions."""
    document = edition.manuscript
    known, there = edition.comments, {one for line in document.paragraphs for one in line.comments}
    own, asking = known.keys() & there, {one for one, kind in known.items() if kind is SpanKind.BLANK}
    margins = parts_now(document, edition.margins)
    # First: what is put in has its path of now.
    rename_values(edition)
    changes = DocumentEditor(document, speech, layout, track=track)
    emptied = change_lines(plan, changes.editor)
    for insertion in plan.insertions:
        _insert(changes, insertion)
    for line in (*plan.removals, *emptied):
        changes.editor.remove(line)
    _correct_bookmarks(plan, edition, changes)
    changes.finish()
    note_changes(document, margins)
    if not track:
        filled = {one.control.element for one in plan.fillings if one.segment.kind is not SpanKind.BLANK}
        drop_answered(document, own, asking, filled)


def _insert(changes: DocumentEditor, insertion: Insertion) -> None:
    passage = insertion.passage
    changes.add_paragraph(
        passage.block,
        passage.segments,
        passage.number,
        after=insertion.after,
        like=insertion.like,
        ordinal=len(passage.ordinal),
    )


def _correct_bookmarks(plan: Plan, edition: AnchoredDocument, changes: DocumentEditor) -> None:
    """Let bookmarks stand around what the passages of ``plan`` are: paragraphs, prose, sections."""
    root = edition.manuscript.root
    for division in plan.divisions:
        divide_bookmark(root, division.lines, changes.identifiers)
    tidy_prose(root, prose_names(segment.path for one in plan.passages for segment in one.segments))
    mark_sections(root, _sections(plan.passages), changes.identifiers)


def _sections(passages: Sequence[DraftParagraph]) -> Iterator[tuple[str, list[int]]]:
    """Yield the bookmark of each section, and the numbers of its passages."""
    counts: dict[str, int] = {}
    numbers: list[int] = []
    for index, passage in enumerate(passages):
        section = passage.block.section
        numbers.append(passage.number)
        if index + 1 == len(passages) or passages[index + 1].block.section != section:
            counts[section] = counts.get(section, 0) + 1
            if section:
                yield section_bookmark(section, counts[section]), numbers
            numbers = []


class _Task(NamedTuple):
    """One thing to do in a line; what stands further right is done first, so that places stay true."""

    start: int
    end: int
    order: int
    do: Callable[[], None]


def change_lines(plan: Plan, pen: Editor) -> list[Paragraph]:
    """Fill controls and replace words; return the lines in which nothing is left of a replacement.

    They are still there: something may have to be put in behind them.
    """
    emptied = list(_further(plan))
    tasks: dict[Paragraph, list[_Task]] = {}
    for order, (line, start, end, do) in enumerate([*_fillings(plan, pen), *_replacements(plan, pen)]):
        tasks.setdefault(line, []).append(_Task(start, end, order, do))
    for line, line_tasks in tasks.items():
        for task in sorted(line_tasks, reverse=True):
            task.do()
        line.read()
    return [line for line in emptied if not line.text]


def _further(plan: Plan) -> Iterator[Paragraph]:
    """Yield the lines behind the first of each replacement in which a person has nothing but words."""
    lines = (part.line for replacement in plan.replacements for part in replacement.slices[1:])
    for line in dict.fromkeys(lines):
        if not (line.has_objects or line.has_changes or line.comments):
            yield line


def _fillings(plan: Plan, pen: Editor) -> Iterator[tuple[Paragraph, int, int, Callable[[], None]]]:
    replaced: dict[Paragraph, list[Slice]] = {}
    for part in (part for replacement in plan.replacements for part in replacement.slices):
        replaced.setdefault(part.line, []).append(part)
    for filling in plan.fillings:
        # What stands in a replaced stretch goes with the words around it.
        if not any(_holds(part, filling) for part in replaced.get(filling.line, ())):
            do = partial(pen.fill, filling.control, filling.segment)
            yield filling.line, filling.control.start, filling.control.end, do


def _holds(part: Slice, filling: Filling) -> bool:
    return part.start <= filling.control.start < filling.control.end <= part.end


def _replacements(plan: Plan, pen: Editor) -> Iterator[tuple[Paragraph, int, int, Callable[[], None]]]:
    for replacement in plan.replacements:
        segments: list[TextSpan] = replacement.segments
        for line, start, end in replacement.slices:
            yield line, start, end, partial(pen.replace, line, start, end, segments)
            # Of several lines the first says it; what the others said of it goes.
            segments = []


def rename_values(edition: AnchoredDocument) -> None:
    """Rename the controls and bookmarks of ``edition``; those of a value that was dropped go."""
    names = {old: None if is_gone(new) else new for old, new in edition.names.items()}
    if not names:
        return
    root = edition.manuscript.root
    margins = [line.element for lines in edition.margins.values() for line in lines]
    tags = {tag_of(old): None if new is None else tag_of(new) for old, new in names.items()}
    rename_controls((root, *margins), tags)
    proses = {name: (names[path], number) for name, (path, number) in prose_names(names).items()}
    rename_bookmarks(
        root,
        {
            name: None if new is None else prose_bookmark(new, number)
            for name, (new, number) in proses.items()
        },
    )
