"""The commands `drafter skill install` and `drafter skill show`, for assistants that run commands."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.options import Force, Json
from drafter.cli.terminal import print_json, print_written, reporting_errors
from drafter.i18n import _

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


@app.command("install", help=_("Write the skill into an assistant's folder of skills."))
def install(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help=_("The folder in which the assistant looks for skills."))
    ],
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Write the skill into an assistant's folder of skills, as drafter/SKILL.md."""
    from drafter.agents.skill import install_skill

    with reporting_errors(as_json):
        installed = install_skill(folder, force=force)
    if as_json:
        copy = str(installed.copy) if installed.copy else None
        print_json({"output": str(installed.path), "copy": copy, "errors": []})
    else:
        print_written([installed.path], [installed.copy] if installed.copy else [])


@app.command("show", help=_("Print the skill."))
def show() -> None:
    """Print the skill."""
    from drafter.agents.skill import skill_text

    print(skill_text(), end="")
