"""A document as a person left it: its paragraphs in the accepted view, their controls and bookmarks.

What is inserted by a tracked change is read, what is deleted by one is not. Nothing is taken from
python-docx, whose ``paragraph.text`` leaves out what stands in a control.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct, field

from drafter.docx.edit.revisions import AUTHOR
from drafter.docx.ooxml import qn
from drafter.docx.package import Member, read_members
from drafter.docx.read.content import is_margin, properties_in, words_of
from drafter.docx.read.paragraph import Paragraph
from drafter.docx.untrusted import main_part, parse_member, parse_part, properties_part, read_from

_BODY, _PARAGRAPH = qn("w:body"), qn("w:p")
_FALLBACK = qn("mc:Fallback")
COMMENTS = "comments.xml"


class Document(Struct):
    """The ``lines`` of a document, one for each paragraph, wherever it stands; ``root`` is its main part.

    ``members`` are all parts as they lie in the file, ``part`` and ``properties`` the names of the main
    part and of that with the file's own properties, which are ``stored``. Lines of a fallback, which an
    older program would show in the place of a text box, are copies of others. ``others`` are the parts
    that were asked for besides, ``changed`` the names of those that are not as they were.
    """

    members: list[Member]
    part: str
    properties: str
    root: etree._Element
    lines: list[Paragraph]
    stored: dict[str, str]
    others: dict[str, etree._Element | None] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)

    @property
    def body(self) -> etree._Element:
        """What the text stands in."""
        body = self.root.find(_BODY)
        assert body is not None  # Without one it is no document.
        return body

    @property
    def shown(self) -> Iterator[Paragraph]:
        """The lines that a reader sees, in the order of the file."""
        return (line for line in self.lines if not line.is_fallback)

    def margins(self) -> Iterator[tuple[str, etree._Element]]:
        """Yield the names and roots of the headers, footers and notes that can be read."""
        for member in self.members:
            if is_margin(member.name) and (root := self.root_of(member.name)) is not None:
                yield member.name, root

    def own_comments(self) -> dict[str, str]:
        """Return what the comments say that drafter wrote, by their numbers."""
        root = self.beside(COMMENTS)
        own = (one for one in (root if root is not None else ()) if one.get(qn("w:author")) == AUTHOR)
        return {str(one.get(qn("w:id"))): words_of(one).strip() for one in own}

    def beside(self, file: str) -> etree._Element | None:
        """Return the root of the part that is the ``file`` beside the main part, None where there is none."""
        return self.root_of(self._name(file))

    def root_of(self, name: str) -> etree._Element | None:
        """Return the root of the part ``name``, None where there is none or it cannot be read."""
        if name not in self.others:
            member = next((member for member in self.members if member.name == name), None)
            self.others[name] = None if member is None else parse_member(member)
        return self.others[name]

    def note_change(self, file: str) -> None:
        """Remember that the part ``beside`` was changed."""
        self.changed.add(self._name(file))

    def _name(self, file: str) -> str:
        return posixpath.join(posixpath.dirname(self.part), file)


def parse_document(docx: bytes) -> Document | None:
    """Return a document as it reads now, or None when it is broken, too large or no document."""

    def read(archive: zipfile.ZipFile) -> Document | None:
        part = main_part(archive)
        root = parse_part(archive, part)
        if root.find(_BODY) is None:
            return None
        lines, properties = read_paragraphs(root), properties_part(archive)
        stored = properties_in(parse_part(archive, properties)) if properties else {}
        return Document(read_members(docx), part, properties, root, lines, stored)

    return read_from(docx, read)


def read_paragraphs(root: etree._Element) -> list[Paragraph]:
    """Return the paragraphs under ``root``, those in tables and text boxes among them."""
    copies = {
        paragraph for fallback in root.iter(_FALLBACK) for paragraph in fallback.iter(_PARAGRAPH)
    }  # None, in most documents.
    return [Paragraph(paragraph, paragraph in copies) for paragraph in root.iter(_PARAGRAPH)]
