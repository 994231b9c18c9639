"""The templates of a library as Jinja parses them, each once for all kinds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from jinja2 import TemplateSyntaxError, nodes
from msgspec import Struct

from drafter.errors import Diagnostic, Span
from drafter.library import Library
from drafter.models.kind import Kind, no_such_blank
from drafter.templating.environment import ATTRIBUTE, environment_of
from drafter.templating.errors import template_error
from drafter.templating.lint.report import Found, span_in
from drafter.templating.lint.types import ANYTHING, Scope, Shape
from drafter.templating.values import UnknownParameterError

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


Expand = Callable[[nodes.Macro, Scope, list[Shape], dict[str, Shape]], None]


class Macro(Shape, frozen=True, eq=False):
    """A macro: what it says, what it sees from where it stands, and who reads it there."""

    node: nodes.Macro
    scope: Scope
    expand: Expand


class Module(Shape, frozen=True, eq=False):
    """An imported template: what it sets and its macros."""

    scope: Scope

    def attribute(self, name: str) -> Shape:  # noqa: D102
        if name in self.scope.names:
            return self.scope.names[name]
        raise UnknownParameterError(name, list(self.scope.names))


class Session:
    """What the readers of all templates of one kind share."""

    def __init__(self, kind: Kind, trees: Trees, given: Scope) -> None:
        """``given`` are the names that every template has."""
        self.kind, self.trees, self.given = kind, trees, given
        self.library, self.environment = trees.library, trees.environment
        self.blanks = trees.library.blanks_of(kind)
        self.found = Found()
        self.open: list[str] = []
        self._macros: list[Macro] = []
        self._called: set[tuple[int, tuple[Shape, ...], tuple[tuple[str, Shape], ...]]] = set()

    def use_blank(self, name: str, template: Template, line: int) -> None:
        """Note that ``template`` asks for the blank ``name``; where nobody declares it, that is told."""
        self.found.blanks.add(name)
        is_shared = not template.name.startswith("kinds/")
        known = self.library.blanks if is_shared else self.blanks
        if name not in self.blanks:
            message, remedy = no_such_blank(name, known, is_shared=is_shared)
            self.found.tell([Diagnostic("J103", message, template.span(line, name), remedy)])

    def template(self, name: str) -> Template | None:
        """Return the template called ``name``; None where there is none, or where it does not parse."""
        parsed = self.trees.parsed(name)
        path = self.library.find(name)
        if path is not None:
            self.found.templates[name] = path
        if isinstance(parsed, Template):
            return parsed
        self.found.tell(parsed)
        return None

    def parsed(self) -> Iterator[Template]:
        """Yield the templates that have been asked for and parsed."""
        for name in self.found.templates:
            parsed = self.trees.parsed(name)
            if isinstance(parsed, Template):
                yield parsed

    def add(self, macro: Macro) -> None:
        """Note a macro, which somebody may call."""
        self._macros.append(macro)

    def call(self, macro: Macro, given: list[Shape], named: dict[str, Shape]) -> None:
        """Read ``macro`` for the values it is given, unless it has been for the like."""
        call = (id(macro.node), tuple(given), tuple(sorted(named.items(), key=lambda pair: pair[0])))
        if call not in self._called:
            self._called.add(call)
            macro.expand(macro.node, macro.scope, given, named)

    def call_the_rest(self) -> None:
        """Read the macros that nobody calls for what is wrong in them; they ask for nothing."""
        self.found.is_said = False
        called = {identity for identity, _given, _named in self._called}
        for macro in self._macros:
            if id(macro.node) not in called:
                macro.expand(macro.node, macro.scope, [ANYTHING] * len(macro.node.args), {})
