"""Running text of the markup: inlines, and the paragraphs they fill."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from drafter.speech import (
    Blank,
    Break,
    Emphasis,
    Field,
    Inline,
    Inlines,
    Note,
    Paragraph,
    Paragraphs,
    Text,
    plain_text,
)

# Chinese text has no blank at a line's end: authors may break lines of a template where they like.
LINE_BREAK = re.compile(r"[ \t]*\n\s*")

# Elements that stand among the paragraphs of a point but are none of its text.
BLOCKS = ("heading", "point", "lead")


def inlines_of(element: Any) -> Inlines:
    """Return what ``element`` holds as the inlines of one line; nothing where it has no words."""
    if element is None:
        return ()
    inlines = _inlines(element)
    return tuple(inlines) if _has_words(inlines) else ()


def paragraphs_of(element: Any) -> Paragraphs:
    """Return what ``element`` holds as paragraphs: each <p>, and loose words between them.

    A line break in a given value starts a new paragraph; paragraphs without words are dropped.
    """
    if element is None:
        return ()
    paragraphs: list[Paragraph] = []
    loose: list[Inline] = []
    _add_words(loose, element.text)
    for child in element:
        if child.tag == "p":
            _add_paragraphs(paragraphs, loose)
            _add_paragraphs(paragraphs, _inlines(child))
            loose = []
        elif child.tag not in BLOCKS:
            loose.append(_inline(child))
        _add_words(loose, child.tail)
    _add_paragraphs(paragraphs, loose)
    return tuple(paragraphs)


def _add_paragraphs(paragraphs: list[Paragraph], inlines: list[Inline]) -> None:
    """Add the paragraphs that ``inlines`` make, cut at the line breaks of given values."""
    if any(isinstance(inline, Field) and "\n" in inline.text for inline in inlines):
        for line in _split(inlines):
            if _has_words(line):
                paragraphs.append(Paragraph(tuple(line)))
    elif _has_words(inlines):
        paragraphs.append(Paragraph(tuple(inlines)))


def _split(inlines: list[Inline]) -> Iterator[list[Inline]]:
    line: list[Inline] = []
    for inline in inlines:
        if not isinstance(inline, Field) or "\n" not in inline.text:
            line.append(inline)
            continue
        for number, piece in enumerate(filter(str.strip, inline.text.split("\n"))):
            if number:
                yield line
                line = []
            line.append(Field(inline.path, piece))
    yield line


def _has_words(inlines: Iterable[Inline]) -> bool:
    """Tell whether there is anything to read; the first inline nearly always settles it."""
    return any(plain_text((inline,)).strip() for inline in inlines)


def _inlines(element: Any) -> list[Inline]:
    inlines: list[Inline] = []
    _add_words(inlines, element.text)
    for child in element:
        inlines.append(_inline(child))
        _add_words(inlines, child.tail)
    return inlines


def _add_words(inlines: list[Inline], text: str | None) -> None:
    if text:
        words = LINE_BREAK.sub("", text) if "\n" in text else text
        if words:
            inlines.append(Text(words))


def _inline(element: Any) -> Inline:
    tag = element.tag
    if tag == "field":
        return Field(element.get("path"), element.text or "")
    if tag == "blank":
        return Blank(element.get("path") or "", element.get("label"), element.get("hint") or "")
    if tag == "note":
        return Note(LINE_BREAK.sub("", element.text or ""))
    return Break() if tag == "br" else Emphasis(tuple(_inlines(element)))
