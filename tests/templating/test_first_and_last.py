"""How a speech ends, of how many parts it is and how it calls people, where the leader says so."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.facts.wishes.wish_ends import ends_shortly, leaves_end, parts_wanted
from drafter.templating.compose import Composition, compose

SHEET = """恒岭厂吊装安全会
2026年5月21日，厂部三楼。厂长 傅振声 讲，8分钟。
{}
1. 吊具普查1260件，该报废的83件。
2. 5月4日钢丝绳断了一股，没有伤人。
要求：
1. 18件吊具5月29日前找齐。
厂长交代：{}。
"""


def speech(wish: str, agenda: str = "") -> Composition:
    return compose(read_sheet(SHEET.format(agenda, wish)))


def met(wish: str) -> list[bool]:
    return [each.met for each in speech(wish).report.wishes]


@pytest.mark.parametrize(
    ("wish", "count"),
    [("三条，不要多", 3), ("讲两点就够", 2), ("分三点", 3), ("第三条多讲", 0), ("三条路都要修", 0)],
)
def test_a_wish_tells_how_many_parts_there_are(wish: str, count: int) -> None:
    assert parts_wanted(wish) == count


def test_the_report_counts_the_parts() -> None:
    parts = len(speech("讲慢一点").sections)
    assert met(f"讲{' 一两三四'[parts]}点就够") == [True]
    assert met("讲六点就够") == [False]


def test_the_end_that_the_speaker_keeps_for_himself_is_a_blank() -> None:
    made = speech("最后一段我自己讲，留空")
    assert "".join(s.text for s in made.closing[-1]) == "【最后一段自己讲】"
    assert [each.met for each in made.report.wishes] == [True]


@pytest.mark.parametrize("wish", ["最后落到老人家的那盏灯上", "最后落在老人家的那盏灯上"])
def test_a_thing_on_which_the_speech_ends_is_to_be_kept_in_mind(wish: str) -> None:
    assert "最后，请大家记住老人家的那盏灯。" in [s.text for s in speech(wish).closing[-1]]
    assert met(wish) == [True]


def test_how_to_end_is_told_apart() -> None:
    assert leaves_end("末尾我自己说两句")
    assert not leaves_end("最后一句落在树上")
    assert ends_shortly("结尾平平收住")
    assert not ends_shortly("末了别喊口号")


def test_that_nothing_follows_is_nobodys_turn() -> None:
    closing = "".join(
        s.text for p in speech("讲慢一点", "议程：安环部通报；厂长讲，讲完没有了").closing for s in p
    )
    assert "没有" not in closing


def test_those_present_are_called_as_the_leader_wants() -> None:
    made = speech("称“工友”")
    assert made.salutation == "工友们，同志们："
    assert [each.met for each in made.report.wishes] == [True]


def test_two_names_for_those_present_are_both_called() -> None:
    assert speech("称“老首长、老战友”").salutation == "各位老首长、老战友："


def test_a_name_that_the_text_does_not_have_is_told() -> None:
    assert met("称“困难群众”") == [False]
    assert met("称“困难群众”可以") == []


def test_a_speech_that_does_not_begin_with_reasons_has_none_in_front() -> None:
    assert met("别从大道理讲起") == [True]
