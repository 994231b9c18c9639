"""Parts and points: which there are, in which order, with which ordinals and paragraphs."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.speech.blocks import iter_blocks
from drafter.speech.outline import iter_outline
from drafter.speech.tree import plain_text
from tests.drafts import blanks_of, drafted, said


def lines(**keys: Any) -> list[str]:
    return [plain_text(block.inlines) for block in iter_blocks(drafted(**keys))]


def test_without_parts_a_speech_has_those_of_its_kind() -> None:
    assert ["significance", "tasks", "safeguards"] == [part.role for part in drafted().parts]


def test_without_points_a_part_has_as_many_as_is_usual() -> None:
    assert [3, 4, 3] == [len(part.points) for part in drafted().parts]


def test_parts_given_stay_in_their_order() -> None:
    parts = [{"role": "safeguards"}, {"role": "significance"}]

    assert ["safeguards", "significance"] == [part.role for part in drafted(parts=parts).parts]


def test_parts_without_roles_take_those_of_their_places() -> None:
    assert ["significance", "tasks"] == [part.role for part in drafted(parts=[{}, {}]).parts]


def test_a_part_beyond_those_of_its_kind_has_none_of_its_words() -> None:
    parts = [{}, {}, {}, {"points": [{"heading": "另说一点", "text": "要办"}]}]

    part = drafted(parts=parts).parts[3]

    assert ("四、", "part", "一要") == (part.ordinal, part.role, part.numbering)


def test_parts_are_numbered_in_chinese() -> None:
    assert ["一、", "二、", "三、"] == [part.ordinal for part in drafted().parts]


@pytest.mark.parametrize(
    ("numbering", "ordinals"),
    [
        ("第一", ["第一，", "第二，"]),
        ("首先", ["首先，", "其次，"]),
        ("一要", ["一要", "二要"]),
        ("一是", ["一是", "二是"]),
        ("（一）", ["（一）", "（二）"]),
        ("1.", ["1.", "2."]),
        ("（1）", ["（1）", "（2）"]),
    ],
)
def test_points_are_numbered_as_their_part_says(numbering: str, ordinals: list[str]) -> None:
    points = [{"heading": "甲", "text": "乙"}, {"heading": "丙", "text": "丁"}]

    part = drafted(parts=[{"numbering": numbering, "points": points}]).parts[0]

    assert ordinals == [point.ordinal for point in part.points]


def test_each_point_may_hold_points_of_the_next_level() -> None:
    grandchild = {"heading": "孙", "text": "三"}
    child = {"heading": "子", "text": "二", "points": [grandchild]}
    point = {"heading": "父", "text": "一", "points": [child]}

    text = lines(parts=[{"numbering": "（一）", "heading": "部分", "lead": "引", "points": [point]}])

    start = text.index("一、部分")
    assert ["一、部分", "引。", "（一）父", "一。", "1.子", "二。", "（1）孙", "三。"] == text[
        start : start + 8
    ]


def test_a_point_chooses_the_numbering_of_those_under_it() -> None:
    point = {"heading": "父", "numbering": "一是", "points": [{"heading": "子", "text": "二"}]}

    (child,) = drafted(parts=[{"points": [point]}]).parts[0].points[0].points

    assert ("一是", True, 3) == (child.ordinal, child.run_in, child.level)


def test_a_heading_that_runs_in_opens_its_paragraph() -> None:
    part = {"numbering": "一要", "points": [{"heading": "摸清底数", "text": "逐户走访"}]}

    assert "一要摸清底数。逐户走访。" in lines(parts=[part])


def test_a_heading_with_a_mark_of_its_own_gets_no_other() -> None:
    part = {"numbering": "一是", "points": [{"heading": "怎么办？", "text": "逐户走访"}]}

    assert "一是怎么办？逐户走访。" in lines(parts=[part])


def test_a_line_break_in_a_text_starts_a_paragraph() -> None:
    part = {"numbering": "一要", "points": [{"heading": "摸底", "text": "一段。\n二段。\n\n三段"}]}

    text = lines(parts=[part])

    start = text.index("一要摸底。一段。")
    assert ["一要摸底。一段。", "二段。", "三段。"] == text[start : start + 3]


def test_a_line_break_in_a_lead_starts_a_paragraph() -> None:
    (part,) = drafted(parts=[{"lead": "一段。\n二段。"}]).parts

    assert "一段。\n二段。" == said(part.lead)


def test_a_quotation_stands_in_its_part() -> None:
    quotation = {"text": "治国有常，而利民为本", "source": "《淮南子》", "in": "tasks"}

    speech = drafted(quotations=[quotation])

    found = ["《淮南子》讲：“治国有常，而利民为本。”" in said(part.lead) for part in speech.parts]
    assert [False, True, False] == found


def test_a_quotation_without_a_source_has_a_blank_for_it() -> None:
    speech = drafted(quotations=[{"text": "利民为本", "in": "tasks"}])

    assert "quotations[0].source" in {blank.path for blank in blanks_of(speech)}


def test_arguments_stay_out_of_the_outline() -> None:
    parts = [{"heading": "意义", "numbering": "第一", "points": [{"heading": "甲", "text": "乙"}]}]

    assert ["一、意义"] == [line.text for line in iter_outline(drafted(parts=parts))]


def test_the_outline_has_headings_as_the_body_has_them() -> None:
    parts = [{"heading": "任务", "numbering": "一要", "points": [{"heading": "甲", "text": "乙"}]}]

    assert [(1, "一、任务"), (2, "一要甲")] == [
        (line.level, line.text) for line in iter_outline(drafted(parts=parts))
    ]


@pytest.mark.parametrize("variation", range(1, 9))
def test_every_variation_asks_for_the_substance(variation: int) -> None:
    speech = drafted(style={"variation": variation})

    assert 15 <= len({(blank.label, blank.path) for blank in blanks_of(speech)})


def test_the_first_four_variations_differ() -> None:
    texts = {tuple(lines(style={"variation": number})) for number in (1, 2, 3, 4)}

    assert 4 == len(texts)


def test_variations_come_round_again() -> None:
    assert lines(style={"variation": 1}) == lines(style={"variation": 5})


def test_a_quotation_without_a_place_stands_in_the_first_part() -> None:
    speech = drafted(quotations=[{"text": "利民为本", "source": "《淮南子》"}])

    assert "“利民为本。”" in said(speech.parts[0].lead)
