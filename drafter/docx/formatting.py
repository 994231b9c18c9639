"""Formatting in one form, whichever program wrote it, and what a paragraph or a run sets beyond its style.

Word and LibreOffice write the same formatting in different ways: ``true`` or ``1``, ``start`` or ``left``,
a default value or none. Clauses are of ECMA-376-1.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from drafter.docx import style_ids
from drafter.docx.ooxml import NAMESPACE, OFF, ON, qn
from drafter.docx.stylesheet import StyleSheet

_OWN = f"{{{NAMESPACE}}}"
_VALUE = qn("w:val")
# Properties that a reader does not see, or that are taken up elsewhere.
_UNSEEN = frozenset(
    (
        *("pStyle", "rStyle", "rPr", "sectPr", "pPrChange", "rPrChange", "lang", "noProof", "webHidden"),
        *("rtl", "cs", "bCs", "iCs", "szCs", "divId", "cnfStyle", "rsid"),
    )
)
# LibreOffice switches hyphenation on everywhere, where Chinese has none,
# and writes kerning in another unit.
_UNSEEN_IN_LIBREOFFICE = frozenset(("suppressAutoHyphens", "kern"))
# Switches that are on where nothing is said (17.3.1); all others are off.
_ON_BY_DEFAULT = frozenset(
    (
        *("kinsoku", "overflowPunct", "autoSpaceDE", "autoSpaceDN", "snapToGrid", "widowControl", "wordWrap"),
        "adjustRightInd",
    )
)
# Values that say nothing, and sides by their older names.
_NOTHING = frozenset(("", "0", "auto", "none", "nil", "clear", "baseline"))
_DEFAULTS = {"w": "100", "jc": "left"}
# Of the levels of an outline, 9 is none (17.3.1.20).
_LEVEL, _NO_LEVEL = "outlineLvl", "9"
_SIDES = {"start": "left", "end": "right", "startChars": "leftChars", "endChars": "rightChars"}
_COMPLEX = ("cs", "cstheme", "hint")
_SHADES = ("themeTint", "themeShade", "themeFillTint", "themeFillShade")
_BY_ATTRIBUTE = ("rFonts", "spacing", "ind")


class Formatting:
    """Tells what is set directly in a document with ``styles``.

    ``loose`` is for files that LibreOffice wrote: it drops indents in characters and keeps those in twips,
    while Word counts the twips anew.
    """

    def __init__(self, styles: StyleSheet, *, loose: bool = False) -> None:
        self.names = styles.own_names()
        self.loose = loose
        self._styles = styles
        self._default = styles.default("paragraph") or style_ids.NORMAL
        self._known: dict[tuple[str, str], dict[str, str]] = {}

    def style_of(self, properties: etree._Element | None) -> str:
        """Return the id of the style of a paragraph with these properties."""
        found = None if properties is None else properties.find(qn("w:pStyle"))
        identifier = self._default if found is None else str(found.get(_VALUE))
        return identifier if identifier in self._styles.by_id else self._default

    def name_of(self, identifier: str) -> str:
        """Return what a style is called whatever its id."""
        return self.names.get(identifier, "")

    def of_paragraph(self, properties: etree._Element | None, style: str) -> str:
        """Return what a paragraph sets beyond its ``style``."""
        return _joined(self._beyond(self.settings(properties), self.of_style(style, "pPr")))

    def of_run(self, properties: etree._Element | None, style: str) -> str:
        """Return what a run sets beyond the ``style`` of its paragraph, its own style first."""
        if properties is None:
            return ""
        found = properties.find(qn("w:rStyle"))
        own = "" if found is None else str(found.get(_VALUE))
        known = self.of_style(style, "rPr")
        known = known | self.declared_by(own)
        return self.name_of(own) + _joined(self._beyond(self.settings(properties), known))

    def of_style(self, identifier: str, group: str) -> dict[str, str]:
        """Return all that a style sets, inherited or not."""
        if (identifier, group) not in self._known:
            merged: dict[str, str] = {}
            for level in self._styles.levels(identifier, group):
                merged |= self.settings(level)
            self._known[identifier, group] = merged
        return self._known[identifier, group]

    def settings(self, properties: etree._Element | None) -> dict[str, str]:
        """Return the properties under ``properties`` in one form, "" for what is switched off."""
        found: dict[str, str] = {}
        for element in () if properties is None else properties.iterchildren(etree.Element):
            name = local(element)
            if name not in _UNSEEN and not (self.loose and name in _UNSEEN_IN_LIBREOFFICE):
                found.update(self._values(element, name))
        return found

    def declared_by(self, identifier: str) -> dict[str, str]:
        """Return what a character style sets itself, without the defaults of the file; {} for no style."""
        if identifier not in self._styles.by_id:
            return {}
        defaults, own = self.of_style("", "rPr"), self.of_style(identifier, "rPr")
        return {key: value for key, value in own.items() if defaults.get(key) != value}

    def _beyond(self, own: dict[str, str], known: dict[str, str]) -> dict[str, str]:
        """Return what is set beyond what is ``known``, and what is set once more.

        LibreOffice does the latter unasked. Bold counts all the same, since drafter's own is always marked.
        """
        return {
            key: value
            for key, value in own.items()
            if value != known.get(key, "") or (value and (key == "b" or not self.loose))
        }

    def _values(self, element: etree._Element, name: str) -> Iterator[tuple[str, str]]:
        if not str(element.tag).startswith(_OWN):
            # Effects of later versions of Word, such as a glow: each says something.
            yield name, _spelled(element)
            return
        if name not in _BY_ATTRIBUTE:
            yield name, _value(element, name)
            return
        values = dict(_attributes(element))
        if name == "spacing":
            values = _with_line(values)
        elif name == "ind":
            values = _indents(values, self.loose)
        else:
            # A font of the theme goes before one that is named (17.3.2.26).
            values = {key: value for key, value in values.items() if f"{key}Theme" not in values}
        for key, value in values.items():
            if key not in _COMPLEX:
                yield f"{name}.{key}".removesuffix(".val"), "" if value in _NOTHING else value


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return _without_namespace(str(element.tag))


@lru_cache(maxsize=512)
def _without_namespace(name: str) -> str:
    return name.rpartition("}")[2]


def described(element: etree._Element) -> str:
    """Return the attributes of an element that say something, in one form."""
    pairs = sorted((key, value) for key, value in _attributes(element) if value not in _NOTHING)
    return ",".join(f"{key}={value}" for key, value in pairs)


def is_on(element: etree._Element | None) -> bool:
    """Return whether a switch is there and not off (17.17.4)."""
    return element is not None and element.get(_VALUE, "1") not in OFF


def _value(element: etree._Element, name: str) -> str:
    """Return the value of a property, "" for its default."""
    plain = element.get(_VALUE, "" if element.attrib or len(element) else "1")
    plain = _SIDES.get(plain, plain)
    if name == _LEVEL:
        return "" if plain == _NO_LEVEL else f"level {plain}"
    if name in _ON_BY_DEFAULT:
        return "off" if plain in OFF else ""
    if len(element.attrib) > 1 or len(element) or (element.attrib and _VALUE not in element.attrib):
        return _described(element)
    if plain in _NOTHING or plain in OFF or plain == _DEFAULTS.get(name):
        return ""
    return "on" if plain in ON else plain


def _spelled(element: etree._Element) -> str:
    """Return an element with all that is in it, in one form."""
    inside = "".join(map(_spelled, element.iterchildren(etree.Element)))
    values = ",".join(f"{key}={value}" for key, value in sorted(_attributes(element)))
    return f"<{local(element)} {values}>{inside}"


def _described(element: etree._Element) -> str:
    number = element.find(qn("w:numId"))
    if number is not None and number.get(_VALUE) == "0":
        return ""
    return "/".join(filter(None, (described(element), _children(element))))


def _children(element: etree._Element) -> str:
    parts = (
        (local(child), described(child))
        for child in element.iterchildren(etree.Element)
        # A cleared tab stop is none.
        if child.get(_VALUE) != "clear"
    )
    return ";".join(sorted(f"{name}:{values}" for name, values in parts if values))


def _attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    for key, value in element.attrib.items():
        name = _without_namespace(str(key))
        if not name.startswith("rsid"):
            yield _SIDES.get(name, name), str(value).casefold() if name in _SHADES else str(value)


def _with_line(values: dict[str, str]) -> dict[str, str]:
    """Return spacing with the pitch and its rule in one; 240 of rule auto is a single line (17.3.1.33)."""
    pitch, rule = values.pop("line", ""), values.pop("lineRule", "auto")
    if pitch:
        values["line"] = "" if (pitch, rule) == ("240", "auto") else f"{pitch} {rule}"
    return values


def _indents(values: dict[str, str], loose: bool) -> dict[str, str]:
    """Return indents in characters where they are given (17.3.1.12); in twips else, or if ``loose``."""
    # A hanging first line is indented by less than nothing, and LibreOffice calls none hanging by nothing.
    for end in ("", "Chars"):
        if (hanging := values.pop(f"hanging{end}", None)) is not None:
            values[f"firstLine{end}"] = hanging if hanging == "0" else f"-{hanging}"
    in_characters = {key for key, value in values.items() if key.endswith("Chars")}
    if loose:
        return {key: value for key, value in values.items() if key not in in_characters}
    chosen = {key.removesuffix("Chars") for key in in_characters if values[key] not in _NOTHING}
    kept = {key: value for key, value in values.items() if key not in in_characters and key not in chosen}
    return kept | {key: f"{values[f'{key}Chars']}%" for key in chosen}


def _joined(values: dict[str, str]) -> str:
    return ";".join(f"{key}={value}" for key, value in sorted(values.items()))
