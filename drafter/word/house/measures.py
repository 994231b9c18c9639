"""What an office's page and styles say of titles: where they break, and what space is below them."""

from __future__ import annotations

import math
from collections.abc import Iterator

from lxml import etree
from msgspec.structs import replace

from drafter.layout import Face, Layout, Page
from drafter.layout.sizes import POINTS_PER_MM
from drafter.word import names
from drafter.word.house.ground import Ground, exact_pitch, number, size_of
from drafter.word.house.styles import StyleSheet
from drafter.word.ooxml import qn

_TWIPS_A_MM = 20 * POINTS_PER_MM
# What a Chinese font needs for a line, to its size: 宋体 1.14, 仿宋 1.14, newer ones up to 1.35.
_FONT_LINE = 1.3
_LEAST_TITLE = 4


def fitted(layout: Layout, section: etree._Element, styles: StyleSheet, ground: Ground) -> Layout:
    """Return ``layout`` with the text width, the type sizes and pitches of an office's page.

    A title has as large a share of a line as in ``layout``. Only where both title and body have
    lines of an exact pitch is the space below the title made up to whole lines.
    """
    page = _page(layout, section)
    size = size_of(styles, names.TITLE) / 2
    share = layout.title.limit / _room(layout.page.text_width, layout.title.size)
    limit = max(math.floor(share * _room(page.text_width, size)), _LEAST_TITLE)
    pitch = (ground.pitch or _line(section, styles, ground)) / 20
    exact = exact_pitch(styles, names.TITLE) if ground.pitch else None
    title = replace(layout.title, size=size, limit=limit, pitch=exact / 20 if exact else pitch)
    return replace(
        layout,
        page=page,
        title=title,
        body=replace(layout.body, size=ground.size / 2),
        headings=tuple(_sized(layout, styles)),
        grid=replace(layout.grid, pitch=pitch),
    )


def _sized(layout: Layout, styles: StyleSheet) -> Iterator[Face]:
    for identity, face in zip(names.HEADINGS, layout.headings, strict=False):
        yield replace(face, size=size_of(styles, identity) / 2)


def _room(width: float, size: float) -> float:
    """Return the characters of ``size`` pt on a line of ``width`` mm."""
    return width * POINTS_PER_MM / size


def _page(layout: Layout, section: etree._Element) -> Page:
    """Return the layout's page with the width and side margins of a section."""
    sheet, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if sheet is None or margins is None:
        return layout.page
    sides = {
        "width": number(sheet.get(qn("w:w"))),
        "left": (number(margins.get(qn("w:left"))) or 0) + (number(margins.get(qn("w:gutter"))) or 0),
        "right": number(margins.get(qn("w:right"))) or 0,
    }
    page = replace(layout.page, **{side: (twips or 0) / _TWIPS_A_MM for side, twips in sides.items()})
    # A sheet without room for text, or for more than any, is none to break titles by.
    return page if 20 <= page.text_width <= 1000 else layout.page


def _line(section: etree._Element, styles: StyleSheet, ground: Ground) -> float:
    """Return the height of a body line in twips, as nearly as it can be told without its font."""
    spacing = styles.values(ground.style, "pPr", "spacing")
    given = number(spacing.get("line")) or 240
    needed = ground.size * 10 * _FONT_LINE
    grid = section.find(qn("w:docGrid"))
    pitch = None if grid is None or grid.get(qn("w:type")) is None else number(grid.get(qn("w:linePitch")))
    if pitch:
        needed = math.ceil(needed / pitch) * pitch
    return max(needed, given) if spacing.get("lineRule") == "atLeast" else needed * given / 240
