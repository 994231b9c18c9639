"""How an office's text looks, where its styles say less: title, headings and body, as they stand on the page.

Offices format directly: a heading is Normal in 黑体, the body is Normal with a pitch of its own. Some call
一、 "Heading 2", since their title is "Heading 1". So the text is read: a heading by its ordinal, the
title by its place, alignment and size, the body as that in which most characters stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import islice

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from drafter.docx import style_ids
from drafter.docx.elements import is_within
from drafter.docx.ooxml import NAMESPACES, qn
from drafter.docx.reference.defaults import number
from drafter.docx.reference.styles import NORMAL, without_properties
from drafter.docx.stylesheet import StyleSheet
from drafter.speech.numbering import typed_ordinal

# The ladder of official documents (GB/T 9704-2012, 7.3.3).
LADDER = ("一、", "（一）", "1.", "（1）")
# A longer paragraph is text that a heading opens.
_MOST_HEADING = 60
# A title stands on the first page.
_MOST_ABOVE = 30
# A longer text says no more about its look.
_MOST_PARAGRAPHS = 3000
_RED = frozenset(("FF0000", "C00000", "E60012", "D7000F", "ED1C24", "DE0000", "FE0000", "FF0101"))
_BESIDE = tuple(qn(f"w:{name}") for name in ("tbl", "txbxContent"))
_PARAGRAPH = ("keepNext", "keepLines", "widowControl", "snapToGrid", "spacing", "ind", "jc")
_RUN = ("rFonts", "b", "bCs", "i", "iCs", "color", "spacing", "w", "kern", "sz", "szCs", "u")

# Gives the properties of a group that make a style (see StyleSheet.levels).
Levels = Callable[[str, str], list[etree._Element]]


class Look(Struct, frozen=True):
    """How paragraphs look: the id of their style, and all that is in force, by the style or set directly."""

    style: str
    paragraph: tuple[bytes, ...]
    run: tuple[bytes, ...]


class _Read(Struct, frozen=True):
    text: str
    look: Look

    @property
    def size(self) -> int:
        """The type size in half points."""
        return size_in(self.look)


def looks_of(document: etree._Element, styles: StyleSheet, matched: Mapping[str, str]) -> dict[str, Look]:
    """Return the look of title, headings and body by our ids; those that the text does not have are left out.

    ``matched`` are the office's ids by ours.
    """
    # Most paragraphs stand in a few styles; a chain of many is followed once.
    levels_of = cache(styles.levels)
    default = styles.default("paragraph") or ""
    read = [_read(paragraph, levels_of, default) for paragraph in _paragraphs(document)]
    first = next((place for place, one in enumerate(read) if _typed_level(one) is not None), None)
    title = _title(read, len(read) if first is None else first, matched)
    levels = {matched[ours]: level for level, ours in enumerate(style_ids.HEADINGS) if ours in matched}
    found: dict[str, Counter[Look]] = {}
    for place, one in enumerate(read):
        role = style_ids.TITLE if place == title else _role(one, levels, is_above=place < (first or 0))
        # A long heading is no more of a heading; of the body the characters count.
        weight = _weight_in_body(one) if role == style_ids.BODY else 1
        if title is None or place >= title:
            found.setdefault(role, Counter())[one.look] += weight
    return {role: looks.most_common(1)[0][0] for role, looks in found.items()}


def _weight_in_body(read: _Read) -> int:
    """Return how many characters of body text a paragraph has; a signature at the right has none."""
    return 0 if value_in(read.look.paragraph, "jc", "val") in ("right", "end") else len(read.text)


def _role(read: _Read, levels: Mapping[str, int], *, is_above: bool) -> str:
    """Return our id for a paragraph below the title; ``levels`` are those of heading styles."""
    level = _typed_level(read)
    # Where ordinals are typed, what stands above the first of them is no heading.
    if level is None and not is_above and len(read.text) <= _MOST_HEADING:
        level = levels.get(read.look.style)
    return style_ids.BODY if level is None else style_ids.HEADINGS[level]


def _typed_level(read: _Read) -> int | None:
    """Return the level, from 0, that a typed ordinal gives a paragraph; None without one."""
    ladder = typed_ordinal(read.text)[1]
    return LADDER.index(ladder) if ladder in LADDER else None


def own_looks(looks: Mapping[str, Look], styles: StyleSheet, matched: Mapping[str, str]) -> dict[str, Look]:
    """Return the looks that no style of the office gives under the name that we look for."""
    expected = {role: matched.get(role, "") for role in looks}
    if not expected.get(style_ids.BODY):
        expected[style_ids.BODY] = matched.get(NORMAL, NORMAL)
    return {
        role: look
        for role, look in looks.items()
        if look_of(styles.levels, expected[role]) != replace(look, style=expected[role])
    }


def unused_headings(
    looks: Mapping[str, Look], own: Mapping[str, Look], styles: StyleSheet, matched: Mapping[str, str]
) -> list[str]:
    """Return the title and heading styles that a file has only because programs add them, by our ids.

    They name no Chinese font, stand nowhere in the text, and the office formats directly.
    """
    return [
        role
        for role in (style_ids.TITLE, *style_ids.HEADINGS)
        if own and role in matched and role not in looks and not _names_font(styles, matched[role])
    ]


def _names_font(styles: StyleSheet, identifier: str) -> bool:
    fonts = styles.values(identifier, "rPr", "rFonts")
    return "eastAsia" in fonts and not fonts.get("eastAsiaTheme")


def _paragraphs(document: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs with text outside of tables and boxes."""
    with_text = (
        paragraph
        for paragraph in document.iter(qn("w:p"))
        if _text(paragraph).strip() and not is_within(paragraph, *_BESIDE)
    )
    return islice(with_text, _MOST_PARAGRAPHS)


