"""Automatic numbers of paragraphs (ECMA-376-1, 17.9), expanded to the text that Word shows.

A clerk's 一、 is often no text but a number that Word counts. Whoever reads a document without it reads
headings without ordinals.
"""

from __future__ import annotations

import re

from lxml import etree
from msgspec import Struct, field

from drafter.docx.bookmarks import integer
from drafter.docx.ooxml import ON, qn
from drafter.docx.read.numerals import numeral
from drafter.docx.stylesheet import StyleSheet

_VALUE, _LEVEL, _NUMBER, _ABSTRACT = qn("w:val"), qn("w:ilvl"), qn("w:numId"), qn("w:abstractNumId")
_PROPERTIES, _STYLE = qn("w:pPr"), qn("w:pStyle")
_NUM_PROPERTIES = qn("w:numPr")
# The levels of a list (17.9.6), and how far one is counted: no speech has more points.
_LEVELS = 9
_MOST = 9999
# Behind these a label needs no blank before the words.
_CLOSED = "、.．）)，,。：:】〕］]"
# A list that takes its levels from a style may do so in a circle.
_LONGEST_CHAIN = 10


class _Level(Struct):
    """One level of a list: where it starts, how it writes its number, the text around it."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    is_legal: bool = False
    has_space: bool = True
    style: str = ""


class _List(Struct):
    """A list: its levels, and the counts so far, which all numberings on it share."""

    levels: dict[int, _Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)


class _Instance(Struct):
    """A numbering on a list: ``starts`` are levels that it starts anew, ``levels`` that it redefines."""

    base: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, _Level] = field(default_factory=dict)


class Numbering:
    """The lists of a document, counted along its paragraphs, which have to come in their order."""

    def __init__(self, root: etree._Element | None, styles: StyleSheet) -> None:
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._instances: dict[str, _Instance] = {}
        self._by_style: dict[str, tuple[str, int]] = {}
        if root is not None:
            self._read(root)

    def label(self, paragraph: etree._Element) -> str:
        """Return the number that Word shows before the next ``paragraph``, "" where it shows none."""
        if not self._instances:
            return ""
        number, level = self._place_of(paragraph.find(_PROPERTIES))
        instance = self._instances.get(number)
        found = None if instance is None else self._lists.get(instance.base)
        if instance is None or found is None or not 0 <= level < _LEVELS:
            return ""
        levels = found.levels | instance.levels
        _count(found, levels, instance, level)
        return _label(levels, found.counts, level)

    def _place_of(self, properties: etree._Element | None) -> tuple[str, int]:
        """Return the numbering of a paragraph and its level: its own, else that of its style."""
        own = None if properties is None else properties.find(_NUM_PROPERTIES)
        style = None if properties is None else properties.find(_STYLE)
        number, level = _numbers(own)
        if number is None:
            identifier = (
                str(style.get(_VALUE)) if style is not None else self._styles.default("paragraph") or ""
            )
            of_style, of_level = self._of_style(identifier)
            return of_style, of_level if level is None else level
        return number, level or 0

    def _of_style(self, identifier: str) -> tuple[str, int]:
        if identifier not in self._by_style:
            values = [
                _numbers(one.find(_NUM_PROPERTIES)) for one in self._styles.levels(identifier, "pPr")[::-1]
            ]
            number = next((value for value, _level in values if value is not None), "")
            level = next((value for _number, value in values if value is not None), 0)
            instance = self._instances.get(number)
            levels = self._lists[instance.base].levels if instance and instance.base in self._lists else {}
            linked = next((each for each, one in levels.items() if one.style == identifier), level)
            self._by_style[identifier] = number, linked
        return self._by_style[identifier]

    def _read(self, root: etree._Element) -> None:
        abstract = {str(one.get(_ABSTRACT)): one for one in root.iterchildren(qn("w:abstractNum"))}
        nums = {str(one.get(_NUMBER)): one for one in root.iterchildren(qn("w:num"))}
        for number, num in nums.items():
            base = _value(num, "abstractNumId")
            self._instances[number] = instance = _Instance(base)
            for override in num.iterchildren(qn("w:lvlOverride")):
                _override(instance, override)
        for identifier, element in abstract.items():
            self._lists[identifier] = _List(_levels(self._definition(element, abstract, nums)))

    def _definition(
        self, element: etree._Element, abstract: dict[str, etree._Element], nums: dict[str, etree._Element]
    ) -> etree._Element:
        """Return the list that has the levels of ``element``, which may name a style instead (17.9.21)."""
        for _step in range(_LONGEST_CHAIN):
            link = _value(element, "numStyleLink")
            style = self._styles.by_id.get(link)
            numbering = None if style is None else style.find(f"{_PROPERTIES}/{_NUM_PROPERTIES}")
            num = nums.get(_numbers(numbering)[0] or "")
            following = None if num is None else abstract.get(_value(num, "abstractNumId"))
            if following is None:
                return element
            element = following
        return element


def _numbers(properties: etree._Element | None) -> tuple[str | None, int | None]:
    """Return the numbering and the level that a ``w:numPr`` sets, None for what it does not set."""
    if properties is None:
        return None, None
    number, level = properties.find(_NUMBER), properties.find(_LEVEL)
    return (
        None if number is None else str(number.get(_VALUE)),
        None if level is None else integer(level.get(_VALUE)),
    )


def _value(parent: etree._Element, name: str) -> str:
    child = parent.find(qn(f"w:{name}"))
    return "" if child is None else str(child.get(_VALUE, ""))


def _levels(element: etree._Element) -> dict[int, _Level]:
    found = {}
    for level in element.iterchildren(qn("w:lvl")):
        place = integer(level.get(_LEVEL))
        if place is not None:
            found[place] = _level(level)
    return found


def _level(element: etree._Element) -> _Level:
    legal = element.find(qn("w:isLgl"))
    start = integer(_value(element, "start"))
    return _Level(
        start=1 if start is None else start,
        form=_value(element, "numFmt") or "decimal",
        text=_value(element, "lvlText"),
        restart=integer(_value(element, "lvlRestart")),
        is_legal=legal is not None and legal.get(_VALUE, "1") in ON,
        has_space=_value(element, "suff") != "nothing",
        style=_value(element, "pStyle"),
    )


def _override(instance: _Instance, override: etree._Element) -> None:
    level = integer(override.get(_LEVEL))
    if level is None:
        return
    start = integer(_value(override, "startOverride"))
    if start is not None:
        instance.starts[level] = start
    own = override.find(qn("w:lvl"))
    if own is not None:
        instance.levels[level] = _level(own)


def _count(found: _List, levels: dict[int, _Level], instance: _Instance, level: int) -> None:
    """Count a paragraph of ``level``; the levels below start anew, unless they say otherwise (17.9.10)."""
    if level in instance.starts:
        # A numbering starts anew only where it is first met.
        found.counts[level] = instance.starts.pop(level)
    elif level in found.counts:
        found.counts[level] = min(found.counts[level] + 1, _MOST)
    else:
        found.counts[level] = levels.get(level, _Level()).start
    for lower in [each for each in found.counts if each > level]:
        restart = levels.get(lower, _Level()).restart
        # It names, from 1, the level that starts it anew; 0 stands for none.
        if restart is None or level < restart:
            del found.counts[lower]


def _label(levels: dict[int, _Level], counts: dict[int, int], level: int) -> str:
    shown = levels.get(level)
    if shown is None or shown.form == "bullet":
        return ""

    def number(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        one = levels.get(place, _Level())
        form = "decimal" if shown.is_legal and one.form != "decimalZero" else one.form
        return numeral(counts.get(place, one.start), form)

    text = re.sub("%([1-9])", number, shown.text).replace("\u00a0", " ").strip()
    if not text:
        return ""
    return text if not shown.has_space or text[-1] in _CLOSED else f"{text} "
