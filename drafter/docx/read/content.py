"""The content of a document, as far as a person can change it, and whether anybody has done so."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from drafter.archives import MOST_BYTES
from drafter.docx.fingerprint import PROPERTY, digest, direct_formatting
from drafter.docx.ooxml import JOINER, PAGE_BREAKS, SIGNS, qn
from drafter.docx.properties import properties_in
from drafter.docx.untrusted import main_part, parse_part, properties_part, read_from
from drafter.files import UnreadableError, read_file

_PARAGRAPH, _TEXT, _DELETED = qn("w:p"), qn("w:t"), qn("w:delText")
_RUBY_TEXT = qn("w:rt")
_BREAK, _TYPE = qn("w:br"), qn("w:type")
_SIGNS = {qn(f"w:{name}"): sign for name, sign in SIGNS.items()}
# Elements with words, or that stand for characters.
_WORDED = (_TEXT, _DELETED, _BREAK, *_SIGNS)
_COMMENT = qn("w:comment")
_DRAWINGS = tuple(map(qn, ("w:drawing", "w:pict", "w:object")))
_MOVES = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel")
_RESTYLED = ("rPr", "pPr", "sectPr", "tblPr", "trPr", "tcPr", "numbering")
_CHANGES = tuple(qn(f"w:{name}") for name in (*_MOVES, *(f"{kind}Change" for kind in _RESTYLED)))
_MARGIN = re.compile(r"/(?:header|footer|footnotes|endnotes)\d*\.xml$")
_PAGE_NUMBER = re.compile(r"[\s\d]+")


class Content(Struct, frozen=True):
    """What a person can have changed in a document; ``stored`` are its custom properties by name.

    ``margins`` are the distinct texts of headers, footers and notes, without white space and digits,
    since the last value of a page number is stored in them. ``counts`` are the numbers of drawings,
    tables and tracked changes. ``readings`` are the pinyin above the words, which the paragraphs do not
    contain, ``formatting`` is what was set directly and not by a style.
    """

    comments: tuple[str, ...]
    margins: tuple[str, ...]
    stored: dict[str, str]
    paragraphs: tuple[str, ...] = ()
    counts: tuple[int, int, int] = (0, 0, 0)
    readings: tuple[str, ...] = ()
    formatting: tuple[str, ...] = ()


def read_content(docx: bytes) -> Content | None:
    """Return the content of a document, None where it is broken, too large or no document."""
    return read_from(docx, _read)


def digest_of(content: Content) -> str:
    """Return the fingerprint of ``content``."""
    return digest(
        content.paragraphs,
        content.comments,
        content.margins,
        content.counts,
        content.readings,
        content.formatting,
    )


def fingerprint(docx: bytes) -> str | None:
    """Return the fingerprint of a document as it is now, None where it cannot be read."""
    content = read_content(docx)
    return None if content is None else digest_of(content)


def stored_fingerprint(docx: bytes) -> str | None:
    """Return the fingerprint that drafter left in a document, None where it left none."""
    content = read_content(docx)
    return None if content is None else content.stored.get(PROPERTY)


def is_untouched(path: Path) -> bool:
    """Return whether the document at ``path`` is drafter's own work that nobody has changed since.

    False for a foreign or unreadable file, which may be somebody's work.
    """
    try:
        content = read_content(read_file(path, MOST_BYTES))
    except UnreadableError:
        return False
    return content is not None and content.stored.get(PROPERTY) == digest_of(content)


def _read(archive: zipfile.ZipFile) -> Content:
    main = main_part(archive)
    body = parse_part(archive, main)
    names = set(archive.namelist())
    comments = f"{posixpath.dirname(main)}/comments.xml"
    outside = Content(
        comments=comments_in(parse_part(archive, comments)) if comments in names else (),
        margins=margins_in(parse_part(archive, name) for name in sorted(names) if is_margin(name)),
        stored=read_properties(archive),
    )
    return with_body(outside, body)


def with_body(content: Content, body: etree._Element) -> Content:
    """Return ``content`` with what ``body``, the root of the main part, holds."""
    return replace(
        content,
        paragraphs=tuple(_paragraphs(body)),
        counts=(_count(body, *_DRAWINGS), _count(body, qn("w:tbl")), _count(body, *_CHANGES)),
        readings=tuple(_readings(body)),
        formatting=direct_formatting(body),
    )


def is_margin(name: str) -> bool:
    """Return whether the part ``name`` holds a header, a footer or notes."""
    return _MARGIN.search(name) is not None


def margins_in(roots: Iterable[etree._Element]) -> tuple[str, ...]:
    """Return the distinct texts of headers, footers and notes, without white space and digits."""
    texts = {"".join(_paragraphs(root)) for root in roots}
    return tuple(sorted(filter(None, {_PAGE_NUMBER.sub("", text) for text in texts})))


def _paragraphs(body: etree._Element) -> Iterator[str]:
    """Yield the text of each paragraph, including runs in insertions, controls and links."""
    words: list[str] = []
    pinyin = {text for reading in body.iter(_RUBY_TEXT) for text in reading.iter(_TEXT)}
    for element in body.iter(_PARAGRAPH, *_WORDED):
        if element.tag == _PARAGRAPH:
            yield "".join(words)
            words = []
        elif element not in pinyin:
            words.append(_words(element))
    yield "".join(words)


def _readings(body: etree._Element) -> Iterator[str]:
    """Yield the pinyin above words with one space between syllables; more are there for alignment."""
    for reading in body.iter(_RUBY_TEXT):
        yield " ".join("".join(text.text or "" for text in reading.iter(_TEXT)).split())


def words_of(element: etree._Element) -> str:
    """Return the words in ``element``, a paragraph or a run, without the pinyin above them."""
    worded = (one for one in element.iter(*_WORDED) if next(one.iterancestors(_RUBY_TEXT), None) is None)
    return "".join(map(_words, worded))


def _words(element: etree._Element) -> str:
    if element.tag == _TEXT:
        return (element.text or "").replace(JOINER, "")
    if element.tag == _DELETED:
        return f"[-{element.text or ''}-]"
    if element.tag == _BREAK:
        return "\f" if element.get(_TYPE) in PAGE_BREAKS else "\n"
    return _SIGNS.get(str(element.tag), "")


def comments_in(root: etree._Element) -> tuple[str, ...]:
    """Return the text of each comment under ``root``."""
    return tuple("\n".join(filter(None, _paragraphs(comment))) for comment in root.iter(_COMMENT))


def _count(root: etree._Element, *tags: str) -> int:
    return sum(1 for _element in root.iter(*tags))


def read_properties(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the custom properties of a document by name; where several have one name, the first."""
    part = properties_part(archive)
    return properties_in(parse_part(archive, part)) if part else {}
