"""Printing for all commands: errors, JSON, tables, counts, the names of places."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from drafter.errors import MOST_FAULTS, MOST_SHOWN, Diagnostic, DrafterError, InputError, errors_as_json
from drafter.files.streams import Styled
from drafter.i18n import _, ngettext
from drafter.i18n.text import printable
from drafter.speech.place_names import PLACES as PLACES
from drafter.speech.place_names import place_text as place_text
from drafter.speech.place_names import places_text as places_text

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from drafter.models.parameters import Parameters
    from drafter.writers.stale import Stale

# Exit statuses: all went well; blanks, conflicts, differences or faults were found; nothing could be done.
DONE, FINDINGS, FAILED = 0, 1, 2

# Of more values that have changed since a document was written the rest is not named.
FEW_CHANGES = 3


@contextmanager
def reporting_errors(as_json: bool = False) -> Iterator[None]:
    """Print an expected error with its remedy and exit with status FAILED.

    A program that asked for JSON finds the same faults there, on standard output.
    """
    try:
        yield
    except DrafterError as error:
        print_error(error)
        if as_json:
            print_json({"errors": errors_as_json(error)})
        raise typer.Exit(FAILED) from None


def print_error(error: DrafterError) -> None:
    """Print ``error`` to stderr: each fault with its place and remedy."""
    print(error_text(error), file=sys.stderr)


def error_text(error: DrafterError) -> str:
    """Return the text of ``error``: its diagnostics, or its message and remedy."""
    if isinstance(error, InputError):
        return "\n\n".join(faults_text(error.diagnostics))
    remedy = getattr(error, "remedy", "")
    text = f"{_('error')}: {error}"
    return f"{text}\n{help_text(remedy)}" if remedy else text


def faults_text(faults: Sequence[Diagnostic]) -> Iterator[str]:
    """Yield the text of each fault, of those of one file only the first fifty, and how many more it has."""
    for _file, group in groupby(faults, key=lambda fault: fault.span.file):
        found = list(group)
        yield from (fault.full() for fault in found[:MOST_SHOWN])
        more = len(found) - MOST_SHOWN
        if more > 0:
            text = ngettext("and {count} more fault", "and {count} more faults", more).format(count=more)
            at_least = _("and {count} more faults, perhaps others behind them").format(count=more)
            yield at_least if len(found) >= MOST_FAULTS else text


def help_text(remedy: str) -> str:
    """Return the line that says what to do, as it stands below an error."""
    return f"  = {_('help')}: {remedy}"


def print_json(value: object) -> None:
    """Print ``value``, made of plain values, as JSON."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_json_list(values: Iterable[object]) -> None:
    """Print a list of ``values``, at least one, as JSON, each as it comes."""
    opening = "[\n  "
    for value in values:
        text = json.dumps(value, ensure_ascii=False, indent=2).replace("\n", "\n  ")
        print(f"{opening}{text}", end="", flush=True)
        opening = ",\n  "
    print("\n]")


def print_written(paths: Iterable[Path], copies: Iterable[Path] = ()) -> None:
    """Print which files were written, and which copies of older files were kept."""
    for path in paths:
        print(_("wrote {path}").format(path=path))
    for path in copies:
        print(_("kept {path}").format(path=path))


def print_stale(stale: Sequence[Stale], source: Path, given: Parameters) -> None:
    """Print which documents are older than the facts in the YAML ``source``, and what to do about it."""
    from drafter.speech.value_names import value_name

    for one in stale:
        names = _(", ").join(value_name(path, given) for path in one.changed[:FEW_CHANGES])
        more = " …" if len(one.changed) > FEW_CHANGES else ""
        text = _("out of date {path}: since it was written, these have changed: {values}")
        print(text.format(path=one.path, values=names + more))
    if stale:
        files = " ".join(_as_argument(path) for path in (*(one.path for one in stale), source))
        print(help_text(_("`drafter update {files}` brings it up to date").format(files=files)))


def _as_argument(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)


def blank_count(count: int) -> str:
    """Return a number of blanks in words."""
    return ngettext("{count} blank", "{count} blanks", count).format(count=count)


def character_count(count: int) -> str:
    """Return a number of characters in words."""
    return _("{characters} characters").format(characters=count)


def console(**options: Any) -> Console:
    """Return a console that sets styles on standard output."""
    from rich.console import Console

    return Console(file=Styled(sys.stdout), **options)  # type: ignore[arg-type]


def cell(text: str, style: str = "") -> Text:
    """Return ``text`` for a table or a console: rich would read [0] as markup, and obeys all controls."""
    from rich.text import Text

    return Text(printable(text), style=style)


def empty_table(*headers: str) -> Table:
    """Return a table for a terminal, without rows."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for header in headers:
        table.add_column(header, overflow="fold")
    return table
