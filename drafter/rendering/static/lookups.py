"""Which templates an include, an import or an extends may mean."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from itertools import product

from jinja2 import nodes
from msgspec import Struct

from drafter.errors import did_you_mean
from drafter.i18n import _
from drafter.parameters import Part
from drafter.rendering.static.scope import Scope
from drafter.rendering.static.shapes import Mapping
from drafter.rendering.static.statements import Statements
from drafter.rendering.static.trees import Template

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
