"""Headings and lead sentences of a document, found by its styles, and the outline that they make."""

from __future__ import annotations

import posixpath
import zipfile

from lxml import etree

from drafter.docx.ooxml import qn
from drafter.docx.read.content import words_of
from drafter.docx.stylesheet import StyleSheet, outline_level_in
from drafter.docx.untrusted import main_part, parse_part, read_from
from drafter.speech.numbering import opens_point
from drafter.speech.outline import LEVELS, OutlineLine
from drafter.speech.tree import Text

_PARAGRAPH, _PROPERTIES, _RUN, _VALUE = qn("w:p"), qn("w:pPr"), qn("w:r"), qn("w:val")
_RUBY = qn("w:ruby")
_RUN_STYLE = f"{qn('w:rPr')}/{qn('w:rStyle')}"
# The level of a point whose heading is a lead sentence.
_LEAD_LEVEL = 2


def read_outline(docx: bytes) -> list[OutlineLine] | None:
    """Return the headings of levels 1 and 2 of a document, None where it cannot be read.

    A heading is a paragraph whose style has an outline level, or a lead sentence with the ordinal of
    a point. Arguments (第一，……) are left out, as in the outline of a speech.
    """
    return read_from(docx, _read)


def heading_level(paragraph: etree._Element, styles: StyleSheet) -> int | None:
    """Return the outline level of ``paragraph``, from 1; None for body text."""
    properties = paragraph.find(_PROPERTIES)
    if properties is None:
        return None
    own, style = properties.find(qn("w:outlineLvl")), properties.find(qn("w:pStyle"))
    if own is not None:
        return outline_level_in(own)
    return None if style is None else styles.outline_level(str(style.get(_VALUE)))


def lead_sentence(paragraph: etree._Element, styles: StyleSheet) -> str:
    """Return the text of ``paragraph`` up to the end of its lead sentence, "" where it has none."""
    lead = words = ""
    for run in paragraph.iter(_RUN):
        if run.find(_RUBY) is not None:
            # It has pinyin; its words are in runs of their own, which come next.
            continue
        words += words_of(run)
        style = run.find(_RUN_STYLE)
        if style is not None and style.get(_VALUE) in styles.leads:
            lead = words
    return lead


def _read(archive: zipfile.ZipFile) -> list[OutlineLine]:
    main = main_part(archive)
    name = f"{posixpath.dirname(main)}/styles.xml"
    styles = StyleSheet(parse_part(archive, name) if name in archive.namelist() else None)
    paragraphs = parse_part(archive, main).iter(_PARAGRAPH)
    lines = (_line(paragraph, styles) for paragraph in paragraphs)
    return [line for line in lines if line is not None]


def _line(paragraph: etree._Element, styles: StyleSheet) -> OutlineLine | None:
    if not len(paragraph):
        return None
    level = heading_level(paragraph, styles)
    if level is not None:
        text = words_of(paragraph)
    else:
        level, text = _LEAD_LEVEL, lead_sentence(paragraph, styles)
        if not opens_point(text):
            return None
    text = text.strip().removesuffix("。")
    return OutlineLine(level, (Text(text),)) if text and level <= LEVELS else None
