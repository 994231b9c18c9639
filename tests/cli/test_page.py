"""The command `drafter page`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.__main__ import choose_language

from .running import run


def test_a_folder_that_is_not_there_is_told(here: Path) -> None:
    done = run("page", "nowhere", "--no-browser")

    assert 2 == done.exit_code and "make it, or name another one" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("package", ["starlette", "uvicorn"])
def test_missing_packages_are_told_with_the_command_that_installs_them(here: Path, package: str) -> None:
    code = f"import sys; sys.modules[{package!r}] = None; from drafter.cli import app; app()"
    done = subprocess.run(
        [sys.executable, "-c", code, "page", "--no-browser"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert 2 == done.returncode and 'pip install "drafter[page]"' in done.stderr


@pytest.mark.parametrize(("arguments", "language"), [(["--lang", "zh"], "zh"), (["--lang=en"], "en")])
def test_the_language_is_chosen_before_anything_is_imported(
    arguments: list[str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "C")
    choose_language(arguments)

    assert language == os.environ["LANGUAGE"]


@pytest.mark.slow
def test_the_page_is_served_until_nobody_uses_it(here: Path) -> None:
    command = [sys.executable, "-m", "drafter", "page", "--no-browser", "--lang", "zh", "--idle", "0.1"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=60)

    assert 0 == done.returncode
    assert re.search(r"的页面：http://127\.0\.0\.1:\d+/enter/\S{20,}", done.stdout)
    assert "自行结束" in done.stdout
