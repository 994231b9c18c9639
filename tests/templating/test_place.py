"""Where a fact is told: the base before what rests on it, what belongs together in one place."""

from __future__ import annotations

from drafter.facts import read_sheet
from drafter.templating.compose import compose
from drafter.templating.compose.composition import Point

HEAD = "2026年6月1日，清河县重点工作部署会，给副县长 罗川 写讲话稿，8分钟。\n"


def points(facts: str) -> list[str]:
    """Return the text of each point."""
    made = compose(read_sheet(HEAD + facts))
    return [told(point) for section in made.sections for point in section.points]


def told(point: Point) -> str:
    return "".join(s.text for paragraph in point.paragraphs for s in paragraph)


def test_points_that_each_have_a_line_of_their_own_keep_the_order_of_the_sheet() -> None:
    facts = "要求：\n1. 喇叭：6月20日前修好，应急局负责。\n2. 水泵：6月25日前修好，水利局负责。\n"
    texts = points(f"{facts}3. 断头路：7月20日前打通，交通局负责。\n【罗川交代】喇叭讲得最重。")
    assert "喇叭" in texts[0]


def test_how_far_it_is_stands_before_the_task_for_the_rest_though_it_tells_what_is_to_be_done() -> None:
    facts = "1. 农村公路今年要修128公里，修完57公里。\n2. 水泵坏了3台，抽不上水。\n"
    text = points(f"{facts}要求：没修的路11月30日前全部修完；水泵6月25日前修好。")[0]
    assert text.index("修完57公里") < text.index("没修的路")


def test_that_the_party_committee_decided_is_no_task_and_stands_over_the_tasks() -> None:
    facts = "今年三件事（党组已定，可以讲）\n1. 喇叭：6月20日前修好。\n2. 水泵：6月25日前修好。\n3. 断头路：7月20日前打通。\n"
    assert not any("党组" in point for point in points(facts))
