"""A plan carried out: words, values and paragraphs in a document that is there already."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from lxml import etree

from drafter.docx import bookmarks
from drafter.docx.bookmarks import Identifiers, integer, number_in
from drafter.docx.content_controls import tag_of
from drafter.docx.edit.comments import add_comments, drop_answered, further_comments
from drafter.docx.edit.editor import Editor
from drafter.docx.edit.revisions import Plain, Tracked
from drafter.docx.edit.run_builder import RunBuilder
from drafter.docx.edit.runs import unwrap, wear
from drafter.docx.ooxml import qn
from drafter.docx.read.document import Document
from drafter.docx.read.paragraph import Paragraph
from drafter.docx.stylesheet import Stylesheet, stylesheet_of
from drafter.docx.write.body import Body
from drafter.docx.write.xml import NAMESPACE, run
from drafter.merge.anchored_document import AnchoredDocument, is_gone
from drafter.merge.anchors import Slice, prose_names
from drafter.merge.bookmarks import put_marks_right, unmark
from drafter.merge.plan import Filling, Insertion, Plan
from drafter.models.layout import Layout
from drafter.speech.blocks import Block, BlockKind
from drafter.speech.spans import SpanKind, TextSpan
from drafter.speech.tree import Speech

_NAME, _ID, _VALUE = qn("w:name"), qn("w:id"), qn("w:val")


def apply_plan(
    plan: Plan, edition: AnchoredDocument, speech: Speech, layout: Layout, *, track: bool = False
) -> None:
    """Change the document of ``edition`` as ``plan`` has it; with ``track``, as tracked revisions."""
    known, there = edition.comments, {one for line in edition.document.lines for one in line.comments}
    own, asking = known.keys() & there, {one for one, kind in known.items() if kind is SpanKind.BLANK}
    margins = _margins(edition)
    # First: what is put in has its path of now.
    rename_values(edition)
    carrier = _Carrier(edition.document, speech, layout, track=track)
    emptied = change_lines(plan, carrier.pen)
    for insertion in plan.insertions:
        carrier.insert(insertion)
    for line in (*plan.removals, *emptied):
        carrier.pen.remove(line)
    put_marks_right(edition.document.root, plan.paragraphs, plan.divisions, carrier.identities)
    if carrier.comments is not None:
        add_comments(edition.document, carrier.comments, carrier.styles)
    edition.document.changed |= {name for name, text in _margins(edition).items() if text != margins[name]}
    if not track:
        filled = {one.control.element for one in plan.fillings if one.span.kind is not SpanKind.BLANK}
        drop_answered(edition.document, own, asking, filled)


def _margins(edition: AnchoredDocument) -> dict[str, bytes]:
    """Return the headers and footers in which values stand, as they are."""
    roots = {name: edition.document.root_of(name) for name in edition.margins}
    return {name: etree.tostring(root) for name, root in roots.items() if root is not None}


class _Carrier:
    def __init__(self, manuscript: Document, speech: Speech, layout: Layout, *, track: bool) -> None:
        root = manuscript.root
        self.manuscript = manuscript
        self.styles: Stylesheet = stylesheet_of(manuscript, layout)
        self.identities = identities = Identifiers(_numbers(root, "id"), _numbers(root, "bookmarkStart"))
        self.marks = bookmarks.Bookmarks(identities, _names(root))
        self.comments = notes = further_comments(manuscript)
        self.body = Body(notes=notes is not None, identities=identities, marks=self.marks, comments=notes)
        ink = RunBuilder(identities, self.marks, self.styles, _setter(speech, layout), notes)
        self.pen = Editor(ink, Tracked(_numbers(root, "ins", "del")) if track else Plain())
        self.last: dict[Paragraph | None, etree._Element] = {}

    def insert(self, insertion: Insertion) -> None:
        """Set a new passage behind its neighbour, or behind what was set there before."""
        passage, after = insertion.paragraph, insertion.after
        markup = self.body.set_block(passage.block, passage.spans, passage.number)
        paragraph = etree.fromstring(f'<w:body xmlns:w="{NAMESPACE}">{markup}</w:body>')[0]
        self.styles.adapt(paragraph)
        if insertion.like is not None:
            wear(Paragraph(paragraph), insertion.like, len(passage.ordinal))
        neighbour = self.last.get(after)
        if neighbour is None and after is not None:
            neighbour = _behind_tables(after.element)
        if neighbour is None:
            self.pen.open(paragraph, self.manuscript.body)
        else:
            self.pen.insert(paragraph, neighbour)
        self.last[after] = paragraph


def _behind_tables(element: etree._Element) -> etree._Element:
    """Return the last of the tables that a person put right behind ``element``, itself without any."""
    while (follower := element.getnext()) is not None and follower.tag == qn("w:tbl"):
        if any(number_in(str(mark.get(_NAME))) is not None for mark in follower.iter(qn("w:bookmarkStart"))):
            break
        element = follower
    return element


def _numbers(root: etree._Element, *names: str) -> Iterator[int]:
    for element in root.iter(*(qn(f"w:{name}") for name in names)):
        value = integer(element.get(_VALUE) or element.get(_ID))
        if value is not None:
            yield value


def _names(root: etree._Element) -> Iterator[str]:
    return (str(mark.get(_NAME)) for mark in root.iter(qn("w:bookmarkStart")))


def _setter(speech: Speech, layout: Layout) -> Callable[[str], str]:
    """Return what makes runs of words: plain ones, or those of a reading copy."""
    if not (layout.lectern.whole_figures or layout.lectern.pinyin):
        return run
    from drafter.docx.write.reading_copy import ReadingCopy

    copy = ReadingCopy(speech, layout)

    def set_words(text: str) -> str:
        copy.open(Block(BlockKind.BODY, (), section="opening"), text)
        return copy.set(text, "", False, 0)

    return set_words


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
    lines = (part.paragraph for replacement in plan.replacements for part in replacement.slices[1:])
    for line in dict.fromkeys(lines):
        if not (line.has_objects or line.has_changes or line.comments):
            yield line


def _fillings(plan: Plan, pen: Editor) -> Iterator[tuple[Paragraph, int, int, Callable[[], None]]]:
    replaced: dict[Paragraph, list[Slice]] = {}
    for part in (part for replacement in plan.replacements for part in replacement.slices):
        replaced.setdefault(part.paragraph, []).append(part)
    for filling in plan.fillings:
        # What stands in a replaced stretch goes with the words around it.
        if not any(_holds(part, filling) for part in replaced.get(filling.paragraph, ())):
            do = partial(pen.fill, filling.control, filling.span)
            yield filling.paragraph, filling.control.start, filling.control.end, do


def _holds(part: Slice, filling: Filling) -> bool:
    return part.start <= filling.control.start < filling.control.end <= part.end


def _replacements(plan: Plan, pen: Editor) -> Iterator[tuple[Paragraph, int, int, Callable[[], None]]]:
    for replacement in plan.replacements:
        segments: list[TextSpan] = replacement.spans
        for line, start, end in replacement.slices:
            yield line, start, end, partial(pen.replace, line, start, end, segments)
            # Of several lines the first says it; what the others said of it goes.
            segments = []


_NAME_RENAMING, _VALUE_RENAMING = qn("w:name"), qn("w:val")


def rename_values(edition: AnchoredDocument) -> None:
    """Rename the controls and bookmarks of ``edition``; those of a value that was dropped go."""
    tags = {tag_of(old): new for old, new in edition.names.items()}
    proses = prose_names(edition.names)
    if not tags:
        return
    root = edition.document.root
    margins = [line.element for lines in edition.margins.values() for line in lines]
    found = [
        tag for one in (root, *margins) for tag in one.iter(qn("w:tag")) if tag.get(_VALUE_RENAMING) in tags
    ]
    for tag in found:
        new = tags[str(tag.get(_VALUE_RENAMING))]
        frame = next(tag.iterancestors(qn("w:sdt")), None)
        if not is_gone(new):
            tag.set(_VALUE_RENAMING, tag_of(new))
        elif frame is not None:
            unwrap(frame)
    for mark in [mark for mark in root.iter(qn("w:bookmarkStart")) if mark.get(_NAME_RENAMING) in proses]:
        old, number = proses[str(mark.get(_NAME_RENAMING))]
        new = edition.names[old]
        if is_gone(new):
            unmark(root, mark)
        else:
            mark.set(_NAME_RENAMING, bookmarks.prose_bookmark(new, number))
