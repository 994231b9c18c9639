"""Slips planted into a speech that has none: rules find four in five, and nothing in the speech."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.check.check import check
from drafter.check.finding import Finding, Severity
from drafter.check.manuscript import Manuscript
from drafter.check.read_text import read_lines

# One file has slips in structure and logic, the other in figures, names, marks and words.
PLANTED: dict[str, dict[str, Any]] = {
    path.stem: yaml.safe_load(path.read_bytes())
    for path in sorted(Path(__file__).parent.glob("planted_*.yaml"))
}
each_file = pytest.mark.parametrize("name", PLANTED)
SURE = [
    pytest.param(name, slip, id=slip[1][:20])
    for name, file in PLANTED.items()
    for slip in file["slips"]
    if len(slip) == 2
]
# Of all slips, those that no rule is sure enough of too.
LEAST_FOUND = 0.8


def _found(text: str) -> tuple[Manuscript, tuple[Finding, ...]]:
    manuscript = read_lines(text.splitlines())
    return manuscript, check(manuscript)


def _told(text: str) -> set[tuple[str, str, str]]:
    manuscript, findings = _found(text)
    return {(one.code, manuscript.lines[one.line].text, one.message.told()) for one in findings}


def _new_findings(speech: str, old: str, new: str) -> set[str]:
    """Return the codes of what is found in the speech with a slip in it, and not in the speech."""
    assert old in speech, old
    return {code for code, *_ in _told(speech.replace(old, new, 1)) - _told(speech)}


@each_file
def test_a_speech_without_slips_has_no_findings(name: str) -> None:
    _, findings = _found(PLANTED[name]["speech"])
    assert [one for one in findings if one.severity is not Severity.HINT] == []


@pytest.mark.parametrize(("name", "slip"), SURE)
def test_a_slip_is_told(name: str, slip: list[str]) -> None:
    assert _new_findings(PLANTED[name]["speech"], slip[0], slip[1])


@each_file
def test_four_slips_in_five_are_found(name: str) -> None:
    speech, slips = PLANTED[name]["speech"], PLANTED[name]["slips"]
    found = [bool(_new_findings(speech, slip[0], slip[1])) for slip in slips]
    assert sum(found) >= LEAST_FOUND * len(found)
