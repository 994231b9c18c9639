"""Templates that refer to others: includes, imports, and the blocks of templates they extend."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from itertools import product
from typing import TypeAlias

from jinja2 import nodes
from msgspec import Struct

from drafter.errors import did_you_mean
from drafter.i18n import _
from drafter.models.parts import Part
from drafter.templating.errors import circle_of_extends
from drafter.templating.lint.blocks import lost_words
from drafter.templating.lint.parser import Template
from drafter.templating.lint.session import ModuleType, Session
from drafter.templating.lint.statements import StatementChecker
from drafter.templating.lint.types import ANY, MappingType, Scope, ValueType

# Stands, in the name of a template, for words that are known only in rendering.
WILDCARD = "*"


class Reference(Struct, frozen=True, eq=False):
    """A template that another refers to; not certain if words of its name are only known in rendering."""

    template: Template
    is_certain: bool


class ReferenceChecker(StatementChecker):
    """Finds the templates that an expression refers to."""

    def references(
        self, node: nodes.Expr, scope: Scope, line: int, may_miss: bool = False
    ) -> list[Reference]:
        """Return the templates that ``node`` may name; report names for which there is no template."""
        items = node.items if isinstance(node, nodes.List | nodes.Tuple) else [node]
        choices = [dict(self._expand_wildcards(item, scope)) for item in items]
        names = {name: is_certain for choice in choices for name, is_certain in choice.items()}
        there = [name for name in names if self.session.library.find(name)]
        if not may_miss and (len(choices) == 1 or not there):
            # The last of several names is the fallback, which has to exist.
            for name in choices[-1] if choices else ():
                self._report_missing(name, there, line)
        found = {name: self.session.template(name) for name in there}
        return [Reference(template, names[name]) for name, template in found.items() if template]

    def _report_missing(self, name: str, there: list[str], line: int) -> None:
        if name not in there:
            message = _("there is no template `{name}`").format(name=name)
            self.report("J102", message, did_you_mean(name, self._template_names()), line, name)

    def _template_names(self) -> list[str]:
        return self.environment.list_templates(extensions=["j2"])

    def _expand_wildcards(self, node: nodes.Node, scope: Scope) -> Iterator[tuple[str, bool]]:
        """Yield the names that ``node`` may have, and whether each is certain."""
        for name in self._names(node, scope):
            if WILDCARD in name:
                yield from ((each, False) for each in self._template_names() if fnmatchcase(each, name))
            else:
                yield name, True

    def _names(self, node: nodes.Node, scope: Scope) -> list[str]:
        """Return the texts that ``node`` may have, with WILDCARD for words that are not known."""
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
                return roles if roles and self.infer(node.node, scope) == MappingType(Part) else [WILDCARD]
        self.infer(node, scope)
        return [WILDCARD]

    def _combined(self, parts: list[nodes.Expr], scope: Scope) -> list[str]:
        return ["".join(words) for words in product(*(self._names(part, scope) for part in parts))]


# The definitions of a block, each with the checker of its template; the one that is rendered stands first.
BlockChain: TypeAlias = "list[tuple[nodes.Block, TemplateChecker]]"
Blocks: TypeAlias = "dict[str, BlockChain]"


class TemplateChecker(ReferenceChecker):
    """Checks one template and all that it refers to.

    ``blocks`` has the blocks of this template and of those that extend it, by name.
    """

    def __init__(
        self,
        template: Template,
        session: Session,
        blocks: dict[str, list[tuple[nodes.Block, TemplateChecker]]],
    ) -> None:
        super().__init__(template, session)
        self.blocks = blocks
        self.extends = template.extends
        self.above: BlockChain = []
        self.top = Scope()

    def check(self, scope: Scope) -> None:
        """Check the template and add the names it sets to ``scope``."""
        self.top = scope
        for block in self.template.blocks:
            self.blocks.setdefault(block.name, []).append((block, self))
        self.check_body(self.template.body, scope)

    def _infer_output(self, node: nodes.Output, scope: Scope) -> ValueType:
        # Output outside of blocks is not rendered in a template that extends another.
        if self.extends is None or scope is not self.top:
            self.infer_all(node.nodes, scope)
        return ANY

    def _infer_block(self, node: nodes.Block, scope: Scope) -> ValueType:
        if self.extends is None or scope is not self.top:
            _check_block(self.blocks[node.name], Scope(scope if node.scoped else self.top))
        return ANY

    def _infer_call(self, node: nodes.Call, scope: Scope) -> ValueType:
        if isinstance(node.node, nodes.Name) and node.node.name == "super" and self.above:
            _check_block(self.above, scope)
        return super()._infer_call(node, scope)

    def _infer_extends(self, node: nodes.Extends, scope: Scope) -> ValueType:
        # The parent is checked after this template, whose names the blocks can use.
        return ANY

    def parents(self, scope: Scope) -> list[Template]:
        """Return the templates that this one may extend."""
        assert self.extends is not None
        references = self.references(self.extends.template, scope, self.extends.lineno)
        return [reference.template for reference in references]

    def report_circle(self) -> None:
        """Report that this template extends itself in the end."""
        assert self.extends is not None
        message, remedy = circle_of_extends()
        self.report("J102", message, remedy, self.extends.lineno, "extends")

    def _infer_include(self, node: nodes.Include, scope: Scope) -> ValueType:
        outer = scope if node.with_context else self.session.context.outer
        for reference in self.references(node.template, scope, node.lineno, node.ignore_missing):
            self._check_reference(reference, Scope(outer))
        return ANY

    def _check_reference(self, reference: Reference, scope: Scope) -> None:
        was_reporting = self.found.reports_faults
        self.found.reports_faults = was_reporting and reference.is_certain
        check_template(reference.template, self.session, scope)
        self.found.reports_faults = was_reporting

    def _infer_import(self, node: nodes.Import, scope: Scope) -> ValueType:
        scope.names[node.target] = self._module(node, scope)
        return ANY

    def _infer_fromimport(self, node: nodes.FromImport, scope: Scope) -> ValueType:
        module = self._module(node, scope)
        for each in node.names:
            name, alias = (each, each) if isinstance(each, str) else each
            scope.names[alias] = self.attribute(module, name, node.lineno)
        return ANY

    def _module(self, node: nodes.Import | nodes.FromImport, scope: Scope) -> ValueType:
        inner = Scope(scope if node.with_context else self.session.context.outer)
        found = self.references(node.template, scope, node.lineno)
        for reference in found:
            self._check_reference(reference, inner)
        return ModuleType(inner) if len(found) == 1 else ANY


def _check_block(chain: BlockChain, scope: Scope) -> None:
    """Check the first block of ``chain``; `super()` in it calls the next one."""
    block, owner = chain[0]
    checker = TemplateChecker(owner.template, owner.session, owner.blocks)
    checker.above = chain[1:]
    checker.extends = None
    inner = Scope(scope, {"self": ANY} | ({"super": ANY} if checker.above else {}))
    checker.top = inner
    checker.check_body(block.body, inner)


def check_template(template: Template, session: Session, scope: Scope) -> None:
    """Check ``template`` and those it extends, and add the names they set to ``scope``.

    A template that refers to itself is checked once; rendering reports that it never ends.
    """
    if template.name in session.open:
        return
    session.open.append(template.name)
    blocks: Blocks = {}
    checker = TemplateChecker(template, session, blocks)
    checker.check(scope)
    chain = [template]
    while checker.extends is not None:
        parents = checker.parents(scope)
        if not parents:
            break
        if parents[0] in chain:
            checker.report_circle()
            break
        checker = TemplateChecker(parents[0], session, blocks)
        chain.append(parents[0])
        checker.check(scope)
    if checker.extends is None:
        session.found.report(lost_words(chain, session.library.folders[-1]))
    session.open.pop()
