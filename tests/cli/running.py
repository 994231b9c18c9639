"""The command line, run in this process or in one of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner, Result

from drafter.cli import app
from tests.drafts import LEAST

RUNNER = CliRunner()


def run(*arguments: str | Path) -> Result:
    """Return what the command line does with ``arguments``."""
    return RUNNER.invoke(
        app, [str(argument) for argument in arguments], prog_name="drafter", terminal_width=80
    )


def run_apart(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Return what a process of its own does with ``arguments``."""
    command = [sys.executable, "-m", "drafter", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def write(path: Path, text: str = LEAST) -> Path:
    """Write ``text`` to ``path``, in a folder made for it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
