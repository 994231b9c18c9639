"""The values that a file is to hold after its changes: what a patch is checked against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from drafter.models.fields import FieldSpec, fields_of
from drafter.models.papers import MARKS
from drafter.models.parts import Heading
from drafter.models.paths import Step
from drafter.yaml.changes import Change, new_value, normal_text


def normalized(data: Any, model: type[Struct]) -> Any:
    """Return the values of a file without what makes no difference: nulls, short forms, indents of prose."""
    if not isinstance(data, dict):
        return data
    specs = fields_of(model)
    found = {key: _field(value, specs[key]) if key in specs else value for key, value in data.items()}
    return {key: value for key, value in found.items() if value is not None and value != {}}


def _field(value: Any, spec: FieldSpec) -> Any:
    if value is None or not spec.is_list:
        return _one(value, spec)
    items = value if isinstance(value, list) else [value]
    return [_one(item, spec) for item in items if item is not None]


def _one(value: Any, spec: FieldSpec) -> Any:
    if not spec.is_model:
        return normal_text(value, spec) if isinstance(value, str) else value
    shorthand = spec.type.shorthand
    return normalized({shorthand: value} if isinstance(value, str) and shorthand else value, spec.type)


def with_changes(
    data: Any, model: type[Struct], changes: Mapping[Step, Change], skeleton: Any
) -> dict[str, Any]:
    """Return ``data``, as :func:`normalized` gives them, with ``changes``."""
    result = dict(data or {})
    for key, spec in fields_of(model).items():
        if key in changes:
            below = getattr(skeleton, spec.name, None)
            result[key] = _with_field(result.get(key), spec, changes[key], below)
    return {key: value for key, value in result.items() if value is not None and value != {}}


def _with_field(value: Any, spec: FieldSpec, change: Change, skeleton: Any) -> Any:
    if not spec.is_list:
        return _with_one(value, spec, change, skeleton)
    if not value:
        new = new_value(spec, change, skeleton)
        return value if new is None else _field(new, spec)
    if change.is_value:
        return None if change.new_text is None else _field(change.new_text, spec)
    items = list(value)
    for step in sorted(change.below, key=lambda step: step if isinstance(step, int) else 0):
        place = place_of(items, step)
        if place < len(items):
            below = skeleton[place] if skeleton and place < len(skeleton) else None
            items[place] = _with_one(items[place], spec, change.below[step], below)
        else:
            added = Change("", below={step: change.below[step]})
            items += _field(new_value(spec, added, None), spec) or []
    return [item for item in items if item is not None]


def _with_one(value: Any, spec: FieldSpec, change: Change, skeleton: Any) -> Any:
    if not spec.is_model:
        return change.new_text
    if not change.is_value:
        return with_changes(value, spec.type, change.below, skeleton)
    own = {} if change.new_text is None else {spec.type.shorthand: change.new_text}
    others = {} if spec.type is Heading else {k: v for k, v in value.items() if k != spec.type.shorthand}
    return {**others, **own}


def place_of(items: Sequence[Any], step: Step) -> int:
    """Return the place of an item, of an answer by its label; behind the last if there is none."""
    if isinstance(step, int):
        return step
    labels = [str(item.get("blank") or "") if isinstance(item, dict) else "" for item in items]
    found = (place for place, label in enumerate(labels) if label.strip(f"{MARKS} ") == step)
    return next(found, len(items))
