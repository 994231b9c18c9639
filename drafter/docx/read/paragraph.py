"""A paragraph of an edited document: its words, and the controls and bookmarks in them."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from drafter.docx.bookmarks import SECTION
from drafter.docx.content_controls import EMPTIED
from drafter.docx.ooxml import JOINER, NAMESPACE, PAGE_BREAKS, SIGNS, qn

_RUN, _TEXT, _SDT, _RUBY, _BASE = map(qn, ("w:r", "w:t", "w:sdt", "w:ruby", "w:rubyBase"))
_CONTENT, _PROPERTIES, _TAG, _ALIAS = map(qn, ("w:sdtContent", "w:sdtPr", "w:tag", "w:alias"))
_START, _END, _ID, _NAME, _VALUE = map(qn, ("w:bookmarkStart", "w:bookmarkEnd", "w:id", "w:name", "w:val"))
_SHOWING, _PARAGRAPH_PROPERTIES = qn("w:showingPlcHdr"), qn("w:pPr")
_EDGES = {_START, _END}
_BREAK, _TYPE = qn("w:br"), qn("w:type")
_SIGNS = {qn(f"w:{name}"): sign for name, sign in SIGNS.items()}
# What is deleted, properties, pinyin, and paragraphs in text boxes, which are read for themselves.
_PROPERTY_TAGS = ("pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "rubyPr")
_UNREAD = {qn(f"w:{name}") for name in ("del", "moveFrom", *_PROPERTY_TAGS, "p")}
# Anything else in a run is an object that its words cannot replace: a picture, a symbol, a note.
_PLAIN = {qn(f"w:{name}") for name in ("rPr", "delText", "lastRenderedPageBreak", "annotationRef")}
_FIELD, _LINK, _WORD = qn("w:fldSimple"), qn("w:hyperlink"), f"{{{NAMESPACE}}}"
_COMMENT, _SECTION = qn("w:commentReference"), qn("w:sectPr")
_CHANGES = {qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo")}
_DELETED_END = f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}"
# A longer label may have been cut, because Word limits its length.
_LONG = 30
# What Word, WPS and LibreOffice show in an emptied control without a placeholder.
_PROMPTS = re.compile(
    "请?(单击|点击|轻触|选择|输入).{0,16}(输入|选择|文字|文本|日期|项|条目|内容)[。.]?"
    r"|(Click|Tap|Choose|Select|Enter)\b.{0,40}\b(text|date|item)\.?"
)


class TextElement(NamedTuple):
    """An element with ``text`` that starts at ``start`` in the paragraph; ``raw`` has its joiners too."""

    start: int
    text: str
    element: etree._Element
    raw: str


class Control(NamedTuple):
    """A content control with its tag, from ``start`` to ``end`` in the paragraph.

    ``is_blank`` marks a blank that nobody has filled.
    """

    tag: str
    start: int
    end: int
    element: etree._Element
    is_blank: bool


class BookmarkEdge(NamedTuple):
    """The start or end of a bookmark at ``offset`` in a paragraph; an end has no ``name``, only the id."""

    name: str
    identifier: str
    offset: int
    is_start: bool
    element: etree._Element


class Paragraph:
    """A paragraph as if all tracked changes were accepted.

    ``joins`` says that its end is deleted, so that the next one continues it; ``has_objects``, that it has
    pictures, notes and the like; ``has_changes``, that it has tracked changes. ``comments`` are the ids of
    the comments on it. ``is_fallback`` marks a copy that older programs show in place of a text box.
    """

    __slots__ = (
        "bookmarks", "comments", "controls", "element", "has_changes", "has_objects", "is_fallback", "joins",
        "text", "texts",
    )  # fmt: skip

    def __init__(self, element: etree._Element, is_fallback: bool = False) -> None:
        self.element = element
        self.is_fallback = is_fallback
        self.read()

    def read(self) -> None:
        """Read the paragraph again, after its element was changed."""
        self.texts: list[TextElement] = []
        self.controls: list[Control] = []
        self.bookmarks: list[BookmarkEdge] = []
        self.comments: list[str] = []
        self.has_objects = self.has_changes = False
        _Reader(self).children(self.element)
        self.text = "".join([part.text for part in self.texts])
        self.joins = self.has_changes and self.element.find(_DELETED_END) is not None

    def words(self, control: Control) -> str:
        """Return the words in ``control``."""
        return self.text[control.start : control.end]


class _Reader:
    """Reads a paragraph, from its first child to its last, counting the characters."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        self.length = 0

    def children(self, parent: etree._Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self.run(child)
            elif tag == _SDT:
                self.control(child)
            elif tag in _EDGES:
                self.bookmark(child)
            elif tag in _CHANGES:
                self.change(child)
            elif tag == _PARAGRAPH_PROPERTIES:
                self.properties(child)
            elif tag not in _UNREAD:
                self.other(child)

    def properties(self, element: etree._Element) -> None:
        if _has_changes(element):
            self.paragraph.has_changes = True
        # The last paragraph of a section holds the properties of that section.
        if element.find(_SECTION) is not None:
            self.paragraph.has_objects = True

    def other(self, element: etree._Element) -> None:
        # A formula is of another namespace; the words of a field are computed; a link leads somewhere.
        if element.tag in (_FIELD, _LINK) or not str(element.tag).startswith(_WORD):
            self.paragraph.has_objects = True
        self.children(element)

    def change(self, element: etree._Element) -> None:
        self.paragraph.has_changes = True
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
                self.paragraph.comments.append(str(child.get(_ID)))
            elif tag not in _PLAIN:
                self.paragraph.has_objects = True

    def sign(self, element: etree._Element) -> None:
        if element.tag == _BREAK and element.get(_TYPE) in PAGE_BREAKS:
            # It breaks a page or a column, not a line.
            self.paragraph.has_objects = True
        else:
            self.words(element, _SIGNS.get(str(element.tag), "\n"))

    def words(self, element: etree._Element, raw: str) -> None:
        text = raw.replace(JOINER, "") if JOINER in raw else raw
        if text:
            self.paragraph.texts.append(TextElement(self.length, text, element, raw))
            self.length += len(text)

    def control(self, element: etree._Element) -> None:
        properties, content = element.find(_PROPERTIES), element.find(_CONTENT)
        controls, texts = self.paragraph.controls, self.paragraph.texts
        start, place, first = self.length, len(controls), len(texts)
        if content is not None:
            self.children(content)
        given = {} if properties is None else {child.tag: child.get(_VALUE) for child in properties}
        tag = given.get(_TAG)
        if tag is not None:
            words = "".join([part.text for part in texts[first:]])
            is_blank = _SHOWING in given and _is_prompt(words, given.get(_ALIAS) or "")
            # Before the controls that stand in it.
            controls.insert(place, Control(tag, start, self.length, element, is_blank))

    def bookmark(self, element: etree._Element) -> None:
        name, is_start = str(element.get(_NAME) or ""), element.tag == _START
        if is_start and not name.startswith(("_", SECTION)):
            # Those that Word and drafter write for themselves begin with a line.
            self.paragraph.has_objects = True
        edge = BookmarkEdge(name, str(element.get(_ID)), self.length, is_start, element)
        self.paragraph.bookmarks.append(edge)


def _is_prompt(text: str, label: str) -> bool:
    """Return whether ``text`` is the placeholder of a control with ``label``, not what a person typed.

    The flag is not enough, since some editors leave it when a person types over the placeholder. The
    words in 【】 are known, so others in 【】 were typed.
    """
    words = text.strip()
    if words.startswith("【"):
        is_own = words[1:-1].startswith(label) if len(label) > _LONG else words == f"【{label}】"
        return is_own or words == EMPTIED or not label
    return not words or _PROMPTS.fullmatch(words) is not None


def _has_changes(properties: etree._Element) -> bool:
    return any(child.tag in _CHANGES for child in properties.iter())
