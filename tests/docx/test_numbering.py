"""Automatic numbers of Word are read as the text that a reader sees."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest

import drafter
from drafter.check.read_document import manuscript_of_docx
from drafter.docx.read.numerals import numeral
from tests.check.word_files import add_instance, add_list, document_of, number, number_style, saved


def texts(content: bytes) -> list[str]:
    return [line.text for line in manuscript_of_docx(content).lines]


def test_a_chinese_list_has_its_ordinals() -> None:
    content = document_of(("甲", 0), ("子", 1), ("丑", 1), ("乙", 0), ("寅", 1))

    assert ["一、甲", "（一）子", "（二）丑", "二、乙", "（一）寅"] == texts(content)


def test_the_outline_of_numbered_paragraphs_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(
        document_of("在会上的讲话", "同志们：", ("甲事", 0), ("子事要快。马上办。", 1), ("乙事", 0))
    )

    assert ["一、甲事", "（一）子事要快", "二、乙事"] == [line.text for line in drafter.outline_of(path)]


def test_a_deeper_level_names_those_above() -> None:
    document = docx.Document()
    add_list(document, "91", (("decimal", "%1."), ("decimal", "%1.%2")))
    for text, level in (("甲", 0), ("子", 1), ("乙", 0), ("丑", 1), ("寅", 1)):
        number(document.add_paragraph(text)._p, "91", level)

    assert ["1.甲", "1.1 子", "2.乙", "2.1 丑", "2.2 寅"] == texts_spaced(document)


def texts_spaced(document: Any) -> list[str]:
    for suffix in document.part.numbering_part.element.iter("{*}suff"):
        suffix.getparent().remove(suffix)
    return texts(saved(document))


def test_a_numbering_of_its_own_starts_anew() -> None:
    document = docx.Document()
    add_list(document, "91", (("decimal", "%1."),))
    add_instance(
        document, "92", "91", '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    )
    for identifier in ("91", "91", "92", "92"):
        number(document.add_paragraph("甲")._p, identifier, 0)

    assert ["1.甲", "2.甲", "5.甲", "6.甲"] == texts(saved(document))


def test_two_numberings_of_one_list_count_on() -> None:
    document = docx.Document()
    add_list(document, "91", (("decimal", "%1."),))
    add_instance(document, "92", "91")
    for identifier in ("91", "92"):
        number(document.add_paragraph("甲")._p, identifier, 0)

    assert ["1.甲", "2.甲"] == texts(saved(document))


def test_a_level_may_count_on_below_a_new_heading() -> None:
    document = docx.Document()
    add_list(
        document, "91", (("chineseCounting", "%1、"), ("decimal", "%2.")), l1='<w:lvlRestart w:val="0"/>'
    )
    for level in (0, 1, 0, 1):
        number(document.add_paragraph("甲")._p, "91", level)

    assert ["一、甲", "1.甲", "二、甲", "2.甲"] == texts(saved(document))


def test_a_style_numbers_its_paragraphs() -> None:
    document = docx.Document()
    add_list(document, "91", (("chineseCounting", "%1、"),))
    number_style(document, "Heading 1", "91", 0)
    for text in ("甲", "乙"):
        document.add_paragraph(text, style="Heading 1")
    number(document.add_paragraph("丙", style="Heading 1")._p, "0", 0)

    assert ["一、甲", "二、乙", "丙"] == texts(saved(document))


def test_a_bullet_is_no_ordinal() -> None:
    document = docx.Document()
    add_list(document, "91", (("bullet", "●"),))
    number(document.add_paragraph("甲")._p, "91", 0)

    assert ["甲"] == texts(saved(document))


def test_a_list_that_names_itself_ends() -> None:
    document = docx.Document()
    add_list(document, "91", (("decimal", "%1."),))
    number(document.add_paragraph("甲")._p, "999", 0)
    number(document.add_paragraph("乙")._p, "91", 77)

    assert ["甲", "乙"] == texts(saved(document))


@pytest.mark.parametrize(
    ("form", "value", "words"),
    [
        ("chineseCounting", 12, "十二"),
        ("taiwaneseCountingThousand", 20, "二十"),
        ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographTraditional", 3, "丙"),
        ("ideographZodiac", 2, "丑"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 3, "03"),
        ("upperRoman", 9, "IX"),
        ("lowerLetter", 28, "bb"),
        ("none", 3, ""),
        ("noSuchFormat", 3, "3"),
        ("chineseCounting", 0, "0"),
    ],
)
def test_a_number_is_written_in_its_format(form: str, value: int, words: str) -> None:
    assert words == numeral(value, form)
