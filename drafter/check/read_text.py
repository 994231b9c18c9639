"""A manuscript from plain lines: what is a title, a heading, a point is told by ordinals and marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.check.manuscript import Line, Manuscript
from drafter.speech.blocks import BlockKind, lead_length
from drafter.speech.numbering import NUMBERINGS, ladder_of, typed_ordinal

# The level of a heading by its ladder (GB/T 9704-2012, 7.3.3); spoken ladders are of level 2.
_LEVELS = {"一、": 1, "（一）": 2, "1.": 3, "（1）": 4, "第一": 2, "首先": 2, "一要": 2, "一是": 2}


def read_lines(lines: Iterable[str]) -> Manuscript:
    """Return the manuscript of a text's ``lines``."""
    return Manuscript(tuple(_classified(line for line in lines if line.strip())))


def _classified(lines: Iterable[str]) -> Iterator[Line]:
    part = point = 0
    for number, text in enumerate(lines):
        ordinal, ladder = typed_ordinal(text)
        if not ladder and (ladder := ladder_of(text)):
            ordinal = text[: len(NUMBERINGS[ladder].ordinal(1))]
        level = _LEVELS.get(ladder, 0)
        if level == 1:
            part, point = part + 1, 0
        elif level == 2:
            point += 1
        whole = not text.rstrip().endswith(("。", "！", "？", "；", "："))
        heading = (len(text) if whole else lead_length(text)) if level else 0
        kind = BlockKind.BODY
        if level and whole:
            kind = BlockKind.HEADING
        elif number == 0 and whole:
            kind = BlockKind.TITLE
        elif not part and text.rstrip().endswith(("：", ":")) and len(text) < 60:
            kind = BlockKind.SALUTATION
        yield Line(
            text=text,
            kind=kind,
            ordinal=ordinal,
            ladder=ladder,
            level=level,
            heading=heading,
            part=part,
            point=point,
        )
