"""What is known of a value before anything is rendered: which keys it has, what its items are.

Where nothing is known for certain, a value is ANYTHING, of which nothing is ever told.
"""

from __future__ import annotations

import datetime
from difflib import get_close_matches
from typing import Any

from jinja2.runtime import LoopContext
from msgspec import Struct

from drafter.models.fields import FieldSpec, fields_of
from drafter.templating.values import Items, Missing, UnknownParameterError, Value

# What a text has besides the methods of any text: its place, and that of its blank.
OF_VALUES = ("path", *Missing.__struct_fields__)
OF_DAYS = ("year",)


class Shape(Struct, frozen=True):
    """The shape of a value of which nothing is known."""

    def attribute(self, name: str) -> Shape:
        """Return the shape of what ``name`` is there; raise UnknownParameterError where it is nothing."""
        return ANYTHING

    def item(self) -> Shape:
        """Return the shape of what a loop meets in it."""
        return ANYTHING


ANYTHING = Shape()


class Text(Shape, frozen=True):
    """A word, number or date: given, or missing."""

    type: Any = str

    def attribute(self, name: str) -> Shape:  # noqa: D102
        own = OF_DAYS if self.type is datetime.date else ()
        if name in (*own, *OF_VALUES) or hasattr(Value, name) or hasattr(self.type, name):
            return ANYTHING
        raise UnknownParameterError(name, [*own, *get_close_matches(name, dir(str), cutoff=0.75)])


class Mapping(Shape, frozen=True):
    """A mapping of the YAML, or another of our structs: its keys are those of ``model``."""

    model: type[Struct]

    def attribute(self, name: str) -> Shape:  # noqa: D102
        plans = fields_of(self.model)
        if name in plans:
            return shape_of(plans[name])
        if name.startswith("_"):
            return ANYTHING
        # What prints itself is a text to its reader, not a mapping.
        raise UnknownParameterError(name, [] if "__html__" in vars(self.model) else list(plans))


class Sequence(Shape, frozen=True):
    """A list; ``of`` is the shape of its items."""

    of: Shape = ANYTHING

    def attribute(self, name: str) -> Shape:  # noqa: D102
        if hasattr(Items, name) or name in ("path", "spec", "values"):
            return ANYTHING
        raise UnknownParameterError(name, [])

    def item(self) -> Shape:  # noqa: D102
        return self.of


class Loop(Shape, frozen=True):
    """What ``loop`` is inside of a loop."""

    def attribute(self, name: str) -> Shape:  # noqa: D102
        if hasattr(LoopContext, name):
            return ANYTHING
        raise UnknownParameterError(name, [key for key in dir(LoopContext) if not key.startswith("_")])


def shape_of(plan: FieldSpec) -> Shape:
    """Return the shape of a key of a model."""
    if plan.is_model:
        shape: Shape = Mapping(plan.type)
    else:
        shape = Text(plan.type) if isinstance(plan.type, type) else Text()
    return Sequence(shape) if plan.is_list else shape


def shape_of_value(value: Any) -> Shape:
    """Return the shape of a name that templates have besides the keys of the YAML."""
    if isinstance(value, str | Missing):
        return Text()
    return Mapping(type(value)) if isinstance(value, Struct) else ANYTHING


def joined(shapes: list[Shape]) -> Shape:
    """Return the shape of what may be any of ``shapes``."""
    first = shapes[0] if shapes else ANYTHING
    return first if all(shape == first for shape in shapes) else ANYTHING


class Scope:
    """Names and their shapes; what is not found here is looked for further out."""

    def __init__(self, outer: Scope | None = None, names: dict[str, Shape] | None = None) -> None:
        self.outer = outer
        self.names = names or {}

    def holder_of(self, name: str) -> Scope | None:
        """Return the scope, this one or one further out, that has ``name``; None where there is none."""
        scope: Scope | None = self
        while scope is not None and name not in scope.names:
            scope = scope.outer
        return scope

    def find(self, name: str) -> Shape | None:
        """Return the shape of what ``name`` stands for, None where it stands for nothing."""
        holder = self.holder_of(name)
        return holder.names[name] if holder else None

    def known(self) -> list[str]:
        """Return the names that can be used here; not those that Jinja itself has, furthest out."""
        return [*self.names, *self.outer.known()] if self.outer else []

    def merge(self, branches: list[dict[str, Shape]]) -> None:
        """Take over what the branches of a condition have set: each name is what any of them made it."""
        for name in dict.fromkeys(name for names in branches for name in names):
            shapes = [names.get(name) or self.find(name) or ANYTHING for names in branches]
            self.names[name] = joined(shapes)


class Given(Scope):
    """The names that every template has: the parameters, and what is made of them."""
