from __future__ import annotations

from pathlib import Path

import docx
import pytest

from drafter.facts import UnreadableSheetError, read_lines, read_sheet, read_text
from drafter.facts.sources import decode

TEXT = "某县推进会\n37处存量垃圾点5月31日前清零\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "utf-32"]
)
def test_a_text_is_read_in_each_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "sheet.txt"
    path.write_bytes(TEXT.encode(encoding))

    assert TEXT.splitlines() == [line.text for line in read_lines(path)]


def test_lines_are_numbered_from_one(tmp_path: Path) -> None:
    path = tmp_path / "sheet.md"
    path.write_text(TEXT, encoding="utf-8")

    assert [1, 2] == [line.number for line in read_lines(path)]


def test_paragraphs_and_tables_of_word_are_read_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("某县推进会")
    table = document.add_table(2, 2)
    for row, cells in zip(table.rows, [("讲话人", "县长 闻人杰"), ("时长：", "8分钟")], strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("37处垃圾点清零")
    path = tmp_path / "sheet.docx"
    document.save(str(path))

    text = read_text(path)

    assert ["某县推进会", "讲话人：县长 闻人杰", "时长：8分钟", "37处垃圾点清零"] == text.splitlines()
    assert ("闻人杰", 8) == (read_sheet(text).speaker.name, read_sheet(text).speaker.minutes)


@pytest.mark.parametrize("name", ["sheet.txt", "sheet.docx"])
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\xff\xfa\x00\x81\xff\xff\x80")

    with pytest.raises(UnreadableSheetError):
        read_lines(path)


def test_plain_ascii_is_utf_8() -> None:
    assert "abc" == decode(b"abc")
