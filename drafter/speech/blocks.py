"""A speech as a flat list of blocks, which every writer sets one after another.

The tree has parts and points; a page has titles, headings and paragraphs. This module decides
what all formats share: where a heading stands, which mark closes a run-in heading, what the
outline says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from msgspec import Struct

from drafter.i18n.text import ends_sentence
from drafter.speech.outline import iter_outline
from drafter.speech.tree import (
    Inlines,
    Lead,
    Ordinal,
    Paragraph,
    Paragraphs,
    Part,
    Point,
    Speech,
    Text,
    plain_text,
)

_SENTENCE = re.compile("[^。！？]*[。！？]*[”’）》]*")
# The longest heading, in characters, that may open a paragraph; a longer first sentence is no heading.
_LONGEST_LEAD = 45


class BlockKind(Enum):
    """The kind of a block; each writer has a table from kinds to its own styles."""

    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    OUTLINE_TITLE = "outline-title"
    OUTLINE = "outline"
    SALUTATION = "salutation"
    HEADING = "heading"
    BODY = "body"
    SIGNATURE = "signature"


class Block(Struct, frozen=True, gc=False):
    """One paragraph of the page.

    ``level`` is 1 to 4 for headings and outline lines, otherwise 0. ``section`` is opening, closing or the
    role of a part, empty for what is not read aloud. ``place`` is the chain of ordinals above the block,
    such as 二、一要. ``part`` is the number of the part, from 1; 0 outside of all parts.
    """

    kind: BlockKind
    inlines: Inlines
    level: int = 0
    section: str = ""
    place: str = ""
    part: int = 0


def iter_blocks(speech: Speech) -> Iterator[Block]:
    """Yield the blocks of ``speech`` from title to signature, without empty ones."""
    for block in _iter_all(speech):
        if block.inlines:
            yield block


def _iter_all(speech: Speech) -> Iterator[Block]:
    yield Block(BlockKind.TITLE, speech.title)
    yield Block(BlockKind.BYLINE, speech.byline)
    yield Block(BlockKind.DATE, speech.date)
    if speech.has_outline:
        yield Block(BlockKind.OUTLINE_TITLE, (Text("提纲"),))
        for line in iter_outline(speech):
            yield Block(BlockKind.OUTLINE, line.inlines, line.level, part=line.part)
    yield Block(BlockKind.SALUTATION, speech.salutation, section="opening")
    yield from _body(speech.opening, "opening", "")
    for number, part in enumerate(speech.parts, 1):
        yield from _part(part, number)
    yield from _body(speech.closing, "closing", "")
    yield from (Block(BlockKind.SIGNATURE, paragraph.inlines) for paragraph in speech.signature)


def _body(paragraphs: Paragraphs, section: str, place: str, part: int = 0) -> Iterator[Block]:
    return (Block(BlockKind.BODY, paragraph.inlines, 0, section, place, part) for paragraph in paragraphs)


def _part(part: Part, number: int) -> Iterator[Block]:
    yield Block(BlockKind.HEADING, _heading(part.ordinal, part.heading), 1, part.role, part.ordinal, number)
    yield from _body(_opened(part.ordinal, part.heading, part.lead), part.role, part.ordinal, number)
    for point in part.points:
        yield from _point(point, part.role, part.ordinal, number)


def _point(point: Point, section: str, above: str, part: int) -> Iterator[Block]:
    place = above + point.ordinal
    heading = _heading(point.ordinal, point.heading)
    if point.run_in and heading:
        yield from _body(_run_in(heading, point.body), section, place, part)
    else:
        yield Block(BlockKind.HEADING, heading, point.level, section, place, part)
        yield from _body(_opened(point.ordinal, point.heading, point.body), section, place, part)
    for child in point.points:
        yield from _point(child, section, place, part)


def _heading(ordinal: str, words: Inlines) -> Inlines:
    """Return a heading with its ordinal before it; a heading without words stays empty."""
    return (Ordinal(ordinal), *words) if ordinal and words else words


def _opened(ordinal: str, heading: Inlines, body: Paragraphs) -> Paragraphs:
    """Return ``body`` with the ordinal before it if there is no heading: （一）请于10月9日前报名。"""
    if heading or not ordinal or not body:
        return body
    return (Paragraph((Ordinal(ordinal), *body[0].inlines)), *body[1:])


def _run_in(heading: Inlines, body: Paragraphs) -> Paragraphs:
    """Return ``body`` with the heading, closed as a sentence, at the start of its first paragraph."""
    stop = () if ends_sentence(plain_text(heading)) else (Text("。"),)
    lead = Lead((*heading, *stop))
    first = body[0].inlines if body else ()
    return (Paragraph((lead, *first)), *body[1:])


def lead_length(text: str) -> int:
    """Return the length of the first sentence of ``text``, 0 if it is too long to be a run-in heading."""
    found = _SENTENCE.match(text)
    length = found.end() if found else 0
    return length if length <= _LONGEST_LEAD else 0
