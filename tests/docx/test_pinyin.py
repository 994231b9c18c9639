"""How characters and names are read: surnames, corrections, what is rare."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.docx.write.pinyin import is_rare, name_syllables, syllables


@pytest.mark.parametrize("character", ["踔", "砺", "埇", "仉", "镕", "㐱", "\U00020001"])
def test_a_character_outside_the_first_level_is_rare(character: str) -> None:
    assert is_rare(character)


@pytest.mark.parametrize("character", ["一", "会", "座", "，", "“", "a", "1", "〇", "×"])
def test_a_common_character_or_none_at_all_is_not(character: str) -> None:
    assert not is_rare(character)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("仉志强", "zhǎng zhì qiáng"),
        ("单雄信", "shàn xióng xìn"),
        ("仇和", "qiú hé"),
        ("解晓东", "xiè xiǎo dōng"),
        ("查良镛", "zhā liáng yōng"),
        ("区桂芝", "ōu guì zhī"),
        ("朴树", "piáo shù"),
        ("任建新", "rén jiàn xīn"),
        ("翟志刚", "zhái zhì gāng"),
        ("单于明", "chán yú míng"),
        ("尉迟恭", "yù chí gōng"),
    ],
)
def test_surnames_are_read_as_surnames(name: str, expected: str) -> None:
    assert name_syllables(name, {}) == expected.split()


def test_a_correction_of_a_part_of_a_name_wins() -> None:
    assert name_syllables("任长霞", {"长霞": "cháng xiá", "任": "rèn"}) == ["rèn", "cháng", "xiá"]


def test_a_correction_with_other_than_a_syllable_a_character_leaves_the_name_alone() -> None:
    assert name_syllables("仉志强", {"志强": "zhì"}) == ["zhǎng", "zhì", "qiáng"]


def test_a_character_is_read_in_its_context() -> None:
    assert syllables("踔厉重阳") == ["chuō", "lì", "chóng", "yáng"]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_character_has_one_reading_or_stands_for_itself(text: str) -> None:
    assert len(syllables(text)) == len(text)


def test_the_dictionary_is_not_read_until_a_reading_is_asked_for() -> None:
    program = "import sys, drafter.docx.write.pinyin as p; p.is_rare('踔'); print('pypinyin' in sys.modules)"
    root = Path(__file__).parents[1]

    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, check=True)

    assert done.stdout.split() == [b"False"]
