"""Statements of a template: what they set, which branches they have."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import nodes

from drafter.templating.lint.expressions import Expressions
from drafter.templating.lint.parser import Macro
from drafter.templating.lint.types import ANYTHING, Loop, Scope, Sequence, Shape, Text


class Statements(Expressions):
    """Reads the statements of one template, each branch of them."""

    def statements(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        """Read ``body``; what it sets stands in ``scope`` then."""
        for node in body:
            self.shape(node, scope)

    def _if(self, node: nodes.If, scope: Scope) -> Shape:
        self.shapes([node.test, *(branch.test for branch in node.elif_)], scope)
        branches = [Scope(scope) for _each in range(len(node.elif_) + 2)]
        bodies = [node.body, *(branch.body for branch in node.elif_), node.else_]
        for body, branch in zip(bodies, branches, strict=True):
            self.statements(body, branch)
        scope.merge([branch.names for branch in branches])
        return ANYTHING

    def _for(self, node: nodes.For, scope: Scope) -> Shape:
        inner = Scope(scope, {"loop": Loop()})
        self._set(node.target, self.shape(node.iter, scope).item(), inner)
        self.shape(node.test, inner)
        self.statements(node.body, inner)
        self.statements(node.else_, Scope(scope))
        return ANYTHING

    def _with(self, node: nodes.With, scope: Scope) -> Shape:
        inner = Scope(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            self._set(target, self.shape(value, scope), inner)
        self.statements(node.body, inner)
        return ANYTHING

    def _assign(self, node: nodes.Assign, scope: Scope) -> Shape:
        self._set(node.target, self.shape(node.node, scope), scope)
        return ANYTHING

    def _assignblock(self, node: nodes.AssignBlock, scope: Scope) -> Shape:
        self.statements(node.body, Scope(scope))
        if node.filter is not None:
            self.shape(node.filter, scope)
        self._set(node.target, ANYTHING if node.filter else Text(), scope)
        return ANYTHING

    def _filterblock(self, node: nodes.FilterBlock, scope: Scope) -> Shape:
        self.statements(node.body, Scope(scope))
        return self.shape(node.filter, scope)

    def _set(self, target: nodes.Node, shape: Shape, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope.names[target.name] = shape
        elif isinstance(target, nodes.Tuple):
            for each in target.items:
                self._set(each, ANYTHING, scope)

    def _macro(self, node: nodes.Macro, scope: Scope) -> Shape:
        macro = Macro(node, scope, self.expand)
        scope.names[node.name] = macro
        self.session.add(macro)
        return ANYTHING

    def _callblock(self, node: nodes.CallBlock, scope: Scope) -> Shape:
        self.shape(node.call, scope)
        arguments = {name.name: ANYTHING for name in node.args}
        self.statements(node.body, Scope(scope, {**arguments}))
        return ANYTHING

    def _call(self, node: nodes.Call, scope: Scope) -> Shape:
        shape = self.shape(node.node, scope)
        given = self._arguments(node, scope)
        named = {pair.key: self.shape(pair.value, scope) for pair in node.kwargs}
        if isinstance(shape, Macro):
            complete = node.dyn_args is None and node.dyn_kwargs is None
            self.session.call(shape, given if complete else [], named)
            return Text()
        return Sequence() if isinstance(node.node, nodes.Name) and node.node.name == "compose" else ANYTHING

    def expand(self, node: nodes.Macro, scope: Scope, given: list[Shape], named: dict[str, Shape]) -> None:
        """Read what a macro says of the values it is ``given``, by place or by name."""
        inner = Scope(scope, dict.fromkeys(("caller", "varargs", "kwargs"), ANYTHING))
        names = [argument.name for argument in node.args]
        defaults = dict(zip(names[len(names) - len(node.defaults) :], node.defaults, strict=True))
        for name in names:
            inner.names[name] = self.shape(defaults[name], inner) if name in defaults else ANYTHING
        inner.names.update(dict(zip(names, given, strict=False)))
        inner.names.update({name: shape for name, shape in named.items() if name in names})
        self.statements(node.body, inner)
