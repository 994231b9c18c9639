"""Statements of a template: the names they set, in every branch."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import nodes

from drafter.templating.lint.expressions import ExpressionChecker
from drafter.templating.lint.session import MacroType
from drafter.templating.lint.types import ANY, ListType, LoopType, Scope, TextType, ValueType


class StatementChecker(ExpressionChecker):
    """Checks the statements of one template, in every branch."""

    def check_body(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        """Check ``body`` and add the names it sets to ``scope``."""
        for node in body:
            self.infer(node, scope)

    def _infer_if(self, node: nodes.If, scope: Scope) -> ValueType:
        self.infer_all([node.test, *(branch.test for branch in node.elif_)], scope)
        branches = [Scope(scope) for _each in range(len(node.elif_) + 2)]
        bodies = [node.body, *(branch.body for branch in node.elif_), node.else_]
        for body, branch in zip(bodies, branches, strict=True):
            self.check_body(body, branch)
        scope.merge([branch.names for branch in branches])
        return ANY

    def _infer_for(self, node: nodes.For, scope: Scope) -> ValueType:
        inner = Scope(scope, {"loop": LoopType()})
        self._assign(node.target, self.infer(node.iter, scope).item(), inner)
        self.infer(node.test, inner)
        self.check_body(node.body, inner)
        self.check_body(node.else_, Scope(scope))
        return ANY

    def _infer_with(self, node: nodes.With, scope: Scope) -> ValueType:
        inner = Scope(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            self._assign(target, self.infer(value, scope), inner)
        self.check_body(node.body, inner)
        return ANY

    def _infer_assign(self, node: nodes.Assign, scope: Scope) -> ValueType:
        self._assign(node.target, self.infer(node.node, scope), scope)
        return ANY

    def _infer_assignblock(self, node: nodes.AssignBlock, scope: Scope) -> ValueType:
        self.check_body(node.body, Scope(scope))
        if node.filter is not None:
            self.infer(node.filter, scope)
        self._assign(node.target, ANY if node.filter else TextType(), scope)
        return ANY

    def _infer_filterblock(self, node: nodes.FilterBlock, scope: Scope) -> ValueType:
        self.check_body(node.body, Scope(scope))
        return self.infer(node.filter, scope)

    def _assign(self, target: nodes.Node, type_: ValueType, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope.names[target.name] = type_
        elif isinstance(target, nodes.Tuple):
            for each in target.items:
                self._assign(each, ANY, scope)

    def _infer_macro(self, node: nodes.Macro, scope: Scope) -> ValueType:
        macro = MacroType(node, scope, self.expand)
        scope.names[node.name] = macro
        self.session.add(macro)
        return ANY

    def _infer_callblock(self, node: nodes.CallBlock, scope: Scope) -> ValueType:
        self.infer(node.call, scope)
        arguments = {name.name: ANY for name in node.args}
        self.check_body(node.body, Scope(scope, {**arguments}))
        return ANY

    def _infer_call(self, node: nodes.Call, scope: Scope) -> ValueType:
        type_ = self.infer(node.node, scope)
        given = self._arguments(node, scope)
        named = {pair.key: self.infer(pair.value, scope) for pair in node.kwargs}
        if isinstance(type_, MacroType):
            complete = node.dyn_args is None and node.dyn_kwargs is None
            self.session.call(type_, given if complete else [], named)
            return TextType()
        return ListType() if isinstance(node.node, nodes.Name) and node.node.name == "compose" else ANY

    def expand(
        self, node: nodes.Macro, scope: Scope, given: list[ValueType], named: dict[str, ValueType]
    ) -> None:
        """Check the body of a macro for the types of its arguments, ``given`` by place and ``named``."""
        inner = Scope(scope, dict.fromkeys(("caller", "varargs", "kwargs"), ANY))
        names = [argument.name for argument in node.args]
        defaults = dict(zip(names[len(names) - len(node.defaults) :], node.defaults, strict=True))
        for name in names:
            inner.names[name] = self.infer(defaults[name], inner) if name in defaults else ANY
        inner.names.update(dict(zip(names, given, strict=False)))
        inner.names.update({name: type_ for name, type_ in named.items() if name in names})
        self.check_body(node.body, inner)
