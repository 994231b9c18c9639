"""Errors become text on stderr and an exit status, in one place."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from drafter.errors import DrafterError, InputError
from drafter.i18n import _

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
