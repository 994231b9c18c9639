"""Whether a figure says a value: as it is, rounded as one may round it, or as a bound of it."""

from __future__ import annotations

from decimal import Decimal

from drafter.check.guard.figures import Figure

# 约 and 左右 leave so much room, a share in numerals so many points.
_ABOUT = Decimal("0.05")
_POINTS = Decimal(3)
# 近 may stand in front of what is so much more, 近三成 of 27%.
_NEARLY = Decimal("0.88")
_TENTH = Decimal(10)


def says(figure: Figure, value: Decimal, *, is_exact: bool = True) -> bool:
    """Return whether ``figure`` says ``value``; one that is worked out, not exact, may be cut to its places.

    1,850 may be said as 1800多, 近1900 or 约1850, and not as 1800.
    """
    low = figure.value
    if low == value and figure.high == low:
        return True
    if figure.high != low:
        return low <= value <= figure.high
    if figure.bound == "over":
        return low < value < low + _room(figure)
    if figure.bound == "at-least":
        return low <= value < low + _room(figure)
    if figure.bound == "at-most":
        return low - _room(figure) < value <= low
    if figure.bound == "nearly":
        return low * _NEARLY <= value < low
    if figure.bound == "about":
        return abs(low - value) <= max(low * _ABOUT, _points(figure))
    if not figure.is_written and figure.unit == "%":
        return abs(low - value) <= (_POINTS if low % 10 == 0 else 1)
    if not is_exact and not figure.is_written:
        return abs(low - value) < 1
    return not is_exact and abs(low - value) <= figure.place / 2 and (figure.place < 1 or value > 100)


def _room(figure: Figure) -> Decimal:
    """Return how much more than its number a figure may be: 10 for 七十多, 10 points for 七成多."""
    if not figure.is_written and figure.unit == "%":
        return _TENTH if figure.value % 10 == 0 else _POINTS
    return figure.step


def _points(figure: Figure) -> Decimal:
    return _POINTS if not figure.is_written and figure.unit == "%" else figure.step / 2
