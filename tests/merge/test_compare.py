"""What one YAML's draft says otherwise than another's."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.library import builtin_library
from drafter.merge.compare.differences import compare_files
from drafter.merge.report import Changed, Comparison, MovedText, Reworded
from drafter.templating.starter import starting_yaml

from .years import BUILDING, GAS, INSPECTION, LAST, ROAD, THIS, yaml

LIBRARY = builtin_library()


def compared(folder: Path, old: str, new: str) -> Comparison:
    """What the draft of ``new`` says otherwise than that of ``old``."""
    return compare_files(yaml(folder / "old.yaml", old), yaml(folder / "new.yaml", new))


def told(found: Comparison) -> set[str]:
    """The groups in which anything was found."""
    groups = ("values", "added", "dropped", "moved", "headings", "paragraphs")
    return {name for name in groups if getattr(found, name)}


@pytest.mark.parametrize("kind", LIBRARY.kinds())
def test_a_sample_is_no_different_from_itself(tmp_path: Path, kind: str) -> None:
    text = starting_yaml(kind, LIBRARY)
    assert compared(tmp_path, text, text).is_empty


def test_a_figure_that_changed_is_told_by_its_name_with_its_unit(tmp_path: Path) -> None:
    found = compared(tmp_path, LAST, LAST.replace("value: 38", "value: 41"))
    assert told(found) == {"values"}
    path = "parts[1].points[0].figures[0].value"
    assert found.values == [Changed(path, "重大危险源", "38处", "41处", ("二、一要",))]


def test_a_figure_is_compared_with_the_one_of_its_name_not_of_its_place(tmp_path: Path) -> None:
    figures = [f"{line}\n" for line in LAST.splitlines() if "- {name: " in line]
    turned = LAST.replace("".join(figures), "".join(reversed(figures))).replace("value: 38", "value: 41")
    amounts = {(one.label, one.old, one.new) for one in compared(tmp_path, LAST, turned).values}
    assert amounts == {("重大危险源", "38处", "41处")}


def test_a_figure_in_prose_is_told_with_its_clause(tmp_path: Path) -> None:
    found = compared(tmp_path, LAST, LAST.replace("86起", "79起"))
    assert told(found) == {"values"}
    assert found.values == [Changed("", "全市发生各类生产安全事故79起", "86起", "79起", ("一、",))]


def test_a_value_is_told_once_with_all_its_places(tmp_path: Path) -> None:
    found = compared(tmp_path, LAST, LAST.replace("全市安全生产工作会议", "全市安全生产电视电话会议"))
    assert [(one.label, one.places) for one in found.values] == [("会议名称", ("title", "opening"))]


def test_a_blank_that_was_filled_had_no_value(tmp_path: Path) -> None:
    found = compared(tmp_path, LAST.replace("name: 田守诚, ", ""), LAST)
    assert [(one.path, one.old, one.new) for one in found.values] == [("speaker.name", "", "田守诚")]


def test_a_value_that_was_taken_out_left_a_blank(tmp_path: Path) -> None:
    found = compared(tmp_path, LAST, LAST.replace("name: 田守诚, ", ""))
    assert [(one.path, one.old, one.new) for one in found.values] == [("speaker.name", "田守诚", "")]


def test_a_heading_that_was_reworded_is_told_whole(tmp_path: Path) -> None:
    found = compared(tmp_path, LAST, LAST.replace("扛起领导责任", "压实主体责任"))
    assert told(found) == {"headings"}
    assert found.headings == [Reworded("三、一要", "扛起领导责任", "压实主体责任")]


def test_a_point_that_was_added_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    found = compared(tmp_path, LAST, LAST.replace(ROAD, GAS + ROAD))
    assert told(found) == {"added"}
    assert [(one.place, one.heading) for one in found.added] == [("二、二要", "紧盯燃气使用，管住餐饮场所")]


def test_a_point_that_was_dropped_is_told_where_it_stood(tmp_path: Path) -> None:
    found = compared(tmp_path, LAST, LAST.replace(INSPECTION, ""))
    assert told(found) == {"dropped"}
    assert [(one.place, one.heading) for one in found.dropped] == [("三、二要", "严格执法检查")]


def test_a_point_that_moved_was_not_reworded(tmp_path: Path) -> None:
    found = compared(tmp_path, LAST, LAST.replace(ROAD + BUILDING, BUILDING + ROAD))
    assert told(found) == {"moved"}
    assert len(found.moved) == 1


def test_a_point_that_moved_to_another_part_has_both_places(tmp_path: Path) -> None:
    gone = LAST.replace(INSPECTION, "")
    moved = gone.replace(ROAD, ROAD + INSPECTION)
    found = compared(tmp_path, LAST, moved)
    assert told(found) == {"moved"}
    assert found.moved == [MovedText("严格执法检查", "三、二要", "二、三要")]


def test_words_that_changed_are_told_in_whole_clauses(tmp_path: Path) -> None:
    found = compared(tmp_path, LAST, LAST.replace("每季度至少", "每两个月至少"))
    old, new = (f"党政主要负责同志每{often}至少研究一次安全生产工作。" for often in ("季度", "两个月"))
    assert found.paragraphs == [Reworded("三、一要", old, new)]


def test_a_clause_that_was_taken_out_is_told_alone(tmp_path: Path) -> None:
    found = compared(tmp_path, LAST, LAST.replace("安全带要系牢，", ""))
    assert found.paragraphs == [Reworded("二、三要", "安全带要系牢，", "")]


def test_where_a_text_is_divided_into_paragraphs_makes_no_difference(tmp_path: Path) -> None:
    whole = LAST.replace("text: 没有安全，一切归零。", 'text: "没有安全，一切归零。发展无从谈起。"')
    divided = LAST.replace("text: 没有安全，一切归零。", 'text: "没有安全，一切归零。\\n发展无从谈起。"')
    assert compared(tmp_path, whole, divided).is_empty


def test_an_outline_before_the_text_makes_no_difference(tmp_path: Path) -> None:
    assert compared(tmp_path, LAST, f"{LAST}style: {{outline: true}}\n").is_empty


def test_the_lengths_of_both_are_told(tmp_path: Path) -> None:
    before, after = compared(tmp_path, LAST, LAST.replace("安全带要系牢，", "")).characters
    assert before - after == len("安全带要系牢，")


def test_last_years_speech_against_this_years(tmp_path: Path) -> None:
    found = compared(tmp_path, LAST, THIS)
    amounts = {(one.label, one.old, one.new) for one in found.values}
    assert {
        ("会议日期", "2024年1月15日", "2025年1月16日"),
        ("讲话人姓名", "田守诚", "周明远"),
        ("重大危险源", "38处", "41处"),
        ("化工企业", "52家", "49家"),
        ("全市发生各类生产安全事故79起", "86起", "79起"),
    } <= amounts
    assert [one.heading for one in found.added] == ["紧盯燃气使用，管住餐饮场所"]
    assert [one.heading for one in found.dropped] == ["严格执法检查"]
    assert [(one.old_place, one.new_place) for one in found.moved] == [("二、二要", "二、四要")]
    assert [one.new for one in found.headings] == ["站稳人民立场，充分认识安全生产的极端重要"]
    assert Reworded("一、", "成绩来之不易。", "这个成绩来之不易，要倍加珍惜。") in found.paragraphs
    assert Reworded("二、二要", "安全带要系牢，", "") in found.paragraphs


def test_a_comparison_the_other_way_turns_it_round(tmp_path: Path) -> None:
    there, back = compared(tmp_path, LAST, THIS), compared(tmp_path, THIS, LAST)
    assert [one.heading for one in there.added] == [one.heading for one in back.dropped]
    assert {(one.old, one.new) for one in there.values} == {(one.new, one.old) for one in back.values}
