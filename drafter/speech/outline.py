"""The 提纲 of a speech, derived from its headings alone."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from drafter.speech.numbering import NUMBERINGS
from drafter.speech.tree import Inlines, Ordinal, Part, Speech, plain_text

# A part and its points; what stands deeper is left to the text.
LEVELS = 2


class OutlineLine(Struct, frozen=True):
    """One heading of the outline: level 1 is a part, level 2 a point of it; ``part`` counts the parts."""

    level: int
    inlines: Inlines
    part: int = 0

    @property
    def text(self) -> str:
        """The heading with its ordinal and no end mark."""
        return plain_text(self.inlines)


def iter_outline(speech: Speech) -> Iterator[OutlineLine]:
    """Yield the headings of levels 1 and 2, each exactly as the body has it.

    Arguments (第一，……) are left out: they argue for a heading and are none.
    """
    for number, part in enumerate(speech.parts, 1):
        if part.heading:
            yield OutlineLine(1, (Ordinal(part.ordinal), *part.heading), number)
        yield from _points(part, number)


def _points(part: Part, number: int) -> Iterator[OutlineLine]:
    numbering = NUMBERINGS.get(part.numbering)
    if numbering is not None and numbering.is_argument:
        return
    for point in part.points:
        yield OutlineLine(2, (Ordinal(point.ordinal), *point.heading), number)
