"""A plan carried out: words, values and paragraphs in a document that is there already."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from drafter.blocks import Block, BlockKind
from drafter.layout import Layout
from drafter.segments import SegmentKind
from drafter.speech import Speech
from drafter.syncing.changing import change_lines
from drafter.syncing.edition import Edition
from drafter.syncing.marking import put_marks_right
from drafter.syncing.plan import Insertion, Plan
from drafter.syncing.renaming import rename_values
from drafter.word import marks
from drafter.word.body import Body
from drafter.word.commenting import add_comments, drop_answered, further_comments
from drafter.word.identities import Identities, integer
from drafter.word.ink import Ink
from drafter.word.line import Line
from drafter.word.manuscript import Manuscript
from drafter.word.marks import number_in
from drafter.word.markup import NAMESPACE, run
from drafter.word.ooxml import qn
from drafter.word.pen import Pen
from drafter.word.revisions import Plain, Tracked
from drafter.word.runs import wear
from drafter.word.stylesheet import Stylesheet, stylesheet_of

_NAME, _ID, _VALUE = qn("w:name"), qn("w:id"), qn("w:val")


def carry_out(plan: Plan, edition: Edition, speech: Speech, layout: Layout, *, track: bool = False) -> None:
    """Change the document of ``edition`` as ``plan`` has it; with ``track``, as tracked revisions."""
    known, there = edition.comments, {one for line in edition.manuscript.lines for one in line.comments}
    own, asking = known.keys() & there, {one for one, kind in known.items() if kind is SegmentKind.BLANK}
    margins = _margins(edition)
    # First: what is put in has its path of now.
    rename_values(edition)
    carrier = _Carrier(edition.manuscript, speech, layout, track=track)
    emptied = change_lines(plan, carrier.pen)
    for insertion in plan.insertions:
        carrier.insert(insertion)
    for line in (*plan.removals, *emptied):
        carrier.pen.remove(line)
    put_marks_right(edition.manuscript.root, plan.passages, plan.divisions, carrier.identities)
    if carrier.comments is not None:
        add_comments(edition.manuscript, carrier.comments, carrier.styles)
    edition.manuscript.changed |= {name for name, text in _margins(edition).items() if text != margins[name]}
    if not track:
        filled = {one.control.element for one in plan.fillings if one.segment.kind is not SegmentKind.BLANK}
        drop_answered(edition.manuscript, own, asking, filled)


def _margins(edition: Edition) -> dict[str, bytes]:
    """Return the headers and footers in which values stand, as they are."""
    roots = {name: edition.manuscript.root_of(name) for name in edition.margins}
    return {name: etree.tostring(root) for name, root in roots.items() if root is not None}


class _Carrier:
    def __init__(self, manuscript: Manuscript, speech: Speech, layout: Layout, *, track: bool) -> None:
        root = manuscript.root
        self.manuscript = manuscript
        self.styles: Stylesheet = stylesheet_of(manuscript, layout)
        self.identities = identities = Identities(_numbers(root, "id"), _numbers(root, "bookmarkStart"))
        self.marks = marks.Marks(identities, _names(root))
        self.comments = notes = further_comments(manuscript)
        self.body = Body(notes=notes is not None, identities=identities, marks=self.marks, comments=notes)
        ink = Ink(identities, self.marks, self.styles, _setter(speech, layout), notes)
        self.pen = Pen(ink, Tracked(_numbers(root, "ins", "del")) if track else Plain())
        self.last: dict[Line | None, etree._Element] = {}

    def insert(self, insertion: Insertion) -> None:
        """Set a new passage behind its neighbour, or behind what was set there before."""
        passage, after = insertion.passage, insertion.after
        markup = self.body.set_block(passage.block, passage.segments, passage.number)
        paragraph = etree.fromstring(f'<w:body xmlns:w="{NAMESPACE}">{markup}</w:body>')[0]
        self.styles.adapt(paragraph)
        if insertion.like is not None:
            wear(Line(paragraph), insertion.like, len(passage.ordinal))
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
    from drafter.word.lectern import ReadingCopy

    copy = ReadingCopy(speech, layout)

    def set_words(text: str) -> str:
        copy.open(Block(BlockKind.BODY, (), section="opening"), text)
        return copy.set(text, "", False, 0)

    return set_words
