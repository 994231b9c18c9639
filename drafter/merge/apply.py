"""A plan applied: the words, values and paragraphs of a document changed, and its bookmarks corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from drafter.docx.bookmarks import paragraph_bookmark, prose_bookmark, section_bookmark
from drafter.docx.content_controls import tag_of
from drafter.docx.edit.bookmarks import (
    divide_bookmark,
    mark_prose,
    mark_sections,
    rename_bookmarks,
    tidy_prose,
)
from drafter.docx.edit.comments import drop_answered
from drafter.docx.edit.document import DocumentEditor, rename_controls
from drafter.docx.edit.editor import Editor
from drafter.docx.edit.save import note_changes, parts_now
from drafter.docx.read.paragraph import Paragraph
from drafter.merge.anchored_document import AnchoredDocument, is_gone
from drafter.merge.anchors import Slice, prose_names
from drafter.merge.paragraphs import DraftParagraph
from drafter.merge.plan import Filling, Insertion, Plan
from drafter.models.layout import Layout
from drafter.speech.spans import SpanKind, TextSpan
from drafter.speech.tree import Speech


def apply_plan(
    plan: Plan, anchored: AnchoredDocument, speech: Speech, layout: Layout, *, track: bool = False
) -> None:
    """Change the document of ``anchored`` as ``plan`` says; with ``track``, as tracked revisions."""
    document, kinds = anchored.document, anchored.comments
    there = {number for paragraph in document.paragraphs for number in paragraph.comments}
    own, asking = kinds.keys() & there, {one for one, kind in kinds.items() if kind is SpanKind.BLANK}
    margins = parts_now(document, anchored.margins)
    # This comes first, since new text has the new paths.
    _rename_values(anchored)
    changes = DocumentEditor(document, speech, layout, track=track)
    emptied = _change_text(plan, changes.editor)
    for insertion in plan.insertions:
        _insert(changes, insertion)
    for paragraph in (*plan.removals, *emptied):
        changes.editor.remove(paragraph)
    _correct_bookmarks(plan, anchored, changes)
    changes.finish()
    note_changes(document, margins)
    if not track:
        filled = {one.control.element for one in plan.fillings if one.span.kind is not SpanKind.BLANK}
        drop_answered(document, own, asking, filled)


def _insert(changes: DocumentEditor, insertion: Insertion) -> None:
    paragraph = insertion.paragraph
    changes.add_paragraph(
        paragraph.block,
        paragraph.spans,
        paragraph.number,
        after=insertion.after,
        like=insertion.like,
        ordinal=len(paragraph.ordinal),
    )


def _correct_bookmarks(plan: Plan, anchored: AnchoredDocument, changes: DocumentEditor) -> None:
    """Move the bookmarks of paragraphs, prose and sections around what these are in ``plan``."""
    root = anchored.document.root
    rename_bookmarks(root, {paragraph_bookmark(one.number): None for one in plan.joined})
    for division in plan.divisions:
        divide_bookmark(root, division.parts, changes.identifiers)
        if division.prose:
            paragraphs = [part.paragraph for part in division.parts]
            mark_prose(root, paragraphs, division.prose, changes.identifiers)
    tidy_prose(root, prose_names(span.path for one in plan.paragraphs for span in one.spans))
    mark_sections(root, _sections(plan.paragraphs), changes.identifiers)


def _sections(paragraphs: Sequence[DraftParagraph]) -> Iterator[tuple[str, list[int]]]:
    """Yield the bookmark of each section, and the numbers of its paragraphs."""
    counts: dict[str, int] = {}
    numbers: list[int] = []
    for index, paragraph in enumerate(paragraphs):
        section = paragraph.block.section
        numbers.append(paragraph.number)
        if index + 1 == len(paragraphs) or paragraphs[index + 1].block.section != section:
            counts[section] = counts.get(section, 0) + 1
            if section:
                yield section_bookmark(section, counts[section]), numbers
            numbers = []


class _Change(NamedTuple):
    """One change in a paragraph. They are made from the right, so that positions stay true."""

    start: int
    end: int
    order: int
    make: Callable[[], None]


_Changes = Iterator[tuple[Paragraph, int, int, Callable[[], None]]]


def _change_text(plan: Plan, editor: Editor) -> list[Paragraph]:
    """Fill controls and replace words; return the paragraphs that a replacement left empty.

    These are not removed yet: something may have to be put in behind them.
    """
    emptied = list(_further_paragraphs(plan))
    changes: dict[Paragraph, list[_Change]] = {}
    found = [*_fillings(plan, editor), *_replacements(plan, editor)]
    for order, (paragraph, start, end, make) in enumerate(found):
        changes.setdefault(paragraph, []).append(_Change(start, end, order, make))
    for paragraph, paragraph_changes in changes.items():
        for change in sorted(paragraph_changes, reverse=True):
            change.make()
        paragraph.read()
    return [paragraph for paragraph in emptied if not paragraph.text]


def _further_paragraphs(plan: Plan) -> Iterator[Paragraph]:
    """Yield the paragraphs behind the first of each replacement that have nothing but words."""
    further = (part.paragraph for replacement in plan.replacements for part in replacement.slices[1:])
    for paragraph in dict.fromkeys(further):
        if not (paragraph.has_objects or paragraph.has_changes or paragraph.comments):
            yield paragraph


def _fillings(plan: Plan, editor: Editor) -> _Changes:
    replaced: dict[Paragraph, list[Slice]] = {}
    for part in (part for replacement in plan.replacements for part in replacement.slices):
        replaced.setdefault(part.paragraph, []).append(part)
    for filling in plan.fillings:
        # A control in replaced text goes with the words around it.
        if not any(_contains(part, filling) for part in replaced.get(filling.paragraph, ())):
            make = partial(editor.fill, filling.control, filling.span)
            yield filling.paragraph, filling.control.start, filling.control.end, make


def _contains(part: Slice, filling: Filling) -> bool:
    return part.start <= filling.control.start < filling.control.end <= part.end


def _replacements(plan: Plan, editor: Editor) -> _Changes:
    for replacement in plan.replacements:
        spans: list[TextSpan] = replacement.spans
        for paragraph, start, end in replacement.slices:
            yield paragraph, start, end, partial(editor.replace, paragraph, start, end, spans)
            # The first of several paragraphs gets all of the new text.
            spans = []


def _rename_values(anchored: AnchoredDocument) -> None:
    """Rename the controls and bookmarks of values by their new paths; remove those of dropped values."""
    names = {old: None if is_gone(new) else new for old, new in anchored.names.items()}
    if not names:
        return
    root = anchored.document.root
    margins = [one.element for paragraphs in anchored.margins.values() for one in paragraphs]
    tags = {tag_of(old): None if new is None else tag_of(new) for old, new in names.items()}
    rename_controls((root, *margins), tags)
    bookmarks: dict[str, str | None] = {}
    for bookmark, (path, number) in prose_names(names).items():
        new = names[path]
        bookmarks[bookmark] = None if new is None else prose_bookmark(new, number)
    rename_bookmarks(root, bookmarks)
