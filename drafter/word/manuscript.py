"""A document as a person left it: its paragraphs in the accepted view, their controls and bookmarks.

What is inserted by a tracked change is read, what is deleted by one is not. Nothing is taken from
python-docx, whose ``paragraph.text`` leaves out what stands in a control.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from drafter.word.line import Line, read_line
from drafter.word.ooxml import qn
from drafter.word.opening import main_part, parse_part, read_from
from drafter.word.reading import read_properties
from drafter.word.revisions import AUTHOR

_BODY, _PARAGRAPH = qn("w:body"), qn("w:p")
_FALLBACK = qn("mc:Fallback")


class Manuscript(Struct):
    """The ``lines`` of a document, one for each paragraph, wherever it stands; ``root`` is its main part.

    ``stored`` are the file's own properties. Lines of a fallback, which an older program would show
    in the place of a text box, are copies of others.
    """

    docx: bytes
    part: str
    root: etree._Element
    lines: list[Line]
    stored: dict[str, str]

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

    def own_comments(self) -> set[str]:
        """Return the numbers of the comments that drafter wrote."""

        def read(archive: zipfile.ZipFile) -> set[str]:
            name = f"{posixpath.dirname(self.part)}/comments.xml"
            root = parse_part(archive, name) if name in archive.namelist() else ()
            return {str(one.get(qn("w:id"))) for one in root if one.get(qn("w:author")) == AUTHOR}

        return read_from(self.docx, read) or set()


def read_manuscript(docx: bytes) -> Manuscript | None:
    """Return a document as it reads now, or None when it is broken, too large or no document."""

    def read(archive: zipfile.ZipFile) -> Manuscript | None:
        part = main_part(archive)
        root = parse_part(archive, part)
        if root.find(_BODY) is None:
            return None
        return Manuscript(docx, part, root, read_lines(root), read_properties(archive))

    return read_from(docx, read)


def read_lines(root: etree._Element) -> list[Line]:
    """Return the paragraphs under ``root``, those in tables and text boxes among them."""
    copies = {
        paragraph for fallback in root.iter(_FALLBACK) for paragraph in fallback.iter(_PARAGRAPH)
    }  # None, in most documents.
    return [read_line(paragraph, paragraph in copies) for paragraph in root.iter(_PARAGRAPH)]
