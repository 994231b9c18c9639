"""Ceremonies, commendations, warnings and courses: greeting, stories, thanks, answers, last words."""

from __future__ import annotations

from typing import Any

import pytest

from drafter import draft
from drafter.facts.read import read_fact, read_sheet
from drafter.facts.sheet import FactType
from drafter.speech.blocks import iter_blocks
from drafter.speech.tree import Speech, plain_text
from drafter.templating.compose import compose, to_text
from drafter.templating.compose.plan.story import as_story, hero_of
from drafter.templating.facts_report import facts_report
from tests.drafts import given

DEED = "柳湾所田满仓，巡渠27年，去年7月18日夜里发现干渠渗漏，打着手电守了一夜，天亮抢险队到，没垮口子"


def drafted(kind: str, name: str, **keys: Any) -> Speech:
    """The speech of a meeting with facts."""
    meeting = {"name": name, "date": "2026-06-10", "agenda": [], **keys.pop("meeting", {})}
    return draft(given(kind=kind, meeting=meeting, **keys))


def words(kind: str, name: str, **keys: Any) -> str:
    """All words of a speech."""
    speech = drafted(kind, name, **keys)
    return "\n".join(plain_text(block.inlines) for block in iter_blocks(speech))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (DEED, "田满仓"),
        ("急诊护士丁雪，夜里遇到一名老人倒地，老人救回来了", "丁雪"),
        ("去年7月发水，党员张桂兰把自己家的船拿去接人，接了19个", "张桂兰"),
        ("七里营所6个人管43公里渠，电话全部当天到场", ""),
        ("每周教务处查课，学生会记课间", ""),
    ],
)
def test_a_deed_knows_whom_it_is_told_of(text: str, name: str) -> None:
    assert hero_of(read_fact(text, FactType.CASE)) == name


def test_a_deed_is_told_in_short_sentences_with_its_person() -> None:
    told = as_story(DEED, "田满仓")
    assert told.startswith("柳湾所田满仓，巡渠27年。去年7月18日夜里，田满仓发现干渠渗漏")
    assert told.endswith("到，没垮口子")


def test_a_case_ends_with_how_it_was_punished() -> None:
    told = as_story("站长廖某某，虚报面积1860亩，套取55.8万元，被开除党籍，移送司法", "廖某某")
    assert told.endswith("。廖某某被开除党籍，移送司法")


def test_a_commendation_opens_with_congratulations_and_ends_with_them() -> None:
    said = words(
        "commendation", "清河县灌区管理局表彰会", facts={"honours": ["先进集体3个"], "examples": [DEED]}
    )
    assert "祝贺" in said.split("一、")[0]
    assert "受表彰的" in said.splitlines()[-1]


def test_a_ceremony_presses_nobody() -> None:
    said = words("address", "北岭仓储项目开工仪式", facts={"tasks": ["项目2028年6月底前建成投产"]})
    assert "不算" not in said
    assert "还有" not in said


def test_a_ceremony_numbers_nothing() -> None:
    said = words("address", "北岭仓储项目开工仪式", facts={"situation": ["总投资18.6亿元"]})
    assert "一、" not in said


def test_a_point_of_the_yaml_without_heading_asks_for_none() -> None:
    said = words(
        "work-report",
        "述职评议会",
        facts={"achievements": ["拆违建63处"]},
        parts=[{"role": "integrity", "points": [{"text": "没收过东西"}]}],
    )
    assert "没收过东西" in said
    assert "【要点标题】" not in said
    assert "【部分标题】" not in said


def test_those_whom_the_sheet_thanks_are_thanked() -> None:
    said = words(
        "address", "北岭仓储项目开工仪式", facts={"situation": ["总投资18.6亿元"], "thanks": ["两个村的村民"]}
    )
    assert "感谢两个村的村民。" in said


def test_what_cannot_be_done_stands_with_the_request() -> None:
    facts = {
        "requests": ["罗鸣：排练厅漏雨", "韩茂才：传承补助太低"],
        "promises": ["传承补助标准是省里定的，市里不能自己加", "排练厅9月底前修好"],
    }
    said = words("symposium", "望江市文艺工作者座谈会", facts=facts)
    assert said.index("韩茂才") < said.index("省里定的") < said.index("再说能办的事")


