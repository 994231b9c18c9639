"""What a line tells by its own words, below the headings that clerks write."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.facts.sheet import Fact, FactType, Sheet

HEAD = "2026年5月26日（周二）上午，安澜县防汛工作推进会\n讲话：副县长 柴又青，8分钟\n"


def read(*lines: str) -> Sheet:
    return read_sheet(HEAD + "\n".join(lines) + "\n")


def fact_on(words: str, sheet: Sheet) -> Fact:
    return next(fact for fact in sheet.facts if words in fact.text)


@pytest.mark.parametrize(
    ("line", "words", "type_"),
    [
        ("提前4个钟头转移312人，人一个没少。", "没少", FactType.ACHIEVEMENT),
        ("动员61户搬离危房，用了8个月，一户没强拆。", "没强拆", FactType.ACHIEVEMENT),
        ("三条巷子分给住户认领，三个月没反弹。", "没反弹", FactType.ACHIEVEMENT),
        ("气象局：6月5日到7日有一次中到大雨。", "中到大雨", FactType.SITUATION),
        ("改完的64个小区，有23个没有物业接手。", "没有物业", FactType.PROBLEM),
        ("公益性岗位有人冒领，查实18人、31万元，已追回。", "冒领", FactType.PROBLEM),
        ("上半年扣船11条、铲车9台。", "扣船", FactType.ACHIEVEMENT),
        ("老百姓说是“培训挣补贴，学了没处用”。", "没处用", FactType.PROBLEM),
        ("同一个老人的信息要在6个系统里录6遍。", "录6遍", FactType.PROBLEM),
    ],
)
def test_a_line_without_a_label_is_of_the_type_that_its_words_tell(
    line: str, words: str, type_: FactType
) -> None:
    sheet = read("一、情况", "1. 水库38座，病险的5座。", f"2. {line}", "二、要办", "1. 6月底前全部修好。")

    assert fact_on(words, sheet).type is type_


def test_money_behind_a_comma_is_a_fund() -> None:
    sheet = read("要办：", "27个雨量筒5月底前装好", "钱，水毁修复到位1460万，还差600万")

    assert fact_on("1460", sheet).type is FactType.FUND


def test_wishes_below_a_heading_with_a_bracket_are_no_tasks() -> None:
    sheet = read(
        "一、情况", "水库38座，病险的5座。", "要求（领导）：", "·话短，农民听得懂；", "·气象那个雨讲紧。"
    )

    assert [] == [fact.text for fact in sheet.facts if fact.type is FactType.TASK]


def test_what_is_told_among_the_wishes_is_no_task_of_the_list_above() -> None:
    sheet = read(
        "要办：", "1. 137口井7月底前修好。", "卢常委说了：送水的谢一句；三个乡的干部天天在外头跑，体谅一句"
    )

    assert not any("在外头跑" in fact.text for fact in sheet.facts if fact.type is FactType.TASK)


@pytest.mark.parametrize(
    "line",
    [
        "给药错误12件，有一半是没核对腕带。",
        "水质抽检不合格的，多是消毒设备没开。",
        "广交会报了86家，还有22家摊位没定下来。",
        "老太太晾的被子掉地上，人家告到12345。",
    ],
)
def test_what_went_wrong_leaves_no_blank(line: str) -> None:
    assert () == read("一、情况", f"1. {line}").blanks


@pytest.mark.parametrize("line", ["摊位4月20号前定，商务局去跑省厅", "党费7月10日前补齐，支部书记谈话"])
def test_what_somebody_does_is_no_name_of_a_body(line: str) -> None:
    sheet = read("要办：", f"1. {line}。")

    assert () == fact_on("前", sheet).owners
