"""The command `drafter pull`: what was edited in a document goes back into its YAML."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from drafter.cli.options import DryRun, EditedDocument, Full, Json, Ours, Templates, Theirs, Trust, choices_of
from drafter.cli.terminal import DONE, FINDINGS, print_json, reporting_errors
from drafter.i18n import _

if TYPE_CHECKING:
    from drafter.merge.pull import Pull


def pull(
    docx: EditedDocument,
    yaml: Annotated[
        Path | None,
        typer.Argument(
            metavar="[YAML]", help=_("The YAML to write to; a new one beside the document, unless given.")
        ),
    ] = None,
    full: Full = False,
    ours: Ours = None,
    theirs: Theirs = None,
    dry_run: DryRun = False,
    as_json: Json = False,
    templates: Templates = None,
    trust: Trust = False,
) -> None:
    """Read values and prose from an edited document back into its YAML."""
    from drafter.cli.findings import print_pull, print_unknown_names
    from drafter.merge.pull import pull_document

    target, choices = yaml or _beside(docx), choices_of(ours, theirs)
    with reporting_errors(as_json):
        done = pull_document(docx, target, templates=templates or (), choices=choices, write=not dry_run)
    print_unknown_names([done.findings], (*choices.ours, *choices.theirs), done.given)
    if as_json:
        print_json(_as_json(done, docx, target, is_dry=dry_run))
    elif dry_run:
        print(_diff(done, target), end="")
        print_pull(done, target, is_written=False, full=full)
    else:
        print_pull(done, target, is_written=done.after != done.before, full=full)
    raise typer.Exit(FINDINGS if done.findings.conflicts or done.refused else DONE)


def _as_json(done: Pull, docx: Path, target: Path, *, is_dry: bool) -> dict[str, Any]:
    is_written = done.after != done.before and not is_dry
    return {
        "document": str(docx),
        "yaml": str(target),
        "written": str(target) if is_written else None,
        "changes": _diff(done, target),
        "refused": done.refused,
        **done.findings.as_json(),
        "errors": [],
    }


def _beside(docx: Path) -> Path:
    """Return the YAML of the same name; a path without a name is a folder, which is told when it is read."""
    return docx.with_suffix(".yaml") if docx.name else docx


def _diff(done: Pull, path: Path) -> str:
    """Return the changes of the YAML as a unified diff."""
    before, after = done.before.splitlines(keepends=True), done.after.splitlines(keepends=True)
    lines = unified_diff(before, after, str(path), str(path), n=1)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
