"""The base package of a layout: all that its documents have in common.

Made with python-docx from its own template, then stripped of what that template
brings: a theme that overrides fonts, Japanese, American paper, a thumbnail.
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

from drafter.docx import ooxml
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
from drafter.docx.write.xml import COMMENTS, DECLARATION
from drafter.models.layout import Layout

_NEEDED = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.FOOTER,
    RELATIONSHIP_TYPE.COMMENTS,
}
# Each document has its own properties in the place of these.
_NO_TIME = datetime(1980, 1, 1)
_CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"


def make_base(layout: Layout) -> dict[str, bytes]:
    """Return the parts of an empty document of ``layout`` by name; equal layouts give equal bytes."""
    document, measures = docx.Document(), measure(layout)
    _strip(document)
    _set_page(document.sections[0], layout, measures)
    make_settings(document, layout, measures)
    make_styles(document, layout, measures)
    make_footers(document, document.sections[0], layout)
    # Asking for the comments is what adds their part.
    assert document.comments is not None
    add_glossary(document)
    _add_properties(document)
    parts = {name: _tidied(content) for name, content in _saved(document).items()}
    opening, end = COMMENTS
    fixed = {
        "word/fontTable.xml": font_table(layout),
        "word/comments.xml": (opening + end).encode(),
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


def _set_page(section: Section, layout: Layout, measures: Measures) -> None:
    section.page_width, section.page_height = Twips(measures.width), Twips(measures.height)
    section.top_margin, section.bottom_margin = Twips(measures.top), Twips(measures.bottom)
    section.left_margin, section.right_margin = Twips(measures.left), Twips(measures.right)
    section.header_distance, section.footer_distance = Twips(measures.header), Twips(measures.footer)
    if (measures.width, measures.height) == ooxml.A4:
        ooxml.set_a4(section._sectPr)
    ooxml.set_grid(section._sectPr, measures.pitch, measures.char_space)


def _add_properties(document: Document) -> None:
    package = document.part.package
    assert package is not None
    # Asking for them adds their part, with the time of now.
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
    ooxml.tidy(root)
    return DECLARATION.encode() + etree.tostring(root, encoding="UTF-8")
