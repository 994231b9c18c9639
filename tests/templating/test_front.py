"""Title, byline, date and salutation."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.speech.tree import Blank, Break, Field, Text, plain_text
from drafter.templating.compose import compose
from tests.drafts import drafted


def test_the_title_names_the_meeting() -> None:
    speech = drafted(meeting={"name": "全市社会工作会议"})

    assert (Text("在"), Field("meeting.name", "全市社会工作会议"), Text("上的讲话")) == speech.title


def test_the_title_names_the_year_when_the_date_is_known() -> None:
    speech = drafted(meeting={"name": "全市社会工作会议", "date": "2025-10-11"})

    assert "在2025年全市社会工作会议上的讲话" == plain_text(speech.title)


def test_the_title_does_not_repeat_a_year_that_the_meeting_has() -> None:
    speech = drafted(meeting={"name": "2025年全市社会工作会议", "date": "2025-10-11"})

    assert "在2025年全市社会工作会议上的讲话" == plain_text(speech.title)


def test_a_title_given_stands_as_it_is() -> None:
    assert (Field("title", "奋力开创新局面"),) == drafted(title="奋力开创新局面").title


def test_a_bar_in_a_title_breaks_its_line() -> None:
    speech = drafted(title="奋力开创新局面|——在全市会议上的讲话")

    assert (Field("title", "奋力开创新局面"), Break(), Field("title", "——在全市会议上的讲话")) == speech.title


def test_the_byline_has_post_and_name() -> None:
    speech = drafted(speaker={"post": "市委副书记", "name": "亓官明"})

    assert "市委副书记　亓官明" == plain_text(speech.byline)


def test_an_unknown_speaker_is_two_blanks() -> None:
    labels = [inline.label for inline in drafted().byline if isinstance(inline, Blank)]

    assert ["讲话人职务", "讲话人姓名"] == labels


def test_the_date_stands_in_full_width_brackets() -> None:
    assert "（2025年10月11日）" == plain_text(drafted(meeting={"date": "2025-10-11"}).date)


def test_the_usual_salutation_is_comrades() -> None:
    assert "同志们：" == plain_text(drafted().salutation)


@pytest.mark.parametrize("salutation", ["各位代表，同志们", "各位代表，同志们："])
def test_salutation_ends_with_a_full_width_colon(salutation: str) -> None:
    assert "各位代表，同志们：" == plain_text(drafted(salutation=salutation).salutation)


def test_a_speech_knows_its_kind_layout_and_day() -> None:
    speech = drafted(meeting={"date": "2025-10-11"})

    assert ("deployment", "gbt9704", "2025-10-11") == (speech.kind, speech.layout, speech.meeting_date)


def test_without_a_date_a_speech_has_no_day() -> None:
    assert "" == drafted().meeting_date


@pytest.mark.parametrize("wanted", [True, False])
def test_an_outline_is_added_when_it_is_wanted(wanted: bool) -> None:
    assert wanted == drafted(style={"outline": wanted}).has_outline


def test_the_title_has_no_second_year_where_the_meeting_sums_up_another() -> None:
    speech = drafted(meeting={"name": "集团2025年度总结表彰大会", "date": "2026-01-16"})

    assert "在集团2025年度总结表彰大会上的讲话" == plain_text(speech.title)


@pytest.mark.parametrize(("name", "said"), [("中考百日誓师大会", "同学们"), ("反诈百日攻坚动员会", "同志们")])
def test_a_campaign_of_a_hundred_days_has_no_pupils(name: str, said: str) -> None:
    sheet = read_sheet(f"{name}，2026年6月1日，给副县长 罗川 写讲话稿，6分钟。\n要求：水泵6月20日前配齐。\n")
    assert compose(sheet).salutation.startswith(said)


def test_children_who_are_vaccinated_before_school_do_not_attend_the_meeting() -> None:
    sheet = read_sheet("平江县秋季入学入托疫苗补种部署会\n讲话：主任 费明远\n1. 缺种1327人。")
    assert "同志们：" == compose(sheet).salutation
