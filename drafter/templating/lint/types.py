"""The types of values before anything is rendered: the keys they have, the items of lists.

A value of which nothing is certain has the type ANY, for which no fault is ever reported.
"""

from __future__ import annotations

import datetime
from difflib import get_close_matches
from typing import Any

from jinja2.runtime import LoopContext
from msgspec import Struct

from drafter.models.fields import FieldSpec, fields_of
from drafter.templating.values import Items, Missing, UnknownParameterError, Value

# The attributes of a text besides those of any string: its path, and the fields of its blank.
VALUE_ATTRIBUTES = ("path", *Missing.__struct_fields__)
DATE_ATTRIBUTES = ("year",)


class ValueType(Struct, frozen=True):
    """The type of a value. This base is the type of a value of which nothing is known."""

    def attribute(self, name: str) -> ValueType:
        """Return the type of the attribute ``name``; raise UnknownParameterError if there is none."""
        return ANY

    def item(self) -> ValueType:
        """Return the type of the items that a loop takes from the value."""
        return ANY


ANY = ValueType()


class TextType(ValueType, frozen=True):
    """A word, number or date, given or missing."""

    type: Any = str

    def attribute(self, name: str) -> ValueType:  # noqa: D102
        own = DATE_ATTRIBUTES if self.type is datetime.date else ()
        if name in (*own, *VALUE_ATTRIBUTES) or hasattr(Value, name) or hasattr(self.type, name):
            return ANY
        raise UnknownParameterError(name, [*own, *get_close_matches(name, dir(str), cutoff=0.75)])


class MappingType(ValueType, frozen=True):
    """A mapping of the YAML or another struct of drafter: its keys are the fields of ``model``."""

    model: type[Struct]

    def attribute(self, name: str) -> ValueType:  # noqa: D102
        specs = fields_of(self.model)
        if name in specs:
            return type_of_field(specs[name])
        if name.startswith("_"):
            return ANY
        # A struct that renders itself is a text for authors, so its fields are not suggested.
        raise UnknownParameterError(name, [] if "__html__" in vars(self.model) else list(specs))


class ListType(ValueType, frozen=True):
    """A list; ``of`` is the type of its items."""

    of: ValueType = ANY

    def attribute(self, name: str) -> ValueType:  # noqa: D102
        if hasattr(Items, name) or name in ("path", "spec", "values"):
            return ANY
        raise UnknownParameterError(name, [])

    def item(self) -> ValueType:  # noqa: D102
        return self.of


class LoopType(ValueType, frozen=True):
    """The variable ``loop`` inside of a loop."""

    def attribute(self, name: str) -> ValueType:  # noqa: D102
        if hasattr(LoopContext, name):
            return ANY
        raise UnknownParameterError(name, [key for key in dir(LoopContext) if not key.startswith("_")])


def type_of_field(spec: FieldSpec) -> ValueType:
    """Return the type of a field of a model."""
    if spec.is_model:
        kind: ValueType = MappingType(spec.type)
    else:
        kind = TextType(spec.type) if isinstance(spec.type, type) else TextType()
    return ListType(kind) if spec.is_list else kind


def type_of_value(value: Any) -> ValueType:
    """Return the type of a value that templates have besides the keys of the YAML."""
    if isinstance(value, str | Missing):
        return TextType()
    return MappingType(type(value)) if isinstance(value, Struct) else ANY


def common_type(types: list[ValueType]) -> ValueType:
    """Return the type that all ``types`` are, ANY if they differ."""
    first = types[0] if types else ANY
    return first if all(each == first for each in types) else ANY


class Scope:
    """Names and their types; names that are missing are looked up in the ``outer`` scope."""

    def __init__(self, outer: Scope | None = None, names: dict[str, ValueType] | None = None) -> None:
        self.outer = outer
        self.names = names or {}

    def holder_of(self, name: str) -> Scope | None:
        """Return the innermost scope that has ``name``, None if there is none."""
        scope: Scope | None = self
        while scope is not None and name not in scope.names:
            scope = scope.outer
        return scope

    def find(self, name: str) -> ValueType | None:
        """Return the type of ``name``, None if it is unknown."""
        holder = self.holder_of(name)
        return holder.names[name] if holder else None

    def known(self) -> list[str]:
        """Return the names that can be used here, without Jinja's own in the outermost scope."""
        return [*self.names, *self.outer.known()] if self.outer else []

    def merge(self, branches: list[dict[str, ValueType]]) -> None:
        """Add the names that the branches of a condition set; a name has the type common to all branches."""
        for name in dict.fromkeys(name for names in branches for name in names):
            types = [names.get(name) or self.find(name) or ANY for names in branches]
            self.names[name] = common_type(types)


class ContextScope(Scope):
    """The names that every template has: the parameters, and what is derived from them."""
