"""The command `drafter new`: a YAML to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.options import Force, Templates, split_names
from drafter.cli.terminal import print_written, reporting_errors
from drafter.i18n import _


def new(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=_("The kind of speech, see `drafter kinds`."))],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help=_("Write here instead of printing."))
    ] = None,
    topic: Annotated[
        str | None,
        typer.Option(
            "--topic", metavar="TOPIC", help=_("A field of work to start from, see `drafter topics`.")
        ),
    ] = None,
    papers: Annotated[
        str,
        typer.Option(
            "--papers", metavar="KINDS", help=_("Other papers of the same meeting to have keys for.")
        ),
    ] = "",
    sample: Annotated[
        bool,
        typer.Option("--sample", help=_("A sample with every value filled in, instead of an empty file.")),
    ] = False,
    force: Force = False,
    templates: Templates = None,
) -> None:
    """Write a YAML with a comment for each key, to start from."""
    from drafter.library import library_for
    from drafter.templating.starter import starting_yaml
    from drafter.writers.output import write_file

    if sample and (topic or papers):
        raise typer.BadParameter(_("a sample is filled in already: leave out --topic and --papers"))
    with reporting_errors():
        library = library_for(output or Path("-"), templates or ())
        names = split_names(papers)
        text = library.sample(kind) if sample else starting_yaml(kind, library, topic, names)
        if output is None or str(output) == "-":
            print(text, end="")
        else:
            copy = write_file(output, text.encode("utf-8"), force=force)
            print_written([output], [copy] if copy else [])
