"""Templates that take up others: includes, imports, the blocks of what they extend."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from itertools import product

from jinja2 import nodes
from msgspec import Struct

from drafter.errors import did_you_mean
from drafter.i18n import _
from drafter.models.parts import Part
from drafter.templating.lint.parser import Module, Session, Template
from drafter.templating.lint.statements import Statements
from drafter.templating.lint.types import ANYTHING, Mapping, Scope, Shape

# What stands in a name of a template for words that only rendering knows.
SOME = "*"


class Meant(Struct, frozen=True, eq=False):
    """A template that is meant, or that may be: its name has words that only rendering knows."""

    template: Template
    is_sure: bool


class Lookups(Statements):
    """Finds the templates that one takes up."""

    def meant(self, node: nodes.Expr, scope: Scope, line: int, may_miss: bool = False) -> list[Meant]:
        """Return the templates that may be meant; where a name stands for none, that is told."""
        items = node.items if isinstance(node, nodes.List | nodes.Tuple) else [node]
        choices = [dict(self._expanded(item, scope)) for item in items]
        names = {name: is_sure for choice in choices for name, is_sure in choice.items()}
        there = [name for name in names if self.session.library.find(name)]
        if not may_miss and (len(choices) == 1 or not there):
            # Of several the last one is there for all cases.
            for name in choices[-1] if choices else ():
                self._tell_missing(name, there, line)
        found = {name: self.session.template(name) for name in there}
        return [Meant(template, names[name]) for name, template in found.items() if template]

    def _tell_missing(self, name: str, there: list[str], line: int) -> None:
        if name not in there:
            message = _("there is no template `{name}`").format(name=name)
            self.tell("J102", message, did_you_mean(name, self._all()), line, name)

    def _all(self) -> list[str]:
        return self.environment.list_templates(extensions=["j2"])

    def _expanded(self, node: nodes.Node, scope: Scope) -> Iterator[tuple[str, bool]]:
        """Yield the names that ``node`` may be, and whether each surely is one."""
        for name in self._names(node, scope):
            if SOME in name:
                yield from ((each, False) for each in self._all() if fnmatchcase(each, name))
            else:
                yield name, True

    def _names(self, node: nodes.Node, scope: Scope) -> list[str]:
        """Return what a text of the template may be, with SOME for what is not known."""
        match node:
            case nodes.Const(value=str(text)):
                return [text]
            case nodes.Concat():
                return self._combined(node.nodes, scope)
            case nodes.Add():
                return self._combined([node.left, node.right], scope)
            case nodes.Or():
                return [*self._names(node.left, scope), *self._names(node.right, scope)]
            case nodes.Getattr(attr="role"):
                roles = [part.role for part in self.session.kind.parts]
                return roles if roles and self.shape(node.node, scope) == Mapping(Part) else [SOME]
        self.shape(node, scope)
        return [SOME]

    def _combined(self, pieces: list[nodes.Expr], scope: Scope) -> list[str]:
        return ["".join(words) for words in product(*(self._names(piece, scope) for piece in pieces))]


class Page(Lookups):
    """Reads one template and all that it takes up.

    ``blocks`` has the blocks of this template and of those that extend it, the last word first.
    """

    def __init__(
        self, template: Template, session: Session, blocks: dict[str, list[tuple[nodes.Block, Page]]]
    ) -> None:
        super().__init__(template, session)
        self.blocks = blocks
        self.extends = template.extends
        self.above: list[tuple[nodes.Block, Page]] = []
        self.top = Scope()

    def read(self, scope: Scope) -> None:
        """Read the template; ``scope`` gets what it sets."""
        self.top = scope
        for block in self.template.blocks:
            self.blocks.setdefault(block.name, []).append((block, self))
        self.statements(self.template.body, scope)

    def _output(self, node: nodes.Output, scope: Scope) -> Shape:
        # What a template says beside the blocks of the one it extends is never said.
        if self.extends is None or scope is not self.top:
            self.shapes(node.nodes, scope)
        return ANYTHING

    def _block(self, node: nodes.Block, scope: Scope) -> Shape:
        if self.extends is None or scope is not self.top:
            _read(self.blocks[node.name], Scope(scope if node.scoped else self.top))
        return ANYTHING

    def _call(self, node: nodes.Call, scope: Scope) -> Shape:
        if isinstance(node.node, nodes.Name) and node.node.name == "super" and self.above:
            _read(self.above, scope)
        return super()._call(node, scope)

    def _extends(self, node: nodes.Extends, scope: Scope) -> Shape:
        # Read when all of this template is: what it sets, its blocks can use.
        return ANYTHING

    def parents(self, scope: Scope) -> list[Template]:
        """Return the templates that this one may extend."""
        assert self.extends is not None
        return [meant.template for meant in self.meant(self.extends.template, scope, self.extends.lineno)]

    def _include(self, node: nodes.Include, scope: Scope) -> Shape:
        outer = scope if node.with_context else self.session.given.outer
        for meant in self.meant(node.template, scope, node.lineno, node.ignore_missing):
            self._take_up(meant, Scope(outer))
        return ANYTHING

    def _take_up(self, meant: Meant, scope: Scope) -> None:
        was_sure = self.found.is_sure
        self.found.is_sure = was_sure and meant.is_sure
        read_template(meant.template, self.session, scope)
        self.found.is_sure = was_sure

    def _import(self, node: nodes.Import, scope: Scope) -> Shape:
        scope.names[node.target] = self._module(node, scope)
        return ANYTHING

    def _fromimport(self, node: nodes.FromImport, scope: Scope) -> Shape:
        module = self._module(node, scope)
        for each in node.names:
            name, alias = (each, each) if isinstance(each, str) else each
            scope.names[alias] = self.key(module, name, node.lineno)
        return ANYTHING

    def _module(self, node: nodes.Import | nodes.FromImport, scope: Scope) -> Shape:
        inner = Scope(scope if node.with_context else self.session.given.outer)
        found = self.meant(node.template, scope, node.lineno)
        for meant in found:
            self._take_up(meant, inner)
        return Module(inner) if len(found) == 1 else ANYTHING


def _read(chain: list[tuple[nodes.Block, Page]], scope: Scope) -> None:
    """Read the first block of ``chain``; `super()` in it means the next."""
    block, page = chain[0]
    reader = Page(page.template, page.session, page.blocks)
    reader.above = chain[1:]
    reader.extends = None
    inner = Scope(scope, {"self": ANYTHING} | ({"super": ANYTHING} if reader.above else {}))
    reader.top = inner
    reader.statements(block.body, inner)


def read_template(template: Template, session: Session, scope: Scope) -> None:
    """Read ``template`` and those it extends; ``scope`` gets what they set.

    A template that takes up itself is read once: rendering tells that it has no end.
    """
    if template.name in session.open:
        return
    session.open.append(template.name)
    blocks: dict[str, list[tuple[nodes.Block, Page]]] = {}
    page = Page(template, session, blocks)
    page.read(scope)
    seen = {template.name}
    while page.extends is not None:
        parents = page.parents(scope)
        if not parents or parents[0].name in seen:
            break
        page = Page(parents[0], session, blocks)
        seen.add(parents[0].name)
        page.read(scope)
    session.open.pop()
