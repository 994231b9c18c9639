"""The sandbox of templates: what they may call, how large what they make may be, and what they may print."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, NoReturn

from jinja2 import Undefined, nodes, pass_eval_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.filters import FILTERS as JINJA
from jinja2.filters import make_attrgetter
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, Macro, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafter.facts import patterns as re
from drafter.i18n import _
from drafter.templating.budget import (
    CHARGE,
    MOST_NUMBER,
    MOST_TEXT,
    charge,
    charge_bodies,
    spend,
)
from drafter.templating.values import Items, View

# The deepest built-in template has a third of this.
MOST_DEPTH = 60
# What a template may call of a text: nothing that pads, repeats or formats.
_METHODS = frozenset(
    (
        *("startswith", "endswith", "strip", "lstrip", "rstrip", "removeprefix", "removesuffix"),
        *("split", "rsplit", "splitlines", "partition", "rpartition", "count", "find", "rfind", "index"),
        *("lower", "upper", "isdigit", "isascii", "isnumeric", "path", "year"),
    )
)
_INTERNAL = frozenset(("spec", "values"))
# Filters of Jinja that turn what they are given into a text, whatever it is.
_OF_TEXT = (
    *("capitalize", "e", "escape", "forceescape", "lower", "safe", "string", "striptags", "title", "trim"),
    *("truncate", "upper", "urlencode", "wordcount"),
)
# Filters that make no text, or a shorter one.
_OF_VALUES = (
    *("abs", "attr", "batch", "count", "d", "default", "dictsort", "first", "float", "groupby", "int"),
    *("items", "last", "length", "list", "map", "max", "min", "reject", "rejectattr", "reverse", "round"),
    *("select", "selectattr", "slice", "sort", "unique"),
)
# What a pattern of ``format`` may ask for; a width may be a thousand million.
_FORMAT = re.compile("%[^sd%]|%$")


class Compiler(CodeGenerator):
    """Compiles ``a ~ b`` so that its length is looked at."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: D102, N802
        self.write("environment.joined((")
        for each in node.nodes:
            self.visit(each, frame)
            self.write(", ")
        self.write("))")


