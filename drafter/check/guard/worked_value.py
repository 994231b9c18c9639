"""A value that was worked out of the figures of a source."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct


class Worked(Struct, frozen=True):
    """A value that was worked out, with its unit and the lines of the source that it follows from.

    ``grows`` says that it is how much more one figure is than another, and no share. ``of`` are the two
    figures that a share was worked out of.
    """

    value: Decimal
    unit: str
    lines: tuple[int, ...] = ()
    grows: bool = False
    of: tuple[Decimal, ...] = ()


def plain(value: Decimal, unit: str, lines: tuple[int, ...]) -> Worked:
    """Return a value in its bare unit: 0.54亿元 are 54,000,000元."""
    unit = unit.split("/")[0]
    for scale, times in (("亿", 10**8), ("万", 10**4)):
        if unit.startswith(scale):
            return Worked(abs(value) * times, unit[1:], lines)
    return Worked(abs(value), unit, lines)
