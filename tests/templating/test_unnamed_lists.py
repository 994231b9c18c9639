"""Lists in which some are to stay unnamed: the others are named, and those are only counted."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose, to_text
from drafter.templating.compose.wishes.unnamed_lists import without_listed, without_number, without_some_of

HEAD = "全县医保征缴工作部署会\n时间：2026年11月20日\n讲话：常务副县长 孟庆岩，8分钟\n情况：\n"


@pytest.mark.parametrize(
    ("text", "names", "told"),
    [
        (
            "最慢的3个乡镇：桐河镇52%、岭底乡49%、鲁庄镇47%",
            ("岭底", "鲁庄"),
            "最慢的3个乡镇：桐河镇52%，另外两个是49%、47%",
        ),
        ("21起里，11路占6起，17路占4起，都出在路口", ("17路",), "21起里，11路占6起、另一个占4起，都出在路口"),
        ("最慢的两个村：大河口村58%、北塬村55%", ("大河口", "北塬"), "最慢的两个村：一个58%、一个55%"),
        ("安和小学、东关小学、红旗中学没改完", ("东关", "红旗"), "安和小学和另外两个没改完"),
        ("东塬乡2个、柳坝镇4个", ("东塬",), "柳坝镇4个、另一个乡2个"),
    ],
)
def test_those_of_a_list_who_stay_unnamed_are_counted(text: str, names: tuple[str, ...], told: str) -> None:
    assert without_listed(text, names) == told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("大河口村58%", ("大河口",)),
        ("投诉156件：等得久71件、态度38件", ("态度",)),
        ("后进村3个、先进村5个", ("后进",)),
        ("垃圾点500处，完成2处", ("垃圾点",)),
        ("安和小学问题最多", ("和小",)),
    ],
)
def test_what_is_no_list_of_names_stays_as_it_is(text: str, names: tuple[str, ...]) -> None:
    assert without_listed(text, names) == text


def test_what_is_called_by_a_number_is_one_of_its_sort() -> None:
    assert without_number("其中7号楼最多，飞线9处", ("7号楼",)) == "其中一栋楼最多，飞线9处"
    assert without_number("117路也慢", ("17路",)) == "117路也慢"


def test_neither_figures_nor_blanks_name_those_who_stay_unnamed() -> None:
    sheet = (
        f"{HEAD}最慢的3个乡镇：桐河镇52%、岭底乡49%、鲁庄镇47%。桐河今天表态，可以点；岭底、鲁庄不点。\n"
        "分工：\n县医保局牵头，税务、民政配合。岭底乡由谁去包，还没定。\n"
    )
    speech = to_text(compose(read_sheet(sheet)))
    assert "桐河镇52%" in speech
    assert "49%" in speech
    assert "岭底" not in speech
    assert "鲁庄" not in speech


def test_who_helps_is_named_though_his_faults_are_not() -> None:
    sheet = (
        f"{HEAD}农资公司进了一批假复合肥。\n分工：\n业务科牵头，农资公司、运输队配合。\n"
        "领导交代：农资公司不点名\n"
    )
    speech = to_text(compose(read_sheet(sheet)))
    assert "另一个" not in speech


@pytest.mark.parametrize(
    ("text", "names", "told"),
    [
        ("剩下的多在石岭、后塘、杨家坡三个村", ("石岭",), "剩下的多在后塘、杨家坡等三个村"),
        ("落后的是柳河、白塔两个镇", ("白塔镇",), "落后的是柳河等两个镇"),
        ("石岭、后塘种了树", ("石岭",), "石岭、后塘种了树"),
    ],
)
def test_the_number_of_a_list_stays_that_of_all(text: str, names: tuple[str, ...], told: str) -> None:
    assert without_some_of(text, names) == told


def test_why_somebody_is_slow_is_told_without_his_name() -> None:
    told = to_text(
        compose(read_sheet(f"{HEAD}1. 剩下的多在石岭、后塘两个村。\n2. 石岭慢是因为路刚修通，别点。\n"))
    )

    assert "石岭" not in told
    assert "剩下的多在后塘等两个村。" in told
    assert "有的慢是因为路刚修通。" in told


def test_one_who_is_not_to_be_pointed_at_is_one_of_his_sort() -> None:
    told = to_text(compose(read_sheet(f"{HEAD}1. 东湖小区也没动，物业刚换，不点。\n")))

    assert "有个小区也没动，物业刚换。" in told
