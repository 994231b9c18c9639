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

_FILE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("planted_slips.yaml").read_bytes())
SPEECH: str = _FILE["speech"]
SLIPS: list[list[Any]] = _FILE["slips"]
# Of all slips, those that no rule is sure enough of too.
LEAST_FOUND = 0.8


def _found(text: str) -> tuple[Manuscript, tuple[Finding, ...]]:
    manuscript = read_lines(text.splitlines())
    return manuscript, check(manuscript)


def _told(text: str) -> set[tuple[str, str, str]]:
    manuscript, findings = _found(text)
    return {(one.code, manuscript.lines[one.line].text, one.message.told()) for one in findings}


def _new_findings(old: str, new: str) -> set[str]:
    """Return the codes of what is found in the speech with a slip in it, and not in the speech."""
    assert old in SPEECH, old
    return {code for code, *_ in _told(SPEECH.replace(old, new, 1)) - _told(SPEECH)}


def test_a_speech_without_slips_has_no_findings() -> None:
    _, findings = _found(SPEECH)
    assert [one for one in findings if one.severity is not Severity.HINT] == []


@pytest.mark.parametrize("slip", [slip for slip in SLIPS if len(slip) == 2], ids=lambda slip: slip[1][:20])
def test_a_slip_is_told(slip: list[str]) -> None:
    assert _new_findings(slip[0], slip[1])


def test_four_slips_in_five_are_found() -> None:
    found = [bool(_new_findings(slip[0], slip[1])) for slip in SLIPS]
    assert sum(found) >= LEAST_FOUND * len(found)
