"""Frames in a folder of one's own: they join the built-in ones, and a faulty row is told at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import ParameterError
from drafter.templating.compose.frames import load_frames

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
