"""The look of an office's text is taken where its styles say less, and what was taken is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from lxml import etree

from drafter.docx.reference.base import reference_base
from drafter.docx.reference.taken import taken_from
from drafter.docx.stylesheet import StyleSheet
from drafter.docx.write.document import write_docx
from drafter.models.layout import Layout

from .reference_files import saved
from .speeches import full, parts

TEXT = "各级各部门要把这项工作摆上重要位置，主要负责人亲自过问，分管负责人具体抓，一级抓一级。"


def type_of(font: Any, name: str, size: float) -> None:
    """Set a font and its size."""
    font.size = Pt(size)
    font.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)


def add(document: Document, text: str, name: str = "", size: float = 0, *, style: str = "") -> Any:
    """Add a paragraph, formatted directly where a font is given."""
    paragraph = document.add_paragraph(style=style or None)
    run = paragraph.add_run(text)
    if name:
        run.font.size = Pt(size)
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)
    return paragraph


def add_text(document: Document) -> None:
    """Add what an office types into Normal, with its fonts set directly."""
    add(document, "在全市会议上的讲话", "小标宋", 22).alignment = WD_ALIGN_PARAGRAPH.CENTER
    add(document, "同志们：", "仿宋", 16)
    for heading in ("一、提高认识", "二、抓好落实"):
        add(document, heading, "黑体", 16)
        add(document, "（一）抓好排查", "楷体", 16)
        add(document, TEXT, "仿宋", 16).paragraph_format.line_spacing = Pt(28)


def office(change: Callable[[Document], object] = add_text) -> bytes:
    document = docx.Document()
    change(document)
    return saved(document)


def look(reference: bytes, identifier: str) -> tuple[str | None, float]:
    """Return the Chinese font and the size of a style of the speech."""
    made = parts(write_docx(full(), Layout(), base=reference_base(reference, Layout())))
    styles = StyleSheet(etree.fromstring(made["word/styles.xml"]))
    size = styles.values(identifier, "rPr", "sz").get("val", "0")
    return styles.values(identifier, "rPr", "rFonts").get("eastAsia"), int(size) / 2


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ("Title", ("小标宋", 22)),
        ("Heading1", ("黑体", 16)),
        ("Heading2", ("楷体", 16)),
        ("BodyText", ("仿宋", 16)),
    ],
)
def test_what_is_set_directly_is_the_look(identifier: str, expected: tuple[str, float]) -> None:
    assert expected == look(office(), identifier)


def test_the_line_pitch_that_is_set_directly_is_the_bodys() -> None:
    assert 28 == reference_base(office(), Layout()).layout.grid.pitch


def test_the_body_is_that_in_which_most_text_stands() -> None:
    def some(document: Document) -> None:
        type_of(document.styles["Body Text"].font, "楷体", 18)
        type_of(document.styles["List"].font, "仿宋", 15)
        add(document, "同志们：", style="Body Text")
        add(document, TEXT, style="List")

    assert ("仿宋", 15) == look(office(some), "BodyText")


def shifted(document: Document) -> None:
    """Add a text whose title is Heading 1, and 一、 Heading 2."""
    for number, name in enumerate(("小标宋", "黑体", "楷体"), 1):
        type_of(document.styles[f"Heading {number}"].font, name, 20 - number)
    add(document, "在全市会议上的讲话", style="Heading 1")
    add(document, "一、提高认识", style="Heading 2")
    add(document, "（一）抓好排查", style="Heading 3")
    add(document, TEXT)


def test_first_level_headings_that_are_heading_2_keep_their_look() -> None:
    theirs = office(shifted)

    assert [("小标宋", 19), ("黑体", 18), ("楷体", 17)] == [
        look(theirs, identifier) for identifier in ("Title", "Heading1", "Heading2")
    ]


def test_the_red_name_of_the_office_is_no_title() -> None:
    def red(document: Document) -> None:
        head = add(document, "某市某局文件", "小标宋", 42)
        head.alignment = WD_ALIGN_PARAGRAPH.CENTER
        head.runs[0].font.color.rgb = RGBColor(255, 0, 0)
        add_text(document)

    assert ("小标宋", 22) == look(office(red), "Title")


def test_a_heading_that_a_program_added_unasked_is_not_taken() -> None:
    def body_alone(document: Document) -> None:
        add(document, TEXT, "楷体", 15)

    assert ("楷体", 15) == look(office(body_alone), "Heading1")


def test_text_of_a_table_is_no_look() -> None:
    def table(document: Document) -> None:
        cell = document.add_table(1, 1).cell(0, 0)
        run = cell.paragraphs[0].add_run(TEXT * 20)
        run.font.size = Pt(9)
        add_text(document)

    assert ("仿宋", 16) == look(office(table), "BodyText")


def test_what_was_taken_from_where_is_told() -> None:
    told = taken_from(office(), Layout(), "office.docx")

    assert "title: as it stands in the text, on the style “Normal”: 小标宋 22 pt" in told
    assert "1.: the layout's, in the type of the body" in told
    assert told[-1].startswith("not taken: text")


def test_a_style_that_was_taken_is_told_by_its_name() -> None:
    def styled(document: Document) -> None:
        add(document, "一、提高认识", style="Heading 1")
        add(document, TEXT)

    told = taken_from(office(styled), Layout(), "office.docx")

    assert {"一、: the style “heading 1”", "body: the style “Normal”"} <= set(told)


def test_a_style_of_another_level_is_told_as_that() -> None:
    assert "一、: the style “heading 2” where the text has it: 黑体 18 pt" in (
        taken_from(office(shifted), Layout(), "office.docx")
    )


def test_the_signature_at_the_right_is_not_the_body() -> None:
    def signed(document: Document) -> None:
        add(document, "某市委社会工作部办公室", "仿宋", 14).alignment = WD_ALIGN_PARAGRAPH.RIGHT
        add(document, "正文在这里", "仿宋", 14)

    written = parts(write_docx(full(), Layout(), base=reference_base(office(signed), Layout())))
    styles = StyleSheet(etree.fromstring(written["word/styles.xml"]))

    assert styles.values("BodyText", "pPr", "jc").get("val") not in ("right", "end")