def _text(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(qn("w:t")))


def _read(paragraph: etree._Element, levels_of: Levels, default: str) -> _Read:
    properties, text = paragraph.find(qn("w:pPr")), _text(paragraph).strip()
    named = None if properties is None else properties.find(qn("w:pStyle"))
    style = default if named is None else str(named.get(qn("w:val")))
    runs = [run for run in paragraph.iter(qn("w:r")) if _text(run).strip()]
    # The words behind an ordinal may be text that the heading opens.
    # Text may stand outside of any run in a damaged file.
    ordinal = bool(typed_ordinal(text)[0])
    run = runs[0] if runs and ordinal else max(runs, key=lambda one: len(_text(one)), default=None)
    return _Read(text, look_of(levels_of, style, properties, None if run is None else run.find(qn("w:rPr"))))


def look_of(
    levels_of: Levels,
    style: str,
    properties: etree._Element | None = None,
    run: etree._Element | None = None,
) -> Look:
    """Return the look of a style, whose levels are known, and of what a paragraph and a run set beyond it."""
    return Look(
        style,
        _in_force([*levels_of(style, "pPr"), properties], _PARAGRAPH),
        _in_force([*levels_of(style, "rPr"), run], _RUN),
    )


def _in_force(levels: list[etree._Element | None], names: tuple[str, ...]) -> tuple[bytes, ...]:
    """Return the properties of some names that ``levels`` set, the last first, in the order of the schema."""
    merged: dict[str, etree._Element] = {}
    order = [qn(f"w:{name}") for name in names]
    for element in (one for level in levels if level is not None for one in level if one.tag in order):
        tag = str(element.tag)
        kept = merged.setdefault(tag, etree.Element(tag, nsmap={"w": NAMESPACES["w"]}))
        for key, value in _effective(kept, element).items():
            kept.set(key, value)
    return tuple(
        etree.tostring(merged[tag]) for tag in order if tag in merged and _says_something(merged[tag])
    )


def _says_something(element: etree._Element) -> bool:
    return element.tag != qn("w:rFonts") or bool(element.attrib)


def _effective(below: etree._Element, above: etree._Element) -> dict[str, str]:
    """Return the attributes of ``above``; drop those of ``below`` that they replace under another name."""
    # A hint tells Word how to read characters that are in two fonts, as it types.
    values = {str(key): str(value) for key, value in above.attrib.items() if key != qn("w:hint")}
    for key in values:
        # A font of the theme, and an indent in characters, go before what is named (17.3.2.26, 17.3.1.12).
        for other in (f"{key}Theme", f"{key}Chars"):
            if other in below.attrib and other not in values:
                del below.attrib[other]
    return values


def _title(read: list[_Read], first: int, matched: Mapping[str, str]) -> int | None:
    """Return the place of the title above the ``first`` heading: that in its style, else the largest."""
    above = list(enumerate(read[: min(first, _MOST_ABOVE)]))
    named = [number for number, one in above if one.look.style == matched.get(style_ids.TITLE)]
    if named:
        return named[0]
    usual = Counter[int]()
    for one in read:
        usual[one.size] += len(one.text)
    size = usual.most_common(1)[0][0] if usual else 0
    fitting = [(number, one) for number, one in above if one.size > size and _may_be_title(one, matched)]
    return max(fitting, key=lambda pair: (pair[1].size, -pair[0]))[0] if fitting else None


def _may_be_title(read: _Read, matched: Mapping[str, str]) -> bool:
    """Return whether a paragraph may be a title: not the red name of the office above it."""
    is_red = value_in(read.look.run, "color", "val").upper() in _RED
    is_centred = value_in(read.look.paragraph, "jc", "val") == "center"
    is_heading = read.look.style == matched.get(style_ids.HEADINGS[0])
    return len(read.text) <= _MOST_HEADING and not is_red and (is_centred or is_heading)


def size_in(look: Look) -> int:
    """Return the type size of a look in half points."""
    return number(value_in(look.run, "sz", "val")) or 20


def value_in(properties: tuple[bytes, ...], name: str, key: str) -> str:
    """Return the attribute ``key`` of a property of a look, "" where it is not set."""
    found = (etree.fromstring(one) for one in properties)
    return next((str(one.get(qn(f"w:{key}"), "")) for one in found if one.tag == qn(f"w:{name}")), "")


def put_look(style: etree._Element, look: Look) -> None:
    """Give a style the properties of a look, in the place of its own."""
    without_properties(style)
    for group, properties in (("pPr", look.paragraph), ("rPr", look.run)):
        etree.SubElement(style, qn(f"w:{group}")).extend(etree.fromstring(one) for one in properties)
    based = style.find(qn("w:basedOn"))
    if based is not None:
        based.set(qn("w:val"), NORMAL)
