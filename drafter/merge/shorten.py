"""Texts cut to a line, so that what changed is in sight and no figure is divided."""

from __future__ import annotations

import re
from itertools import takewhile

from drafter.docx.write.unbreakable import unbreakable_pattern
from drafter.text import display_width

_FIGURE = unbreakable_pattern(())
# A sign with all that is set above, below or behind it (combining marks, joiners, variants of signs).
_SIGN = re.compile(
    r".(?:[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
    r"\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]|\u200d.)*",
    re.DOTALL,
)
# Of the room, so much shows what stands before the change.
_BEFORE = 0.3


def shorten(text: str, room: int, place: int = 0) -> str:
    """Return what of ``text`` around ``place`` fits into ``room`` columns, with … for what is left out."""
    text = " ".join(text.split())
    if display_width(text) <= room:
        return text
    pieces, at = _pieces(text, place)
    first = last = min(at, len(pieces) - 1)
    left = room - 4
    while first and display_width("".join(pieces[first - 1 : at])) <= left * _BEFORE:
        first -= 1
    while last < len(pieces) and display_width("".join(pieces[first : last + 1])) <= left:
        last += 1
    last = max(last, first + 1)
    return f"{'…' if first else ''}{''.join(pieces[first:last])}{'…' if last < len(pieces) else ''}"


def shorten_both(old: str, new: str, room: int) -> tuple[str, str]:
    """Return two texts, each cut to ``room`` columns around the place where they begin to differ."""
    place = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    return shorten(old, room, place), shorten(new, room, place)


def _pieces(text: str, place: int) -> tuple[list[str], int]:
    """Return what of ``text`` is never divided, and in which of these ``place`` is."""
    pieces: list[str] = []
    at = reached = 0
    while reached < len(text):
        found = _FIGURE.match(text, reached) or _SIGN.match(text, reached)
        assert found is not None
        at = len(pieces) if reached <= place else at
        pieces.append(found[0])
        reached = found.end()
    return pieces, at
