"""Headings that a person reworded beyond their values: what they say now, to be given whole."""

from __future__ import annotations

from typing import NamedTuple

from drafter.merge.anchored import AnchoredDocument
from drafter.merge.matched import ParagraphMatch
from drafter.merge.paragraphs import DraftParagraph
from drafter.speech.blocks import BlockKind
from drafter.speech.spans import SpanKind
from drafter.text import END_MARKS

_KEY = ".heading"


class Heading(NamedTuple):
    """A heading that was reworded: where, from what, to what; without ordinals and end marks."""

    place: str
    old: str
    new: str


def reworded_headings(edition: AnchoredDocument) -> dict[str, Heading]:
    """Return the headings of the YAML whose own words a person changed, by their paths."""
    found: dict[str, Heading] = {}
    for number, overlay in edition.overlays.items():
        passage = overlay.before
        path, end = _heading_path(passage), _end(passage)
        if number and path and end and overlay.is_touched and not passage.is_stale:
            heading = _reworded(overlay, end)
            if heading is not None:
                found.setdefault(path, heading)
    return found


def _heading_path(passage: DraftParagraph) -> str:
    """Return the path of the heading of which ``passage`` prints the words, "" where it prints none."""
    if passage.block.kind is BlockKind.OUTLINE:
        return ""
    for segment in passage.segments:
        if segment.is_lead or passage.block.kind is BlockKind.HEADING:
            head, dot, _rest = segment.path.partition(_KEY)
            if dot and segment.kind is not SpanKind.BLANK:
                return head + dot
    return ""


def _end(passage: DraftParagraph) -> int:
    """Return where the heading ends in the text of ``passage``."""
    if passage.block.kind is BlockKind.HEADING:
        return len(passage.text)
    opening = (part for part in passage.segments if part.is_lead or part.kind is SpanKind.ORDINAL)
    return sum(len(part.text) for part in opening)


def _reworded(overlay: ParagraphMatch, end: int) -> Heading | None:
    text, start = overlay.text, len(overlay.before.ordinal)
    if not any(gap.start < end and gap.end >= start for gap in overlay.gaps):
        return None
    _start, last, _low, high = overlay.around(start, end)
    # What the person changed reaches beyond the heading: it cannot be told where that ends now.
    if last > end:
        return None
    first = len(overlay.before.ordinal) if overlay.place(0, start) else 0
    old, new = _bare(text[start:end]), _bare(overlay.stretch.text[first:high])
    return Heading(overlay.before.place, old, new) if new and new != old else None


def _bare(words: str) -> str:
    return words.strip().rstrip(END_MARKS)
