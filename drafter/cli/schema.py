"""The command `drafter schema`: the keys of the YAML, for editors and for people."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.options import Json, Templates, Trust
from drafter.cli.terminal import print_json, reporting_errors
from drafter.i18n import _


def schema(
    kind: Annotated[
        str | None, typer.Argument(metavar="[KIND]", help=_("Only what this kind of speech takes."))
    ] = None,
    as_markdown: Annotated[
        bool, typer.Option("--markdown", help=_("Print every key as a Markdown page instead."))
    ] = False,
    templates: Templates = None,
    trust: Trust = False,
    as_json: Json = False,
) -> None:
    """Print the JSON Schema of the YAML, for editors."""
    from drafter.library import library_for
    from drafter.templating.schema import json_schema, key_reference

    if as_json and as_markdown:
        raise typer.BadParameter(_("--markdown is a page for people: leave out --json"))
    with reporting_errors(as_json):
        library = library_for(Path("-"), templates or ())
        if as_markdown:
            print(key_reference(), end="")
        else:
            print_json(json_schema(library, kind))
