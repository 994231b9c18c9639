"""The source map of templates: tags carry the place where a template wrote them.

``Locate`` writes the place into each tag when a template is compiled. The other functions return the
span of a line, of a word in it, or of an element of rendered markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from drafter.errors import Span
from drafter.facts import patterns as re
from drafter.files.disk import UnreadableError, is_file, read_file
from drafter.library import Library
from drafter.yaml.source import MAX_BYTES

TAG = re.compile(r"<([A-Za-z][\w-]*)")
# The attribute that holds the place of a tag, ``file:line`` of the library.
ATTRIBUTE = "at"
_LINE = re.compile("[0-9]{1,7}")


class Locate(Extension):
    """Writes ``at="file:line"`` into each start tag while a template is compiled."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the tokens of ``stream`` with the place in each tag of their text."""
        for token in stream:
            if token.type == "data":
                yield Token(token.lineno, token.type, _mark(token, stream.name or ""))
            else:
                yield token


def _mark(token: Token, name: str) -> str:
    text = token.value

    def place(found: re.Match[str]) -> str:
        line = token.lineno + text.count("\n", 0, found.start())
        return f'<{found[1]} {ATTRIBUTE}="{name}:{line}"'

    return TAG.sub(place, text)


def marked_tags(text: str, tag: str = r"[A-Za-z][\w-]*") -> Iterator[tuple[str, str]]:
    """Yield the name and the place of each start tag in ``text``; ``tag`` is a pattern of names."""
    for found in re.finditer(rf'<({tag}) {ATTRIBUTE}="([^"]*)"', text):
        yield found[1], found[2]


def word_span(path: Path, lines: list[str], line: int, word: str = "") -> Span:
    """Return the span of ``word`` in ``line`` of a file, of the whole line if the word is not there."""
    source = lines[line - 1] if 0 < line <= len(lines) else ""
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", source) if word else None
    if found:
        return Span(str(path), line, found.start() + 1, len(word), source)
    indent = len(source) - len(source.lstrip())
    return Span(str(path), line, indent + 1, len(source.strip()), source)


def line_span(name: str | None, line: int, library: Library) -> Span:
    """Return the span of ``line`` of a template; ``name`` is its path, or its name in the library."""
    path = Path(name) if name and is_file(Path(name)) else library.find(name or "")
    if path is None:
        return Span(name or "templates", line, 1)
    return word_span(path, _lines_of(path), line)


def _lines_of(path: Path) -> list[str]:
    """Return the lines of a template as Jinja counts them, none where it cannot be read."""
    try:
        return read_file(path, MAX_BYTES).decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")
    except UnreadableError:
        return []


def tag_span(place: str, tag: str, library: Library) -> Span:
    """Return the span of ``<tag`` at ``place``, a template's name and line: ``shared/opening.xml.j2:7``."""
    name, _colon, number = place.rpartition(":")
    # A value that calls itself markup may hold any place.
    line = int(number) if _LINE.fullmatch(number) else 0
    path = library.find(name)
    lines = _lines_of(path) if path is not None else []
    if path is None or not 0 < line <= len(lines):
        return Span(name if path is None and line else "templates", line if path is None else 0, 1)
    source = lines[line - 1]
    column = max(source.find(f"<{tag}"), 0)
    return Span(str(path), line, column + 1, len(tag) + 1, source)


def element_span(element: Any, library: Library) -> Span:
    """Return the span of ``element``, or of the nearest element around it that a template wrote."""
    while element is not None:
        place = element.get(ATTRIBUTE)
        if place:
            return tag_span(place, str(element.tag), library)
        element = element.getparent()
    return Span("templates")
