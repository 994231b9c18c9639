"""Labels of the sheet as they are said, and what is said first of a clause."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose, to_text

SHEET = (
    "石塘县医院手术安全推进会\n时间：2026年10月13日\n讲话：院长 窦明远，7分钟\n情况：\n1.手术间12间。\n2.{}\n"
)


def said(line: str) -> str:
    return to_text(compose(read_sheet(SHEET.format(line))))


@pytest.mark.parametrize("label", ["后果", "影响", "结果"])
def test_a_label_that_only_leads_to_what_came_of_it_is_not_said(label: str) -> None:
    speech = said(f"{label}：三季度有96台手术做到晚上9点以后。")
    assert "三季度有96台手术" in speech
    assert label not in speech


def test_one_side_of_the_matter_is_said_as_such() -> None:
    speech = said("质量：敷料进货逐批检验，11月1日起；包布不合格不得再用。")
    assert "质量上，11月1日起，敷料进货逐批检验。" in speech


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "要求：每晚查房两次，22:10一次、23:30一次，11月1日起。",
            "11月1日起，每晚查房两次，22:10一次、23:30一次。",
        ),
        ("要求：陪餐每周不少于3次，11月10日起。", "11月10日起，陪餐每周不少于3次。"),
    ],
)
def test_from_when_on_is_said_before_what_is_done(line: str, told: str) -> None:
    assert told in said(line)


def test_days_in_a_row_keep_their_order() -> None:
    assert "11月5日前建账，11月10日起试行" in said("要求：11月5日前建账，11月10日起试行。")


def test_a_side_is_said_once_in_a_sentence() -> None:
    assert said("安全：暑假前家访一遍，每班不少于8户，11月5日前。").count("安全上") <= 1


def test_of_what_there_is_most_is_said_in_front_of_the_figures() -> None:
    row = "去年学生反映最多的：加班没说清18件，专业不对口11件，住得远6件"
    assert "学生反映最多的，是加班没说清18件，专业不对口11件，住得远6件。" in said(f"{row}。")


def test_what_a_label_asks_is_said_in_front_of_its_causes() -> None:
    text = said("羊为什么低：散养户白天放山上；有的户怕打针。\n3.冷库为什么贵：电价高；设备都从外地买。")
    assert "羊为什么低，原因有两条。一是散养户白天放山上。二是有的户怕打针。" in text
    assert "冷库为什么贵，原因有两条。一是电价高。" in text


def test_one_cause_alone_answers_what_its_label_asks() -> None:
    assert "班车为什么晚？司机少，一人跑两趟。" in said("班车为什么晚：司机少，一人跑两趟。")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("扣分最多的三处：北楼、西门、车棚。", "扣分最多的三处，是北楼、西门、车棚。"),
        ("两周抽查，扣分最多的三处：北楼、西门、车棚。", "扣分最多的三处，是北楼、西门、车棚。"),
        ("等得最久的两个科：骨科、眼科。", "等得最久的两个科，是骨科、眼科。"),
        ("被罚最多的两条线：后塘线、白石线。", "被罚最多的两条线，是后塘线、白石线。"),
    ],
)
def test_names_are_told_with_what_they_are_the_most_of(line: str, told: str) -> None:
    assert told in said(line)


def test_what_is_wrong_at_each_place_is_counted_and_no_list_of_names() -> None:
    assert "最要紧的有两处" in said("最要紧的两处：一楼水管漏水；二楼的灯不亮。")
