"""The command `drafter update`: an edited document follows its YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.options import DryRun, EditedDocument, Json, Ours, Templates, Theirs, choices_of
from drafter.cli.terminal import DONE, FINDINGS, print_json, reporting_errors
from drafter.i18n import _


def update(
    docx: EditedDocument,
    yaml: Annotated[Path, typer.Argument(metavar="YAML", help=_("The YAML, as it is now."))],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help=_("Write here, and leave the document alone.")),
    ] = None,
    track: Annotated[
        bool, typer.Option("--track", help=_("Write changes as tracked revisions, to be accepted in Word."))
    ] = False,
    ours: Ours = "",
    theirs: Theirs = "",
    dry_run: DryRun = False,
    as_json: Json = False,
    templates: Templates = None,
) -> None:
    """Bring an edited document up to date with its YAML, and keep what a person changed."""
    from drafter.cli.findings import print_unknown_names, print_update
    from drafter.merge.update import update_document

    choices = choices_of(ours, theirs)
    with reporting_errors():
        done = update_document(
            docx,
            yaml,
            templates=templates or (),
            choices=choices,
            track=track,
            write=not dry_run,
            output=output,
        )
    print_unknown_names(done.findings, (*choices.ours, *choices.theirs))
    written = (output or docx) if done.document is not None and not dry_run else None
    if as_json:
        print_json({"written": str(written) if written else None, **done.findings.as_json()})
    else:
        print_update(done.findings, written)
    raise typer.Exit(FINDINGS if done.findings.conflicts else DONE)
