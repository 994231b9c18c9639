"""The outline that a Word document gives back."""

from __future__ import annotations

import io

import docx
import docx.enum.style
import pytest

from drafter.docx.read.outline import read_outline
from drafter.docx.write.document import write_docx
from drafter.models.layout import Layout
from drafter.speech.outline import iter_outline
from drafter.speech.tree import Blank, Paragraph, Part, Point, Speech, Text

from .speeches import full


def outline(document: bytes) -> list[tuple[int, str]]:
    lines = read_outline(document)
    assert lines is not None
    return [(line.level, line.text) for line in lines]


def made(speech: Speech) -> bytes:
    return write_docx(speech, Layout())


def test_a_document_gives_back_the_outline_of_its_speech() -> None:
    speech = full()

    assert [(line.level, line.text) for line in iter_outline(speech)] == outline(made(speech))


def test_arguments_are_no_headings() -> None:
    point = Point("第一，", (Text("这是要求"),), (Paragraph((Text("正文。"),)),))
    speech = Speech((Text("讲话"),), parts=(Part("a", "一、", (Text("甲"),), points=(point,)),))

    assert [(1, "一、甲")] == outline(made(speech))


def test_a_blank_in_a_lead_sentence_is_part_of_it() -> None:
    point = Point("一要", (Text("抓好"), Blank("topic", "领域"), Text("工作")))
    speech = Speech((Text("讲话"),), parts=(Part("a", "一、", (Text("甲"),), points=(point,)),))

    assert [(1, "一、甲"), (2, "一要抓好【领域】工作")] == outline(made(speech))


def test_headings_of_a_foreign_document_are_read() -> None:
    document = docx.Document()
    document.add_heading("甲", 1)
    document.add_paragraph("正文")
    document.add_heading("乙", 2)
    document.add_heading("丙", 3)
    stream = io.BytesIO()
    document.save(stream)

    assert [(1, "甲"), (2, "乙")] == outline(stream.getvalue())


def test_a_style_based_on_a_heading_is_one() -> None:
    document = docx.Document()
    style = document.styles.add_style("本单位标题", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Heading 1"]
    document.add_paragraph("甲", style=style)
    stream = io.BytesIO()
    document.save(stream)

    assert [(1, "甲")] == outline(stream.getvalue())


@pytest.mark.parametrize("content", [b"", b"PK\3\4", b"a person's"])
def test_what_is_no_document_has_no_outline(content: bytes) -> None:
    assert read_outline(content) is None
