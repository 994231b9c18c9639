"""Revisions: changes of runs and paragraphs, made at once or tracked until a person accepts them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from lxml import etree

from drafter.docx.comments import AUTHOR
from drafter.docx.edit.runs import split_words, strip_words
from drafter.docx.elements import detach, is_within, put
from drafter.docx.ooxml import qn

_RUN, _INSERTED, _DELETED = qn("w:r"), qn("w:ins"), qn("w:del")


class Plain:
    """Changes that are made at once."""

    def delete(self, runs: Iterable[etree._Element]) -> None:
        """Remove the words of ``runs``."""
        for run in runs:
            strip_words(run)

    def insert(self, elements: Iterable[etree._Element]) -> list[etree._Element]:
        """Return ``elements`` as they go into the document."""
        return list(elements)

    def new_paragraph(self, paragraph: etree._Element) -> None:
        """Do nothing: a new paragraph needs no mark."""

    def remove_paragraph(self, paragraph: etree._Element) -> None:
        """Remove a paragraph, or only its words where a cell must keep it; bookmarks across its ends stay."""
        if _closes(paragraph):
            self.delete(list(paragraph.iter(_RUN)))
            return
        _keep_bookmarks(paragraph)
        detach(paragraph)


class Tracked:
    """Changes as tracked revisions by drafter (ECMA-376-1, 17.13.5), with ids that are not ``taken``.

    They have no date, so that the same document and YAML make the same file.
    """

    def __init__(self, taken: Iterable[int] = ()) -> None:
        self._numbers: Iterator[int] = count(max(taken, default=0) + 1)

    def delete(self, runs: Iterable[etree._Element]) -> None:
        """Mark the words of ``runs`` as deleted."""
        for run in map(split_words, runs):
            mark = self._mark(_DELETED)
            run.addprevious(mark)
            mark.append(run)
            for text in run.iter(qn("w:t")):
                text.tag = qn("w:delText")

    def insert(self, elements: Iterable[etree._Element]) -> list[etree._Element]:
        """Return ``elements`` with their runs marked as inserted."""
        marked = []
        for element in elements:
            if element.tag == _RUN:
                mark = self._mark(_INSERTED)
                mark.append(element)
                marked.append(mark)
            else:
                self._mark_runs(element)
                marked.append(element)
        return marked

    def new_paragraph(self, paragraph: etree._Element) -> None:
        """Mark a paragraph, its end and its words, as inserted."""
        self._mark_runs(paragraph)
        self._mark_end(paragraph, "ins")

    def remove_paragraph(self, paragraph: etree._Element) -> None:
        """Mark a paragraph, its end and its words, as deleted; the end stays where a cell must keep it."""
        self.delete([run for run in paragraph.iter(_RUN) if not _is_marked(run)])
        if not _closes(paragraph):
            self._mark_end(paragraph, "del")

    def _mark_runs(self, element: etree._Element) -> None:
        for run in [run for run in element.iter(_RUN) if not _is_marked(run)]:
            mark = self._mark(_INSERTED)
            run.addprevious(mark)
            mark.append(run)

    def _mark_end(self, paragraph: etree._Element, name: str) -> None:
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            properties = etree.Element(qn("w:pPr"))
            paragraph.insert(0, properties)
        own = properties.find(qn("w:rPr"))
        own = put(properties, "rPr") if own is None else own
        own.insert(0, self._mark(qn(f"w:{name}")))

    def _mark(self, tag: str) -> etree._Element:
        mark = etree.Element(tag)
        for key, value in (("id", next(self._numbers)), ("author", AUTHOR)):
            mark.set(qn(f"w:{key}"), str(value))
        return mark


Revisions = Plain | Tracked


def _is_marked(run: etree._Element) -> bool:
    return is_within(run, _INSERTED, _DELETED, qn("w:ruby"))


def _closes(paragraph: etree._Element) -> bool:
    """Return whether a cell (17.4.65) or text box (17.17.1) must have ``paragraph`` as its last."""
    parent = paragraph.getparent()
    if parent is None or parent.tag not in (qn("w:tc"), qn("w:txbxContent")):
        return False
    others = [one for one in parent if one is not paragraph and one.tag in (qn("w:p"), qn("w:tbl"))]
    return not others or others[-1].tag != qn("w:p")


def _keep_bookmarks(paragraph: etree._Element) -> None:
    """Move starts and ends of bookmarks out of ``paragraph`` whose other end is not in it."""
    starts = {start.get(qn("w:id")): start for start in paragraph.iter(qn("w:bookmarkStart"))}
    ends = {end.get(qn("w:id")): end for end in paragraph.iter(qn("w:bookmarkEnd"))}
    for identifier, start in starts.items():
        if identifier not in ends:
            paragraph.addnext(start)
    for identifier, end in ends.items():
        if identifier not in starts:
            paragraph.addprevious(end)
