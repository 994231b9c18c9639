"""What is decided on a value, and which conflicts a person has settled."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from drafter.models.parameters import Parameters
from drafter.speech.spans import TextSpan
from drafter.speech.value_names import path_called

# What --ours and --theirs take for every conflict.
ALL = "all"


class Verdict(Enum):
    """What is done in the places of a value: nothing; the YAML's word where the document still has the old
    one; the YAML's word everywhere; the person's word everywhere."""

    KEEP = "keep"
    TAKE = "take"
    OURS = "force"
    THEIRS = "spread"


class Choices(Struct, frozen=True):
    """Conflicts, by name or all, that are settled for the YAML (ours) or the document (theirs)."""

    ours: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()

    def verdict(self, name: str) -> Verdict | None:
        """Return how the conflict ``name`` is settled, None where it is not; a name goes before all."""
        for names, verdict in ((self.ours, Verdict.OURS), (self.theirs, Verdict.THEIRS)):
            if name in names:
                return verdict
        for names, verdict in ((self.ours, Verdict.OURS), (self.theirs, Verdict.THEIRS)):
            if ALL in names:
                return verdict
        return None

    def by_path(self, *given: Parameters) -> Choices:
        """Return the choices with the paths of values that a person called by the names printed of them."""
        return Choices(
            *(tuple(path_called(name, given) or name for name in names) for names in (self.ours, self.theirs))
        )


class Decision(Struct):
    """The verdict on a value: what was written, what the document has (None: it cannot be told), what the
    YAML has. ``segment`` is the YAML's."""

    verdict: Verdict
    base: str
    theirs: list[str | None]
    ours: str
    segment: TextSpan | None = None


def normal(text: str) -> str:
    """Return a value without the breaks of a title and blanks around it."""
    return text.replace("\n", "").strip()
