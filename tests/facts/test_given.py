"""The facts of a YAML, as the reader of sheets would give them."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from drafter.facts import FactType, IntentKind, blanks_of, facts_of, infer, intents_of, links_of, sheet_of
from drafter.facts.given import TYPES
from drafter.facts.sheet import Fact
from drafter.models.facts import Facts
from drafter.models.fields import fields_of
from tests.drafts import given

DAY = {"name": "会议", "date": "2026-04-10"}


def facts(**lists: Any) -> tuple[Fact, ...]:
    return facts_of(given(meeting=DAY, facts=lists))


def test_every_list_of_the_yaml_has_its_type() -> None:
    assert list(fields_of(Facts)) == list(TYPES)
    assert set(FactType) == set(TYPES.values())


def test_the_id_of_a_fact_is_its_path() -> None:
    point = {"facts": {"gaps": ["编织袋缺2万条"]}, "points": [{"facts": {"tasks": ["甲"]}}]}

    found = facts_of(given(facts={"tasks": ["甲", "乙"]}, parts=[{}, {"points": [point]}]))

    assert [
        "facts.tasks[0]",
        "facts.tasks[1]",
        "parts[1].points[0].facts.gaps[0]",
        "parts[1].points[0].points[0].facts.tasks[0]",
    ] == [fact.id for fact in found]


def test_what_a_text_says_is_read_out_of_it() -> None:
    [fact] = facts(tasks=["编织袋4月20日前补齐，县应急局牵头"])

    assert (FactType.TASK, "编织袋", ("县应急局",)) == (fact.type, fact.topic, fact.owners)
    assert fact.by is not None and datetime.date(2026, 4, 20) == fact.by.end


def test_a_key_goes_before_what_the_text_says() -> None:
    item = {"text": "喇叭同一天前逐个试响", "topic": "预警喇叭", "by": "4月15日前", "owner": "县应急局"}

    [fact] = facts(tasks=[item])

    assert ("预警喇叭", ("县应急局",)) == (fact.topic, fact.owners)
    assert fact.by is not None and datetime.date(2026, 4, 15) == fact.by.end


def test_a_deadline_without_a_day_is_an_event() -> None:
    [fact] = facts(tasks=[{"text": "甲", "by": "入汛前"}])

    assert fact.by is not None and (None, "by") == (fact.by.end, fact.by.relation)


def test_a_fact_without_text_is_made_of_what_it_is_about() -> None:
    [fact] = facts(tasks=[{"topic": "存量垃圾点", "by": "5月31日前", "demand": "清零"}])

    assert "存量垃圾点5月31日前清零" == fact.text


@pytest.mark.parametrize("item", [None, {}, {"text": None, "by": None}])
def test_an_empty_item_is_no_fact(item: Any) -> None:
    assert () == facts(tasks=[item])


def test_a_fact_that_tells_a_day_of_its_own_does_not_move_the_meeting() -> None:
    [fact] = facts(basis=["2025年12月3日县委常委会定的，5月1日起执行"])

    assert datetime.date(2026, 5, 1) == fact.whens[-1].start


def test_what_is_derived_has_its_sources() -> None:
    found = facts(progress=["排查73处，销号51处"])

    assert [("22", ("facts.progress[0]",))] == [
        (str(each.value), each.facts)
        for each in infer(found, datetime.date(2026, 4, 10))
        if each.kind == "remaining"
    ]


def test_a_fact_says_what_it_belongs_to() -> None:
    parameters = given(
        facts={
            "progress": ["排查问题73处，销号51处"],
            "tasks": [{"text": "全部办完", "for": "排查问题"}],
            "duties": [{"text": "由谭志高包到底", "for": "全部办完"}],
        }
    )

    links = links_of(parameters, facts_of(parameters))

    assert {
        ("rest", "facts.tasks[0]", "facts.progress[0]"),
        ("owner", "facts.duties[0]", "facts.tasks[0]"),
    } <= {(link.kind, link.source, link.target) for link in links}


def test_facts_under_one_label_are_of_one_group() -> None:
    label = {"label": "最要紧两处"}

    first, second, third = facts(problems=[{"text": "甲", **label}, {"text": "乙", **label}, "丙"])

    assert first.group == second.group != third.group


def test_wishes_have_their_kinds_and_words() -> None:
    parameters = given(
        facts={"problems": ["石桥乡河道有阻水沙坝"]},
        intent={
            "tone": "firm",
            "stress": "转移",
            "unnamed": "阻水沙坝",
            "avoid": "宁可十防九空",
            "address": {"to": "村组干部", "say": "说几句体己话"},
            "notes": "保洁员要谢一句",
        },
    )
    found = facts_of(parameters)

    assert [
        (IntentKind.TONE, (), "firm", ()),
        (IntentKind.STRESS, ("转移",), "", ()),
        (IntentKind.NO_NAME, ("阻水沙坝",), "", ("facts.problems[0]",)),
        (IntentKind.FORBID, ("宁可十防九空",), "", ()),
        (IntentKind.ADDRESS, ("村组干部",), "warm", ()),
        (IntentKind.THANKS, ("保洁员",), "", ()),
    ] == [(each.kind, each.words, each.tone, each.about) for each in intents_of(parameters, found)]
    assert found[0].named is False


def test_how_to_close_says_what_is_not_to_be_said() -> None:
    [intent] = intents_of(given(intent={"closing": "收尾别喊口号"}), ())

    assert (IntentKind.CLOSING, ("口号",)) == (intent.kind, intent.words)


def test_whoever_may_be_named_is_told_by_the_fact_itself_first() -> None:
    problem = {"text": "石桥乡河道有阻水沙坝", "named": True}

    [fact] = facts_of(given(facts={"problems": [problem]}, intent={"unnamed": "阻水沙坝"}))

    assert fact.named is True


def test_what_is_missing_names_the_fact_that_lacks_it() -> None:
    parameters = given(
        facts={"gaps": ["土工布缺3000"]}, missing=[{"what": "土工布的单位", "for": "土工布"}, "谁来包"]
    )

    blanks = blanks_of(parameters, facts_of(parameters))

    assert [("土工布的单位", ("facts.gaps[0]",)), ("包保责任人", ())] == [
        (blank.what, blank.about) for blank in blanks
    ]


def test_a_yaml_is_the_sheet_that_it_might_have_been_read_from() -> None:
    parameters = given(
        meeting={**DAY, "mode": "现场会", "agenda": [{"who": "水利局", "did": "通报了排查"}]},
        speaker={"name": "罗向川", "post": "副县长、常务副指挥长"},
        style={"minutes": 12},
        facts={"tasks": ["甲4月25日前完成"]},
    )

    sheet = sheet_of(parameters)

    assert sheet.meeting.date is not None and sheet.meeting.mode is not None
    assert (datetime.date(2026, 4, 10), "现场会") == (sheet.meeting.date.start, sheet.meeting.mode.text)
    assert ("罗向川", ("副县长", "常务副指挥长"), 12) == (
        sheet.speaker.name,
        sheet.speaker.posts,
        sheet.speaker.minutes,
    )
    assert [("水利局", "通报排查")] == [(step.who, step.does) for step in sheet.before]
    assert facts_of(parameters) == sheet.facts
