"""An office's own Word file: the parts that documents take over from it, and why a file is refused."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree
from msgspec import Struct

from drafter.docx.elements import is_within
from drafter.docx.ooxml import qn
from drafter.docx.reference.clean import IMAGES
from drafter.docx.untrusted import Link, links_of, main_part, parse_part, read_from, unreadable
from drafter.errors import Diagnostic, ReadError, Span
from drafter.files.archives import read_member
from drafter.i18n import _

_STRICT = "http://purl.oclc.org/ooxml/"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # MS-CFB 2.2
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # MS-OFFCRYPTO 2.3.4.4
_REFERENCES = {qn("w:headerReference"): "header", qn("w:footerReference"): "footer"}
_PARTS = ("styles", "settings", "theme", "fontTable", "numbering")
# Fields that fetch from other files or programs when they are updated (ECMA-376-1, 17.16.5).
_FETCHING = re.compile(r"(?i)\b(?:DDE(?:AUTO)?|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE)\b")


class Image(NamedTuple):
    """A picture: its name in the file, and its bytes."""

    source: str
    content: bytes


class Margin(NamedTuple):
    """A header or footer (``kind``) for some ``pages``: default, even or first; with its images by id.

    ``source`` is its name in the file.
    """

    kind: str
    pages: str
    source: str
    root: etree._Element
    images: dict[str, Image]


class ReferenceFile(Struct, frozen=True):
    """An office's file: its text, of which only the look counts; parts by kind, the last section, margins.

    ``used`` counts the paragraphs with text by the ids of their styles, "" for those without a style.
    """

    document: etree._Element
    parts: dict[str, etree._Element]
    section: etree._Element | None
    margins: tuple[Margin, ...]
    used: dict[str, int]


# Word itself keeps 4,079 in a document; each is read several times here.
MOST_STYLES = 10_000


def open_reference(docx: bytes, file: str) -> ReferenceFile:
    """Return what documents take over from the Word file ``docx``.

    Raises ReadError, which names ``file``: D101 where it is damaged or no Word file, D102 for other formats
    of Word, D103 for an encrypted file, D104 where a header or footer fetches from elsewhere.
    """
    if docx.startswith(_OLE):
        raise _encrypted(file) if _ENCRYPTED in docx else _other_format(file)
    found = read_from(docx, lambda archive: _read(archive, file))
    if found is None:
        raise unreadable(file, _("it is no Word document, or a damaged one"))
    styles = found.parts.get("styles")
    if styles is not None and len(styles) > MOST_STYLES:
        reason = _("it has more than {most} styles").format(most=MOST_STYLES)
        raise unreadable(file, reason, _("copy the text into a new document, and take that"))
    return found


def _encrypted(file: str) -> ReadError:
    remedy = _("open it in Word, remove the password and save it as .docx")
    return _refusal(file, "D103", _("the document is protected by a password"), remedy)


def _other_format(file: str) -> ReadError:
    message = _("the document is of another format than .docx")
    remedy = _("in Word choose “Save as” and “Word document (*.docx)”, not “Strict Open XML”")
    return _refusal(file, "D102", message, remedy)


def _refusal(file: str, code: str, message: str, remedy: str) -> ReadError:
    return ReadError([Diagnostic(code, message, Span(file), remedy)])


def _read(archive: zipfile.ZipFile, file: str) -> ReferenceFile:
    main = main_part(archive)
    root = parse_part(archive, main)
    if str(root.tag).startswith(f"{{{_STRICT}"):
        raise _other_format(file)
    if root.tag != qn("w:document"):
        raise ValueError(main)
    links = links_of(archive, main)
    named = {link.kind: link.target for link in links.values()}
    parts = {kind: parse_part(archive, named[kind]) for kind in _PARTS if kind in named}
    sections = [
        section for section in root.iter(qn("w:sectPr")) if not is_within(section, qn("w:sectPrChange"))
    ]
    margins = tuple(_margins(archive, sections, links))
    if any(map(_fetches, margins)):
        raise _fetching(file)
    return ReferenceFile(root, parts, sections[-1] if sections else None, margins, _used(root))


def _fetching(file: str) -> ReadError:
    message = _("a header or footer fetches text or pictures from another file")
    return _refusal(file, "D104", message, _("unlink that field in Word (Ctrl+Shift+F9) and save the file"))


def _margins(
    archive: zipfile.ZipFile, sections: list[etree._Element], links: dict[str, Link]
) -> Iterator[Margin]:
    """Yield the headers and footers of the last section: its own, and else those of earlier sections."""
    last: dict[tuple[str, str], Link] = {}
    for section in sections:
        for reference in section.iter(*_REFERENCES):
            kind, link = _REFERENCES[str(reference.tag)], links.get(str(reference.get(qn("r:id"))))
            pages = str(reference.get(qn("w:type"), "default"))
            if link is not None and link.kind == kind and pages in ("default", "even", "first"):
                last[kind, pages] = link
    for (kind, pages), link in sorted(last.items()):
        images = dict(_images(archive, link.target))
        yield Margin(kind, pages, link.target, parse_part(archive, link.target), images)


def _images(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, Image]]:
    for identifier, link in links_of(archive, part).items():
        if link.kind == "image" and posixpath.splitext(link.target)[1].lower() in IMAGES:
            yield identifier, Image(link.target, read_member(archive, link.target))


def _fetches(margin: Margin) -> bool:
    codes = [str(field.get(qn("w:instr"))) for field in margin.root.iter(qn("w:fldSimple"))]
    # The code of a field may be divided among runs; a w:fldChar separates it from the next.
    for element in margin.root.iter(qn("w:fldChar"), qn("w:instrText")):
        codes.append((element.text or "") if element.tag == qn("w:instrText") else "\n")
    return _FETCHING.search("".join(codes)) is not None


def _used(root: etree._Element) -> dict[str, int]:
    used: Counter[str] = Counter()
    for paragraph in root.iter(qn("w:p")):
        if any((text.text or "").strip() for text in paragraph.iter(qn("w:t"))):
            style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            used["" if style is None else str(style.get(qn("w:val")))] += 1
    return used
