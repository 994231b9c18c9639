"""One kind's templates while they are read: each parsed once, each macro read for what it is given."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import TemplateSyntaxError, nodes

from drafter.kinds import Kind
from drafter.library import Library
from drafter.rendering.environment import environment_of
from drafter.rendering.faults import template_error
from drafter.rendering.static.found import Found, Template
from drafter.rendering.static.scope import Scope
from drafter.rendering.static.shapes import ANYTHING, Shape
from drafter.rendering.values import UnknownParameterError

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

    def __init__(self, kind: Kind, library: Library, given: Scope) -> None:
        """``given`` are the names that every template has."""
        self.kind, self.library, self.given = kind, library, given
        self.environment = environment_of(library.folders)
        self.found = Found()
        self.open: list[str] = []
        self._parsed: dict[str, Template | None] = {}
        self._macros: list[Macro] = []
        self._called: set[tuple[int, tuple[Shape, ...], tuple[tuple[str, Shape], ...]]] = set()

    def template(self, name: str) -> Template | None:
        """Return the template called ``name``; None where there is none, or where it does not parse."""
        if name not in self._parsed:
            self._parsed[name] = self._parse(name)
        return self._parsed[name]

    def _parse(self, name: str) -> Template | None:
        path = self.library.find(name)
        if path is None:
            return None
        self.found.templates[name] = path
        try:
            source = path.read_text(encoding="utf-8")
            tree = self.environment.parse(source, name, str(path))
        except UnicodeDecodeError:
            # Rendering, which reads the file as well, tells it.
            return None
        except TemplateSyntaxError as error:
            told = template_error(error, self.library, {})
            self.found.tell(told.diagnostics if told else ())
            return None
        return Template(name, path, source.splitlines(), tree)

    def parsed(self) -> list[Template]:
        """Return the templates that have been asked for and parsed."""
        return [template for template in self._parsed.values() if template]

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
