"""What an office's styles lack for a speech, filled from a layout in the office's own type.

A style that is added is based on the office's body. Of the layout it has alignment, indents
and outline level; its size is to the body's as in the layout, and headings and lead sentences
that the layout tells from the body by another font are bold.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from copy import deepcopy

from lxml import etree
from msgspec import Struct

from drafter.docx import style_ids
from drafter.docx.ooxml import put, qn
from drafter.docx.reference.styles import NORMAL, StyleSheet, key_of, paragraph_properties, type_of

_HEADINGS = (style_ids.TITLE, style_ids.OUTLINE_TITLE, *style_ids.HEADINGS, style_ids.LEAD)
_SMALL = (style_ids.COMMENT_TEXT, style_ids.COMMENT_REFERENCE)
# Where the office has a style of our name that is no use: of another type, or left alone.
_OTHER_NAMES = {"body text": "公文正文"}
_HALF_POINT = 10  # twips
_SIDES = ("left", "right", "firstLine")
_SAME = {"start": "left", "end": "right"}


def fill(house: StyleSheet, ours: StyleSheet, matched: Collection[str]) -> BodyStyle:
    """Give the office's styles what a speech needs of ours; return the body they are based on."""
    for identity, style in ours.by_id.items():
        if style.get(qn("w:default")) is not None and identity not in house.by_id:
            house.add(_bare(deepcopy(style)))
    for identity in matched:
        _complete(house, identity, ours)
    ground = body_style_of(house, ours, matched)
    taken = {name for _kind, name in house.by_name()}
    for identity, style in ours.by_id.items():
        # Nothing of ours stands in the office's footers.
        if identity not in house.by_id and identity != style_ids.FOOTER:
            house.add(_added(deepcopy(style), ground, taken))
    _indent_body(house.by_id[style_ids.BODY], ground)
    return ground


def _bare(style: etree._Element) -> etree._Element:
    """Return a default style without properties, as Word takes it where a file has none."""
    for properties in style.findall(qn("w:pPr")) + style.findall(qn("w:rPr")):
        style.remove(properties)
    return style


def _complete(house: StyleSheet, identity: str, ours: StyleSheet) -> None:
    """Number nothing, for ordinals are written out; have headings be such, and stay by their text."""
    style = house.by_id[identity]
    if type_of(style) != "paragraph":
        return
    if house.has(identity, "pPr", "numPr"):
        put(put(paragraph_properties(style), "numPr"), "numId", val=0)
    for name in ("keepNext", "keepLines", "outlineLvl"):
        if ours.has(identity, "pPr", name) and not house.has(identity, "pPr", name):
            put(paragraph_properties(style), name, **ours.values(identity, "pPr", name))


def _indent_body(body: etree._Element, ground: BodyStyle) -> None:
    """Indent the body's first lines by two characters, unless the office has an indent for them."""
    keys = ("firstLine", "firstLineChars", "hanging", "hangingChars")
    if all(ground.indent.get(key, "0") == "0" for key in keys):
        # A hanging indent, though it be none, goes before one of the first line (17.3.1.12).
        sides = {key: value for key, value in ground.indent.items() if key not in keys}
        first = {"firstLineChars": 200, "firstLine": 2 * ground.size * _HALF_POINT}
        put(paragraph_properties(body), "ind", **sides, **first)


def _added(style: etree._Element, ground: BodyStyle, taken: Collection[str]) -> etree._Element:
    """Return ``style``, one of ours, in the office's type."""
    kind, name = key_of(style)
    identity = str(style.get(qn("w:styleId")))
    if name in taken:
        _set_value(style, "name", _OTHER_NAMES.get(name, f"公文{name}"))
    size = _set_type(style, identity, ground)
    if kind == "paragraph":
        _set_value(style, "basedOn", NORMAL if identity == style_ids.BODY else ground.style)
        _set_spacing(style, ground, size, small=identity in _SMALL)
        _set_indents(style, identity, ground)
    return style


def _set_value(style: etree._Element, name: str, value: str) -> None:
    child = style.find(qn(f"w:{name}"))
    if child is not None:
        child.set(qn("w:val"), value)


def _set_type(style: etree._Element, identity: str, ground: BodyStyle) -> int:
    """Leave the font to the office; return the size in half points."""
    properties = style.find(qn("w:rPr"))
    if properties is None:
        return ground.size
    font = _take(properties, "rFonts", "eastAsia") or ground.our_font
    weight = properties.find(qn("w:b"))
    own = _take(properties, "sz", "val")
    size = number(own) or ground.our_size
    _take(properties, "szCs", "val")
    is_bold = weight is not None and weight.get(qn("w:val")) not in ("0", "false")
    _take(properties, "b", "val")
    if is_bold or (font != ground.our_font and identity in _HEADINGS):
        put(properties, "b")
    if identity not in _SMALL:
        size = round(size * ground.size / ground.our_size)
    if own and size != ground.size:
        put(properties, "sz", val=size)
        put(properties, "szCs", val=size)
    return size


def _take(properties: etree._Element, name: str, key: str) -> str | None:
    """Remove a property, and return one of its values."""
    found = properties.find(qn(f"w:{name}"))
    if found is None:
        return None
    properties.remove(found)
    return found.get(qn(f"w:{key}"))


def _set_spacing(style: etree._Element, ground: BodyStyle, size: int, *, small: bool) -> None:
    """Leave the lines to the office, but for type that would be cut off at its body's pitch."""
    properties = paragraph_properties(style)
    if small:
        return
    _take(properties, "spacing", "line")
    if ground.pitch is not None and size > ground.size:
        put(properties, "spacing", line=round(ground.pitch * size / ground.size), lineRule="exact")


def _set_indents(style: etree._Element, identity: str, ground: BodyStyle) -> None:
    """Indent by characters of the office's body; where the layout does not, not even as the body is."""
    properties = paragraph_properties(style)
    own = properties.find(qn("w:ind"))
    counts = {side: number(_value(own, f"{side}Chars")) or 0 for side in _SIDES}
    if identity == style_ids.BODY:
        _take(properties, "ind", "left")
        return
    inherited = {_SAME.get(side, side) for side in (key.removesuffix("Chars") for key in ground.indent)}
    values: dict[str, int] = {}
    for side, count in counts.items():
        if count or side == "firstLine" or side in inherited:
            values |= {f"{side}Chars": count, side: round(count * ground.size * _HALF_POINT / 100)}
    put(properties, "ind", **values)


def _value(element: etree._Element | None, key: str) -> str | None:
    return None if element is None else element.get(qn(f"w:{key}"))


_WORD_SIZE = 20  # half points, where a file gives none (ECMA-376-1, 17.3.2.38)
_MOST_SIZE = 144  # half points, as in a layout


class BodyStyle(Struct, frozen=True):
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


def body_style_of(house: StyleSheet, ours: StyleSheet, matched: Collection[str]) -> BodyStyle:
    """Return the body of an office's styles: its "Body Text" if ``matched`` has that, else its Normal."""
    style = style_ids.BODY if style_ids.BODY in matched else NORMAL
    return BodyStyle(
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
