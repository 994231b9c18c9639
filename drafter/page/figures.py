"""The length of a draft against its minutes, and the shares of its parts, as figures to draw."""

from __future__ import annotations

from msgspec import Struct

from drafter.speech.place_names import place_text
from drafter.speech.summary import Share, Summary

# How far, in per cent, a draft may be off its minutes and still count as right.
NEAR = 10


class Gauge(Struct, frozen=True):
    """A bar of minutes. All places are per cent of its width; ``target`` is None where nothing is asked."""

    minutes: float
    target: float | None
    filled: float
    mark: float | None
    is_near: bool


class Bar(Struct, frozen=True):
    """The share of a section, and the band in which it usually lies, in per cent of the text."""

    label: str
    characters: int
    percent: float
    low: float
    high: float
    is_usual: bool

    @property
    def has_band(self) -> bool:
        """Whether the kind says what is usual."""
        return self.high > 0


def gauge_of(summary: Summary) -> Gauge:
    """Return the bar of a draft's reading time."""
    target = summary.target
    most = max(summary.minutes, target or 0, 0.1) * 1.15
    return Gauge(
        summary.minutes,
        target,
        round(100 * summary.minutes / most, 1),
        round(100 * target / most, 1) if target else None,
        summary.off is None or abs(summary.off) <= NEAR,
    )


def bars_of(summary: Summary) -> tuple[Bar, ...]:
    """Return a bar for each section that is read aloud."""
    return tuple(map(_bar, summary.shares))


def _bar(share: Share) -> Bar:
    low, high = share.usual if share.usual else (0.0, 0.0)
    label = share.label or place_text(share.section)
    return Bar(label, share.characters, share.percent, low, high, share.is_usual)
