"""The templates of a library as Jinja parses them, each once for all kinds."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import TemplateSyntaxError, nodes
from msgspec import Struct

from drafter.diagnostics import Diagnostic, Span
from drafter.library import Library
from drafter.rendering.environment import environment_of
from drafter.rendering.faults import template_error
from drafter.rendering.locate import ATTRIBUTE
from drafter.rendering.static.found import span_in

# A tag as it is marked with its place while a template is parsed.
TAG = re.compile(rf'<([A-Za-z][\w-]*) {ATTRIBUTE}="([^"]*)"')


class Template(Struct, frozen=True, eq=False):
    """A template that parsed: its name in the library, its file and lines, its statements.

    ``tags`` are the elements of the markup in it, each with its place, ``file:line`` of the library.
    """

    name: str
    path: Path
    lines: list[str]
    body: list[nodes.Node]
    extends: nodes.Extends | None
    blocks: list[nodes.Block]
    tags: list[tuple[str, str]]

    def span(self, line: int, word: str = "") -> Span:
        """Return the place of ``word`` in ``line``; that of the whole line where it is not in it."""
        return span_in(self.path, self.lines, line, word)


class Trees:
    """Parses templates when they are asked for."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.environment = environment_of(library.folders)
        self._parsed: dict[str, Template | tuple[Diagnostic, ...]] = {}

    def parsed(self, name: str) -> Template | tuple[Diagnostic, ...]:
        """Return the template called ``name``, or why it does not parse; no fault where there is none."""
        if name not in self._parsed:
            self._parsed[name] = self._parse(name)
        return self._parsed[name]

    def _parse(self, name: str) -> Template | tuple[Diagnostic, ...]:
        path = self.library.find(name)
        if path is None:
            return ()
        try:
            source = path.read_text(encoding="utf-8")
            return _template(name, path, source, self.environment.parse(source, name, str(path)))
        except (UnicodeDecodeError, OSError):
            # Rendering, which reads the file as well, tells it.
            return ()
        except TemplateSyntaxError as error:
            told = template_error(error, self.library, {})
            return told.diagnostics if told else ()


def _template(name: str, path: Path, source: str, tree: nodes.Template) -> Template:
    # One walk over the tree for all three: to walk it takes as long as to parse it.
    found = list(tree.find_all((nodes.Block, nodes.Extends, nodes.TemplateData)))
    extends = [node for node in found if isinstance(node, nodes.Extends)]
    data = (node.data for node in found if isinstance(node, nodes.TemplateData))
    return Template(
        name,
        path,
        source.splitlines(),
        tree.body,
        extends[0] if extends else None,
        [node for node in found if isinstance(node, nodes.Block)],
        [(tag[1], tag[2]) for words in data for tag in TAG.finditer(words)],
    )
