"""What a merge and a comparison found, for the commands to print and as plain values for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any, cast

from msgspec import Struct, field, to_builtins

from drafter.i18n import _


class Changed(Struct, frozen=True):
    """A value that changed, and its places; "" is no value."""

    path: str
    label: str
    old: str
    new: str
    places: tuple[str, ...] = ()


class Reworded(Struct, frozen=True):
    """Words of a paragraph that changed."""

    place: str
    old: str
    new: str


class Conflict(Struct, frozen=True):
    """A difference that both the document and the YAML made. ``name`` is what --ours and --theirs take.

    ``base`` is what was written, ``theirs`` what the document says now, ``ours`` what the YAML says.
    ``is_divided`` says that the document has several texts, none of which can stand for all.
    """

    name: str
    label: str
    base: str
    theirs: str
    ours: str
    places: tuple[str, ...] = ()
    is_divided: bool = False


def numbered_names(name: str) -> Iterator[str]:
    """Yield the names of the conflicts of words at one place: 二、一要, 二、一要#2."""
    yield name
    for number in count(2):
        yield f"{name}#{number}"


class Divided(Struct, frozen=True):
    """A value that was edited in some of its places: the place and the text of each."""

    path: str
    label: str
    values: tuple[tuple[str, str], ...]


class ParagraphChange(Struct, frozen=True):
    """A paragraph that the YAML added or dropped; ``is_done`` says whether the document follows."""

    place: str
    text: str
    is_done: bool = True


class Note(Struct, frozen=True):
    """A remark for the user, and the places that it is about."""

    text: str
    places: tuple[str, ...] = ()


class Findings(Struct):
    """Everything that a merge found.

    ``updated`` and ``reworded`` go from one side to the other, ``kept`` stays as the document has it.
    ``settled`` are the names of conflicts that the user's choices decide, ``settled_places`` their places;
    ``renumbered`` counts the ordinals that change.
    """

    updated: list[Changed] = field(default_factory=list)
    reworded: list[Reworded] = field(default_factory=list)
    kept: list[Changed] = field(default_factory=list)
    divided: list[Divided] = field(default_factory=list)
    added: list[ParagraphChange] = field(default_factory=list)
    dropped: list[ParagraphChange] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    settled: list[str] = field(default_factory=list)
    settled_places: list[str] = field(default_factory=list)
    renumbered: int = 0
    notes: list[Note] = field(default_factory=list)

    def note(self, text: str, *places: str) -> None:
        """Add a note on ``places``, once."""
        self.add_notes([Note(text, places)])

    def add_notes(self, notes: Iterable[Note]) -> None:
        """Add ``notes``, each once."""
        for note in notes:
            if note not in self.notes:
                self.notes.append(note)

    def note_deleted(self, *places: str) -> None:
        """Note that a person deleted what the YAML changed, at ``places``."""
        self.note(_("deleted in the document, changed in the YAML"), *places)

    def as_json(self) -> dict[str, Any]:
        """Return the findings as plain values for programs."""
        return cast("dict[str, Any]", to_builtins(self))


class Point(Struct, frozen=True):
    """A point that only one of two drafts has: its place, its heading, the text under it."""

    place: str
    heading: str
    text: str


class MovedText(Struct, frozen=True):
    """A point or a paragraph that stands elsewhere now; ``is_point`` says which of the two."""

    text: str
    old_place: str
    new_place: str
    is_point: bool = True


class Comparison(Struct):
    """The differences between two drafts, in the order of the text.

    ``values`` are changed values, "" for a blank; ``headings`` and ``paragraphs`` changed words, with ""
    for what only the other draft has; ``characters`` the lengths of both drafts.
    """

    old: str = ""
    new: str = ""
    characters: tuple[int, int] = (0, 0)
    values: list[Changed] = field(default_factory=list)
    added: list[Point] = field(default_factory=list)
    dropped: list[Point] = field(default_factory=list)
    moved: list[MovedText] = field(default_factory=list)
    headings: list[Reworded] = field(default_factory=list)
    # Programs that read the JSON know them as passages.
    paragraphs: list[Reworded] = field(default_factory=list, name="passages")

    @property
    def is_empty(self) -> bool:
        """Whether both drafts say the same."""
        found = (self.values, self.added, self.dropped, self.moved, self.headings, self.paragraphs)
        return not any(found)

    def as_json(self) -> dict[str, Any]:
        """Return the comparison as plain values for programs."""
        return cast("dict[str, Any]", to_builtins(self))
