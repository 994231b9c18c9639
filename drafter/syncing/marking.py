"""Bookmarks put right in a changed document: sections that lost theirs, prose that is there no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from drafter.syncing.passages import Passage
from drafter.word import marks
from drafter.word.identities import Identities
from drafter.word.ooxml import qn

_START, _END, _NAME, _ID = map(qn, ("w:bookmarkStart", "w:bookmarkEnd", "w:name", "w:id"))
_WORDS = tuple(map(qn, ("w:t", "w:delText", "w:br", "w:tab")))


def put_marks_right(root: etree._Element, passages: Sequence[Passage], identities: Identities) -> None:
    """Give each section of ``passages`` a bookmark again, and drop those of prose that say nothing."""
    _drop_empty(root)
    starts = {str(mark.get(_NAME)): mark for mark in root.iter(_START)}
    for section, name, numbers in _sections(passages):
        own = [starts[found] for found in map(marks.paragraph_mark, numbers) if found in starts]
        if section and own and name not in starts:
            _mark(_paragraph(own[0]), _paragraph(own[-1]), name, str(identities.of_bookmark()))


def _sections(passages: Sequence[Passage]) -> Iterator[tuple[str, str, list[int]]]:
    """Yield each run of passages of one section, its mark and the numbers of the passages."""
    counts: dict[str, int] = {}
    numbers: list[int] = []
    for index, passage in enumerate(passages):
        section = passage.block.section
        numbers.append(passage.number)
        if index + 1 == len(passages) or passages[index + 1].block.section != section:
            counts[section] = counts.get(section, 0) + 1
            yield section, marks.section_mark(section, counts[section]), numbers
            numbers = []


def _mark(first: etree._Element, last: etree._Element, name: str, identity: str) -> None:
    start, end = etree.Element(_START), etree.Element(_END)
    start.set(_ID, identity)
    start.set(_NAME, name)
    end.set(_ID, identity)
    properties = first.find(qn("w:pPr"))
    first.insert(0 if properties is None else 1, start)
    last.append(end)


def _paragraph(mark: etree._Element) -> etree._Element:
    return next(mark.iterancestors(qn("w:p")))


def _drop_empty(root: etree._Element) -> None:
    """Drop the bookmarks of prose between whose ends no word stands, not even one that is deleted."""
    open_marks: dict[str, etree._Element] = {}
    empty: list[etree._Element] = []
    for element in root.iter(_START, _END, *_WORDS):
        if element.tag == _START:
            if str(element.get(_NAME)).startswith(marks.PROSE):
                open_marks[str(element.get(_ID))] = element
        elif element.tag == _END:
            start = open_marks.pop(str(element.get(_ID)), None)
            empty += [start, element] if start is not None else []
        else:
            open_marks.clear()
    for element in empty:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
