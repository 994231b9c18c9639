"""The commands `drafter template new` and `drafter template check`, for authors of templates."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.options import Json
from drafter.cli.terminal import (
    DONE,
    FINDINGS,
    blank_count,
    cell,
    character_count,
    console,
    empty_table,
    faults_text,
    help_text,
    print_json,
    print_written,
    reporting_errors,
)
from drafter.i18n import _, ngettext

if TYPE_CHECKING:
    from drafter.library import Library
    from drafter.speech.summary import Summary
    from drafter.templating.check import CheckedKind, CheckReport

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)

# The folder of a new kind if neither an option nor drafter.toml names one.
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
    from drafter.library import SETTINGS, Library, library_for
    from drafter.templating.scaffold import new_kind

    with reporting_errors():
        configured = library_for(Path(SETTINGS))
        folder = output or next(iter(configured.folders[:-1]), FOLDER)
        library = Library(dict.fromkeys((folder, *configured.folders[:-1])))
        print_written(new_kind(name, folder, library, source))
    _print_next(name, folder, configured)


def _print_next(name: str, folder: Path, configured: Library) -> None:
    """Print what to do with the new files, and how drafter finds them if no drafter.toml names the folder."""
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
    from drafter.templating.check import check_templates

    with reporting_errors():
        checked = check_templates(folder, kinds or ())
    if as_json:
        print_json(checked.as_json())
    else:
        print_checked(checked)
    raise typer.Exit(FINDINGS if checked.faults else DONE)


# If there are more kinds than this, their blanks are not printed; --json and --kind show them.
FEW = 3


def print_checked(checked: CheckReport) -> None:
    """Print the drafts of each kind, every fault and note, and the number of faults."""
    if sys.stdout.isatty():
        _print_tables(checked)
    else:
        _print_lines(checked)
    for text in faults_text(checked.faults):
        print(f"{text}\n")
    for note in checked.notes:
        print(f"{note.concise()}\n{help_text(note.remedy)}\n")
    count = len(checked.faults)
    print(ngettext("{count} fault", "{count} faults", count).format(count=count) if count else _("no faults"))


def _drafts(kind: CheckedKind) -> Iterator[tuple[str, Summary]]:
    for name, summary in ((_("least"), kind.least), (_("full"), kind.full)):
        if summary is not None:
            yield name, summary


def _print_lines(checked: CheckReport) -> None:
    for kind in checked.kinds:
        for name, summary in _drafts(kind):
            length, blanks = character_count(summary.characters), blank_count(len(summary.blanks))
            print(f"{kind.kind}\t{name}\t{length}\t{blanks}")
            if len(checked.kinds) <= FEW:
                for blank in summary.blanks:
                    print(f"【{blank.label}】\t{blank.path}")


def _print_tables(checked: CheckReport) -> None:
    table = empty_table(_("kind"), _("YAML"), _("characters"), _("blanks"), _("YAML key"))
    for kind in checked.kinds:
        for name, summary in _drafts(kind):
            table.add_row(cell(kind.kind), name, str(summary.characters), str(len(summary.blanks)), "")
            for blank in summary.blanks if len(checked.kinds) <= FEW else ():
                table.add_row("", "", "", cell(f"【{blank.label}】"), cell(blank.path))
    if checked.kinds:
        console().print(table)
