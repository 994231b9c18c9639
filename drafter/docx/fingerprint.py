"""The fingerprint of a document: a digest of what a person can change, kept in the file when it is written.

A word processor that opens and saves a file changes all of its bytes. A person changes text, comments,
pictures, tables and formatting; of the formatting, what is set directly and not by a style counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import TYPE_CHECKING

from drafter.docx.ooxml import JOINER, qn

if TYPE_CHECKING:
    from lxml import etree

PROPERTY = "drafter.fingerprint"


def digest(
    paragraphs: Iterable[str],
    comments: Iterable[str] = (),
    margins: Iterable[str] = (),
    counts: tuple[int, int, int] = (0, 0, 0),
    readings: Iterable[str] = (),
    formatting: Iterable[str] = (),
) -> str:
    """Return the fingerprint of a document that holds all this.

    ``margins`` are the texts of headers, footers and notes, ``counts`` the numbers of drawings, tables
    and tracked changes, ``readings`` the pinyin above the words. Empty paragraphs and the order of
    comments do not count, because word processors change them.
    """
    texts = [text for text in paragraphs if text]
    others = (
        str(counts),
        *sorted(comments),
        "",
        *sorted(margins),
        *(f"^{text}" for text in readings),
        *(f"!{text}" for text in formatting),
    )
    # Each text has its length before it, so that no two contents give the same sequence.
    framed = [f"{len(text)}:{text}" for text in (*texts, *others)]
    return sha256("\n".join(framed).encode("utf-8", "replace")).hexdigest()


# Properties of runs that count, with their words.
_OF_RUNS = ("b", "i", "u", "strike", "dstrike", "em", "color", "highlight", "shd", "sz", "rFonts")
_RUN_FORMATTING = {qn(f"w:{name}"): name for name in _OF_RUNS}
# Properties of paragraphs that count, with the number of paragraphs. Indents are not among them:
# LibreOffice writes some out that come from a style.
_PARAGRAPH_FORMATTING = {qn(f"w:{name}"): name for name in ("jc", "numPr", "pBdr", "spacing")}
_RUN, _RUN_PROPERTIES, _PARAGRAPH_PROPERTIES = map(qn, ("w:r", "w:rPr", "w:pPr"))
_TEXT, _RUBY_TEXT = qn("w:t"), qn("w:rt")
_VALUES = tuple(map(qn, ("w:val", "w:fill", "w:eastAsia")))
_LINE = qn("w:line")
# Values by which a property switches something off that a style has on.
_OFF = ("0", "false", "none", "off")


def bold_formatting(text: str) -> tuple[str, ...]:
    """Return the direct formatting of a body in which ``text`` is bold and nothing else is formatted.

    It equals what ``direct_formatting`` finds there.
    """
    words = text.replace("\n", "").replace("\t", "")
    return (f"b=:{words}",) if words else ()


def direct_formatting(body: etree._Element) -> tuple[str, ...]:
    """Return the direct formatting in ``body``, each once: with its words, or its number of paragraphs."""
    words: dict[str, list[str]] = {}
    counts: dict[str, int] = {}
    for element in body.iter(*_RUN_FORMATTING, *_PARAGRAPH_FORMATTING):
        parent = element.getparent()
        if parent is None:
            continue
        if parent.tag == _RUN_PROPERTIES and element.tag in _RUN_FORMATTING:
            _add_words(words, element, parent.getparent())
        elif parent.tag == _PARAGRAPH_PROPERTIES and element.tag in _PARAGRAPH_FORMATTING:
            name = _PARAGRAPH_FORMATTING[str(element.tag)]
            # Without a line pitch, ``w:spacing`` is the space below that drafter sets itself.
            if name != "spacing" or element.get(_LINE) is not None:
                counts[name] = counts.get(name, 0) + 1
    joined = {name: "".join(texts) for name, texts in words.items()}
    of_runs = [f"{name}:{text}" for name, text in joined.items() if text]
    return tuple(sorted([*of_runs, *(f"{name}:{count}" for name, count in counts.items())]))


def _add_words(words: dict[str, list[str]], element: etree._Element, run: etree._Element | None) -> None:
    values = [value for name in _VALUES if (value := element.get(name)) is not None]
    name = _RUN_FORMATTING[str(element.tag)]
    if run is None or run.tag != _RUN or any(value in _OFF for value in values):
        return
    # A hint chooses between the fonts of a style; it sets none.
    if name == "rFonts" and not values:
        return
    if next(run.iterancestors(_RUBY_TEXT), None) is None:
        texts = [text.text or "" for text in run.iterchildren(_TEXT)]
        words.setdefault(f"{name}={'/'.join(values)}", []).append("".join(texts).replace(JOINER, ""))
