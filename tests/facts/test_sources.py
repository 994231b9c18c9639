from __future__ import annotations

from pathlib import Path

import docx
import pytest

from drafter.facts import UnreadableSheetError, read_lines, read_sheet, read_text
from drafter.facts.sources import decode, spread, unwrapped

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


def test_a_sentence_broken_at_a_width_is_one_line_and_the_others_keep_their_numbers() -> None:
    broken = (
        "县里要求大冲水库的放水闸四月二十五日之前全部修好，水利局牵头，\n"
        "应急局配合。编织袋还缺两万条，要在四月二十日之前由县应急局补\n"
        "齐，土工布也一样。名单四月十五日前更新上墙，喇叭同一天前逐个试\n"
        "响。\n"
        "罗县长交代：不讲套话"
    )

    lines = unwrapped(broken).split("\n")

    assert ["罗县长交代：不讲套话"] == lines[4:]
    assert lines[0].endswith("喇叭同一天前逐个试响。")
    assert ["", "", ""] == lines[1:4]


def test_short_lines_of_a_list_stay_apart() -> None:
    assert "一、查\n二、改\n三、办" == unwrapped("一、查\n二、改\n三、办")


def test_a_wide_table_of_word_keeps_its_columns_and_what_is_merged_with_the_cell_above(
    tmp_path: Path,
) -> None:
    document = docx.Document()
    rows = [("任务", "责任单位", "时限"), ("名单上墙", "县防办", "4月15日"), ("喇叭试响", "", "")]
    table = document.add_table(3, 3)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.cell(1, 1).merge(table.cell(2, 1))
    path = tmp_path / "sheet.docx"
    document.save(str(path))

    first, second = read_sheet(read_text(path)).facts

    assert ("县防办",) == first.owners == second.owners
    assert second.by is None


def test_a_table_of_figures_is_read_as_sentences() -> None:
    text = spread(
        "一、数据\n指标\t本学期\t上学期\n近视率\t46%\t44%\n"
        "| 项目 | 今年 | 去年 |\n|---|---|---|\n| 投诉 | 9件 | 4件 |"
    )

    assert [
        "一、数据",
        "",
        "近视率：本学期46%，上学期44%",
        "",
        "|---|---|---|",
        "投诉：今年9件，去年4件",
    ] == text.split("\n")


def test_a_table_of_tasks_stays_a_table() -> None:
    text = "任务\t责任单位\t时限\n名单上墙\t县防办\t4月15日"

    assert text == spread(text)
