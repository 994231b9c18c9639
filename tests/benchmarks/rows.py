"""What was measured, beside what it should be, as a table or as JSON."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from .rounds import Times


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement: ``goal`` bounds it from below or (``at_most``) above; None is information only.

    ``spread`` are the quartiles of the rounds' own ratios, where the measurement has rounds.
    """

    name: str
    measured: float
    unit: str
    goal: float | None = None
    at_most: bool = False
    spread: tuple[float, float] | None = None
    detail: str = ""

    @property
    def reached(self) -> bool | None:
        """Whether the goal is reached, None where there is none."""
        if self.goal is None:
            return None
        return self.measured <= self.goal if self.at_most else self.measured >= self.goal

    def as_json(self) -> dict[str, Any]:
        """Return the row as plain values for programs."""
        return {**asdict(self), "reached": self.reached}

    def cells(self) -> tuple[str, ...]:
        """Return the row as the table shows it."""
        sign = "<=" if self.at_most else ">="
        goal = "-" if self.goal is None else f"{sign} {self.goal:g}"
        spread = "{:.3g}-{:.3g}".format(*self.spread) if self.spread else ""
        said = {None: "-", True: "yes", False: "NO"}[self.reached]
        return (self.name, goal, f"{self.measured:.3g} {self.unit}", spread, said, self.detail)


def compared(
    name: str, times: Times, first: str, second: str, goal: float | None = None, *, at_most: bool = False
) -> Row:
    """Return the row that tells how many times ``second`` the contender ``first`` takes."""
    ratio = times.ratio(first, second)
    detail = times.told(first, second) if at_most else times.told(second, first)
    return Row(name, ratio.of_medians, "times", goal, at_most, ratio.quartiles, detail)


HEADERS = ("", "goal", "measured", "quartiles", "reached", "medians")


def table(rows: Sequence[Row]) -> str:
    """Return ``rows`` as a text table."""
    lines = [HEADERS, *(row.cells() for row in rows)]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(map(_padded, line, widths)).rstrip() for line in lines)


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - _width(cell))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
