"""A figure without its unit has that of the figure it goes on with, and is asked for where it has none."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.facts.given import blanks_of, facts_of
from tests.drafts import given

HEAD = "2026年7月9日，云岭县半年工作会，县政府礼堂。副县长 邵明远 讲话，9分钟。\n【情况】\n"


def units(line: str) -> dict[str, str]:
    """The unit of each figure of a line, "" where it has none."""
    return {
        quantity.text: quantity.scale + quantity.unit
        for fact in read_sheet(f"{HEAD}1. {line}\n").facts
        for quantity in fact.quantities
    }


@pytest.mark.parametrize(
    ("line", "bare", "unit"),
    [
        ("12315投诉3350件，办结3276。", "3276", "件"),
        ("抽检1240批次，31批次里处置完的28。", "28", "批次"),
        ("应检没检的46台，其中住宅41。", "41", "台"),
        ("食堂投诉57件，说菜凉的31，说分量不匀的14，其它的12。", "14", "件"),
        ("审批承诺20个工作日，实际平均12.5。", "12.5", "个工作日"),
        ("外来人口21.4万人，应登21.4万，登了17.9万。", "17.9万", "万人"),
        ("处分9个人，其中村支书2，会计4，其他3。", "4", "人"),
        ("那个车总重97吨，限重是49。", "49", "吨"),
        ("修桥的钱是340万，县里拨200。", "200", "万元"),
        ("打捆离田每亩补25元，县里出15，乡镇出10。", "15", "元"),
        ("预算4860万，比去年 +410。", "+410", "万元"),
        ("投诉3350件，按时办结率97.8。", "97.8", "%"),
        ("平均年龄51，最大的68。", "68", "岁"),
        ("优待金每户每年1.5万，比去年多2000。", "2000", "元"),
        ("返工工时1.1万，同比多3200。", "3200", "工时"),
        ("每户每年补贴1.5万，比去年多2000。", "2000", "元"),
    ],
)
def test_a_bare_figure_has_the_unit_of_what_it_goes_on_with(line: str, bare: str, unit: str) -> None:
    assert units(line)[bare] == unit


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("编织袋缺2万条，土工布缺3000。", "3000"),
        ("烘干塔19座，日烘干能力2600。", "2600"),
        ("应检没检的46台，其中住宅41（没写单位）。", "41"),
        ("县级配套130万，护林员补助每人每月涨到900。", "900"),
        ("新系统接口费，大概 18。", "大概 18"),
        ("营收1.2亿，同比多300。", "300"),
    ],
)
def test_a_bare_figure_of_another_thing_has_none(line: str, bare: str) -> None:
    assert units(line)[bare] == ""


def test_the_same_number_with_its_unit_elsewhere_tells_that_of_its_neighbour_too() -> None:
    facts = read_sheet(f"{HEAD}1. 外来的检修公司一共412人。\n2. 自己人 538，外来 412。\n").facts

    assert {"人"} == {quantity.unit for fact in facts for quantity in fact.quantities}


def test_a_unit_that_is_taken_from_another_figure_is_told_as_a_doubt() -> None:
    sheet = read_sheet(f"{HEAD}1. 12315投诉3350件，办结3276。\n")

    assert ["3276"] == [doubt.text for doubt in sheet.doubts if doubt.code == "unit"]
    assert not sheet.blanks


@pytest.mark.parametrize(
    ("line", "bare", "unit"),
    [
        ("立案412起，损失大，反倒多374万。", "374万", "万元"),
        ("修磅房、换系统14万，公司自筹。", "14万", "万元"),
        ("就业1.86万人，全年任务3.2万。", "3.2万", ""),
        ("签约1.83万人。\n2. 年底前签约到2.2万。", "2.2万", ""),
    ],
)
def test_what_is_in_ten_thousands_is_money_where_nothing_else_is(line: str, bare: str, unit: str) -> None:
    assert units(line)[bare].removeprefix("万" if not unit else "") == unit


def test_a_question_between_two_units_asks_for_the_unit() -> None:
    sheet = read_sheet(f"{HEAD}1. 防坠网今年装8000（张还是套，采购单没写）。\n")

    assert ["防坠网的计量单位"] == [blank.what for blank in sheet.blanks]


def test_flowers_are_no_money() -> None:
    sheet = read_sheet(f"{HEAD}1. 收火种，鲜花准备了3万（没写枝还是束）。\n")

    assert ["鲜花准备的计量单位"] == [blank.what for blank in sheet.blanks]
    assert all(q.unit != "元" for fact in sheet.facts for q in fact.quantities)


def test_a_unit_that_was_not_written_is_asked_for_once() -> None:
    sheet = read_sheet(f"{HEAD}1. 先行赔付金200（没写万还是元）。\n")

    assert ["先行赔付金的计量单位"] == [blank.what for blank in sheet.blanks]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("救生衣镇里备了400", "救生衣的计量单位"),
        ("备用水泵乡里买了60", "备用水泵的计量单位"),
        ("护林队配望远镜30", "望远镜的计量单位"),
        ("修路贷款农商行报来2.6", "修路贷款的计量单位"),
        ("高峰取药排队平均15", "高峰取药排队的计量单位"),
        ("雨棚：街道出18万，每户送一个，共900", "计量单位"),
        ("河沙款报来写的是“46”", "河沙款的计量单位"),
        ("信息部备用电池20", "信息部备用电池的计量单位"),
    ],
)
def test_a_missing_unit_is_called_by_the_thing_and_not_by_who_has_it(told: str, name: str) -> None:
    sheet = read_sheet(f"{HEAD}1. {told}，没写单位。\n")

    assert [name] == [blank.what for blank in sheet.blanks]


@pytest.mark.parametrize(
    "asked",
    [
        "报表没标是百分之还是千分之",
        "表上没注是百分数还是千分数",
        "不知道是桶还是百元",
        "不清楚是吨还是车",
    ],
)
def test_what_leaves_two_units_open_asks_for_the_unit(asked: str) -> None:
    sheet = read_sheet(f"{HEAD}1. 退回率0.06，{asked}。\n")

    assert ["退回率的计量单位"] == [blank.what for blank in sheet.blanks]
    assert ["退回率0.06"] == [fact.text for fact in sheet.facts]
    assert all(q.lacks_unit for fact in sheet.facts for q in fact.quantities)


def test_a_yaml_whose_blank_is_the_unit_keeps_it() -> None:
    facts = {"progress": ["应检没检的46台，其中住宅41"]}
    asked = given(facts=facts, missing=[{"what": "住宅的计量单位", "for": "应检没检"}])
    plain = given(facts=facts)

    assert facts_of(asked)[0].quantities[1].lacks_unit
    assert facts_of(plain)[0].quantities[1].unit == "台"
    assert blanks_of(asked, facts_of(asked))[0].about


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("经费共47万，县里给22万，镇里拿25", "元"),
        ("总共450万，省补300，县配150", "元"),
        ("二月查三违67人次，上月52，班组长占9", "人次"),
    ],
)
def test_all_figures_of_a_line_count_the_same(line: str, unit: str) -> None:
    facts = read_sheet(f"材料：\n{line}\n").facts

    assert {unit} == {quantity.unit for fact in facts for quantity in fact.quantities}


def test_what_each_gets_counts_no_households() -> None:
    facts = read_sheet("要干的：\n97户烟道11月20日前清完，镇里出钱，每户80\n").facts

    assert facts[-1].quantities[-1].lacks_unit
