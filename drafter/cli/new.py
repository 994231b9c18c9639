"""The command `drafter new`: a YAML to start from."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from drafter.cli.options import Force, Json, Templates, Trust, split_names
from drafter.cli.terminal import print_json, print_written, reporting_errors
from drafter.i18n import _, speaks_chinese

if TYPE_CHECKING:
    from drafter.library import Library
    from drafter.templating.from_sheet import SheetYaml


# What ends so is the name of a file, where a kind is meant.
_FILES = (".yaml", ".yml", ".txt", ".md", ".docx", ".doc")


class Keys(StrEnum):
    """The languages in which keys can be written."""

    ZH = "zh"
    EN = "en"


_Kind = Annotated[
    str | None,
    typer.Argument(metavar="[KIND]", help=_("The kind of speech, see `drafter kinds`.")),
]
_Sheet = Annotated[
    Path | None,
    typer.Option(
        "--from",
        metavar="SHEET",
        help=_("A task sheet to read: .txt, .md or .docx; - reads standard input."),
    ),
]
_Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help=_("Write here instead of printing."))
]
_Topic = Annotated[
    str | None,
    typer.Option("--topic", metavar="TOPIC", help=_("A field of work to start from, see `drafter topics`.")),
]
_Papers = Annotated[
    str,
    typer.Option("--papers", metavar="KINDS", help=_("Other papers of the same meeting to have keys for.")),
]
_Sample = Annotated[
    bool,
    typer.Option("--sample", help=_("A sample with every value filled in, instead of an empty file.")),
]
_KeysIn = Annotated[
    Keys | None,
    typer.Option("--keys", help=_("Write keys in Chinese or English; unless given, as messages are.")),
]
_Today = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="DAY",
        help=_("The day near which dates without a year lie; unless given, today."),
    ),
]


def new(
    kind: _Kind = None,
    sheet: _Sheet = None,
    output: _Output = None,
    topic: _Topic = None,
    papers: _Papers = "",
    sample: _Sample = False,
    keys: _KeysIn = None,
    today: _Today = None,
    force: Force = False,
    as_json: Json = False,
    templates: Templates = None,
    trust: Trust = False,
) -> None:
    """Write a YAML with a comment for each key, to start from."""
    from drafter.library import library_for

    _check_options(kind, sheet, topic, sample=sample, has_papers=bool(papers))
    chinese = speaks_chinese() if keys is None else keys is Keys.ZH
    with reporting_errors(as_json):
        library = library_for(output or Path("-"), templates or ())
        names = split_names(papers)
        made: SheetYaml | str
        if sheet is not None:
            made = _yaml_of_sheet(sheet, library, kind, names, chinese=chinese, today=_day(today))
        elif sample:
            made = library.sample(kind or "")
        else:
            from drafter.templating.starter import starting_yaml

            made = starting_yaml(kind or "", library, topic, names, chinese=chinese)
        written = _written(made if isinstance(made, str) else made.text, output, force=force)
        if as_json:
            _print_json(made, library, written)
        else:
            _print(made, written)


def _check_options(
    kind: str | None, sheet: Path | None, topic: str | None, *, sample: bool, has_papers: bool
) -> None:
    """Raise BadParameter for options that do not go together."""
    if kind is None and sheet is None:
        raise typer.BadParameter(_("name a kind of speech, or a sheet with --from"))
    if kind is not None and Path(kind).suffix.lower() in _FILES:
        text = _(
            "`{name}` is a file, and no kind; to write into it: -o {name}; to read a sheet: --from SHEET"
        )
        raise typer.BadParameter(text.format(name=kind))
    if sheet is not None and (sample or topic):
        raise typer.BadParameter(_("a sheet has its own values: leave out --sample and --topic"))
    if sample and (topic or has_papers):
        raise typer.BadParameter(_("a sample is filled in already: leave out --topic and --papers"))


def _day(text: str | None) -> date:
    """Return the day that an option gives, else today; raise BadParameter where it is none.

    A sheet is read once, by somebody who looks it over: without a year it is of these days.
    """
    from drafter.models.scalars import ScalarError, read_day

    try:
        return read_day(text) if text else date.today()
    except ScalarError as error:
        raise typer.BadParameter(f"{error}; {error.remedy}") from None


def _yaml_of_sheet(
    sheet: Path,
    library: Library,
    kind: str | None,
    papers: list[str],
    *,
    chinese: bool,
    today: date | None,
) -> SheetYaml:
    """Return the YAML of a task sheet, and what is unsure in it."""
    from drafter.facts.sources import MOST_TEXT, decode, read_text
    from drafter.templating.from_sheet import yaml_of_sheet

    is_input = str(sheet) == "-"
    text = decode(sys.stdin.buffer.read(MOST_TEXT)) if is_input else read_text(sheet)
    name = _("standard input") if is_input else str(sheet)
    return yaml_of_sheet(text, library, kind, papers, name=name, chinese=chinese, today=today)


class Written(NamedTuple):
    """Where the YAML was written, None where it is printed, and the copy that was kept of an older file."""

    path: Path | None = None
    copy: Path | None = None


def _written(text: str, output: Path | None, *, force: bool) -> Written:
    from drafter.writers.output import write_file

    if output is None or str(output) == "-":
        return Written()
    return Written(output, write_file(output, text.encode("utf-8"), force=force))


def _print(made: SheetYaml | str, written: Written) -> None:
    """Print the YAML, or where it is; what is unsure in it goes to standard error."""
    text, doubts = (made, ()) if isinstance(made, str) else (made.text, made.doubts)
    for doubt in doubts:
        print(doubt.concise(), file=sys.stderr)
    if written.path is None:
        print(text, end="")
    else:
        print_written([written.path], [written.copy] if written.copy else [])


def _print_json(made: SheetYaml | str, library: Library, written: Written) -> None:
    from drafter.templating.new_report import report_on, report_on_sheet

    name = str(written.path or "-")
    report = report_on(made, library, name) if isinstance(made, str) else report_on_sheet(made, library, name)
    output, copy = (str(path) if path else None for path in written)
    print_json({"output": output, "copy": copy, **report.as_json()})
