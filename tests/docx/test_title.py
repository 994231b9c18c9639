"""Where titles break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.speech.title import break_title, line_widths, width, with_breaks
from drafter.speech.tree import Break, Field, Text, plain_text

from .speeches import words


def test_a_short_title_is_one_line() -> None:
    assert break_title("在全市工作会议上的讲话", 18) == ["在全市工作会议上的讲话"]


def test_digits_take_half_a_character() -> None:
    assert width("2025年度") == 4


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (
            "在2025年全市重点项目建设暨安全生产工作推进会议上的讲话",
            "在2025年全市重点项目建设暨|安全生产工作推进会议上的讲话",
        ),
        ("在全市第3次“百日攻坚”行动动员部署会议上的讲话", "在全市第3次“百日攻坚”|行动动员部署会议上的讲话"),
        (
            "凝心聚力奋力谱写发展新篇章——在市委经济工作会议上的讲话",
            "凝心聚力奋力谱写发展新篇章|——在市委经济工作会议上的讲话",
        ),
    ],
    ids=["after a conjunction", "not within quotation marks", "before a dash"],
)
def test_lines_end_where_the_meaning_does(title: str, lines: str) -> None:
    assert lines.split("|") == break_title(title, 18)


def test_three_lines_are_no_hourglass() -> None:
    first, second, third = map(
        width, break_title("在市委理论学习中心组学习《习近平谈治国理政》第五卷专题会议上的讲话", 18)[:3]
    )

    assert second >= min(first, third)


def test_breaks_of_the_author_win() -> None:
    inlines = words("一二三四五六七八九十一二三四五", Break(), "一二三四五六七八九十")

    assert inlines == with_breaks(inlines, 12)


def test_a_field_is_divided_and_keeps_its_path() -> None:
    inlines = (Text("在"), Field("meeting.name", "全市重点项目建设暨安全生产工作推进会议"), Text("上的讲话"))

    broken = with_breaks(inlines, 18)

    assert {"meeting.name"} == {inline.path for inline in broken if isinstance(inline, Field)}
    assert line_widths(broken) == [10, 14]


CHINESE = st.text(
    st.sampled_from("在全市重点项目建设暨安全生产的了和与《》“”（）2025年、，第会议上讲话ab "), max_size=60
)


@given(CHINESE, st.integers(4, 20))
def test_breaking_a_title_changes_no_character(title: str, limit: int) -> None:
    assert title == "".join(break_title(title, limit))
    assert title == plain_text(with_breaks((Text(title),), limit))


@given(CHINESE)
def test_no_line_begins_with_what_belongs_to_the_line_before(title: str) -> None:
    assert not any(line[:1] in tuple("的了和与》”）、，") for line in break_title(title, 10)[1:])
