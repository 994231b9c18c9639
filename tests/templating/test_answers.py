"""Answers: phrases in the place of blanks that no other key fills."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as for_any

import drafter
from drafter.speech.tree import Blank, Field, Speech, Text, plain_text
from tests.anytext import WORDS
from tests.drafts import blanks_of, closing_of, drafted, fields_of, given, templates

SOURCE = '{{ parts[0].points[0].text|label("部署出处", "会议名称") }}'
LOOP = '{% for point in parts[0].points %}{{ point.text|label("论据") }}；{% endfor %}'
TWO_POINTS: dict[str, Any] = {"parts": [{"points": [{"owner": "甲局"}, {"owner": "乙局"}]}]}


def answer(blank: str, text: str | None) -> dict[str, Any]:
    return {"answers": [{"blank": blank, "text": text}]}


def labels_of(speech: Speech) -> set[str]:
    return {blank.label for blank in blanks_of(speech)}


@pytest.mark.parametrize(
    "expression",
    [
        "parts[0].lead",
        "appraisal",
        "meeting.purpose",
        "meeting.agenda",
        "parts[0].points[0].figures|at(1)",
        "none",
        '""',
    ],
)
def test_where_no_phrase_can_be_the_value_the_blank_is_the_templates_own(
    tmp_path: Path, expression: str
) -> None:
    inlines = closing_of(tmp_path, f'{{{{ ({expression})|label("部署出处", "看报告") }}}}')

    assert (Blank("answers[部署出处]", "部署出处", "看报告"),) == inlines


@pytest.mark.parametrize(
    ("expression", "path"),
    [
        ("topic", "topic"),
        ("meeting.date", "meeting.date"),
        ("meeting.level", "meeting.level"),
        ("meeting.attendance|at(0)", "meeting.attendance[0]"),
        ("(parts[0].points[0].figures|at(0)).period", "parts[0].points[0].figures[0].period"),
        ("parts[0].points[0].measures|at(0)", "parts[0].points[0].measures[0]"),
        ("parts[0].points[0].heading", "parts[0].points[0].heading"),
    ],
)
def test_where_a_phrase_can_be_the_value_no_answer_is_asked_for(
    tmp_path: Path, expression: str, path: str
) -> None:
    keys = answer("部署出处", "市委全会报告")

    inlines = closing_of(tmp_path, f'{{{{ ({expression})|label("部署出处") }}}}', **keys)

    assert (Blank(path, "部署出处"),) == inlines


def test_an_answer_stands_in_the_place_of_its_blank(tmp_path: Path) -> None:
    inlines = closing_of(tmp_path, f"按照{SOURCE}的部署", **answer("部署出处", "市委全会报告"))

    assert (Text("按照"), Field("answers[部署出处]", "市委全会报告"), Text("的部署")) == inlines


def test_the_marks_around_a_blank_may_be_copied_with_its_name(tmp_path: Path) -> None:
    inlines = closing_of(tmp_path, SOURCE, **answer("【部署出处】", "市委全会报告"))

    assert (Field("answers[部署出处]", "市委全会报告"),) == inlines


@pytest.mark.parametrize("text", [None, ""])
def test_an_answer_without_words_leaves_the_blank(tmp_path: Path, text: str | None) -> None:
    (inline,) = closing_of(tmp_path, SOURCE, **answer("部署出处", text))

    assert isinstance(inline, Blank)


def test_the_value_of_the_key_goes_before_an_answer(tmp_path: Path) -> None:
    parts = [{"points": [{"text": "先说清"}]}]

    inlines = closing_of(tmp_path, SOURCE, parts=parts, **answer("部署出处", "市委全会报告"))

    assert (Field("parts[0].points[0].text", "先说清"),) == inlines


def test_an_answer_is_found_in_a_macro_that_is_imported_without_context(tmp_path: Path) -> None:
    templates(
        tmp_path, {"shared/words.xml.j2": "{% macro source() %}{{ none|label('部署出处') }}{% endmacro %}"}
    )

    inlines = closing_of(
        tmp_path,
        "{% import 'shared/words.xml.j2' as words %}{{ words.source() }}",
        **answer("部署出处", "市委全会报告"),
    )

    assert (Field("answers[部署出处]", "市委全会报告"),) == inlines


def test_an_answer_is_that_of_its_own_draft(tmp_path: Path) -> None:
    texts = ["市委全会报告", "政府工作报告"]

    drafts = [closing_of(tmp_path, '{{ none|label("出处") }}', **answer("出处", text)) for text in texts]

    assert [(Field("answers[出处]", text),) for text in texts] == drafts


def test_no_answer_is_left_for_the_next_draft(tmp_path: Path) -> None:
    closing_of(tmp_path, SOURCE, **answer("部署出处", "市委全会报告"))

    (inline,) = closing_of(tmp_path, SOURCE)

    assert isinstance(inline, Blank)


@for_any(WORDS)
def test_any_answer_comes_out_as_it_went_in(text: str) -> None:
    speech = drafted(**answer("工作时段", text))

    assert text == fields_of(speech)["answers[工作时段]"]


@pytest.mark.parametrize("label", ["a<b", "x&y", "&amp;", "甲>乙", "{{ kind }}", "a]b", "甲[1]", "it's"])
def test_any_label_has_its_answer(tmp_path: Path, label: str) -> None:
    markup = f'{{{{ none|label("{label}") }}}}'

    assert (Blank(f"answers[{label}]", label),) == closing_of(tmp_path, markup)
    assert (Field(f"answers[{label}]", "答"),) == closing_of(tmp_path, markup, **answer(label, "答"))


def test_a_label_may_have_quotation_marks(tmp_path: Path) -> None:
    assert (Blank('answers["甲"]', '"甲"'),) == closing_of(tmp_path, "{{ none|label('\"甲\"') }}")


def test_one_answer_fills_a_blank_wherever_it_stands() -> None:
    asked = drafted(kind="host-script")
    assert 1 < [blank.label for blank in blanks_of(asked)].count("传达单位")

    speech = drafted(kind="host-script", **answer("传达单位", "市气象局"))

    assert "传达单位" not in labels_of(speech) and "市气象局" == fields_of(speech)["answers[传达单位]"]


@pytest.mark.parametrize("variation", [1, 2, 3, 4])
def test_an_answer_fills_its_blank_in_each_variation(variation: int) -> None:
    speech = drafted(style={"variation": variation}, **answer("工作时段", "今冬明春"))

    assert "今冬明春" == fields_of(speech)["answers[工作时段]"]


def test_blanks_of_one_name_for_several_keys_are_one(tmp_path: Path) -> None:
    inlines = closing_of(tmp_path, SOURCE + '{{ parts[0].lead|label("部署出处", "会议名称") }}')

    assert (Blank("answers[部署出处]", "部署出处", "会议名称"),) * 2 == inlines


def test_a_blank_that_a_loop_repeats_is_called_after_each_place(tmp_path: Path) -> None:
    inlines = closing_of(tmp_path, LOOP, **TWO_POINTS)

    assert "【论据（1.1）】；【论据（1.2）】；" == plain_text(inlines)


def test_a_repeated_blank_is_answered_at_its_place(tmp_path: Path) -> None:
    inlines = closing_of(tmp_path, LOOP, **TWO_POINTS, **answer("论据（1.2）", "去年"))

    assert Field("answers[论据（1.2）]", "去年") == inlines[2]
    assert "【论据（1.1）】；去年；" == plain_text(inlines)


def test_the_answer_to_a_plain_name_fills_the_repeated_blanks_that_have_none(tmp_path: Path) -> None:
    answers = {"answers": [{"blank": "论据", "text": "今年"}, {"blank": "论据（1.2）", "text": "去年"}]}

    assert "今年；去年；" == plain_text(closing_of(tmp_path, LOOP, **TWO_POINTS, **answers))


def test_an_answer_stays_at_its_place_when_the_others_are_filled(tmp_path: Path) -> None:
    parts = [{"points": [{"text": "甲"}, {"owner": "乙局"}]}]

    inlines = closing_of(tmp_path, LOOP, parts=parts, **answer("论据（1.2）", "去年"))

    assert "甲；去年；" == plain_text(inlines)


def test_points_with_headings_only_ask_each_for_its_own_measures() -> None:
    points = [{"heading": "摸清底数"}, {"heading": "建好队伍"}]

    labels = labels_of(drafted(kind="progress", parts=[{"role": "safeguards", "points": points}]))

    assert (
        {label[:-5] for label in labels if label.endswith("（1.1）")}
        == {label[:-5] for label in labels if label.endswith("（1.2）")}
        != set()
    )


def test_the_papers_of_a_meeting_have_the_answers_of_the_speech() -> None:
    parameters = given(papers=["host-script"], **answer("传达单位", "市气象局"))

    papers = drafter.draft_papers(parameters)

    assert ["市气象局"] * 2 == [fields_of(speech)["answers[传达单位]"] for speech in papers.values()]


def test_a_closed_choice_is_a_field(tmp_path: Path) -> None:
    inlines = closing_of(tmp_path, "{{ meeting.level }}", meeting={"level": "县"})

    assert (Field("meeting.level", "县"),) == inlines


def test_a_closed_choice_can_be_compared(tmp_path: Path) -> None:
    markup = "{% if meeting.level == '县' and meeting.level in ('县', '区') %}县里{% endif %}"

    assert (Text("县里"),) == closing_of(tmp_path, markup, meeting={"level": "县"})


def test_a_depth_stays_a_name(tmp_path: Path) -> None:
    assert (Text("full"),) == closing_of(tmp_path, "{{ style.depth }}", style={"depth": "full"})


def test_an_appraisal_may_be_several_paragraphs() -> None:
    speech = drafted(appraisal="都很好。\n要学起来。")

    assert ["appraisal"] * 2 == [
        inline.path
        for paragraph in speech.opening
        for inline in paragraph.inlines
        if isinstance(inline, Field) and inline.path == "appraisal"
    ]
