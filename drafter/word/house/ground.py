"""The body of an office's styles, on which all that is added is based."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct

from drafter.word import names
from drafter.word.house.names import NORMAL
from drafter.word.house.styles import StyleSheet

_WORD_SIZE = 20  # half points, where a file gives none (ECMA-376-1, 17.3.2.38)
_MOST_SIZE = 144  # half points, as in a layout


class Ground(Struct, frozen=True):
    """The body that added styles are based on.

    Sizes are half points, ``pitch`` twips where lines have an exact one; ``our_size`` and
    ``our_font`` are the layout's body.
    """

    style: str
    size: int
    pitch: int | None
    indent: Mapping[str, str]
    our_size: int
    our_font: str


def ground_of(house: StyleSheet, ours: StyleSheet, matched: Collection[str]) -> Ground:
    """Return the body of an office's styles: its "Body Text" if ``matched`` has that, else its Normal."""
    style = names.BODY if names.BODY in matched else NORMAL
    return Ground(
        style=style,
        size=size_of(house, style),
        pitch=exact_pitch(house, style),
        indent=house.values(style, "pPr", "ind"),
        our_size=size_of(ours, NORMAL),
        our_font=ours.values(NORMAL, "rPr", "rFonts").get("eastAsia", ""),
    )


def size_of(sheet: StyleSheet, identity: str) -> int:
    """Return the type size of a style in half points."""
    return min(number(sheet.values(identity, "rPr", "sz").get("val")) or _WORD_SIZE, _MOST_SIZE)


def exact_pitch(sheet: StyleSheet, identity: str) -> int | None:
    """Return the pitch of a style's lines in twips; None where it is as large as the font needs."""
    spacing = sheet.values(identity, "pPr", "spacing")
    return number(spacing.get("line")) if spacing.get("lineRule") == "exact" else None


def number(text: str | None) -> int | None:
    """Return a positive number that a file gives; None for anything else, and beyond reason."""
    return int(text) or None if text and text.isascii() and text.isdigit() and len(text) < 6 else None
