"""The two names of a key, English and Chinese: what a clerk wrote in either, under the keys of the model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from drafter.errors import KeyPath, Problem
from drafter.i18n import _
from drafter.models.fields import FieldSpec, fields_of, keys_by_name


def canonical(data: Any, model: type[Struct]) -> tuple[Any, list[Problem]]:
    """Return plain values with the keys of ``model`` for their Chinese names, and what is given twice.

    Of a key that is given under both names, the first is kept.
    """
    problems: list[Problem] = []
    return _renamed(data, model, (), problems), problems


def _renamed(data: Any, model: type[Struct], path: KeyPath, problems: list[Problem]) -> Any:
    if not isinstance(data, dict):
        return data
    names, specs = keys_by_name(model), fields_of(model)
    first: dict[Any, Any] = {}
    found: dict[Any, Any] = {}
    for name, value in data.items():
        key = names.get(str(name), str(name))
        if key in first:
            problems.append(_given_twice((*path, name), first[key]))
            continue
        first[key] = name
        spec = specs.get(key)
        found[key] = _below(value, spec, (*path, key), problems) if spec and spec.is_model else value
    return found


def _below(value: Any, spec: FieldSpec, path: KeyPath, problems: list[Problem]) -> Any:
    if spec.is_named and isinstance(value, dict):
        return {name: _renamed(item, spec.type, (*path, name), problems) for name, item in value.items()}
    if isinstance(value, list):
        return [_renamed(item, spec.type, (*path, place), problems) for place, item in enumerate(value)]
    return _renamed(value, spec.type, path, problems)


def _given_twice(path: KeyPath, first: str) -> Problem:
    message = _("`{first}` and `{second}` are one key").format(first=first, second=path[-1])
    return Problem(path, "Y102", message, _("keep one of the two"), at_key=True)


def is_chinese(data: Any, model: type[Struct]) -> bool:
    """Tell whether most keys of plain values have their Chinese names."""
    votes = list(_votes(data, model))
    return sum(votes) * 2 > len(votes)


def _votes(data: Any, model: type[Struct]) -> Iterator[bool]:
    """Yield for each key that has two names whether the Chinese one stands there."""
    if isinstance(data, list):
        for item in data:
            yield from _votes(item, model)
    if not isinstance(data, dict):
        return
    names, specs = keys_by_name(model), fields_of(model)
    for name, value in data.items():
        key = names.get(str(name), str(name))
        spec = specs.get(key)
        if spec is not None and spec.zh != spec.key:
            yield name == spec.zh
        if spec is not None and spec.is_model:
            yield from _votes(value, spec.type)
