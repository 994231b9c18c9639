"""The styles of a document: found by name, looked up with what they inherit, mapped to drafter's own.

Names persist from program to program; ids do not: WPS writes 1, LibreOffice Style10.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from lxml import etree

from drafter.docx import style_ids
from drafter.docx.ooxml import ON, qn

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
# Offices chain a handful of styles; a chain of thousands is there to take time.
_LONGEST_CHAIN = 50
_LEAD = style_ids.NAMES[style_ids.LEAD]

# The type of a style and its name without regard to case.
Key = tuple[str, str]


class StyleSheet:
    """The styles of a document by their ids; ``root`` is None where it has none.

    Of styles with the same id only the first counts, and one without an id does not, as in Word.
    """

    def __init__(self, root: etree._Element | None) -> None:
        self.root = etree.Element(qn("w:styles")) if root is None else root
        self.by_id: dict[str, etree._Element] = {}
        for style in self.root.iterchildren(_STYLE):
            if style.get(_ID):
                self.by_id.setdefault(str(style.get(_ID)), style)

    def drop_unused(self) -> None:
        """Remove the styles that do not count from the document."""
        used = set(self.by_id.values())
        for style in list(self.root.iterchildren(_STYLE)):
            if style not in used:
                self.root.remove(style)

    def add(self, style: etree._Element) -> None:
        """Add a style with a new id."""
        self.root.append(style)
        self.by_id[str(style.get(_ID))] = style
        self._forget()

    def remove(self, identifier: str) -> None:
        """Remove a style."""
        self.root.remove(self.by_id.pop(identifier))
        self._forget()

    def _forget(self) -> None:
        """Forget what was read of the styles before one came or went."""
        for name in ("by_name", "_called", "_defaults", "leads"):
            self.__dict__.pop(name, None)

    @cached_property
    def by_name(self) -> Mapping[Key, str]:
        """The ids by type and name; a style's own name goes before the alias of another."""
        found: dict[Key, str] = {}
        named = [(type_of(self.by_id[one]), name, one) for one, name in self._called.items()]
        for kind, name, identifier in named:
            found.setdefault((kind, name), identifier)
        for kind, name, identifier in named:
            found.setdefault((kind, _english(name)), identifier)
        for identifier, style in self.by_id.items():
            for name in _aliases(style):
                found.setdefault((type_of(style), name), identifier)
        return found

    @cached_property
    def _called(self) -> dict[str, str]:
        """The names of the styles that have one, by their ids."""
        names = ((identifier, _name(style)) for identifier, style in self.by_id.items())
        return {identifier: name for identifier, name in names if name is not None}

    @cached_property
    def leads(self) -> frozenset[str]:
        """The ids of the character styles of lead sentences."""
        return frozenset(identifier for identifier, name in self._called.items() if name == _LEAD)

    def own_names(self) -> dict[str, str]:
        """Return what each style is called whatever its id: our id for our styles, else the name."""
        called = dict.fromkeys(self.by_id, "") | {one: _english(name) for one, name in self._called.items()}
        for identifier, name in style_ids.NAMES.items():
            kind = "character" if identifier in style_ids.CHARACTER_STYLES else "paragraph"
            if (theirs := self.by_name.get((kind, _folded(name)))) is not None:
                called[theirs] = identifier
        return called

    def levels(self, identifier: str, group: str) -> list[etree._Element]:
        """Return the properties ``group`` (pPr, rPr) that make a style, from the defaults of the file up."""
        defaults = self.root.find(f"{qn('w:docDefaults')}/{qn(f'w:{group}Default')}")
        declared = (
            None if one is None else one.find(qn(f"w:{group}"))
            for one in (*self._chain(identifier), defaults)
        )
        return [one for one in declared if one is not None][::-1]

    def default(self, kind: str) -> str | None:
        """Return the id of the default style of a type (paragraph, character, table, numbering)."""
        return self._defaults.get(kind)

    @cached_property
    def _defaults(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for identifier, style in self.by_id.items():
            if style.get(qn("w:default")) in ON:
                found.setdefault(type_of(style), identifier)
        return found

    def values(self, identifier: str, group: str, name: str) -> dict[str, str]:
        """Return the attributes of a property (``pPr``, ``ind``) of a style, inherited ones included."""
        merged: dict[str, str] = {}
        for element in self._declared(identifier, group, name):
            own = {etree.QName(key).localname: str(value) for key, value in element.attrib.items()}
            merged = own | merged
        return merged

    def has(self, identifier: str, group: str, name: str) -> bool:
        """Return whether a style has a property, of its own or inherited."""
        return next(self._declared(identifier, group, name), None) is not None

    def outline_level(self, identifier: str) -> int | None:
        """Return the outline level of a style from 1, its own or inherited; None for body text."""
        for style in self._chain(identifier):
            level = style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
            if level is not None:
                return outline_level_in(level)
        return None

    def _declared(self, identifier: str, group: str, name: str) -> Iterator[etree._Element]:
        """Yield a property of a style, then of those it is based on, then of the defaults of the file."""
        defaults = self.root.find(f"{qn('w:docDefaults')}/{qn(f'w:{group}Default')}")
        for level in (*self._chain(identifier), defaults):
            found = None if level is None else level.find(f"{qn(f'w:{group}')}/{qn(f'w:{name}')}")
            if found is not None:
                yield found

    def _chain(self, identifier: str) -> Iterator[etree._Element]:
        """Yield a style and those it is based on, up to a circle or a length that no sound file has."""
        seen: set[str] = set()
        while identifier in self.by_id and identifier not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(identifier)
            style = self.by_id[identifier]
            yield style
            parent = style.find(qn("w:basedOn"))
            identifier = "" if parent is None else str(parent.get(_VALUE))


def type_of(style: etree._Element) -> str:
    """Return the type of a style: paragraph, character, table or numbering."""
    return str(style.get(qn("w:type"), "paragraph"))


def key_of(style: etree._Element) -> Key:
    """Return the key by which a style is found: its type, and its name without regard to case."""
    return (type_of(style), _name(style) or "")


def outline_level_in(element: etree._Element) -> int | None:
    """Return the level, from 1, that a ``w:outlineLvl`` sets; None for body text (9) and other values."""
    value = str(element.get(_VALUE))
    return int(value) + 1 if value in tuple("012345678") else None


def ids_in(document: StyleSheet, own: StyleSheet) -> dict[str, str]:
    """Return the id that each of the styles ``own`` has in ``document``; its own where it is not there."""
    names = document.by_name
    return {
        identifier: identifier if identifier in document.by_id else names.get(key_of(style), identifier)
        for identifier, style in own.by_id.items()
    }


def relink(root: etree._Element, ids: Mapping[str, str]) -> None:
    """Give styles the new ids that ``ids`` has for theirs, wherever a part names them."""
    for element in root.iter(*_LINKING):
        identifier = str(element.get(_VALUE))
        if identifier in ids:
            element.set(_VALUE, ids[identifier])
    for style in root.iterchildren(_STYLE):
        identifier = str(style.get(_ID))
        style.set(_ID, ids.get(identifier, identifier))


def _name(style: etree._Element) -> str | None:
    name = style.find(qn("w:name"))
    return None if name is None else _folded(str(name.get(_VALUE, "")))


def _english(name: str) -> str:
    heading = _CHINESE_HEADING.fullmatch(name)
    return f"heading {heading[1]}" if heading else _CHINESE.get(name, name)


def _aliases(style: etree._Element) -> list[str]:
    aliases = style.find(qn("w:aliases"))
    return [] if aliases is None else [_folded(name) for name in str(aliases.get(_VALUE, "")).split(",")]


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
