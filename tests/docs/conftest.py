"""A folder like a fresh checkout, and a ``drafter`` to call in it."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .pages import ROOT

Run = Callable[[str, str], "subprocess.CompletedProcess[str]"]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The examples and templates in a folder of their own, where a page's commands may write."""
    folder = tmp_path / "checkout"
    for name in ("examples", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture
def run(checkout: Path, tmp_path: Path) -> Run:
    """Run a line of shell in the checkout, as a reader of that language would; both streams come in one.

    ``in-word`` is for what a page says that somebody does in Word; it stands in the page's comments.
    """
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("there is no bash")
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, module in {"drafter": "drafter", "in-word": "tests.docs.in_word"}.items():
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {module} "$@"\n', encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    environment = os.environ | {
        "PATH": os.pathsep.join((str(programs), os.environ["PATH"])),
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "80",
        "DRAFTER_CACHE": str(tmp_path / "cache"),
        "DRAFTER_STATE": str(tmp_path / "state"),
    }

    def run(command: str, language: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [bash, "-c", command],
            cwd=checkout,
            env=environment | {"LANGUAGE": language},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run
