"""What a comparison of a document and its YAML found, as a person is told it and as a program reads it."""

from __future__ import annotations

from typing import Any, cast

from msgspec import Struct, field, to_builtins


class Changed(Struct, frozen=True):
    """A value that became another, and where it stands; "" is none."""

    path: str
    label: str
    old: str
    new: str
    places: tuple[str, ...] = ()


class Reworded(Struct, frozen=True):
    """Words of a passage that became others."""

    place: str
    old: str
    new: str


class Conflict(Struct, frozen=True):
    """What the document and the YAML changed differently. ``name`` is what --ours and --theirs take.

    ``base`` is what was written, ``theirs`` what the document says now, ``ours`` what the YAML says.
    Where it ``is_divided``, the document says several things, of which none can be taken for all.
    """

    name: str
    label: str
    base: str
    theirs: str
    ours: str
    places: tuple[str, ...] = ()
    is_divided: bool = False


class Divided(Struct, frozen=True):
    """A value that a person changed in some of its places and not in others."""

    path: str
    label: str
    values: tuple[tuple[str, str], ...]


class Moved(Struct, frozen=True):
    """A passage that was added or dropped; ``is_done`` tells whether the document followed."""

    place: str
    text: str
    is_done: bool = True


class Note(Struct, frozen=True):
    """What a person should know besides, and where."""

    text: str
    places: tuple[str, ...] = ()


class Findings(Struct):
    """All that was found; ``updated`` and ``reworded`` is what the document takes from the YAML, ``kept``
    what it has of its own, ``notes`` what a person should know besides. ``settled`` are the names of
    conflicts that were chosen on, ``renumbered`` counts the ordinals that were counted anew."""

    updated: list[Changed] = field(default_factory=list)
    reworded: list[Reworded] = field(default_factory=list)
    kept: list[Changed] = field(default_factory=list)
    divided: list[Divided] = field(default_factory=list)
    added: list[Moved] = field(default_factory=list)
    dropped: list[Moved] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    settled: list[str] = field(default_factory=list)
    renumbered: int = 0
    notes: list[Note] = field(default_factory=list)

    def note(self, text: str, *places: str) -> None:
        """Add a note on ``places``, once."""
        if (note := Note(text, places)) not in self.notes:
            self.notes.append(note)

    def as_json(self) -> dict[str, Any]:
        """Return the findings as plain values for programs."""
        return cast("dict[str, Any]", to_builtins(self))
