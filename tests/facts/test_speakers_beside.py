"""Who speaks, where the line that names him tells other things as well."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.facts.sheet import Sheet


def read(line: str) -> Sheet:
    """Return the sheet of a meeting whose speaker a line names."""
    return read_sheet(f"云帆中学备考工作会\n2026年9月8日 周二 8:30 操场\n{line}\n补课23人。\n")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("校长 聂晓岚 9分钟 前：教导处通报抽查；后：副校长布置考勤", "聂晓岚"),
        ("讲 院长 郭维舟 8分钟", "郭维舟"),
        ("讲 话：区委常委、副区长 辛嘉禾 9分钟 住建局汇报", "辛嘉禾"),
        ("区文化馆 讲话：区委书记 闻人杰 6分钟", "闻人杰"),
        ("给街道政法委员 段星河 写，7分钟", "段星河"),
        ("周局：局长 周启航。到会的是班子、科室", "周启航"),
        ("街道党工委书记 苏一白，15分钟", "苏一白"),
    ],
)
def test_a_speaker_stands_beside_his_minutes_or_what_tells_that_he_speaks(line: str, name: str) -> None:
    assert read(line).speaker.name == name


def test_who_speaks_is_not_one_of_those_who_come() -> None:
    sheet = read("街道党工委书记 苏一白，15分钟，听的是社区书记、网格员")
    assert [words.text for words in sheet.meeting.attendance] == ["听的是社区书记、网格员"]


def test_what_stands_behind_the_minutes_of_the_speaker_is_a_step_of_its_own() -> None:
    sheet = read("副校长 凌照寒 10分钟 科研处通报；化学学院、文学院交流；书记最后讲")
    assert (sheet.speaker.minutes, sheet.before[0].who, sheet.before[0].does) == (10, "科研处", "通报")
