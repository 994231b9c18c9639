"""Expressions that are compiled when first asked give what those of ``re`` give."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.facts import patterns
from drafter.facts.patterns.words import words_needed

texts = st.text("甲乙丙，1", max_size=12)
expressions = st.sampled_from(["甲", "甲|乙+", "(甲)(乙)?", "[一-鿿]{2,3}", r"\d", "^甲", "，$", ""])


def test_an_expression_is_compiled_when_it_is_first_asked() -> None:
    wrong = patterns.compile("(甲")

    with pytest.raises(re.error):
        wrong.search("甲")


def test_an_expression_has_its_text_before_it_is_asked() -> None:
    assert patterns.compile("甲|乙").pattern == "甲|乙"


def test_an_expression_has_what_a_compiled_one_has() -> None:
    assert {"sign": 1} == dict(patterns.compile("(?P<sign>甲)乙").groupindex)


@given(expressions, texts)
def test_it_finds_what_re_finds(expression: str, text: str) -> None:
    assert str(patterns.search(expression, text)) == str(re.search(expression, text))
    assert str(patterns.match(expression, text)) == str(re.match(expression, text))
    assert str(patterns.fullmatch(expression, text)) == str(re.fullmatch(expression, text))
    assert patterns.findall(expression, text) == re.findall(expression, text)
    assert [*map(str, patterns.finditer(expression, text))] == [*map(str, re.finditer(expression, text))]


@given(expressions, texts)
def test_it_cuts_and_changes_as_re_does(expression: str, text: str) -> None:
    assert patterns.split(expression, text) == re.split(expression, text)
    assert patterns.sub(expression, "丁", text, count=2) == re.sub(expression, "丁", text, count=2)


@given(texts)
def test_a_pattern_answers_alike_when_it_is_asked_again(text: str) -> None:
    found = patterns.compile("(?P<one>甲)乙?")

    assert [*map(str, found.finditer(text))] == [*map(str, found.finditer(text))]
    assert found.sub(r"\g<one>丁", text) == re.sub("(?P<one>甲)乙?", r"\g<one>丁", text)
    assert str(found.search(text, 1, 5)) == str(re.compile(found.pattern).search(text, 1, 5))


def test_flags_are_kept() -> None:
    assert patterns.search("^乙", "甲\n乙", patterns.MULTILINE)
    assert not patterns.search("^乙", "甲\n乙")


def test_an_expression_whose_words_a_text_lacks_finds_nothing() -> None:
    right = patterns.compile("查处(?:了)?")

    assert right.search("没有发现") is None
    assert right.sub("", "没有发现") == right.split("没有发现")[0] == "没有发现"
    assert right.findall("没有发现") == [*right.finditer("没有发现")] == []


@given(st.from_regex("(?:甲乙|[丙丁]戊+)(?<!乙)己?|\\u7532{2,3}(?:庚辛)?|(?:丙|丁)\\d?"))
def test_what_is_found_has_a_word_that_it_needs(text: str) -> None:
    words = words_needed("(?:甲乙|[丙丁]戊+)(?<!乙)己?|\\u7532{2,3}(?:庚辛)?|(?:丙|丁)\\d?")

    assert not words or any(word in text for word in words)


def test_a_sign_that_is_told_by_its_number_is_no_word() -> None:
    assert words_needed(r"\u7532人") == ("人",)
    assert words_needed(r"[\u4e00-\u9fff]人") == ("人",)
    assert words_needed("(?i)abc") == ()
