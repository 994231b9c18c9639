"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drafter.i18n import _

Templates = Annotated[
    list[Path] | None,
    typer.Option(
        "--templates",
        metavar="DIR",
        help=_("A folder of templates to look in first; may be given several times."),
    ),
]
Force = Annotated[
    bool,
    typer.Option("--force", help=_("Overwrite what drafter did not make; a copy is kept beside it.")),
]
Json = Annotated[bool, typer.Option("--json", help=_("Print JSON, for programs."))]


def split_names(text: str) -> list[str]:
    """Return the names in ``text``, which commas of either width divide."""
    return [name.strip() for name in text.replace("，", ",").split(",") if name.strip()]
