"""Templates that take up others: includes, imports, the blocks of what they extend."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from itertools import product

from jinja2 import nodes

from drafter.errors import did_you_mean
from drafter.i18n import _
from drafter.parameters import Part
from drafter.rendering.static.found import Template
from drafter.rendering.static.scope import Scope
from drafter.rendering.static.session import Module, Session
from drafter.rendering.static.shapes import ANYTHING, Mapping, Shape
from drafter.rendering.static.statements import Statements

# What stands in a name of a template for words that only rendering knows.
SOME = "*"


class Page(Statements):
    """Reads one template and all that it takes up.

    ``blocks`` has the blocks of this template and of those that extend it, the last word first.
    """

    def __init__(
        self, template: Template, session: Session, blocks: dict[str, list[tuple[nodes.Block, Page]]]
    ) -> None:
        super().__init__(template, session)
        self.blocks = blocks
        self.extends = template.tree.find(nodes.Extends)
        self.above: list[tuple[nodes.Block, Page]] = []
        self.top = Scope()

    def read(self, scope: Scope) -> None:
        """Read the template; ``scope`` gets what it sets."""
        self.top = scope
        for block in self.template.tree.find_all(nodes.Block):
            self.blocks.setdefault(block.name, []).append((block, self))
        self.statements(self.template.tree.body, scope)

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
        return self._templates(self.extends.template, scope, self.extends.lineno)

    def _include(self, node: nodes.Include, scope: Scope) -> Shape:
        outer = scope if node.with_context else self.session.given.outer
        for template in self._templates(node.template, scope, node.lineno, node.ignore_missing):
            read_template(template, self.session, Scope(outer))
        return ANYTHING

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
        found = self._templates(node.template, scope, node.lineno)
        for template in found:
            read_template(template, self.session, inner)
        return Module(inner) if len(found) == 1 else ANYTHING

    def _templates(self, node: nodes.Expr, scope: Scope, line: int, may_miss: bool = False) -> list[Template]:
        """Return the templates that may be meant; where a name stands for none, that is told."""
        choices = node.items if isinstance(node, nodes.List | nodes.Tuple) else [node]
        names = [name for choice in choices for name in self._expanded(choice, scope)]
        there = [name for name in names if self.session.library.find(name)]
        missing = [name for name in names if name not in there and SOME not in name]
        if missing and not may_miss and (len(choices) == 1 or not there):
            known = self.environment.list_templates(extensions=["j2"])
            for name in missing:
                message = _("there is no template `{name}`").format(name=name)
                self.tell("J102", message, did_you_mean(name, known), line, name)
        return [template for name in there if (template := self.session.template(name))]

    def _expanded(self, node: nodes.Node, scope: Scope) -> Iterator[str]:
        for name in self._names(node, scope):
            if SOME in name:
                known = self.environment.list_templates(extensions=["j2"])
                yield from (each for each in known if fnmatchcase(each, name))
            else:
                yield name

    def _names(self, node: nodes.Node, scope: Scope) -> list[str]:
        """Return what a text of the template may be, with SOME for what is not known."""
        if isinstance(node, nodes.Const) and isinstance(node.value, str):
            return [node.value]
        if isinstance(node, nodes.Concat):
            return self._combined(node.nodes, scope)
        if isinstance(node, nodes.Add):
            return self._combined([node.left, node.right], scope)
        if isinstance(node, nodes.Or):
            return [*self._names(node.left, scope), *self._names(node.right, scope)]
        if isinstance(node, nodes.CondExpr) and node.expr2:
            return [*self._names(node.expr1, scope), *self._names(node.expr2, scope)]
        if isinstance(node, nodes.Getattr) and node.attr == "role":
            roles = [part.role for part in self.session.kind.parts]
            return roles if roles and self.shape(node.node, scope) == Mapping(Part) else [SOME]
        self.shape(node, scope)
        return [SOME]

    def _combined(self, pieces: list[nodes.Expr], scope: Scope) -> list[str]:
        return ["".join(words) for words in product(*(self._names(piece, scope) for piece in pieces))]


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
