"""The check of a Word document: once loaded, of thirty times the text, and in a process of its own."""

from __future__ import annotations

import io
import sys
from copy import deepcopy
from pathlib import Path

import docx

import drafter
from drafter.check.files import checked
from drafter.check.settings import Settings
from drafter.docx.write.document import write_docx
from drafter.library import builtin_library

from .cold import run
from .rounds import take_turns
from .rows import Row
from .samples import EXAMPLE

# What the issue of the check asks for: in milliseconds, and how much longer thirty times the text may take.
CHECK_MS, COLD_MS, TIMES = 50.0, 80.0, 30
# The title and the salutation stand once, however long the text.
_FRONT = 15


def checking(folder: Path, rounds: int, cold_rounds: int) -> list[Row]:
    """Measure the check of the example, of thirty times its text, and in a process of its own."""
    library = builtin_library()
    speech = drafter.draft(drafter.load(EXAMPLE, library), library)
    content = write_docx(speech, library.layout(speech.layout))
    path, long = folder / "checked.docx", lengthened(content)
    path.write_bytes(content)
    tasks = {
        "one": lambda: checked(content, path, Settings()),
        "thirty": lambda: checked(long, path, Settings()),
    }
    times = take_turns(tasks, max(rounds // 4, 3), {"one": 8, "thirty": 1})
    start, target = [sys.executable, "-m", "drafter"], folder / "built.docx"
    cold = take_turns(
        {
            "build": lambda: run([*start, "build", EXAMPLE, "-o", target]),
            "check": lambda: run([*start, "check", path]),
        },
        cold_rounds,
    )
    more = 1000 * (cold.median("check") - cold.median("build"))
    ratio = times.median("thirty") / times.median("one")
    return [
        Row("11 a document checked", 1000 * times.median("one"), "ms", CHECK_MS, at_most=True),
        Row(f"   {TIMES} times the text, in times the time", ratio, "x", 1.5 * TIMES, at_most=True),
        Row("   cold, beyond a build", more, "ms", COLD_MS, at_most=True),
    ]


def lengthened(content: bytes) -> bytes:
    """Return a document with its text thirty times."""
    document, stream = docx.Document(io.BytesIO(content)), io.BytesIO()
    paragraphs = [paragraph._p for paragraph in document.paragraphs][_FRONT:]
    for _time in range(TIMES - 1):
        for paragraph in reversed(paragraphs):
            paragraphs[-1].addnext(deepcopy(paragraph))
    document.save(stream)
    return stream.getvalue()
