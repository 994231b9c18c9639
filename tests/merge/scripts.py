"""Random edits, then a random change of the YAML: what is asked of every update that follows."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from random import Random

from hypothesis import strategies as st
from msgspec import Struct

import drafter
from drafter.docx.write.document import write_docx
from drafter.library import builtin_library
from drafter.merge.decisions import Choices
from drafter.merge.update import Update, updated
from drafter.models.parameters import Parameters

from .changes import CHANGES, Change, can_be_drafted, change_at, changed, checked, held
from .edits import WORDS, Edit, drop_bookmarks
from .objects import OBJECTS, comment, put_in_table, track_deletion, track_insertion
from .opened import Opened
from .values import VALUES, drop_controls

ROOT = Path(__file__).parents[2]
DRAFTS = {
    "speech": ROOT / "examples" / "social-work-conference.yaml",
    "least": ROOT / "examples" / "least.yaml",
    "notice": ROOT / "templates" / "kinds" / "notice" / "sample.yaml",
    "symposium": ROOT / "templates" / "kinds" / "symposium" / "sample.yaml",
}
# What LibreOffice makes of drawings, nested controls and text boxes is its own affair.
_CALM = (*WORDS, *VALUES, put_in_table, comment, track_insertion, track_deletion)
_SHORT = ("least", "notice", "symposium")
_NUMBERS = st.integers(0, 9999)


class Script(Struct, frozen=True):
    """A document, what was done to it, what became of its YAML, and how it is brought up to date."""

    draft: str
    edits: list[tuple[Edit, int, int]]
    changes: list[tuple[Change, int, int]]
    choice: str = ""
    track: bool = False
    clashes: int = 0

    def __repr__(self) -> str:
        edits = ", ".join(f"({one.__name__}, {a}, {b})" for one, a, b in self.edits)
        changes = ", ".join(f"({one.__name__}, {a}, {b})" for one, a, b in self.changes)
        return (
            f"Script({self.draft!r}, [{edits}], [{changes}], {self.choice!r}, {self.track}, {self.clashes})"
        )


def scripts(*edits: Edit, most: int = 6) -> st.SearchStrategy[Script]:
    """Scripts of ``edits``, or of all there are."""
    chosen = edits or (*WORDS, *VALUES, *WORDS, *VALUES, *OBJECTS, drop_bookmarks, drop_controls)
    return st.builds(
        Script,
        draft=st.sampled_from((*_SHORT, *_SHORT, "speech")),
        edits=st.lists(st.tuples(st.sampled_from(chosen), _NUMBERS, _NUMBERS), min_size=1, max_size=most),
        changes=st.lists(st.tuples(st.sampled_from(CHANGES), _NUMBERS, _NUMBERS), min_size=1, max_size=3),
        choice=st.sampled_from(("", "", "", "ours", "theirs")),
        track=st.sampled_from((False, False, True)),
        clashes=st.sampled_from((0, 0, 7)),
    )


def random_script(chance: Random) -> Script:
    """One script, where it is to be the same each time: LibreOffice and validators take their time."""

    def some(most: int) -> list[tuple[int, int, int]]:
        return [tuple(chance.randrange(9999) for _ in range(3)) for _ in range(chance.randint(1, most))]  # type: ignore[misc]

    edits = [(_CALM[kind % len(_CALM)], where, place) for kind, where, place in some(5)]
    changes = [(CHANGES[kind % len(CHANGES)], where, how) for kind, where, how in some(3)]
    choice = chance.choice(("", "ours", "theirs"))
    return Script(chance.choice(sorted(DRAFTS)), edits, changes, choice, chance.random() < 0.4)


@lru_cache(maxsize=8)
def parameters_of(draft: str) -> Parameters:
    return drafter.load(DRAFTS[draft])


@lru_cache(maxsize=8)
def written(draft: str) -> bytes:
    return document(parameters_of(draft))


def document(parameters: Parameters) -> bytes:
    """What build writes of ``parameters``."""
    library = builtin_library()
    speech = drafter.draft(parameters, library)
    return write_docx(speech, library.layout(speech.layout))


def brought(docx: bytes, parameters: Parameters, choice: str = "", track: bool = False) -> Update:
    """The document, brought up to date."""
    choices = Choices(**{choice: ("all",)}) if choice else Choices()
    library = builtin_library()
    return updated(docx, parameters, library, choices=choices, track=track, another_meeting=True)


def edited(script: Script) -> tuple[Opened, Parameters]:
    """The document of ``script`` as it was edited, and what became of its YAML."""
    opened = Opened(written(script.draft))
    for edit, where, place in script.edits:
        edit(opened, where, place)
    after = changed(parameters_of(script.draft), script.changes)
    return opened, clashing(after, opened.filled, script.clashes) if script.clashes else after


def clashing(parameters: Parameters, names: list[str], how: int) -> Parameters:
    """What becomes of ``parameters`` when somebody gives the values anew that a person typed over."""
    for name in names:
        data = held(parameters)
        with suppress(KeyError, IndexError, AttributeError):
            change_at(data, name, how)
        after = checked(data)
        if after is not None and can_be_drafted(after):
            parameters = after
    return parameters
