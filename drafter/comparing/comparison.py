"""What a comparison of two drafts found, as a person is told it and as a program reads it."""

from __future__ import annotations

from typing import Any, cast

from msgspec import Struct, field, to_builtins

from drafter.syncing.report import Changed, Reworded


class Standing(Struct, frozen=True):
    """A point that only one of two drafts has: where it stands, its heading, what is said of it."""

    place: str
    heading: str
    text: str


class Shifted(Struct, frozen=True):
    """A point or a paragraph that stands elsewhere now; ``is_point`` tells which."""

    text: str
    old_place: str
    new_place: str
    is_point: bool = True


class Comparison(Struct):
    """The differences of two drafts, in the order of the text.

    ``values`` are figures and other values, "" where one is blank; ``headings`` and ``passages`` what is
    worded otherwise, with "" for what only the other draft has; ``characters`` are those of all headings
    and paragraphs, then and now.
    """

    old: str = ""
    new: str = ""
    characters: tuple[int, int] = (0, 0)
    values: list[Changed] = field(default_factory=list)
    added: list[Standing] = field(default_factory=list)
    dropped: list[Standing] = field(default_factory=list)
    moved: list[Shifted] = field(default_factory=list)
    headings: list[Reworded] = field(default_factory=list)
    passages: list[Reworded] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether both drafts say the same."""
        found = (self.values, self.added, self.dropped, self.moved, self.headings, self.passages)
        return not any(found)

    def as_json(self) -> dict[str, Any]:
        """Return the comparison as plain values for programs."""
        return cast("dict[str, Any]", to_builtins(self))
