"""The persons whom the parameters name: what a reading copy keeps whole and shows in pinyin."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from drafter.fields import FieldPlan, plan_of


def persons_in(model: Struct) -> Iterator[str]:
    """Yield the names of persons in ``model`` and the models in it, in the order of the file."""
    for plan in _plans(type(model)):
        value = getattr(model, plan.name)
        items = value if plan.is_list else (value,)
        if plan.is_model:
            for item in items:
                yield from persons_in(item)
        else:
            yield from filter(None, items)


@lru_cache(maxsize=64)
def _plans(model: type[Struct], above: tuple[type[Struct], ...] = ()) -> tuple[FieldPlan, ...]:
    """Return the fields of ``model`` in which a person may be named; most models have none."""
    return tuple(
        plan
        for plan in plan_of(model).values()
        if plan.extra.get("person")
        or (plan.is_model and plan.type not in above and _plans(plan.type, (*above, model)))
    )
