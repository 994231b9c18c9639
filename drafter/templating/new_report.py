"""What is told of a new YAML: what was read, what is doubtful, and what the draft would leave open."""

from __future__ import annotations

from typing import Any, cast

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from drafter.errors import Diagnostic, InputError
from drafter.library import Library, parameters_in
from drafter.models.facts import Facts
from drafter.models.fields import fields_of
from drafter.models.parameters import Parameters
from drafter.speech.summary import OpenBlank, iter_blanks
from drafter.templating.draft import draft
from drafter.templating.from_sheet import NO_PLACE, SheetYaml
from drafter.yaml.source import source_of


class Read(Struct, frozen=True):
    """What a YAML says: the meeting, the speaker, how many facts of each type, wishes, what is missing.

    ``facts`` are counted by the keys of ``facts:``; ``missing`` is what somebody has to ask for.
    """

    meeting: str
    date: str = ""
    speaker: str = ""
    post: str = ""
    minutes: float | None = None
    facts: dict[str, int] = {}
    wishes: dict[str, Any] = {}
    missing: tuple[str, ...] = ()


class NewReport(Struct, frozen=True):
    """A new YAML and what is told of it.

    ``doubts`` are what is to be checked in the sheet, ``notes`` its words that found no other place.
    ``blanks`` are those that the draft would leave, ``faults`` those of a YAML that does not load.
    """

    text: str
    kind: str
    is_guessed: bool = False
    read: Read | None = None
    doubts: tuple[Diagnostic, ...] = ()
    notes: tuple[Diagnostic, ...] = ()
    blanks: tuple[OpenBlank, ...] = ()
    faults: tuple[Diagnostic, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the report as plain values for programs."""
        plain = cast("dict[str, Any]", to_builtins({"read": self.read, "blanks": self.blanks}))
        return {
            "text": self.text,
            "kind": self.kind,
            "guessed": self.is_guessed,
            "read": plain["read"],
            "doubts": [one.as_json() for one in self.doubts],
            "notes": [one.as_json() for one in self.notes],
            "blanks": plain["blanks"],
            "errors": [one.as_json() for one in self.faults],
        }


def report_on_sheet(made: SheetYaml, library: Library, name: str = "") -> NewReport:
    """Return what is told of the YAML of a task sheet, which a file called ``name`` is to hold."""
    report = report_on(made.text, library, name)
    return replace(
        report,
        kind=made.kind,
        is_guessed=made.is_guessed,
        doubts=tuple(one for one in made.doubts if one.code != NO_PLACE),
        notes=tuple(one for one in made.doubts if one.code == NO_PLACE),
    )


def report_on(text: str, library: Library, name: str = "") -> NewReport:
    """Return what is told of the new YAML ``text``, which a file called ``name`` is to hold."""
    try:
        parameters = parameters_in(source_of(name, text), library)
        blanks = tuple(iter_blanks(draft(parameters, library)))
    except InputError as error:
        return NewReport(text, "", faults=error.diagnostics)
    return NewReport(text, parameters.kind, read=_read(parameters), blanks=blanks)


def _read(given: Parameters) -> Read:
    facts = {key: len(getattr(given.facts, spec.name)) for key, spec in fields_of(Facts).items()}
    return Read(
        meeting=given.meeting.name,
        date=given.meeting_date,
        speaker=given.speaker.name or "",
        post=given.speaker.post or "",
        minutes=given.style.minutes,
        facts={key: count for key, count in facts.items() if count},
        wishes={key: value for key, value in to_builtins(given.intent).items() if value},
        missing=tuple(one.what for one in given.missing if one.what),
    )
