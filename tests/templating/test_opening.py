"""The opening and the closing: purpose, agenda, appraisal, what is announced, thanks."""

from __future__ import annotations

import pytest

from drafter.speech.tree import Blank, Field
from tests.drafts import NAME, blanks_of, drafted, said


def opening(**keys: object) -> str:
    return said(drafted(**keys).opening)


def test_the_opening_names_meeting_and_purpose() -> None:
    text = opening(meeting={"purpose": ["学习贯彻上级要求", "部署下一步工作"]})

    assert text.startswith(f"今天，我们召开{NAME}，主要任务是学习贯彻上级要求，部署下一步工作。")


def test_without_a_purpose_the_opening_speaks_in_general_terms() -> None:
    assert "学习贯彻上级关于安全生产工作的要求，认真落实市委、市政府工作安排" in opening()


def test_an_agenda_is_told_in_its_order() -> None:
    agenda = [{"who": "市应急局", "did": "通报了情况"}, {"who": ["东山区", "清河县"], "did": "作了交流发言"}]

    text = opening(meeting={"agenda": agenda})

    assert "刚才，市应急局通报了情况，东山区、清河县作了交流发言。" in text


def test_an_unknown_agenda_is_told_in_blanks() -> None:
    labels = {blank.label for blank in blanks_of(drafted()) if blank.text in opening()}

    assert {"传达单位", "传达内容", "发言单位"} <= labels


def test_an_empty_agenda_is_passed_over() -> None:
    assert "刚才" not in opening(meeting={"agenda": []})


def test_an_empty_agenda_is_not_appraised() -> None:
    assert "appraisal" not in {blank.path for blank in blanks_of(drafted(meeting={"agenda": []}))}


def test_an_agenda_item_without_a_speaker_has_a_blank() -> None:
    speech = drafted(meeting={"agenda": [{"did": "作了交流发言"}]})

    assert "meeting.agenda[0].who[0]" in {blank.path for blank in blanks_of(speech)}


@pytest.mark.parametrize("appraisal", ["都很好", "都很好。"])
def test_an_appraisal_ends_with_one_full_stop(appraisal: str) -> None:
    assert "。都很好。下面" in opening(appraisal=appraisal, meeting={"agenda": {"who": "甲", "did": "发言"}})


@pytest.mark.parametrize(("count", "word"), [(1, "一点"), (2, "两点"), (3, "三点"), (4, "四点")])
def test_the_opening_announces_as_many_parts_as_there_are(count: int, word: str) -> None:
    parts = [{"heading": f"标题{index}"} for index in range(count)]

    assert opening(parts=parts).endswith(f"我讲{word}意见。")


def test_a_closing_given_stands_as_it_is() -> None:
    paragraphs = drafted(closing="同志们，干起来吧！").closing

    assert [(Field("closing", "同志们，干起来吧！"),)] == [paragraph.inlines for paragraph in paragraphs]


def test_a_line_break_in_a_closing_starts_a_paragraph() -> None:
    paragraphs = drafted(closing="一段。\n\n二段。").closing

    assert ["一段。", "二段。"] == said(paragraphs).split("\n")


def test_a_closing_ends_with_a_full_stop() -> None:
    assert "同志们，就讲这些。" == said(drafted(closing="同志们，就讲这些").closing)


def test_thanks_stand_in_a_paragraph_of_their_own() -> None:
    assert "谢谢大家！" == said(drafted(style={"thanks": True}).closing).split("\n")[-1]


def test_without_thanks_wanted_there_are_none() -> None:
    assert "谢谢" not in said(drafted().closing)


def test_the_usual_closing_says_nothing_that_needs_a_fact() -> None:
    closings = [drafted(style={"variation": number}).closing for number in (1, 2, 3, 4)]

    assert not any(
        isinstance(inline, Blank)
        for closing in closings
        for paragraph in closing
        for inline in paragraph.inlines
    )
