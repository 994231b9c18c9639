"""One document in one process, from cold: what a person at a command line waits for."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

import drafter

from .contenders import stock_document
from .memory import any_name_of
from .rounds import take_turns
from .rows import Row, compared
from .samples import EXAMPLE, ROOT, layout_of
from .word_template import make_word_template

SCRIPT = Path(__file__).with_name("cold_docxtpl.py")
LOADERS = ("SafeLoader", "CSafeLoader")


def run(command: Sequence[str | Path]) -> None:
    """Run ``command`` in the repository's folder, with compiled modules kept."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)


def docxtpl_command(folder: Path, loader: str) -> Callable[[Path], list[str | Path]]:
    """Return the command that makes the example with docxtpl, for a path to write to."""
    template = folder / "stock.docx"
    make_word_template(template, stock_document(layout_of(drafter.load(EXAMPLE))))
    return lambda path: [sys.executable, SCRIPT, EXAMPLE, loader, template, path]


def drafter_commands() -> dict[str, list[str | Path]]:
    """Return how drafter is started: as a module, and as a script where one is installed."""
    commands: dict[str, list[str | Path]] = {"python -m drafter": [sys.executable, "-m", "drafter"]}
    script = Path(sys.executable).with_name("drafter.exe" if sys.platform == "win32" else "drafter")
    if script.exists():
        commands["drafter"] = [script]
    return commands


def cold_build(folder: Path, rounds: int) -> list[Row]:
    """Measure one build in a process of its own, always to a new name; also of a title that must break."""
    numbers = count()
    long = folder / "long-title.yaml"
    long.write_text(
        EXAMPLE.read_text(encoding="utf-8").replace("name: 全市社会工作会议 ", f"name: {any_name_of(10)} "),
        encoding="utf-8",
    )

    def new() -> Path:
        target = folder / "cold" / f"{next(numbers)}" / "a.docx"
        target.parent.mkdir(parents=True)
        return target

    ours = {
        f"{name}{title}": lambda start=start, source=source: run([*start, "build", source, "-o", new()])
        for name, start in drafter_commands().items()
        for title, source in (("", EXAMPLE), (", a long title", long))
    }
    commands = {f"docxtpl, {loader}": docxtpl_command(folder, loader) for loader in LOADERS}
    theirs = {name: lambda command=command: run(command(new())) for name, command in commands.items()}
    times = take_turns({**ours, **theirs}, rounds)
    return [
        compared(f"3 cold {name}, against {other}", times, name, other, _goal(name, other), at_most=True)
        for name in ours
        for other in theirs
    ]


def _goal(name: str, other: str) -> float | None:
    """Return the goal of a cold build, which is set where both read YAML in C."""
    if "CSafe" not in other:
        return None
    return 0.8 if "long" in name else 0.75


def cold_help(rounds: int) -> list[Row]:
    """Measure what it costs to be told how the command works."""
    ours = {
        f"{name} --help": lambda start=start: run([*start, "--help"])
        for name, start in drafter_commands().items()
    }
    bare = "python -c pass"
    times = take_turns({**ours, bare: lambda: run([sys.executable, "-c", "pass"])}, rounds)
    # 35 ms where a bare start takes 8.
    goal = 4.4
    return [compared(f"6 {name}, against {bare}", times, name, bare, goal, at_most=True) for name in ours]
