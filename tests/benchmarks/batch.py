"""Many files by one command: what two processes gain, and whether memory stays flat."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from .cold import run
from .rounds import take_turns
from .rows import Row, compared
from .samples import EXAMPLE, ROOT, name_of

# What the paths of thousands of files and an allocator may take.
SLACK_MB = 10.0


def batches(folder: Path, documents: int, rounds: int) -> list[Row]:
    """Measure ``documents`` by one process and by two, and the memory of a tenth of them and of all."""
    few, many = folder / "few", folder / "many"
    write_meetings(few, documents // 10)
    write_meetings(many, documents)
    tasks = {
        f"--jobs {jobs}": lambda jobs=jobs: run([*_build(few, folder / f"by-{jobs}"), "--jobs", str(jobs)])
        for jobs in (1, 2)
    }
    times = take_turns(tasks, rounds)
    rows = [compared("10 a batch, two processes against one", times, "--jobs 1", "--jobs 2", 1.7)]
    if sys.platform != "win32":
        before, after = (_most_memory(_build(source, folder / "of-all")) for source in (few, many))
        name = f"5 memory of one command, {documents} documents against {documents // 10}"
        detail = f"{before:.1f} MB, then {after:.1f} MB"
        rows.append(Row(name, after - before, "MB more", SLACK_MB, at_most=True, detail=detail))
    return rows


def write_meetings(folder: Path, count: int) -> None:
    """Write the YAML of ``count`` meetings."""
    folder.mkdir()
    text = EXAMPLE.read_text(encoding="utf-8")
    for number in range(1, count + 1):
        renamed = text.replace("name: 全市社会工作会议 ", f"name: {name_of(number)} ")
        (folder / f"{number}.yaml").write_text(renamed, encoding="utf-8")


def _build(source: Path, target: Path) -> list[str | Path]:
    return [sys.executable, "-m", "drafter", "build", source, "-o", target]


def _most_memory(command: Sequence[str | Path]) -> float:
    """Return the most memory that ``command`` held, in MB."""
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _pid, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
