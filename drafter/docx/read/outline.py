"""The outline of a Word document, read from its headings and lead sentences."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from drafter.docx import style_ids
from drafter.docx.ooxml import qn
from drafter.docx.read.content import words_of
from drafter.docx.untrusted import main_part, parse_part, read_from
from drafter.speech.numbering import opens_point
from drafter.speech.outline import LEVELS, OutlineLine
from drafter.speech.tree import Text

_PARAGRAPH, _PROPERTIES, _RUN, _VALUE = qn("w:p"), qn("w:pPr"), qn("w:r"), qn("w:val")
_RUBY = qn("w:ruby")
_RUN_STYLE = f"{qn('w:rPr')}/{qn('w:rStyle')}"
_RUN_IN = 2


def read_outline(docx: bytes) -> list[OutlineLine] | None:
    """Return the headings of levels 1 and 2 of a document; None when it is no readable document.

    A heading is a paragraph whose style has an outline level, or a lead sentence with the
    ordinal of a point; arguments (第一，……) are none, as in a speech's own outline.
    """
    return read_from(docx, _read)


class HeadingStyles(Struct, frozen=True):
    """The styles that make headings: the levels of paragraph styles, character styles of lead sentences."""

    levels: dict[str, int]
    leads: frozenset[str]

    def level(self, paragraph: etree._Element) -> int | None:
        """Return the outline level of ``paragraph``, from 1; None for body text."""
        properties = paragraph.find(_PROPERTIES)
        if properties is None:
            return None
        own, style = properties.find(qn("w:outlineLvl")), properties.find(qn("w:pStyle"))
        if own is not None:
            return _from_zero(own)
        return None if style is None else self.levels.get(str(style.get(_VALUE)))

    def lead(self, paragraph: etree._Element) -> str:
        """Return what opens ``paragraph`` up to its last run in a style of lead sentences, blanks and all."""
        lead = words = ""
        for run in paragraph.iter(_RUN):
            if run.find(_RUBY) is not None:
                # Pinyin stands above the words of a run in this run, whose turn comes next.
                continue
            words += words_of(run)
            style = run.find(_RUN_STYLE)
            if style is not None and style.get(_VALUE) in self.leads:
                lead = words
        return lead


def heading_styles(styles: etree._Element | None) -> HeadingStyles:
    """Return those that make headings of the ``styles`` of a document, which may have none."""
    root = etree.Element("none") if styles is None else styles
    return HeadingStyles(_levels(root), frozenset(_lead_styles(root)))


def _styles(archive: zipfile.ZipFile) -> HeadingStyles:
    name = f"{posixpath.dirname(main_part(archive))}/styles.xml"
    return heading_styles(parse_part(archive, name) if name in archive.namelist() else None)


def _read(archive: zipfile.ZipFile) -> list[OutlineLine]:
    styles = _styles(archive)
    paragraphs = parse_part(archive, main_part(archive)).iter(_PARAGRAPH)
    lines = (_line(paragraph, styles) for paragraph in paragraphs)
    return [line for line in lines if line is not None]


def _line(paragraph: etree._Element, styles: HeadingStyles) -> OutlineLine | None:
    level, text = styles.level(paragraph), words_of(paragraph)
    if level is None:
        level, text = _RUN_IN, styles.lead(paragraph)
        if not opens_point(text):
            return None
    text = text.strip().removesuffix("。")
    return OutlineLine(level, (Text(text),)) if text and level <= LEVELS else None


def _lead_styles(styles: etree._Element) -> Iterator[str]:
    for style in styles.iter(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None and name.get(_VALUE) == style_ids.LEAD_NAME:
            yield str(style.get(qn("w:styleId")))


def _levels(styles: etree._Element) -> dict[str, int]:
    """Return the outline level, from 1, of each paragraph style that has one of its own or inherits one."""
    above: dict[str, str] = {}
    levels: dict[str, int] = {}
    for style in styles.iter(qn("w:style")):
        name = str(style.get(qn("w:styleId")))
        level = style.find(f"{_PROPERTIES}/{qn('w:outlineLvl')}")
        parent = style.find(qn("w:basedOn"))
        own = None if level is None else _from_zero(level)
        if own is not None:
            levels[name] = own
        elif level is None and parent is not None:
            above[name] = str(parent.get(_VALUE))
    inherited = {name: levels.get(_root(name, above)) for name in above}
    return levels | {name: level for name, level in inherited.items() if level is not None}


def _root(name: str, above: dict[str, str]) -> str:
    """Return the style from which ``name`` comes; a circle, which a broken file may hold, ends the search."""
    seen: set[str] = set()
    while name in above and name not in seen:
        seen.add(name)
        name = above[name]
    return name


def _from_zero(element: etree._Element) -> int | None:
    """Return a level from 1; None for body text, which Word counts as the tenth, and for nonsense."""
    value = str(element.get(_VALUE))
    return int(value) + 1 if value in tuple("012345678") else None
