"""Blanks that are declared once, in a kind or for all kinds, and used by name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from drafter.errors import TemplateError
from drafter.library import Library, builtin_library
from drafter.speech.tree import Blank, Field, Inlines
from tests.drafts import closing_of, drafted, templates

KIND = """\
name: 短会讲话
summary: 十分钟的会
meeting: 全市{subject}调度会
blanks:
  部署出处: 看报告
  会场: {label: 开会地点, hint: 看通知}
  工作时段: 写一个季度
  难点:
"""


def library_of(folder: Path, opening: str) -> Library:
    speech = f"<speech><title>甲</title><opening><p>{opening}</p></opening></speech>"
    files = {"kinds/short/kind.yaml": KIND, "kinds/short/speech.xml.j2": speech}
    return templates(folder, files)


def opening_of(folder: Path, opening: str, **keys: Any) -> Inlines:
    (paragraph,) = drafted(library_of(folder, opening), kind="short", **keys).opening
    return paragraph.inlines


@pytest.mark.parametrize(
    ("markup", "blank"),
    [
        ('{{ none|blank("部署出处") }}', Blank("answers[部署出处]", "部署出处", "看报告")),
        ('{{ meeting.venue|blank("部署出处") }}', Blank("meeting.venue", "部署出处", "看报告")),
        ('{{ meeting.venue|blank("会场") }}', Blank("meeting.venue", "开会地点", "看通知")),
        ('{{ none|blank("会场") }}', Blank("answers[开会地点]", "开会地点", "看通知")),
        ('{{ none|blank("难点") }}', Blank("answers[难点]", "难点", "")),
    ],
    ids=["of its own", "of a key", "with a label", "an answer by its label", "without a hint"],
)
def test_a_blank_has_the_label_and_hint_of_its_declaration(tmp_path: Path, markup: str, blank: Blank) -> None:
    assert (blank,) == opening_of(tmp_path, markup)


def test_what_is_given_goes_before_the_blank(tmp_path: Path) -> None:
    inlines = opening_of(tmp_path, '{{ meeting.venue|blank("会场") }}', meeting={"venue": "礼堂"})

    assert (Field("meeting.venue", "礼堂"),) == inlines


def test_an_answer_goes_before_the_blank(tmp_path: Path) -> None:
    answers = [{"blank": "部署出处", "text": "全会报告"}]

    inlines = opening_of(tmp_path, '{{ none|blank("部署出处") }}', answers=answers)

    assert (Field("answers[部署出处]", "全会报告"),) == inlines


def test_a_kind_of_speech_declares_a_shared_blank_anew(tmp_path: Path) -> None:
    (blank,) = opening_of(tmp_path, '{{ none|blank("工作时段") }}')

    assert isinstance(blank, Blank) and "写一个季度" == blank.hint


def test_the_blanks_of_all_kinds_need_no_declaration(tmp_path: Path) -> None:
    (blank,) = closing_of(tmp_path, '{{ none|blank("工作时段") }}')

    assert isinstance(blank, Blank)
    assert builtin_library().blanks["工作时段"].hint == blank.hint


def test_a_blank_is_found_in_a_macro_that_is_imported_without_context(tmp_path: Path) -> None:
    templates(tmp_path, {"shared/words.xml.j2": '{% macro say() %}{{ none|blank("难点") }}{% endmacro %}'})

    inlines = opening_of(tmp_path, '{% import "shared/words.xml.j2" as words %}{{ words.say() }}')

    assert (Blank("answers[难点]", "难点"),) == inlines


def test_a_blank_that_nobody_declares_is_told_where_it_is_asked_for(tmp_path: Path) -> None:
    library = library_of(tmp_path, '\n{{ none|blank("部署的出处") }}')

    with pytest.raises(TemplateError) as caught:
        drafted(library, kind="short")

    (fault,) = caught.value.diagnostics
    assert ("J103", "no blank `部署的出处` is declared", 2) == (fault.code, fault.message, fault.span.line)
    assert fault.remedy == ("did you mean `部署出处`? If not, declare it at `blanks` in kind.yaml")
