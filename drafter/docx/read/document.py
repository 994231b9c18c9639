"""An edited document: its parts, and its paragraphs as if all tracked changes were accepted.

python-docx is not used here, because its ``paragraph.text`` leaves out the words in controls.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct, field

from drafter.docx.comments import AUTHOR
from drafter.docx.ooxml import qn
from drafter.docx.package import Member, read_members
from drafter.docx.read.content import is_margin, words_of
from drafter.docx.read.paragraph import Paragraph
from drafter.docx.read.stored import read_properties
from drafter.docx.stylesheet import StyleSheet
from drafter.docx.untrusted import (
    main_part,
    parse_member,
    parse_part,
    properties_part,
    read_from,
)

_BODY, _PARAGRAPH = qn("w:body"), qn("w:p")
_FALLBACK = qn("mc:Fallback")
COMMENTS = "comments.xml"


class Document(Struct):
    """A document: its main part ``root`` and all ``paragraphs`` in it, even in tables and text boxes.

    ``members`` are all parts as they are stored. ``part`` is the name of the main part, ``properties`` that
    of the part with the custom properties, which are ``stored``. ``others`` are the parts that were parsed
    besides, ``changed`` the names of those that were changed.
    """

    members: list[Member]
    part: str
    properties: str
    root: etree._Element
    paragraphs: list[Paragraph]
    stored: dict[str, str]
    others: dict[str, etree._Element | None] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)

    @property
    def body(self) -> etree._Element:
        """The body, which holds the text."""
        body = self.root.find(_BODY)
        assert body is not None  # parse_document refuses a document without one.
        return body

    @property
    def shown(self) -> Iterator[Paragraph]:
        """The paragraphs that a reader sees, in the order of the file: all but those of a fallback."""
        return (paragraph for paragraph in self.paragraphs if not paragraph.is_fallback)

    def stylesheet(self) -> StyleSheet:
        """Return the styles of the document."""
        return StyleSheet(self.beside("styles.xml"))

    def margins(self) -> Iterator[tuple[str, etree._Element]]:
        """Yield the names and roots of the headers, footers and notes that can be read."""
        for member in self.members:
            if is_margin(member.name) and (root := self.root_of(member.name)) is not None:
                yield member.name, root

    def own_comments(self) -> dict[str, str]:
        """Return the texts of the comments by drafter, by their ids."""
        root = self.beside(COMMENTS)
        own = (one for one in (root if root is not None else ()) if one.get(qn("w:author")) == AUTHOR)
        return {str(one.get(qn("w:id"))): words_of(one).strip() for one in own}

    def beside(self, file: str) -> etree._Element | None:
        """Return the root of the part ``file`` in the folder of the main part, None where there is none."""
        return self.root_of(self._name(file))

    def root_of(self, name: str) -> etree._Element | None:
        """Return the root of the part ``name``, None where there is none or it cannot be read."""
        if name not in self.others:
            member = next((member for member in self.members if member.name == name), None)
            self.others[name] = None if member is None else parse_member(member)
        return self.others[name]

    def note_change(self, file: str) -> None:
        """Note that the part ``file`` in the folder of the main part was changed."""
        self.changed.add(self._name(file))

    def _name(self, file: str) -> str:
        return posixpath.join(posixpath.dirname(self.part), file)


def parse_document(docx: bytes) -> Document | None:
    """Return a document, None where it is broken, too large or no document."""

    def read(archive: zipfile.ZipFile) -> Document | None:
        part = main_part(archive)
        root = parse_part(archive, part)
        if root.find(_BODY) is None:
            return None
        paragraphs, properties = read_paragraphs(root), properties_part(archive)
        return Document(read_members(docx), part, properties, root, paragraphs, read_properties(archive))

    return read_from(docx, read)


def read_paragraphs(root: etree._Element) -> list[Paragraph]:
    """Return the paragraphs under ``root``, those in tables and text boxes among them."""
    # A fallback is what older programs show in the place of a text box: a copy of its paragraphs.
    copies = {one for fallback in root.iter(_FALLBACK) for one in fallback.iter(_PARAGRAPH)}
    return [Paragraph(paragraph, paragraph in copies) for paragraph in root.iter(_PARAGRAPH)]
