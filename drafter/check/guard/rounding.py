"""Whether a figure says a value: as it is, rounded as one may round it, or as a bound of it."""

from __future__ import annotations

from decimal import Decimal

from drafter.check.guard.figures import Figure

# 约 and 左右 leave so much room, a share in numerals so many points.
_ABOUT = Decimal("0.05")
_POINTS = Decimal(3)
_HALF = Decimal("0.5")
# An average in numerals, 一天五户, is no greater than this.
_SPOKEN = Decimal(20)
# 近 may stand in front of what is so much more, 近三成 of 27%.
_NEARLY = Decimal("0.88")
_TARGET = ("不低", "不少", "不得", "不超", "不高", "至少", "最少", "至多", "≤", "≥", "＜", "＞", "<", ">")
_TENTH = Decimal(10)
_WHOLE, _ALMOST = Decimal(100), Decimal(95)


def says(figure: Figure, value: Decimal, *, is_exact: bool = True) -> bool:
    """Return whether ``figure`` says ``value``; one that is worked out, not exact, may be cut to its places.

    1,850 may be said as 1800多, 近1900 or 约1850, and not as 1800.
    """
    low = figure.value
    if low == value and figure.high == low:
        return True
    if figure.high != low:
        return low <= value <= figure.high
    if figure.bound == "exact":
        return _is_near(figure, value, is_exact)
    return _is_bound(figure, value)


def _is_near(figure: Figure, value: Decimal, is_exact: bool) -> bool:
    """Whether a figure without a bound says a value that it is not: 七成 of 69.9%, 139 of 139.35."""
    apart = abs(figure.value - value)
    if not figure.is_written and figure.unit == "%":
        return apart <= (_POINTS if figure.value % 10 == 0 else _HALF)
    if is_exact:
        return False
    if not figure.is_written:
        return apart < 1 and figure.value <= _SPOKEN
    is_rounded = apart <= figure.place / 2 and (figure.place < 1 or value > 100)
    # 2万 of 1.5万 is no rounding.
    return is_rounded and apart <= figure.value * _ABOUT


def _is_bound(figure: Figure, value: Decimal) -> bool:
    """Whether a figure with a bound says a value: 七十多 and 至少70 of 71, 近80 of 78."""
    low, room = figure.value, _room(figure)
    # 不低于20% sets a target, and rounds no figure.
    is_set = is_target(figure)
    within = {
        "over": low < value < low + room,
        "at-least": not is_set and low <= value < low + room,
        "at-most": not is_set and low - room < value <= low,
        "nearly": max(low * _NEARLY, _nearly_all(figure)) <= value < low,
        "about": abs(low - value) <= max(low * _ABOUT, _points(figure)),
    }
    return within[figure.bound]


def _nearly_all(figure: Figure) -> Decimal:
    """Return what 接近百分之百 says at least: 90% leave a tenth undone."""
    return _ALMOST if figure.unit == "%" and figure.value == _WHOLE else Decimal(0)


def is_target(figure: Figure) -> bool:
    """Return whether a figure sets a target, 不低于20%; 不到六成 rounds one."""
    return figure.text.startswith(_TARGET) and figure.bound in ("at-least", "at-most")


def _room(figure: Figure) -> Decimal:
    """Return how much more than its number a figure may be: 10 for 七十多, 10 points for 七成多."""
    if not figure.is_written and figure.unit == "%":
        return _TENTH if figure.value % 10 == 0 else _POINTS
    return figure.step


def _points(figure: Figure) -> Decimal:
    """Return how far 约 may be off: points of a share, half a step, and no more than a tenth."""
    if not figure.is_written and figure.unit == "%":
        return _POINTS
    return min(figure.step / 2, figure.value / 10)
