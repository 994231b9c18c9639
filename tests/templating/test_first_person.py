"""The speaker speaks of himself as 我, and stands above his speech with the house of his post."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose, to_text

SHEET = "石桥街道暑期安全专题会\n时间：2026年7月2日\n讲话人：{}，8分钟\n情况：\n1. 辖区11个社区。\n2. {}。\n"


def said(speaker: str, row: str) -> str:
    return to_text(compose(read_sheet(SHEET.format(speaker, row))))


@pytest.mark.parametrize(
    ("speaker", "row", "told"),
    [
        ("总经理 谭正刚", "谭总挂钩五工区", "我挂钩五工区"),
        ("党组书记、局长 罗文峰", "罗局长每周三到12319接一次电话", "我每周三到12319接一次电话"),
        ("局长 罗文峰", "罗局带着城管队看夜市", "我带着城管队看夜市"),
        ("矿长 欧阳柱", "整改情况每周五向欧阳矿长报一次", "向我报一次"),
        ("主任 周敏", "青年塘由周主任盯着", "由我盯着"),
    ],
)
def test_what_the_sheet_tells_of_the_speaker_he_tells_of_himself(speaker: str, row: str, told: str) -> None:
    assert told in said(speaker, row)


def test_of_two_whom_a_row_names_neither_is_the_speaker_alone() -> None:
    assert "我" not in said("局长 罗文峰", "罗局长、吕局长包夜市").partition("二、")[2].partition("包")[0]


@pytest.mark.parametrize(
    ("name", "post", "whole"),
    [
        ("石桥街道", "主任", "石桥街道办事处主任"),
        ("石桥街道", "副主任", "石桥街道办事处副主任"),
        ("石桥街道", "书记", "石桥街道党工委书记"),
        ("枫堰镇", "书记", "枫堰镇党委书记"),
        ("枫堰镇", "镇长", "镇长"),
        ("石桥街道", "街道办主任", "街道办主任"),
    ],
)
def test_a_post_without_its_house_has_that_of_the_body(name: str, post: str, whole: str) -> None:
    sheet = read_sheet(SHEET.replace("石桥街道", name).format(f"{post} 周敏", "河段14处"))
    assert (whole,) == sheet.speaker.posts


def test_a_number_in_brackets_stays_in_the_name_it_is_part_of() -> None:
    assert "石桥一小五（2）班做法好，家长建了群" in said(
        "主任 周敏", "石桥一小五（2）班做法好：家长建了群，零险情"
    )


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            "排查“三区”（老旧小区、城中村、安置区）飞线120处",
            "“三区”，也就是老旧小区、城中村、安置区，飞线120处",
        ),
        ("前三名（一二等奖里排前三的）直接晋升", "前三名，也就是一二等奖里排前三的，直接晋升"),
    ],
)
def test_who_or_what_it_is_stays_where_the_bracket_tells_it(row: str, told: str) -> None:
    assert told in said("主任 周敏", row)


def test_a_surname_is_no_part_of_the_post() -> None:
    sheet = read_sheet(
        "小邵：云溪街道周四（2026年10月22日）下午3点开物业专题会，任主任讲，9分钟，你写。\n"
        "任主任叫任国芳。\n一、小区64个。\n二、投诉412件。\n"
    )
    assert ("云溪街道办事处主任",) == sheet.speaker.posts


def test_a_number_in_brackets_stays_in_the_name_among_the_days() -> None:
    rows = "永安花园（3）号楼11月20日前围挡；水泵10月30日前换好；排水沟11月10日前清完"
    assert "园号楼" not in said("主任 周敏", rows.replace("；", "。\n3. ", 1).replace("；", "。\n4. "))
