"""A document as a person left it: its paragraphs in the accepted view, their controls and bookmarks.

What is inserted by a tracked change is read, what is deleted by one is not. Nothing is taken from
python-docx, whose ``paragraph.text`` leaves out what stands in a control.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Collection, Iterator

from lxml import etree
from msgspec import Struct, field

from drafter.word.line import Line
from drafter.word.ooxml import qn
from drafter.word.opening import main_part, parse_part, read_from
from drafter.word.package import Member, read_members
from drafter.word.reading import read_properties, words_of
from drafter.word.revisions import AUTHOR

_BODY, _PARAGRAPH = qn("w:body"), qn("w:p")
_FALLBACK = qn("mc:Fallback")
COMMENTS = "comments.xml"


class Manuscript(Struct):
    """The ``lines`` of a document, one for each paragraph, wherever it stands; ``root`` is its main part.

    ``members`` are all parts as they lie in the file, ``stored`` its own properties. Lines of a
    fallback, which an older program would show in the place of a text box, are copies of others.
    ``others`` are the parts that were asked for besides, ``changed`` the names of those that are not
    as they were.
    """

    docx: bytes
    members: list[Member]
    part: str
    root: etree._Element
    lines: list[Line]
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
    def shown(self) -> Iterator[Line]:
        """The lines that a reader sees, in the order of the file."""
        return (line for line in self.lines if not line.is_fallback)

    def own_comments(self, texts: Collection[str]) -> set[str]:
        """Return the numbers of the comments that drafter wrote and that still say one of ``texts``."""

        root = self.beside(COMMENTS)
        own = (one for one in (root if root is not None else ()) if one.get(qn("w:author")) == AUTHOR)
        return {str(one.get(qn("w:id"))) for one in own if words_of(one).strip() in texts}

    def beside(self, file: str) -> etree._Element | None:
        """Return the root of the part that is the ``file`` beside the main part, None where there is none."""
        name = self._name(file)
        if name not in self.others:
            self.others[name] = read_from(self.docx, lambda archive: parse_part(archive, name))
        return self.others[name]

    def note_change(self, file: str) -> None:
        """Remember that the part ``beside`` was changed."""
        self.changed.add(self._name(file))

    def _name(self, file: str) -> str:
        return posixpath.join(posixpath.dirname(self.part), file)


def read_manuscript(docx: bytes) -> Manuscript | None:
    """Return a document as it reads now, or None when it is broken, too large or no document."""

    def read(archive: zipfile.ZipFile) -> Manuscript | None:
        part = main_part(archive)
        root = parse_part(archive, part)
        if root.find(_BODY) is None:
            return None
        return Manuscript(docx, read_members(docx), part, root, read_lines(root), read_properties(archive))

    return read_from(docx, read)


def read_lines(root: etree._Element) -> list[Line]:
    """Return the paragraphs under ``root``, those in tables and text boxes among them."""
    copies = {
        paragraph for fallback in root.iter(_FALLBACK) for paragraph in fallback.iter(_PARAGRAPH)
    }  # None, in most documents.
    return [Line(paragraph, paragraph in copies) for paragraph in root.iter(_PARAGRAPH)]
