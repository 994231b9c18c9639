"""Options that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from drafter.errors import DrafterError, InputError
from drafter.i18n import _

Templates = Annotated[
    list[Path] | None,
    typer.Option(
        "--templates",
        metavar="DIR",
        help=_("A folder of templates to look in first; may be given several times."),
    ),
]
Force = Annotated[
    bool,
    typer.Option("--force", help=_("Overwrite what drafter did not make; a copy is kept beside it.")),
]
Json = Annotated[bool, typer.Option("--json", help=_("Print JSON, for programs."))]


def split_names(text: str) -> list[str]:
    """Return the names in ``text``, which commas of either width divide."""
    return [name.strip() for name in text.replace("，", ",").split(",") if name.strip()]


DONE, FINDINGS, FAILED = 0, 1, 2


@contextmanager
def reporting_errors() -> Iterator[None]:
    """Print an expected error with its remedy and exit with status 2."""
    try:
        yield
    except DrafterError as error:
        print_error(error)
        raise typer.Exit(FAILED) from None


def print_error(error: DrafterError) -> None:
    """Print ``error``: every fault with its place and remedy."""
    print(error_text(error), file=sys.stderr)


def error_text(error: DrafterError) -> str:
    """Return what a person is told of ``error``."""
    if isinstance(error, InputError):
        return "\n\n".join(diagnostic.full() for diagnostic in error.diagnostics)
    remedy = getattr(error, "remedy", "")
    text = f"{_('error')}: {error}"
    return f"{text}\n  = {_('help')}: {remedy}" if remedy else text
