"""The lists of mistyped words: each row can be read, and none of them is in what the library says."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from drafter.check.check import check
from drafter.check.homophones import misheard_in
from drafter.check.read_text import read_lines
from drafter.check.settings import Settings
from drafter.check.wording import Entry, entries
from drafter.templating.compose.comments.rows import rows_in
from drafter.templating.compose.comments.subjects import subjects_in

LEVELS = ("必错", "疑似", "提示")


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.wrong)
def test_a_row_of_the_list_says_what_is_wrong_and_what_is_right(entry: Entry) -> None:
    assert entry.wrong and entry.right and entry.wrong != entry.right
    assert entry.level in LEVELS
    for condition in (entry.before, entry.after):
        re.compile(condition.removeprefix("!"))


def test_no_two_rows_say_the_same() -> None:
    keys = Counter((entry.wrong, entry.before, entry.after) for entry in entries())

    assert [key for key, count in keys.items() if count > 1] == []


def test_what_is_right_in_one_row_is_wrong_in_none() -> None:
    sure = {entry.wrong for entry in entries() if not (entry.before or entry.after)}

    assert [entry.right for entry in entries() if any(word in entry.right for word in sure)] == []


def test_an_entry_is_switched_off_by_its_word() -> None:
    manuscript = read_lines(["会议布署了工作，设备已经按装。"])
    found = check(manuscript, Settings(select=("wrong-word",), ignore=("wrong-word:布署",)))

    assert [manuscript.lines[one.line].text[one.start : one.end] for one in found] == ["按装"]


@pytest.mark.parametrize(
    ("text", "word"),
    [("要不断提高治里水平", "治理"), ("凝心聚力、真抓识干", "真抓实干"), ("压实则任", "压实责任")],
)
def test_a_word_typed_by_its_sound_is_known(text: str, word: str) -> None:
    assert [one.word for one in misheard_in(text)] == [word]


@pytest.mark.parametrize("text", ["全市实行河长制", "会上他说明了情况", "公作为主语", "看着不短，真做起来"])
def test_words_side_by_side_are_not_misheard(text: str) -> None:
    assert list(misheard_in(text)) == []


def test_nothing_that_our_library_says_is_told_as_misheard() -> None:
    files = subjects_in().files.values()
    texts = [row["text"] for path in files for row in rows_in(path, ("text",), skip=1)]

    assert not [text for text in texts if list(misheard_in(text))]
