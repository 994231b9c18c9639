"""The decision on a value, and the user's choices that settle conflicts."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from drafter.models.parameters import Parameters
from drafter.speech.spans import TextSpan
from drafter.speech.value_names import path_called

# What --ours and --theirs take for every conflict.
ALL = "all"


class Verdict(Enum):
    """Which text of a value stands: the YAML's (ours) or the document's (theirs).

    KEEP: each place keeps what the document says. UPDATE: the YAML's text replaces the written one and
    blanks; edited places stay. OURS: the YAML's text stands in every place. THEIRS: the document's text
    stands in every place. CONFLICT: both changed it, and no choice settles that.
    """

    KEEP = "keep"
    UPDATE = "update"
    OURS = "ours"
    THEIRS = "theirs"
    CONFLICT = "conflict"


class Choices(Struct, frozen=True):
    """Conflicts, by name or all, to be settled for the YAML (ours) or for the document (theirs)."""

    ours: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()

    def verdict(self, name: str) -> Verdict | None:
        """Return how the conflict ``name`` is settled, None where it is not; a name precedes all."""
        for wanted in (name, ALL):
            if wanted in self.ours:
                return Verdict.OURS
            if wanted in self.theirs:
                return Verdict.THEIRS
        return None

    def by_path(self, *given: Parameters) -> Choices:
        """Return the choices with the paths of values that a person called by the names printed of them."""
        return Choices(
            *(tuple(path_called(name, given) or name for name in names) for names in (self.ours, self.theirs))
        )


class Decision(Struct):
    """The verdict on a value with its three texts: ``base``, ``theirs`` and ``ours``.

    ``theirs`` are the distinct edits in the document, None for one that is unknown. ``span`` is the
    value in the YAML's draft.
    """

    verdict: Verdict
    base: str
    theirs: list[str | None]
    ours: str
    span: TextSpan | None = None


def normal(text: str) -> str:
    """Return the text of a value without the line breaks of a title and without white space around it."""
    return text.replace("\n", "").strip()
