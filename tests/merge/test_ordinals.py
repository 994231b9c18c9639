"""Ordinals in an updated document."""

from __future__ import annotations

import re
from typing import Any

import pytest
from lxml import etree

from drafter.speech.numbering import chinese

from .desk import Desk
from .edits import add_point, add_words
from .opened import tag, text_of, write

NEW = {"heading": "科技支撑", "text": "让数据多跑路。"}


def ordinals(text: str) -> list[str]:
    """What the points in ``text`` open with."""
    return re.findall(
        r"^(第?[一二三四五六七八九十百零]+[要是，]|首先，|其次，|再次，|最后，|[0-9]+\.)", text, re.MULTILINE
    )


def points(count: int) -> list[dict[str, Any]]:
    return [
        {"heading": f"办{chr(0x5200 + n * 7)}{chr(0x6200 + n * 5)}", "text": f"{chr(0x6E00 + n * 3)}事要办。"}
        for n in range(count)
    ]


def desk_of(numbering: str, count: int) -> Desk:
    return Desk(
        meeting={"agenda": []},
        parts=[{"heading": "压实责任", "numbering": numbering, "points": points(count)}],
    )


@pytest.mark.parametrize("numbering", ["一是", "第一"])
def test_points_that_are_numbered_otherwise_now_are_in_the_document_too(numbering: str) -> None:
    desk = Desk()
    desk.keys["parts"][0]["numbering"] = numbering

    assert ordinals(desk.read()) == [
        numbering.replace("一", n) + "，" * (numbering == "第一") for n in "一二三"
    ]


def test_a_point_put_in_counts_with_those_that_had_no_ordinal_before() -> None:
    desk = desk_of("无", 3)
    part = desk.keys["parts"][0]
    part["numbering"] = "第一"
    part["points"].insert(1, NEW)

    assert ordinals(desk.read()) == ["第一，", "第二，", "第三，", "第四，"]


def test_an_ordinal_stays_where_a_person_changed_the_words_behind_it() -> None:
    desk = Desk()
    desk.do(add_words, "领导带头", 12)
    desk.keys["parts"][0]["numbering"] = "一是"

    assert ordinals(desk.read()) == ["一是", "二是", "三是"]


@pytest.mark.parametrize("count", [40, 120])
def test_there_may_be_as_many_points_as_there_are(count: int) -> None:
    desk = desk_of("一要", count)
    desk.points.insert(3, NEW)

    assert ordinals(desk.read()) == [f"{chinese(n)}要" for n in range(1, count + 2)]


def test_behind_the_last_of_the_spoken_ordinals_the_others_count_on() -> None:
    desk = desk_of("首先", 5)
    desk.points.insert(0, NEW)

    assert ordinals(desk.read()) == ["首先，", "其次，", "再次，", "最后，", "第五，", "第六，"]


def test_a_sixth_argument_is_numbered_among_the_others() -> None:
    desk = desk_of("第一", 6)
    desk.points.insert(0, NEW)

    assert ordinals(desk.read()) == [f"第{n}，" for n in "一二三四五六七"]


def test_a_figure_at_the_beginning_of_a_persons_paragraph_is_no_ordinal() -> None:
    desk = desk_of("1.", 3)
    first = next(one for one in desk.opened.paragraphs() if text_of(one).startswith("1."))
    own = etree.Element(tag("p"))
    own.append(write(etree.Element(tag("r")), "2.5亿元已经到账。"))
    first.addnext(own)
    desk.points.append(NEW)

    lines = [line[:3] for line in desk.read().split("\n") if re.match(r"[0-9]\.", line)]

    assert [line[:2] for line in lines] == ["1.", "2.", "2.", "3.", "4."]
    assert lines[1] == "2.5"


def test_points_of_each_part_count_from_one_where_the_parts_have_no_ordinals() -> None:
    headings = ("看到的亮点", "看到的问题")
    parts = [
        {"heading": heading, "numbering": "一是", "points": points(3)[n : n + 2]}
        for n, heading in enumerate(headings)
    ]
    desk = Desk(kind="inspection", meeting={"name": "防汛检查反馈会", "agenda": []}, parts=parts)
    desk.keys["style"] = {"outline": "true"}
    outline = desk.read().split("同志们")[0]

    assert ordinals(outline) == ["一是", "二是", "一是", "二是"]


def test_an_ordinal_of_the_persons_own_that_comes_again_is_told() -> None:
    desk = Desk()
    last = next(n for n, one in enumerate(desk.opened.paragraphs()) if "群众参与" in text_of(one))
    add_point(desk.opened, last, 0)
    desk.points.insert(1, NEW)

    notes = [note.text for note in desk.update().findings.notes]

    assert any("is the document's own and stays" in text for text in notes)
