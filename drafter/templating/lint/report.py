"""What the reading of a kind's templates brings to light."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from drafter.errors import Diagnostic, Span


class Use(Struct, frozen=True):
    """A place where a template asks for a parameter: ``awards``, ``meeting.venue``."""

    parameter: str
    template: str
    span: Span


class Found:
    """Names of templates that are read, parameters that are used, and faults; each fault once."""

    def __init__(self) -> None:
        self.templates: dict[str, Path] = {}
        self.uses: dict[tuple[str, str, int], Use] = {}
        self.unsure: set[str] = set()
        self.blanks: set[str] = set()
        # A name of a blank that only the draft knows may be any.
        self.asks_for_any_blank = False
        self.faults: dict[Diagnostic, None] = {}
        # What no template calls asks for nothing.
        self.is_said = True
        # Of a template that is only guessed at nothing is told.
        self.is_sure = True

    def use(self, parameter: str, template: str, span: Span) -> None:
        """Note that ``template`` asks for ``parameter`` at ``span``."""
        if self.is_said:
            self.uses.setdefault((parameter, template, span.line), Use(parameter, template, span))

    def tell(self, faults: Iterable[Diagnostic]) -> None:
        """Note ``faults``."""
        if self.is_sure:
            self.faults.update(dict.fromkeys(faults))


def span_in(path: Path, lines: list[str], line: int, word: str = "") -> Span:
    """Return the place of ``word`` in ``line`` of a file; that of the whole line where it is not in it."""
    source = lines[line - 1] if 0 < line <= len(lines) else ""
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", source) if word else None
    if found:
        return Span(str(path), line, found.start() + 1, len(word), source)
    indent = len(source) - len(source.lstrip())
    return Span(str(path), line, indent + 1, len(source.strip()), source)
