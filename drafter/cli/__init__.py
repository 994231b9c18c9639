"""The command line. A command parses its options, calls one function of the library and prints.

A command is imported when it is asked for, and imports the library when it runs, so that `--help` and
mistyped options are answered at once.
"""

from __future__ import annotations

import typer

from drafter.cli.commands import Commands
from drafter.i18n import _

app = typer.Typer(
    cls=Commands,
    name="drafter",
    help=_("From a meeting's YAML to an editable Word speech, laid out as GB/T 9704-2012 has it."),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(is_asked: bool) -> None:
    if is_asked:
        from drafter import __version__

        print(f"drafter {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help=_("Print the version and exit.")
    ),
) -> None:
    """Options that stand before a command."""
