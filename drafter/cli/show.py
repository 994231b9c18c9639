"""Commands that print what there is: outline, kinds, layouts, schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.options import Json, Templates, reporting_errors
from drafter.i18n import _
from drafter.text import display_width, pad


def outline(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("The YAML file of a meeting, or a .docx."))],
    templates: Templates = None,
) -> None:
    """Print the outline 提纲 of a speech."""
    from drafter.writers.outline import outline_of

    with reporting_errors():
        for line in outline_of(file, templates or ()):
            print("  " * (line.level - 1) + line.text)


def kinds(templates: Templates = None, as_json: Json = False) -> None:
    """List the kinds of speeches 文种."""
    from drafter.library import library_for

    with reporting_errors():
        library = library_for(Path("-"), templates or ())
        _print_rows(
            [(name, library.kind(name).name, library.kind(name).summary) for name in library.kinds()], as_json
        )


def topics(templates: Templates = None, as_json: Json = False) -> None:
    """List the topics 领域: fields of work to start from."""
    from drafter.library import library_for

    with reporting_errors():
        library = library_for(Path("-"), templates or ())
        found = ((name, library.topic(name)) for name in library.topics())
        _print_rows([(name, topic.name, topic.summary) for name, topic in found], as_json)


def headings(templates: Templates = None, as_json: Json = False) -> None:
    """List the patterns of parallel headings, as `pattern` names them."""
    from drafter.library import library_for

    with reporting_errors():
        patterns = library_for(Path("-"), templates or ()).headings.patterns
        _print_rows([(pattern.name, pattern.text, "、".join(pattern.heads)) for pattern in patterns], as_json)


def layouts(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help=_("Only this layout."))] = None,
    with_fonts: Annotated[
        bool,
        typer.Option("--fonts", help=_("Tell the fonts of each layout, and which are installed here.")),
    ] = False,
    templates: Templates = None,
    as_json: Json = False,
) -> None:
    """List the layouts 版式."""
    from drafter.library import library_for

    with reporting_errors():
        library = library_for(Path("-"), templates or ())
        found = {each: library.layout(each) for each in ([name] if name else library.layouts())}
        if with_fonts:
            from drafter.cli.fonts import print_fonts

            print_fonts(found, as_json)
        else:
            _print_rows([(each, layout.name, layout.summary) for each, layout in found.items()], as_json)


def schema(
    kind: Annotated[
        str | None, typer.Argument(metavar="[KIND]", help=_("Only what this kind of speech takes."))
    ] = None,
    as_markdown: Annotated[
        bool, typer.Option("--markdown", help=_("Print every key as a Markdown page instead."))
    ] = False,
    templates: Templates = None,
) -> None:
    """Print the JSON Schema of the YAML, for editors."""
    from drafter.library import library_for
    from drafter.templating.keys import json_schema, key_reference

    with reporting_errors():
        library = library_for(Path("-"), templates or ())
        if as_markdown:
            print(key_reference(), end="")
        else:
            print(json.dumps(json_schema(library, kind), ensure_ascii=False, indent=2))


def _print_rows(rows: list[tuple[str, str, str]], as_json: bool) -> None:
    if as_json:
        keys = ("id", "name", "summary")
        print(json.dumps([dict(zip(keys, row, strict=True)) for row in rows], ensure_ascii=False, indent=2))
        return

    widths = [max((display_width(row[column]) for row in rows), default=0) for column in range(2)]
    for name, title, summary in rows:
        print(f"{pad(name, widths[0])}  {pad(title, widths[1])}  {summary}".rstrip())
