"""Sheets that are set as tables of marked-up text, forms with dots, and chats with pictures."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.facts.sheet import FactType, Sheet

HEAD = "2026年7月14日（周二）上午，芦州市人社工作会\n讲话：局长 雍和平，12分钟\n"


def read(text: str) -> Sheet:
    return read_sheet(HEAD + text)


def texts(sheet: Sheet, type_: FactType | None = None) -> list[str]:
    return [fact.text for fact in sheet.facts if type_ in (None, fact.type)]


FIGURES = """
| 指标 | 上半年 | 去年同期 | 备注 |
|---|---|---|---|
| 城镇新增就业 | 2.93万人 | 2.81万人 | 年任务5.2万人 |
"""
TASKS = """
| 序 | 任务 | 时限 | 谁 |
|---|---|---|---|
| 1 | 一次性告知单先做30项 | 7月31日前 | 政务服务科 |
"""
PROBLEMS = """
| 在哪里 | 什么事 | 原因 |
|---|---|---|
| 平阜县 | 欠薪线索有22件没办结 | 工资专户没按月进钱 |
"""
WISHES = """
表六 雍局长口述

| 要 | 不要 |
|---|---|
| 仲裁院谢一下 | 不说是哪个窗口 |
"""


def test_a_row_of_figures_is_told_with_what_it_is_compared_to() -> None:
    assert "，".join(texts(read(FIGURES))) == "城镇新增就业2.93万人，去年同期2.81万人，年任务5.2万人"


def test_a_row_of_tasks_has_its_day_and_its_owner() -> None:
    (task,) = (fact for fact in read(TASKS).facts if fact.type is FactType.TASK)

    assert task.owners == ("政务服务科",) and task.by is not None and task.by.text == "7月31日前"


def test_a_row_of_problems_has_its_cause_behind_it() -> None:
    sheet = read(PROBLEMS)

    assert ["工资专户没按月进钱"] == texts(sheet, FactType.CAUSE)
    assert "平阜县" in texts(sheet, FactType.PROBLEM)[0]


def test_cells_of_what_is_wanted_and_what_is_not_are_wishes() -> None:
    sheet = read(WISHES)

    assert {"仲裁院谢一下", "不说是哪个窗口"} <= {intent.text for intent in sheet.intents} and not sheet.facts


@pytest.mark.parametrize("table", [FIGURES, TASKS, PROBLEMS, WISHES])
def test_nothing_of_a_table_is_read_with_its_bars(table: str) -> None:
    sheet = read(table)

    assert not [text for text in (*texts(sheet), *(n.text for n in sheet.notes)) if "|" in text]


FORM = """矿领导讲话任务单
会议名称……井下运输安全会
时　　间……2026年10月12日（周一）早7:10
讲 话 人……赤岭铁矿矿长 欧阳柱
时　　长……6分钟
超　　速……录像抽了60趟，超速的22趟
谁 牵 头……分管副矿长 尉迟明
矿长的话……
　　——说人话，别念条例。
"""


def test_whatever_stands_in_front_of_dots_in_a_form_is_a_label() -> None:
    sheet = read_sheet(FORM)

    assert (sheet.speaker.name, sheet.speaker.minutes) == ("欧阳柱", 6)
    assert not [text for text in texts(sheet) if "…" in text]
    assert ["分管副矿长 尉迟明"] == texts(sheet, FactType.DUTY)


CHAT = """院办-虞主任：5月20号，周三，2026年，新院区搬迁动员会
小桑：谁讲，多久
院办-虞主任：院长 邬孟秋，10分钟
院办-虞主任：新院区床位1200张👍
小桑：收到🙏
院办-虞主任：1️⃣ 别煽情
"""


def test_who_sends_from_an_office_and_pictures_are_left_out_of_a_chat() -> None:
    sheet = read_sheet(CHAT)

    assert sheet.speaker.name == "邬孟秋" and ["新院区床位1200张"] == texts(sheet)
    assert ["别煽情"] == [intent.text for intent in sheet.intents]
