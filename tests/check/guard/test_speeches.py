"""Whole speeches: those that are right raise nothing, and nearly every fault that is planted is found."""

from __future__ import annotations

from collections import Counter

import pytest

from drafter.check.finding import Severity
from drafter.check.guard.guard import guard
from drafter.check.guard.source import Source
from drafter.check.read_text import read_lines
from tests.check.guard.planted import Speech, planted
from tests.check.guard.speeches import speeches

SPEECHES = [pytest.param(speech, source, id=speech.name) for speech, source in speeches()]
# Which share of the planted faults is found at least.
LEAST = 0.95


def findings(lines: list[str], source: Source) -> Counter[tuple[str, str, str]]:
    """Return the errors and warnings of a text, each with its words."""
    manuscript = read_lines(lines)
    return Counter(
        (
            one.code,
            manuscript.lines[one.line].text[one.start : one.end],
            one.message.text + str(one.message.values),
        )
        for one in guard(manuscript, source).findings
        if one.severity is not Severity.HINT
    )


@pytest.mark.parametrize(("speech", "source"), SPEECHES)
def test_a_speech_that_is_right_raises_nothing(speech: Speech, source: Source) -> None:
    assert {} == dict(findings(speech.plain, source))


@pytest.mark.slow
def test_nearly_every_planted_fault_is_found() -> None:
    lost, count = [], 0
    for speech, source in speeches():
        right = findings(speech.plain, source)
        for plant in planted(speech, seed=2026, each=2):
            count += 1
            if not findings(plant.lines, source) - right:
                lost.append((plant.speech, plant.kind, plant.words))

    assert len(lost) <= (1 - LEAST) * count, lost
