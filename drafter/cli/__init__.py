"""The command line. A command parses its options, calls one function of the library and prints.

Commands import the library when they run, so that `--help` and mistyped options are answered at once.
"""

from __future__ import annotations

import typer

from drafter.cli import build, diff, lists, new, outline, pull, schema, template, update
from drafter.i18n import _

app = typer.Typer(
    name="drafter",
    help=_("From a meeting's YAML to an editable Word speech, laid out as GB/T 9704-2012 has it."),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("new", help=_("Write a YAML with a comment for each key, to start from."))(new.new)
app.command("build", help=_("Write the speeches that YAML files ask for, and say what is still open."))(
    build.build
)
app.command("outline", help=_("Print the outline 提纲 of a speech."))(outline.outline)
app.command("update", help=_("Bring edited documents up to date with their YAML."))(update.update)
app.command("pull", help=_("Read values from an edited document back into its YAML."))(pull.pull)
app.command("diff", help=_("Tell what one draft says otherwise than another."))(diff.diff)
app.command("kinds", help=_("List the kinds of speeches 文种."))(lists.kinds)
app.command("topics", help=_("List the topics 领域: fields of work to start from."))(lists.topics)
app.command("headings", help=_("List the patterns of parallel headings."))(lists.headings)
app.command("layouts", help=_("List the layouts 版式."))(lists.layouts)
app.command("schema", help=_("Print the JSON Schema of the YAML, for editors."))(schema.schema)
app.add_typer(
    template.app, name="template", help=_("Write kinds of your own, and check a folder of templates.")
)


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
