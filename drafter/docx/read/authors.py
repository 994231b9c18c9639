"""What people changed in a document while Word recorded it, and what they remarked: by whom, and when."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from drafter.docx.comments import AUTHOR
from drafter.docx.ooxml import qn
from drafter.docx.read.content import words_of
from drafter.docx.read.document import COMMENTS
from drafter.docx.untrusted import main_part, parse_part, read_from

# So many changes tell what happened; a document that was written anew has thousands.
MOST = 200
_SORTS = {
    qn("w:ins"): "inserted",
    qn("w:moveTo"): "inserted",
    qn("w:del"): "deleted",
    qn("w:moveFrom"): "deleted",
}


class Authored(Struct, frozen=True):
    """A change or remark: its ``sort`` (inserted, deleted, remark), who made it, on which day, and the words.

    ``day`` is YYYY-MM-DD, "" where it is not told.
    """

    sort: str
    author: str
    day: str
    text: str


def authored(docx: bytes) -> tuple[Authored, ...]:
    """Return the recorded changes and the comments of people in their order, () where nothing can be read."""
    return read_from(docx, _read) or ()


def _read(archive: zipfile.ZipFile) -> tuple[Authored, ...]:
    root = parse_part(archive, main_part(archive))
    found = [*_changes(root), *_remarks(archive)]
    return tuple(found[:MOST])


def _changes(root: etree._Element) -> Iterator[Authored]:
    """Yield runs of changes of one sort by one author as one."""
    last: Authored | None = None
    for element in root.iter(*_SORTS):
        text = "".join(str(each.text or "") for each in element.iter(qn("w:t"), qn("w:delText")))
        one = _authored(_SORTS[str(element.tag)], element, text)
        if not text or one.author == AUTHOR:
            continue
        if last is not None and _is_next(element) and (last.sort, last.author) == (one.sort, one.author):
            last = Authored(last.sort, last.author, last.day, last.text + one.text)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _is_next(element: etree._Element) -> bool:
    before = element.getprevious()
    return before is not None and before.tag == element.tag


def _remarks(archive: zipfile.ZipFile) -> Iterator[Authored]:
    part = posixpath.join(posixpath.dirname(main_part(archive)), COMMENTS)
    root = parse_part(archive, part) if part in archive.namelist() else None
    for element in root if root is not None else ():
        if element.get(qn("w:author")) != AUTHOR:
            yield _authored("remark", element, words_of(element).strip())


def _authored(sort: str, element: etree._Element, text: str) -> Authored:
    day = str(element.get(qn("w:date")) or "")[:10]
    return Authored(sort, str(element.get(qn("w:author")) or ""), day, text)
