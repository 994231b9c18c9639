"""One fault of a file: what is wrong, where, and what to do. Many renderings of it."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from drafter.i18n import _
from drafter.widths import cut_around, display_width


class Span(Struct, frozen=True):
    """A stretch of one line. ``line`` and ``column`` count from 1, in characters.

    Line 0 stands for the file as a whole.
    """

    file: str
    line: int = 0
    column: int = 0
    length: int = 1
    source: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Diagnostic(Struct, frozen=True):
    """A fault with its place and its remedy."""

    code: str
    message: str
    span: Span
    remedy: str = ""

    def concise(self) -> str:
        """Return one line, as editors read it: ``file:line:column: code message``."""
        return f"{self.span}: {self.code} {self.message}"

    def full(self) -> str:
        """Return the fault with its source line and a caret under it, without end of line."""
        head = f"{_('error')}[{self.code}]: {self.message}"
        lines = [head, *_excerpt(self.span)]
        if self.remedy:
            lines.append(f"  = {_('help')}: {self.remedy}")
        return "\n".join(lines)

    def as_json(self) -> dict[str, Any]:
        """Return the fault as plain values for programs."""
        return {
            "code": self.code,
            "message": self.message,
            "file": self.span.file,
            "line": self.span.line,
            "column": self.span.column,
            "remedy": self.remedy,
        }


def _excerpt(span: Span) -> list[str]:
    place = f" --> {span}"
    if not span.line or not span.source.strip():
        return [place]
    text, start = cut_around(span.source, span.column - 1)
    marked = text[start : start + max(span.length, 1)]
    caret = " " * display_width(text[:start]) + "^" * max(display_width(marked), 1)
    margin = " " * len(str(span.line))
    return [place, f"{margin} |", f"{span.line} | {text}", f"{margin} | {caret}"]
