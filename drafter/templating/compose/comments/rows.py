"""Rows of a table of frames: flat mappings, one key a line, as YAML writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from drafter.errors import Diagnostic, ParameterError, Span
from drafter.facts import patterns as re
from drafter.files.disk import is_inside
from drafter.i18n import _
from drafter.library import builtin_templates

_ROW = re.compile(r"(- |  )([a-z]+): *(.*)")


class RowError(ValueError):
    """A line that is no row of a table, with its number from 1."""

    def __init__(self, line: int) -> None:
        self.line = line
        super().__init__(line)


def read_rows(text: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table: a list of flat mappings, one key a line, as YAML writes them.

    Raises RowError at a line that is none of these.
    """
    row: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _ROW.fullmatch(line.rstrip())
        if match is None:
            raise RowError(number)
        if match[1] == "- " and row:
            yield row
            row = {}
        row[match[2]] = match[3].strip('"')
    if row:
        yield row


def listed(value: str) -> tuple[str, ...]:
    """Return the items of ``[a, b]``."""
    return tuple(filter(None, (item.strip() for item in value.strip("[]").split(","))))


def files_of(pattern: str, folders: Sequence[Path]) -> dict[str, Path]:
    """Return the files of a pattern by name; one in an earlier folder replaces one in a later folder.

    The built-in ones come last. A link that leads out of its folder is not followed.
    """
    files = {path.name: path for path in builtin_templates().glob(pattern)}
    for folder in reversed(folders):
        files.update((path.name, path) for path in sorted(folder.glob(pattern)) if is_inside(path, folder))
    return files


def rows_in(path: Path, needed: Sequence[str], *, skip: int = 0) -> list[dict[str, str]]:
    """Return the rows of a file without the first ones, so many to ``skip``.

    Raises ParameterError at a line that is no row, or at a row that lacks a key that is needed.
    """
    rows = list(_rows_of(path))[skip:]
    for number, row in enumerate(rows, 1 + skip):
        _check(row, number, needed, path)
    return rows


def first_row(path: Path, *needed: str) -> dict[str, str]:
    """Return the first row of a file. Raises ParameterError where it lacks a key that is needed."""
    row = next(_rows_of(path), {})
    _check(row, 1, needed, path)
    return row


def _rows_of(path: Path) -> Iterator[dict[str, str]]:
    text = path.read_text(encoding="utf-8")
    try:
        yield from read_rows(text)
    except RowError as error:
        message = _("this is no row of a table of frames")
        remedy = _("write `- key: value` at the start of a row, and two blanks before its other keys")
        span = Span(str(path), error.line, 1, source=text.splitlines()[error.line - 1])
        raise ParameterError([Diagnostic("F101", message, span, remedy)]) from None


def _check(row: Mapping[str, str], number: int, needed: Sequence[str], path: Path) -> None:
    for key in needed:
        if key not in row:
            message = _("row {number} has no `{key}`").format(number=number, key=key)
            raise ParameterError([Diagnostic("F102", message, Span(str(path)))])


def lines_of(path: Path) -> Iterator[str]:
    """Yield the lines of a table that are neither empty nor remarks."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line
