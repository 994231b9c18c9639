"""The exceptions of the library, and the problems in files that they carry.

DrafterError                 caught once, in the command line
├── InputError               a file has faults: .diagnostics has each, with its place and remedy
│   ├── ParameterError       a YAML file (codes Y)
│   ├── TemplateError        a template (codes J)
│   └── ReadError            a document (codes D)
├── UnknownNameError         no such kind, layout, format
└── OutputError              nothing was written
    └── OverwriteError       because a person's work would be lost
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from drafter.i18n import _
from drafter.i18n.text import cut_around, display_width

# Of many known names only the nearest are told. A name that is longer is some other text.
MOST_NAMES, LONGEST_NAME = 10, 64
# More faults of one file are not looked for; of these, the first fifty are printed.
MOST_FAULTS, MOST_SHOWN = 500, 50


class DrafterError(Exception):
    """The base of all errors that a caller of this library may expect."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what another process makes the same error of, whatever its class is made from."""
        return _same_error, (type(self), self.args, self.__dict__)


def _same_error(kind: type[DrafterError], args: tuple[Any, ...], values: dict[str, Any]) -> DrafterError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(values)
    return error


class InputError(DrafterError):
    """A file has faults; ``diagnostics`` holds all of them."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(diagnostic.concise() for diagnostic in self.diagnostics))


class ParameterError(InputError):
    """A YAML file of parameters, a kind or a layout cannot be used."""


class TemplateError(InputError):
    """A template cannot be parsed or rendered."""


class ReadError(InputError):
    """A document cannot be read."""


class UnknownNameError(DrafterError):
    """No such kind, layout or format."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        self.name = name
        self.known = sorted(known)
        super().__init__(_("unknown {what} `{name}`").format(what=what, name=name))

    @property
    def near(self) -> list[str]:
        """The closest known names. To find them takes time, which most who catch this do not need."""
        return near_matches(self.name, self.known)

    @property
    def remedy(self) -> str:
        """What to write instead: the nearest known name, or all of them."""
        return did_you_mean(self.name, self.known)


class OutputError(DrafterError):
    """A file could not be written; what it held before is still there."""

    def __init__(self, path: Path, message: str, remedy: str = "") -> None:
        self.path = path
        self.remedy = remedy
        super().__init__(message)


class OverwriteError(OutputError):
    """The file holds a person's work, or is open in an editor."""


class MissingExtraError(DrafterError):
    """Packages of an optional extra are not installed; ``remedy`` says how to install them."""

    def __init__(self, extra: str, message: str) -> None:
        self.extra = extra
        super().__init__(message)

    @property
    def remedy(self) -> str:
        """The command that installs the extra."""
        return _("install them with: {command}").format(command=f'pip install "drafter[{self.extra}]"')


def near_matches(name: str, known: Iterable[str], least: float = 0.5, most: int = 3) -> list[str]:
    """Return up to ``most`` known names, nearest first, whose likeness to ``name`` is ``least`` or more."""
    from difflib import get_close_matches

    # A longer text is no name, and to compare it takes long.
    near = get_close_matches(name[:LONGEST_NAME], list(known), n=most, cutoff=least)
    # Two characters have only halves in common: of these, the first half tells more.
    return near if name.isascii() else sorted(near, key=lambda each: each[:1] != name[:1])


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return the remedy for an unknown name: the nearest known name, else all, of many the ten nearest."""
    names = list(known)
    near = near_matches(name, names)
    if near:
        return _("did you mean `{name}`?").format(name=near[0])
    shown = names if len(names) <= 2 * MOST_NAMES else [*near_matches(name, names, 0, MOST_NAMES), "…"]
    return _("known: {names}").format(names=_(", ").join(shown)) if names else ""


class Span(Struct, frozen=True):
    """A range of one line. ``line`` and ``column`` count from 1, in characters.

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
    """A fault of a file: its code, its place in the text, and its remedy."""

    code: str
    message: str
    span: Span
    remedy: str = ""

    def concise(self) -> str:
        """Return one line, as editors read it: ``file:line:column: code message``."""
        return f"{self.span}: {self.code} {self.message}"

    def full(self) -> str:
        """Return the fault with its source line and a caret below it, without a last line feed."""
        head = f"{_('error')}[{self.code}]: {self.message}"
        lines = [head, *excerpt(self.span)]
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


def errors_as_json(error: DrafterError | None) -> list[dict[str, Any]]:
    """Return the faults of ``error`` as plain values for programs; none where there is no error.

    What is no fault in the text of a file has no code, and stands at line 0.
    """
    if error is None:
        return []
    if isinstance(error, InputError):
        return [diagnostic.as_json() for diagnostic in error.diagnostics]
    file = str(getattr(error, "path", None) or "")
    return [Diagnostic("", str(error), Span(file), getattr(error, "remedy", "")).as_json()]


# The way to a value: keys of mappings, places in lists.
KeyPath = tuple[str | int, ...]


class Problem(Struct, frozen=True):
    """A fault in the values of a file. ``path`` leads to the value, or to the key if ``at_key``."""

    path: KeyPath
    code: str
    message: str
    remedy: str = ""
    at_key: bool = False

    def located(self, span: Span) -> Diagnostic:
        """Return the fault with its place in the text."""
        return Diagnostic(self.code, self.message, span, self.remedy)


def excerpt(span: Span, place: str = "") -> list[str]:
    """Return the lines that show a place: its name, or ``place`` instead, and the line with a caret below."""
    named = f" --> {place or span}"
    if not span.line or not span.source.strip():
        return [named]
    text, start = cut_around(span.source, span.column - 1)
    marked = text[start : start + max(span.length, 1)]
    caret = " " * display_width(text[:start]) + "^" * max(display_width(marked), 1)
    margin = " " * len(str(span.line))
    return [named, f"{margin} |", f"{span.line} | {text}", f"{margin} | {caret}"]
