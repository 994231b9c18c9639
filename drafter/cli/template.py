"""Commands for those who write templates: a kind to start from, and a check of a folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.options import Json
from drafter.cli.reporting import DONE, FINDINGS, reporting_errors
from drafter.i18n import _

if TYPE_CHECKING:
    from drafter.library import Library

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)

# Where a new kind goes if nobody says.
FOLDER = Path("our-templates")


@app.command("new", help=_("Write a new kind into your own folder of templates."))
def new(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help=_("Its English name: small letters, digits, hyphens."))
    ],
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="KIND", help=_("The kind to copy, instead of a small one.")),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            help=_("Your folder of templates; else the one drafter.toml names, else our-templates."),
        ),
    ] = None,
) -> None:
    """Write a new kind into your own folder of templates."""
    from drafter.authoring.new import new_kind
    from drafter.library import Library
    from drafter.settings import FILE, library_for

    with reporting_errors():
        configured = library_for(Path(FILE))
        folder = output or next(iter(configured.folders[:-1]), FOLDER)
        library = Library(dict.fromkeys((folder, *configured.folders[:-1])))
        for path in new_kind(name, folder, library, source):
            print(_("wrote {path}").format(path=path))
    _print_next(name, folder, configured)


def _print_next(name: str, folder: Path, configured: Library) -> None:
    """Say what to do with the files, and how drafter finds them where no drafter.toml says so."""
    option = "" if folder in configured.folders else f" --templates {folder}"
    print(_("change the words in them, then: {command}").format(command=f"drafter template check {folder}"))
    print(_("to use the kind: {command}").format(command=f"drafter new {name}{option} -o {name}.yaml"))
    if option:
        line = f'templates = "{folder.as_posix()}"'
        print(_("or write this line into drafter.toml beside your YAML files: {line}").format(line=line))


@app.command("check", help=_("Check a folder of templates, and say what its kinds leave blank."))
def check(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=_("Your folder of templates."))],
    kinds: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="KIND", help=_("Only this kind; may be given several times.")),
    ] = None,
    as_json: Json = False,
) -> None:
    """Check a folder of templates, and say what its kinds leave blank."""
    from drafter.authoring.check import check_templates

    with reporting_errors():
        checked = check_templates(folder, kinds or ())
    if as_json:
        print(json.dumps(checked.as_json(), ensure_ascii=False, indent=2))
    else:
        from drafter.cli.checks import print_checked

        print_checked(checked)
    raise typer.Exit(FINDINGS if checked.faults else DONE)
