"""A story of a document, such as its body or a header, as lines that say all that a person can change in it.

A line has the style of a paragraph, what it sets beyond that, and its words with what these set beyond
theirs. Whatever drafter does not write into a text has a name in it: a table, a picture, a field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from drafter.docx.bookmarks import is_own_bookmark
from drafter.docx.elements import is_within
from drafter.docx.fingerprint import line
from drafter.docx.formatting import Formatting, described, is_on, local
from drafter.docx.ooxml import JOINER, PAGE_BREAKS, SIGNS, qn

_CONTROL = qn("w:sdt")
_PARAGRAPH_PROPERTIES, _RUN_PROPERTIES = qn("w:pPr"), qn("w:rPr")
_HIDDEN_MARK = f"{_RUN_PROPERTIES}/{qn('w:vanish')}"
_TEXT, _DELETED, _BREAK, _TYPE = map(qn, ("w:t", "w:delText", "w:br", "w:type"))
_RUBY_TEXT, _RUBY_BASE = qn("w:rt"), qn("w:rubyBase")
_SIGNS = {qn(f"w:{name}"): sign for name, sign in SIGNS.items()}
# Elements with words, or that stand for characters.
WORDED = (_TEXT, _DELETED, _BREAK, *_SIGNS)
_FALLBACK, _TEXT_BOX = qn("mc:Fallback"), qn("w:txbxContent")
# Where words stand without anything being said by it.
_PASSED = tuple(
    qn(f"w:{name}")
    for name in ("document", "body", "hdr", "ftr", "footnotes", "endnotes", "sdtContent", "rubyBase")
)
# What drafter writes besides words, and what programs add unasked: marks of spelling and of old page ends.
_SILENT = frozenset(
    qn(f"w:{name}")
    for name in (
        *("bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"),
        *("proofErr", "lastRenderedPageBreak", "sectPr", "separator", "continuationSeparator"),
        *("footnoteRef", "endnoteRef"),
    )
)
_MOVES = ("ins", "del", "moveFrom", "moveTo")
_CHANGES = tuple(qn(f"w:{name}") for name in (*_MOVES, "pPrChange", "rPrChange", "sectPrChange"))
# Children of the properties of a control that drafter and programs write; any other makes it a person's.
_OF_CONTROLS = frozenset(
    (
        *("rPr", "alias", "tag", "id", "placeholder", "showingPlcHdr", "text", "date", "dropDownList"),
        *("lock", "temporary", "appearance", "color", "webExtensionLinked", "webExtensionCreated"),
    )
)
# What holds a picture or a text box, in the formats of several programs.
_HOLDERS = frozenset(("drawing", "pict", "object", "AlternateContent"))
# How the names of these look among the words of a line.
FOREIGN, FIELD = "!", "field"


class Story:
    """Reads stories: ``lines`` are theirs so far, ``readings`` the pinyin above the words."""

    def __init__(self, formatting: Formatting) -> None:
        self.lines: list[str] = []
        self.readings: list[str] = []
        self._formatting = formatting
        self._pieces: list[tuple[str, str]] = []
        self._style, self._look = "", ""
        # The codes of the fields that are open, None for one whose result is being read.
        self._fields: list[str | None] = []
        self._readers: dict[str, Callable[[etree._Element], None]] = {
            qn("w:p"): self.read_paragraph,
            qn("w:r"): self._run,
            qn("w:ruby"): self._ruby,
            qn("w:fldChar"): self._field_character,
            qn("w:instrText"): self._code,
            qn("w:fldSimple"): self._field,
            qn("w:bookmarkStart"): self._bookmark,
        }

    def read(self, root: etree._Element) -> None:
        """Read the story under ``root``."""
        self._children(root)
        if self._pieces:
            # Words or objects outside of all paragraphs.
            self._end_paragraph(None)

    def _read(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag in WORDED:
            self._add(self._look, words_in(element))
        elif tag in self._readers:
            self._readers[tag](element)
        elif tag in _PASSED:
            self._children(element)
        elif tag not in _SILENT:
            self._other(element)

    def _bookmark(self, element: etree._Element) -> None:
        if not is_own_bookmark(str(element.get(qn("w:name")))):
            self._other(element)

    def read_paragraph(self, element: etree._Element) -> None:
        """Read a paragraph, after the text boxes in it."""
        outside = self._pieces, self._style, self._look
        properties = element.find(_PARAGRAPH_PROPERTIES)
        self._pieces, self._style = [], self._formatting.style_of(properties)
        self._changes(properties)
        self._mark(properties)
        self._children(element, _PARAGRAPH_PROPERTIES)
        self._end_paragraph(properties)
        self._pieces, self._style, self._look = outside

    def _end_paragraph(self, properties: etree._Element | None) -> None:
        name = self._formatting.name_of(self._style)
        own = self._formatting.of_paragraph(properties, self._style)
        self.lines.append(line(name, own, self._pieces))
        self._pieces = []

    def _run(self, element: etree._Element) -> None:
        properties, outside = element.find(_RUN_PROPERTIES), self._look
        self._look = self._formatting.of_run(properties, self._style)
        self._changes(properties)
        self._children(element, _RUN_PROPERTIES)
        self._look = outside

    def _ruby(self, element: etree._Element) -> None:
        reading, base = element.find(_RUBY_TEXT), element.find(_RUBY_BASE)
        if reading is not None:
            # More than one space between syllables is there for alignment.
            self.readings.append(" ".join("".join(text.text or "" for text in reading.iter(_TEXT)).split()))
        if base is not None:
            self._children(base)

    def _other(self, element: etree._Element) -> None:
        """Read what drafter writes nowhere, or a control, which may be its own."""
        if element.tag == _CONTROL and _is_own_control(element):
            self._children(element, qn("w:sdtPr"), qn("w:sdtEndPr"))
            return
        if local(element) in _HOLDERS:
            shown = () if self._formatting.loose else _shown(element)
            self._pieces.append((FOREIGN, " ".join(("picture", *shown))))
            for box in element.iter(_TEXT_BOX):
                if not is_within(box, _FALLBACK):
                    self._children(box)
            return
        self._pieces.append((FOREIGN, local(element)))
        self._children(element, _PARAGRAPH_PROPERTIES, _RUN_PROPERTIES)

    def _children(self, element: etree._Element, *without: str) -> None:
        for child in element.iterchildren(etree.Element):
            if child.tag not in without:
                self._read(child)

    def _mark(self, properties: etree._Element | None) -> None:
        """Read the mark of a paragraph: where it is hidden, the next one goes on in the same line."""
        hidden = None if properties is None else properties.find(_HIDDEN_MARK)
        if is_on(hidden):
            self._pieces.append((FOREIGN, "hidden mark"))

    def _changes(self, properties: etree._Element | None) -> None:
        for change in () if properties is None else properties.iter(*_CHANGES):
            self._pieces.append((FOREIGN, local(change)))

    def _field(self, element: etree._Element) -> None:
        self._add(FIELD, self._coded(str(element.get(qn("w:instr")))))

    def _field_character(self, element: etree._Element) -> None:
        kind = str(element.get(qn("w:fldCharType")))
        if kind == "begin":
            self._fields.append("")
        elif self._fields and kind in ("separate", "end"):
            code = self._fields[-1]
            self._fields[-1] = None
            if code is not None:
                self._pieces.append((FIELD, self._coded(code)))
            if kind == "end":
                self._fields.pop()

    def _code(self, element: etree._Element) -> None:
        text = element.text or ""
        if self._fields and self._fields[-1] is not None:
            self._fields[-1] += text
        else:
            self._pieces.append((FOREIGN, text))

    def _coded(self, code: str) -> str:
        """Return the code of a field in one form: LibreOffice writes only its name, with blanks around it."""
        words = code.split()
        return f"{{{' '.join(words[:1] if self._formatting.loose else words)}}}"

    def _add(self, look: str, words: str) -> None:
        # The result of a field is counted anew whenever a program likes.
        if None not in self._fields:
            self._pieces.append((look, words))


def words_in(element: etree._Element) -> str:
    """Return the words of one of the elements ``WORDED``."""
    if element.tag == _TEXT:
        return (element.text or "").replace(JOINER, "")
    if element.tag == _DELETED:
        return f"[-{element.text or ''}-]"
    if element.tag == _BREAK:
        return "\f" if element.get(_TYPE) in PAGE_BREAKS else "\n"
    return _SIGNS.get(str(element.tag), "")


def _is_own_control(control: etree._Element) -> bool:
    properties = control.find(qn("w:sdtPr"))
    tag = None if properties is None else properties.find(qn("w:tag"))
    # The path of a blank may be any that a template names. A person's control has no tag unless one is typed.
    if properties is None or tag is None or not tag.get(qn("w:val")):
        return False
    return all(local(child) in _OF_CONTROLS for child in properties)


def _shown(holder: etree._Element) -> Iterator[str]:
    """Yield what a picture shows: its size, and the words of a watermark."""
    for element in holder.iter(etree.Element):
        if local(element) in ("extent", "textpath"):
            yield described(element)
