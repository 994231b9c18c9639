"""Paths of values in the parameters: ``parts[1].points[0].owner``, ``answers[督查部门]``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from msgspec import Struct

from drafter.errors import KeyPath
from drafter.models.fields import FieldSpec, fields_of
from drafter.models.parameters import Parameters

# The list of answers to blanks that no other key fills; a path names an answer by its label.
ANSWERS = "answers"

# A place beyond a million is none, and Python turns no number of thousands of digits into one.
_INDEX = re.compile(r"\[[0-9]{1,6}\]")
_STEP = re.compile(r"\[([0-9]{1,6})\]|\.?([^.\[\]]+)")

Step = str | int


@lru_cache(maxsize=2048)
def steps_of(path: str) -> tuple[Step, ...]:
    """Return the keys and places that ``path`` leads through: parts, 1, points, 0, owner."""
    label = label_in(path)
    if label:
        return (ANSWERS, label)
    return tuple(int(found[1]) if found[1] else found[2] for found in _STEP.finditer(path))


def path_to(steps: tuple[Step, ...]) -> str:
    """Return the path that leads through ``steps``."""
    if len(steps) == 2 and steps[0] == ANSWERS and isinstance(steps[1], str):
        return answer_path(steps[1])
    return format_path(steps)


def format_path(path: KeyPath) -> str:
    """Return ``path`` as text, ``parts[1].points[0].text``."""
    text = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path)
    return text.removeprefix(".")


def answer_path(label: str) -> str:
    """Return the path of the answer to the blank called ``label``."""
    return f"{ANSWERS}[{label}]"


def label_in(path: str) -> str:
    """Return the label of the blank that ``path`` answers, "" where it leads elsewhere."""
    opening = f"{ANSWERS}["
    inner = path[len(opening) : -1] if path.startswith(opening) and path.endswith("]") else ""
    return "" if inner.isdecimal() else inner


def field_at(path: str) -> FieldSpec | None:
    """Return the field of the model at ``path``; the list's field for an item; None for an unknown key."""
    return _field_under(f"{ANSWERS}.text" if label_in(path) else _INDEX.sub("", path))


# By the keys alone, of which the model has few: a long speech has thousands of paths.
@lru_cache(maxsize=1024)
def _field_under(keys: str) -> FieldSpec | None:
    model: type[Struct] | None = Parameters
    spec = None
    for step in steps_of(keys):
        spec = fields_of(model).get(str(step)) if model is not None else None
        if spec is None:
            return None
        model = spec.type if spec.is_model else None
    return spec


def is_prose(path: str) -> bool:
    """Return whether the value at ``path`` may have several paragraphs."""
    spec = field_at(path)
    return spec is not None and bool(spec.extra.get("prose"))


@lru_cache(maxsize=1024)
def is_running_text(path: str) -> bool:
    """Return whether the value at ``path`` is running text: prose, or a whole sentence."""
    spec = field_at(path)
    return spec is not None and bool(spec.extra.get("prose") or spec.extra.get("sentence"))


def is_heading(key: str) -> bool:
    """Return whether ``key`` is that of a heading, or of words in one."""
    return "heading" in steps_of(key)


@lru_cache(maxsize=2048)
def key_of(path: str) -> str:
    """Return the one name of a value that has two paths: a mapping, and the text that stands for it."""
    above, _dot, last = path.rpartition(".")
    spec = field_at(above) if above and not label_in(path) else None
    if spec is not None and spec.is_model and getattr(spec.type, "shorthand", "") == last:
        return above
    return path


def value_at(parameters: Parameters, path: str) -> Any:
    """Return the value at ``path``, None where there is none.

    Of a mapping that a plain text may stand for, that text is returned.
    """
    label = label_in(path)
    if label:
        return next((answer.text for answer in parameters.answers if answer.label == label), None)
    value: Any = parameters
    for step in steps_of(path):
        if isinstance(step, int):
            value = value[step] if isinstance(value, tuple) and step < len(value) else None
        elif isinstance(value, Struct):
            spec = fields_of(type(value)).get(step)
            value = getattr(value, spec.name) if spec else None
        else:
            return None
    shorthand = getattr(type(value), "shorthand", "")
    return getattr(value, shorthand) if shorthand else value


def paths_in(model: Struct, above: str = "") -> Iterator[str]:
    """Yield the paths of all values that are given in ``model``; ``above`` is the path of the model."""
    for key, spec in fields_of(type(model)).items():
        value = getattr(model, spec.name)
        path = f"{above}.{key}" if above else key
        items = enumerate(value) if spec.is_list and value else ((None, value),)
        for place, item in items:
            here = path if place is None else f"{path}[{place}]"
            if isinstance(item, Struct):
                yield from paths_in(item, here)
            elif item is not None and item != ():
                yield here


def names_in(model: Struct) -> Iterator[str]:
    """Yield the names of persons in ``model`` and the models below it, in the order of the fields."""
    for spec in _fields_with_names(type(model)):
        value = getattr(model, spec.name)
        items = value if spec.is_list else (value,)
        if spec.is_model:
            for item in items:
                yield from names_in(item)
        else:
            yield from filter(None, items)


@lru_cache(maxsize=64)
def _fields_with_names(model: type[Struct], above: tuple[type[Struct], ...] = ()) -> tuple[FieldSpec, ...]:
    """Return the fields of ``model`` in which a person may be named; most models have none."""
    return tuple(
        spec
        for spec in fields_of(model).values()
        if spec.extra.get("person")
        or (spec.is_model and spec.type not in above and _fields_with_names(spec.type, (*above, model)))
    )