def test_a_promise_names_who_asked_for_it() -> None:
    requests = ["罗鸣：剧团排练厅漏雨", "韩茂才：皮影没人学"]
    facts = {"requests": requests, "promises": ["剧团排练厅9月底前修缮完工"]}
    said = words("symposium", "望江市文艺工作者座谈会", facts=facts, style={"minutes": 5})
    assert "罗鸣" in said.split("再说能办的事")[1]


def test_a_word_that_touches_what_is_to_be_avoided_keeps_its_fact_out() -> None:
    report = facts_report(
        given(
            kind="address",
            meeting={"name": "通湖大桥通车仪式", "date": "2027-04-28"},
            facts={"situation": ["副总工程师骆建民，父亲去世只请了两天假", "桥全长2.86公里"]},
            intent={"leave": ["骆建民父亲的事"]},
        )
    )
    assert [each.path for each in report.unsaid] == ["facts.situation[0]"]


def test_a_person_who_is_not_to_be_named_is_told_of_without_the_name() -> None:
    said = words(
        "address",
        "清溪一中校庆大会",
        facts={"situation": ["1988届校友顾维桢一个人捐了800万元，没让刻名字"]},
        intent={"unnamed": ["顾维桢的名字"]},
    )
    assert "顾维桢" not in said
    assert "1988届校友一个人捐了800万元" in said


def test_what_the_leader_lets_be_said_of_himself_is_said() -> None:
    said = words(
        "warning-education",
        "城建集团警示教育会",
        facts={"causes": ["没人查"]},
        intent={"notes": ["我有责任，用人失察，可以讲"]},
    )
    assert "我有责任，用人失察。" in said


def test_who_speaks_next_is_told_in_every_kind() -> None:
    after = {"afterwards": [{"who": "县委书记", "item": "讲话"}]}
    for kind in ("mobilization", "warning-education", "inspection", "symposium", "commendation"):
        said = words(kind, "清河县水利建设大会", meeting=after, facts={"situation": ["渠道淤了68公里"]})
        assert "县委书记" in said, kind


def test_honours_cases_and_guests_beside_the_facts_are_said() -> None:
    keys = {
        "facts": {"situation": ["总投资18.6亿元"]},
        "awards": [{"title": "先进集体", "units": ["柳湾管理所"], "deeds": DEED}],
        "guests": ["启晨集团董事长沈砚秋"],
        "on_behalf": ["区委、区政府"],
    }
    said = words("commendation", "清河县灌区管理局表彰会", **keys)
    assert all(each in said for each in ("柳湾管理所", "田满仓", "沈砚秋", "区委、区政府"))


def test_what_stands_beside_the_facts_and_has_no_place_is_told_as_unsaid() -> None:
    parameters = given(
        kind="deployment",
        meeting={"name": "清河县防汛会", "date": "2026-06-10"},
        facts={"tasks": ["演练5月10日前完成"]},
        guests=["启晨集团董事长沈砚秋"],
    )
    assert [each.path for each in facts_report(parameters).unsaid] == ["guests[0]"]


def test_a_forbidden_word_in_a_heading_is_found() -> None:
    report = facts_report(
        given(
            kind="symposium",
            meeting={"name": "望江市座谈会", "date": "2026-06-10"},
            facts={"requests": ["罗鸣：排练厅漏雨"], "promises": ["排练厅9月底前修好"]},
            intent={"avoid": ["能办的事"]},
        )
    )
    assert [wish.met for wish in report.wishes if wish.text == "能办的事"] == [False]


def test_the_speaker_calls_himself_i() -> None:
    sheet = read_sheet(
        "松原学院毕业典礼\n2026年6月26日\n院长 季鸿远 致辞 8分钟\n1.图书馆晚了一年才开，院长想当面说声对不起"
    )
    assert "我想当面说声对不起" in to_text(compose(sheet))


