"""Running text of the markup: inlines, and the paragraphs they fill."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    inlines = tuple(_iter_inlines(element))
    return inlines if _has_words(inlines) else ()


def paragraphs_of(element: Any) -> Paragraphs:
    """Return what ``element`` holds as paragraphs: each <p>, and loose words between them.

    A line break in a given value starts a new paragraph; paragraphs without words are dropped.
    """
    if element is None:
        return ()
    paragraphs = (paragraph for group in _groups(element) for paragraph in _split(group))
    return tuple(paragraph for paragraph in paragraphs if _has_words(paragraph.inlines))


def _has_words(inlines: Inlines) -> bool:
    """Tell whether there is anything to read; the first inline nearly always settles it."""
    return any(plain_text((inline,)).strip() for inline in inlines)


def _groups(element: Any) -> Iterator[list[Inline]]:
    loose: list[Inline] = [*_words(element.text)]
    for child in element:
        if child.tag == "p":
            yield loose
            yield list(_iter_inlines(child))
            loose = []
        elif child.tag not in BLOCKS:
            loose.append(_inline(child))
        loose += _words(child.tail)
    yield loose


def _split(inlines: list[Inline]) -> Iterator[Paragraph]:
    line: list[Inline] = []
    for inline in inlines:
        if not isinstance(inline, Field) or "\n" not in inline.text:
            line.append(inline)
            continue
        for number, piece in enumerate(filter(str.strip, inline.text.split("\n"))):
            if number:
                yield Paragraph(tuple(line))
                line = []
            line.append(Field(inline.path, piece))
    yield Paragraph(tuple(line))


def _iter_inlines(element: Any) -> Iterator[Inline]:
    yield from _words(element.text)
    for child in element:
        yield _inline(child)
        yield from _words(child.tail)


def _words(text: str | None) -> Iterator[Text]:
    words = LINE_BREAK.sub("", text) if text else ""
    if words:
        yield Text(words)


def _inline(element: Any) -> Inline:
    match element.tag:
        case "field":
            return Field(element.get("path"), element.text or "")
        case "blank":
            return Blank(element.get("path") or "", element.get("label"), element.get("hint") or "")
        case "note":
            return Note("".join(text.text for text in _words(element.text)))
        case "br":
            return Break()
        case _:
            return Emphasis(tuple(_iter_inlines(element)))
