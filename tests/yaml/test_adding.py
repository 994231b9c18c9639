"""What a file does not have yet is put where it belongs."""

from __future__ import annotations

import pytest

from drafter.yaml.changes import UnsettableError
from tests.yaml.written import changed, parameters_in

MEETING = """\
kind: deployment   # 文种
meeting:
  # 会议的事
  name: 全市安全生产工作会议   # 全称
  venue: 市会议中心

speaker: {post: 副市长}   # 讲话人
"""


def test_a_new_key_stands_in_the_order_of_the_model_behind_what_comes_before_it() -> None:
    after = changed(MEETING, {"meeting.date": "2026-05-12"})
    assert after == MEETING.replace("   # 全称\n", "   # 全称\n  date: 2026-05-12\n")


def test_a_new_key_of_a_flow_mapping_stands_between_its_brackets() -> None:
    assert changed(MEETING, {"speaker.name": "王晓明"}).count("{name: 王晓明, post: 副市长}   # 讲话人") == 1


def test_a_new_mapping_is_made_with_the_file_s_own_indentation() -> None:
    text = "kind: deployment\nmeeting:\n    name: 甲\n"
    assert changed(text, {"speaker.post": "市长"}) == f"{text}speaker:\n    post: 市长\n"


def test_an_answer_is_appended_under_the_label_of_its_blank() -> None:
    once = changed(MEETING, {"answers[工作时段]": "今冬明春"})
    twice = changed(once, {"answers[督查部门]": "市委督查室", "answers[工作时段]": "全年"})
    assert [(one.blank, one.text) for one in parameters_in(twice).answers] == [
        ("工作时段", "全年"),
        ("督查部门", "市委督查室"),
    ]


def test_points_are_made_with_all_their_neighbours_since_their_places_count() -> None:
    after = parameters_in(changed(MEETING, {"parts[1].points[1].owner": "市应急局"}))
    assert [part.role for part in after.parts] == ["significance", "tasks", "safeguards"]
    assert [point.owner for point in after.parts[1].points] == [None, "市应急局", None, None, None]


def test_an_item_of_a_list_that_there_is_not_is_added() -> None:
    assert parameters_in(changed(MEETING, {"visits[0]": "岭头村"})).visits == ("岭头村",)


def test_a_plain_measure_becomes_a_mapping_where_it_gets_another_key() -> None:
    points = "    points:\n      - heading: 甲\n        measures:\n          - 要查透\n"
    text = f"{MEETING}parts:\n  - role: tasks\n{points}"
    after = (
        parameters_in(changed(text, {"parts[0].points[0].measures[0].slogan": "查透"}))
        .parts[0]
        .points[0]
        .measures[0]
    )
    assert (after.text, after.slogan) == ("要查透", "查透")


def test_a_scalar_may_stand_for_a_list_of_one() -> None:
    text = f"{MEETING}visits: 岭头村\n"
    assert changed(text, {"visits[0]": "柳湾村"}) == text.replace("岭头村", "柳湾村")


def test_null_items_do_not_count() -> None:
    text = f"{MEETING}visits:\n  - ~\n  - 岭头村\n"
    assert changed(text, {"visits[0]": "柳湾村"}) == text.replace("岭头村", "柳湾村")


def test_a_heading_of_two_words_gives_way_to_a_whole_one() -> None:
    text = f"{MEETING}parts:\n  - role: tasks\n    heading: {{focus: 甲, aim: 乙}}   # 标题\n"
    assert "    heading: 全新的标题   # 标题\n" in changed(text, {"parts[0].heading": "全新的标题"})


def test_a_key_that_there_is_not_cannot_be_set() -> None:
    with pytest.raises(UnsettableError):
        changed(MEETING, {"meeting.weather": "晴"})
