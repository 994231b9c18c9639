"""Writes into a document that is there already, and leaves alone what it is not told to change."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from drafter.docx.bookmarks import PROSE
from drafter.docx.content_controls import control, full_date, is_own
from drafter.docx.edit.revisions import Plain, Revisions
from drafter.docx.edit.run_builder import RunBuilder
from drafter.docx.edit.runs import divide, look_of, parse_runs, run_at, runs_between, unwrap
from drafter.docx.ooxml import qn
from drafter.docx.read.paragraph import Control, Paragraph
from drafter.speech.spans import SpanKind, TextSpan

_SHOWING = qn("w:showingPlcHdr")


class Editor:
    """Puts what ``ink`` makes in its place, and takes out what stood there."""

    def __init__(self, ink: RunBuilder, revisions: Revisions | None = None) -> None:
        self._ink = ink
        self._revisions: Revisions = revisions or Plain()

    def replace(self, line: Paragraph, start: int, end: int, segments: Sequence[TextSpan]) -> None:
        """Put ``segments`` in the place of the words from ``start`` to ``end``, looking as these did."""
        line.read()
        for held in reversed(line.controls):
            if start <= held.start < held.end <= end and is_own(held.tag):
                unwrap(held.element)
        divide(line, end)
        divide(line, start)
        old = runs_between(line, start, end)
        beside = old[0] if old else _beside(line, start, segments)
        new = [element for segment in segments for element in self._ink.elements(segment, look_of(beside))]
        self._put(line, start, old[0] if old else None, self._revisions.insert(new))
        self._revisions.delete(old)
        line.read()

    def fill(self, held: Control, segment: TextSpan) -> None:
        """Make ``segment`` what the control says: its value, or a blank. Its line is not read again."""
        properties, content = held.element.find(qn("w:sdtPr")), held.element.find(qn("w:sdtContent"))
        if properties is None or content is None:
            return
        runs = [run for run in content.iter(qn("w:r")) if not _is_deleted(run)]
        look = None if held.is_blank else look_of(runs[0] if runs else None)
        own = properties.find(qn("w:rPr"))
        look = own if look is None and segment.kind is not SpanKind.BLANK else look
        new = self._ink.words(segment, look)
        for element in self._revisions.insert(new):
            content.append(element)
        self._revisions.delete([run for run in runs if run.getparent() is not None])
        self._show(properties, segment)
        if segment.kind is SpanKind.BLANK and not held.is_blank:
            self._ask(held.element, segment)

    def insert(self, paragraph: etree._Element, beside: etree._Element) -> None:
        """Put a new paragraph behind ``beside``."""
        beside.addnext(paragraph)
        self._revisions.new_paragraph(paragraph)

    def open(self, paragraph: etree._Element, body: etree._Element) -> None:
        """Put a new paragraph before all that stands in ``body``."""
        body.insert(0, paragraph)
        self._revisions.new_paragraph(paragraph)

    def remove(self, line: Paragraph) -> None:
        """Take a whole paragraph out."""
        self._revisions.remove_paragraph(line.element)

    def _ask(self, frame: etree._Element, segment: TextSpan) -> None:
        """Comment on ``frame``, a control that is there already and is blank now."""
        place = etree.Element("place")
        frame.addprevious(place)
        for element in self._ink.commented([frame], segment):
            place.addprevious(element)
        parent = place.getparent()
        assert parent is not None
        parent.remove(place)

    def _put(
        self, line: Paragraph, place: int, mark: etree._Element | None, elements: Sequence[etree._Element]
    ) -> None:
        """Put ``elements`` at ``place``: before ``mark``, or between the runs there, outside of controls."""
        for element in elements:
            if mark is not None:
                mark.addprevious(element)
        if mark is not None:
            return
        before = run_at(line, place - 1) if place else None
        after = run_at(line, place)
        if before is not None:
            beside = _behind(_outermost(before, line, place))
            for element in reversed(elements):
                beside.addnext(element)
        elif after is not None:
            beside = _before_prose(_outermost(after, line, place))
            for element in elements:
                beside.addprevious(element)
        else:
            line.element.extend(elements)

    def _show(self, properties: etree._Element, segment: TextSpan) -> None:
        """Let the properties of a control say whether it is blank, and which day it names."""
        showing = properties.find(_SHOWING)
        if segment.kind is SpanKind.BLANK and showing is None:
            _add_showing(properties)
        elif segment.kind is not SpanKind.BLANK and showing is not None:
            properties.remove(showing)
        if segment.kind is SpanKind.BLANK:
            _call(properties, segment)
        day, date = properties.find(qn("w:date")), full_date(segment.text)
        if day is not None and date:
            day.set(qn("w:fullDate"), date)


def _beside(line: Paragraph, place: int, segments: Sequence[TextSpan]) -> etree._Element | None:
    """Return the run that what comes to ``place`` is to look like: that before, else that behind."""
    before = run_at(line, place - 1) if place else None
    after = run_at(line, place)
    # What opens the text behind a lead sentence does not belong to it.
    leads = bool(segments) and segments[0].is_lead
    if before is not None and after is not None and not leads:
        return after if _has_style(before) and not _has_style(after) else before
    return before if before is not None else after


def _outermost(run: etree._Element, line: Paragraph, place: int) -> etree._Element:
    """Return what stands at ``place`` among runs: a control that ends or begins there, else the run."""
    for held in line.controls:
        if place in (held.start, held.end) and held.element in run.iterancestors():
            return held.element
    above = list(run.iterancestors(qn("w:ins"), qn("w:hyperlink"), qn("w:moveTo"), qn("w:ruby")))
    return above[-1] if above else run


def _before_prose(element: etree._Element) -> etree._Element:
    """Return the bookmark of a prose that begins at ``element``, itself where none does."""
    while (before := element.getprevious()) is not None and before.tag == qn("w:bookmarkStart"):
        if not str(before.get(qn("w:name"))).startswith(PROSE):
            break
        element = before
    return element


def _behind(element: etree._Element) -> etree._Element:
    """Return the last of what belongs to ``element``: where a mark around it ends, a comment on it."""
    while (follower := element.getnext()) is not None and _is_end(follower):
        element = follower
    return element


def _is_end(element: etree._Element) -> bool:
    if element.tag in (qn("w:bookmarkEnd"), qn("w:commentRangeEnd"), qn("w:proofErr")):
        return True
    return element.tag == qn("w:r") and element.find(qn("w:commentReference")) is not None


def _is_deleted(run: etree._Element) -> bool:
    return any(True for _ in run.iterancestors(qn("w:del"), qn("w:moveFrom"), qn("w:rt")))


def _has_style(run: etree._Element) -> bool:
    look = look_of(run)
    return look is not None and look.find(qn("w:rStyle")) is not None


def _call(properties: etree._Element, segment: TextSpan) -> None:
    """Let a control have the label of its blank: by that it is known from what somebody types."""
    fresh = parse_runs(control(segment.path, segment.label, "", 0))[0].find(f".//{qn('w:alias')}")
    alias = properties.find(qn("w:alias"))
    if alias is not None and fresh is not None:
        properties.replace(alias, fresh)


def _add_showing(properties: etree._Element) -> None:
    """Set the flag at its place in the schema: behind the placeholder, before what a control takes."""
    flag = etree.Element(_SHOWING)
    earlier = {qn(f"w:{name}") for name in ("rPr", "alias", "tag", "id", "lock", "placeholder", "temporary")}
    place = max((index + 1 for index, child in enumerate(properties) if child.tag in earlier), default=0)
    properties.insert(place, flag)
