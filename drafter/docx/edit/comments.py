"""Drafter's own comments in an existing document: they come with blanks and go when those are filled."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from lxml import etree

from drafter.docx.bookmarks import integer
from drafter.docx.comments import AUTHOR, Comments, find_comments, resolve
from drafter.docx.edit.runs import strip_run
from drafter.docx.elements import detach
from drafter.docx.ooxml import qn
from drafter.docx.read.document import COMMENTS, Document
from drafter.docx.stylesheet import relink

_ID, _AUTHOR, _SDT, _REFERENCE = map(qn, ("w:id", "w:author", "w:sdt", "w:commentReference"))
# The part in which Word keeps threads of comments.
_THREADS = "commentsExtended.xml"


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


def drop_answered(
    document: Document, own: Collection[str], asking: Collection[str], filled: Collection[etree._Element]
) -> None:
    """Remove those of the comments ``asking`` that are on ``filled`` controls only, or on no words.

    Where Word keeps threads of comments, they are resolved instead. Those of the comments ``own`` that are
    no longer in the text are removed as well. Comments are given by their ids.
    """
    found = find_comments(document.root, own)
    answered = [
        identifier
        for identifier, comment in found.items()
        if identifier in asking
        and all(any(control in filled for control in word.iterancestors(_SDT)) for word in comment.words)
    ]
    threads, comments = document.beside(_THREADS), document.beside(COMMENTS)
    if threads is not None:
        if resolve(threads, () if comments is None else comments, answered):
            document.note_change(_THREADS)
        answered = []
    for identifier in answered:
        for anchor in found.pop(identifier).anchors:
            _remove(anchor)
    _delete(document, set(own) - set(found))


def _remove(anchor: etree._Element) -> None:
    run = anchor.getparent()
    detach(anchor)
    if run is not None and anchor.tag == _REFERENCE:
        strip_run(run)


def _delete(document: Document, identifiers: Collection[str]) -> None:
    comments = document.beside(COMMENTS)
    for comment in list(comments if comments is not None else ()):
        if str(comment.get(_ID)) in identifiers:
            detach(comment)
            document.note_change(COMMENTS)
