"""Where a change of the YAML meets one of the person's: the least stretch at whose ends all three agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.syncing.overlay import Overlay
from drafter.syncing.tokens import Gap, Link, meets


class Region(NamedTuple):
    """One stretch in three texts: what was written, what the document has, what the YAML's draft has."""

    start: int
    end: int
    low: int
    high: int
    new_start: int
    new_end: int

    def holds(self, start: int, end: int) -> bool:
        """Tell whether what was written from ``start`` to ``end`` lies in it."""
        return self.start <= start and end <= self.end


def regions_of(overlay: Overlay, gaps: Sequence[Gap], links: Sequence[Link]) -> Iterator[Region]:
    """Yield the regions of those ``gaps``, changes of the YAML, that a person's changes meet; each once."""
    seen: set[tuple[int, int]] = set()
    for gap in gaps:
        if overlay.place(gap.start, gap.end) is None:
            region = _grown(overlay, gap, gaps, links)
            if (region.start, region.end) not in seen:
                seen.add((region.start, region.end))
                yield region


def _grown(overlay: Overlay, gap: Gap, gaps: Sequence[Gap], links: Sequence[Link]) -> Region:
    """Return the region around ``gap``: whatever change or value it meets lies in it whole."""
    start, end = gap.start, gap.end
    pieces: list[Gap | Link] = [
        *overlay.gaps,
        *gaps,
        *(link for link in (*links, *overlay.links) if link.is_value),
    ]
    while True:
        met = [piece for piece in pieces if meets(piece, start, end)]
        low, high = min([start, *(one.start for one in met)]), max([end, *(one.end for one in met)])
        if (low, high) == (start, end):
            return Region(start, end, *overlay.around(start, end)[2:], *_in_new(gaps, links, start, end))
        start, end = low, high


def _in_new(gaps: Sequence[Gap], links: Sequence[Link], start: int, end: int) -> tuple[int, int]:
    """Return where the draft of the YAML has what was written from ``start`` to ``end``."""
    pieces: list[Gap | Link] = [*gaps, *links]
    inside = [one for one in pieces if meets(one, start, end) or (one.start, one.end) == (start, end)]
    return min(piece.new_start for piece in inside), max(piece.new_end for piece in inside)
