"""The measures of a layout in twips, as the file has them."""

from __future__ import annotations

from msgspec import Struct

from drafter.layout import Layout
from drafter.word.ooxml import character_space, twips


class Measures(Struct, frozen=True):
    """Lengths in twips; ``char_space`` in 4096ths of a point."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    header: int
    footer: int
    pitch: int
    title_pitch: int
    cell: float
    char_space: int


def measure(layout: Layout) -> Measures:
    """Return the measures of ``layout``."""
    page = layout.page
    width, left, right, bottom = map(twips, (page.width, page.left, page.right, page.bottom))
    text_width = width - left - right
    number = layout.page_number
    # The dash stands 0.53 of the line above the footer's foot: what LibreOffice draws.
    footer = round(bottom - twips(number.drop) - 0.529 * number.size * 20)
    return Measures(
        width=width,
        height=twips(page.height),
        top=twips(page.top),
        bottom=bottom,
        left=left,
        right=right,
        header=twips(min(15, page.top / 2)),
        footer=max(footer, 0),
        pitch=round(layout.grid.pitch * 20),
        title_pitch=round(layout.title.pitch * 20),
        cell=(text_width - 3) / layout.grid.chars,
        char_space=character_space(text_width, layout.grid.chars, layout.body.size),
    )
