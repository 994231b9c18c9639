"""Two paragraphs compared: nothing that differs goes untold, and what is told stands there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.i18n.text import cut, cut_both, display_width
from drafter.merge.compare.clauses import Exchange, Rewording, compare_spans
from drafter.speech.figures import unbreakable_pattern
from drafter.speech.spans import SpanKind, TextSpan

FIGURES = unbreakable_pattern(())
CLAUSES = st.sampled_from(
    [
        "今天",
        "，",
        "。",
        "；",
        "去年35个",
        "8万人次",
        "2025年",
        "【时限】",
        "牵头",
        "要抓紧",
        "”",
        "落实",
        "😀",
        "e\u0301",
    ]
)
TEXTS = st.lists(CLAUSES, max_size=14).map("".join)


def compared(old: str, new: str) -> list[Exchange | Rewording]:
    return compare_spans(words(old), words(new), nameless, nameless)


def words(text: str) -> list[TextSpan]:
    return [TextSpan(SpanKind.WORDS, text)]


def nameless(_path: str) -> str:
    return ""


@given(TEXTS, TEXTS)
def test_texts_differ_if_and_only_if_something_is_told(old: str, new: str) -> None:
    assert bool(compared(old, new)) == (old != new)


@given(TEXTS, TEXTS)
def test_what_is_told_stands_in_the_texts(old: str, new: str) -> None:
    for change in compared(old, new):
        assert change.old in old
        assert change.new in new


def test_a_figure_with_its_unit_is_one_piece() -> None:
    assert compared("建成135个，好。", "建成136个，好。") == [Exchange("135个", "136个", "建成136个")]


def test_a_figure_in_a_clause_that_was_reworded_is_told_with_it() -> None:
    assert compared("全市建成35个中心。", "全市新建成36个中心。") == [
        Rewording("全市建成35个中心。", "全市新建成36个中心。")
    ]


def test_a_clause_is_joined_with_the_new_one_behind_it() -> None:
    assert compared("成绩来之不易。", "成绩来之很不易，要珍惜。") == [
        Rewording("成绩来之不易。", "成绩来之很不易，要珍惜。")
    ]


def test_clauses_apart_are_told_apart() -> None:
    found = compared("甲乙丙丁，不变的话，戊己庚辛。", "甲乙丙子，不变的话，戊己庚丑。")
    assert found == [Rewording("甲乙丙丁，", "甲乙丙子，"), Rewording("戊己庚辛。", "戊己庚丑。")]


def test_a_blank_and_what_fills_it_are_a_value() -> None:
    (found,) = compared("由【责任单位】牵头，", "由市民政局牵头，")
    assert isinstance(found, Exchange)
    assert (found.old, found.new) == ("", "市民政局")


def test_however_many_blanks_stand_in_a_row_what_fills_them_is_found_at_once() -> None:
    assert compared("【甲】的" * 40 + "终", "的" * 400)


def test_a_long_text_with_one_clause_over_and_over_is_compared_in_no_time() -> None:
    assert compared("好的，" * 20_000, "好的，" * 20_001)


@given(TEXTS, st.integers(8, 40), st.integers(0, 60))
def test_a_short_line_fits(text: str, room: int, place: int) -> None:
    assert display_width(cut(text, room, place, FIGURES)) <= max(room, 12)


def test_no_figure_is_divided() -> None:
    assert all("2025年10月11日" in line or "20" not in line for line in map(dated, range(16, 60)))


def dated(room: int) -> str:
    return cut("各地要在2025年10月11日前把方案报上来，逾期不报的要通报", room, 0, FIGURES)


def test_no_sign_is_divided() -> None:
    family = "👩\u200d👩\u200d👧"
    assert all(
        family in line or "\u200d" not in line
        for line in (cut("甲" * n + family * 9, 20, 0, FIGURES) for n in range(9))
    )


def test_what_differs_is_in_sight() -> None:
    same = "前面的话是一样的" * 12
    assert [line[-2:] for line in cut_both(f"{same}甲。", f"{same}乙。", 40, FIGURES)] == ["甲。", "乙。"]
