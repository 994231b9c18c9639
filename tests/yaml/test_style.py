"""A value is written as the one before it was, as long as it reads back as the same text."""

from __future__ import annotations

import pytest

from tests.yaml.written import below_least, changed, parameters_in

ONE, TWO = "甲", "一段\n二段"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: 乙\n", "title: 甲\n"),
        ("title: '乙'\n", "title: '甲'\n"),
        ('title: "乙"\n', 'title: "甲"\n'),
        ("title: |\n  乙\n", "title: |\n  甲\n"),
        ("title: >-\n  乙\n", "title: >-\n  甲\n"),
        ("title: 乙\n  丙\n", "title: 甲\n"),
        ('title: "乙\n  丙"\n', 'title: "甲"\n'),
        ("title:\n  乙\n", "title:\n  甲\n"),
        ("title: 乙", "title: 甲"),
        ("title: 乙  \n", "title: 甲  \n"),
        ("title: 乙\t# 注释\n", "title: 甲\t# 注释\n"),
        ("title : 乙\n", "title : 甲\n"),
        ("? title\n: 乙\n", "? title\n: 甲\n"),
        ('"title": 乙\n', '"title": 甲\n'),
    ],
)
def test_a_value_keeps_its_style(old: str, new: str) -> None:
    assert new == below_least(old, "title", ONE)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("甲：乙", "甲：乙"),
        ("9:30", "9:30"),
        ("“甲”", "'“甲”'"),
        ("“甲”和“乙”", "“甲”和“乙”"),
        ("no", "no"),
        ("甲, 乙", "甲, 乙"),
        ("甲: 乙", "'甲: 乙'"),
        ("甲 # 乙", "'甲 # 乙'"),
        ("甲:", "'甲:'"),
        ("# 甲", "'# 甲'"),
        ("- 甲", "'- 甲'"),
        ("[甲]", "'[甲]'"),
        ("{name}达{value}", "'{name}达{value}'"),
        ("*市", "'*市'"),
        ("%", "'%'"),
        ("'甲'", "'''甲'''"),
        ('"甲"', "'\"甲\"'"),
        ("~", "'~'"),
        ("null", "'null'"),
        ("", "''"),
        ("甲\u2028乙", '"甲\\u2028乙"'),
        ("𠮷🙂", "𠮷🙂"),
    ],
)
def test_a_plain_value_is_quoted_only_where_it_must_be(text: str, written: str) -> None:
    assert f"topic: {written}\n" == below_least("topic: 乙\n", "topic", text)


@pytest.mark.parametrize(("text", "written"), [("甲, 乙", "'甲, 乙'"), ("[甲]", "'[甲]'"), ("甲", "甲")])
def test_between_brackets_commas_and_brackets_are_quoted(text: str, written: str) -> None:
    assert f"speaker: {{name: {written}, post: 丙}}\n" == below_least(
        "speaker: {name: 乙, post: 丙}\n", "speaker.name", text
    )


def test_a_double_quoted_value_escapes_its_marks() -> None:
    assert 'title: "甲\\"乙\\\\"\n' == below_least('title: "丙"\n', "title", '甲"乙\\')


def test_several_paragraphs_become_a_block() -> None:
    assert "closing: |\n  一段\n  二段\n" == below_least("closing: 甲\n", "closing", TWO)


def test_the_comment_of_a_value_goes_with_the_header_of_its_block() -> None:
    assert "closing: | # 结语\n  一段\n  二段\n" == below_least("closing: '甲' # 结语\n", "closing", TWO)


def test_a_value_below_its_key_becomes_a_block_of_the_key() -> None:
    assert "closing: |\n  一段\n  二段\n" == below_least("closing:\n  甲\n", "closing", TWO)


def test_a_file_without_a_last_line_end_stays_so() -> None:
    assert "closing: |\n  一段\n  二段" == below_least("closing: 甲", "closing", TWO)


def test_between_brackets_several_paragraphs_are_quoted() -> None:
    assert 'parts: [{lead: "一段\\n二段"}]\n' == below_least("parts: [{lead: 甲}]\n", "parts[0].lead", TWO)


