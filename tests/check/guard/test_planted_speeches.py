"""Sheets with a speech that is right and ten faults planted in it one by one, in words of many kinds.

A file of ``planted_speeches`` has three parts: ``# sheet``, ``# speech`` and ``# plants``; a plant is what
stands in the speech, an arrow, and what is put there instead.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from drafter.check.finding import Severity
from drafter.check.guard.guard import guard
from drafter.check.guard.source import Source, source_of_text
from drafter.check.read_text import read_lines

FILES = sorted(Path(__file__).with_name("planted_speeches").glob("*.txt"))
# Which share of all plants is found at least.
LEAST = 0.9


def parts_of(path: Path) -> tuple[Source, str, list[tuple[str, str]]]:
    """Return the source, the speech and the plants of a file."""
    _, sheet, speech, plants = re.split("^# [a-z]+\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    pairs = [line.replace("\\n", "\n").split(" => ") for line in plants.splitlines() if line]
    return source_of_text(sheet), speech.strip(), [(old, new) for old, new in pairs]


def told(text: str, source: Source) -> Counter[tuple[str, str]]:
    """Return the errors and warnings of a text, by code and message."""
    findings = guard(read_lines(text.split("\n")), source).findings
    return Counter((one.code, one.message.told()) for one in findings if one.severity is not Severity.HINT)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_speech_that_tells_its_sheet_raises_nothing(path: Path) -> None:
    source, speech, _plants = parts_of(path)
    assert {} == told(speech, source)


def test_nearly_every_plant_is_found() -> None:
    lost, count = [], 0
    for path in FILES:
        source, speech, plants = parts_of(path)
        right = told(speech, source)
        for old, new in plants:
            assert old in speech, (path.stem, old)
            count += 1
            if not told(speech.replace(old, new, 1), source) - right:
                lost.append((path.stem, new))
    assert len(lost) <= (1 - LEAST) * count, lost
