"""Reading and updating an edited document, beside python-docx opening and saving the same file."""

from __future__ import annotations

import io
from pathlib import Path

import docx

import drafter
from drafter.docx.write.document import write_docx
from drafter.library import builtin_library
from drafter.merge.pull import read_values
from drafter.merge.update import updated

from .rounds import take_turns
from .rows import Row, compared
from .samples import EXAMPLE

# What the issue of living documents asks for, in milliseconds on this machine.
READ_MS, UPDATE_MS = 5.0, 20.0


def edited_document(folder: Path, rounds: int) -> list[Row]:
    """Measure a speech's values read from its file, and its update by a YAML with another date and figure."""
    library = builtin_library()
    before = drafter.load(EXAMPLE, library)
    speech = drafter.draft(before, library)
    content = write_docx(speech, library.layout(speech.layout))
    document, source = folder / "edited.docx", folder / "edited.yaml"
    document.write_bytes(content)
    text = EXAMPLE.read_text(encoding="utf-8")
    source.write_text(
        text.replace("2025-10-11", "2025-10-12").replace("value: 35", "value: 36"), encoding="utf-8"
    )
    assert updated(content, drafter.load(source, library), library).document is not None
    tasks = {
        "python-docx": lambda: _opened_and_saved(content),
        "read": lambda: read_values(document),
        "update": lambda: updated(content, drafter.load(source, library), library),
    }
    times = take_turns(tasks, rounds, dict.fromkeys(tasks, 8))
    beside = "python-docx opening and saving it"
    return [
        _limit("8 values read from a document", times.median("read"), READ_MS),
        compared(f"  the same, against {beside}", times, "read", "python-docx"),
        _limit("9 an edited document updated", times.median("update"), UPDATE_MS),
        compared(f"  the same, against {beside}", times, "update", "python-docx"),
    ]


def _opened_and_saved(content: bytes) -> bytes:
    document, file = docx.Document(io.BytesIO(content)), io.BytesIO()
    document.save(file)
    return file.getvalue()


def _limit(name: str, seconds: float, goal: float) -> Row:
    return Row(name, 1000 * seconds, "ms", goal, at_most=True)
