"""Expressions of a template: their types, and names in them that do not exist."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jinja2 import nodes

from drafter.errors import Diagnostic, did_you_mean
from drafter.i18n import _
from drafter.models.fields import fields_of
from drafter.models.meeting import Meeting
from drafter.models.parameters import Parameters
from drafter.templating import programme
from drafter.templating.lint.parser import Template
from drafter.templating.lint.session import ModuleType, Session
from drafter.templating.lint.types import (
    ANY,
    ContextScope,
    ListType,
    MappingType,
    Scope,
    TextType,
    ValueType,
    common_type,
)
from drafter.templating.values import UnknownParameterError

# Filters that return their value, or a list of the same items.
UNCHANGED = (
    "blank",
    "label",
    "list",
    "reject",
    "rejectattr",
    "reverse",
    "select",
    "selectattr",
    "sort",
    "unique",
)
ONE_ITEM = ("at", "first", "last", "random", "min", "max")
# Filters whose first argument, or whose argument `attribute`, is a key of each item.
BY_FIRST = ("groupby", "rejectattr", "selectattr")
BY_ATTRIBUTE = ("groupby", "join", "map", "max", "min", "sort", "sum", "unique")
# The parameters behind a name that is derived from them.
DERIVED = {"programme": programme.USES}
OPTIONAL_FILTERS, OPTIONAL_TESTS = ("d", "default"), ("defined", "undefined")


class ExpressionChecker:
    """Infers the types of the expressions of one template, and reports their faults."""

    def __init__(self, template: Template, session: Session) -> None:
        self.template, self.session = template, session
        self.found, self.environment = session.found, session.environment

    def infer(self, node: nodes.Node | None, scope: Scope) -> ValueType:
        """Return the type of ``node`` and report the faults in it."""
        if node is None:
            return ANY
        name = f"_infer_{type(node).__name__.lower()}"
        infer: Callable[[nodes.Node, Scope], ValueType] | None = getattr(self, name, None)
        if infer is not None:
            return infer(node, scope)
        self.infer_all(node.iter_child_nodes(), scope)
        return ANY

    def infer_all(self, several: Iterable[nodes.Node], scope: Scope) -> list[ValueType]:
        """Return the types of several nodes."""
        return [self.infer(node, scope) for node in several]

    def report(self, code: str, message: str, remedy: str, line: int, word: str) -> None:
        """Report a fault at ``word`` in ``line``."""
        self.found.report([Diagnostic(code, message, self.template.span(line, word), remedy)])

    def _use(self, parameter: str, line: int) -> None:
        span = self.template.span(line, parameter.rpartition(".")[2])
        self.found.use(parameter, self.template.name, span)

    def attribute(self, type_: ValueType, name: str, line: int) -> ValueType:
        """Return the type of the attribute ``name`` of ``type_``; report a fault if there is none."""
        if type_ is ANY:
            self.found.ambiguous.add(name)
        try:
            found = type_.attribute(name)
        except UnknownParameterError as error:
            message, remedy = _no_such_key(type_, name, error.known)
            self.report("J102", message, remedy, line, name)
            return ANY
        if type_ == MappingType(Meeting):
            self._use(f"meeting.{name}", line)
        return found

    def _infer_name(self, node: nodes.Name, scope: Scope) -> ValueType:
        holder = scope.holder_of(node.name)
        if holder is None:
            remedy = did_you_mean(node.name, scope.known())
            if node.name in self.session.context.names:
                remedy = _("import the file `with context`, or hand the value to the macro")
            message = _("unknown name `{name}`").format(name=node.name)
            self.report("J102", message, remedy, node.lineno, node.name)
            return ANY
        type_ = holder.names[node.name]
        if isinstance(holder, ContextScope):
            own = (node.name,) if node.name in fields_of(Parameters) else ()
            for parameter in DERIVED.get(node.name, own):
                self._use(parameter, node.lineno)
        return type_

    def _infer_const(self, node: nodes.Const, scope: Scope) -> ValueType:
        return TextType() if isinstance(node.value, str) else ANY

    def _infer_templatedata(self, node: nodes.TemplateData, scope: Scope) -> ValueType:
        return TextType()

    def _infer_concat(self, node: nodes.Concat, scope: Scope) -> ValueType:
        self.infer_all(node.nodes, scope)
        return TextType()

    def _infer_getattr(self, node: nodes.Getattr, scope: Scope) -> ValueType:
        return self.attribute(self.infer(node.node, scope), node.attr, node.lineno)

    def _infer_getitem(self, node: nodes.Getitem, scope: Scope) -> ValueType:
        type_ = self.infer(node.node, scope)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self.attribute(type_, node.arg.value, node.lineno)
        self.infer(node.arg, scope)
        return type_ if isinstance(node.arg, nodes.Slice) else type_.item()

    def _infer_or(self, node: nodes.Or | nodes.And, scope: Scope) -> ValueType:
        return common_type(self.infer_all((node.left, node.right), scope))

    _infer_and = _infer_or

    def _infer_condexpr(self, node: nodes.CondExpr, scope: Scope) -> ValueType:
        self.infer(node.test, scope)
        branches = [node.expr1, *([node.expr2] if node.expr2 else [])]
        return common_type(self.infer_all(branches, scope))

    def _infer_add(self, node: nodes.Add, scope: Scope) -> ValueType:
        return common_type(self.infer_all((node.left, node.right), scope))

    def _infer_list(self, node: nodes.List | nodes.Tuple, scope: Scope) -> ValueType:
        return ListType(common_type(self.infer_all(node.items, scope)))

    _infer_tuple = _infer_list

    def _infer_test(self, node: nodes.Test, scope: Scope) -> ValueType:
        if node.name not in self.environment.tests:
            self._unknown(node, self.environment.tests)
        self._infer_optional(node, scope) if node.name in OPTIONAL_TESTS else self.infer(node.node, scope)
        self._arguments(node, scope)
        return ANY

    def _infer_filter(self, node: nodes.Filter, scope: Scope) -> ValueType:
        if node.name not in self.environment.filters:
            self._unknown(node, self.environment.filters)
        arguments = self._arguments(node, scope)
        if node.name == "blank":
            self._use_blank(node)
        if node.name in OPTIONAL_FILTERS:
            return common_type([self._infer_optional(node, scope), *arguments])
        type_ = self.infer(node.node, scope)
        item = self._item_by(node, type_.item())
        if node.name in ONE_ITEM:
            return type_.item()
        if node.name == "map":
            return ListType(item)
        return type_ if node.name in UNCHANGED else ANY

    def _use_blank(self, node: nodes.Filter) -> None:
        """Record the blank that a filter names, each of them where it chooses among several."""
        names = [each.value for argument in node.args[:1] for each in _constants(argument)]
        self.found.uses_any_blank |= not names
        for name in names:
            self.session.use_blank(name, self.template, node.lineno)

    def _infer_optional(self, node: nodes.Filter | nodes.Test, scope: Scope) -> ValueType:
        """Return the type of the value of a filter or test that accepts missing names."""
        inner = node.node
        if isinstance(inner, nodes.Name) and scope.holder_of(inner.name) is None:
            return ANY
        return self.infer(inner, scope)

    def _item_by(self, node: nodes.Filter, item: ValueType) -> ValueType:
        """Return the type of the key of each item that an argument of a filter names."""
        named = [pair.value for pair in node.kwargs if pair.key == "attribute" and node.name in BY_ATTRIBUTE]
        named += node.args[:1] if node.name in BY_FIRST else []
        if not named:
            return ANY
        type_ = item
        if isinstance(named[0], nodes.Const) and isinstance(named[0].value, str):
            for name in named[0].value.split("."):
                type_ = self.attribute(type_, name, node.lineno)
            return type_
        return ANY

    def _arguments(self, node: nodes.Call | nodes.Filter | nodes.Test, scope: Scope) -> list[ValueType]:
        rest = [each for each in (node.dyn_args, node.dyn_kwargs) if each is not None]
        self.infer_all([*(pair.value for pair in node.kwargs), *rest], scope)
        return self.infer_all(node.args, scope)

    def _unknown(self, node: nodes.Filter | nodes.Test, known: Iterable[str]) -> None:
        message = _("unknown name `{name}`").format(name=node.name)
        self.report("J101", message, did_you_mean(node.name, known), node.lineno, node.name)


def _constants(node: nodes.Node) -> list[nodes.Const]:
    """Return the constants that ``node`` may be, none if it may be anything else."""
    if isinstance(node, nodes.CondExpr):
        branches = [_constants(branch) for branch in (node.expr1, node.expr2) if branch is not None]
        return [each for branch in branches for each in branch] if all(branches) else []
    return [node] if isinstance(node, nodes.Const) else []


def _no_such_key(type_: ValueType, name: str, known: list[str]) -> tuple[str, str]:
    """Return message and remedy for ``name``, which is no key of a value of ``type_``."""
    if isinstance(type_, ModuleType):
        return _("there is no macro `{name}` here").format(name=name), did_you_mean(name, known)
    message = _("there is no parameter `{name}` here").format(name=name)
    if isinstance(type_, ListType):
        return message, _("it is a list: write a loop, or take one item with `at(0)`")
    return message, did_you_mean(name, known)
