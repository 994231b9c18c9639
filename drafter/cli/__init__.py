"""The command line. A command parses, calls one library function, prints."""

from __future__ import annotations

import typer

from drafter.cli import building, new, showing
from drafter.i18n import _

app = typer.Typer(
    name="drafter",
    help=_("From a meeting's YAML to an editable Word speech, laid out as GB/T 9704-2012 has it."),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("new")(new.new)
app.command("build")(building.build)
app.command("outline")(showing.outline)
app.command("kinds")(showing.kinds)
app.command("layouts")(showing.layouts)
app.command("schema")(showing.schema)


def _version(wanted: bool) -> None:
    if wanted:
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
