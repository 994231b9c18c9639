"""How long the sections of a manuscript are: opening, parts, points, closing."""

from __future__ import annotations

from drafter.check.manuscript import Line, Manuscript
from drafter.i18n.text import count_characters, count_spoken
from drafter.speech.blocks import BlockKind

_SPOKEN = (BlockKind.SALUTATION, BlockKind.HEADING, BlockKind.BODY)


def spoken_lines(manuscript: Manuscript) -> list[tuple[int, Line]]:
    """Return the lines that are read aloud, with their numbers."""
    return [
        (number, line)
        for number, line in enumerate(manuscript.lines)
        if line.section and line.kind in _SPOKEN
    ]


def spoken_length(manuscript: Manuscript) -> int:
    """Return the number of characters that are read aloud."""
    return sum(count_spoken(line.text) for _, line in spoken_lines(manuscript))


def section_lengths(manuscript: Manuscript) -> dict[int | str, int]:
    """Return the characters of each part by its number, and those of opening and closing."""
    lengths: dict[int | str, int] = {}
    for _, line in spoken_lines(manuscript):
        key = line.section if line.section in ("opening", "closing") else line.part
        lengths[key] = lengths.get(key, 0) + count_characters(line.text)
    return lengths


def point_lengths(manuscript: Manuscript, siblings: list[tuple[int, Line]]) -> list[int]:
    """Return the characters below each of ``siblings``, with its own line."""
    lengths = []
    for number, line in siblings:
        length = count_characters(line.text)
        for below in manuscript.lines[number + 1 :]:
            if (below.level and below.level <= line.level) or below.section == "closing":
                break
            length += count_characters(below.text)
        lengths.append(length)
    return lengths
