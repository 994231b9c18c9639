"""The styles of an office's Word file matched with drafter's own, by their names."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from drafter.docx import style_ids
from drafter.docx.ooxml import qn
from drafter.docx.stylesheet import StyleSheet, key_of, type_of

NORMAL = "Normal"


def matches(office: StyleSheet, own: StyleSheet, used: Mapping[str, int]) -> dict[str, str]:
    """Return the office's id for each of the styles ``own`` whose name it has, by our ids.

    ``used`` counts the paragraphs of the office's text by style. Where that text stands in
    Normal and nowhere in "Body Text", which programs add unasked, "Body Text" is not matched.
    """
    found: dict[str, str] = {}
    names = office.by_name
    for identifier, style in own.by_id.items():
        is_default = style.get(qn("w:default")) is not None
        theirs = (office.default(type_of(style)) if is_default else None) or names.get(key_of(style))
        if theirs is not None and theirs not in found.values():
            found[identifier] = theirs
    in_normal = used.get("", 0) + used.get(found.get(NORMAL, ""), 0)
    if in_normal and style_ids.BODY in found and not used.get(found[style_ids.BODY]):
        del found[style_ids.BODY]
    return found


def new_ids(office: StyleSheet, own: StyleSheet, matched: Mapping[str, str]) -> dict[str, str]:
    """Return new ids for styles of the office's file, by the old ones.

    Those that are ``matched`` get our ids; others whose id is one of ours get a free one.
    """
    ids = {theirs: identifier for identifier, theirs in matched.items()}
    # Word does not tell ids apart that differ in case alone.
    ours = {identifier.casefold() for identifier in own.by_id}
    taken = ours | {identifier.casefold() for identifier in office.by_id}
    for identifier in office.by_id:
        if identifier not in ids and identifier.casefold() in ours:
            ids[identifier] = _free(identifier, taken)
    return ids


def _free(identifier: str, taken: set[str]) -> str:
    free = f"House{identifier}"
    while free.casefold() in taken:
        free += "x"
    taken.add(free.casefold())
    return free


def paragraph_properties(style: etree._Element) -> etree._Element:
    """Return the ``w:pPr`` of a style; where there is none, one is added at its place in the schema."""
    properties = style.find(qn("w:pPr"))
    if properties is None:
        properties = etree.Element(qn("w:pPr"))
        later = [qn(f"w:{name}") for name in ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")]
        place = next((n for n, other in enumerate(style) if other.tag in later), len(style))
        style.insert(place, properties)
    return properties


def without_properties(style: etree._Element) -> etree._Element:
    """Return ``style`` without what it sets for paragraphs and runs."""
    for properties in (*style.findall(qn("w:pPr")), *style.findall(qn("w:rPr"))):
        style.remove(properties)
    return style
