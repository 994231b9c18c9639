"""The page as LibreOffice sets it: GB/T 9704-2012, 5.2 and 7.5."""

from __future__ import annotations

from typing import Any

import pytest

from .samples import FOOT, MM, lines, text, text_lines

pytestmark = pytest.mark.libreoffice

# A page's last text line, measured; a page that leaves the grid has it elsewhere.
LAST_BASELINE = 258.87


def test_the_paper_is_a4(plain: list[Any]) -> None:
    assert [round(float(side) * MM) for side in (plain[0].width, plain[0].height)] == [210, 297]


def test_a_full_page_has_22_lines(plain: list[Any]) -> None:
    assert {22} == {len(text_lines(page)) for page in plain[1:-1]}


def test_a_full_line_has_28_characters_and_a_first_line_26(plain: list[Any]) -> None:
    counts = {len(row) for page in plain[1:-1] for _baseline, row in text_lines(page)}

    assert {26, 28} == counts


def test_the_side_margins_are_28_and_26_mm(plain: list[Any]) -> None:
    rows = [row for page in plain[1:-1] for _baseline, row in text_lines(page)]

    left = min(row[0]["x0"] for row in rows) * MM
    right = float(plain[0].width) * MM - max(row[-1]["x1"] for row in rows) * MM
    assert (left, right) == (pytest.approx(28, abs=1), pytest.approx(26, abs=1))


def test_the_first_page_keeps_the_lines_of_the_others(plain: list[Any], speech: list[Any]) -> None:
    last = [text_lines(page)[-1][0] * MM for page in (plain[0], plain[1], speech[0], speech[1])]

    assert [pytest.approx(LAST_BASELINE, abs=0.3)] * 4 == last


def test_a_page_of_real_text_has_22_lines(speech: list[Any]) -> None:
    # One line less where a heading would have stood alone.
    assert {len(text_lines(page)) for page in speech[1:-1]} <= {21, 22}


def test_most_lines_of_real_text_have_28_characters(speech: list[Any]) -> None:
    inner = [
        len(row)
        for page in speech[1:]
        for _baseline, row in text_lines(page)
        if row[0]["x0"] * MM < 29 and row[-1]["x1"] * MM > 178 and not any(c["text"].isascii() for c in row)
    ]

    assert max(inner) <= 29
    assert sum(count == 28 for count in inner) >= 0.8 * len(inner)


def test_no_line_begins_with_a_closing_mark(speech: list[Any]) -> None:
    firsts = {text(row)[0] for page in speech for _baseline, row in text_lines(page)}

    assert not firsts & set("，。、；：！？”’）》】")


def test_the_page_number_of_odd_pages_stands_right(speech: list[Any]) -> None:
    for number, page in list(enumerate(speech, 1))[::2]:
        ((_baseline, row),) = [line for line in lines(page) if line[0] * MM >= FOOT]

        assert f"—{number}—" == text(row)
        assert pytest.approx(30.94, abs=1) == (float(page.width) - row[-1]["x1"]) * MM


def test_the_page_number_of_even_pages_stands_left(speech: list[Any]) -> None:
    for number, page in list(enumerate(speech, 1))[1::2]:
        ((_baseline, row),) = [line for line in lines(page) if line[0] * MM >= FOOT]

        assert f"—{number}—" == text(row)
        assert pytest.approx(32.94, abs=1) == row[0]["x0"] * MM


def test_no_heading_stands_alone_at_the_foot(speech: list[Any]) -> None:
    lasts = [text(text_lines(page)[-1][1]) for page in speech]

    assert [last for last in lasts if last.startswith(("一、", "二、", "三、", "四、", "（一）", "1."))] == []


def test_the_title_is_centred_in_chosen_lines(speech: list[Any]) -> None:
    title = text_lines(speech[0])[:2]

    assert [text(row) for _baseline, row in title] == [
        "在2025年全市重点项目建设暨",
        "安全生产工作推进会议上的讲话",
    ]
    middles = [(row[0]["x0"] + row[-1]["x1"]) / 2 * MM for _baseline, row in title]
    assert [pytest.approx(28 + 156 / 2, abs=2)] * 2 == middles
