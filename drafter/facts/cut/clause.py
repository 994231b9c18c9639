"""What a line is cut into: clauses and headings, and the counters that number them."""

from __future__ import annotations

from msgspec import Struct

from drafter.facts.cut.rows import (
    Beside,
    Cell,
)
from drafter.facts.sheet import Place


class Clause(Struct, frozen=True):
    """A stretch between commas. ``sentence`` and ``segment`` number what it is part of.

    ``section`` is the heading above, ``label`` what stands before the colon; ``section_class`` and
    ``label_class`` are what the table of labels makes of them. ``item`` numbers the line or bullet.
    ``beside`` is who does it and by when, where other cells of a row or labels on the line tell.
    """

    text: str
    line: int
    start: int
    end: int
    item: int
    segment: int
    section: str
    section_class: str
    label: str
    label_class: str
    is_bullet: bool
    aside: bool = False
    beside: Beside | None = None

    @property
    def place(self) -> Place:
        """Where the clause stands in the sheet."""
        return Place(self.line, self.start, self.end)


class Heading(Struct, frozen=True):
    """A heading or a label: its words and where they stand."""

    text: str
    line: int
    start: int
    end: int
    item: int

    @property
    def place(self) -> Place:
        """Where the heading stands in the sheet."""
        return Place(self.line, self.start, self.end)


class Reading(Struct):
    """What has been cut so far: clauses and headings, and the counters that number them."""

    clauses: list[Clause]
    headings: list[Heading]
    section: str = ""
    section_class: str = ""
    item: int = 0
    segment: int = 0
    listed: bool = False
    kind: str = ""
    big: str = ""
    columns: tuple[Cell, ...] = ()
    row: Beside | None = None
