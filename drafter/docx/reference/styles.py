"""The styles of an office's Word file: found by name, looked up with what they inherit.

Names persist from program to program; ids do not: WPS writes 1, LibreOffice Style10.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from lxml import etree

from drafter.docx import style_ids
from drafter.docx.ooxml import qn

_STYLE, _ID, _VALUE = qn("w:style"), qn("w:styleId"), qn("w:val")
# What Word's own styles are called where a program wrote their names in Chinese.
_CHINESE = {
    "正文": "normal",
    "默认段落字体": "default paragraph font",
    "标题": "title",
    "称呼": "salutation",
    "正文文本": "body text",
    "页脚": "footer",
    "批注文字": "annotation text",
    "批注引用": "annotation reference",
    "占位符文本": "placeholder text",
}
_CHINESE_HEADING = re.compile(r"标题 ?([1-9])")
# Elements whose value is the id of a style, in any part.
_LINKING = tuple(
    qn(f"w:{name}")
    for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink")
)
_ON = ("1", "true", "on")

Key = tuple[str, str]


class StyleSheet:
    """The styles of a file by their ids."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.by_id: dict[str, etree._Element] = {}
        for style in list(root.iterchildren(_STYLE)):
            identity = style.get(_ID)
            # One without an id, and a second of the same, are damages that Word repairs likewise.
            if not identity or identity in self.by_id:
                root.remove(style)
            else:
                self.by_id[str(identity)] = style

    def add(self, style: etree._Element) -> None:
        """Add a style whose id is not among these."""
        self.root.append(style)
        self.by_id[str(style.get(_ID))] = style

    def by_name(self) -> dict[Key, str]:
        """Return the ids by type and name; a style's name goes before another's alias."""
        found: dict[Key, str] = {}
        readers: tuple[Callable[[etree._Element], list[str]], ...] = (_name, _english, _aliases)
        for read in readers:
            for identity, style in self.by_id.items():
                for name in read(style):
                    found.setdefault((type_of(style), name), identity)
        return found

    def default(self, kind: str) -> str | None:
        """Return the id of what has no style of its own: a paragraph, a character, a table, a numbering."""
        for identity, style in self.by_id.items():
            if type_of(style) == kind and style.get(qn("w:default")) in _ON:
                return identity
        return None

    def values(self, identity: str, group: str, name: str) -> dict[str, str]:
        """Return the attributes of a property (``pPr`` ``ind``), with those that are inherited."""
        merged: dict[str, str] = {}
        for element in self._declared(identity, group, name):
            own = {etree.QName(key).localname: str(value) for key, value in element.attrib.items()}
            merged = own | merged
        return merged

    def has(self, identity: str, group: str, name: str) -> bool:
        """Tell whether a style, or one that it is based on, has a property."""
        return next(self._declared(identity, group, name), None) is not None

    def _declared(self, identity: str, group: str, name: str) -> Iterator[etree._Element]:
        """Yield a property as the style has it, then those it is based on, then the whole file."""
        defaults = self.root.find(f"{qn('w:docDefaults')}/{qn(f'w:{group}Default')}")
        for level in (*self._chain(identity), defaults):
            found = None if level is None else level.find(f"{qn(f'w:{group}')}/{qn(f'w:{name}')}")
            if found is not None:
                yield found

    def _chain(self, identity: str) -> Iterator[etree._Element]:
        """Yield a style and those it is based on; a circle, which a broken file may hold, ends it."""
        seen: set[str] = set()
        while identity in self.by_id and identity not in seen:
            seen.add(identity)
            style = self.by_id[identity]
            yield style
            parent = style.find(qn("w:basedOn"))
            identity = "" if parent is None else str(parent.get(_VALUE))


def type_of(style: etree._Element) -> str:
    """Return whether a style is for paragraphs, characters, tables or numberings."""
    return str(style.get(qn("w:type"), "paragraph"))


def key_of(style: etree._Element) -> Key:
    """Return what a style is found by: its type, and its name without regard to case."""
    return (type_of(style), next(iter(_name(style)), ""))


def paragraph_properties(style: etree._Element) -> etree._Element:
    """Return the ``pPr`` of a style, made where its schema has it if there is none."""
    properties = style.find(qn("w:pPr"))
    if properties is None:
        properties = etree.Element(qn("w:pPr"))
        later = [qn(f"w:{name}") for name in ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")]
        place = next((n for n, other in enumerate(style) if other.tag in later), len(style))
        style.insert(place, properties)
    return properties


def relink(root: etree._Element, ids: Mapping[str, str]) -> None:
    """Give styles the new ids that ``ids`` has for theirs, wherever a part names them."""
    for element in root.iter(*_LINKING):
        identity = str(element.get(_VALUE))
        if identity in ids:
            element.set(_VALUE, ids[identity])
    for style in root.iterchildren(_STYLE):
        identity = str(style.get(_ID))
        style.set(_ID, ids.get(identity, identity))


def _name(style: etree._Element) -> list[str]:
    name = style.find(qn("w:name"))
    return [] if name is None else [_folded(str(name.get(_VALUE, "")))]


def _english(style: etree._Element) -> list[str]:
    return [
        _CHINESE.get(name, f"heading {heading[1]}" if (heading := _CHINESE_HEADING.fullmatch(name)) else name)
        for name in _name(style)
    ]


def _aliases(style: etree._Element) -> list[str]:
    aliases = style.find(qn("w:aliases"))
    return [] if aliases is None else [_folded(name) for name in str(aliases.get(_VALUE, "")).split(",")]


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


NORMAL = "Normal"


def matches(house: StyleSheet, ours: StyleSheet, used: Mapping[str, int]) -> dict[str, str]:
    """Return the office's id for each of our styles that it has, by the names of both.

    ``used`` counts the paragraphs of the office's text by style. Where that text stands in
    Normal and nowhere in "Body Text", which programs add unasked, the latter is left alone.
    """
    found: dict[str, str] = {}
    known = house.by_name()
    for identity, style in ours.by_id.items():
        is_default = style.get(qn("w:default")) is not None
        theirs = (house.default(type_of(style)) if is_default else None) or known.get(key_of(style))
        if theirs is not None and theirs not in found.values():
            found[identity] = theirs
    in_normal = used.get("", 0) + used.get(found.get(NORMAL, ""), 0)
    if in_normal and style_ids.BODY in found and not used.get(found[style_ids.BODY]):
        del found[style_ids.BODY]
    return found


def new_ids(house: StyleSheet, ours: StyleSheet, matched: Mapping[str, str]) -> dict[str, str]:
    """Return the new ids of those of the office's styles that get one, by the old."""
    ids = {theirs: identity for identity, theirs in matched.items()}
    # Word takes ids that differ in case alone for the same.
    own = {identity.casefold() for identity in ours.by_id}
    taken = own | {identity.casefold() for identity in house.by_id}
    for identity in house.by_id:
        if identity not in ids and identity.casefold() in own:
            ids[identity] = _free(identity, taken)
    return ids


def _free(identity: str, taken: set[str]) -> str:
    free = f"House{identity}"
    while free.casefold() in taken:
        free += "x"
    taken.add(free.casefold())
    return free
