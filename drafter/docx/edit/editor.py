"""Changes of single paragraphs: words replaced, controls filled, paragraphs added and removed."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from drafter.docx.content_controls import control, full_date, is_own
from drafter.docx.edit.bookmarks import begins_prose
from drafter.docx.edit.revisions import Plain, Revisions
from drafter.docx.edit.run_builder import RunBuilder
from drafter.docx.edit.runs import (
    divide,
    parse_runs,
    properties_of,
    run_at,
    runs_between,
    unwrap_control,
)
from drafter.docx.elements import detach, is_within
from drafter.docx.ooxml import qn
from drafter.docx.read.paragraph import Control, Paragraph
from drafter.speech.spans import SpanKind, TextSpan

_SHOWING = qn("w:showingPlcHdr")


class Editor:
    """Changes paragraphs of a document and leaves everything else in it alone.

    ``builder`` makes new runs, ``revisions`` decides how they replace old ones: at once by default.
    """

    def __init__(self, builder: RunBuilder, revisions: Revisions | None = None) -> None:
        self._builder = builder
        self._revisions: Revisions = revisions or Plain()

    def replace(self, paragraph: Paragraph, start: int, end: int, spans: Sequence[TextSpan]) -> None:
        """Replace the words from ``start`` to ``end`` by ``spans``, which take over their formatting."""
        paragraph.read()
        for held in reversed(paragraph.controls):
            if start <= held.start < held.end <= end and is_own(held.tag):
                unwrap_control(held.element)
        divide(paragraph, end)
        divide(paragraph, start)
        old = runs_between(paragraph, start, end)
        model = properties_of(old[0] if old else _neighbour(paragraph, start, spans))
        new = [element for span in spans for element in self._builder.elements(span, model)]
        is_prose = any(span.kind is SpanKind.WORDS and span.path for span in spans)
        self._put(paragraph, start, old[0] if old else None, self._revisions.insert(new), is_prose=is_prose)
        self._revisions.delete(old)
        paragraph.read()

    def fill(self, held: Control, span: TextSpan) -> None:
        """Let a control hold ``span``, a value or a blank; the caller reads its paragraph again."""
        properties, content = held.element.find(qn("w:sdtPr")), held.element.find(qn("w:sdtContent"))
        if properties is None or content is None:
            return
        runs = [run for run in content.iter(qn("w:r")) if not _is_deleted(run)]
        model = None if held.is_blank else properties_of(runs[0] if runs else None)
        if model is None and span.kind is not SpanKind.BLANK:
            model = properties.find(qn("w:rPr"))
        for element in self._revisions.insert(self._builder.words(span, model)):
            content.append(element)
        self._revisions.delete([run for run in runs if run.getparent() is not None])
        _update(properties, span)
        if span.kind is SpanKind.BLANK and not held.is_blank:
            self._ask(held.element, span)

    def insert(self, paragraph: etree._Element, after: etree._Element) -> None:
        """Put a new paragraph behind the element ``after``."""
        after.addnext(paragraph)
        self._revisions.new_paragraph(paragraph)

    def open(self, paragraph: etree._Element, body: etree._Element) -> None:
        """Put a new paragraph at the start of ``body``."""
        body.insert(0, paragraph)
        self._revisions.new_paragraph(paragraph)

    def remove(self, paragraph: Paragraph) -> None:
        """Remove a paragraph."""
        self._revisions.remove_paragraph(paragraph.element)

    def _ask(self, element: etree._Element, span: TextSpan) -> None:
        """Comment on a control that is a blank from now on."""
        place = etree.Element("place")
        element.addprevious(place)
        for new in self._builder.commented([element], span):
            place.addprevious(new)
        detach(place)

    def _put(
        self,
        paragraph: Paragraph,
        offset: int,
        old: etree._Element | None,
        new: Sequence[etree._Element],
        *,
        is_prose: bool = False,
    ) -> None:
        """Put ``new`` elements before the run ``old``, or at ``offset`` between runs, outside of controls.

        At an end of prose, they go within its bookmark where they are prose themselves.
        """
        before = run_at(paragraph, offset - 1) if offset else None
        after = run_at(paragraph, offset)
        if old is not None:
            _put_before(old, new)
        elif before is not None and not (is_prose and _prose_begins(paragraph, offset)):
            neighbour = _outermost(before, paragraph, offset)
            is_within = is_prose and _prose_ends(paragraph, offset)
            _put_behind(neighbour if is_within else _with_ends(neighbour), new)
        elif after is not None:
            neighbour = _outermost(after, paragraph, offset)
            _put_before(neighbour if is_prose else _before_prose(neighbour), new)
        else:
            paragraph.element.extend(new)


def _put_before(neighbour: etree._Element, new: Sequence[etree._Element]) -> None:
    for element in new:
        neighbour.addprevious(element)


def _put_behind(neighbour: etree._Element, new: Sequence[etree._Element]) -> None:
    for element in reversed(new):
        neighbour.addnext(element)


def _neighbour(paragraph: Paragraph, offset: int, spans: Sequence[TextSpan]) -> etree._Element | None:
    """Return the run whose formatting ``spans`` at ``offset`` take over: the one before, else after."""
    before = run_at(paragraph, offset - 1) if offset else None
    after = run_at(paragraph, offset)
    # Text that follows a lead sentence is not formatted as that is.
    leads = bool(spans) and spans[0].is_lead
    if before is not None and after is not None and not leads:
        return after if _has_style(before) and not _has_style(after) else before
    return before if before is not None else after


def _outermost(run: etree._Element, paragraph: Paragraph, offset: int) -> etree._Element:
    """Return the control or other element around ``run`` that begins or ends at ``offset``, else the run."""
    for held in paragraph.controls:
        if offset in (held.start, held.end) and held.element in run.iterancestors():
            return held.element
    around = list(run.iterancestors(qn("w:ins"), qn("w:hyperlink"), qn("w:moveTo"), qn("w:ruby")))
    return around[-1] if around else run


def _prose_begins(paragraph: Paragraph, offset: int) -> bool:
    starts = (mark for mark in paragraph.bookmarks if mark.is_start and mark.offset == offset)
    return any(begins_prose(mark.element) for mark in starts)


def _prose_ends(paragraph: Paragraph, offset: int) -> bool:
    """Return whether prose, which may have begun in another paragraph, ends at ``offset``."""
    ends = {mark.identifier for mark in paragraph.bookmarks if not mark.is_start and mark.offset == offset}
    starts = paragraph.element.getroottree().iter(qn("w:bookmarkStart")) if ends else ()
    return any(start.get(qn("w:id")) in ends and begins_prose(start) for start in starts)


def _before_prose(element: etree._Element) -> etree._Element:
    """Return the start of the bookmarks of prose right before ``element``, else ``element``."""
    while (before := element.getprevious()) is not None and before.tag == qn("w:bookmarkStart"):
        if not begins_prose(before):
            break
        element = before
    return element


def _with_ends(element: etree._Element) -> etree._Element:
    """Return the last of the ends of bookmarks and comments right behind ``element``, else ``element``."""
    while (follower := element.getnext()) is not None and _is_end(follower):
        element = follower
    return element


def _is_end(element: etree._Element) -> bool:
    if element.tag in (qn("w:bookmarkEnd"), qn("w:commentRangeEnd"), qn("w:proofErr")):
        return True
    return element.tag == qn("w:r") and element.find(qn("w:commentReference")) is not None


def _is_deleted(run: etree._Element) -> bool:
    return is_within(run, qn("w:del"), qn("w:moveFrom"), qn("w:rt"))


def _has_style(run: etree._Element) -> bool:
    properties = properties_of(run)
    return properties is not None and properties.find(qn("w:rStyle")) is not None


def _update(properties: etree._Element, span: TextSpan) -> None:
    """Let the properties of a control fit ``span``: whether it is a blank, its label, its date."""
    showing = properties.find(_SHOWING)
    if span.kind is SpanKind.BLANK:
        if showing is None:
            _add_showing(properties)
        _set_label(properties, span)
    elif showing is not None:
        properties.remove(showing)
    date, value = properties.find(qn("w:date")), full_date(span.text)
    if date is not None and value:
        date.set(qn("w:fullDate"), value)


def _set_label(properties: etree._Element, span: TextSpan) -> None:
    """Give a control the label of its blank, which distinguishes the blank from what somebody types."""
    new = parse_runs(control(span.path, span.label, "", 0))[0].find(f".//{qn('w:alias')}")
    alias = properties.find(qn("w:alias"))
    if alias is not None and new is not None:
        properties.replace(alias, new)


def _add_showing(properties: etree._Element) -> None:
    """Add the flag of a placeholder at its place in the schema: before the type of the control."""
    flag = etree.Element(_SHOWING)
    earlier = {qn(f"w:{name}") for name in ("rPr", "alias", "tag", "id", "lock", "placeholder", "temporary")}
    place = max((index + 1 for index, child in enumerate(properties) if child.tag in earlier), default=0)
    properties.insert(place, flag)
