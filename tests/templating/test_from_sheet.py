"""A task sheet written as YAML: it loads and builds as it stands, and nothing of the sheet is lost."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import drafter
from drafter.errors import UnknownNameError
from drafter.facts import facts_of, find_links, links_of, read_sheet
from drafter.facts.sheet import Fact
from drafter.library import builtin_library
from drafter.models.scalars import ILLEGAL
from drafter.templating.from_sheet import SheetYaml, yaml_of_sheet
from tests.drafts import loaded
from tests.profiles import examples

# Every kind, or every sheet, is drafted.
pytestmark = pytest.mark.slow

LIBRARY = builtin_library()
PATHS = sorted((Path(__file__).parents[1] / "facts/sheets").glob("*.txt"))
SHEETS = {path.stem: path.read_text(encoding="utf-8") for path in PATHS}
PIECES = sorted({piece for text in SHEETS.values() for piece in re.split(r"(?<=[，。；：、\n（）])", text)})

sheets = st.lists(st.sampled_from([piece for piece in PIECES if piece]), max_size=40).map("".join)
loose = st.text(alphabet=st.sampled_from(sorted(set("".join(SHEETS.values())))), max_size=120)
anything = st.one_of(sheets, loose, st.text(max_size=200))

LEAST_SHEET = """清渡县防汛工作部署会，2026年4月10日下午3点，县政府二楼。副县长罗向川讲话，12分钟。
情况：去年汛期5轮强降雨，转移3164人。
要干的：
1. 没销号的4月25日前全部销号。
2. 喇叭同一天前逐个试响。
"""


def yaml_of(text: str, kind: str | None = None, *, chinese: bool = True) -> SheetYaml:
    return yaml_of_sheet(text, LIBRARY, kind, name="sheet.txt", chinese=chinese)


CIRCLED = "①-⑳㈠-㈩⑴-⒇⒈-⒛❶-❿"
ORDINAL = re.compile(r"(?:\d{1,2}|第?[一二三四五六七八九十]{1,3}是?|[甲乙丙丁戊己庚辛])")


LETTER = re.compile(r"^[ \u3000]*[A-Za-z][ \u3000.、)）]", re.MULTILINE)


def missing_words(text: str, yaml: str) -> list[str]:
    """Return the words of a sheet, between its signs and without ordinals, that its YAML does not have.

    A letter that marks a row, A. or b、, is no word, as a number is none.
    """
    plain = LETTER.sub("", ILLEGAL.sub("", text))
    found = re.findall(rf"[^\W{CIRCLED}]+", plain)
    return [words for words in found if not {words, ORDINAL.sub("", words, count=1)} & in_text(found, yaml)]


def in_text(found: list[str], yaml: str) -> set[str]:
    bare = [ORDINAL.sub("", words, count=1) for words in found]
    return {words for words in (*found, *bare) if words in yaml}


@pytest.mark.parametrize("name", SHEETS)
def test_no_word_of_a_sheet_is_lost(name: str) -> None:
    lost = missing_words(SHEETS[name], yaml_of(SHEETS[name]).text)

    assert [] == lost


@pytest.mark.parametrize("chinese", [True, False])
@pytest.mark.parametrize("name", SHEETS)
def test_it_loads_and_builds_as_it_stands(name: str, chinese: bool) -> None:
    parameters = loaded(yaml_of(SHEETS[name], chinese=chinese).text)

    assert drafter.draft(parameters, LIBRARY).title


@pytest.mark.parametrize("name", SHEETS)
def test_both_languages_say_the_same(name: str) -> None:
    assert loaded(yaml_of(SHEETS[name]).text) == loaded(yaml_of(SHEETS[name], chinese=False).text)


def core(fact: Fact) -> tuple[object, ...]:
    """Return what a fact says, without where it stands."""
    by = fact.by.end if fact.by else None
    names = [(person.name, person.posts) for person in fact.persons]
    return (fact.type, fact.text, by, fact.owners, fact.partners, names, fact.who, fact.source)


@pytest.mark.parametrize("name", SHEETS)
def test_the_facts_of_the_yaml_are_those_of_the_sheet(name: str) -> None:
    parameters, sheet = loaded(yaml_of(SHEETS[name]).text), read_sheet(SHEETS[name])

    assert sorted(map(repr, map(core, sheet.facts))) == sorted(map(repr, map(core, facts_of(parameters))))


@pytest.mark.parametrize("name", SHEETS)
def test_whoever_the_sheet_names_or_spares_is_named_or_spared_in_the_yaml(name: str) -> None:
    sheet, facts = read_sheet(SHEETS[name]), facts_of(loaded(yaml_of(SHEETS[name]).text))
    told = {fact.text: fact.named for fact in facts}

    assert [] == [f.text for f in sheet.facts if f.named is not None and f.named is not told[f.text]]


@pytest.mark.parametrize("name", SHEETS)
def test_what_belongs_together_in_the_sheet_does_so_in_the_yaml(name: str) -> None:
    parameters, sheet = loaded(yaml_of(SHEETS[name]).text), read_sheet(SHEETS[name])
    facts = facts_of(parameters)
    told = {fact.id: fact.text for fact in (*sheet.facts, *facts)}

    joined = {(told[link.source], told[link.target]) for link in links_of(parameters, facts)}

    assert {(told[link.source], told[link.target]) for link in find_links(sheet.facts)} <= joined


@settings(max_examples=examples(200))
@given(anything)
def test_of_any_text_no_word_is_lost_and_the_yaml_loads(text: str) -> None:
    yaml = yaml_of(text).text
    loaded(yaml)

    assert [] == missing_words(text, yaml)


def test_what_is_written_otherwise_has_its_words_beside_it() -> None:
    lines = yaml_of(LEAST_SHEET).text.splitlines()

    assert "  日期: 2026-04-10  # 原文：2026年4月10日" in lines
    assert "  时间: 下午3时  # 原文：下午3点" in lines


def test_what_the_text_alone_does_not_say_has_its_key() -> None:
    facts = facts_of(loaded(yaml_of(LEAST_SHEET).text))

    assert ["2026-04-25"] * 2 == [str(fact.by.end) for fact in facts if fact.by]
    assert "期限: 4月25日前" in yaml_of(LEAST_SHEET).text


def test_the_meeting_and_its_speaker_are_read() -> None:
    parameters = loaded(yaml_of(LEAST_SHEET).text)

    meeting, speaker = parameters.meeting, parameters.speaker
    assert ("清渡县防汛工作部署会", "县", "清渡县") == (meeting.name, meeting.level, meeting.region)
    assert ("罗向川", "副县长", 12.0) == (speaker.name, speaker.post, parameters.style.minutes)


def test_the_kind_is_the_one_that_the_name_calls_for() -> None:
    assert "文种: 座谈会" in yaml_of("清渡县企业家座谈会\n").text


def test_a_kind_that_is_given_goes_before_it() -> None:
    assert "文种: 推进会" in yaml_of("清渡县企业家座谈会\n", "推进会").text


def test_a_kind_that_there_is_not_is_refused() -> None:
    with pytest.raises(UnknownNameError):
        yaml_of(LEAST_SHEET, "推金会")


def test_what_is_unsure_is_marked_and_told() -> None:
    done = yaml_of(LEAST_SHEET + "3. 土工布缺3000，4月20日前补齐。\n")

    [marked] = [line for line in done.text.splitlines() if " # 请核对" in line]
    [told] = [doubt for doubt in done.doubts if doubt.code == "S101"]
    assert "3000" in marked and 6 == told.span.line


def test_what_contradicts_is_told_with_both_places() -> None:
    done = yaml_of("清渡县防汛会议，2026年4月10日（周一），县长王平讲话，5分钟。\n要干的：甲4月20日前办。\n")

    [told] = [doubt for doubt in done.doubts if doubt.code == "S102"]
    assert 2 <= told.message.count("line 1")
    assert "# 请核对：这一天是周五：“2026年4月10日”" in done.text


def test_what_finds_no_place_stands_in_the_notes_and_is_told() -> None:
    done = yaml_of(LEAST_SHEET + "\n其他\n午饭在食堂\n")

    assert "午饭在食堂" in loaded(done.text).notes
    assert any("午饭在食堂" in doubt.message for doubt in done.doubts if doubt.code == "S103")


def test_a_meeting_without_a_year_is_the_one_nearest_to_today_and_is_told() -> None:
    sheet = LEAST_SHEET.replace("2026年", "")

    done = yaml_of_sheet(sheet, LIBRARY, today=datetime.date(2026, 3, 20))

    assert datetime.date(2026, 4, 10) == loaded(done.text).meeting.date
    assert "S101" in [doubt.code for doubt in done.doubts]


def test_who_is_pointed_at_in_a_wish_is_named() -> None:
    sheet = LEAST_SHEET + "\n问题：\n- 石塘村：3月交办11处，8处没动。要点这个村，不点人。\n"

    intent = loaded(yaml_of(sheet).text).intent

    assert (("石塘村",), ("石塘村的人",)) == (intent.named, intent.unnamed)


def test_other_papers_are_named() -> None:
    done = yaml_of_sheet(LEAST_SHEET, LIBRARY, papers=["主持词", "notice"], chinese=True)

    assert ("host-script", "notice") == loaded(done.text).papers


def test_the_same_sheet_gives_the_same_yaml() -> None:
    assert yaml_of(LEAST_SHEET) == yaml_of(LEAST_SHEET)


@pytest.mark.parametrize(
    ("body", "level"),
    [
        ("安澜市第二人民医院", "医院"),
        ("云桥学院", "学校"),
        ("清渡县第一中学", "学校"),
        ("云桥农业研究所", "科研院所"),
        ("南岭煤矿", "企业"),
        ("鸿远集团", "企业"),
        ("云州市水利局", "机关"),
    ],
)
def test_a_body_that_is_no_place_is_the_host(body: str, level: str) -> None:
    meeting = loaded(yaml_of(f"{body}安全工作会，2026年4月10日下午3点。").text).meeting

    assert (level, body, None) == (meeting.level, meeting.host, meeting.region)


@pytest.mark.parametrize(("body", "level"), [("云桥社区", "社区"), ("柳湾村", "村")])
def test_a_neighbourhood_and_a_village_are_places(body: str, level: str) -> None:
    meeting = loaded(yaml_of(f"{body}安全工作会，2026年4月10日下午3点。").text).meeting

    assert (level, body, None) == (meeting.level, meeting.region, meeting.host)


def test_what_a_deputy_is_in_charge_of_is_no_part_of_his_post() -> None:
    text = "云岭区养老服务工作推进会，2026年9月3日上午9点。\n给分管副区长 沈佩兰 写讲话，8分钟。\n"

    assert "副区长" == loaded(yaml_of(text).text).speaker.post
