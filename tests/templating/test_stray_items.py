"""What asks nothing is no item among the tasks, and parts are told behind their sum."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose

HEAD = "2026年8月20日（周四），清河县治理推进会，给副县长罗川写讲话稿，8分钟。\n【情况】\n"
TASKS = """6. 9月10日前把旧管换完。
7. 9月20日前把电表装齐。
8. 9月30日前把台账补全。
9. 建设局牵头，水务局配合。
"""


def speech(text: str) -> tuple[str, str]:
    """Return what the points of a speech tell, and what is told outside of them."""
    sections = compose(read_sheet(HEAD + text + TASKS)).sections
    points = "".join(s.text for each in sections for x in each.points for p in x.paragraphs for s in p)
    return points, "".join(s.text for each in sections for p in each.paragraphs for s in p)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("1. 行动8月25日开始，12月2日结束。\n", "12月2日结束"),
        ("1. 两年全市献血5.83万人次，用血全部来自无偿献血。\n", "全部来自"),
        ("1. 1—6月热线接投诉967件。\n2. 督查科每周随机拨打10个投诉人电话。\n", "拨打10个"),
        ("1. 公司纪委每周到一个库点看录像；12月25日前报党委。\n", "12月25日前报党委"),
    ],
)
def test_what_asks_nothing_of_anybody_is_no_item(line: str, words: str) -> None:
    points, rest = speech(line)

    assert "旧管" in points
    assert words in rest
    assert words not in points


def test_a_report_is_told_in_the_point_of_its_task() -> None:
    sheet = read_sheet(f"{HEAD}1. 各镇9月15日前把沟渠清一遍；9月底前报县政府。\n{TASKS}")
    points = [
        "".join(s.text for p in x.paragraphs for s in p) for e in compose(sheet).sections for x in e.points
    ]

    assert "报县政府" in next(point for point in points if "沟渠" in point)


def test_what_a_line_counts_in_parts_is_told_behind_the_sum() -> None:
    told = "".join(
        speech(
            "1. 查了188家，有问题的97家，改完58家。\n"
            "2. 问题分三样：软管超期51家；报警器没装34家；超量存放12家。\n"
            "3. 没改完的9月10日前改完。\n"
        )
    )

    assert 0 <= told.find("97家") < told.find("51家") < told.find("没改完的39家，9月10日")


def test_what_is_among_those_of_a_kind_is_told_behind_their_number() -> None:
    told = "".join(
        speech(
            "1. 新入学儿童9860人。上半年预查，缺种1327人，已补种694人。\n"
            "2. 缺种的里面，外县转来的588人。\n"
            "3. 9月28日前，没补种的633人逐个打电话。\n"
        )
    )

    assert 0 <= told.find("1327人") < told.find("588人")


def test_what_so_many_did_is_a_whole_sentence() -> None:
    assert "兴和社区38家先做完了。" in "".join(speech("1. 兴和社区38家先做完的，经验可以讲。\n"))


def test_who_pays_in_few_words_makes_it_money() -> None:
    points, rest = speech("1. 修探头、换磅房系统14万，公司自筹。\n")

    assert "14万元，公司自筹" in rest
    assert "14万" not in points
