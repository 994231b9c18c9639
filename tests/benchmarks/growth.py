"""A build against the size of the library: what nobody asks for shall cost nothing."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

import drafter
from drafter.docx.write.document import write_docx
from drafter.library import Library, builtin_templates

from .rounds import take_turns
from .rows import Row, compared
from .samples import EXAMPLE

TIMES = 10


def larger_library(folder: Path, rounds: int) -> list[Row]:
    """Measure a YAML file to bytes in the library that ships, and in one with ten times its kinds."""
    shipped, large = folder / "shipped", folder / "large"
    shutil.copytree(builtin_templates(), shipped)
    shutil.copytree(builtin_templates(), large)
    for number in range(1, TIMES):
        for kind in (builtin_templates() / "kinds").iterdir():
            shutil.copytree(kind, large / "kinds" / f"{kind.name}-{number}")
        for topic in (builtin_templates() / "topics").glob("*.yaml"):
            shutil.copyfile(topic, large / "topics" / f"{topic.stem}-{number}.yaml")
    tasks = {"shipped": partial(_build, shipped), "large": partial(_build, large)}
    times = take_turns(tasks, rounds, dict.fromkeys(tasks, 8))
    name = f"7 a library {TIMES} times as large, against the one that ships"
    return [compared(name, times, "large", "shipped", 1.05, at_most=True)]


def _build(folder: Path) -> bytes:
    # A library remembers what it read: this one is new to each build, as in a run of its own.
    library = Library([folder])
    speech = drafter.draft(drafter.load(EXAMPLE, library), library)
    return write_docx(speech, library.layout(speech.layout))
