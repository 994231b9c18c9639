"""Headings and lead sentences of a document, found by its styles, and the outline that they make."""

from __future__ import annotations

import posixpath
import zipfile

from lxml import etree

from drafter.docx.ooxml import qn
from drafter.docx.read.content import words_of
from drafter.docx.read.numbering import Numbering
from drafter.docx.stylesheet import StyleSheet, outline_level_in
from drafter.docx.untrusted import main_part, parse_part, read_from
from drafter.speech.blocks import lead_length
from drafter.speech.numbering import ladder_of, opens_point
from drafter.speech.outline import LEVELS, OutlineLine
from drafter.speech.tree import Text

_PARAGRAPH, _PROPERTIES, _RUN, _VALUE = qn("w:p"), qn("w:pPr"), qn("w:r"), qn("w:val")
_RUBY = qn("w:ruby")
_RUN_STYLE = f"{qn('w:rPr')}/{qn('w:rStyle')}"
# The level of a point whose heading is a lead sentence.
_LEAD_LEVEL = 2
# The levels of automatic ordinals (GB/T 9704-2012, 7.3.3).
_LEVELS = {"一、": 1, "（一）": 2}
# Of a paragraph that is numbered and has no first sentence that could be its heading, so much is shown.
_LONGEST = 45


def read_outline(docx: bytes) -> list[OutlineLine] | None:
    """Return the headings of levels 1 and 2 of a document, None where it cannot be read.

    A heading is a paragraph whose style has an outline level, one that Word numbers 一、 or （一）, or a lead
    sentence with the ordinal of a point. Arguments (第一，……) are left out, as in the outline of a speech.
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
    folder, names = posixpath.dirname(main), set(archive.namelist())

    def beside(file: str) -> etree._Element | None:
        name = f"{folder}/{file}"
        return parse_part(archive, name) if name in names else None

    styles = StyleSheet(beside("styles.xml"))
    numbering = Numbering(beside("numbering.xml"), styles)
    paragraphs = parse_part(archive, main).iter(_PARAGRAPH)
    lines = (_line(paragraph, styles, numbering) for paragraph in paragraphs)
    return [line for line in lines if line is not None]


def _line(paragraph: etree._Element, styles: StyleSheet, numbering: Numbering) -> OutlineLine | None:
    if not len(paragraph):
        return None
    label, level = numbering.label(paragraph), heading_level(paragraph, styles)
    if level is not None:
        text = label + words_of(paragraph)
    elif ladder_of(label) in _LEVELS:
        # A heading in the style of the body, which Word numbers.
        level, words = _LEVELS[ladder_of(label)], words_of(paragraph)
        text = label + (words[: lead_length(words)] or words[:_LONGEST])
    else:
        level, text = _LEAD_LEVEL, lead_sentence(paragraph, styles)
        if not opens_point(text):
            return None
    text = text.strip().removesuffix("。")
    return OutlineLine(level, (Text(text),)) if text and level <= LEVELS else None
