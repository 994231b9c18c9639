"""The base package of a layout: the parts that all its documents have in common.

It is made with python-docx from its own template, without what that template brings: a theme that
overrides fonts, Japanese, American paper, a thumbnail.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.section import Section
from docx.shared import Twips
from lxml import etree

from drafter.docx import elements
from drafter.docx.comments import Comments
from drafter.docx.ooxml import DECLARATION
from drafter.docx.properties import custom_properties
from drafter.docx.write.settings import (
    Measures,
    add_glossary,
    font_table,
    make_footers,
    make_settings,
    measure,
)
from drafter.docx.write.styles import make_styles
from drafter.models.layout import Layout

_NEEDED = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.FOOTER,
    RELATIONSHIP_TYPE.COMMENTS,
}
# A fixed time: each document replaces these properties by its own.
_NO_TIME = datetime(1980, 1, 1)
_CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"


def make_base(layout: Layout) -> dict[str, bytes]:
    """Return the parts of an empty document of ``layout`` by name; the same layout gives the same bytes."""
    document, measures = docx.Document(), measure(layout)
    _strip(document)
    _set_page(document.sections[0], measures)
    make_settings(document, layout, measures)
    make_styles(document, layout, measures)
    make_footers(document, document.sections[0], layout)
    # python-docx adds the part of the comments when it is asked for them.
    _comments = document.comments
    add_glossary(document)
    _add_properties(document)
    parts = {name: _tidied(content) for name, content in _saved(document).items()}
    fixed = {
        "word/fontTable.xml": font_table(layout),
        "word/comments.xml": Comments().part(),
    }
    return parts | fixed


def _strip(document: Document) -> None:
    for owner, needed in (
        (document.part.rels, _NEEDED),
        (
            document.part.package.rels,
            {RELATIONSHIP_TYPE.OFFICE_DOCUMENT},
        ),
    ):
        for key in [key for key, relationship in owner.items() if relationship.reltype not in needed]:
            del owner[key]


def _set_page(section: Section, measures: Measures) -> None:
    section.page_width, section.page_height = Twips(measures.width), Twips(measures.height)
    section.top_margin, section.bottom_margin = Twips(measures.top), Twips(measures.bottom)
    section.left_margin, section.right_margin = Twips(measures.left), Twips(measures.right)
    section.header_distance, section.footer_distance = Twips(measures.header), Twips(measures.footer)
    if (measures.width, measures.height) == elements.A4:
        elements.set_a4(section._sectPr)
    elements.set_grid(section._sectPr, measures.pitch, measures.char_space)


def _add_properties(document: Document) -> None:
    package = document.part.package
    assert package is not None
    # python-docx adds their part, dated by the clock, when it is asked for them.
    document.core_properties.modified = _NO_TIME
    content = custom_properties({})
    part = Part(PackURI("/docProps/custom.xml"), _CUSTOM, content, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _saved(document: Document) -> dict[str, bytes]:
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _tidied(content: bytes) -> bytes:
    root = etree.fromstring(content)
    elements.tidy(root)
    return DECLARATION.encode() + etree.tostring(root, encoding="UTF-8")
