"""What share one figure is of another, and by how much one has grown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from drafter.check.guard.figures import Figure
from drafter.check.guard.worked_value import Worked


def share(one: Decimal, other: Decimal, lines: tuple[int, ...]) -> Iterator[Worked]:
    """Yield what share the smaller is of the greater, and what that leaves."""
    low, high = sorted((one, other))
    if 0 < low < high:
        share = low * 100 / high
        yield from (Worked(value, "%", lines, of=(low, high)) for value in (share, 100 - share))


def growth(one: Decimal, other: Decimal, line: int) -> Iterator[Worked]:
    """Yield how much more the greater is than the smaller, and how much less the smaller."""
    low, high = sorted((one, other))
    if 0 < low < high:
        grown = ((high - low) * 100 / base for base in (low, high))
        yield from (Worked(value, "%", (line,), grows=True, of=(low, high)) for value in grown)


def shares_of_kin(kin: Sequence[Figure], wholes: Sequence[Decimal], line: int) -> Iterator[Worked]:
    """Yield the shares of figures of one unit, and of two of them together."""
    for part in kin:
        yield from (each for whole in wholes for each in share(part.value, whole, (line,)))
    for one, other in combinations(kin, 2):
        both = one.value + other.value
        for whole in (*(each.value for each in kin if each not in (one, other)), *wholes):
            if whole > both:
                yield from share(both, whole, (line,))


def all_of(kin: Sequence[Figure]) -> tuple[Decimal, ...]:
    """Return the wholes of figures of one unit: all of them, and those behind the first."""
    total = sum((each.value for each in kin), Decimal(0))
    return (total, total - kin[0].value) if len(kin) > 2 else (total,)
