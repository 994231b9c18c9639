"""The command `drafter outline`: the headings of a speech."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.options import Json, Templates, Trust
from drafter.cli.terminal import print_json, reporting_errors
from drafter.i18n import _


def outline(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("The YAML file of a meeting, or a .docx."))],
    templates: Templates = None,
    trust: Trust = False,
    as_json: Json = False,
) -> None:
    """Print the outline 提纲 of a speech."""
    from drafter.writers.build import outline_of

    with reporting_errors(as_json):
        lines = outline_of(file, templates or ())
    if as_json:
        print_json([{"level": line.level, "text": line.text} for line in lines])
        return
    for line in lines:
        print("  " * (line.level - 1) + line.text)
