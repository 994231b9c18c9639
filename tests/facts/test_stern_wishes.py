"""Wishes that a matter is blamed, touched or answered, told in the verb alone: 要批, 说硬, 表一句."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.facts.sheet import Intent
from drafter.facts.wishes.intents import read_wish
from drafter.facts.wishes.wish_ends import begins_with_wrongs
from drafter.templating.compose import compose, to_text

SHEET = """柳溪镇动物防疫动员会
2026年9月23日，镇政府二楼。镇长 苗青松 讲，8分钟。
1. 全镇散养户2740户。
2. 白石村春防漏打羊212只，报表上填的是全打了。
3. 房主有63户自己拆了加盖。
要求：
1. 10月20日前集中免疫全部打完。
镇长原话：{}。
"""


def wishes(said: str) -> list[Intent]:
    return list(read_sheet(SHEET.format(said)).intents)


@pytest.mark.parametrize(
    ("wish", "kind", "words"),
    [
        ("虚报那件事要说硬", "stress", ("虚报",)),
        ("坐办公室填表的要批", "stress", ("坐办公室填表",)),
        ("漏报的事狠狠批一批", "stress", ("漏报",)),
        ("摔倒的老人那件事要说重，但不责怪当班护士", "stress", ("摔倒的老人",)),
        ("物业要批", "address", ("物业",)),
        ("锦华苑说直一点", "stress", ("锦华苑",)),
        ("白沙乡可以表一句", "praise", ("白沙乡",)),
        ("补填记录的事点到就行", "spare", ("补填记录",)),
        ("再谢家里人和师傅、裁判", "thanks", ("家里人和师傅、裁判",)),
        ("保洁员那一扶要谢", "thanks", ("保洁员",)),
        ("最后给教学秘书说几句公道话", "address", ("教学秘书",)),
        ("别点村", "no-name", ("村",)),
        ("老百姓不是跟咱作对", "other", ("老百姓",)),
        ("养狗的人不是对头，别把话说僵", "other", ("养狗的人",)),
    ],
)
def test_a_wish_in_few_words_has_its_kind(wish: str, kind: str, words: tuple[str, ...]) -> None:
    found = read_wish(wish)
    assert (found.kind.value, found.words) == (kind, words)


@pytest.mark.parametrize("wish", ["口气硬一点", "话要说硬"])
def test_a_tone_is_no_matter(wish: str) -> None:
    assert read_wish(wish).kind.value == "tone"


def test_what_is_barred_between_two_wishes_parts_them() -> None:
    assert [i.kind.value for i in wishes("先祝贺大家，再谢防疫员和师傅、兽医")] == ["other", "thanks"]


def test_no_hard_words_make_no_hard_tone() -> None:
    assert read_wish("对房主别说硬话，他们养家不容易").tone == "plain"


def test_they_are_named_who_are_not_to_be_spoken_to_harshly() -> None:
    told = to_text(compose(read_sheet(SHEET.format("对房主别说硬话，他们养家不容易"))))
    assert "他们养家" not in told
    assert "房主养家不容易" in told


def test_what_was_not_done_well_comes_first() -> None:
    assert begins_with_wrongs("先说没干好的，别一上来就报喜")
    assert not begins_with_wrongs("先说成绩")


def test_a_false_report_is_found_by_what_it_says() -> None:
    told = compose(read_sheet(SHEET.format("虚报那件事要说硬")))
    facts = next(s.facts for s in told.sentences() if "212只" in s.text)
    assert "没有看过就写上去" in "".join(s.text for s in told.sentences() if s.facts == facts)


def test_who_is_not_to_be_named_is_a_wish_of_its_own() -> None:
    assert [i.kind.value for i in wishes("漏打的212只要批，但别点村")] == ["stress", "no-name"]


def test_that_matter_is_the_one_with_which_the_speech_begins() -> None:
    assert wishes("从白石村漏打的羊讲起；漏报别训人；那件事讲透")[-1].words == ("白石村漏打的羊",)


def test_what_is_done_at_one_go_asks_for_no_tone() -> None:
    sheet = read_sheet(
        SHEET.format("讲慢一点").replace("2740户。", "2740户。\n2. 记录抽了60本，有19本是一口气补写的。")
    )
    assert any("一口气补写" in fact.text for fact in sheet.facts)


def test_what_is_not_read_again_does_not_hide_who_is_to_be_named() -> None:
    notes = SHEET.replace(
        "2740户。", "2740户。\n2. 去年火点37个。\n3. 大湾村：秸秆打捆拉走，去年一个火点没有。"
    )
    told = to_text(compose(read_sheet(notes.format("去年火点不用再念；大湾村可以点"))))
    assert "一个火点没有" in told
    assert "37个" not in told


def test_for_whom_a_word_is_said_stands_in_front() -> None:
    assert wishes("维修工跑得苦，替他们说句良心话")[0].words == ("维修工",)
