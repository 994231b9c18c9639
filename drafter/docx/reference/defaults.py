"""Defaults from a layout for the styles that an office's file lacks, in the office's own body type.

An added style is based on the office's body style. From the layout it has alignment, indents and outline
level; its size has the same ratio to the body as in the layout. Headings and lead sentences are bold
where the layout gives them another font than the body.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from copy import deepcopy

from lxml import etree
from msgspec import Struct

from drafter.docx import style_ids
from drafter.docx.elements import put
from drafter.docx.ooxml import qn
from drafter.docx.reference.styles import NORMAL, paragraph_properties, without_properties
from drafter.docx.stylesheet import StyleSheet, key_of, type_of

_HEADINGS = (style_ids.TITLE, style_ids.OUTLINE_TITLE, *style_ids.HEADINGS, style_ids.LEAD)
_SMALL = (style_ids.COMMENT_TEXT, style_ids.COMMENT_REFERENCE)
# Names for our styles where the office has one of our name that is not matched.
_OTHER_NAMES = {"body text": style_ids.HOUSE_BODY_NAME}
# In twips.
_HALF_POINT = 10
_SIDES = ("left", "right", "firstLine")
_SAME = {"start": "left", "end": "right"}


def add_defaults(office: StyleSheet, ours: StyleSheet, matched: Collection[str]) -> BodyStyle:
    """Add to the office's styles what a speech needs; return the body that added styles are based on.

    ``matched`` are the ids of our styles that the office has.
    """
    for identifier, style in ours.by_id.items():
        if style.get(qn("w:default")) is not None and identifier not in office.by_id:
            # Without properties, as Word assumes it where a file has none.
            office.add(without_properties(deepcopy(style)))
    for identifier in matched:
        _complete(office, identifier, ours)
    body_style = body_style_of(office, ours, matched)
    taken = {name for _kind, name in office.by_name}
    for identifier, style in ours.by_id.items():
        # The footers are the office's own.
        if identifier not in office.by_id and identifier != style_ids.FOOTER:
            office.add(_added(deepcopy(style), body_style, taken))
    _indent_body(office.by_id[style_ids.BODY], body_style)
    return body_style


def new_style(ours: etree._Element, office: StyleSheet) -> etree._Element:
    """Return a copy of one of our styles, under another name where the office has one of its name."""
    return _under_free_name(deepcopy(ours), {name for _kind, name in office.by_name})


def _under_free_name(style: etree._Element, taken: Collection[str]) -> etree._Element:
    """Return ``style``, one of ours, under another name where its own is among those ``taken``."""
    _kind, name = key_of(style)
    if name in taken:
        _set_value(style, "name", _OTHER_NAMES.get(name, f"公文{name}"))
    return style


def _complete(office: StyleSheet, identifier: str, ours: StyleSheet) -> None:
    """Switch the numbering of a style off, and let headings have outline levels and stay with their text."""
    style = office.by_id[identifier]
    if type_of(style) != "paragraph":
        return
    if office.has(identifier, "pPr", "numPr"):
        put(put(paragraph_properties(style), "numPr"), "numId", val=0)
    for name in ("keepNext", "keepLines", "outlineLvl"):
        if ours.has(identifier, "pPr", name) and not office.has(identifier, "pPr", name):
            put(paragraph_properties(style), name, **ours.values(identifier, "pPr", name))


def _indent_body(body: etree._Element, body_style: BodyStyle) -> None:
    """Indent first lines of the body by two characters, unless the office's body indents them."""
    keys = ("firstLine", "firstLineChars", "hanging", "hangingChars")
    if all(body_style.indent.get(key, "0") == "0" for key in keys):
        # A hanging indent, even of 0, would override one of the first line (17.3.1.12).
        sides = {key: value for key, value in body_style.indent.items() if key not in keys}
        first = {"firstLineChars": 200, "firstLine": 2 * body_style.size * _HALF_POINT}
        put(paragraph_properties(body), "ind", **sides, **first)


def _added(style: etree._Element, body_style: BodyStyle, taken: Collection[str]) -> etree._Element:
    """Return ``style``, one of ours, adapted to the office's body."""
    identifier = str(style.get(qn("w:styleId")))
    size = _set_type(_under_free_name(style, taken), identifier, body_style)
    if type_of(style) == "paragraph":
        _set_value(style, "basedOn", NORMAL if identifier == style_ids.BODY else body_style.style)
        _set_spacing(style, body_style, size, small=identifier in _SMALL)
        _set_indents(style, identifier, body_style)
    return style


