"""The lines of a document changed as a plan has it: controls filled, words replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from drafter.segments import Segment
from drafter.syncing.plan import Filling, Plan
from drafter.syncing.stretches import Slice
from drafter.word.line import Line
from drafter.word.pen import Pen


class _Task(NamedTuple):
    """One thing to do in a line; what stands further right is done first, so that places stay true."""

    start: int
    end: int
    order: int
    do: Callable[[], None]


def change_lines(plan: Plan, pen: Pen) -> list[Line]:
    """Fill controls and replace words; return the lines in which nothing is left of a replacement.

    They are still there: something may have to be put in behind them.
    """
    emptied = list(_further(plan))
    tasks: dict[Line, list[_Task]] = {}
    for order, (line, start, end, do) in enumerate([*_fillings(plan, pen), *_replacements(plan, pen)]):
        tasks.setdefault(line, []).append(_Task(start, end, order, do))
    for line, line_tasks in tasks.items():
        for task in sorted(line_tasks, reverse=True):
            task.do()
        line.read()
    return [line for line in emptied if not line.text]


def _further(plan: Plan) -> Iterator[Line]:
    """Yield the lines behind the first of each replacement in which a person has nothing but words."""
    lines = (part.line for replacement in plan.replacements for part in replacement.slices[1:])
    for line in dict.fromkeys(lines):
        if not (line.has_objects or line.has_changes or line.comments):
            yield line


def _fillings(plan: Plan, pen: Pen) -> Iterator[tuple[Line, int, int, Callable[[], None]]]:
    replaced: dict[Line, list[Slice]] = {}
    for part in (part for replacement in plan.replacements for part in replacement.slices):
        replaced.setdefault(part.line, []).append(part)
    for filling in plan.fillings:
        # What stands in a replaced stretch goes with the words around it.
        if not any(_holds(part, filling) for part in replaced.get(filling.line, ())):
            do = partial(pen.fill, filling.control, filling.segment)
            yield filling.line, filling.control.start, filling.control.end, do


def _holds(part: Slice, filling: Filling) -> bool:
    return part.start <= filling.control.start < filling.control.end <= part.end


def _replacements(plan: Plan, pen: Pen) -> Iterator[tuple[Line, int, int, Callable[[], None]]]:
    for replacement in plan.replacements:
        segments: list[Segment] = replacement.segments
        for line, start, end in replacement.slices:
            yield line, start, end, partial(pen.replace, line, start, end, segments)
            # Of several lines the first says it; what the others said of it goes.
            segments = []
