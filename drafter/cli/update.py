"""Commands on a document that somebody edited: pull, update."""

from __future__ import annotations

import json
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.options import DONE, FINDINGS, Json, Templates, reporting_errors, split_names
from drafter.i18n import _

if TYPE_CHECKING:
    from drafter.merge.decisions import Choices
    from drafter.merge.pull import Pull


Document = Annotated[Path, typer.Argument(metavar="DOCX", help=_("The document that was edited."))]
Ours = Annotated[
    str,
    typer.Option("--ours", metavar="NAMES", help=_("Conflicts to settle for the YAML, by name, or `all`.")),
]
Theirs = Annotated[
    str,
    typer.Option(
        "--theirs", metavar="NAMES", help=_("Conflicts to settle for the document, by name, or `all`.")
    ),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help=_("Write nothing; show what would change."))]


def update(
    docx: Document,
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
    from drafter.cli.findings import print_update, tell_unknown
    from drafter.merge.update import update_document

    choices = _choices(ours, theirs)
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
    tell_unknown(done.findings, (*choices.ours, *choices.theirs))
    written = (output or docx) if done.document is not None and not dry_run else None
    if as_json:
        _print_json({"written": str(written) if written else None, **done.findings.as_json()})
    else:
        print_update(done.findings, written)
    raise typer.Exit(FINDINGS if done.findings.conflicts else DONE)


def pull(
    docx: Document,
    yaml: Annotated[
        Path | None,
        typer.Argument(
            metavar="[YAML]", help=_("The YAML to write to; a new one beside the document, unless given.")
        ),
    ] = None,
    ours: Ours = "",
    theirs: Theirs = "",
    dry_run: DryRun = False,
    as_json: Json = False,
    templates: Templates = None,
) -> None:
    """Read values and prose from an edited document back into its YAML."""
    from drafter.cli.findings import print_pull, tell_unknown
    from drafter.merge.pull import pull_document

    target, choices = yaml or docx.with_suffix(".yaml"), _choices(ours, theirs)
    with reporting_errors():
        done = pull_document(docx, target, templates=templates or (), choices=choices, write=not dry_run)
    tell_unknown(done.findings, (*choices.ours, *choices.theirs))
    if as_json:
        _print_json({"changes": _diff(done, target), "refused": done.refused, **done.findings.as_json()})
    elif dry_run:
        print(_diff(done, target), end="")
        print_pull(done, None)
    else:
        print_pull(done, target if done.after != done.before else None)
    raise typer.Exit(FINDINGS if done.findings.conflicts or done.refused else DONE)


def _choices(ours: str, theirs: str) -> Choices:
    from drafter.cli.findings import names_of
    from drafter.merge.decisions import Choices

    return Choices(names_of(split_names(ours)), names_of(split_names(theirs)))


def _diff(done: Pull, path: Path) -> str:
    """Return what changes in the YAML, as a unified diff."""
    before, after = done.before.splitlines(keepends=True), done.after.splitlines(keepends=True)
    lines = unified_diff(before, after, str(path), str(path), n=1)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _print_json(found: object) -> None:
    print(json.dumps(found, ensure_ascii=False, indent=2))
