"""Ordinals, rings and labels at the front of a line or within it: no part of what is said."""

from __future__ import annotations

import pytest

from drafter.facts.read import read_sheet
from drafter.facts.sheet import FactType

HEAD = "河道整治推进会\n2026年7月6日8:00\n讲话人：县长 尚砚田 10分钟\n"


def told(*lines: str) -> list[tuple[FactType, str]]:
    """The facts of lines below a head: of which type, in which words."""
    return [(fact.type, fact.text) for fact in read_sheet(HEAD + "\n".join(lines)).facts]


def words(*lines: str) -> list[str]:
    return [text for _type, text in told(*lines)]


def test_a_chinese_number_and_a_blank_open_a_row() -> None:
    assert ["去年改厕1100户", "抽查去年改的，12%没通水"] == words(
        "一 去年改厕1100户", "二 抽查去年改的，12%没通水"
    )


@pytest.mark.parametrize("gap", ["", " "])
def test_the_number_of_an_item_is_no_part_of_the_figure_behind_it(gap: str) -> None:
    assert ["25个项目5月底前逐个过一遍", "围绕产业链招商", "17处漏点6月底前堵上"] == words(
        f"要求：1.{gap}25个项目5月底前逐个过一遍；2.围绕产业链招商；3.{gap}17处漏点6月底前堵上"
    )


def test_a_figure_with_a_point_is_one() -> None:
    assert ["投入1.25亿元", "2.3亿元到位", "7.5亿元没落实"] == words(
        "投入1.25亿元；2.3亿元到位；7.5亿元没落实"
    )


def test_a_ring_is_a_sign_of_an_item() -> None:
    assert ["7月受理1.42万件", "派错的当天退"] == words("〇7月受理1.42万件", "〇办法：派错的当天退")


@pytest.mark.parametrize("joint", ["——", "：", "……"])
def test_how_it_is_done_is_a_label_of_tasks(joint: str) -> None:
    assert [(FactType.TASK, "派错的当天退")] == told(f"办法{joint}派错的当天退")


@pytest.mark.parametrize("dots", ["……", "......", "…………"])
def test_dots_lead_from_a_label_to_what_it_tells(dots: str) -> None:
    assert [(FactType.TASK, "派错的当天退"), (FactType.PROBLEM, "底层不同意的楼道23个")] == told(
        f"办法{dots}派错的当天退", f"问题{dots}底层不同意的楼道23个"
    )


def test_bare_numbers_open_rows_one_after_the_other() -> None:
    assert ["没改的3处6月底前改完", "362眼井7月底前修好", "水站9月前建好"] == words(
        "1没改的3处6月底前改完", "2362眼井7月底前修好", "3水站9月前建好"
    )


@pytest.mark.parametrize(
    "lines", [("1月查了30处", "2月查了20处", "3月查了10处"), ("12人缺", "23人走了", "34人来了")]
)
def test_figures_that_count_open_no_rows(lines: tuple[str, ...]) -> None:
    assert list(lines) == words(*lines)


def test_dots_behind_other_words_are_no_label() -> None:
    assert ["群众说了很多次……去年改厕1100户"] == words("群众说了很多次……去年改厕1100户")


def test_a_label_of_one_sign_stands_in_front_of_a_wide_blank() -> None:
    assert [(FactType.PROBLEM, "底层不同意的楼道23个"), (FactType.PROBLEM, "管线迁改一家要走47天")] == told(
        "一、进展　今年目标80部", "二、难　底层不同意的楼道23个；管线迁改一家要走47天"
    )


def test_a_line_that_tells_the_cause_has_its_label() -> None:
    assert [(FactType.CAUSE, "施工图快"), (FactType.CAUSE, "有的老人嫌费水不愿用")] == told(
        "二、原因是施工图快；有的老人嫌费水不愿用"
    )


def test_what_the_leader_asks_for_is_told_by_the_bracket_behind_a_heading() -> None:
    sheet = read_sheet(f"{HEAD}要求：\n·6月4日前清完淤\n要求（领导）：\n·话短\n·31家合作社今年辛苦，谢谢\n")
    assert ["6月4日前清完淤"] == [fact.text for fact in sheet.facts]


def test_what_is_lived_on_day_by_day_is_no_task() -> None:
    assert [FactType.TASK] != [type_ for type_, _text in told("村里260口人，每天靠消防车送水，一户两桶")]
