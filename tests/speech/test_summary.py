"""Length, time, balance and blanks of a draft."""

from __future__ import annotations

import drafter
from drafter.models.kind import Kind, KindPart
from drafter.models.papers import Answer
from drafter.models.style import Style
from drafter.speech.summary import OpenBlank, unasked_of
from drafter.speech.tree import Blank, Emphasis, Field, Lead, Note, Paragraph, Part, Speech, Text
from tests.drafts import drafted, given

KIND = Kind(
    name="致辞",
    summary="",
    meeting="",
    opening=(40.0, 60.0),
    parts=(KindPart(role="tasks", name="任务", numbering="一要", points=0, share=(60.0, 80.0)),),
)


def paragraph(*words: str | Blank | Field | Lead | Emphasis | Note) -> Paragraph:
    return Paragraph(tuple(Text(word) if isinstance(word, str) else word for word in words))


def test_marks_count_and_white_space_does_not() -> None:
    summary = drafter.summarize(Speech((), opening=(paragraph("一二，　三 四。"),)), KIND, Style())

    assert 6 == summary.characters


def test_marks_take_no_time() -> None:
    speech = Speech((), opening=(paragraph("一二三，四五六。" * 60),))

    assert 2.0 == drafter.summarize(speech, KIND, Style(rate=180)).minutes


def test_who_speaks_faster_takes_less_time() -> None:
    speech = Speech((), opening=(paragraph("一二三四五六" * 60),))

    assert 1.0 == drafter.summarize(speech, KIND, Style(rate=360)).minutes


def test_title_byline_and_outline_are_not_read_aloud() -> None:
    text = (Text("一二三"),)

    summary = drafter.summarize(
        Speech(text, byline=text, date=text, has_outline=True, opening=(paragraph("四五"),)), KIND, Style()
    )

    assert 2 == summary.characters


def test_shares_are_reported_beside_what_is_usual() -> None:
    part = Part("tasks", "一、", (Text("任务"),), lead=(paragraph("六字"),))

    summary = drafter.summarize(
        Speech((), opening=(paragraph("一二三四五六"),), parts=(part,)), KIND, Style()
    )

    assert [("opening", 6, 50.0, True), ("tasks", 6, 50.0, False)] == [
        (share.section, share.characters, share.percent, share.is_usual) for share in summary.shares
    ]


def test_a_share_of_which_nothing_is_known_is_usual() -> None:
    summary = drafter.summarize(Speech((), closing=(paragraph("完"),)), KIND, Style())

    assert [True] == [share.is_usual for share in summary.shares]


def test_an_empty_speech_has_a_summary() -> None:
    summary = drafter.summarize(Speech(()), KIND, Style())

    assert (0, 0.0, (), ()) == (summary.characters, summary.minutes, summary.shares, summary.blanks)


def test_blanks_are_found_in_the_order_of_the_text_wherever_they_are() -> None:
    part = Part("tasks", "一、", (Blank("b", "乙"),), lead=(paragraph(Lead((Blank("c", "丙", "查"),))),))

    summary = drafter.summarize(Speech((Blank("a", "甲"),), parts=(part,), has_outline=True), KIND, Style())

    assert (
        OpenBlank("甲", "a", "title", ""),
        OpenBlank("乙", "b", "一、", ""),
        OpenBlank("丙", "c", "一、", "查"),
    ) == summary.blanks


def test_the_time_asked_for_is_reported_again() -> None:
    parameters = given(style={"minutes": 12})

    assert 12 == drafter.summarize(drafter.draft(parameters), KIND, parameters.style).target


def test_a_summary_is_plain_values_for_programs() -> None:
    summary = drafter.summarize(drafted(), KIND, Style())

    assert [blank.path for blank in summary.blanks] == [
        blank["path"] for blank in summary.as_json()["blanks"]
    ]


ANSWER = Answer(blank="部署出处", text="市委全会报告")
ANSWERED = Field("answers[部署出处]", "市委全会报告")


def test_an_answer_that_no_blank_asks_for_is_reported() -> None:
    assert ("部署出处",) == unasked_of([ANSWER], [Speech((), opening=(paragraph("一二三"),))])


def test_an_answer_that_stands_in_the_text_is_not_reported() -> None:
    assert () == unasked_of([ANSWER], [Speech((), closing=(paragraph(Lead((Emphasis((ANSWERED,)),))),))])


def test_an_answer_that_any_of_the_papers_says_is_not_reported() -> None:
    assert () == unasked_of([ANSWER], [Speech(()), Speech((ANSWERED,))])


def test_an_answer_that_the_depth_leaves_out_is_reported_with_what_is_omitted_alone() -> None:
    assert () == unasked_of([ANSWER], [Speech((), omitted=("answers[部署出处]",))])


def test_an_answer_without_words_is_not_reported() -> None:
    assert () == unasked_of([Answer(blank="部署出处")], [Speech(())])


def test_unasked_answers_stand_in_the_summary() -> None:
    assert ("部署出处",) == drafter.summarize(Speech(()), KIND, Style(), ("部署出处",)).unasked
