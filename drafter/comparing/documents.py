"""A document that drafter wrote as passages, as it reads now."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from drafter.blocks import Block, BlockKind
from drafter.comparing.elsewhere import passage_of
from drafter.comparing.headings import lead_in, ordinal_in
from drafter.segments import Segment, SegmentKind
from drafter.syncing.edition import Edition
from drafter.syncing.overlay import Overlay, cut
from drafter.syncing.passages import Passage
from drafter.syncing.stretches import SEPARATOR
from drafter.word.controls import label_of
from drafter.word.headings import heading_styles
from drafter.word.line import Line

_BODY = Block(BlockKind.BODY, ())


def passages_now(edition: Edition) -> Iterator[Passage]:
    """Yield the passages of a document that drafter wrote, with what a person made of them and added."""
    styles = heading_styles(edition.manuscript.beside("styles.xml"))
    starts: dict[Line, list[Overlay]] = {}
    taken: set[Line] = set()
    for overlay in edition.overlays.values():
        starts.setdefault(overlay.stretch.slices[0].line, []).append(overlay)
        taken.update(overlay.stretch.lines)
    for line in edition.manuscript.shown:
        if line not in taken:
            yield passage_of(line, styles)
        for overlay in sorted(starts.get(line, ()), key=lambda one: one.stretch.slices[0].start):
            yield from _now(overlay, edition)


def _now(overlay: Overlay, edition: Edition) -> Iterator[Passage]:
    """Yield what became of a passage: one for each paragraph that it is now."""
    before, text = overlay.before, overlay.stretch.text
    if not overlay.is_touched and not before.is_stale:
        yield before
        return
    segments = _led(before, _segments(overlay, edition), text)
    start = 0
    for number, part in enumerate(text.split(SEPARATOR)):
        block = before.block if not number else replace(_BODY, section=before.block.section)
        yield Passage(block, cut(segments, start, start + len(part)))
        start += len(part) + 1


def _segments(overlay: Overlay, edition: Edition) -> list[Segment]:
    """Return the segments of what a passage says now: the values that can be told, words between them."""
    text, reached = overlay.stretch.text, 0
    segments = []
    for start, end, value in sorted(_values(overlay, edition), key=lambda found: found[:2]):
        if start >= reached and end > start:
            segments += [Segment(SegmentKind.WORDS, text[reached:start]), value]
            reached = end
    return [*segments, Segment(SegmentKind.WORDS, text[reached:])]


def _values(overlay: Overlay, edition: Edition) -> Iterator[tuple[int, int, Segment]]:
    text, place = overlay.stretch.text, 0
    for start, end, control in overlay.stretch.controls():
        kind = SegmentKind.BLANK if control.is_blank else SegmentKind.VALUE
        path = edition.path_of(control.tag)
        label = text[start:end].strip("【】") if control.is_blank else label_of(path)
        yield start, end, Segment(kind, text[start:end], path, label)
    for segment in overlay.before.segments:
        if segment.kind in (SegmentKind.VALUE, SegmentKind.BLANK):
            # Without its control, but where it stood.
            now = overlay.place(place, place + len(segment.text))
            if now is not None and text[now[0] : now[1]] == segment.text:
                yield *now, segment
        place += len(segment.text)


def _led(before: Passage, segments: list[Segment], text: str) -> list[Segment]:
    """Mark what opens a paragraph as its heading, if it had one and has one still."""
    ordinal = before.ordinal if text.startswith(before.ordinal) else ordinal_in(text)[0]
    lead = "".join(one.text for one in before.segments if one.is_lead)
    if not lead:
        return segments
    end = len(lead) if text.startswith(lead) else len(ordinal) + lead_in(text[len(ordinal) :])
    head = [replace(one, is_lead=True) for one in cut(segments, 0, end)]
    return [*head, *cut(segments, end, len(text))]
