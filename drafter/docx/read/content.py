"""The content of a document, as far as a person can change it, and whether anybody has done so."""

from __future__ import annotations

import posixpath
import re
import zipfile
from pathlib import Path

from lxml import etree
from msgspec import Struct

from drafter.docx.elements import is_within
from drafter.docx.fingerprint import PROPERTY, digest, read_fingerprint
from drafter.docx.formatting import Formatting
from drafter.docx.frame import Frame
from drafter.docx.ooxml import qn
from drafter.docx.read.beside_text import said_about, strange_parts, work_on_comments
from drafter.docx.read.stored import read_properties
from drafter.docx.seal import is_sealed
from drafter.docx.story import WORDED, Story, words_in
from drafter.docx.untrusted import (
    linked_part,
    main_part,
    parse_part,
    read_from,
)
from drafter.files.archives import MOST_BYTES, read_member
from drafter.files.disk import UnreadableError, read_file

_PARAGRAPH, _COMMENT, _RUBY_TEXT = qn("w:p"), qn("w:comment"), qn("w:rt")
_MARGIN = re.compile(r"/(?:header|footer|footnotes|endnotes)\d*\.xml$")
_LIBREOFFICE = "LibreOffice"


class Content(Struct, frozen=True):
    """What a person can have changed in a document; ``stored`` are its custom properties by name.

    ``lines`` are those of its body, ``readings`` the pinyin above the words. ``frame`` is the digest of
    what stands around the text, ``notes`` what was done beside it. ``loose`` tells that LibreOffice
    wrote the file.
    """

    lines: tuple[str, ...]
    comments: tuple[str, ...]
    readings: tuple[str, ...]
    frame: str
    notes: tuple[str, ...]
    loose: bool
    stored: dict[str, str]


def read_content(docx: bytes, *, loose: bool | None = None) -> Content | None:
    """Return the content of a document, None where it is broken, too large or no document.

    It is read as a file of LibreOffice where it is one; ``loose`` says whether it is read so.
    """
    return read_from(docx, lambda archive: _read(archive, loose))


def digest_of(content: Content) -> str:
    """Return the digest of the text in ``content``, and of what was written about it."""
    return digest((*content.notes, *content.lines), content.comments, content.readings)


def text_digest(root: etree._Element, comments: etree._Element | None, formatting: Formatting) -> str:
    """Return the digest of the text under ``root``, the main part of a document without notes about it."""
    story = Story(formatting)
    story.read(root)
    return digest(story.lines, () if comments is None else comments_in(comments), story.readings)


def is_untouched(path: Path) -> bool:
    """Return whether the document at ``path`` is drafter's own work that nobody has changed since.

    False for a foreign or unreadable file, which may be somebody's work.
    """
    try:
        return is_own(read_file(path, MOST_BYTES))
    except UnreadableError:
        return False


def is_own(docx: bytes) -> bool:
    """Return whether a document is drafter's own work that nobody has changed since."""
    if len(docx) > MOST_BYTES:
        return False
    if is_sealed(docx):
        return True
    content = read_content(docx)
    found = None if content is None else read_fingerprint(content.stored.get(PROPERTY, ""))
    if content is None or found is None:
        return False
    frame = found.loose if content.loose else found.frame
    return (found.text, frame) == (digest_of(content), content.frame)


def _read(archive: zipfile.ZipFile, loose: bool | None) -> Content:
    main, names = main_part(archive), set(archive.namelist())

    def part(name: str) -> etree._Element | None:
        return parse_part(archive, name) if name in names else None

    folder = posixpath.dirname(main)
    root, comments = parse_part(archive, main), part(posixpath.join(folder, "comments.xml"))
    threads = part(posixpath.join(folder, "commentsExtended.xml"))
    stored = read_properties(archive)
    loose = _is_of_libreoffice(archive) if loose is None else loose
    frame = Frame(main, root, part, lambda name: read_member(archive, name), loose=loose)
    story = Story(frame.formatting)
    story.read(root)
    return Content(
        lines=tuple(story.lines),
        comments=() if comments is None else comments_in(comments),
        readings=tuple(story.readings),
        frame=frame.digest(),
        notes=(
            *said_about(archive, stored),
            *strange_parts(names),
            *work_on_comments(comments, threads),
        ),
        loose=loose,
        stored=stored,
    )


def _is_of_libreoffice(archive: zipfile.ZipFile) -> bool:
    name = linked_part(archive, "extended-properties")
    return bool(name) and is_by_libreoffice(parse_part(archive, name))


def is_by_libreoffice(application: etree._Element) -> bool:
    """Return whether the part about the application says that LibreOffice wrote the file."""
    return any(_LIBREOFFICE in str(text) for text in application.itertext())


def is_margin(name: str) -> bool:
    """Return whether the part ``name`` holds a header, a footer or notes."""
    return _MARGIN.search(name) is not None


def words_of(element: etree._Element) -> str:
    """Return the words in ``element``, a paragraph or a run, without the pinyin above them."""
    worded = (one for one in element.iter(*WORDED) if not is_within(one, _RUBY_TEXT))
    return "".join(map(words_in, worded))


def comments_in(root: etree._Element) -> tuple[str, ...]:
    """Return the text of each comment under ``root``."""
    return tuple(
        "\n".join(filter(None, map(words_of, comment.iter(_PARAGRAPH)))) for comment in root.iter(_COMMENT)
    )
