"""A manuscript from a speech that drafter drafted: kinds, levels and parts are exact."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from drafter.check.manuscript import Anchor, Line, Manuscript, Medium
from drafter.models.parameters import Parameters
from drafter.speech.blocks import Block, BlockKind, iter_blocks, lead_length
from drafter.speech.numbering import ladder_of, leading_ordinal
from drafter.speech.spans import SpanKind, TextSpan, spans_of
from drafter.speech.tree import Part, Point, Speech

_VALUES = (SpanKind.VALUE, SpanKind.PROSE)


def manuscript_of_speech(speech: Speech, parameters: Parameters | None = None) -> Manuscript:
    """Return the manuscript of ``speech``, drafted from ``parameters``."""
    return Manuscript(tuple(_lines(speech)), parameters=parameters, medium=Medium.YAML, kind=speech.kind)


def _lines(speech: Speech) -> Iterator[Line]:
    levels = _levels(speech)
    part = point = 0
    for block in iter_blocks(speech):
        line = _line(block, levels)
        if not line.text:
            continue
        if line.part != part:
            part, point = line.part, 0
        point += line.level == 2
        yield replace(line, point=point if part else 0)


def _line(block: Block, levels: dict[str, int]) -> Line:
    spans = [span for span in spans_of(block.inlines) if span.kind is not SpanKind.NOTE]
    text = "".join(span.text for span in spans).replace("\n", "")
    lead = sum(len(span.text) for span in spans if span.is_lead)
    is_heading = block.kind is BlockKind.HEADING
    if block.kind is BlockKind.OUTLINE:
        return Line(text=text, kind=block.kind, anchors=tuple(_anchors(spans)))
    opens = block.kind is BlockKind.BODY and bool(lead or spans[:1] and spans[0].kind is SpanKind.ORDINAL)
    level = block.level or (levels.get(block.place, 2) if opens else 0)
    ordinal = leading_ordinal(text) if level else ""
    return Line(
        text=text,
        kind=block.kind,
        ordinal=ordinal,
        ladder=ladder_of(text) if ordinal else "",
        level=level,
        heading=len(text) if is_heading else (lead or lead_length(text)) if level else 0,
        part=block.part,
        section=block.section,
        anchors=tuple(_anchors(spans)),
    )


def _anchors(spans: list[TextSpan]) -> Iterator[Anchor]:
    """Yield an anchor for each value, in whose text its column counts, and for each run of other words."""
    at = 0
    for span in spans:
        column = 0
        for piece in span.text.split("\n"):
            yield Anchor(at, 0, column, span.path if span.kind in _VALUES else "")
            at, column = at + len(piece), column + len(piece)


def _levels(speech: Speech) -> dict[str, int]:
    """Return the levels of the points by their places, the chains of ordinals."""
    found: dict[str, int] = {}

    def add(points: tuple[Point, ...], above: str) -> None:
        for point in points:
            found.setdefault(above + point.ordinal, point.level)
            add(point.points, above + point.ordinal)

    parts: tuple[Part, ...] = speech.parts
    for part in parts:
        add(part.points, part.ordinal)
    return found
