"""The outline 提纲 of a speech, made from its headings."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from drafter.speech.numbering import NUMBERINGS
from drafter.speech.tree import Inlines, Ordinal, Part, Speech, plain_text

# Parts and their points; deeper points are not listed.
LEVELS = 2


class OutlineLine(Struct, frozen=True):
    """A line of the outline: ``level`` 1 is a part, 2 a point; ``part`` is the part's number, from 1."""

    level: int
    inlines: Inlines
    part: int = 0

    @property
    def text(self) -> str:
        """The heading with its ordinal, without a closing mark."""
        return plain_text(self.inlines)


def iter_outline(speech: Speech) -> Iterator[OutlineLine]:
    """Yield the headings of levels 1 and 2 in the words of the body.

    Arguments (第一，……) are left out: they support a heading and are none themselves; so are points of a part
    in which one has no heading, as its number would be missed.
    """
    for number, part in enumerate(speech.parts, 1):
        if part.heading:
            yield OutlineLine(1, (Ordinal(part.ordinal), *part.heading), number)
        yield from _points(part, number)


def _points(part: Part, number: int) -> Iterator[OutlineLine]:
    numbering = NUMBERINGS.get(part.numbering)
    if numbering is not None and numbering.is_argument:
        return
    if all(point.heading for point in part.points):
        for point in part.points:
            yield OutlineLine(2, (Ordinal(point.ordinal), *point.heading), number)
