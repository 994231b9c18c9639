"""What is written where the file has nothing yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from drafter.fields import FieldPlan, plan_of
from drafter.paths import Step
from drafter.rewriting.composing import Data
from drafter.rewriting.wanted import Wanted


def fresh(plan: FieldPlan, wanted: Wanted, held: Any) -> Data:
    """Return what is to be given at a key that is not there; None where nothing is.

    ``held`` is what the skeleton holds there: of parts and points all are written, since
    their places count.
    """
    if not plan.is_list:
        return fresh_one(plan, wanted, held)
    return wanted.given if wanted.is_value else fresh_items(plan, wanted.below, held or ()) or None


def fresh_items(plan: FieldPlan, wanted: dict[Step, Wanted], held: Any) -> list[Data]:
    """Return the items of a list that has none yet, or with ``held`` None those that are new to it."""
    counts = held is not None and bool(plan.extra.get("keeps_empty"))
    frames: Sequence[Struct] = held if counts else ()
    given: dict[Step, Data] = {}
    for step in sorted(wanted, key=_place):
        frame = frames[step] if isinstance(step, int) and step < len(frames) else None
        item = fresh_one(plan, wanted[step], frame)
        if item is not None:
            given[step] = (
                {"blank": step, **item} if isinstance(step, str) and isinstance(item, dict) else item
            )
    if not given or not counts:
        return list(given.values())
    count = max(len(frames), *(step + 1 for step in given if isinstance(step, int)))
    return [
        _in_frame(given.get(place), frames[place] if place < len(frames) else None) for place in range(count)
    ]


def fresh_one(plan: FieldPlan, wanted: Wanted, held: Any) -> Data:
    """Return a value or mapping, the shortest way it can be written; None where nothing is wanted."""
    if wanted.is_value or not plan.is_model:
        return wanted.given
    data: dict[str, Data] = {}
    for key, below in plan_of(plan.type).items():
        value = (
            fresh(below, wanted.below[key], getattr(held, below.name, None)) if key in wanted.below else None
        )
        if value is not None:
            data[key] = value
    shorthand = plan.type.shorthand
    return (data[shorthand] if set(data) == {shorthand} else data) or None


def _place(step: Step) -> int:
    """Sort new answers, which have no places, as they come."""
    return step if isinstance(step, int) else 0


def _in_frame(given: Data, frame: Struct | None) -> Data:
    """Return a part or point with what holds its place: its role or depth, an empty heading."""
    role, depth = getattr(frame, "role", None), getattr(frame, "depth", None)
    held: dict[str, Data] = {"role": role} if role else {} if given else {"heading": None}
    held |= {"depth": depth} if depth else {}
    merged = held | given if isinstance(given, dict) else held
    order = plan_of(type(frame)) if frame else merged
    return {key: merged[key] for key in order if key in merged}
