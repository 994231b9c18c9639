"""Slots: the general words of one point, heading and body together; the nth serves the nth point."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from drafter.errors import TemplateError
from drafter.speech.tree import Point, plain_text
from tests.drafts import drafted, said, templates

TASKS = "kinds/deployment/tasks.xml.j2"
EXTENDS = '{% extends "shared/part.xml.j2" %}\n'
TWO = "{% slot %}<heading>甲</heading>一{% endslot %}\n\n{% slot %}<heading>乙</heading>二{% endslot %}\n"
FILLER = "{% block filler %}余{% endblock %}\n"
OTHERS = "{% slot others %}<heading>丙</heading>三{% endslot %}"


def points_of(folder: Path, slots: str, *points: Mapping[str, Any], **keys: Any) -> list[Point]:
    """Return the points of a part whose template holds ``slots``, for what the YAML says of each."""
    library = templates(folder, {TASKS: EXTENDS + slots})
    part = {"role": "tasks", "points": list(points)}
    return list(drafted(library, parts=[part], **keys).parts[0].points)


def words(points: list[Point]) -> list[str]:
    return [plain_text(point.heading) + said(point.body) for point in points]


def fault_of(folder: Path, slots: str) -> str:
    with pytest.raises(TemplateError) as caught:
        points_of(folder, slots, {})
    (fault,) = caught.value.diagnostics
    return f"{fault.code} {fault.span.line}: {fault.message}"


def test_the_nth_slot_serves_the_nth_point(tmp_path: Path) -> None:
    assert ["甲一", "乙二"] == words(points_of(tmp_path, TWO, {}, {}))


def test_a_point_that_the_yaml_writes_leaves_its_slot_unsaid(tmp_path: Path) -> None:
    given = {"heading": "自拟", "text": "说清。"}

    assert ["自拟说清。", "乙二"] == words(points_of(tmp_path, TWO, given, {}))


def test_further_points_have_the_slot_for_others(tmp_path: Path) -> None:
    assert ["甲一", "乙二", "丙三", "丙三"] == words(points_of(tmp_path, TWO + OTHERS, {}, {}, {}, {}))


def test_without_one_they_have_a_blank_for_the_heading_and_the_filler(tmp_path: Path) -> None:
    assert "【要点标题】余" == words(points_of(tmp_path, FILLER + TWO, {}, {}, {}))[2]


def test_a_part_may_have_the_slot_for_others_alone(tmp_path: Path) -> None:
    assert ["丙三", "丙三"] == words(points_of(tmp_path, OTHERS, {}, {}))


def test_a_point_is_said_from_its_depth_on_and_keeps_its_slot(tmp_path: Path) -> None:
    points = points_of(tmp_path, TWO, {"depth": "full"}, {}, style={"depth": "brief"})

    assert ["乙二"] == words(points)


def test_comments_may_stand_between_slots(tmp_path: Path) -> None:
    slots = TWO.replace("\n\n", "\n{# 第二条 #}\n")

    assert ["甲一", "乙二"] == words(points_of(tmp_path, slots, {}, {}))


def test_what_the_yaml_says_of_the_point_follows_the_slot(tmp_path: Path) -> None:
    (point,) = points_of(tmp_path, TWO, {"slogan": "三到位"})

    assert "一要做到“三到位”。" == said(point.body)


@pytest.mark.parametrize(
    ("slot", "rest"),
    [
        ("slot", "责任"),
        ("slot said_owner=true", ""),
        ("slot said_figures=1, said_owner=true", ""),
        ("slot rest=false", ""),
    ],
)
def test_a_slot_tells_what_it_has_said_itself(tmp_path: Path, slot: str, rest: str) -> None:
    (point,) = points_of(tmp_path, f"{{% {slot} %}}一{{% endslot %}}", {"owner": "甲局"})

    assert ("由甲局牵头" in said(point.body)) is bool(rest)


def test_a_slot_may_stand_in_the_loop_of_a_part_that_extends_nothing(tmp_path: Path) -> None:
    part = (
        '{% import "shared/facts.xml.j2" as facts %}<part role="tasks">{% for point in part.points %}'
        "{% set index = loop.index0 %}<point>"
        f"{TWO}{OTHERS}</point>{{% endfor %}}</part>"
    )
    library = templates(tmp_path, {TASKS: part})
    speech = drafted(library, parts=[{"role": "tasks", "points": [{}, {}, {}]}])

    assert ["甲一", "乙二", "丙三"] == words(list(speech.parts[0].points))


@pytest.mark.parametrize(
    ("slots", "fault"),
    [
        (TWO + "字" + TWO, "J101 5: the slots of a template stand one after the other"),
        (OTHERS + TWO, "J101 2: `slot others` is the last slot"),
        ("{% slot sad_owner=true %}{% endslot %}", "J101 2: the template does not parse: a slot knows no"),
        ("{% slot %}一", "J101 2: `{% slot %}` is not closed"),
        ("{% slto %}一{% endslto %}", "J101 2: unknown name `slto`"),
    ],
)
def test_a_slip_in_a_slot_is_told_at_its_line(tmp_path: Path, slots: str, fault: str) -> None:
    assert fault in fault_of(tmp_path, slots).replace("the template does not parse: `slot", "`slot")
