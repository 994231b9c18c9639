"""A manuscript: any text as the rules read it, line by line, with headings, points and sentences.

A line is a paragraph. Whatever the text came from, a rule sees only this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from drafter.models.parameters import Parameters
from drafter.speech.blocks import BlockKind

# A sentence with the marks that close it; the last one of a line may lack its mark.
_SENTENCE = re.compile("[^。！？]*[。！？]+[”’）》」』]*|[^。！？]+$")


class Line(Struct, frozen=True, kw_only=True):
    """One paragraph.

    ``ordinal`` is the ordinal that opens it (一、, 一要), "" where none does; ``ladder`` its key in
    NUMBERINGS. ``level`` is 1 to 4 for headings and for points whose heading runs in, else 0. ``heading`` is
    the length, in characters from the start of the line, of the heading with its ordinal: all of the line for
    a heading of its own, the first sentence for one that runs in, else 0. ``part`` is the number of the part,
    from 1; 0 outside of all parts. ``point`` is the number of the point within its part, from 1; 0 outside.
    """

    text: str
    kind: BlockKind = BlockKind.BODY
    ordinal: str = ""
    ladder: str = ""
    level: int = 0
    heading: int = 0
    part: int = 0
    point: int = 0


class Sentence(Struct, frozen=True):
    """A sentence of a line, from ``start`` to ``end``."""

    line: int
    start: int
    end: int
    text: str


class Manuscript:
    """A text with its lines; ``parameters`` are those that it was drafted from, None where they are unknown.

    ``is_truncated`` says that the text breaks off: what is missing behind is then no fault of it.
    """

    def __init__(
        self,
        lines: tuple[Line, ...],
        *,
        parameters: Parameters | None = None,
        is_truncated: bool = False,
    ) -> None:
        self.lines = lines
        self.parameters = parameters
        self.is_truncated = is_truncated

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all lines, in their order."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[Sentence]:
        for number, line in enumerate(self.lines):
            for found in _SENTENCE.finditer(line.text):
                if found[0].strip():
                    yield Sentence(number, found.start(), found.end(), found[0])

    @cached_property
    def text(self) -> str:
        """All lines, one below the other."""
        return "\n".join(line.text for line in self.lines)

    def of_kind(self, *kinds: BlockKind) -> Iterator[tuple[int, Line]]:
        """Yield the lines of ``kinds`` with their numbers."""
        return ((number, line) for number, line in enumerate(self.lines) if line.kind in kinds)

    def points_of(self, part: int, level: int = 2) -> list[tuple[int, Line]]:
        """Return the lines that open the points of ``level`` in ``part``, with their numbers."""
        return [
            (number, line)
            for number, line in enumerate(self.lines)
            if line.part == part and line.level == level and line.ordinal
        ]
