"""What the pages show is what happens."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drafter import Library, draft, load

from .conftest import Run
from .pages import ROOT, RUN, Block, blocks_of, language_of

CHECKER = doctest.OutputChecker()


def commands(console: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block, and what it is shown to print."""
    for part in re.split(r"^\$ ", console, flags=re.MULTILINE)[1:]:
        command, _newline, shown = part.partition("\n")
        yield command, shown


@pytest.mark.slow
@pytest.mark.parametrize("page", RUN)
def test_a_page_shows_what_its_commands_print(page: str, checkout: Path, run: Run) -> None:
    status = 0
    for block in blocks_of(page):
        if block.file_name:
            (checkout / block.file_name).write_text(block.text, encoding="utf-8")
        if block.language not in ("sh", "console") or block.builds_environment:
            continue
        steps = [(block.text, None)] if block.language == "sh" else list(commands(block.text))
        for command, shown in steps:
            if command == "echo $?":
                assert f"{status}\n" == shown, f"{page}:{block.line}: {command}"
                continue
            done = run(f"set -e\n{command}", language_of(page))
            status = done.returncode
            where = f"{page}:{block.line}: {command}\n{done.stdout}"
            if shown is None:
                assert status == 0, where
            else:
                got = done.stdout
                assert CHECKER.check_output(shown, got, doctest.ELLIPSIS), where


@pytest.mark.parametrize("page", RUN)
def test_every_yaml_of_a_page_builds_or_its_fault_is_shown(page: str, tmp_path: Path) -> None:
    blocks = blocks_of(page)
    for block in blocks:
        if block.language != "yaml" or shows_fault(block, blocks):
            continue
        path = tmp_path / "block.yaml"
        path.write_text(whole(block.text), encoding="utf-8")

        speech = draft(load(path), Library())

        assert speech.parts, f"{page}:{block.line}"


def shows_fault(block: Block, blocks: list[Block]) -> bool:
    shown = (other.text for other in blocks if other.language == "console")
    return bool(block.file_name) and any(f" --> {block.file_name}:" in text for text in shown)


def whole(text: str) -> str:
    """A fragment of a YAML file with the two keys that every file needs."""
    keys = {line.split(":")[0] for line in text.splitlines()}
    kind = "" if {"kind", "文种"} & set(keys) else "kind: deployment\n"
    meeting = "" if {"meeting", "会议"} & set(keys) else "meeting: {name: 全市社会工作会议}\n"
    return kind + meeting + text


def test_the_least_yaml_of_the_pages_is_the_shipped_one() -> None:
    least = next(block for block in blocks_of("docs/usage.md") if block.file_name == "least.yaml")

    assert (ROOT / "examples/least.yaml").read_text(encoding="utf-8") == least.text.partition("\n")[2]


def test_the_python_of_the_page_on_usage_writes_a_speech_and_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DRAFTER_CACHE", str(tmp_path / "cache"))
    shutil.copy(ROOT / "examples/least.yaml", tmp_path)
    names: dict[str, Any] = {}

    for block in blocks_of("docs/usage.md"):
        if block.language == "python":
            exec(block.text, names)

    assert (tmp_path / "least.docx").read_bytes().startswith(b"PK")
    assert names["values"]["meeting.name"] == ("全市安全生产工作会议",)
    assert not names["update"].findings.conflicts
    assert names["pull"].after == names["pull"].before


def quick_starts() -> list[str]:
    return [block.text.strip() for block in blocks_of("README.md") if block.builds_environment]


def test_the_readme_starts_with_two_commands_of_one_line() -> None:
    first, second = quick_starts()

    assert "\n" not in first + second
    assert "drafter build examples/social-work-conference.yaml" in first
    assert second.endswith("pytest")


def test_both_readmes_give_the_same_quick_start() -> None:
    chinese = [block.text.strip() for block in blocks_of("README.zh-CN.md")]

    assert quick_starts()[0] in chinese


@pytest.mark.slow
@pytest.mark.skipif(
    not os.environ.get("DRAFTER_TEST_QUICK_START"),
    reason="builds an environment over the network; DRAFTER_TEST_QUICK_START=1 runs it",
)
def test_the_first_quick_start_works_on_a_fresh_copy_and_twice(tmp_path: Path) -> None:
    """The second one is what calls these tests where they are run for a release."""
    copy = tmp_path / "drafter"
    leave_out = shutil.ignore_patterns(".venv*", ".git", ".*_cache", "__pycache__", "out")
    shutil.copytree(ROOT, copy, ignore=leave_out)

    for _time in range(2):
        subprocess.run(["bash", "-c", quick_starts()[0]], cwd=copy, check=True, timeout=600)

    assert (copy / "out/social-work-conference.docx").is_file()
