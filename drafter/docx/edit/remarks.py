"""Remarks on words of any document as Word comments; the comments that it has stay as they are."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from drafter.docx import style_ids
from drafter.docx.bookmarks import integer
from drafter.docx.comments import CHECKER, Comments
from drafter.docx.edit.parts import PartKind, add_part
from drafter.docx.edit.runs import divide, parse_runs, runs_between
from drafter.docx.elements import detach
from drafter.docx.ooxml import qn
from drafter.docx.read.document import COMMENTS, Document
from drafter.docx.read.paragraph import Paragraph

_PART = PartKind(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    "rIdDrafterComments",
)
_ID, _VALUE = qn("w:id"), qn("w:val")
_STYLES = (qn("w:rStyle"), qn("w:pStyle"))


class Remark(NamedTuple):
    """A ``text`` on the words from ``start`` to ``end`` of the paragraph ``number``, counted from 1."""

    number: int
    start: int
    end: int
    text: str


def add_remarks(document: Document, remarks: Iterable[Remark]) -> int:
    """Put ``remarks`` on their words as comments; return how many there were words for."""
    root = document.beside(COMMENTS)
    taken = [integer(one.get(_ID)) or 0 for one in root] if root is not None else []
    comments = Comments(max(taken, default=-1) + 1, CHECKER)
    styles = _own_styles(document)
    for remark in remarks:
        _attach(document.paragraphs[remark.number - 1], remark, comments, styles)
    if comments.texts:
        part = etree.fromstring(comments.part())
        _restyle(part, styles)
        if root is None:
            name = posixpath.join(posixpath.dirname(document.part), COMMENTS)
            add_part(document, name, part, _PART, document.part)
        else:
            root.extend(part)
            document.note_change(COMMENTS)
    return len(comments.texts)


def _attach(paragraph: Paragraph, remark: Remark, comments: Comments, styles: dict[str, str | None]) -> None:
    """Put the marks of a comment around the words; on the whole paragraph where they cannot be parted."""
    paragraph.read()
    start, end = remark.start, min(remark.end, len(paragraph.text))
    divide(paragraph, end)
    divide(paragraph, start)
    runs = runs_between(paragraph, start, end) or runs_between(paragraph, 0, len(paragraph.text))
    if not runs:
        return
    first, last, reference = parse_runs(comments.attach("", remark.text))
    _restyle(reference, styles)
    runs[0].addprevious(first)
    runs[-1].addnext(last)
    last.addnext(reference)
    paragraph.read()


def _own_styles(document: Document) -> dict[str, str | None]:
    """Return the ids that the styles of comments have in ``document``, None for those that it has not."""
    names = document.stylesheet().by_name
    kinds = {style_ids.COMMENT_TEXT: "paragraph", style_ids.COMMENT_REFERENCE: "character"}
    return {style: names.get((kind, style_ids.NAMES[style].casefold())) for style, kind in kinds.items()}


def _restyle(root: etree._Element, styles: dict[str, str | None]) -> None:
    """Give what is new the ids of ``styles``; a style that there is not is not named."""
    for element in list(root.iter(*_STYLES)):
        identifier = styles.get(str(element.get(_VALUE)))
        if identifier is None:
            detach(element)
        else:
            element.set(_VALUE, identifier)
