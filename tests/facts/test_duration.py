"""How long a speech is to be."""

from __future__ import annotations

import pytest

from drafter.facts.head.duration import characters_in, minutes_in, tells_of_others


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("8分钟", 8),
        ("讲十五分钟左右", 15),
        ("12到15分钟", 15),
        ("7、8分钟吧", 8),
        ("七八分钟", 8),
        ("一刻钟以内", 15),
        ("半小时", 30),
        ("时长12'", 12),
        ("5分钟内讲完", 5),
    ],
)
def test_minutes_are_read(text: str, minutes: int) -> None:
    assert minutes == minutes_in(text)


@pytest.mark.parametrize("text", ["30分钟内处置率91.5%", "第8分册"])
def test_minutes_of_something_else_are_none(text: str) -> None:
    assert minutes_in(text) is None


@pytest.mark.parametrize(("text", "size"), [("2400字上下", 2400), ("两千字", 2000), ("一千五字", 1500)])
def test_characters_are_read(text: str, size: int) -> None:
    assert size == characters_in(text)


@pytest.mark.parametrize("text", ["2000字以内", "不要超过1300字"])
def test_a_bound_is_no_aim(text: str) -> None:
    assert characters_in(text) is None


def test_what_stands_behind_another_thing_takes_no_part_of_its_minutes() -> None:
    assert tells_of_others("颁奖10分钟")
    assert not tells_of_others("6分钟（颁奖之后讲）")
