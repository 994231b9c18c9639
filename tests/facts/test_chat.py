"""A chat read as a sheet."""

import datetime

from drafter.facts import read_sheet
from drafter.facts.cut.chat import messages_of

CHAT = """\
老葛：在不
小田：在呢
老葛：6月11号上午九点 区教育局开暑期安全和托管的会 你给局长弄个讲话
小田：讲多久
老葛：别超过十分钟
小田：局长全名是？
老葛：汪启舟 局党组书记、局长
老葛：托管点31个 报名4860人
小田：要办什么
老葛：校车那3辆 6月18日前换掉 安全股盯
"""


def test_who_sends_a_message_and_what_he_asks_are_no_words_of_the_sheet() -> None:
    said = messages_of(CHAT)
    assert len(said) == len(CHAT)
    assert ["老葛" in said, "小田" in said, "讲多久" in said, "要办什么" in said] == [False] * 4


def test_the_name_and_the_hour_above_each_message_are_no_words_of_the_sheet() -> None:
    heads = "阿芸 2026/5/28 20:1{}\n在建项目{}个\n小潘 20:1{}\n逾期{}个\n"
    said = messages_of("".join(heads.format(n, n, n, n) for n in range(3)))
    assert "阿芸" not in said
    assert "在建项目2个" in said


def test_the_hour_and_the_name_in_front_of_each_message_are_no_words_of_the_sheet() -> None:
    said = messages_of("".join(f"[9:0{n}] 老康：保洁员{n}人\n" for n in range(5)))
    assert said.split() == [f"保洁员{n}人" for n in range(5)]


def test_labels_of_a_sheet_send_nothing() -> None:
    sheet = "时间：6月5日\n地点：三楼\n讲话：镇长\n时间：上午\n地点：礼堂\n讲话：书记\n"
    assert messages_of(sheet) == sheet


def test_the_head_of_a_chat_is_read() -> None:
    sheet = read_sheet(CHAT, today=datetime.date(2026, 6, 1))
    assert sheet.meeting.name is not None
    assert ("区教育局暑期安全和托管会议", "汪启舟", 10) == (
        sheet.meeting.name.value,
        sheet.speaker.name,
        sheet.speaker.minutes,
    )


def test_what_a_chat_tells_is_told_without_its_senders() -> None:
    facts = read_sheet(CHAT, today=datetime.date(2026, 6, 1)).facts
    assert ["托管点31个 报名4860人", "校车那3辆 6月18日前换掉 安全股盯"] == [fact.text for fact in facts]
