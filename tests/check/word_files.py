"""Word files that the check reads, made by python-docx."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

W = nsdecls("w")
# 一、 and below it （一）, as Word's own Chinese lists have it.
CHINESE = (("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))


def document_of(*paragraphs: str | tuple[str, int]) -> bytes:
    """Return a document of ``paragraphs``; a tuple has the level of its automatic number, from 0."""
    document = docx.Document()
    add_list(document, "90", CHINESE)
    for paragraph in paragraphs:
        text, level = paragraph if isinstance(paragraph, tuple) else (paragraph, None)
        element = document.add_paragraph(text)._p
        if level is not None:
            number(element, "90", level)
    return saved(document)


def add_list(document: Any, identifier: str, levels: Iterable[tuple[str, str]], **extra: str) -> None:
    """Add a list to a document: for each level its format and its text; ``extra`` is XML by level: l1=…"""
    root = document.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra.get(f"l{level}", "")}'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in enumerate(levels)
    )
    element = parse_xml(f'<w:abstractNum {W} w:abstractNumId="{identifier}">{inner}</w:abstractNum>')
    root.insert(0, element)
    add_instance(document, identifier, identifier)


def add_instance(document: Any, identifier: str, base: str, inner: str = "") -> None:
    """Add a numbering on the list ``base``, with the overrides ``inner``."""
    root = document.part.numbering_part.element
    base_id = f'<w:abstractNumId w:val="{base}"/>'
    root.append(parse_xml(f'<w:num {W} w:numId="{identifier}">{base_id}{inner}</w:num>'))


def number(paragraph: Any, identifier: str, level: int) -> None:
    """Give a paragraph an automatic number."""
    properties = paragraph.get_or_add_pPr()
    inner = f'<w:ilvl w:val="{level}"/><w:numId w:val="{identifier}"/>'
    properties.append(parse_xml(f"<w:numPr {W}>{inner}</w:numPr>"))


def number_style(document: Any, name: str, identifier: str, level: int) -> None:
    """Give all paragraphs of a style an automatic number."""
    properties = document.styles[name].element.get_or_add_pPr()
    old = properties.find(qn("w:numPr"))
    if old is not None:
        properties.remove(old)
    number(document.styles[name].element, identifier, level)


def saved(document: Any) -> bytes:
    """Return a document as bytes."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
