"""A manuscript from plain text: what is a title, a heading, a point is told by ordinals and marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafter.check.ignored import without_remarks
from drafter.check.manuscript import Anchor, Manuscript, Medium
from drafter.check.structure import Paragraph, structured
from drafter.check.truncation import breaks_off
from drafter.facts.sources import wrapped_lines


def read_lines(lines: Iterable[str]) -> Manuscript:
    """Return the manuscript of a text's ``lines``; what a program wrapped at a width is one paragraph."""
    raw = tuple(lines)
    return manuscript_of(tuple(_paragraphs(without_remarks(raw))), Medium.TEXT, raw)


def manuscript_of(paragraphs: Sequence[Paragraph], medium: Medium, raw: tuple[str, ...]) -> Manuscript:
    """Return the manuscript of ``paragraphs``, which stand in the lines ``raw`` of a file."""
    found = structured(paragraphs)
    return Manuscript(found, is_truncated=breaks_off(found), medium=medium, raw=raw)


def _paragraphs(raw: Sequence[str]) -> Iterator[Paragraph]:
    for numbers in wrapped_lines(raw):
        text, anchors = "", []
        for number in numbers:
            words = raw[number].strip().strip("\ufeff")
            if words:
                anchors.append(Anchor(len(text), number + 1, raw[number].index(words)))
                text += words
        if text:
            yield Paragraph(text=text, anchors=tuple(anchors))
