"""Slips planted into a speech that has none: rules find four in five, and nothing in the speech."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.check.check import check
from drafter.check.finding import Severity
from drafter.check.read_text import read_lines


def _papers() -> Iterator[dict[str, Any]]:
    for path in sorted(Path(__file__).parent.glob("planted_*.yaml")):
        content = yaml.safe_load(path.read_bytes())
        yield from content if isinstance(content, list) else [content]


# One file has slips in structure and logic, the other in figures, names, marks and words.
PAPERS = list(_papers())
SLIPS = [(paper["speech"], slip) for paper in PAPERS for slip in paper["slips"]]
# Of all slips, those that no rule is sure enough of too.
LEAST_FOUND = 0.8

each_paper = pytest.mark.parametrize(
    "speech", [paper["speech"] for paper in PAPERS], ids=lambda text: text[:12]
)
each_slip = pytest.mark.parametrize(
    ("speech", "slip"), [one for one in SLIPS if len(one[1]) == 2], ids=lambda part: part[1][:20]
)


def _told(speech: str) -> set[tuple[str, str, str]]:
    manuscript = read_lines(speech.splitlines())
    return {(one.code, manuscript.lines[one.line].text, one.message.told()) for one in check(manuscript)}


def new_findings(speech: str, slip: list[Any]) -> set[str]:
    """Return the codes of what is found in a speech with a slip in it, and not in the speech itself."""
    old, new = slip[:2]
    assert old in speech, old
    return {code for code, *_ in _told(speech.replace(old, new, 1)) - _told(speech)}


@each_paper
def test_a_speech_without_slips_has_no_findings(speech: str) -> None:
    findings = check(read_lines(speech.splitlines()))
    assert [one for one in findings if one.severity is not Severity.HINT] == []


@each_slip
def test_a_slip_is_told(speech: str, slip: list[str]) -> None:
    assert new_findings(speech, slip)


@pytest.mark.slow
def test_four_slips_in_five_are_found() -> None:
    found = [bool(new_findings(speech, slip)) for speech, slip in SLIPS]
    assert sum(found) >= LEAST_FOUND * len(found)
