"""Word files as an office may have them, made by python-docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle

from .speeches import parts

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


def office_file(
    change: Callable[[Document], object] = lambda document: None, text: str = "原来的正文"
) -> bytes:
    """Return an office's file: 宋体 of 14 pt, margins of 25 mm, a header with a logo, a footer, some text."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    normal.font.name, normal.font.size = "宋体", Pt(14)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    header = section.header.paragraphs[0]
    header.text = "某市委社会工作部"
    header.add_run().add_picture(io.BytesIO(PIXEL))
    section.footer.paragraphs[0].text = "第 1 页"
    if text:
        document.add_paragraph(text)
    change(document)
    return saved(document)


def saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def edited(docx: bytes, name: str, old: str, new: str) -> bytes:
    """Return ``docx`` with one word replaced everywhere in a part."""
    contents = parts(docx)
    text = contents[name].decode()
    assert old in text
    return packed(contents | {name: text.replace(old, new).encode()})


def packed(contents: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in contents.items():
            archive.writestr(member, content)
    return stream.getvalue()
