"""Headings: given, composed, parallel."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import blanks_of, drafted

from drafter.speech import Field, Inlines, plain_text

PATTERN = "紧盯{focus}，在{aim}上{tail}"


def headings(*points: Any, pattern: str = PATTERN, variation: int = 1) -> list[Inlines]:
    speech = drafted(
        parts=[{"role": "tasks", "pattern": pattern, "points": list(points)}], style={"variation": variation}
    )
    return [point.heading for point in speech.parts[0].points]


def test_a_heading_given_stands_as_it_is() -> None:
    assert [(Field("parts[0].points[0].heading.text", "摸清底数"),)] == headings({"heading": "摸清底数"})


def test_a_heading_is_composed_from_its_words() -> None:
    heading = {"focus": "困难群体", "aim": "托底服务", "tail": "展现温度"}

    assert ["紧盯困难群体，在托底服务上展现温度"] == [
        plain_text(line) for line in headings({"heading": heading})
    ]


def test_the_words_of_a_composed_heading_are_fields() -> None:
    (heading,) = headings({"heading": {"focus": "困难群体", "aim": "托底服务", "tail": "展现温度"}})

    assert ["focus", "aim", "tail"] == [
        inline.path.rpartition(".")[2] for inline in heading if isinstance(inline, Field)
    ]


def test_a_heading_without_a_tail_gets_one_of_the_library() -> None:
    assert ["紧盯甲，在乙上展现新担当"] == [
        plain_text(line) for line in headings({"heading": {"focus": "甲", "aim": "乙"}})
    ]


@pytest.mark.parametrize("variation", [1, 2, 7, 9999])
def test_no_tail_is_used_twice_in_a_part(variation: int) -> None:
    points = [{"heading": {"focus": "甲", "aim": "乙"}} for _ in range(8)]

    texts = [plain_text(line) for line in headings(*points, variation=variation)]

    assert 8 == len(set(texts))


def test_another_variation_starts_with_another_tail() -> None:
    point = {"heading": {"focus": "甲", "aim": "乙"}}

    assert headings(point, variation=1) != headings(point, variation=2)


def test_without_a_pattern_the_library_has_one() -> None:
    point = {"heading": {"focus": "甲", "aim": "乙", "tail": "丙"}}

    speech = drafted(parts=[{"role": "tasks", "points": [point]}])

    assert "围绕甲，在乙上丙" == plain_text(speech.parts[0].points[0].heading)


def test_a_word_that_a_pattern_needs_and_nobody_gave_is_a_blank() -> None:
    (heading,) = headings({"heading": {"focus": "甲"}})

    assert "紧盯甲，在【标题目标】上展现新担当" == plain_text(heading)


def test_the_heading_of_a_part_is_composed_as_well() -> None:
    speech = drafted(parts=[{"pattern": PATTERN, "heading": {"focus": "甲", "aim": "乙", "tail": "丙"}}])

    assert "紧盯甲，在乙上丙" == plain_text(speech.parts[0].heading)


def test_headings_of_points_under_points_are_composed_as_well() -> None:
    child = {"heading": {"focus": "甲", "aim": "乙", "tail": "丙"}, "text": "要办"}

    speech = drafted(parts=[{"points": [{"heading": "底数", "points": [child]}]}])

    assert "围绕甲，在乙上丙" == plain_text(speech.parts[0].points[0].points[0].heading)


def test_a_point_without_a_heading_has_a_blank_for_it() -> None:
    speech = drafted(parts=[{"role": "tasks", "points": [{"text": "要办"}]}])

    assert ["parts[0].points[0].heading"] == [
        blank.path for blank in blanks_of(speech) if "points" in blank.path
    ]
