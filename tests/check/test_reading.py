"""What is a title, a heading, a point, a closing in a text, wherever it comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

import drafter
from drafter.check.manuscript import Line, Manuscript, Medium
from drafter.check.read import read_content, read_manuscript
from drafter.check.read_document import manuscript_of_docx
from drafter.check.read_markdown import read_markdown
from drafter.check.read_speech import manuscript_of_speech
from drafter.check.read_text import read_lines
from drafter.errors import ReadError
from drafter.library import builtin_library
from drafter.models.layout import Layout
from drafter.speech.blocks import BlockKind
from drafter.writers.registry import writer_of
from tests.drafts import FULL

from .word_files import document_of

TEXT = """在全县防汛工作会议上的讲话
县长　罗向川
（2026年4月10日）

同志们：
　　今天我们开会，主要是部署防汛。下面，我讲两点意见。
　　一、看清形势，绷紧弦
　　今年雨多。
　　（一）底子要清楚。水库46座。
　　（二）隐患要看见。病险9座。
　　二、压实责任，落到人
　　一要有人管。每座水库定一个人。
　　二要有人查。半月一查。
　　同志们，汛期不等人。让我们一起把它守住！
"""


def shapes(manuscript: Manuscript) -> list[tuple[str, int, int, int]]:
    return [(line.kind.value, line.level, line.part, line.point) for line in manuscript.lines]


def line_with(manuscript: Manuscript, words: str) -> Line:
    return next(line for line in manuscript.lines if words in line.text)


def test_a_text_is_read_into_its_parts() -> None:
    manuscript = read_lines(TEXT.splitlines())

    assert [
        ("title", 0, 0, 0),
        ("byline", 0, 0, 0),
        ("date", 0, 0, 0),
        ("salutation", 0, 0, 0),
        ("body", 0, 0, 0),
        ("heading", 1, 1, 0),
        ("body", 0, 1, 0),
        ("body", 2, 1, 1),
        ("body", 2, 1, 2),
        ("heading", 1, 2, 0),
        ("body", 2, 2, 1),
        ("body", 2, 2, 2),
        ("body", 0, 0, 0),
    ] == shapes(manuscript)
    assert "closing" == manuscript.lines[-1].section


def test_title_salutation_and_announcement_are_told() -> None:
    manuscript = read_lines(TEXT.splitlines())

    assert "在全县防汛工作会议上的讲话" == manuscript.title
    assert "同志们：" == manuscript.salutation
    assert manuscript.announced is not None
    assert 2 == manuscript.announced.count


def test_a_word_file_of_plain_paragraphs_reads_like_its_text() -> None:
    paragraphs = [line.strip() for line in TEXT.splitlines() if line.strip()]

    assert shapes(read_lines(TEXT.splitlines())) == shapes(manuscript_of_docx(document_of(*paragraphs)))


def test_markdown_reads_like_its_text() -> None:
    signed = TEXT.replace("　　一、", "## 一、").replace("　　二、", "## 二、").replace("在全县", "# 在全县")
    bold = signed.replace("一要有人管。", "**一要有人管**。")

    assert shapes(read_lines(TEXT.splitlines())) == shapes(read_markdown(bold.splitlines()))


@pytest.mark.parametrize("form", ["txt", "md", "docx"])
def test_what_drafter_writes_it_reads_as_it_drafted_it(form: str) -> None:
    library = builtin_library()
    parameters = drafter.load(FULL)
    speech = drafter.draft(parameters)
    content = writer_of(form)(speech, library.layout(speech.layout) if form == "docx" else Layout())
    drafted = manuscript_of_speech(speech, parameters)
    read = manuscript_of_docx(content) if form == "docx" else read_content(content, f"a.{form}")

    assert [line.text for line in drafted.lines] == [line.text for line in read.lines]
    assert shapes(drafted) == shapes(read)


def test_an_outline_above_a_speech_has_no_headings() -> None:
    text = "在会上的讲话\n【提纲】\n一、甲\n二、乙\n同志们：\n开会。\n一、甲\n好。\n二、乙\n好。"
    manuscript = read_lines(text.splitlines())

    assert [2] == [len(group) for group in manuscript.siblings()]
    assert 2 == len(list(manuscript.of_kind(BlockKind.OUTLINE)))


def test_what_is_counted_below_a_point_stands_a_level_deeper() -> None:
    text = "一、甲，要紧\n（一）子，要紧。好。\n一是快。好。\n二是准。好。\n（二）丑，要紧。好。"
    manuscript = read_lines(text.splitlines())

    assert [1, 2, 3, 3, 2] == [line.level for line in manuscript.lines]


def test_a_slip_of_the_ladder_stays_on_its_level() -> None:
    manuscript = read_lines("一、甲，要紧\n一要快。好。\n二是准。好。\n三要稳。好。".splitlines())

    assert [1, 2, 2, 2] == [line.level for line in manuscript.lines]


def test_firstly_alone_is_no_point() -> None:
    manuscript = read_lines("在会上的讲话\n同志们：\n首先，感谢大家。\n一、甲，要紧\n好。".splitlines())

    assert not line_with(manuscript, "首先").level


def test_a_sentence_before_a_colon_is_no_salutation() -> None:
    manuscript = read_lines("在会上的讲话\n同志们：\n今天开会。\n下面，我讲两点意见：\n一、甲".splitlines())

    assert "同志们：" == manuscript.salutation


def test_a_title_on_two_lines_is_one_title() -> None:
    manuscript = read_lines("在全市社会工作会议上的\n讲话\n同志们：\n开会。".splitlines())

    assert "在全市社会工作会议上的讲话" == manuscript.title


def test_a_wrapped_text_has_whole_paragraphs_with_their_places() -> None:
    wrapped = [
        "在全市社会工作会议上的讲话",
        "同志们：",
        "今天我们在这里开一个会，要把过去一年的工作理一理，把今年的事情",
        "排一排。会前几位同志作了发言，讲得都很实在，我听了很受启发，接",
        "下来我再讲几句。今年的任务很重，时间又紧，大家回去以后要马上动",
        "起来。",
    ]
    manuscript = read_lines(wrapped)
    place = manuscript.lines[2].place(manuscript.lines[2].text.index("任务很重"))

    assert 3 == len(manuscript.lines)
    assert place is not None
    assert wrapped[place.number - 1][place.column :].startswith("任务很重")


@pytest.mark.parametrize(
    "ending",
    [
        "把工作抓紧抓实抓到位，各级各部门、各位同志要切实",
        "把工作抓好，……",
        "好。\n预览结束，全文3505字",
        "好。\n（未完，继续阅读）",
    ],
)
def test_a_text_that_breaks_off_is_truncated(ending: str) -> None:
    assert read_lines(f"在会上的讲话\n同志们：\n开会。\n一、甲\n{ending}".splitlines()).is_truncated


@pytest.mark.parametrize(
    "ending", ["好。", "谢谢大家！", "好。\n谢谢大家", "好。\n某县人民政府\n2026年4月10日"]
)
def test_a_whole_text_is_not_truncated(ending: str) -> None:
    assert not read_lines(f"在会上的讲话\n同志们：\n开会。\n一、甲\n{ending}".splitlines()).is_truncated


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_is_read_in_its_encoding(encoding: str) -> None:
    assert "在全县防汛工作会议上的讲话" == read_content(TEXT.encode(encoding)).title


def test_a_yaml_is_drafted_and_knows_its_parameters() -> None:
    manuscript = read_manuscript(FULL)

    assert Medium.YAML is manuscript.medium
    assert manuscript.parameters is not None
    assert "deployment" == manuscript.kind


@pytest.mark.parametrize("name", ["a.pdf", "b.xlsx"])
def test_another_format_is_refused_with_a_remedy(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(ReadError, match="C101"):
        read_manuscript(tmp_path / name)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="C101"):
        read_manuscript(tmp_path)


@pytest.mark.parametrize("content", [b"\x00\x01\x02\x03" * 40, b"PK\x03\x04" + bytes(200)])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(ReadError):
        read_content(content, "a.txt")


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04"])
def test_a_broken_document_is_refused(content: bytes) -> None:
    with pytest.raises(ReadError, match="D101"):
        manuscript_of_docx(content, "a.docx")
