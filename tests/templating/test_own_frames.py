"""Frames in a folder of one's own: they join the built-in ones, and a faulty row is told at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import ParameterError
from drafter.facts import read_sheet
from drafter.library import Library
from drafter.templating.compose import compose
from drafter.templating.compose.comments.frames import load_frames
from drafter.templating.lint.files import yaml_faults

ROW = '- says: task\n  as: verify\n  text: "{topic}查过没有，看记录，也看现场。"\n'


def frames_in(folder: Path, text: str) -> Path:
    (folder / "frames").mkdir()
    (folder / "frames" / "own.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_frame_of_ones_own_joins_the_built_in_ones(tmp_path: Path) -> None:
    known = {frame.text for frame in load_frames().of("task", "verify")}
    found = {frame.text for frame in load_frames((frames_in(tmp_path, ROW),)).of("task", "verify")}
    assert found - known == {"{topic}查过没有，看记录，也看现场。"}
    assert known <= found


def test_a_row_that_is_none_is_told_at_its_line(tmp_path: Path) -> None:
    with pytest.raises(ParameterError) as error:
        load_frames((frames_in(tmp_path, ROW + "text 没有冒号\n"),))
    (fault,) = error.value.diagnostics
    assert (fault.code, fault.span.line) == ("F101", 4)


def test_a_row_without_words_is_told(tmp_path: Path) -> None:
    with pytest.raises(ParameterError) as error:
        load_frames((frames_in(tmp_path, "- says: task\n  as: verify\n"),))
    assert error.value.diagnostics[0].code == "F102"


SHEET = """【任务】2026年6月1日（周一）上午9点，清河县重点工作推进会，给副县长 罗川 写讲话稿，10分钟。
【情况】
任务：{task}
"""


def test_a_frame_stands_only_beside_a_fact_that_has_its_words(tmp_path: Path) -> None:
    text = "修好的老井，打一桶上来，清不清，看得见。"
    row = f'- says: task\n  as: verify\n  about: [修理]\n  with: "井|泵"\n  text: "{text}"\n'
    folder = frames_in(tmp_path, row)

    def said(task: str) -> bool:
        composed = compose(read_sheet(SHEET.format(task=task)), folders=(folder,))
        return text in [sentence.text for sentence in composed.sentences()]

    assert said("6月20日前修好村口老井。")
    assert not said("6月20日前修好村口老桥。")


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("subjects/bees.yaml", '- says: task\n  as: weigh\n  text: "蜂不认得田埂。"\n', "F102"),
        ("subjects/bees.yaml", '- subject: "养蜂"\n- says: task\n  as: weigh\n', "F102"),
        ("subjects/bees.yaml", '- subject: "养蜂"\n蜂不认得田埂\n', "F101"),
        ("frames/own.yaml", "- says: task\n  as: verify\n", "F102"),
        ("frames/own.yaml", ROW, None),
    ],
)
def test_the_check_of_a_folder_tells_rows_that_are_none(
    tmp_path: Path, name: str, text: str, fault: str | None
) -> None:
    (tmp_path / name).parent.mkdir()
    (tmp_path / name).write_text(text, encoding="utf-8")

    found = yaml_faults(tmp_path, name, Library())

    assert [each.code for each in found] == ([fault] if fault else [])
