"""A document opened by a person: its body as XML, and how it reads to him.

Nothing here is the reader under test: what a page shows is told by a walk of its own.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from itertools import count

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML = "{http://www.w3.org/XML/1998/namespace}"
BODY = "word/document.xml"
PROPERTIES = "docProps/custom.xml"
COMMENTS = "word/comments.xml"

# Characters that no draft has: whatever a person types is made of them, each used once.
_FIRST, _LAST = 0x3400, 0x4DB5
# The first number of what a person puts in.
OWN = 9000
_UNSEEN = {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "rt", "rubyPr")}
_SIGNS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t"}


def tag(name: str) -> str:
    """The name lxml knows ``w:name`` by."""
    return f"{W}{name}"


def members(docx: bytes) -> dict[str, bytes]:
    """The parts of a package by their names."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """The package of ``parts``."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


class Opened:
    """A .docx in an editor. ``touched`` are the numbers of the paragraphs that were edited, ``deleted``
    the words that were taken out, ``filled`` the tags of the controls in which somebody typed.
    """

    def __init__(self, docx: bytes) -> None:
        self.parts = members(docx)
        self.root = etree.fromstring(self.parts[BODY])
        self.body = self.root.find(tag("body"))
        self.touched: set[int] = set()
        self.deleted: list[str] = []
        self.filled: list[str] = []
        self._characters = count(_FIRST)
        self._numbers = count(OWN)

    def save(self) -> bytes:
        """What the editor writes."""
        return packed(self.parts | {BODY: etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")})

    def typed(self, length: int = 3) -> str:
        """Words that nobody wrote before."""
        return "".join(chr(next(self._characters)) for _ in range(length))

    def number(self) -> str:
        """The number of a comment, a revision, a control or a picture."""
        return str(next(self._numbers))

    def paragraphs(self) -> list[etree._Element]:
        """The paragraphs that are shown and have words."""
        return [one for one in shown(self.root) if text_of(one)]

    def controls(self) -> list[etree._Element]:
        """The controls among runs."""
        return [
            one for one in self.root.iter(tag("sdt")) if one.find(tag("sdtPr")).find(tag("tag")) is not None
        ]

    def touch(self, *elements: etree._Element) -> None:
        """Remember which paragraphs of the draft are edited: whose bookmarks are around ``elements``."""
        own = {paragraph_of(element) for element in elements}
        around: dict[str, int] = {}
        for element in self.root.iter(tag("p"), tag("r"), tag("bookmarkStart"), tag("bookmarkEnd")):
            number = _number_in(element) if element.tag == tag("bookmarkStart") else None
            if number is not None:
                around[element.get(tag("id"))] = number
            if element.tag == tag("bookmarkEnd"):
                around.pop(element.get(tag("id")), None)
            elif around and paragraph_of(element) in own:
                self.touched |= set(around.values())

    def look(self, element: etree._Element, *, colour: str = "") -> etree._Element:
        """A run of the person's own like the one at ``element``, in ``colour``."""
        run = etree.Element(tag("r"))
        like = next(element.iterancestors(tag("r")), None)
        own = None if like is None else like.find(tag("rPr"))
        if own is not None:
            run.append(deepcopy(own))
        if colour:
            paint(run, colour)
        return run


def _number_in(mark: etree._Element) -> int | None:
    name = mark.get(tag("name"), "")
    return int(name.removeprefix("_drafter_")) if name.startswith("_drafter_") else None


def number_of(paragraph: etree._Element) -> int | None:
    """The number of the passage that begins in ``paragraph``."""
    return next(
        (n for mark in paragraph.iter(tag("bookmarkStart")) if (n := _number_in(mark)) is not None), None
    )


def paragraph_of(element: etree._Element) -> etree._Element | None:
    """The innermost paragraph around ``element``, or itself."""
    return element if element.tag == tag("p") else next(element.iterancestors(tag("p")), None)


def shown(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs that are no copies for older programs."""
    for paragraph in root.iter(tag("p")):
        if next(paragraph.iterancestors(f"{MC}Fallback"), None) is None:
            yield paragraph


def texts_of(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements with words in ``paragraph``, but for those of paragraphs within it."""
    for child in paragraph:
        if child.tag in (tag("t"), *_SIGNS):
            yield child
        elif child.tag not in _UNSEEN and child.tag not in (
            tag("drawing"),
            tag("pict"),
            f"{MC}AlternateContent",
        ):
            yield from texts_of(child)


def text_of(paragraph: etree._Element) -> str:
    """What ``paragraph`` says when all revisions are accepted."""
    return "".join(_SIGNS.get(one.tag, one.text or "") for one in texts_of(paragraph)).replace("\u2060", "")


def said(docx: bytes) -> list[str]:
    """What the paragraphs of a document say when all revisions are accepted."""
    return [text_of(paragraph) for paragraph in shown(etree.fromstring(members(docx)[BODY]))]


def typed_in(texts: list[str]) -> str:
    """The characters in ``texts`` that a person typed, in order."""
    return "".join(one for text in texts for one in text if _FIRST <= ord(one) <= _LAST)


def tag_in(control: etree._Element) -> str:
    """The tag of a control."""
    return str(control.find(f"{tag('sdtPr')}/{tag('tag')}").get(tag("val")))


def write(run: etree._Element, text: str) -> etree._Element:
    """Add ``text`` to ``run``."""
    words = etree.SubElement(run, tag("t"))
    words.text = text
    words.set(f"{XML}space", "preserve")
    return run


def paint(run: etree._Element, colour: str) -> None:
    """Give ``run`` a colour of its own."""
    properties = run.find(tag("rPr"))
    if properties is None:
        properties = etree.Element(tag("rPr"))
        run.insert(0, properties)
    old = properties.find(tag("color"))
    if old is None:
        old = etree.Element(tag("color"))
        before = [tag(name) for name in ("rStyle", "rFonts", "b", "bCs", "i", "iCs")]
        properties.insert(sum(child.tag in before for child in properties), old)
    old.set(tag("val"), colour)
