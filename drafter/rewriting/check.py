"""What a file holds and what it is to hold, in one form, to be compared."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from drafter.fields import FieldPlan, plan_of
from drafter.parameters import Heading
from drafter.parameters.answers import MARKS
from drafter.paths import Step
from drafter.rewriting.fresh import fresh
from drafter.rewriting.wanted import Wanted, as_kept


def held_in(data: Any, model: type[Struct]) -> Any:
    """Return the values of a file without what makes no difference: nulls, short forms, indents of prose."""
    if not isinstance(data, dict):
        return data
    plans = plan_of(model)
    found = {key: _field(value, plans[key]) if key in plans else value for key, value in data.items()}
    return {key: value for key, value in found.items() if value is not None and value != {}}


def _field(value: Any, plan: FieldPlan) -> Any:
    if value is None or not plan.is_list:
        return _one(value, plan)
    items = value if isinstance(value, list) else [value]
    return [_one(item, plan) for item in items if item is not None]


def _one(value: Any, plan: FieldPlan) -> Any:
    if not plan.is_model:
        return as_kept(value, plan) if isinstance(value, str) else value
    shorthand = plan.type.shorthand
    return held_in({shorthand: value} if isinstance(value, str) and shorthand else value, plan.type)


def with_wanted(data: Any, model: type[Struct], wanted: dict[Step, Wanted], skeleton: Any) -> dict[str, Any]:
    """Return ``data``, as :func:`held_in` gives them, with what is ``wanted`` of them."""
    result = dict(data or {})
    for key, plan in plan_of(model).items():
        if key in wanted:
            below = getattr(skeleton, plan.name, None)
            result[key] = _with_field(result.get(key), plan, wanted[key], below)
    return {key: value for key, value in result.items() if value is not None and value != {}}


def _with_field(value: Any, plan: FieldPlan, wanted: Wanted, held: Any) -> Any:
    if not plan.is_list:
        return _with_one(value, plan, wanted, held)
    if not value:
        new = fresh(plan, wanted, held)
        return value if new is None else _field(new, plan)
    if wanted.is_value:
        return None if wanted.given is None else _field(wanted.given, plan)
    items = list(value)
    for step in sorted(wanted.below, key=lambda step: step if isinstance(step, int) else 0):
        place = _place(items, step)
        if place < len(items):
            below = held[place] if held and place < len(held) else None
            items[place] = _with_one(items[place], plan, wanted.below[step], below)
        else:
            items += _field(fresh(plan, Wanted("", below={step: wanted.below[step]}), None), plan) or []
    return [item for item in items if item is not None]


def _place(items: list[Any], step: Step) -> int:
    """Return the place of an item, of an answer by its label."""
    if isinstance(step, int):
        return step
    labels = [str(item.get("blank", "")).strip(f"{MARKS} ") for item in items]
    return labels.index(step) if step in labels else len(items)


def _with_one(value: Any, plan: FieldPlan, wanted: Wanted, held: Any) -> Any:
    if not plan.is_model:
        return wanted.given
    if not wanted.is_value:
        return with_wanted(value, plan.type, wanted.below, held)
    own = {} if wanted.given is None else {plan.type.shorthand: wanted.given}
    others = {} if plan.type is Heading else {k: v for k, v in value.items() if k != plan.type.shorthand}
    return {**others, **own}
