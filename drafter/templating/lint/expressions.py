"""Expressions of a template: what their values have, and which names there are not."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jinja2 import nodes

from drafter.errors import Diagnostic, did_you_mean
from drafter.i18n import _
from drafter.models.fields import fields_of
from drafter.models.meeting import Meeting
from drafter.models.parameters import Parameters
from drafter.templating import programme
from drafter.templating.lint.parser import Module, Session, Template
from drafter.templating.lint.types import ANYTHING, Given, Mapping, Scope, Sequence, Shape, Text, joined
from drafter.templating.values import UnknownParameterError

# Filters that give a list with the items of the one they were given, or the value as it was.
SAME = ("blank", "label", "list", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique")
ONE_ITEM = ("at", "first", "last", "random", "min", "max")
# Filters whose first word, or `attribute`, names a key of each item.
BY_FIRST = ("groupby", "rejectattr", "selectattr")
BY_ATTRIBUTE = ("groupby", "join", "map", "max", "min", "sort", "sum", "unique")
# Which parameters stand behind a name that is derived from them.
USED_BY = {"programme": programme.USES}
OPTIONAL_FILTERS, OPTIONAL_TESTS = ("d", "default"), ("defined", "undefined")


class Expressions:
    """Reads the expressions of one template."""

    def __init__(self, template: Template, session: Session) -> None:
        self.template, self.session = template, session
        self.found, self.environment = session.found, session.environment

    def shape(self, node: nodes.Node | None, scope: Scope) -> Shape:
        """Return the shape of the value of ``node``; what is wrong in it is told."""
        if node is None:
            return ANYTHING
        read: Callable[[nodes.Node, Scope], Shape] | None
        read = getattr(self, f"_{type(node).__name__.lower()}", None)
        if read is not None:
            found: Shape = read(node, scope)
            return found
        self.shapes(node.iter_child_nodes(), scope)
        return ANYTHING

    def shapes(self, found: Iterable[nodes.Node], scope: Scope) -> list[Shape]:
        """Return the shapes of several values."""
        return [self.shape(node, scope) for node in found]

    def tell(self, code: str, message: str, remedy: str, line: int, word: str) -> None:
        """Note a fault of ``word`` at ``line``."""
        self.found.tell([Diagnostic(code, message, self.template.span(line, word), remedy)])

    def _use(self, parameter: str, line: int) -> None:
        span = self.template.span(line, parameter.rpartition(".")[2])
        self.found.use(parameter, self.template.name, span)

    def key(self, shape: Shape, name: str, line: int) -> Shape:
        """Return the shape of the key ``name`` of what has ``shape``; where there is none, that is told."""
        if shape is ANYTHING:
            self.found.unsure.add(name)
        try:
            found = shape.attribute(name)
        except UnknownParameterError as error:
            message, remedy = _no_such_key(shape, name, error.known)
            self.tell("J102", message, remedy, line, name)
            return ANYTHING
        if shape == Mapping(Meeting):
            self._use(f"meeting.{name}", line)
        return found

    def _name(self, node: nodes.Name, scope: Scope) -> Shape:
        holder = scope.holder_of(node.name)
        if holder is None:
            remedy = did_you_mean(node.name, scope.known())
            if node.name in self.session.given.names:
                remedy = _("import the file `with context`, or hand the value to the macro")
            message = _("unknown name `{name}`").format(name=node.name)
            self.tell("J102", message, remedy, node.lineno, node.name)
            return ANYTHING
        shape = holder.names[node.name]
        if isinstance(holder, Given):
            for parameter in (
                (node.name,) if node.name in fields_of(Parameters) else USED_BY.get(node.name, ())
            ):
                self._use(parameter, node.lineno)
        return shape

    def _const(self, node: nodes.Const, scope: Scope) -> Shape:
        return Text() if isinstance(node.value, str) else ANYTHING

    def _templatedata(self, node: nodes.TemplateData, scope: Scope) -> Shape:
        return Text()

    def _concat(self, node: nodes.Concat, scope: Scope) -> Shape:
        self.shapes(node.nodes, scope)
        return Text()

    def _getattr(self, node: nodes.Getattr, scope: Scope) -> Shape:
        return self.key(self.shape(node.node, scope), node.attr, node.lineno)

    def _getitem(self, node: nodes.Getitem, scope: Scope) -> Shape:
        shape = self.shape(node.node, scope)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self.key(shape, node.arg.value, node.lineno)
        self.shape(node.arg, scope)
        return shape if isinstance(node.arg, nodes.Slice) else shape.item()

    def _or(self, node: nodes.Or | nodes.And, scope: Scope) -> Shape:
        return joined(self.shapes((node.left, node.right), scope))

    _and = _or

    def _condexpr(self, node: nodes.CondExpr, scope: Scope) -> Shape:
        self.shape(node.test, scope)
        branches = [node.expr1, *([node.expr2] if node.expr2 else [])]
        return joined(self.shapes(branches, scope))

    def _add(self, node: nodes.Add, scope: Scope) -> Shape:
        return joined(self.shapes((node.left, node.right), scope))

    def _list(self, node: nodes.List | nodes.Tuple, scope: Scope) -> Shape:
        return Sequence(joined(self.shapes(node.items, scope)))

    _tuple = _list

    def _test(self, node: nodes.Test, scope: Scope) -> Shape:
        if node.name not in self.environment.tests:
            self._unknown(node, self.environment.tests)
        self._maybe(node, scope) if node.name in OPTIONAL_TESTS else self.shape(node.node, scope)
        self._arguments(node, scope)
        return ANYTHING

    def _filter(self, node: nodes.Filter, scope: Scope) -> Shape:
        if node.name not in self.environment.filters:
            self._unknown(node, self.environment.filters)
        arguments = self._arguments(node, scope)
        if node.name == "blank":
            self._blank(node)
        if node.name in OPTIONAL_FILTERS:
            return joined([self._maybe(node, scope), *arguments])
        shape = self.shape(node.node, scope)
        item = self._item_by(node, shape.item())
        if node.name in ONE_ITEM:
            return shape.item()
        if node.name == "map":
            return Sequence(item)
        return shape if node.name in SAME else ANYTHING

    def _blank(self, node: nodes.Filter) -> None:
        """Note the blank that is asked for by name; one that is not declared is told."""
        names = [each.value for argument in node.args[:1] for each in _constants(argument)]
        self.found.asks_for_any_blank |= not names
        for name in names:
            self.session.use_blank(name, self.template, node.lineno)

    def _maybe(self, node: nodes.Filter | nodes.Test, scope: Scope) -> Shape:
        """Return the shape of what a filter or test is about, which need not be there."""
        inner = node.node
        if isinstance(inner, nodes.Name) and scope.holder_of(inner.name) is None:
            return ANYTHING
        return self.shape(inner, scope)

    def _item_by(self, node: nodes.Filter, item: Shape) -> Shape:
        """Return the shape of the key of each item that a filter is told to look at."""
        named = [pair.value for pair in node.kwargs if pair.key == "attribute" and node.name in BY_ATTRIBUTE]
        named += node.args[:1] if node.name in BY_FIRST else []
        if not named:
            return ANYTHING
        shape = item
        if isinstance(named[0], nodes.Const) and isinstance(named[0].value, str):
            for name in named[0].value.split("."):
                shape = self.key(shape, name, node.lineno)
            return shape
        return ANYTHING

    def _arguments(self, node: nodes.Call | nodes.Filter | nodes.Test, scope: Scope) -> list[Shape]:
        rest = [each for each in (node.dyn_args, node.dyn_kwargs) if each is not None]
        self.shapes([*(pair.value for pair in node.kwargs), *rest], scope)
        return self.shapes(node.args, scope)

    def _unknown(self, node: nodes.Filter | nodes.Test, known: Iterable[str]) -> None:
        message = _("unknown name `{name}`").format(name=node.name)
        self.tell("J101", message, did_you_mean(node.name, known), node.lineno, node.name)


def _constants(node: nodes.Node) -> list[nodes.Const]:
    """Return what a value may be that is written out, or chosen from what is; else nothing."""
    if isinstance(node, nodes.CondExpr):
        branches = [_constants(branch) for branch in (node.expr1, node.expr2) if branch is not None]
        return [each for branch in branches for each in branch] if all(branches) else []
    return [node] if isinstance(node, nodes.Const) else []


def _no_such_key(shape: Shape, name: str, known: list[str]) -> tuple[str, str]:
    """Return what is wrong with ``name``, which is no key of what has ``shape``, and what to do."""
    if isinstance(shape, Module):
        return _("there is no macro `{name}` here").format(name=name), did_you_mean(name, known)
    message = _("there is no parameter `{name}` here").format(name=name)
    if isinstance(shape, Sequence):
        return message, _("it is a list: write a loop, or take one item with `at(0)`")
    return message, did_you_mean(name, known)
