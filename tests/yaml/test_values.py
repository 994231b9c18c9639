"""What a file says is what the parameters hold."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import drafter
from drafter.models.meeting import AgendaItem
from drafter.models.parameters import Parameters
from drafter.models.parts import Heading, Measure, Point
from tests.drafts import FULL, LEAST, NAME, loaded

LINES = st.text(
    st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"), max_size=40
)


def test_the_least_file_holds_a_kind_and_a_name() -> None:
    parameters = loaded(LEAST)

    assert ("deployment", NAME) == (parameters.kind, parameters.meeting.name)


def test_what_a_file_leaves_out_is_not_given() -> None:
    parameters = loaded(LEAST)

    assert (None, None, (), None) == (
        parameters.title,
        parameters.meeting.date,
        parameters.parts,
        parameters.meeting.agenda,
    )


@pytest.mark.parametrize("text", ["~", "", "null", "# 待定"])
def test_a_key_without_a_value_is_not_given(text: str) -> None:
    assert loaded(LEAST) == loaded(f"{LEAST}title: {text}\n")


@pytest.mark.parametrize(
    "text", ["9:30", "010", "0x1f", "1_000", "no", "on", "1e3", ".5", "=", "<<", "2025-10-11"]
)
def test_text_is_never_taken_for_anything_else(text: str) -> None:
    assert text == loaded(f"{LEAST}title: {text}\n").title


@pytest.mark.parametrize(
    "text", ["2025-10-11", "2025/10/11", "2025.10.11", "2025年10月11日", '" 2025-10-11 "']
)
def test_a_date_is_read_in_the_forms_clerks_write(text: str) -> None:
    assert date(2025, 10, 11) == loaded(f"{LEAST}  date: {text}\n").meeting.date


@pytest.mark.parametrize("word", ["true", "yes", "on", "是", "True"])
def test_a_flag_is_set_by_a_word_for_yes(word: str) -> None:
    assert loaded(f"{LEAST}style: {{thanks: {word}}}\n").style.thanks


@pytest.mark.parametrize("word", ["false", "no", "off", "否", "FALSE"])
def test_a_flag_is_unset_by_a_word_for_no(word: str) -> None:
    assert not loaded(f"{LEAST}style: {{thanks: {word}}}\n").style.thanks


def test_one_item_stands_for_a_list_of_one() -> None:
    parameters = loaded(f"{LEAST}  agenda: {{who: 东山区, did: 作了发言}}\n")

    assert (AgendaItem(who=("东山区",), did="作了发言"),) == parameters.meeting.agenda


def test_an_empty_list_is_not_a_missing_one() -> None:
    assert () == loaded(f"{LEAST}  agenda: []\n").meeting.agenda


def test_a_text_stands_for_a_heading() -> None:
    (part,) = loaded(f"{LEAST}parts:\n  - heading: 提高认识\n").parts

    assert Heading(text="提高认识") == part.heading


def test_a_text_stands_for_a_measure() -> None:
    (part,) = loaded(f"{LEAST}parts:\n  - points:\n      - measures: [摸清底数]\n").parts

    assert (Point(measures=(Measure(text="摸清底数"),)),) == part.points


def test_the_blank_of_a_folded_line_is_not_part_of_chinese_text() -> None:
    assert "全市社会工作，迈上新台阶" == loaded(f"{LEAST}title: 全市社会\n  工作，\n  迈上新台阶\n").title


def test_the_blank_of_a_folded_line_parts_latin_words() -> None:
    assert "GB/T 9704" == loaded(f"{LEAST}title: GB/T\n  9704\n").title


def test_a_block_keeps_its_lines() -> None:
    assert "一段\n二段" == loaded(f"{LEAST}closing: |\n  一段\n  二段\n").closing


@pytest.mark.parametrize("indent", ["　　", "    ", "\t"])
def test_an_indent_typed_before_a_paragraph_is_no_part_of_it(indent: str) -> None:
    parameters = loaded(f'{LEAST}closing: "{indent}一段 \\n{indent}二段"\n'.replace("\t", "\\t"))

    assert "一段\n二段" == parameters.closing


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_of_other_systems_are_read(end: str) -> None:
    assert loaded(LEAST) == loaded(LEAST.replace("\n", end))


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert loaded(LEAST) == loaded(LEAST.encode("utf-8-sig"))


def test_a_carriage_return_in_a_text_is_a_line_end() -> None:
    assert "一段\n二段\n三段" == loaded(f'{LEAST}closing: "一段\\r二段\\r\\n三段"\n').closing


def test_a_word_joiner_is_no_part_of_a_text() -> None:
    assert "市长" == loaded(f"{LEAST}speaker: {{post: 市\u2060长}}\n").speaker.post


@given(LINES)
def test_a_quoted_text_is_read_as_it_stands(text: str) -> None:
    quoted = text.replace("\u2028", " ").replace("\u2029", " ").replace("\ufeff", "").replace("'", "''")
    quoted = quoted.replace("\u2060", "")

    assert quoted.replace("''", "'").strip() == (loaded(f"{LEAST}title: '{quoted}'\n").title or "")


def test_every_given_key_of_the_full_example_is_read() -> None:
    parameters = drafter.load(FULL)

    assert ("市委社会工作部", (3, 4, 3), "1200", ("东山区", "清河县")) == (
        parameters.meeting.host,
        tuple(len(part.points) for part in parameters.parts),
        parameters.parts[1].points[1].measures[3].figures[0].value,
        (parameters.meeting.agenda or ())[1].who,
    )


def test_parameters_cannot_be_changed() -> None:
    parameters: Parameters = loaded(LEAST)

    with pytest.raises(AttributeError):
        parameters.title = "讲话"  # type: ignore[misc]
