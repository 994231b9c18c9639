"""Choices: of several ways to say a thing, the variation picks one."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.speech.tree import Text, plain_text
from tests.drafts import closing_of, drafted, said, template_faults, templates

CHOICE = "<choice><option>一</option><option>二</option><option>三</option></choice>"


@pytest.mark.parametrize(("variation", "word"), [(1, "一"), (2, "二"), (3, "三"), (4, "一"), (9999, "三")])
def test_the_variation_picks_the_option(tmp_path: Path, variation: int, word: str) -> None:
    inlines = closing_of(tmp_path, f"前{CHOICE}后", style={"variation": variation})

    assert f"前{word}后" == plain_text(inlines)


def test_an_option_may_hold_what_its_place_may_hold(tmp_path: Path) -> None:
    closing = "<closing><choice><option><p>一段</p><p>二段</p></option></choice><p>三段</p></closing>"
    library = templates(tmp_path, {"shared/closing.xml.j2": closing})

    assert "一段\n二段\n三段" == said(drafted(library).closing)


def test_a_choice_may_stand_in_an_option(tmp_path: Path) -> None:
    markup = f"<choice><option>甲</option><option>乙{CHOICE}</option></choice>"

    assert "乙二" == plain_text(closing_of(tmp_path, markup, style={"variation": 2}))


def test_blanks_of_options_not_taken_are_not_in_the_speech(tmp_path: Path) -> None:
    markup = "<choice><option>一</option><option>{{ meeting.venue }}</option></choice>"

    assert (Text("一"),) == closing_of(tmp_path, markup)


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ("<choice></choice>", "<choice> holds no <option>"),
        ("<choice>三<option>一</option></choice>", "no words may stand in <choice>: 三"),
        ("<choice><p>一</p></choice>", "<p> cannot stand in <choice>"),
        ("<choice><option><point/></option></choice>", "<point> cannot stand in <closing>"),
        ("<option>一</option>", "<option> cannot stand in <closing>"),
    ],
)
def test_a_choice_that_is_none_is_told(tmp_path: Path, choice: str, message: str) -> None:
    assert message in [fault.message for fault in template_faults(tmp_path, f"<closing>{choice}</closing>")]
