"""What a document holds, read without trust: the texts and the number of other things."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from drafter.docx.direct_formatting import direct_formatting_of
from drafter.docx.ooxml import PAGE_BREAKS, SIGNS, qn
from drafter.docx.untrusted import main_part, parse_part, properties_part, read_from
from drafter.docx.write.xml import JOINER

_PARAGRAPH, _TEXT, _DELETED = qn("w:p"), qn("w:t"), qn("w:delText")
_ABOVE = qn("w:rt")
_BREAK, _TYPE = qn("w:br"), qn("w:type")
_SIGNS = {qn(f"w:{name}"): sign for name, sign in SIGNS.items()}
# What has words, or stands for some.
_WORDED = (_TEXT, _DELETED, _BREAK, *_SIGNS)
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
    tables and tracked changes; ``readings`` the pinyin above its words, which is no part
    of the paragraphs; ``looks`` what was set directly, not by a style.
    """

    comments: tuple[str, ...]
    margins: tuple[str, ...]
    stored: dict[str, str]
    paragraphs: tuple[str, ...] = ()
    counts: tuple[int, int, int] = (0, 0, 0)
    readings: tuple[str, ...] = ()
    looks: tuple[str, ...] = ()


def read_content(docx: bytes) -> Content | None:
    """Return the content of a document, or None when it is broken, too large or no document."""
    return read_from(docx, _read)


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
    """Return ``content`` with the body that the document has now."""
    return replace(
        content,
        paragraphs=tuple(_paragraphs(body)),
        counts=(_count(body, *_DRAWINGS), _count(body, qn("w:tbl")), _count(body, *_CHANGES)),
        readings=tuple(_readings(body)),
        looks=direct_formatting_of(body),
    )


def is_margin(name: str) -> bool:
    """Tell whether the part ``name`` is a header, a footer or holds notes."""
    return _MARGIN.search(name) is not None


def margins_in(roots: Iterable[etree._Element]) -> tuple[str, ...]:
    """Return the distinct texts of headers, footers and notes, without blanks and figures."""
    texts = {"".join(_paragraphs(root)) for root in roots}
    return tuple(sorted(filter(None, {_PAGE_NUMBER.sub("", text) for text in texts})))


def _paragraphs(body: etree._Element) -> Iterator[str]:
    """Yield the text of each paragraph, whatever its runs stand in: insertions, controls, links."""
    words: list[str] = []
    above = {text for reading in body.iter(_ABOVE) for text in reading.iter(_TEXT)}
    for element in body.iter(_PARAGRAPH, *_WORDED):
        if element.tag == _PARAGRAPH:
            yield "".join(words)
            words = []
        elif element not in above:
            words.append(_words(element))
    yield "".join(words)


def _readings(body: etree._Element) -> Iterator[str]:
    """Yield what stands above words, syllable by syllable: blanks are there for its place only."""
    for above in body.iter(_ABOVE):
        yield " ".join("".join(text.text or "" for text in above.iter(_TEXT)).split())


def words_of(element: etree._Element) -> str:
    """Return the words in ``element``, a paragraph or a run, without the pinyin above them."""
    worded = (one for one in element.iter(*_WORDED) if next(one.iterancestors(_ABOVE), None) is None)
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
    """Return a file's own properties by name; where several have one name, the first."""
    part = properties_part(archive)
    return properties_in(parse_part(archive, part)) if part else {}


def properties_in(root: etree._Element) -> dict[str, str]:
    """Return the properties under ``root`` by name; where several have one name, the first."""
    stored: dict[str, str] = {}
    for entry in root:
        stored.setdefault(str(entry.get("name")), "".join(map(str, entry.itertext())))
    return stored
