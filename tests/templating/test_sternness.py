"""Who is praised, spoken to sternly, or not to be blamed, is told of as the leader wants it."""

from __future__ import annotations

from functools import lru_cache

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import Composition, compose, to_text

SHEET = """【任务】2026年8月12日上午9点，望河街道充电安全整治推进会。给街道办副主任 蒋亦舟 写讲话，8分钟。
【情况】
1. 1到7月，辖区起火9起，没有死人。
2. 桂苑社区去年建了3个车棚、180个口，今年没有一起飞线。
3. 不少物业怕得罪业主，只贴告示，不上门。
4. 老人腿脚不好，图方便推上楼。
5. 要干的：剩下51处8月31日前清完。
6. 物业三次整改不到位的，报区住建局。
7. 上河村、下河村垃圾池满了半个月没人运。
8. 城西营业所值班电话没人接，柳荫里小区停热4天。
9. 康禾配餐公司5月12日送到向阳中学的菜里有头发。
【蒋主任交代】{}。
"""


@lru_cache
def speech(wish: str) -> Composition:
    return compose(read_sheet(SHEET.format(wish)))


def paragraph_with(wish: str, words: str) -> str:
    return next(each for each in to_text(speech(wish)).split("\n") if words in each)


def test_praise_stands_behind_the_deed_of_a_unit_by_its_whole_name() -> None:
    told = paragraph_with("桂苑做得好，点一下", "180个口")
    assert "桂苑社区" in told.partition("一起飞线。")[2]


def test_stern_words_stand_around_the_facts_and_what_follows_comes_after_them() -> None:
    told = paragraph_with("物业要敲打，重一点", "怕得罪业主")
    assert told.index("物业") < told.index("怕得罪业主") < told.index("报区住建局")
    assert "心里话" not in told and "辛苦" not in told


def test_stern_words_point_back_at_a_fact_that_has_weight_where_it_stands() -> None:
    text = to_text(speech("物业要敲打；只贴告示的事说透"))
    assert text.count("只贴告示") == 1
    assert "物业请往自己身上对一对" in text or "对物业，还有几句重话" in text


@pytest.mark.parametrize("wish", ["不骂老人", "别怪老人"])
def test_who_is_not_to_be_blamed_is_told_of_in_plain_words(wish: str) -> None:
    assert [each.met for each in speech(wish).report.wishes] == [True]


def test_a_tone_with_how_it_is_to_be_heard_is_one_wish_for_the_reader() -> None:
    assert len(speech("话要重，但要让人听出来是拉一把").report.unchecked) == 1


def test_names_that_are_spared_together_are_told_as_so_many() -> None:
    assert "有两个村垃圾池" in to_text(speech("上河、下河不点名"))


def test_a_name_that_is_spared_inside_a_sentence_leaves_what_it_is() -> None:
    assert "有个小区停热4天" in to_text(speech("柳荫里不点名"))


def test_a_school_is_spared_by_its_name() -> None:
    assert "向阳" not in to_text(speech("向阳中学不要点名"))


def test_stern_words_that_are_to_be_heavy_are_words_to_those_named() -> None:
    assert "营业所" in paragraph_with("城西营业所要敲打，说重一点", "重")


def test_words_that_are_to_be_said_as_they_are_keep_their_marks() -> None:
    assert "活着回家，比什么都大。" in to_text(speech("“活着回家，比什么都大”这句原话要讲"))


def test_a_fault_that_may_be_told_bluntly_is_told_once() -> None:
    assert to_text(speech("拿了钱不干活的话可以说")).count("拿了钱不干活") == 1


def test_a_speech_without_slogans_meets_the_wish_for_none() -> None:
    assert [each.met for each in speech("别喊口号").report.wishes] == [True]