def test_the_speaker_takes_upon_himself_what_the_sheet_gives_him_by_name() -> None:
    sheet = read_sheet(
        "全区供暖会\n2026年10月12日\n常务副区长 邢怀谷 讲 9分钟\n督查：邢区长包一厂，不达标的约谈"
    )
    assert "我包一厂" in to_text(compose(sheet))


def test_what_is_to_be_checked_becomes_a_blank() -> None:
    said = words("address", "松原学院毕业典礼", facts={"situation": ["这是第一届完整在校的（核实一下）"]})
    assert "核实一下" not in said


def test_no_praise_and_no_problem_where_they_do_not_fit() -> None:
    case = {"facts": {"examples": ["曹某某干过12年一线，曾连着三年被评为先进"]}, "style": {"minutes": 8}}
    deed = {"facts": {"examples": ["沈阿木，丈夫巡山摔伤，她接过那把砍刀"]}, "style": {"minutes": 8}}

    assert "敬重" not in words("warning-education", "警示教育会", **case)
    assert "后面这些罪" not in words("commendation", "表彰会", **deed)


def test_a_quotation_in_a_story_stays_whole() -> None:
    text = "他收了一张卡，还在忏悔书里写了那天晚上的事：“那天晚上一夜没睡，第二天没人问，我就当没这回事了”"

    assert "“那天晚上一夜没睡，第二天没人问，我就当没这回事了”" in as_story(text, "")


def test_the_sentences_of_one_story_stay_together() -> None:
    sheet = read_sheet("溪南镇表彰大会\n镇长 石川讲话，5分钟\n事迹：\n石满囤，58岁，守山27年。右腿留了疤。\n")
    story = next(line for line in to_text(compose(sheet)).split("\n") if "石满囤" in line)

    assert "右腿留了疤" in story


def test_a_span_in_a_promise_gets_no_day() -> None:
    sheet = read_sheet(
        "溪南学院2026届毕业典礼\n6月24日上午9点，体育馆\n院长 石川致辞，5分钟\n材料：\n"
        "毕业后三年内，图书馆凭校友卡照常进\n"
    )

    assert "前完成" not in to_text(compose(sheet))


def test_what_the_leader_leaves_out_is_no_blank() -> None:
    sheet = read_sheet(
        "溪南公司表彰大会\n2026年3月3日上午9点，礼堂\n董事长 石川讲话，5分钟\n材料：\n"
        "明年改造管网28公里。奖金发放方案还没定\n董事长交代：奖金不提\n"
    )

    assert "奖金" not in to_text(compose(sheet))


@pytest.mark.parametrize(
    ("name", "at_school"), [("清河中学迎新典礼", True), ("清河机床公司迎新暨荣休欢送会", False)]
)
def test_whom_a_factory_welcomes_is_greeted_as_no_pupil(name: str, at_school: bool) -> None:
    said = words("address", name, facts={"situation": ["新来46人"]})

    assert ("新的学期" in said) is at_school


def test_from_when_to_when_something_went_on_stands_in_one_piece() -> None:
    told = as_story("原出纳卫某，28岁，网络赌博，2024年3月到2025年11月从账上转出317万元，共142笔", "卫某")

    assert "2024年3月到2025年11月，卫某从账上转出" in told


def test_a_sentence_of_a_story_ends_where_the_next_has_a_subject() -> None:
    text = "采购中心原副主任严某，四年间在38个小额采购项目里把一单拆成几单，避开招标限额，拿供应商好处41万元"
    assert as_story(text, "") == text
    assert as_story(f"{text}，这是集团的教训", "").endswith("41万元。这是集团的教训")


def test_what_he_always_did_at_night_and_what_he_got_for_it_stay_with_him() -> None:
    text = "地磅站原站长罗某，两年里跟3个货主串通，夜里改磅单216张，收好处费33万元"
    assert as_story(text, "罗某") == text
    split = "采购中心原副主任严某，四年间在38个小额采购项目里把一单拆成几单，避开招标限额，拿好处41万元"
    assert as_story(split, "严某") == split
