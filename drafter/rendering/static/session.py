"""One kind's templates while they are read: each parsed once, each macro read for what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jinja2 import nodes

from drafter.kinds import Kind
from drafter.rendering.static.found import Found
from drafter.rendering.static.scope import Scope
from drafter.rendering.static.shapes import ANYTHING, Shape
from drafter.rendering.static.trees import Template, Trees
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

    def __init__(self, kind: Kind, trees: Trees, given: Scope) -> None:
        """``given`` are the names that every template has."""
        self.kind, self.trees, self.given = kind, trees, given
        self.library, self.environment = trees.library, trees.environment
        self.found = Found()
        self.open: list[str] = []
        self._macros: list[Macro] = []
        self._called: set[tuple[int, tuple[Shape, ...], tuple[tuple[str, Shape], ...]]] = set()

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
