"""One paragraph of an edited document: its words, and what stands where in them."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from drafter.docx.content_controls import EMPTIED
from drafter.docx.ooxml import PAGE_BREAKS, SIGNS, qn
from drafter.docx.write.xml import JOINER, NAMESPACE

_RUN, _TEXT, _SDT, _RUBY, _BASE = map(qn, ("w:r", "w:t", "w:sdt", "w:ruby", "w:rubyBase"))
_CONTENT, _PROPERTIES, _TAG, _ALIAS = map(qn, ("w:sdtContent", "w:sdtPr", "w:tag", "w:alias"))
_START, _END, _ID, _NAME, _VALUE = map(qn, ("w:bookmarkStart", "w:bookmarkEnd", "w:id", "w:name", "w:val"))
_SHOWING, _PARAGRAPH_PROPERTIES = qn("w:showingPlcHdr"), qn("w:pPr")
_MARKS = {_START, _END}
_BREAK, _TYPE = qn("w:br"), qn("w:type")
_SIGNS = {qn(f"w:{name}"): sign for name, sign in SIGNS.items()}
# What is deleted, what describes other things, and paragraphs, which are lines themselves.
_DESCRIBING = ("pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "rubyPr")
_UNREAD = {qn(f"w:{name}") for name in ("del", "moveFrom", *_DESCRIBING, "p")}
# Whatever else stands in a run cannot be made again by who only knows the words: a picture, a symbol, a note.
_PLAIN = {qn(f"w:{name}") for name in ("rPr", "delText", "lastRenderedPageBreak", "annotationRef")}
_FIELDS, _OURS = qn("w:fldSimple"), f"{{{NAMESPACE}}}"
_COMMENT, _SECTION = qn("w:commentReference"), qn("w:sectPr")
_CHANGES = {qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo")}
_DELETED_MARK = f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}"
# A longer label may have been cut where Word would not take it.
_LONG = 30
# What Word, WPS and LibreOffice show in an emptied control that has no words of its own.
_PROMPTS = re.compile(
    "请?(单击|点击|轻触|选择|输入).{0,16}(输入|选择|文字|文本|日期|项|条目|内容)[。.]?"
    r"|(Click|Tap|Choose|Select|Enter)\b.{0,40}\b(text|date|item)\.?"
)


class Piece(NamedTuple):
    """An element with words, at ``start`` in the line; joiners are in ``raw`` alone."""

    start: int
    text: str
    element: etree._Element
    raw: str


class Control(NamedTuple):
    """A content control: its tag, and from where to where it goes in its line.

    ``is_blank`` tells one that nobody has filled.
    """

    tag: str
    start: int
    end: int
    element: etree._Element
    is_blank: bool


class Mark(NamedTuple):
    """Where a bookmark begins or ends in a line; where it ends, it has no ``name`` but its ``identity``."""

    name: str
    identity: str
    place: int
    is_start: bool
    element: etree._Element


class Paragraph:
    """A paragraph in the accepted view. ``joins`` tells one whose end is deleted: the next goes on with it.

    ``has_objects`` tells of pictures, notes and the like, ``comments`` are the numbers of comments on it,
    ``has_changes`` tells of tracked ones.
    """

    __slots__ = (
        "comments", "controls", "element", "has_changes", "has_objects", "is_fallback", "joins", "marks",
        "pieces", "text",
    )  # fmt: skip

    def __init__(self, element: etree._Element, is_fallback: bool = False) -> None:
        self.element = element
        self.is_fallback = is_fallback
        self.read()

    def read(self) -> None:
        """Read the paragraph again, after it was changed."""
        self.pieces: list[Piece] = []
        self.controls: list[Control] = []
        self.marks: list[Mark] = []
        self.comments: list[str] = []
        self.has_objects = self.has_changes = False
        _Walk(self).children(self.element)
        self.text = "".join([piece.text for piece in self.pieces])
        self.joins = self.has_changes and self.element.find(_DELETED_MARK) is not None

    def words(self, control: Control) -> str:
        """Return the words in ``control``."""
        return self.text[control.start : control.end]


class _Walk:
    """Reads a paragraph from its first child to its last, keeping count of the words."""

    def __init__(self, line: Paragraph) -> None:
        self.line = line
        self.length = 0

    def children(self, parent: etree._Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self.run(child)
            elif tag == _SDT:
                self.control(child)
            elif tag in _MARKS:
                self.mark(child)
            elif tag in _CHANGES:
                self.change(child)
            elif tag == _PARAGRAPH_PROPERTIES:
                self.line.has_changes = self.line.has_changes or _has_changes(child)
                # The last paragraph of a section of pages.
                self.line.has_objects = self.line.has_objects or child.find(_SECTION) is not None
            elif tag not in _UNREAD:
                # A formula is of another namespace, a field says what it is told to.
                is_object = tag == _FIELDS or not str(tag).startswith(_OURS)
                self.line.has_objects = self.line.has_objects or is_object
                self.children(child)

    def change(self, element: etree._Element) -> None:
        self.line.has_changes = True
        if element.tag not in _UNREAD:
            self.children(element)

    def run(self, run: etree._Element) -> None:
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                self.words(child, child.text or "")
            elif tag in _SIGNS or tag == _BREAK:
                self.sign(child)
            elif tag == _RUBY:
                for base in child.iter(_BASE):
                    self.children(base)
            elif tag == _COMMENT:
                self.line.comments.append(str(child.get(_ID)))
            elif tag not in _PLAIN:
                self.line.has_objects = True

    def sign(self, element: etree._Element) -> None:
        if element.tag == _BREAK and element.get(_TYPE) in PAGE_BREAKS:
            # No break of a line.
            self.line.has_objects = True
        else:
            self.words(element, _SIGNS.get(str(element.tag), "\n"))

    def words(self, element: etree._Element, raw: str) -> None:
        text = raw.replace(JOINER, "") if JOINER in raw else raw
        if text:
            self.line.pieces.append(Piece(self.length, text, element, raw))
            self.length += len(text)

    def control(self, element: etree._Element) -> None:
        properties, content = element.find(_PROPERTIES), element.find(_CONTENT)
        start, place, pieces = self.length, len(self.line.controls), len(self.line.pieces)
        if content is not None:
            self.children(content)
        given = {} if properties is None else {child.tag: child.get(_VALUE) for child in properties}
        tag = given.get(_TAG)
        if tag is not None:
            blank = _SHOWING in given and _is_prompt(
                "".join([piece.text for piece in self.line.pieces[pieces:]]), given.get(_ALIAS) or ""
            )
            # Before those that stand in it.
            self.line.controls.insert(place, Control(tag, start, self.length, element, blank))

    def mark(self, element: etree._Element) -> None:
        name, is_start = str(element.get(_NAME) or ""), element.tag == _START
        self.line.marks.append(Mark(name, str(element.get(_ID)), self.length, is_start, element))


def _is_prompt(text: str, label: str) -> bool:
    """Tell whether ``text`` is a placeholder's: an editor that lets one type over it may leave its flag.

    What somebody typed within 【】 is no placeholder's, whose words are known.
    """
    words = text.strip()
    if words.startswith("【"):
        is_own = words[1:-1].startswith(label) if len(label) > _LONG else words == f"【{label}】"
        return is_own or words == EMPTIED or not label
    return not words or _PROMPTS.fullmatch(words) is not None


def _has_changes(properties: etree._Element) -> bool:
    return any(child.tag in _CHANGES for child in properties.iter())
