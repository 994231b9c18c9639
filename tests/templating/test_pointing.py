"""What stands under the heading of a point, and what in front of all that have one."""

from __future__ import annotations

from drafter.facts import read_sheet
from drafter.templating.compose import compose
from drafter.templating.compose.composition import Point

HEAD = "2026年6月1日，清河县重点工作部署会，给副县长 罗川 写讲话稿，8分钟。\n"
PATCHES = "1. 喇叭坏了12只，没人修。\n2. 水泵坏了3台，抽不上水。\n"
TWO = "喇叭6月20日前修好；水泵6月25日前修好"


def points(facts: str) -> list[Point]:
    made = compose(read_sheet(HEAD + facts))
    return [point for section in made.sections for point in section.points]


def told(point: Point) -> str:
    return "".join(s.text for paragraph in point.paragraphs for s in paragraph)


def test_one_task_without_a_heading_stands_in_front_of_those_that_have_one() -> None:
    first, *others = points(f"{PATCHES}要求：{TWO}；各乡镇每周报一次进度。")
    assert first.heading == ""
    assert "每周报一次进度" in told(first)
    assert [each.heading for each in others] == ["喇叭修好", "水泵修好"]


def test_several_tasks_without_a_heading_make_a_point_of_what_is_left() -> None:
    last = points(f"{PATCHES}要求：{TWO}；断头路7月20日前打通；台账6月底前补齐。")[-1]
    assert last.heading == "其他几件"
    assert "断头路" in told(last) and "台账" in told(last)


def test_where_only_one_point_has_a_heading_none_has() -> None:
    facts = "1. 喇叭坏了12只，没人修。\n要求：喇叭6月20日前修好；断头路7月20日前打通；台账6月底前补齐。"
    assert {point.heading for point in points(facts)} == {""}


def test_how_things_stand_is_told_before_the_task_though_a_heading_tells_the_task() -> None:
    facts = "1. 农村公路今年要修128公里，修完57公里。\n2. 水泵坏了3台，抽不上水。\n"
    text = told(points(f"{facts}要求：没修的路11月30日前全部修完；水泵6月25日前修好。")[0])
    assert text.index("修完57公里") < text.index("没修的路")


def test_points_that_each_have_a_line_of_their_own_keep_the_order_of_the_sheet() -> None:
    facts = "要求：\n1. 喇叭：6月20日前修好，应急局负责。\n2. 水泵：6月25日前修好，水利局负责。\n"
    stress = "【罗川交代】喇叭讲得最重。"
    texts = list(map(told, points(f"{facts}3. 断头路：7月20日前打通，交通局负责。\n{stress}")))
    assert "喇叭" in texts[0]


def test_a_stressed_point_for_which_no_label_is_found_is_called_as_the_leader_calls_it() -> None:
    facts = "1. 3起环卫工被撞，都出在清早五点到六点。\n2. 反光衣不穿，作业不摆锥筒。\n"
    tasks = "要求：环卫工清早作业必须摆锥筒、穿反光衣；喇叭6月20日前修好；断头路7月20日前打通。\n"
    last = points(f"{facts}{tasks}【罗川交代】环卫工被撞的事讲得最重。")[-1]
    assert last.heading == "环卫工被撞这件事"
