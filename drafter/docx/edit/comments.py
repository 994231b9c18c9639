"""Drafter's own comments in an existing document: they come with blanks and go when those are filled."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from lxml import etree

from drafter.docx.bookmarks import integer
from drafter.docx.comments import AUTHOR, Comments
from drafter.docx.edit.runs import strip_run
from drafter.docx.ooxml import qn
from drafter.docx.read.document import COMMENTS, Document
from drafter.docx.stylesheet import relink

_START, _END, _REFERENCE = map(qn, ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"))
_WORDS = tuple(map(qn, ("w:t", "w:delText", "w:tab", "w:br")))
_ID, _AUTHOR, _SDT, _PARAGRAPH = map(qn, ("w:id", "w:author", "w:sdt", "w:p"))
# The part in which Word keeps which comments are resolved, by their last paragraphs (MS-DOCX 2.5.4).
_THREADS = "commentsExtended.xml"
_PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_THREAD = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_THREAD_ID, _DONE = f"{_THREAD}paraId", f"{_THREAD}done"


def further_comments(document: Document) -> Comments | None:
    """Return new comments, numbered after those of the document; None where it has none by drafter."""
    comments = document.beside(COMMENTS)
    if comments is None or not any(one.get(_AUTHOR) == AUTHOR for one in comments):
        return None
    return Comments(1 + max(integer(one.get(_ID)) or 0 for one in comments))


def add_comments(document: Document, new: Comments, styles: Mapping[str, str]) -> None:
    """Add ``new`` comments to their part; the anchors are in the text already.

    ``styles`` are the ids that our styles have in the document.
    """
    comments = document.beside(COMMENTS)
    if comments is not None and new.texts:
        comments.extend(etree.fromstring(new.part()))
        relink(comments, styles)
        document.note_change(COMMENTS)


class _Comment:
    """The anchors of a comment, and the elements with words that it is on."""

    def __init__(self) -> None:
        self.anchors: list[etree._Element] = []
        self.words: list[etree._Element] = []


def drop_answered(
    document: Document, own: Collection[str], asking: Collection[str], filled: Collection[etree._Element]
) -> None:
    """Remove those of the comments ``asking`` that are on ``filled`` controls only, or on no words.

    Where Word keeps threads of comments, they are resolved instead. Those of the comments ``own`` that are
    no longer in the text are removed as well. Comments are given by their ids.
    """
    found = _anchored(document.root, own)
    answered = [
        identifier
        for identifier, comment in found.items()
        if identifier in asking
        and all(any(control in filled for control in word.iterancestors(_SDT)) for word in comment.words)
    ]
    threads = document.beside(_THREADS)
    if threads is not None:
        _resolve(document, threads, answered)
        answered = []
    for identifier in answered:
        for anchor in found.pop(identifier).anchors:
            _remove(anchor)
    _delete(document, set(own) - set(found))


def _anchored(root: etree._Element, identifiers: Collection[str]) -> dict[str, _Comment]:
    found: dict[str, _Comment] = {}
    around: dict[str, _Comment] = {}
    for element in root.iter(_START, _END, _REFERENCE, *_WORDS):
        identifier = str(element.get(_ID))
        if element.tag in _WORDS:
            for comment in around.values():
                comment.words.append(element)
        elif identifier in identifiers:
            comment = found.setdefault(identifier, _Comment())
            comment.anchors.append(element)
            if element.tag == _START:
                around[identifier] = comment
            elif element.tag == _END:
                around.pop(identifier, None)
    return found


def _remove(anchor: etree._Element) -> None:
    run = anchor.getparent()
    assert run is not None  # An anchor is never the root.
    run.remove(anchor)
    if anchor.tag == _REFERENCE:
        strip_run(run)


def _delete(document: Document, identifiers: Collection[str]) -> None:
    comments = document.beside(COMMENTS)
    for comment in list(comments if comments is not None else ()):
        if str(comment.get(_ID)) in identifiers:
            comment.getparent().remove(comment)  # type: ignore[union-attr]
            document.note_change(COMMENTS)


def _resolve(document: Document, threads: etree._Element, identifiers: Iterable[str]) -> None:
    comments = document.beside(COMMENTS)
    last = {
        str(one.get(_ID)): one.findall(_PARAGRAPH)[-1:] for one in (comments if comments is not None else ())
    }
    paragraphs = (paragraph for identifier in identifiers for paragraph in last.get(identifier, ()))
    last_ids = {paragraph.get(_PARAGRAPH_ID) for paragraph in paragraphs} - {None}
    for thread in threads:
        if thread.get(_THREAD_ID) in last_ids and thread.get(_DONE) != "1":
            thread.set(_DONE, "1")
            document.note_change(_THREADS)
