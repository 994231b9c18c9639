"""The vocabularies of the reader: rows of a table beside this module.

A row has a table, a cue (a regular expression), what it gives, and a weight.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.cut.expressions import Expressions, Way


class Cue(Struct, frozen=True):
    """One row: what to look for, and what it is a sign of."""

    pattern: str
    gives: str
    weight: int


@lru_cache(maxsize=1)
def tables() -> dict[str, tuple[Cue, ...]]:
    """Return all tables by name, rows in the order of the file."""
    found: dict[str, list[Cue]] = {}
    source = Path(__file__).with_name("cues.tsv").read_text(encoding="utf-8")
    for line in source.splitlines():
        if line and not line.startswith("#"):
            table, pattern, gives, weight = [*line.split("\t"), "", ""][:4]
            found.setdefault(table, []).append(Cue(pattern, gives, int(weight or 1)))
    return {name: tuple(rows) for name, rows in found.items()}


@lru_cache(maxsize=64)
def alternatives(table: str) -> str:
    """Return the cues of a table as one alternation, longest first, as plain words need it."""
    return "|".join(sorted((cue.pattern for cue in tables()[table]), key=len, reverse=True))


@lru_cache(maxsize=64)
def pattern(table: str) -> re.Pattern[str]:
    """Return a compiled pattern that finds any cue of a table."""
    return re.compile(alternatives(table))


# No clause is longer, and expressions of many rows take the square of its length.
LONGEST = 2000


@lru_cache(maxsize=64)
def _expressions(table: str) -> Expressions:
    return Expressions([cue.pattern for cue in tables()[table]])


def rows_found(table: str, text: str, how: Way = re.Pattern.search) -> Iterator[tuple[Cue, re.Match[str]]]:
    """Yield the rows of a table whose cue is in ``text``, in order, each with its first match."""
    rows = tables()[table]
    return ((rows[number], match) for number, match in _expressions(table).found(text[:LONGEST], how))


@lru_cache(maxsize=4096)
def has_cue(table: str, text: str) -> bool:
    """Return whether any cue of a table is in ``text``."""
    return bool(pattern(table).search(text, 0, LONGEST))


@lru_cache(maxsize=4096)
def found_cues(table: str, text: str) -> tuple[Cue, ...]:
    """Return the rows of a table whose cue is in ``text``. A clause is asked about more than once."""
    return tuple(cue for cue, _match in rows_found(table, text))


@lru_cache(maxsize=4096)
def first_cue(table: str, text: str) -> str:
    """Return what the first row found gives, "" without any."""
    return next((cue.gives for cue, _match in rows_found(table, text)), "")
