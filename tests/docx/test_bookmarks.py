"""Bookmarks and the numbers of controls: names that Word takes, none of them twice."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from drafter.docx.bookmarks import (
    Bookmarks,
    Identifiers,
    number_in,
    paragraph_bookmark,
    prose_bookmark,
    section_bookmark,
)

PATHS = st.from_regex(r"[a-z]{1,9}(\[[0-9]{1,2}\])?(\.[a-z]{1,12}(\[[0-9]{1,2}\])?){0,6}", fullmatch=True)
SECTIONS = st.text(min_size=1, max_size=80)


@given(PATHS, st.integers(1, 99))
def test_the_bookmark_of_any_prose_has_a_name_that_word_takes(path: str, occurrence: int) -> None:
    assert re.fullmatch(r"_d_\w{1,37}", prose_bookmark(path, occurrence))


@given(SECTIONS, st.integers(1, 99))
def test_the_bookmark_of_any_section_has_a_name_that_word_takes(section: str, occurrence: int) -> None:
    assert re.fullmatch(r"drafter_\w{0,32}", section_bookmark(section, occurrence))


def test_paths_that_differ_in_their_end_alone_have_bookmarks_of_their_own() -> None:
    deep = "parts[10].points[10].points[10].measures[10]"

    assert prose_bookmark(f"{deep}.text") != prose_bookmark(f"{deep}.detail")


@given(st.integers(1, 10**6))
def test_a_paragraph_is_known_by_the_number_in_its_bookmark(number: int) -> None:
    assert number == number_in(paragraph_bookmark(number))


def test_another_bookmark_has_no_number() -> None:
    assert [None] * 4 == [number_in(name) for name in ("_GoBack", "_drafter_", "_drafter_x", "_drafter_٣")]


def test_a_prose_that_stands_twice_has_two_bookmarks() -> None:
    marks = Bookmarks(Identifiers())

    names = [re.findall('w:name="([^"]*)"', marks.around_prose("closing")[0]) for _ in range(2)]

    assert [["_d_closing"], ["_d_closing_2_"]] == names


def test_a_name_that_is_taken_is_not_given_again() -> None:
    marks = Bookmarks(Identifiers(), taken=["_d_closing"])

    assert 'w:name="_d_closing_2_"' in marks.open_prose("closing")


def test_a_section_that_comes_again_has_a_bookmark_of_its_own() -> None:
    marks = Bookmarks(Identifiers())

    names = [re.findall('w:name="([^"]*)"', marks.open_section("tasks")) for _ in range(2)]

    assert [["drafter_tasks"], ["drafter_tasks_2"]] == names


@given(st.lists(PATHS, max_size=60), st.sets(st.integers(1, 200_000), max_size=20))
def test_no_number_of_a_control_is_given_twice_or_is_taken(paths: list[str], taken: set[int]) -> None:
    identifiers = Identifiers(controls=taken)

    numbers = [identifiers.for_control(path) for path in paths]

    assert len(numbers) == len(set(numbers) - taken)
    assert all(0 < number < 2**31 for number in numbers)


def test_bookmarks_are_numbered_behind_those_that_are_there() -> None:
    identifiers = Identifiers(bookmarks=[3, 17])

    assert [18, 19] == [identifiers.for_bookmark(), identifiers.for_bookmark()]
