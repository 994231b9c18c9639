"""The commands that list what a library holds: kinds, topics, headings, layouts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.options import Json, Templates, Trust
from drafter.cli.terminal import print_json, reporting_errors
from drafter.i18n import _
from drafter.i18n.text import display_width, pad


def kinds(templates: Templates = None, trust: Trust = False, as_json: Json = False) -> None:
    """List the kinds of speeches 文种."""
    from drafter.library import library_for

    with reporting_errors(as_json):
        library = library_for(Path("-"), templates or ())
        described = ((name, library.kind(name)) for name in library.kinds())
        _print_rows([(name, kind.name, kind.summary) for name, kind in described], as_json)


def topics(templates: Templates = None, trust: Trust = False, as_json: Json = False) -> None:
    """List the topics 领域: fields of work to start from."""
    from drafter.library import library_for

    with reporting_errors(as_json):
        library = library_for(Path("-"), templates or ())
        described = ((name, library.topic(name)) for name in library.topics())
        _print_rows([(name, topic.name, topic.summary) for name, topic in described], as_json)


def headings(templates: Templates = None, trust: Trust = False, as_json: Json = False) -> None:
    """List the patterns of parallel headings, as `pattern` names them."""
    from drafter.library import library_for

    with reporting_errors(as_json):
        patterns = library_for(Path("-"), templates or ()).headings.patterns
        _print_rows([(pattern.name, pattern.text, "、".join(pattern.heads)) for pattern in patterns], as_json)


def layouts(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help=_("Only this layout."))] = None,
    with_fonts: Annotated[
        bool,
        typer.Option("--fonts", help=_("Tell the fonts of each layout, and which are installed here.")),
    ] = False,
    templates: Templates = None,
    trust: Trust = False,
    as_json: Json = False,
) -> None:
    """List the layouts 版式."""
    from drafter.library import library_for

    with reporting_errors(as_json):
        library = library_for(Path("-"), templates or ())
        described = {each: library.layout(each) for each in ([name] if name else library.layouts())}
        if with_fonts:
            from drafter.cli.fonts import print_fonts

            print_fonts(described, as_json)
        else:
            _print_rows([(each, layout.name, layout.summary) for each, layout in described.items()], as_json)


def _print_rows(rows: list[tuple[str, str, str]], as_json: bool) -> None:
    if as_json:
        keys = ("id", "name", "summary")
        print_json([dict(zip(keys, row, strict=True)) for row in rows])
        return
    widths = [max((display_width(row[column]) for row in rows), default=0) for column in range(2)]
    for name, title, summary in rows:
        print(f"{pad(name, widths[0])}  {pad(title, widths[1])}  {summary}".rstrip())
