"""What a sheet says of replies to the notice is for the notice, and no fact of the speech."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.facts.head.replies import Reply, reply_in

HEAD = "清渡县防汛工作会，2026年4月10日下午3点，县长王平讲话，5分钟。\n"


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("参会名单10月9日下班前报安环部", "10月9日下班前"),
        ("请各科7月10日前把参会人员报护理部", "7月10日前"),
        ("10月9日前报名", "10月9日前"),
    ],
)
def test_the_day_of_replies_is_read(text: str, by: str) -> None:
    assert reply_in(text) == Reply(by, said=(text,))


@pytest.mark.parametrize(
    "text", ["隐患排查情况10月9日前报县应急局", "平均用时18.5", "名单4月15日前更新", "各村4月15日前报名单"]
)
def test_what_is_reported_to_somebody_else_is_no_reply(text: str) -> None:
    assert reply_in(text) is None


def test_replies_of_several_clauses_are_one() -> None:
    sheet = read_sheet(HEAD + "参会名单4月8日前报防指办，联系人 简小鸥，电话 0000-7654321。\n")

    reply = sheet.reply
    assert ("4月8日前", "简小鸥", "0000-7654321") == (reply.by, reply.contact, reply.phone)
    assert () == sheet.facts


def test_a_list_in_a_row_of_tasks_is_no_reply_to_the_notice() -> None:
    sheet = read_sheet(
        HEAD + "下一步：\n1. 夜里值守排到人，名单4月12日前报县防指办。\n2. 沙袋4月15日前备齐。\n"
    )

    assert sheet.reply.by == ""
    assert any("名单4月12日前报县防指办" in fact.text for fact in sheet.facts)


def test_a_list_beside_the_head_is_a_reply_to_the_notice() -> None:
    assert read_sheet(HEAD.rstrip("。\n") + "，名单4月8日前报防指办。\n").reply.by == "4月8日前"
