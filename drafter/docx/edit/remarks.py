"""Remarks on words of any document as Word comments; the comments that it has stay as they are."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from drafter.docx import style_ids
from drafter.docx.bookmarks import integer
from drafter.docx.comments import CHECKER, Comments
from drafter.docx.edit.runs import divide, parse_runs, runs_between
from drafter.docx.edit.save import add_entry, has_entry
from drafter.docx.ooxml import qn
from drafter.docx.read.document import COMMENTS, Document
from drafter.docx.read.paragraph import Paragraph

_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
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
            _add_part(document, part)
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
        parent = element.getparent()
        if identifier is not None:
            element.set(_VALUE, identifier)
        elif parent is not None:
            parent.remove(element)


def _add_part(document: Document, part: etree._Element) -> None:
    """Add the part of comments, and what tells of it: its type and its relationship."""
    folder, file = posixpath.split(document.part)
    name, links = posixpath.join(folder, COMMENTS), f"{folder}/_rels/{file}.rels"
    document.others[name] = part
    types = document.root_of(_TYPES)
    if types is not None and not has_entry(types, "PartName", f"/{name}"):
        add_entry(types, "Override", PartName=f"/{name}", ContentType=_TYPE)
        document.changed.add(_TYPES)
    relationships = document.root_of(links)
    if relationships is None:
        relationships = document.others[links] = etree.Element(f"{{{_RELATIONSHIPS}}}Relationships")
    if not has_entry(relationships, "Type", _RELATION):
        add_entry(relationships, "Relationship", Id="rIdDrafterComments", Type=_RELATION, Target=COMMENTS)
    document.changed |= {name, links}
