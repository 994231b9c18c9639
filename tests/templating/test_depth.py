"""Depth: how much is said, by whole sentences and slots."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import drafter
from drafter.library import builtin_library
from drafter.speech.tree import plain_text
from tests.drafts import closing_of, drafted, given, said, template_faults

DEPTHS = ("brief", "standard", "full")


def closing(folder: Path, markup: str, depth: str) -> str:
    return plain_text(closing_of(folder, markup, style={"depth": depth}))


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [
        ('from="standard"', ["甲丙", "甲乙丙", "甲乙丙"]),
        ('from="full"', ["甲丙", "甲丙", "甲乙丙"]),
        ('until="brief"', ["甲乙丙", "甲丙", "甲丙"]),
        ('from="standard" until="standard"', ["甲丙", "甲乙丙", "甲丙"]),
    ],
)
def test_what_stands_in_when_is_said_from_a_depth_until_another(
    tmp_path: Path, attribute: str, expected: list[str]
) -> None:
    markup = f"甲<when {attribute}>乙</when>丙"

    assert expected == [closing(tmp_path / depth, markup, depth) for depth in DEPTHS]


def test_a_choice_may_stand_in_when_and_when_in_a_choice(tmp_path: Path) -> None:
    markup = '<when from="full"><choice><option>甲<when from="full">乙</when></option></choice></when>丙'

    assert "甲乙丙" == closing(tmp_path, markup, "full")


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        ("<when>甲</when>", "<when> needs the attribute `from`"),
        ('<when from="long">甲</when>', "unknown depth `long`"),
        ('<when depth="full">甲</when>', "<when> has no attribute `depth`"),
        ('<when from="full"><part role="甲"/></when>', "<part> cannot stand in <p>"),
    ],
)
def test_a_slip_in_when_is_told(tmp_path: Path, markup: str, message: str) -> None:
    faults = template_faults(tmp_path, f"<closing><p>{markup}</p></closing>")

    assert message in [fault.message for fault in faults]


def points(depth: str | None, **keys: Any) -> drafter.Speech:
    point = {"heading": "摸清底数", "text": "要查", "detail": "查三遍", "measures": ["要建", "要管"]}
    point["measures"] = ["要建", {"text": "要管", "depth": "standard"}]
    deep = {"heading": "建章立制", "text": "要定", "depth": "full"}
    return drafted(parts=[{"role": "tasks", "points": [point, deep]}], style={"depth": depth, **keys})


def test_measures_details_and_points_are_said_from_their_depth_on() -> None:
    bodies = [[said(point.body) for point in points(depth).parts[0].points] for depth in DEPTHS]

    assert [["要查。要建。"], ["要查。要建。要管。"], ["要查。查三遍。要建。要管。", "要定。"]] == bodies


def test_without_a_depth_the_standard_is_said() -> None:
    said_at = [replace(points(depth), given="") for depth in ("standard", None)]

    assert said_at[0] == said_at[1]


def test_a_speech_knows_what_its_depth_leaves_out() -> None:
    point = "parts[0].points"

    assert (
        f"{point}[0].detail",
        f"{point}[0].measures[1].text",
        f"{point}[1].heading.text",
        f"{point}[1].text",
    ) == points("brief").omitted
    assert () == points("full").omitted


def chosen(minutes: float, depth: str | None = None) -> str:
    return drafted(style={"minutes": minutes, "depth": depth}).depth


def test_the_minutes_asked_for_choose_the_depth() -> None:
    assert ["brief", "standard", "full"] == [chosen(minutes) for minutes in (1, standard_minutes(), 60)]


def test_a_depth_given_goes_before_the_minutes() -> None:
    assert "standard" == chosen(60, "standard")


def standard_minutes() -> float:
    parameters = given(style={"depth": "standard"})
    summary = drafter.summarize(
        drafter.draft(parameters), builtin_library().kind("deployment"), parameters.style
    )
    return summary.minutes


@pytest.mark.parametrize(("factor", "off"), [(1.0, 0.0), (0.8, 25.0), (1.25, -20.0)])
def test_the_summary_says_how_far_the_draft_is_from_the_minutes(factor: float, off: float) -> None:
    parameters = given(style={"depth": "standard", "minutes": standard_minutes() * factor})
    speech = drafter.draft(parameters)

    summary = drafter.summarize(speech, builtin_library().kind("deployment"), parameters.style)

    assert summary.off == pytest.approx(off, abs=0.1)


def test_points_that_only_the_template_has_come_with_their_depths() -> None:
    counts = [[len(part.points) for part in drafted(style={"depth": depth}).parts] for depth in DEPTHS]

    assert counts[0] < counts[1] < counts[2]
