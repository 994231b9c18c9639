"""What is counted aloud presses somebody: days ahead, amounts a day, the list of days at the end."""

from __future__ import annotations

import re

import pytest

from drafter.facts.read import read_sheet
from drafter.templating.compose import compose

HEAD = "全县某项工作推进会\n时间：2026年9月8日上午9点\n讲话人：县长 严知秋，8分钟\n"
THREE = ("棚架9月20日前加固", "电缆9月30日前换好", "锅炉10月8日前修好")


def text_of(*lines: str) -> str:
    """The speech of a meeting on 8 September with these lines below its head."""
    sheet = read_sheet(HEAD + "要求：\n" + "".join(f"{line}\n" for line in lines))
    return "\n".join("".join(s.text for s in p) for p in compose(sheet).paragraphs())


@pytest.mark.parametrize("task", ["除雪队伍今晚23点前到位", "主干道明早6点半前见黑", "网格9月9日前定好人"])
def test_no_days_are_counted_to_tonight_or_tomorrow(task: str) -> None:
    assert not re.search(r"\d天", text_of(task, "每天一报"))


def test_no_amount_a_day_is_told_of_what_is_due_tomorrow() -> None:
    assert "平均每天" not in text_of("融雪剂从邻市调600吨，明天中午到")
    assert "平均每天" not in text_of("手册9月10日前印600本")


def test_days_are_counted_once_in_a_paragraph() -> None:
    for paragraph in text_of("棚架9月20日前加固；棚布9月30日前换好；棚膜10月8日前盖好").split("\n"):
        assert len(re.findall(r"\d+天", paragraph)) < 2


def test_what_the_sheet_names_is_not_worked_out_again() -> None:
    said = text_of("情况：重点项目11个，开工9个，没开的两个：东延、界岭隧道")
    assert "还剩2个" not in said


def test_the_days_ahead_stand_at_the_end() -> None:
    assert "9月20日前，棚架加固；9月30日前，电缆换好" in text_of(*THREE)


def test_where_something_is_due_tonight_no_days_are_listed_at_the_end() -> None:
    assert "9月20日前，棚架加固；" not in text_of("除雪队伍今晚23点前到位", *THREE)


def test_a_span_of_days_is_no_day_on_which_something_is_due() -> None:
    said = text_of("10月1日至明年5月31日，林区禁止野外用火", *THREE)
    assert "5月31日，林区" not in said.replace("明年5月31日，林区", "")


def test_what_begins_on_a_day_is_among_the_days_ahead() -> None:
    assert "9月15日起，巡查" in text_of("巡查每天一次，9月15日开始", *THREE)


def test_what_is_counted_to_is_the_deadline_and_not_the_first_day() -> None:
    said = text_of("主渠9月12日开工，9月25日前完工")
    assert "4天" not in said
    assert "17天" in said


def test_of_a_gap_only_what_is_lacking_is_lacking() -> None:
    assert "差的这48处" not in text_of("易涝点48处，备了水泵36台，还差12台", "水泵9月30日前到位")


def test_one_share_is_worked_out_once() -> None:
    said = text_of("情况：", "食堂留样抽25家，4家没按规定留", "要求：", "留样48小时")
    assert not ("成多" in said and "就有一家" in said)
