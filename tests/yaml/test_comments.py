"""Comments, each with the value that it is about."""

from __future__ import annotations

import pytest

from drafter.yaml.changes import UnsettableError
from drafter.yaml.comments import comments_of, with_comments, without_comment
from drafter.yaml.source import Source

TEXT = (
    "# 头\nkind: deployment  # 文种\nmeeting:\n  name: 全市会议\nfacts:\n  # 列表\n  tasks:\n    # 甲的\n"
    "    - text: 甲  # 甲的话\n      # 甲的期限\n      by: 月底前\n    - 乙 # 乙的\n"
    "closing: |\n  # 不是注释\n  结语\n# 尾\n"
)
SOURCE = Source("a.yaml", TEXT)


def test_each_comment_has_the_path_of_what_it_is_about() -> None:
    assert [
        ("kind", "头"),
        ("kind", "文种"),
        ("facts.tasks", "列表"),
        ("facts.tasks[0]", "甲的"),
        ("facts.tasks[0]", "甲的话"),
        ("facts.tasks[0].by", "甲的期限"),
        ("facts.tasks[1]", "乙的"),
        ("", "尾"),
    ] == [(comment.path, comment.text) for comment in comments_of(SOURCE)]


def test_a_text_that_cannot_be_parsed_has_none() -> None:
    assert () == comments_of(Source("a.yaml", "a: [ # b\n"))


@pytest.mark.parametrize(("line", "text"), [(8, "甲的"), (9, "甲的话"), (16, "尾")])
def test_a_comment_is_taken_out_and_nothing_else(line: int, text: str) -> None:
    left = without_comment(SOURCE, line, text)

    assert [one.text for one in comments_of(SOURCE) if one.text != text] == [
        one.text for one in comments_of(Source("a.yaml", left))
    ]
    assert left.replace(" ", "") in (
        TEXT.replace(f"    # {text}\n", "").replace(" ", ""),
        TEXT.replace(f"  # {text}", "").replace(" ", ""),
        TEXT.replace(f"# {text}\n", "").replace(" ", ""),
    )


def test_a_comment_that_is_not_there_is_told() -> None:
    with pytest.raises(UnsettableError):
        without_comment(SOURCE, 8, "乙的")


def test_comments_are_put_above_an_item() -> None:
    assert "    # 一\n    # 二\n    - 乙 # 乙的\n" in with_comments(SOURCE, "facts.tasks[1]", ["一", "二"])
