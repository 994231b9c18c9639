"""A place or a body that stays unnamed leaves no sentence without its subject."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose, to_text

SHEET = (
    "梅口县档案室建设推进会\n时间：2026年6月9日\n讲话：副县长 陶立群，8分钟\n【情况】\n"
    "1. 乡镇档案室够面积的11个。\n2. {}。\n【陶县长交代】{}；别讲大道理\n"
)


@pytest.mark.parametrize(
    ("row", "name", "told"),
    [
        ("白溪乡由县档案馆副馆长屈照帮到底", "白溪乡", "有个乡由县档案馆副馆长屈照帮到底"),
        ("白溪乡2019年的合同找不到原件", "白溪乡", "有个乡2019年的合同找不到原件"),
        ("石塘村11处没动，由镇党委副书记邢建包", "石塘村", "有个村11处没动"),
        ("骨科晚开诊，查5次有4次晚", "骨科", "有个科室晚开诊"),
        ("城东小学的三个班漏报", "城东小学", "有所学校的三个班漏报"),
        ("抽查时白溪乡一份都拿不出来", "白溪乡", "抽查时有个乡一份都拿不出来"),
        ("霉得最厉害的是白溪乡，烂了300份", "白溪乡", "霉得最厉害的是一个乡，烂了300份"),
        ("白溪乡书记到会上说清楚过一次", "白溪乡", "有个乡的书记到会上说清楚过一次"),
        ("白溪乡：三年没人管，档案员走了没补", "白溪乡", "有个乡，三年没人管"),
    ],
)
def test_a_body_that_stays_unnamed_is_one_of_its_sort(row: str, name: str, told: str) -> None:
    speech = to_text(compose(read_sheet(SHEET.format(row, f"{name}不点名"))))
    assert told in speech
    assert name not in speech


def test_two_bodies_in_somebodys_hand_are_counted() -> None:
    row = "白溪乡、黄坪乡由县档案馆副馆长屈照包"
    assert "有两个乡由" in to_text(compose(read_sheet(SHEET.format(row, "白溪乡、黄坪乡不点名"))))


def test_what_has_a_subject_of_its_own_needs_no_other() -> None:
    speech = to_text(compose(read_sheet(SHEET.format("石桥乡河道有阻水沙坝", "石桥乡不点名"))))
    assert "河道有阻水沙坝" in speech
    assert "有个乡" not in speech


@pytest.mark.parametrize(
    ("row", "wish"),
    [
        ("望江社区连续三个季度末位，由陈蓉帮扶", "末位的那个社区不点名"),
        ("柳坝镇改了又回潮，26处有19处拉上了线", "回潮的那个镇不点名"),
    ],
)
def test_whom_a_wish_spares_by_what_is_told_of_him_stays_unnamed(row: str, wish: str) -> None:
    speech = to_text(compose(read_sheet(SHEET.format(row, wish))))
    assert row[:4] not in speech
    assert "有个" in speech


def test_who_is_there_to_hear_his_name_is_not_told() -> None:
    speech = to_text(
        compose(read_sheet(SHEET.format("综掘队记录连着12天一个字不差。要点名，队长在场", "结尾短")))
    )
    assert "综掘队记录" in speech
    assert "在场" not in speech


def test_who_has_it_in_hand_looks_after_one_of_its_sort() -> None:
    row = "杨家镇卫生院连着三个季度末位。\n3. 陶县长联系杨家镇卫生院，每月去一次"
    speech = to_text(compose(read_sheet(SHEET.format(row, "末位的那个卫生院不点名"))))
    assert "我联系一家卫生院" in speech
    assert "杨家镇" not in speech
