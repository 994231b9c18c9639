"""Headings: given, composed, parallel."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.library import builtin_library
from drafter.models.phrases import Pattern
from drafter.speech.tree import Field, Inlines, plain_text
from tests.drafts import LEAST, blanks_of, drafted, faults_of

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
    assert ["紧盯甲，在乙上展现新作为"] == [
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

    assert "紧盯甲，在【标题目标】上展现新作为" == plain_text(heading)


def part_heading(variation: int = 1, role: str = "tasks", **words: str) -> str:
    parts = [{"role": role, "heading": words, "points": [{"heading": "底数", "text": "要办"}]}]
    return plain_text(drafted(parts=parts, style={"variation": variation}).parts[0].heading)


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("significance", "提高站位，深刻认识防汛的重大意义"),
        ("tasks", "明确任务，扎实推进防汛各项工作"),
        ("safeguards", "加强领导，为防汛提供坚强保障"),
    ],
)
def test_the_heading_of_a_part_is_composed_by_its_role(role: str, expected: str) -> None:
    assert expected == part_heading(role=role, focus="防汛")


def test_another_variation_composes_the_heading_of_a_part_otherwise() -> None:
    assert "压实责任，推动防汛落地见效" == part_heading(2, "safeguards", focus="防汛")


def test_a_pattern_can_be_called_by_its_name() -> None:
    point = {"heading": {"focus": "甲", "aim": "乙"}}

    assert ["在甲上求突破，在乙上见实效"] == [plain_text(line) for line in headings(point, pattern="求突破")]


def test_a_heading_can_have_a_pattern_of_its_own() -> None:
    assert "守牢甲底线，确保乙安全" == part_heading(focus="甲", aim="乙", pattern="守牢")


def test_a_name_that_no_pattern_has_is_told_with_a_near_one() -> None:
    text = LEAST + "parts:\n  - role: tasks\n    pattern: 求突跛\n"

    (fault,) = faults_of(text)

    assert ("Y109", 6, True) == (fault.code, fault.span.line, "did you mean `求突破`?" in fault.remedy)


def test_without_a_pattern_each_variation_takes_another() -> None:
    point = {"heading": {"focus": "甲", "aim": "乙", "tail": "丙"}}

    def heading(variation: int) -> str:
        speech = drafted(parts=[{"role": "tasks", "points": [point]}], style={"variation": variation})
        return plain_text(speech.parts[0].points[0].heading)

    assert 4 == len({heading(variation) for variation in (1, 2, 3, 4)})


def test_a_tail_avoids_the_verbs_and_nouns_that_the_set_has_already() -> None:
    given = {"heading": {"focus": "甲", "aim": "乙", "tail": "展现新突破"}}
    others = [{"heading": {"focus": "甲", "aim": "乙"}} for _ in range(5)]

    tails = [plain_text(line).removeprefix("紧盯甲，在乙上") for line in headings(given, *others)]

    assert 6 == len({tail[:2] for tail in tails}) == len({tail[-2:] for tail in tails})


def test_the_tails_that_ship_share_no_verb_and_no_noun() -> None:
    tails = builtin_library().headings.tails

    assert len(tails) == len({tail[:2] for tail in tails}) == len({tail[-2:] for tail in tails})


def test_the_patterns_that_ship_have_names_of_their_own() -> None:
    patterns = builtin_library().headings.patterns

    assert 25 <= len(patterns) == len({pattern.name for pattern in patterns})


@pytest.mark.parametrize("pattern", builtin_library().headings.patterns, ids=lambda pattern: pattern.name)
def test_a_pattern_gives_headings_with_clauses_of_one_length(pattern: Pattern) -> None:
    points = [
        {"heading": {"focus": focus, "aim": aim}} for focus, aim in (("民生", "养老"), ("治理", "网格"))
    ]

    lengths = [
        [len(clause) for clause in plain_text(line).split("，")]
        for line in headings(*points, pattern=pattern.name)
    ]

    assert lengths[0] == lengths[1]


def test_headings_of_points_under_points_are_composed_as_well() -> None:
    child = {"heading": {"focus": "甲", "aim": "乙", "tail": "丙"}, "text": "要办"}

    speech = drafted(parts=[{"points": [{"heading": "底数", "points": [child]}]}])

    assert "围绕甲，在乙上丙" == plain_text(speech.parts[0].points[0].points[0].heading)


def test_a_point_without_a_heading_has_a_blank_for_it() -> None:
    speech = drafted(parts=[{"role": "tasks", "points": [{"text": "要办"}]}])

    assert ["parts[0].points[0].heading"] == [
        blank.path for blank in blanks_of(speech) if "points" in blank.path
    ]
