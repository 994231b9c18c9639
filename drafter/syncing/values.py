"""A value of the parameters by its path, as the YAML has it; and words of a document as such a value."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from drafter.fields import plan_of
from drafter.parameters import Parameters
from drafter.paths import is_prose, label_in, plan_at, steps_of
from drafter.syncing.stretches import SEPARATOR


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
            plan = plan_of(type(value)).get(step)
            value = getattr(value, plan.name) if plan else None
        else:
            return None
    shorthand = getattr(type(value), "shorthand", "")
    return getattr(value, shorthand) if shorthand else value


def yaml_text(path: str, words: str, written: Any = None) -> str:
    """Return the ``words`` of a document as the YAML has them at ``path``, where ``written`` stood.

    Raises ScalarError where they cannot stand there: no date, none of the words there are.
    """
    plan = plan_at(path)
    text = words.replace(SEPARATOR, "\n").strip()
    if not is_prose(path):
        # Where a title breaks only its author says.
        text = text.replace("\n", "|" if "|" in str(written) else "")
    if plan is not None and not plan.is_model:
        read = plan.read(text)
        return read.isoformat() if isinstance(read, date) else str(text)
    return text


def paths_in(model: Struct, above: str = "") -> Iterator[str]:
    """Yield the paths of all values that are given in ``model``, which stands at ``above``."""
    for key, plan in plan_of(type(model)).items():
        value = getattr(model, plan.name)
        path = f"{above}.{key}" if above else key
        items = enumerate(value) if plan.is_list and value else ((None, value),)
        for place, item in items:
            here = path if place is None else f"{path}[{place}]"
            if isinstance(item, Struct):
                yield from paths_in(item, here)
            elif item is not None and item != ():
                yield here
