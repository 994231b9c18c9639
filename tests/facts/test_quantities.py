from __future__ import annotations

import pytest

from drafter.facts.figures.bare_figures import with_units
from drafter.facts.figures.dates import find_whens
from drafter.facts.figures.numbers import plain
from drafter.facts.figures.quantities import describe, find_quantities
from drafter.facts.read import read_fact, read_sheet
from drafter.facts.sheet import FactType, Quantity


def quantities(text: str) -> list[Quantity]:
    found = find_whens(text, [0], None)
    return describe(find_quantities(text, [0], found), text, 0, found)


def short(quantity: Quantity) -> str:
    high = f"~{plain(quantity.high)}" if quantity.high is not None else ""
    return f"{plain(quantity.value)}{high}{quantity.scale}{quantity.unit}"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("转移3164人", ["3164人"]), ("损失2140万", ["2140万元"]), ("1.86万人次", ["1.86万人次"]),
        ("提高2.1个百分点", ["2.1个百分点"]),
        ("高了3个点", ["3个百分点"]),
        ("不合格的9个点整改完", ["9个"]),
        ("住着2316户7954人", ["2316户", "7954人"]), ("两台泵坏了一台", ["2台", "1台"]),
        ("偏多一到两成", ["1~2成"]),
        ("3—5个", ["3~5个"]), ("排第13", ["13位"]), ("前三名各奖2万", ["3名", "2万元"]),
        ("1,260吨", ["1260吨"]),
        ("3亿增到5亿", ["3亿元", "5亿元"]), ("同比+6.2%", ["6.2%"]), ("缺3000", ["3000"]),
        ("护理人次31.6万", ["31.6万人次"]),
    ],
)  # fmt: skip
def test_figures_are_found_with_their_units(text: str, values: list[str]) -> None:
    assert values == [short(quantity) for quantity in quantities(text)]


@pytest.mark.parametrize(
    "text",
    [
        "第二人民医院",
        "一律空库",
        "3号楼",
        "第三步",
        "12345热线",
        "人家告到12345",
        "2026年4月10日",
        "14:30",
        "三四级手术",
        "头一次",
        "A3纸",
    ],
)
def test_names_and_dates_are_no_figures(text: str) -> None:
    assert [] == quantities(text)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("约300人", "about"), ("300多人", "over"), ("近2亿元", "nearly"), ("不少于60件", "at-least"),
        ("不超过2次", "at-most"),
        ("降到8天以内", "at-most"), ("七成以上", "at-least"), ("300人左右", "about"), ("300人", "exact"),
    ],
)  # fmt: skip
def test_a_figure_that_is_not_exact_says_so(text: str, bound: str) -> None:
    assert [bound] == [quantity.bound for quantity in quantities(text)]


def test_a_change_knows_its_direction_and_what_it_is_against() -> None:
    first, second = quantities("经济损失2140万，比前年少860万")

    assert ("change", -1, "前年") == (second.role, second.sign, second.reference)
    assert first.role != "change"


def test_from_and_to_are_told_apart() -> None:
    assert ["from", "to"] == [quantity.role for quantity in quantities("资金由3亿提高到5亿")]


def test_a_figure_without_unit_lacks_one_and_a_score_does_not() -> None:
    assert [True] == [quantity.lacks_unit for quantity in quantities("平均用时18.5")]
    assert [False] == [quantity.lacks_unit for quantity in quantities("得分83.6")]


@pytest.mark.parametrize(
    ("text", "noun"),
    [("37处存量垃圾点", "存量垃圾点"), ("小型水库46座", "小型水库"), ("16个乡镇我们第13", "乡镇")],
)
def test_what_is_counted_stands_behind_or_in_front(text: str, noun: str) -> None:
    assert noun == quantities(text)[0].noun


def test_a_number_that_is_called_counts_nothing() -> None:
    fact = read_fact("她一边稳住老人，一边叫了120", FactType.CASE)

    assert not fact.quantities


@pytest.mark.parametrize(("text", "unit"), [("床护比0.42", ""), ("扶手改造12万", "元")])
def test_a_ratio_has_no_unit_and_a_work_costs_money(text: str, unit: str) -> None:
    quantity = read_fact(text, FactType.SITUATION).quantities[0]
    assert (quantity.unit, quantity.lacks_unit) == (unit, False)


@pytest.mark.parametrize("text", ["已一人一档", "每户一户一策", "建一村一品", "一天一人一岗"])
def test_one_of_each_counts_nothing(text: str) -> None:
    assert [] == find_quantities(text, [0], [])


@pytest.mark.parametrize("text", ["中小学26、27日停课", "25、26、27日放假", "2、3号泵检修"])
def test_days_and_numbered_things_in_a_row_are_no_figures(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize("text", ["追回1290万", "上级批下来86万", "投到充电口96万"])
def test_money_is_known_by_its_verb(text: str) -> None:
    assert [quantity.unit for quantity in quantities(text)] == ["元"]


@pytest.mark.parametrize(
    ("said", "units"),
    [
        ("每亩补25元，县里出15，乡镇出10", ["元", "元", "元"]),
        ("查出83条，电气37，机械29，其余是卫生", ["条", "条", "条"]),
        ("三违213人次，比去年上半年少了38", ["人次", "人次"]),
        ("任务6800吨，完成2100", ["吨", "吨"]),
        ("每亩补25元，县里出15，乡镇出20", ["元", "", ""]),
        ("编织袋缺2万条，土工布缺3000", ["条", ""]),
        ("阀门4120个，今年计划修300，修了87", ["个", "个", "个"]),
        ("产销差降到17%以内，老城降到20", ["%", "%"]),
        ("轮换8万只任务，换了3.3万", ["只", "只"]),
    ],
)
def test_a_figure_without_a_unit_has_that_of_the_sum_it_is_part_of(said: str, units: list[str]) -> None:
    found = find_quantities(said, [0], ())
    assert units == [quantity.unit for quantity in with_units(found, said)]


def test_the_unit_of_a_sum_is_asked_for_once() -> None:
    sheet = read_sheet("情况：\n楼长补贴每人每月200，街道出120，社区出80\n")
    assert len(sheet.blanks) == 1


def test_what_lies_between_two_figures_has_their_unit() -> None:
    said = "日烘干1150吨，一天要下来1600吨，缺口450"
    assert "吨" == with_units(find_quantities(said, [0], ()), said)[-1].unit


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("存栏家禽21万羽、收购干果1.3万挂", ["羽", "挂"]),
        ("吊装2.7万钩次，钻孔1.8万延米左右", ["钩次", "延米"]),
        ("培训3.2万到位", ["元"]),
    ],
)
def test_what_stands_between_a_figure_and_the_end_is_its_measure(text: str, units: list[str]) -> None:
    found = quantities(text)
    assert units == [quantity.unit for quantity in found]
    assert not any(quantity.lacks_unit for quantity in found)


def test_a_figure_alone_behind_what_is_replaced_is_what_it_costs() -> None:
    sheet = read_sheet("要做的：\n更换消毒柜9组，31万，8月20日前装完\n")
    assert ["组", "元"] == [quantity.unit for quantity in sheet.facts[0].quantities]
    assert not sheet.blanks