def _set_value(style: etree._Element, name: str, value: str) -> None:
    child = style.find(qn(f"w:{name}"))
    if child is not None:
        child.set(qn("w:val"), value)


def _set_type(style: etree._Element, identifier: str, body_style: BodyStyle) -> int:
    """Remove the font and scale the size of an added style; return the size in half points."""
    properties = style.find(qn("w:rPr"))
    if properties is None:
        return body_style.size
    font = _take(properties, "rFonts", "eastAsia") or body_style.our_font
    weight = properties.find(qn("w:b"))
    own = _take(properties, "sz", "val")
    size = number(own) or body_style.our_size
    _take(properties, "szCs", "val")
    is_bold = weight is not None and weight.get(qn("w:val")) not in ("0", "false")
    _take(properties, "b", "val")
    if is_bold or (font != body_style.our_font and identifier in _HEADINGS):
        put(properties, "b")
    if identifier not in _SMALL:
        size = round(size * body_style.size / body_style.our_size)
    if own and size != body_style.size:
        put(properties, "sz", val=size)
        put(properties, "szCs", val=size)
    return size


def _take(properties: etree._Element, name: str, key: str) -> str | None:
    """Remove a property and return its attribute ``key``."""
    found = properties.find(qn(f"w:{name}"))
    if found is None:
        return None
    properties.remove(found)
    return found.get(qn(f"w:{key}"))


def _set_spacing(style: etree._Element, body_style: BodyStyle, size: int, *, small: bool) -> None:
    """Remove the line pitch, but set one where larger type would be cut off at the pitch of the body."""
    properties = paragraph_properties(style)
    if small:
        return
    _take(properties, "spacing", "line")
    if body_style.pitch is not None and size > body_style.size:
        put(properties, "spacing", line=round(body_style.pitch * size / body_style.size), lineRule="exact")


def _set_indents(style: etree._Element, identifier: str, body_style: BodyStyle) -> None:
    """Indent as the layout does, in characters of the office's body, and undo the indents of the body."""
    properties = paragraph_properties(style)
    own = properties.find(qn("w:ind"))
    counts = {side: number(_value(own, f"{side}Chars")) or 0 for side in _SIDES}
    if identifier == style_ids.BODY:
        _take(properties, "ind", "left")
        return
    inherited = {_SAME.get(side, side) for side in (key.removesuffix("Chars") for key in body_style.indent)}
    values: dict[str, int] = {}
    for side, count in counts.items():
        if count or side == "firstLine" or side in inherited:
            values |= {f"{side}Chars": count, side: round(count * body_style.size * _HALF_POINT / 100)}
    put(properties, "ind", **values)


def _value(element: etree._Element | None, key: str) -> str | None:
    return None if element is None else element.get(qn(f"w:{key}"))


# In half points: where a file gives no size (ECMA-376-1, 17.3.2.38), and the largest in a layout.
_WORD_SIZE, _MOST_SIZE = 20, 144


class BodyStyle(Struct, frozen=True):
    """The office's body style, on which added styles are based.

    Sizes are in half points; ``pitch`` is in twips, None where lines have no exact one. ``our_size`` and
    ``our_font`` are those of the layout's body.
    """

    style: str
    size: int
    pitch: int | None
    indent: Mapping[str, str]
    our_size: int
    our_font: str


def body_style_of(office: StyleSheet, ours: StyleSheet, matched: Collection[str]) -> BodyStyle:
    """Return the office's body style: "Body Text" where that is ``matched``, else Normal."""
    style = style_ids.BODY if style_ids.BODY in matched else NORMAL
    return BodyStyle(
        style=style,
        size=size_of(office, style),
        pitch=exact_pitch(office, style),
        indent=office.values(style, "pPr", "ind"),
        our_size=size_of(ours, NORMAL),
        our_font=ours.values(NORMAL, "rPr", "rFonts").get("eastAsia", ""),
    )


def size_of(sheet: StyleSheet, identifier: str) -> int:
    """Return the type size of a style in half points."""
    return min(number(sheet.values(identifier, "rPr", "sz").get("val")) or _WORD_SIZE, _MOST_SIZE)


def exact_pitch(sheet: StyleSheet, identifier: str) -> int | None:
    """Return the line pitch of a style in twips, None where it is not exact."""
    spacing = sheet.values(identifier, "pPr", "spacing")
    return number(spacing.get("line")) if spacing.get("lineRule") == "exact" else None


def number(text: str | None) -> int | None:
    """Return a positive number of at most five digits in a file; None for anything else."""
    return int(text) or None if text and text.isascii() and text.isdigit() and len(text) < 6 else None