class Environment(ImmutableSandboxedEnvironment):
    """A sandbox in which a template can neither print what is no text nor make too much of it."""

    code_generator_class = Compiler
    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute; keys of the parameters need no check."""
        if type(obj) is View and attribute[0] != "_":
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: D102
        if isinstance(obj, str):
            return attr in _METHODS
        if isinstance(obj, Items) and attr in _INTERNAL:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """Return nothing: ``format`` of a text is an attribute like others, and not a safe one."""

    def call(self, context: Context, obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: D102
        _refuse_large(*args, *kwargs.values())
        # A macro belongs to a template: it takes no context, and escapes as the environment does.
        if type(obj) is Macro:
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
            return obj(*args, **kwargs)
        return super().call(context, obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Return what an operator makes of its sides; raises SecurityError where it would be too large."""
        if operator == "%" and isinstance(left, str):
            raise SecurityError(_("a text is filled by `format` or `fill`, not by `%`"))
        sides = (left, right)
        sizes = [len(side) for side in sides if isinstance(side, str | list | tuple)]
        numbers = [side for side in sides if isinstance(side, int)]
        if operator == "*" and sizes:
            _refuse_long(sizes[0] * abs(numbers[0]) if numbers else 0)
        elif operator == "+":
            _refuse_long(sum(sizes))
        elif operator in ("*", "**"):
            _refuse_large(*numbers)
            if operator == "**" and abs(right) > 20:
                _refuse_large(MOST_NUMBER + 1)
        spend(1 + sum(sizes) // 16)
        return super().call_binop(context, operator, left, right)

    def joined(self, values: tuple[Any, ...]) -> str:
        """Return the texts that stand between ``~`` as one."""
        values = tuple(map(text_of, values))
        _refuse_long(sum(len(str(value)) for value in values))
        return markup_join(values)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template: nodes.Template = _guarded(super()._parse, name, filename)(source, name, filename)
        _refuse_deep(template, name, filename)
        _refuse_twice(template, name, filename)
        return template

    def _generate(self, source: nodes.Template, name: Any, filename: Any, defer_init: bool = False) -> str:
        charge_bodies(source)
        code: str = _guarded(super()._generate, name, filename)(source, name, filename, defer_init)
        return code

    def _compile(self, source: str, filename: str) -> Any:
        return _guarded(super()._compile, None, filename)(source, filename)


def _guarded(compile_: Callable[..., Any], name: str | None, filename: str | None) -> Callable[..., Any]:
    """Return ``compile_`` with what Python refuses to compile told as a fault of the template."""

    @wraps(compile_)
    def guarded(*args: Any) -> Any:
        try:
            return compile_(*args)
        except (RecursionError, SyntaxError, ValueError, MemoryError, OverflowError):
            raise TemplateSyntaxError(_("it is nested too deep, or too long"), 1, name, filename) from None

    return guarded


def _refuse_deep(template: nodes.Template, name: str | None, filename: str | None) -> None:
    level: list[nodes.Node] = [template]
    for _depth in range(MOST_DEPTH):
        level = [child for node in level for child in node.iter_child_nodes()]
        if not level:
            return
    raise TemplateSyntaxError(_("it is nested too deep, or too long"), level[0].lineno or 1, name, filename)


def _refuse_twice(template: nodes.Template, name: str | None, filename: str | None) -> None:
    seen: set[str] = set()
    for block in template.find_all(nodes.Block):
        if block.name in seen:
            # In Jinja's words, which are explained where all its faults are.
            raise TemplateSyntaxError(f"block {block.name!r} defined twice", block.lineno, name, filename)
        seen.add(block.name)


def _refuse_long(length: int) -> None:
    if length > MOST_TEXT:
        raise SecurityError(_("the template makes more text than any draft has"))


def _refuse_large(*values: Any) -> None:
    if any(isinstance(value, int) and abs(value) > MOST_NUMBER for value in values):
        raise SecurityError(_("a number in the template is larger than any draft needs"))


def text_of(value: Any) -> Any:
    """Return a value that can be printed; raise TypeError for what is none, such as a function or a list."""
    if isinstance(value, str):
        spend(0, len(value))
    elif isinstance(value, Items | View):
        # It says itself how it is printed, or that it is not.
        value.__html__()
    elif not (isinstance(value, int | float | Undefined) or hasattr(value, "__html__")):
        _refuse_to_print()
    return value


def _refuse_to_print() -> NoReturn:
    raise TypeError(_("this is no text and cannot be printed: name one of its keys, or call it"))


def metered(filter_: Callable[..., Any], *, of_text: bool = False) -> Callable[..., Any]:
    """Return a filter that is charged, takes no large numbers, and prints only what can be printed."""

    @wraps(filter_)
    def limited(*args: Any, **kwargs: Any) -> Any:
        _refuse_large(*args, *kwargs.values())
        # The environment or the context may stand first.
        value = next((arg for arg in args if not isinstance(arg, Context | EvalContext | Environment)), None)
        spend(1 + (len(value) if isinstance(value, str | list | tuple) else 0) // 16)
        if of_text:
            text_of(value)
        return filter_(*args, **kwargs)

    return limited


def _format(pattern: str, *values: Any) -> str:
    """Return ``pattern`` with its %s and %d filled."""
    if _FORMAT.search(pattern):
        raise SecurityError(_("`format` fills %s and %d, and nothing else"))
    filled: str = JINJA["format"](pattern, *map(text_of, values))
    _refuse_long(len(filled))
    return filled


@pass_eval_context
def _replace(context: EvalContext, value: Any, old: Any, new: Any, count: int | None = None) -> Any:
    """Return a text with ``new`` for each ``old``."""
    text = str(text_of(value))
    _refuse_long(len(text) + text.count(str(old)) * len(str(text_of(new))))
    return JINJA["replace"](context, value, old, new, count)


@pass_eval_context
def _join(context: EvalContext, values: Iterable[Any], mark: Any = "", attribute: str | None = None) -> Any:
    """Return texts as one, with a mark between them."""
    get = make_attrgetter(context.environment, attribute) if attribute is not None else None
    texts = [text_of(get(value) if get else value) for value in values]
    _refuse_long(sum(len(str(text)) for text in texts) + len(str(mark)) * len(texts))
    return JINJA["join"](context, texts, mark)


def _sum(values: Iterable[Any], start: int = 0) -> Any:
    """Return the sum of numbers."""
    return sum((value for value in values if isinstance(value, int | float)), start)


def filters_of_jinja() -> dict[str, Callable[..., Any]]:
    """Return the filters of Jinja that templates can use, each bounded."""
    found = {name: metered(JINJA[name]) for name in _OF_VALUES}
    found |= {name: metered(JINJA[name], of_text=True) for name in _OF_TEXT}
    own: dict[str, Callable[..., Any]] = {"format": _format, "join": _join, "replace": _replace, "sum": _sum}
    return found | {name: metered(filter_) for name, filter_ in own.items()} | {CHARGE: charge}


def bounded_range(*limits: int) -> range:
    """Return a range of whole numbers that is charged."""
    found = range(*limits)
    if len(found) > MOST_NUMBER:
        _refuse_large(len(found))
    spend(len(found))
    return found
