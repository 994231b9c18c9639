"""Every blank of every kind can be filled: by its key, or by an answer."""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import Any

import pytest

import drafter
from drafter.library import builtin_library
from drafter.models.parameters import Parameters
from drafter.models.paths import ANSWERS, field_at, label_in, steps_of
from drafter.models.scalars import NUMERAL
from drafter.models.validate import validate
from drafter.speech.tree import Blank, Speech
from tests.drafts import blanks_of

LIBRARY = builtin_library()
# What is filled may ask for more: a figure for its source, a speaker for what he said.
ROUNDS = 4


def least(kind: str, variation: int) -> dict[str, Any]:
    """Return the least YAML of ``kind``, with the points that it has anyway, each at its place."""
    parts = [
        {"role": part.role, "points": [{"depth": depth} if depth else {} for depth in part.depths()]}
        for part in LIBRARY.kind(kind).parts
    ]
    style = {"variation": variation, "depth": "full"}
    return {"kind": kind, "meeting": {"name": "全市安全生产工作会议"}, "parts": parts, "style": style}


def drafted(data: dict[str, Any]) -> Speech:
    parameters, problems = validate(data, Parameters)
    assert parameters is not None, problems
    return drafter.draft(parameters, LIBRARY)


def fill(data: dict[str, Any], blank: Blank) -> None:
    """Write into ``data`` what a clerk would have typed over ``blank``."""
    label = label_in(blank.path)
    if label:
        data.setdefault(ANSWERS, {})[label] = {"blank": label, "text": f"某{label}"}
        return
    here: Any = data
    steps = steps_of(blank.path)
    for step, following in pairwise(steps):
        here = child_at(here, step, [] if isinstance(following, int) else {})
    value = value_for(blank.path)
    if isinstance(here, list):
        here.append(value)
    else:
        here[steps[-1]] = value


def child_at(here: Any, step: Any, empty: Any) -> Any:
    if isinstance(here, dict):
        return here.setdefault(step, empty)
    here += [{} for _each in range(step + 1 - len(here))]
    return here[step]


def value_for(path: str) -> str:
    plan = field_at(path)
    assert plan is not None, path
    if plan.type is datetime.date:
        return "2025-10-11"
    return "5" if NUMERAL in plan.constraints.patterns else f"某{plan.label}"


def as_yaml(data: dict[str, Any]) -> dict[str, Any]:
    return {**data, ANSWERS: list(data.get(ANSWERS, {}).values())}


@pytest.mark.slow
@pytest.mark.parametrize("variation", [1, 2, 3, 4])
@pytest.mark.parametrize("kind", LIBRARY.kinds())
def test_no_blank_is_left_when_each_is_filled(kind: str, variation: int) -> None:
    data = least(kind, variation)
    for _round in range(ROUNDS):
        for blank in dict.fromkeys(blanks_of(drafted(as_yaml(data)))):
            fill(data, blank)

    assert [] == [blank.path for blank in blanks_of(drafted(as_yaml(data)))]


@pytest.mark.parametrize("kind", LIBRARY.kinds())
def test_filling_a_blank_of_the_templates_changes_nothing_else(kind: str) -> None:
    data = least(kind, 1)
    asked = blanks_of(drafted(data))
    for blank in asked:
        if label_in(blank.path):
            fill(data, blank)

    left = blanks_of(drafted(as_yaml(data)))

    assert [blank for blank in asked if not label_in(blank.path)] == left
