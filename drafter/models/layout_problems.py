"""The values of a layout that do not agree: margins that leave no page, type larger than its pitch."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from drafter.errors import Problem
from drafter.i18n import _
from drafter.models.base import disagreement
from drafter.models.lengths import POINTS_PER_MM

if TYPE_CHECKING:
    from drafter.models.layout import Face, Grid, Layout, Page, PageNumber, Title


# The least pitch below pinyin, in type sizes: its marks reach 1.4 sizes above the base line, and an
# exact pitch has 80 % of its height there.
PITCH_WITH_PINYIN = 1.75


def problems_in(layout: Layout) -> list[Problem]:
    """Return the values of ``layout`` that do not agree, each at the field to change."""
    found = list(_page_problems(layout.page, layout.page_number))
    # Without a text area all other values would be reported as well.
    if not found:
        found += _grid_problems(layout.page, layout.grid, layout.body.size)
        found += [*_face_problems(layout), *_title_problems(layout.page, layout.title)]
        found += _pinyin_problems(layout)
    return found


def _problem(path: tuple[str | int, ...], message: str, remedy: str, **values: float) -> Problem:
    # Rounded, so that a message never shows 28.950000000000003.
    numbers: dict[str, Any] = {name: f"{number:.6g}" for name, number in values.items()}
    return disagreement(path, message.format(**numbers), remedy.format(**numbers))


def _page_problems(page: Page, number: PageNumber) -> Iterator[Problem]:
    remedy = _("leave at least {least} mm for the text")
    if page.text_width < 50:
        message = _("the margins leave a text width of {width} mm")
        yield _problem(("page", "left"), message, remedy, width=page.text_width, least=50)
    if page.text_height < 50:
        message = _("the margins leave a text height of {height} mm")
        yield _problem(("page", "top"), message, remedy, height=page.text_height, least=50)
    most = page.bottom - number.size / POINTS_PER_MM
    if number.position != "none" and number.drop > most:
        message = _("the page number does not fit into a bottom margin of {bottom} mm")
        remedy = _("write at most {most} mm")
        yield _problem(("page_number", "drop"), message, remedy, bottom=page.bottom, most=math.floor(most))


def _grid_problems(page: Page, grid: Grid, size: float) -> Iterator[Problem]:
    width = page.text_width * POINTS_PER_MM
    # Below 0.9 em characters overlap; from 2 em on LibreOffice puts one into two cells.
    least, most = math.floor(width / (2 * size)) + 1, math.floor(width / (0.9 * size))
    if not least <= grid.chars <= most:
        message = _("a line cannot hold {chars} characters of {size} pt")
        remedy = _("write {least} to {most}")
        values: dict[str, float] = {"chars": grid.chars, "size": size, "least": least, "most": most}
        yield _problem(("grid", "chars"), message, remedy, **values)
    # Word rounds to a twentieth of a point, and so is the text area.
    height = page.text_height * POINTS_PER_MM + 0.05
    fitting = math.floor(height / grid.pitch)
    if fitting != grid.lines:
        message = _("at a pitch of {pitch} pt a page holds {fitting} lines, not {lines}")
        remedy = _("for {lines} lines write {needed}")
        needed = math.floor(height / grid.lines * 20) / 20
        values = {"pitch": grid.pitch, "fitting": fitting, "lines": grid.lines, "needed": needed}
        yield _problem(("grid", "pitch"), message, remedy, **values)


def _face_problems(layout: Layout) -> Iterator[Problem]:
    if len(layout.headings) != 4:
        message = _("{count} levels of headings are given")
        yield _problem(("headings",), message, _("give four"), count=len(layout.headings))
    faces: dict[tuple[str | int, ...], Face] = {
        ("body",): layout.body,
        ("byline",): layout.byline,
        ("outline",): layout.outline,
    }
    faces |= {("headings", index): face for index, face in enumerate(layout.headings)}
    for path, face in faces.items():
        if face.size > layout.grid.pitch:
            yield _cut_off((*path, "size"), face.size, layout.grid.pitch)


def _pinyin_problems(layout: Layout) -> Iterator[Problem]:
    size, pitch = max(face.size for face in (layout.body, *layout.headings)), layout.grid.pitch
    least = math.ceil(size * PITCH_WITH_PINYIN * 20) / 20
    if layout.lectern.pinyin and pitch < least:
        message = _("pinyin above characters of {size} pt is cut off at a line pitch of {pitch} pt")
        remedy = _("make the pitch at least {least} pt, or leave out the pinyin")
        yield _problem(("lectern", "pinyin"), message, remedy, size=size, pitch=pitch, least=least)


def _title_problems(page: Page, title: Title) -> Iterator[Problem]:
    if title.size > title.pitch:
        yield _cut_off(("title", "pitch"), title.size, title.pitch)
    most = math.floor(page.text_width * POINTS_PER_MM / title.size)
    if title.limit > most:
        message = _("a line cannot hold {limit} characters of {size} pt")
        remedy = _("write at most {most}")
        values = {"limit": title.limit, "size": title.size, "most": most}
        yield _problem(("title", "limit"), message, remedy, **values)


def _cut_off(path: tuple[str | int, ...], size: float, pitch: float) -> Problem:
    message = _("characters of {size} pt are cut off at a line pitch of {pitch} pt")
    return _problem(path, message, _("make the type smaller or the pitch larger"), size=size, pitch=pitch)
