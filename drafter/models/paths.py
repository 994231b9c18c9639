"""Paths of values in the parameters: ``parts[1].points[0].owner``, ``answers[督查部门]``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from msgspec import Struct

from drafter.models.fields import FieldSpec, fields_of
from drafter.models.parameters import Parameters

# What a blank that no other key fills is answered under, by its label.
ANSWERS = "answers"

_STEP = re.compile(r"\[(\d+)\]|\.?([^.\[\]]+)")

Step = str | int


@lru_cache(maxsize=2048)
def steps_of(path: str) -> tuple[Step, ...]:
    """Return the keys and places on the way to ``path``: parts, 1, points, 0, owner."""
    label = label_in(path)
    if label:
        return (ANSWERS, label)
    return tuple(int(found[1]) if found[1] else found[2] for found in _STEP.finditer(path))


def path_to(steps: tuple[Step, ...]) -> str:
    """Return the path that ``steps`` lead along."""
    if len(steps) == 2 and steps[0] == ANSWERS and isinstance(steps[1], str):
        return answer_path(steps[1])
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return text.removeprefix(".")


def answer_path(label: str) -> str:
    """Return the path of the answer to the blank that is called ``label``."""
    return f"{ANSWERS}[{label}]"


def label_in(path: str) -> str:
    """Return the label of the blank that ``path`` answers, "" where it leads elsewhere."""
    opening = f"{ANSWERS}["
    inner = path[len(opening) : -1] if path.startswith(opening) and path.endswith("]") else ""
    return "" if inner.isdecimal() else inner


@lru_cache(maxsize=1024)
def field_at(path: str) -> FieldSpec | None:
    """Return what the model says of the value at ``path``; None where it knows no such key.

    The plan of an item is that of its list.
    """
    model: type[Struct] | None = Parameters
    plan = None
    if label_in(path):
        path = f"{ANSWERS}.text"
    for step in steps_of(path):
        if isinstance(step, int):
            continue
        plan = fields_of(model).get(step) if model is not None else None
        if plan is None:
            return None
        model = plan.type if plan.is_model else None
    return plan


def is_prose(path: str) -> bool:
    """Tell whether what stands at ``path`` may be several paragraphs."""
    plan = field_at(path)
    return plan is not None and bool(plan.extra.get("prose"))


@lru_cache(maxsize=1024)
def is_running_text(path: str) -> bool:
    """Tell whether what stands at ``path`` is a stretch of text: prose, or a whole sentence."""
    plan = field_at(path)
    return plan is not None and bool(plan.extra.get("prose") or plan.extra.get("sentence"))


def is_heading(key: str) -> bool:
    """Tell whether ``key`` is a heading's, or of words in one."""
    return "heading" in steps_of(key)


@lru_cache(maxsize=2048)
def key_of(path: str) -> str:
    """Return the one name of a value that has two paths: a heading, and the text that stands for it."""
    above, _dot, last = path.rpartition(".")
    plan = field_at(above) if above and not label_in(path) else None
    if plan is not None and plan.is_model and getattr(plan.type, "shorthand", "") == last:
        return above
    return path


def value_at(parameters: Parameters, path: str) -> Any:
    """Return what stands at ``path``, None where nothing does.

    Of a mapping that a plain text may stand for, that text.
    """
    label = label_in(path)
    if label:
        return next((answer.text for answer in parameters.answers if answer.label == label), None)
    value: Any = parameters
    for step in steps_of(path):
        if isinstance(step, int):
            value = value[step] if isinstance(value, tuple) and step < len(value) else None
        elif isinstance(value, Struct):
            plan = fields_of(type(value)).get(step)
            value = getattr(value, plan.name) if plan else None
        else:
            return None
    shorthand = getattr(type(value), "shorthand", "")
    return getattr(value, shorthand) if shorthand else value


def paths_in(model: Struct, above: str = "") -> Iterator[str]:
    """Yield the paths of all values that are given in ``model``, which stands at ``above``."""
    for key, plan in fields_of(type(model)).items():
        value = getattr(model, plan.name)
        path = f"{above}.{key}" if above else key
        items = enumerate(value) if plan.is_list and value else ((None, value),)
        for place, item in items:
            here = path if place is None else f"{path}[{place}]"
            if isinstance(item, Struct):
                yield from paths_in(item, here)
            elif item is not None and item != ():
                yield here


def names_in(model: Struct) -> Iterator[str]:
    """Yield the names of persons in ``model`` and the models in it, in the order of the file."""
    for plan in _plans(type(model)):
        value = getattr(model, plan.name)
        items = value if plan.is_list else (value,)
        if plan.is_model:
            for item in items:
                yield from names_in(item)
        else:
            yield from filter(None, items)


@lru_cache(maxsize=64)
def _plans(model: type[Struct], above: tuple[type[Struct], ...] = ()) -> tuple[FieldSpec, ...]:
    """Return the fields of ``model`` in which a person may be named; most models have none."""
    return tuple(
        plan
        for plan in fields_of(model).values()
        if plan.extra.get("person")
        or (plan.is_model and plan.type not in above and _plans(plan.type, (*above, model)))
    )
