"""What each tool takes: the models of its arguments, with bounds, and their JSON Schemas."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta, Struct

from drafter.agents.errors import tool_error
from drafter.agents.root import LONGEST_PATH
from drafter.facts.read import LONGEST
from drafter.i18n import _

# More names than a meeting has papers or conflicts are no answer of a person.
_MOST_NAMES, _LONGEST_NAME = 100, 200
_DIGEST = 64

# What is taken of the schema that msgspec makes of a model, and what stands for none.
_SCHEMA_KEYS: dict[str, Any] = {"properties": {}, "required": []}

Name = Annotated[str, Meta(max_length=_LONGEST_NAME)]
Names = Annotated[tuple[Name, ...], Meta(max_length=_MOST_NAMES)]


class Arguments(Struct, frozen=True, forbid_unknown_fields=True):
    """The arguments of a tool; what it does not know is refused."""


class Kinds(Arguments, frozen=True):
    """No arguments."""


class New(Arguments, frozen=True):
    """The arguments of ``new``."""

    sheet: Annotated[
        str, Meta(max_length=LONGEST, description=_("The words of the task sheet, as they are."))
    ] = ""
    path: Annotated[
        str,
        Meta(max_length=LONGEST_PATH, description=_("A task sheet to read instead: .txt, .md or .docx.")),
    ] = ""
    output: Annotated[
        str, Meta(max_length=LONGEST_PATH, description=_("The YAML to write; without it, none is written."))
    ] = ""
    kind: Annotated[
        Name, Meta(description=_("The kind of speech, where the sheet does not tell it; see kinds."))
    ] = ""
    papers: Annotated[Names, Meta(description=_("Other papers of the same meeting, by their kinds."))] = ()
    english: Annotated[bool, Meta(description=_("Write keys in English instead of Chinese."))] = False
    today: Annotated[
        Name,
        Meta(description=_("The day near which dates without a year lie; unless given, today.")),
    ] = ""


class Source(Arguments, frozen=True):
    """The arguments of ``validate``."""

    path: Annotated[str, Meta(max_length=LONGEST_PATH, description=_("The YAML of a meeting."))]


class Draft(Arguments, frozen=True):
    """The arguments of ``draft``."""

    path: Annotated[str, Meta(max_length=LONGEST_PATH, description=_("The YAML of a meeting."))]
    paper: Annotated[Name, Meta(description=_("Another paper of the meeting, by its kind."))] = ""
    explain: Annotated[bool, Meta(description=_("Tell of each sentence where it comes from."))] = False


class Check(Arguments, frozen=True):
    """The arguments of ``check``."""

    path: Annotated[str, Meta(max_length=LONGEST_PATH, description=_("A draft: .yaml, .docx, .txt or .md."))]
    facts: Annotated[
        str,
        Meta(
            max_length=LONGEST_PATH,
            description=_("The task sheet or the YAML that every claim of the draft has to come from."),
        ),
    ] = ""


class Diff(Arguments, frozen=True):
    """The arguments of ``diff``."""

    old: Annotated[str, Meta(max_length=LONGEST_PATH, description=_("A YAML file or a .docx."))]
    new: Annotated[str, Meta(max_length=LONGEST_PATH, description=_("What it is compared with."))]


class Update(Arguments, frozen=True):
    """The arguments of ``update``."""

    document: Annotated[
        str, Meta(max_length=LONGEST_PATH, description=_("The .docx that somebody has edited."))
    ]
    path: Annotated[str, Meta(max_length=LONGEST_PATH, description=_("The YAML as it is now."))]
    ours: Annotated[
        Names, Meta(description=_("Names of conflicts shown that a person settled for the YAML."))
    ] = ()
    theirs: Annotated[
        Names, Meta(description=_("Names of conflicts shown that a person settled for the document."))
    ] = ()
    track: Annotated[bool, Meta(description=_("Write changes as tracked revisions."))] = False
    digest: Annotated[
        str,
        Meta(max_length=_DIGEST, description=_("The digest of what was shown, as the last answer gave it.")),
    ] = ""
    confirm: Annotated[bool, Meta(description=_("Write what was shown; nothing is written without it."))] = (
        False
    )


class Build(Arguments, frozen=True):
    """The arguments of ``build``."""

    path: Annotated[str, Meta(max_length=LONGEST_PATH, description=_("The YAML of a meeting."))]
    output: Annotated[
        str,
        Meta(
            max_length=LONGEST_PATH, description=_("The document to write; else it stands beside the YAML.")
        ),
    ] = ""
    formats: Annotated[Names, Meta(description=_("docx, md, txt, html; docx unless given."))] = ()
    papers: Annotated[Names, Meta(description=_("Other papers of the same meeting, by their kinds."))] = ()


Model = TypeVar("Model", bound=Arguments)


def read_arguments(given: dict[str, Any], model: type[Model]) -> Model:
    """Return ``given`` as ``model``; raises ToolError for what does not fit."""
    try:
        return msgspec.convert(given, model)
    except msgspec.ValidationError as error:
        message = _("the arguments do not fit: {reason}").format(reason=error)
        raise tool_error("A102", message, remedy=_("see the schema of the tool")) from None


def schema_of(model: type[Arguments]) -> dict[str, Any]:
    """Return the JSON Schema of a tool's arguments, an object without references."""
    _references, parts = msgspec.json.schema_components([model])
    # Its title and description are of the model; the tool has its own.
    taken = {key: parts[model.__name__].get(key, empty) for key, empty in _SCHEMA_KEYS.items()}
    return {"type": "object", **taken, "additionalProperties": False}
