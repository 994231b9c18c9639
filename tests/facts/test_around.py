"""Where a word stands in a text, by what is in front of it and behind it."""

from __future__ import annotations

import re

from drafter.facts.cut.around import places_of, replaced, stands

_DAY_ENDS = re.compile("前?")
_BY = re.compile(r"由\Z")


def test_a_word_is_found_with_what_stands_around_it() -> None:
    assert list(places_of("5月底", "从5月底前到5月底", _DAY_ENDS)) == [(1, 5), (6, 9)]


def test_what_stands_in_front_belongs_to_the_place() -> None:
    assert list(places_of("城管局", "由城管局办", front=_BY)) == [(0, 4)]


def test_a_word_without_what_has_to_be_in_front_is_none() -> None:
    assert not stands("城管局", "城管局办", front=_BY)


def test_signs_of_an_expression_are_plain_signs() -> None:
    assert replaced("(甲)", "交(甲)办", "乙") == "交乙办"


def test_a_word_is_replaced_so_often_at_most() -> None:
    assert replaced("甲", "甲甲甲", "", most=1) == "甲甲"


def test_places_that_run_into_each_other_are_replaced_once() -> None:
    assert replaced("甲甲", "甲甲甲", "乙") == "乙甲"
