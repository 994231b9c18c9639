"""What is no regular file is told at once: nothing waits for a pipe, nothing reads a device to its end."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.files.disk import UnreadableError, explain, read_file
from tests.cli.running import run, write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")

# Every command that reads a file, with the file that it reads for {file}.
COMMANDS = (
    ("outline", "{file}.yaml"),
    ("outline", "{file}.docx"),
    ("build", "{file}.yaml"),
    ("build", "m.yaml", "--reference", "{file}.docx"),
    ("update", "{file}.docx", "m.yaml"),
    ("update", "m.docx", "{file}.yaml"),
    ("pull", "{file}.docx", "m.yaml"),
    ("pull", "m.docx", "{file}.yaml"),
    ("diff", "{file}.docx", "m.yaml"),
    ("diff", "m.yaml", "{file}.yaml"),
    ("new", "--from", "{file}.txt"),
    ("new", "--from", "{file}.docx"),
    ("new", "deployment", "-o", "{file}.yaml"),
)
Make = Callable[[Path], None]
SUFFIXES = (".yaml", ".docx", ".txt")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def circle(path: Path) -> None:
    path.symlink_to(path.name)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("make", [pipe, circle, endless])
def test_nothing_is_written_where_no_regular_file_is(here: Path, make: Make) -> None:
    write(here / "m.yaml")
    make(here / "x.docx")
    before = (here / "x.docx").lstat().st_mode

    result = run("build", "m.yaml", "-o", "x.docx")

    assert (2, before) == (result.exit_code, (here / "x.docx").lstat().st_mode)


@pytest.mark.slow
@pytest.mark.parametrize("make", [pipe, circle, endless, folder])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_what_is_no_regular_file_is_told_and_left_alone(
    here: Path, make: Make, command: tuple[str, ...]
) -> None:
    write(here / "m.yaml")
    run("build", "m.yaml")
    for suffix in SUFFIXES:
        make(here / f"x{suffix}")
    before = {path.name: path.lstat().st_mode for path in here.iterdir()}

    result = run(*(argument.format(file="x") for argument in command))

    assert (2, True) == (result.exit_code, isinstance(result.exception, SystemExit))
    assert before == {path.name: path.lstat().st_mode for path in here.iterdir()}


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(4 << 40)

    with pytest.raises(UnreadableError) as refused:
        read_file(path, 1000)

    assert errno.EFBIG == refused.value.errno


def test_a_pipe_that_takes_the_place_of_a_file_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, pipe_path = tmp_path / "file", tmp_path / "pipe"
    path.touch()
    os.mkfifo(pipe_path)
    opened = os.open
    monkeypatch.setattr(os, "open", lambda _path, flags: opened(pipe_path, flags))

    with pytest.raises(UnreadableError):
        read_file(path, 1000)


LONG, CHINESE = "x" * 300, "字" * 100
NAMES = {
    "a kind": ("new", "{name}"),
    "a topic": ("new", "deployment", "--topic", "{name}"),
    "a paper": ("build", "m.yaml", "--papers", "{name}"),
    "a layout": ("layouts", "{name}"),
    "a sheet": ("new", "--from", "{name}"),
    "a YAML": ("build", "{name}"),
    "a document": ("update", "{name}.docx"),
    "a document and its YAML": ("pull", "m.docx", "{name}"),
    "an output": ("build", "m.yaml", "-o", "{name}.docx"),
    "a folder of templates": ("build", "m.yaml", "--templates", "{name}"),
    "a folder that is checked": ("template", "check", "{name}"),
    "a kind to copy": ("template", "new", "abc", "--from", "{name}"),
    "a side of a comparison": ("diff", "{name}", "m.yaml"),
}


@pytest.mark.parametrize("name", [LONG, CHINESE, "."], ids=["long", "Chinese", "dot"])
@pytest.mark.parametrize("command", NAMES.values(), ids=list(NAMES))
def test_a_name_that_no_file_can_have_is_told(here: Path, command: tuple[str, ...], name: str) -> None:
    write(here / "m.yaml")
    run("build", "m.yaml")

    result = run(*(argument.format(name=name) for argument in command))

    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_one_name_that_is_too_long_does_not_stop_the_others(here: Path) -> None:
    write(here / "m.yaml")

    result = run("build", f"{LONG}.yaml", "m.yaml")

    assert (2, True) == (result.exit_code, (here / "m.docx").exists())


@pytest.mark.parametrize("key", ["kind: {name}\n", "kind: deployment\npapers: {name}\n"])
def test_a_name_in_a_yaml_that_is_too_long_is_unknown(here: Path, key: str) -> None:
    write(here / "m.yaml", key.format(name=LONG) + "meeting: {name: 全市会议}\n")

    assert "error[Y105]" in run("outline", "m.yaml").stderr


def test_a_folder_that_may_not_be_read_holds_nothing(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here / "m.yaml")

    def refuse(*_arguments: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    monkeypatch.setattr(Path, "is_file", refuse)

    result = run("build", "m.yaml")

    assert result.exception is None or isinstance(result.exception, SystemExit)


@pytest.mark.parametrize(
    "code",
    [
        *(errno.ENOENT, errno.EACCES, errno.ENOSPC, errno.ENAMETOOLONG, errno.ELOOP),
        *(errno.EEXIST, errno.EIO, errno.EPROTO),
    ],
)
def test_what_the_system_says_is_told_in_our_words_with_a_remedy(code: int) -> None:
    reason, remedy = explain(OSError(code, os.strerror(code)))

    assert remedy
    assert os.strerror(code) != reason


def test_a_missing_file_is_told_in_chinese() -> None:
    command = [sys.executable, "-m", "drafter", "outline", "missing.yaml"]
    environment = {**os.environ, "LANGUAGE": "zh_CN"}

    told = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False).stderr

    assert told.isascii() is False
    assert "No such file" not in told


def test_of_an_unknown_topic_the_ten_nearest_are_told(here: Path) -> None:
    told = run("new", "deployment", "--topic", "xyz").stderr

    assert 10 == told.partition("known: ")[2].count(", ")


def test_a_sheet_that_never_ends_is_read_to_its_bound(here: Path) -> None:
    command = [sys.executable, "-m", "drafter", "new", "--from", "-"]
    with Path("/dev/zero").open("rb") as zeros:
        told = subprocess.run(command, stdin=zeros, capture_output=True, check=False, timeout=60)

    assert b"Traceback" not in told.stderr
