"""Words to those named: an apology, where one is firm, a kind word with what is not let off, an answer."""

from __future__ import annotations

from functools import lru_cache

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose, to_text
from drafter.templating.compose.given import material_of_sheet

SHEET = """【任务】2026年9月22日，老城区供水改造开工会，给县长 闻立群 写讲话稿，8分钟。
【情况】
1. 管网总长61公里，漏损率24%。
2. 检修班12个人，上半年夜里抢修37次。
3. 居民代表讲了两件事：六楼夏天没水压；早上放出来的水发黄。
4. 换管58公里，北门街片区12月20日前完工。
5. 停水提前48小时告知到户，每次停水不超过8小时。
6. 质量：材料进场逐批检验，试压不合格不得回填。
7. 物业8小时内到场。
【闻县长交代】{}。
"""


@lru_cache
def speech(wish: str) -> str:
    return to_text(compose(read_sheet(SHEET.format(wish))))


@pytest.mark.parametrize(
    ("wish", "behind", "said"),
    [
        ("对居民说声添麻烦", "不超过8小时", "给居民添麻烦了，在这里先说一声，请多担待。"),
        ("给沿街的住户赔个不是，要吵大半年", "不超过8小时", "要吵大半年，我在这里向沿街的住户赔个不是。"),
        ("对施工方讲质量要硬", "不得回填", "对施工方，有一句硬话说在这里：质量上没有商量。"),
        ("居民代表讲的两件事要接住", "水发黄", "居民代表讲的，我都听进去了，这里当面接下来。"),
        ("居民代表说的要给个说法", "水发黄", "办成办不成，都会给个说法。"),
        ("对物业说话要硬，8小时就是8小时", "内到场", "对物业，今天把话讲硬：8小时就是8小时。"),
    ],
)
def test_a_word_to_those_named_stands_behind_what_it_is_about(wish: str, behind: str, said: str) -> None:
    paragraph = next(each for each in speech(wish).split("\n") if said in each)
    assert behind in paragraph
    assert paragraph.index(behind) < paragraph.index(said)


def test_a_kind_word_stands_in_front_of_what_is_not_let_off() -> None:
    said = speech("检修班夜里干活，体谅一下，但补记录不能放过")
    assert "辛苦" in said
    assert said.index("辛苦") < said.index("可补记录，不能放过。")


def test_what_is_not_let_off_is_no_kind_word() -> None:
    assert "有一句话要说：但" not in speech("检修班的同志辛苦，体谅一句，但补记录这个毛病不能放过")


def test_who_is_meant_is_named_where_the_fact_does_not_name_him() -> None:
    sheet = SHEET.replace("7. 物业", "7. 水费去年实收118600块，欠着的有93户。\n8. 物业")
    said = to_text(compose(read_sheet(sheet.format("欠水费的别骂，有的真困难"))))
    assert "93户。欠水费的，有的真困难。" in said


def test_why_something_is_avoided_is_not_said() -> None:
    assert "停他的水" not in speech("停水这招别提，谁欠费也不许停他的水")


def test_weight_is_laid_on_the_fact_that_other_words_tell() -> None:
    sheet = SHEET.replace("7. 物业", "7. 病人空腹等到下午的有58人。\n8. 物业")
    material = material_of_sheet(read_sheet(sheet.format("把病人空着肚子等的事讲透")))
    about = [fact.text for fact in material.facts if fact.id in material.intents[0].about]
    assert about == ["病人空腹等到下午的有58人"]


def test_nobody_is_called_to_be_told_that_he_may_speak_himself() -> None:
    told = speech("给泵站工说句贴心话")

    assert "单独说给泵站工听。心里有什么话" not in told


def test_where_one_sentence_is_said_to_them_no_several_are_announced() -> None:
    told = speech("给测漏工道声辛苦")
    line = next(each for each in told.split("\n") if "测漏工" in each)
    assert "几句" not in line
    assert line.strip().startswith("测漏工的同志，")


def test_where_people_work_is_no_name_to_call_them_by() -> None:
    told = speech("对一线说几句")
    assert "一线的同志，" in told
    assert "\u3000一线，" not in told
