"""Those who are spoken to hear what the sheet tells of their load, and not a word that fits anybody."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.facts.wishes.intents import read_wish
from drafter.templating.compose import Composition, compose

SHEET = """柳溪镇动物防疫动员会
2026年9月23日，镇政府二楼。镇长 苗青松 讲，8分钟。
1. 全镇散养户2740户。
原因：防疫员一个人管三个村；收费员漏打一天12次；表册旧。
要求：
1. 10月20日前集中免疫全部打完。
镇长原话：{}。
"""


def speech(wish: str) -> Composition:
    return compose(read_sheet(SHEET.format(wish)))


def passages(wish: str) -> str:
    return "".join(s.text for paragraph in speech(wish).passages for s in paragraph)


def test_who_is_told_that_he_works_hard_hears_what_he_bears() -> None:
    assert "你们一个人管三个村，这份难处，我心里有数。" in passages("给防疫员道声辛苦")


def test_what_is_said_for_people_tells_of_them() -> None:
    assert "防疫员一个人管三个村，这份难处，大家要知道。" in passages("防疫员那边替他们说句公道话")


def test_what_people_did_wrong_is_no_load() -> None:
    assert "漏打" not in passages("给收费员道声辛苦")


def test_what_a_wish_tells_of_people_is_not_told_twice() -> None:
    sheet = read_sheet(
        SHEET.format("司机夜里跑三条线，说句良心话").replace("2740户", "2740户。\n2. 司机夜班一个人跑三条线")
    )
    assert sum("跑三条线" in s.text for s in compose(sheet).sentences()) == 1


@pytest.mark.parametrize(
    ("wish", "who"),
    [
        ("机电工夜里跑三条巷道，说句良心话", "机电工"),
        ("药师夜里辛苦，体谅一句", "药师"),
        ("后勤的同志，一句暖话不能少", "后勤的同志"),
        ("物业也要说两句", "物业"),
        ("抢修队的人辛苦，说两句", "抢修队的人"),
    ],
)
def test_those_to_whom_a_word_is_due_are_named_without_what_they_do(wish: str, who: str) -> None:
    found = read_wish(wish)
    assert (found.kind.value, found.words) == ("address", (who,))


def test_nobody_is_spoken_to_as_they() -> None:
    assert "对他们" not in passages("那块地里的事苦得很，替他们说句话")


def test_a_passage_for_somebody_is_said_to_him_in_its_words() -> None:
    said = passages("这段对村书记讲：册子并起来不能推")
    assert "有一句话，要对村书记讲明：册子并起来不能推。" in said
    assert [each.met for each in speech("这段对村书记讲：册子并起来不能推").report.wishes] == [True]
