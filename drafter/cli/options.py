"""Options that several commands share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.terminal import PLACES
from drafter.i18n import _

if TYPE_CHECKING:
    from drafter.merge.decisions import Choices

Templates = Annotated[
    list[Path] | None,
    typer.Option(
        "--templates",
        metavar="DIR",
        help=_("A folder of templates to look in first; may be given several times."),
    ),
]


def _trust(is_given: bool) -> bool:
    from drafter.library.trust import trust

    trust(is_given)
    return is_given


Trust = Annotated[
    bool,
    typer.Option(
        "--trust",
        callback=_trust,
        help=_("Trust the templates elsewhere that drafter.toml names, now and later."),
    ),
]
Force = Annotated[
    bool,
    typer.Option("--force", help=_("Overwrite what drafter did not make; a copy is kept beside it.")),
]
Json = Annotated[bool, typer.Option("--json", help=_("Print JSON, for programs."))]

# Options of the commands on an edited document: update and pull.
EditedDocument = Annotated[Path, typer.Argument(metavar="DOCX", help=_("The document that was edited."))]
Ours = Annotated[
    list[str] | None,
    typer.Option("--ours", metavar="NAMES", help=_("Conflicts to settle for the YAML, by name, or `all`.")),
]
Theirs = Annotated[
    list[str] | None,
    typer.Option(
        "--theirs", metavar="NAMES", help=_("Conflicts to settle for the document, by name, or `all`.")
    ),
]
Full = Annotated[bool, typer.Option("--full", help=_("Print texts in full."))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=_("Write nothing; show what would change."))]


# A comma inside of quotation marks is part of a name: 数据“土地，房屋”.
_COMMA = re.compile("[,，](?![^“”]*”)")


def split_names(text: str) -> list[str]:
    """Return the names in ``text``, which are separated by commas of either width."""
    return [name.strip() for name in _COMMA.split(text) if name.strip()]


def choices_of(ours: Sequence[str] | None, theirs: Sequence[str] | None) -> Choices:
    """Return the choices that the options ``--ours`` and ``--theirs`` make, each as often as it is given."""
    from drafter.merge.decisions import Choices

    return Choices(_conflict_names(ours or ()), _conflict_names(theirs or ()))


def _conflict_names(options: Sequence[str]) -> tuple[str, ...]:
    """Return the names of conflicts in ``options``; a place may be named in the user's language."""
    known = {label: place for place, label in PLACES.items()}
    parts = (name.partition("#") for option in options for name in split_names(option))
    return tuple(f"{known.get(place, place)}{mark}{number}" for place, mark, number in parts)
