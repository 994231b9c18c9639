"""What a check says of an office's own words: the same heading twice, options that keep ours."""

from __future__ import annotations

from pathlib import Path

from drafter.templating.check import CheckReport

from .folders import KIND, checked, shipped, short_kind

PARTS = "parts:\n- role: tasks\n  name: 任务\n  numbering: 一要\n"
SPEECH = "<speech><title>甲</title>\n<part role='tasks'><heading>抓落实</heading>\n{points}\n</part></speech>"


def check_of(folder: Path, points: str) -> CheckReport:
    """Return the check of a kind with one part of ``points``."""
    return checked(folder, short_kind(kind=KIND + PARTS, speech=SPEECH.format(points=points)), "short")


def point(heading: str) -> str:
    return f"<point><heading>{heading}</heading><p>甲。</p></point>\n"


def test_two_points_of_one_part_with_the_same_heading_are_told(tmp_path: Path) -> None:
    (fault,) = check_of(tmp_path, point("抓紧干") + point("抓实干") + point("抓紧干")).notes

    assert ("two points of one part have the heading “抓紧干”", 5) == (fault.message, fault.span.line)


def test_points_with_different_headings_are_right(tmp_path: Path) -> None:
    assert () == check_of(tmp_path, point("抓紧干") + point("抓实干")).notes


def test_the_same_heading_in_one_variation_alone_is_told(tmp_path: Path) -> None:
    choice = "<choice><option>抓细干</option><option>抓紧干</option></choice>"

    (fault,) = check_of(tmp_path, point(choice) + point("抓紧干")).notes

    assert "抓紧干" in fault.message


CLOSING = "<closing><p><choice>{options}</choice></p></closing>"


def test_options_that_keep_our_words_beside_changed_ones_are_noted(tmp_path: Path) -> None:
    name = "kinds/deployment/significance.xml.j2"
    first = shipped(name).split("<option>")[1].split("</option>")[0]
    changed = shipped(name).replace(first, "先把道理讲明白", 1)

    (note,) = checked(tmp_path, {name: changed}, "deployment").notes

    assert "1 of 4 options is changed; 3 keep the old words" == note.message
    assert "style.variation" in note.remedy


def test_options_that_are_all_ours_or_all_new_are_not_noted(tmp_path: Path) -> None:
    name = "kinds/deployment/significance.xml.j2"
    new = CLOSING.format(options="<option>甲甲</option><option>乙乙</option>")

    assert () == checked(tmp_path, {name: shipped(name), "shared/closing.xml.j2": new}, "deployment").notes
