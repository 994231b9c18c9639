"""Blanks of loose lines, as they are printed."""

import pytest

from drafter.facts import read_sheet
from drafter.facts.spaces import closed_up


@pytest.mark.parametrize(
    ("loose", "printed"),
    [
        ("体育满分率 64%", "体育满分率64%"),
        ("食堂保温柜 9月5日前换好 花 8.6万", "食堂保温柜9月5日前换好，花8.6万"),
        ("查寝 每晚两次 9月1日起", "查寝每晚两次，9月1日起"),
        ("路灯 新装40盏 9月底前完成 城管所负责", "路灯新装40盏，9月底前完成，城管所负责"),
        ("D级房由副主任 方少华 负责", "D级房由副主任 方少华 负责"),
        ("GDP 增长 5%", "GDP 增长5%"),
        ("没有空格", "没有空格"),
    ],
)
def test_no_blank_stands_between_chinese_signs_and_figures(loose: str, printed: str) -> None:
    assert printed == closed_up(loose)


@pytest.mark.parametrize("cost", ["花 8.6万", "共投96万", "区里拨 12万", "筹了11万", "奖3万"])
def test_what_is_paid_is_money(cost: str) -> None:
    facts = read_sheet(f"2026年8月28日 青桐中学开学大会\n要求：\n- 保温柜9月5日前换好，{cost}\n").facts

    assert ["元"] == [q.unit for fact in facts for q in fact.quantities if q.scale]


@pytest.mark.parametrize(
    ("loose", "said"),
    [
        ("线索527条 办结489条 追回3460万 涉及2890人", "线索527条，办结489条，追回3460万，涉及2890人"),
        ("广场8月15日前解决 支队长 鲁成栋 负责", "广场8月15日前解决，支队长 鲁成栋 负责"),
        ("1 26件12月31日前清零", "1 26件12月31日前清零"),
    ],
)
def test_what_is_counted_and_who_answers_end_a_part(loose: str, said: str) -> None:
    assert said == closed_up(loose)
