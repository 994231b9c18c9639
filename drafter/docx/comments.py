"""The comments of a document: what blanks ask for and the notes of the template.

They are written, found again in the text, and resolved.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import count
from typing import TYPE_CHECKING

from drafter.docx import style_ids
from drafter.docx.ooxml import DECLARATION, NAMESPACE, clean, paragraph, qn, run, run_properties

if TYPE_CHECKING:
    from lxml import etree

# The author of comments and of tracked changes.
AUTHOR = "drafter"
# The author of findings; they are a person's to settle, and no update takes them away.
CHECKER = "drafter check"
_PART, _PART_END = f'{DECLARATION}<w:comments xmlns:w="{NAMESPACE}">', "</w:comments>"


class Comments:
    """Comments by ``author``, numbered from ``first`` in the order of the text; ``texts`` are all so far."""

    def __init__(self, first: int = 0, author: str = AUTHOR) -> None:
        self.texts: list[str] = []
        self._first = first
        self._author = author

    def attach(self, content: str, text: str) -> str:
        """Return ``content``, runs or nothing, with a comment on it; as it is when ``text`` is empty."""
        text = clean(text).strip()
        if not text:
            return content
        self.texts.append(text)
        return _commented(content, self._first + len(self.texts) - 1)

    def part(self) -> bytes:
        """Return ``comments.xml``."""
        return f"{_PART}{''.join(self._part())}{_PART_END}".encode()

    def _part(self) -> Iterator[str]:
        for number, text in zip(count(self._first), self.texts):  # noqa: B905 - one of them has no end
            yield _comment(number, text, self._author)


def _commented(content: str, number: int) -> str:
    start, end = f'<w:commentRangeStart w:id="{number}"/>', f'<w:commentRangeEnd w:id="{number}"/>'
    reference = f'<w:commentReference w:id="{number}"/>'
    return f"{start}{content}{end}<w:r>{run_properties(style_ids.COMMENT_REFERENCE)}{reference}</w:r>"


def _comment(number: int, text: str, author: str) -> str:
    # It has no date, so that the same speech makes the same file.
    opening = f'<w:comment w:id="{number}" w:author="{author}" w:initials="D">'
    reference = f"<w:r>{run_properties(style_ids.COMMENT_REFERENCE)}<w:annotationRef/></w:r>"
    return f"{opening}{paragraph(style_ids.COMMENT_TEXT, reference + run(text))}</w:comment>"


_START, _END, _REFERENCE = map(qn, ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"))
_WORDS = tuple(map(qn, ("w:t", "w:delText", "w:tab", "w:br")))
_ID, _PARAGRAPH = qn("w:id"), qn("w:p")
# Word keeps which comments are resolved by the ids of their last paragraphs (MS-DOCX 2.5.4).
_PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_THREAD = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_THREAD_ID, _DONE = f"{_THREAD}paraId", f"{_THREAD}done"


class PlacedComment:
    """The anchors of a comment in the text, and the elements with words that it is on."""

    def __init__(self) -> None:
        self.anchors: list[etree._Element] = []
        self.words: list[etree._Element] = []


def find_comments(root: etree._Element, identifiers: Collection[str]) -> dict[str, PlacedComment]:
    """Return where the comments with the given ids are anchored under ``root``, by their ids."""
    found: dict[str, PlacedComment] = {}
    opened: dict[str, PlacedComment] = {}
    for element in root.iter(_START, _END, _REFERENCE, *_WORDS):
        identifier = str(element.get(_ID))
        if element.tag in _WORDS:
            for comment in opened.values():
                comment.words.append(element)
        elif identifier in identifiers:
            comment = found.setdefault(identifier, PlacedComment())
            comment.anchors.append(element)
            if element.tag == _START:
                opened[identifier] = comment
            elif element.tag == _END:
                opened.pop(identifier, None)
    return found


def resolve(threads: etree._Element, comments: Iterable[etree._Element], identifiers: Iterable[str]) -> bool:
    """Mark the comments with the given ids as resolved in ``threads``; return whether any was open."""
    last = {str(comment.get(_ID)): comment.findall(_PARAGRAPH)[-1:] for comment in comments}
    paragraphs = (paragraph for identifier in identifiers for paragraph in last.get(identifier, ()))
    last_ids = {paragraph.get(_PARAGRAPH_ID) for paragraph in paragraphs} - {None}
    open_threads = [one for one in threads if one.get(_THREAD_ID) in last_ids and one.get(_DONE) != "1"]
    for thread in open_threads:
        thread.set(_DONE, "1")
    return bool(open_threads)
