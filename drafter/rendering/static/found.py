"""What the reading of a kind's templates brings to light."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from jinja2 import nodes
from msgspec import Struct

from drafter.diagnostics import Diagnostic, Span


class Template(Struct, frozen=True, eq=False):
    """A template that parsed: its name in the library, its file and lines, its tree."""

    name: str
    path: Path
    lines: list[str]
    tree: nodes.Template

    def span(self, line: int, word: str = "") -> Span:
        """Return the place of ``word`` in ``line``; that of the whole line where it is not in it."""
        source = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", source) if word else None
        if found:
            return Span(str(self.path), line, found.start() + 1, len(word), source)
        indent = len(source) - len(source.lstrip())
        return Span(str(self.path), line, indent + 1, len(source.strip()), source)


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
        self.faults: dict[Diagnostic, None] = {}
        # What no template calls asks for nothing.
        self.is_said = True

    def use(self, parameter: str, template: Template, line: int) -> None:
        """Note that ``template`` asks for ``parameter`` at ``line``."""
        if self.is_said:
            span = template.span(line, parameter.rpartition(".")[2])
            self.uses.setdefault((parameter, template.name, line), Use(parameter, template.name, span))

    def tell(self, faults: Iterable[Diagnostic]) -> None:
        """Note ``faults``."""
        self.faults.update(dict.fromkeys(faults))
