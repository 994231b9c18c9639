"""Comments of drafter's own in a document that is there already: they come and go with blanks."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from lxml import etree

from drafter.docx.bookmarks import integer
from drafter.docx.edit.revisions import AUTHOR
from drafter.docx.edit.runs import strip_run
from drafter.docx.ooxml import qn
from drafter.docx.read.document import COMMENTS, Document
from drafter.docx.stylesheet import Stylesheet
from drafter.docx.write.comments import Comments

_START, _END, _REFERENCE = map(qn, ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"))
_WORDS = tuple(map(qn, ("w:t", "w:delText", "w:tab", "w:br")))
_ID, _AUTHOR, _SDT, _PARAGRAPH = map(qn, ("w:id", "w:author", "w:sdt", "w:p"))
# Where Word keeps which comments are resolved (MS-DOCX 2.5.4), by their last paragraph.
_THREADS = "commentsExtended.xml"
_NUMBER = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_THREAD, _DONE = map("{{http://schemas.microsoft.com/office/word/2012/wordml}}{}".format, ("paraId", "done"))


def further_comments(manuscript: Document) -> Comments | None:
    """Return what numbers further comments of drafter's; None where the document has none of its."""
    comments = manuscript.beside(COMMENTS)
    if comments is None or not any(one.get(_AUTHOR) == AUTHOR for one in comments):
        return None
    return Comments(1 + max(integer(one.get(_ID)) or 0 for one in comments))


def add_comments(manuscript: Document, new: Comments, styles: Stylesheet) -> None:
    """Put the texts of ``new`` comments into their part; their anchors stand in the text already."""
    comments = manuscript.beside(COMMENTS)
    if comments is not None and new.texts:
        comments.extend(etree.fromstring(new.part()))
        styles.adapt(comments)
        manuscript.note_change(COMMENTS)


class _Comment:
    """Where a comment is anchored, and the elements with words that it is on."""

    def __init__(self) -> None:
        self.anchors: list[etree._Element] = []
        self.words: list[etree._Element] = []


def drop_answered(
    manuscript: Document, own: Collection[str], asking: Collection[str], filled: Collection[etree._Element]
) -> None:
    """Take the comments ``asking`` away that are on controls which are ``filled``, or on no words.

    Where Word keeps threads of comments, such a one is resolved and stays. Of ``own``, which the
    text had, those also go that it has no more. Comments are known by their numbers.
    """
    found = _anchored(manuscript.root, own)
    answered = [
        number
        for number, comment in found.items()
        if number in asking
        and all(any(frame in filled for frame in word.iterancestors(_SDT)) for word in comment.words)
    ]
    threads = manuscript.beside(_THREADS)
    if threads is not None:
        _resolve(manuscript, threads, answered)
        answered = []
    for number in answered:
        for anchor in found.pop(number).anchors:
            _drop(anchor)
    _forget(manuscript, set(own) - set(found))


def _anchored(root: etree._Element, numbers: Collection[str]) -> dict[str, _Comment]:
    found: dict[str, _Comment] = {}
    around: dict[str, _Comment] = {}
    for element in root.iter(_START, _END, _REFERENCE, *_WORDS):
        number = str(element.get(_ID))
        if element.tag in _WORDS:
            for comment in around.values():
                comment.words.append(element)
        elif number in numbers:
            comment = found.setdefault(number, _Comment())
            comment.anchors.append(element)
            if element.tag == _START:
                around[number] = comment
            elif element.tag == _END:
                around.pop(number, None)
    return found


def _drop(anchor: etree._Element) -> None:
    run = anchor.getparent()
    assert run is not None  # The root is none.
    run.remove(anchor)
    if anchor.tag == _REFERENCE:
        strip_run(run)


def _forget(manuscript: Document, numbers: Collection[str]) -> None:
    comments = manuscript.beside(COMMENTS)
    for comment in list(comments if comments is not None else ()):
        if str(comment.get(_ID)) in numbers:
            comment.getparent().remove(comment)  # type: ignore[union-attr]
            manuscript.note_change(COMMENTS)


def _resolve(manuscript: Document, threads: etree._Element, numbers: Iterable[str]) -> None:
    comments = manuscript.beside(COMMENTS)
    last = {
        str(one.get(_ID)): one.findall(_PARAGRAPH)[-1:] for one in (comments if comments is not None else ())
    }
    marks = {paragraph.get(_NUMBER) for number in numbers for paragraph in last.get(number, ())} - {None}
    for thread in threads:
        if thread.get(_THREAD) in marks and thread.get(_DONE) != "1":
            thread.set(_DONE, "1")
            manuscript.note_change(_THREADS)
