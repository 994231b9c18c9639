"""Praise that a wish asks for the fact it stands behind is said behind that fact."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose, to_text

SHEET = (
    "平桥镇清洁取暖推进会\n时间：2026年12月3日\n讲话：镇长 马少卿，7分钟\n"
    "情况：\n1.全镇应改4180户，改完3355户。\n2.{}\n"
)


def said(line: str) -> str:
    return to_text(compose(read_sheet(SHEET.format(line))))


@pytest.mark.parametrize("asked", ["要肯定", "好做法", "镇长想夸夸"])
def test_a_fact_is_praised_and_the_wish_is_not_read_out(asked: str) -> None:
    speech = said(f"柳沟村“先试烧一炉”，投诉从58起降到21起，{asked}。")
    behind = speech.partition("21起")[2].split("。")[1]
    assert any(word in behind for word in ("做得好", "肯定", "道一声好"))
    assert "要肯定" not in speech.replace("，要肯定一句", "")
    assert "想夸" not in speech


def test_what_another_wish_praises_by_name_is_praised_once() -> None:
    sheet = SHEET.format("柳沟村“先试烧一炉”，投诉从58起降到21起，好做法。") + "镇长交代：柳沟村表扬一下\n"
    speech = to_text(compose(read_sheet(sheet)))
    assert sum(speech.count(word) for word in ("做得好", "肯定", "一声好", "该夸", "学一学", "鼓个掌")) <= 1


def praised(row: str, wish: str) -> str:
    """Return what stands from the row on in the draft of a sheet whose leader wants somebody praised."""
    speech = said(f"{row}。\n镇长交代：{wish}；别讲大道理")
    return speech[speech.index(row.partition("，")[0].partition("：")[0][:4]) :].partition("\n")[0]


@pytest.mark.parametrize("asked", ["一起表扬", "都要表扬", "两家都夸一夸", "一并肯定"])
def test_two_whom_one_fact_names_are_praised_together_behind_it(asked: str) -> None:
    behind = praised("柳沟村试烧、石庄村上门做得好，投诉从58起降到21起", f"柳沟村和石庄村{asked}")
    assert "柳沟村和石庄村" in behind.partition("21起")[2]
    assert "石庄村一" not in behind


def test_of_two_who_are_praised_the_one_without_a_fact_is_praised_with_the_other() -> None:
    behind = praised("柳沟村把炉子先试烧一遍，投诉从58起降到21起", "柳沟村和石庄村一起表扬")
    assert "石庄村" in behind.partition("21起")[2]


def test_whose_good_work_a_label_tells_keeps_its_subject() -> None:
    assert "柳沟村做得好，炉子先试烧一遍" in said("柳沟村做得好：炉子先试烧一遍，4个月没有投诉。")


@pytest.mark.parametrize(
    "row",
    [
        "供暖所班长郑晓月每晚10点前到锅炉房转一圈",
        "供暖所女子班劝导不罚，投诉降了四成",
        "女子班做上门试烧，户户能点着",
    ],
)
def test_what_somebody_does_who_is_praised_is_no_rule(row: str) -> None:
    wished = "郑晓月" if "郑晓月" in row else "女子班"
    behind = praised(row, f"{wished}当面表扬")
    assert any(word in behind for word in ("学一学", "一声好", "肯定", "做得好", "照着做"))


def test_some_of_a_body_are_praised_where_its_work_is_told() -> None:
    behind = praised("三工区机电班、充填班做得细，7—9月零违章", "三工区两个班肯定一下")
    assert any(word in behind.partition("零违章")[2] for word in ("学一学", "一声好", "肯定", "照着做"))


def test_each_of_several_who_are_praised_is_told_of_and_praised_at_his_fact() -> None:
    sheet = (
        SHEET.format("柳沟村把炉子先试烧一遍，投诉降了一半。")
        + "3.皮带班王铁柱听出托辊响声不对，拦住了一次跑偏。\n"
    )
    speech = to_text(compose(read_sheet(f"{sheet}镇长交代：柳沟村和王铁柱都要夸；别讲大道理\n")))
    assert "王铁柱" in speech.partition("跑偏")[2].split("。")[1]
    assert "柳沟村" in speech.partition("一半")[2].split("。")[1]
