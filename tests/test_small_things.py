"""Widths, ordinals, marks, names: the small functions that everything stands on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import did_you_mean, near_matches
from drafter.i18n.text import (
    TERMINAL,
    count_characters,
    count_spoken,
    cut_around,
    display_width,
    ends_sentence,
    pad,
)
from drafter.models.paths import format_path
from drafter.speech.numbering import (
    NUMBERINGS,
    chinese,
    ladder_of,
    opening_ordinal,
    opens_point,
    spoken_count,
    typed_ordinal,
)


@pytest.mark.parametrize(
    ("text", "cells"),
    [("", 0), ("ab", 2), ("全市", 4), ("：", 2), ("e\u0301", 1), ("\u200b", 0), ("🙂", 2), ("“", 1)],
)
def test_the_width_of_text_on_a_terminal(text: str, cells: int) -> None:
    assert cells == display_width(text)


@given(st.text(max_size=300), st.integers(0, 300))
def test_a_line_cut_around_a_place_fits_and_still_shows_it(line: str, position: int) -> None:
    position = min(position, len(line.rstrip()))

    shown, start = cut_around(line, position)

    assert TERMINAL + 2 >= display_width(shown)
    assert 0 <= start <= len(shown)
    if position < len(line.rstrip()) and line[position].isprintable():
        assert line[position] == shown[start]


@given(st.text("全市ab", max_size=9))
def test_padded_text_has_its_width(text: str) -> None:
    assert 20 == display_width(pad(text, 20))


def test_characters_of_a_speech_are_counted_without_white_space() -> None:
    assert 5 == count_characters("一 二，\n　三。")


def test_characters_read_aloud_are_counted_without_marks() -> None:
    assert 5 == count_spoken("一二，35%、A。")


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九")],
)
def test_a_number_is_written_in_chinese(number: int, text: str) -> None:
    assert text == chinese(number)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (212, "二百一十二"),
        (999, "九百九十九"),
        (1000, "1000"),
    ],
)
def test_a_list_may_be_as_long_as_it_is(number: int, text: str) -> None:
    assert text == chinese(number)


@pytest.mark.parametrize("number", [0, -1])
def test_what_counts_nothing_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        chinese(number)


def test_before_a_measure_word_two_is_said_otherwise() -> None:
    assert ["一", "两", "三", "十二"] == [spoken_count(number) for number in (1, 2, 3, 12)]


def test_after_the_fourth_argument_they_are_counted() -> None:
    assert ["首先，", "其次，", "再次，", "最后，", "第五，"] == [
        NUMBERINGS["首先"].ordinal(number) for number in range(1, 6)
    ]


@pytest.mark.parametrize("numbering", [name for name in NUMBERINGS if name != "无"])
def test_no_two_ordinals_of_a_numbering_are_alike(numbering: str) -> None:
    assert 99 == len({NUMBERINGS[numbering].ordinal(number) for number in range(1, 100)})


@pytest.mark.parametrize("text", ["完。", "完！", "完？", "完……", "“完。”", "（完。）", "完。 "])
def test_a_sentence_that_has_ended(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["", "完", "完，", "“完”", "完：", "."])
def test_a_sentence_that_has_not_ended(text: str) -> None:
    assert not ends_sentence(text)


def test_the_nearest_name_is_offered() -> None:
    assert "did you mean `docx`?" == did_you_mean("dcx", ["docx", "md", "txt"])


def test_without_a_near_name_all_are_told() -> None:
    assert "known: docx, md" == did_you_mean("pdf?", ["docx", "md"])


def test_without_any_name_nothing_is_offered() -> None:
    assert "" == did_you_mean("x", [])


def test_at_most_three_names_are_near() -> None:
    assert 3 == len(near_matches("part", ["part1", "part2", "part3", "part4"]))


@pytest.mark.parametrize(
    ("path", "text"),
    [((), ""), (("meeting", "name"), "meeting.name"), (("parts", 1, "points", 0), "parts[1].points[0]")],
)
def test_a_path_reads_as_it_is_written(path: tuple[str | int, ...], text: str) -> None:
    assert text == format_path(path)


@pytest.mark.parametrize("name", [name for name in NUMBERINGS if name != "无"])
@given(number=st.integers(1, 99))
def test_every_ordinal_that_is_written_is_recognised(name: str, number: int) -> None:
    ordinal = NUMBERINGS[name].ordinal(number)

    assert ordinal == opening_ordinal(f"{ordinal}加强领导。")
    assert ladder_of(ordinal) in (name, "第一")


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("(二)加强领导", ("(二)", "（一）")),
        ("２、加强领导", ("", "")),
        ("2、加强领导", ("2、", "1.")),
        ("2.5亿元", ("", "")),
        ("第三、加强领导", ("第三、", "第一")),
        ("一要求加强领导", ("", "")),
        ("首先，加强领导", ("", "")),
    ],
)
def test_an_ordinal_is_recognised_as_people_type_it(text: str, opening: tuple[str, str]) -> None:
    assert opening == typed_ordinal(text)


@pytest.mark.parametrize(
    ("text", "is_point"),
    [("二要抓落实。", True), ("二是抓落实。", True), ("第二，抓落实。", False), ("二、抓落实", False)],
)
def test_only_a_run_in_heading_that_is_no_argument_opens_a_point(text: str, is_point: bool) -> None:
    assert is_point == opens_point(text)
