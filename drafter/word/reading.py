"""What a document holds, read without trust: the texts and the number of other things."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from drafter.word.ooxml import qn

# A speech is some ten thousand bytes; what is a thousand times larger is none.
MOST_BYTES = 32_000_000
_MOST_PART = 16_000_000
_MOST_MEMBERS = 2_000

_PARAGRAPH, _TEXT, _DELETED = qn("w:p"), qn("w:t"), qn("w:delText")
_BREAK, _TYPE = qn("w:br"), qn("w:type")
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:cr"): "\n",
    # LibreOffice writes these two characters as elements.
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
}
_COMMENT = qn("w:comment")
_DRAWINGS = tuple(map(qn, ("w:drawing", "w:pict", "w:object")))
_MOVES = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel")
_RESTYLED = ("rPr", "pPr", "sectPr", "tblPr", "trPr", "tcPr", "numbering")
_CHANGES = tuple(qn(f"w:{name}") for name in (*_MOVES, *(f"{kind}Change" for kind in _RESTYLED)))


_MARGIN = re.compile(r"/(?:header|footer|footnotes|endnotes)\d*\.xml$")
_PAGE_NUMBER = re.compile(r"[\s\d]+")


class Content(Struct, frozen=True):
    """What a person can have changed; ``stored`` holds the file's own properties by name.

    ``margins`` are the distinct texts of headers, footers and notes, without blanks and
    figures (a page number's last value is stored in them); ``counts`` its drawings,
    tables and tracked changes.
    """

    paragraphs: tuple[str, ...]
    comments: tuple[str, ...]
    margins: tuple[str, ...]
    counts: tuple[int, int, int]
    stored: dict[str, str]


def read_content(docx: bytes) -> Content | None:
    """Return the content of a document, or None when it is broken, too large or no document."""
    if len(docx) > MOST_BYTES:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            return _read(archive)
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError):
        return None
    # zipfile's words for methods, passwords, places and names that it cannot make sense of.
    except (NotImplementedError, RuntimeError, ValueError, OSError, EOFError, KeyError):
        return None


def _read(archive: zipfile.ZipFile) -> Content | None:
    members = archive.infolist()
    sizes = [member.file_size for member in members]
    if len(sizes) > _MOST_MEMBERS or sum(sizes) > MOST_BYTES:
        return None
    main = _main_part(archive)
    body = _parse(archive, main)
    folder = posixpath.dirname(main)
    names = {member.filename for member in members}
    comments = _parse(archive, f"{folder}/comments.xml") if f"{folder}/comments.xml" in names else None
    properties = _parse(archive, "docProps/custom.xml") if "docProps/custom.xml" in names else None
    return Content(
        paragraphs=tuple(_paragraphs(body)),
        comments=() if comments is None else tuple(_comments(comments)),
        margins=tuple(_margins(archive, sorted(names))),
        counts=(_count(body, *_DRAWINGS), _count(body, qn("w:tbl")), _count(body, *_CHANGES)),
        stored={} if properties is None else dict(_properties(properties)),
    )


def _margins(archive: zipfile.ZipFile, names: list[str]) -> list[str]:
    texts = {"".join(_paragraphs(_parse(archive, name))) for name in names if _MARGIN.search(name)}
    return sorted(filter(None, {_PAGE_NUMBER.sub("", text) for text in texts}))


def _main_part(archive: zipfile.ZipFile) -> str:
    for relationship in _parse(archive, "_rels/.rels"):
        if str(relationship.get("Type")).endswith("/officeDocument"):
            return posixpath.normpath(str(relationship.get("Target")).lstrip("/"))
    raise KeyError("officeDocument")


def _parse(archive: zipfile.ZipFile, name: str) -> etree._Element:
    with archive.open(name) as part:
        # The directory's word on sizes is not taken: what comes out is counted.
        content = part.read(_MOST_PART + 1)
    if len(content) > _MOST_PART:
        raise ValueError(name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(content, parser)
    declared: str = root.getroottree().docinfo.doctype  # type: ignore[union-attr]
    if declared:
        raise ValueError(name)  # No office writes one; what it could declare is an attack.
    return root


def _paragraphs(body: etree._Element) -> Iterator[str]:
    """Yield the text of each paragraph, whatever its runs stand in: insertions, controls, links."""
    words: list[str] = []
    for element in body.iter(etree.Element):
        if element.tag == _PARAGRAPH:
            yield "".join(words)
            words = []
        else:
            words.append(_words(element))
    yield "".join(words)


def _words(element: etree._Element) -> str:
    if element.tag == _TEXT:
        return element.text or ""
    if element.tag == _DELETED:
        return f"[-{element.text or ''}-]"
    if element.tag == _BREAK:
        return "\f" if element.get(_TYPE) in ("page", "column") else "\n"
    return _SIGNS.get(str(element.tag), "")


def _comments(root: etree._Element) -> Iterator[str]:
    for comment in root.iter(_COMMENT):
        yield "\n".join(text for text in _paragraphs(comment) if text)


def _count(root: etree._Element, *tags: str) -> int:
    return sum(1 for _element in root.iter(*tags))


def _properties(root: etree._Element) -> Iterator[tuple[str, str]]:
    for entry in root:
        yield str(entry.get("name")), "".join(map(str, entry.itertext()))
