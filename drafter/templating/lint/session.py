"""The shared state of one check: the templates of a kind, their macros, what they use, the faults."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from jinja2 import nodes
from msgspec import Struct

from drafter.errors import Diagnostic, Span
from drafter.models.kind import Kind, no_such_blank
from drafter.templating.lint.parser import Template, TemplateParser
from drafter.templating.lint.types import ANY, Scope, ValueType
from drafter.templating.values import UnknownParameterError


class Use(Struct, frozen=True):
    """A place where a template asks for a parameter: ``awards``, ``meeting.venue``."""

    parameter: str
    template: str
    span: Span


class Collector:
    """Collects the templates that are read, the parameters they use, and the faults, each once."""

    def __init__(self) -> None:
        self.templates: dict[str, Path] = {}
        self.uses: dict[tuple[str, str, int], Use] = {}
        # Keys that are looked up in a value of unknown type.
        self.ambiguous: set[str] = set()
        self.blanks: set[str] = set()
        # True once a blank is asked for by a name that only a draft knows.
        self.uses_any_blank = False
        self.faults: dict[Diagnostic, None] = {}
        # False while macros are read that no template calls: they use nothing.
        self.counts_uses = True
        # False while a template is read that may not be the one that is meant: it has no faults.
        self.reports_faults = True

    def use(self, parameter: str, template: str, span: Span) -> None:
        """Record that ``template`` asks for ``parameter`` at ``span``."""
        if self.counts_uses:
            self.uses.setdefault((parameter, template, span.line), Use(parameter, template, span))

    def report(self, faults: Iterable[Diagnostic]) -> None:
        """Record ``faults``."""
        if self.reports_faults:
            self.faults.update(dict.fromkeys(faults))


# Reads the body of a macro for the types of its arguments, by place and by name.
Expand = Callable[[nodes.Macro, Scope, list[ValueType], dict[str, ValueType]], None]


class MacroType(ValueType, frozen=True, eq=False):
    """A macro: its node, the scope it is defined in, and the function that reads it there."""

    node: nodes.Macro
    scope: Scope
    expand: Expand


class ModuleType(ValueType, frozen=True, eq=False):
    """An imported template: the names it sets, macros among them."""

    scope: Scope

    def attribute(self, name: str) -> ValueType:  # noqa: D102
        if name in self.scope.names:
            return self.scope.names[name]
        raise UnknownParameterError(name, list(self.scope.names))


class Session:
    """One check of the templates of a kind; ``context`` has the names that every template can use."""

    def __init__(self, kind: Kind, parser: TemplateParser, context: Scope) -> None:
        self.kind, self.parser, self.context = kind, parser, context
        self.library, self.environment = parser.library, parser.environment
        self.blanks = parser.library.blanks_of(kind)
        self.found = Collector()
        # Names of the templates that are being read, to stop where one includes itself.
        self.open: list[str] = []
        self._macros: list[MacroType] = []
        self._calls: set[tuple[int, tuple[ValueType, ...], tuple[tuple[str, ValueType], ...]]] = set()

    def use_blank(self, name: str, template: Template, line: int) -> None:
        """Record that ``template`` asks for the blank ``name``; report it if it is not declared."""
        self.found.blanks.add(name)
        is_shared = not template.name.startswith("kinds/")
        known = self.library.blanks if is_shared else self.blanks
        if name not in self.blanks:
            message, remedy = no_such_blank(name, known, is_shared=is_shared)
            self.found.report([Diagnostic("J103", message, template.span(line, name), remedy)])

    def template(self, name: str) -> Template | None:
        """Return the template called ``name``; None if there is none or it does not parse."""
        parsed = self.parser.parsed(name)
        path = self.library.find(name)
        if path is not None:
            self.found.templates[name] = path
        if isinstance(parsed, Template):
            return parsed
        self.found.report(parsed)
        return None

    def parsed_templates(self) -> Iterator[Template]:
        """Yield the templates that were asked for and that parsed."""
        for name in self.found.templates:
            parsed = self.parser.parsed(name)
            if isinstance(parsed, Template):
                yield parsed

    def add(self, macro: MacroType) -> None:
        """Record the definition of a macro."""
        self._macros.append(macro)

    def call(self, macro: MacroType, given: list[ValueType], named: dict[str, ValueType]) -> None:
        """Read ``macro`` for the types of its arguments, once for each combination of types."""
        call = (id(macro.node), tuple(given), tuple(sorted(named.items(), key=lambda pair: pair[0])))
        if call not in self._calls:
            self._calls.add(call)
            macro.expand(macro.node, macro.scope, given, named)

    def read_uncalled_macros(self) -> None:
        """Read the macros that nobody calls, for their faults only."""
        self.found.counts_uses = False
        called = {identity for identity, _given, _named in self._calls}
        for macro in self._macros:
            if id(macro.node) not in called:
                macro.expand(macro.node, macro.scope, [ANY] * len(macro.node.args), {})
