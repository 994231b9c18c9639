from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from drafter.facts import Inference, find_links, infer, read_sheet
from drafter.facts.figures.arithmetic import share_in_words

DAY = datetime.date(2026, 4, 10)
HEAD = "2026年4月10日（周五），某县某项工作推进会。\n材料：\n"


def drawn(text: str) -> tuple[Inference, ...]:
    facts = read_sheet(HEAD + text).facts
    return infer(facts, DAY, find_links(facts))


def formulas(text: str) -> list[str]:
    return [inference.formula for inference in drawn(text)]


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("3月排查问题73处，销号51处", "73−51=22"),
        ("3月排查问题73处，销号51处", "51÷73=69.9%"),
        ("去年下发图斑326个，核实违法占耕74个，已整改52个", "74−52=22"),
        ("直接经济损失2140万，比前年少860万", "2140万＋860万=3000"),
        ("今年专项经费680万，比去年多120万", "680万−120万=560"),
        ("应急转贷资金3亿增到5亿", "5亿−3亿=2"),
        ("三四级手术占比58.4%，提高2.1个百分点", "58.4−2.1=56.3"),
        ("16个乡镇我们第13，去年第8", "13−8=5"),
        ("16个乡镇我们第13，去年第8", "16−13=3"),
        ("山洪危险区128处，住着2316户7954人", "7954÷2316≈3.4"),
        ("季度前三名各奖2万", "2万×3=6万"),
        ("账款2.35亿，已还1.81亿", "2.35亿−1.81亿=0.54"),
        ("问题4月25日前全部销号", "4.10→4.25=15"),
        ("37处存量垃圾点4月29日前清零", "37÷19≈1.9"),
        ("户厕改造全年700户，完成430户\n户厕剩下的5月30日前完工", "270÷50≈5.4"),
    ],
)
def test_what_follows_has_its_formula(text: str, formula: str) -> None:
    assert formula in formulas(text)


def test_a_growth_rate_gives_the_value_before_rounded_as_the_value_is() -> None:
    assert Decimal("1.75") == next(
        i.value for i in drawn("1—3月出院1.86万人次，同比+6.2%") if i.kind == "previous"
    )


def test_a_first_step_of_at_least_so_many_leaves_at_most_the_rest() -> None:
    found = drawn("收企业诉求1137件，办结1044件\n没办结诉求4月30日前办结不少于60件")

    assert ("at-most", Decimal(33)) in [(i.bound, i.value) for i in found if i.kind == "remaining"]


def test_a_task_is_to_finish_what_is_left_of_what_was_to_be_done() -> None:
    text = "去年下发图斑326个，核实违法占耕74个，已整改52个\n22个没改的图斑4月30日前整改到位"

    assert not [i for i in drawn(text) if i.kind == "remaining" and len(i.facts) > 1]


@pytest.mark.parametrize(
    "text",
    [
        "男职工60人\n女职工40人",
        "土工布缺3000，已补1000",
        "水库46座，乡镇14个",
        "约300人参加，完成50项",
        "占全市税收71%、就业82%",
    ],
)
def test_figures_of_two_kinds_give_nothing(text: str) -> None:
    assert [] == formulas(text)


def test_an_inference_names_the_facts_it_came_from() -> None:
    found = drawn("户厕改造全年700户，完成430户\n户厕剩下的5月30日前完工")

    assert [("f2", "f1")] == [i.facts for i in found if i.kind == "per-day"]


def test_deadlines_on_one_day_are_told() -> None:
    found = drawn("入汛日是4月15日\n名单4月15日前更新")

    assert [datetime.date(2026, 4, 15)] == [i.date for i in found if i.kind == "same-day"]


@pytest.mark.parametrize(
    ("percent", "words"),
    [
        ("69.9", "近七成"),
        ("61.4", "六成多"),
        ("50", "一半"),
        ("19.6", "近两成"),
        ("20", "两成"),
        ("91.8", "九成多"),
        ("3", ""),
    ],
)
def test_a_share_is_said_in_tenths(percent: str, words: str) -> None:
    assert words == share_in_words(Decimal(percent))


def test_those_who_did_not_are_no_first_step_of_those_who_did() -> None:
    found = drawn("问题：312人考了288人，第一遍没过的51人\n任务：没考试的24人4月20日前补考")

    assert [] == [i.formula for i in found if i.kind == "remaining" and len(i.facts) > 1]


def test_what_is_not_done_is_no_share_of_what_is() -> None:
    assert not [f for f in formulas("警示牌立了352处，65处没立") if "÷" in f]
    assert "65÷417=15.6%" in formulas("警示牌417处，65处没立")


def test_what_is_hoisted_is_no_part_that_is_done() -> None:
    assert [] == formulas("受限空间58项，吊装31项")


def test_of_three_ranks_none_has_moved() -> None:
    text = "全县统测七年级数学第2，英语第9，上学年英语是第5"

    assert not [i for i in drawn(text) if i.kind == "rank-change"]