@pytest.mark.parametrize("header", ["|", "|-", "|+", "|2-", "| # 注释", "|-  # 注释"])
def test_a_block_keeps_its_header(header: str) -> None:
    assert f"closing: {header}\n  一段\n  二段\n" == below_least(
        f"closing: {header}\n  甲\n  乙\n", "closing", TWO
    )


def test_a_block_keeps_its_indent_and_the_blank_lines_behind_it() -> None:
    assert "closing: |\n     一段\n     二段\n\n\ntitle: 丙\n" == below_least(
        "closing: |\n     甲\n\n\ntitle: 丙\n", "closing", TWO
    )


def test_the_paragraphs_of_a_block_that_stay_keep_their_indents() -> None:
    assert "closing: |\n  　　一段\n  二段\n" == below_least(
        "closing: |\n  　　一段\n  　　乙\n", "closing", TWO
    )


def test_a_folded_block_becomes_a_literal_one_for_several_paragraphs() -> None:
    assert "closing: |-\n  一段\n  二段\n" == below_least("closing: >-\n  甲\n  乙\n", "closing", TWO)


def test_a_folded_block_becomes_a_literal_one_for_blanks_between_chinese_words() -> None:
    assert "closing: |\n  甲 乙\n" == below_least("closing: >\n  丙\n", "closing", "甲 乙")


def test_a_block_that_cannot_hold_a_text_becomes_a_quoted_value() -> None:
    assert 'closing: "甲\\u2028乙"  # 结语\n' == below_least(
        "closing: |  # 结语\n  甲\n", "closing", "甲\u2028乙"
    )


def test_no_comment_is_drawn_into_a_block() -> None:
    assert 'closing: "一段\\n二段"\n  # 结语\n' == below_least("closing:\n  # 结语\n", "closing", TWO)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: 甲 # 注释\n", "title: ~ # 注释\n"),
        ("title: '甲'\n", "title: ~\n"),
        ("title: |\n  甲\n  乙\n\ntopic: 丙\n", "title: ~\n\ntopic: 丙\n"),
        ("title: # 注释\n", "title: # 注释\n"),
        ("title: null\n", "title: null\n"),
        ("", ""),
    ],
)
def test_a_value_is_taken_back(old: str, new: str) -> None:
    assert new == below_least(old, "title", None)


@pytest.mark.parametrize(
    "old", ["title: '甲'\n", "title: 甲\n", "title: |-\n  甲\n", 'title: "\\u7532"\n', "title: |\n  \n  甲\n"]
)
def test_a_value_that_stands_there_already_is_not_touched(old: str) -> None:
    assert old == below_least(old, "title", "甲")


def test_line_breaks_in_what_is_one_line_become_blanks() -> None:
    assert "title: 一段 二段\n" == below_least("title: 甲\n", "title", TWO)


@pytest.mark.parametrize("end", ["...\n", "...\n# 完\n", "# 完\n"])
@pytest.mark.parametrize("start", ["---\n", "--- # 开始\n", "# 开始\n\n---\n", "%YAML 1.1\n---\n"])
def test_the_marks_of_a_document_stay(start: str, end: str) -> None:
    text = f"{start}kind: deployment\nmeeting: {{name: 甲}}\nclosing: 乙\n{end}"
    new = changed(text, {"meeting.name": "丁", "closing": TWO, "speaker.name": "丙"})

    assert (
        f"{start}kind: deployment\nmeeting: {{name: 丁}}\n"
        f"speaker:\n  name: 丙\nclosing: |\n  一段\n  二段\n{end}" == new
    )


def test_a_whole_file_between_brackets_stays_so() -> None:
    new = changed("{kind: deployment, meeting: {name: 甲}}", {"speaker.name": "乙", "parts[1].lead": TWO})

    assert (
        "{kind: deployment, meeting: {name: 甲}, speaker: {name: 乙}, "
        'parts: [{role: significance}, {role: tasks, lead: "一段\\n二段"}, {role: safeguards}]}' == new
    )
    assert TWO == parameters_in(new).parts[1].lead
