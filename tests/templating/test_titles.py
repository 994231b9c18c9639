"""What the headings of parts tell of what stands below them."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose

HEAD = "2026年6月1日，清河县{meeting}，给副县长 罗川 写讲话稿，6分钟。\n"
TASKS = "要求：①断头路6月30日前打通；②水泵6月20日前配齐；③名单明年2月10日前更新。\n"


def titles(facts: str, meeting: str = "重点工作部署会") -> list[str]:
    """Return the headings of the parts of a speech."""
    return [s.heading for s in compose(read_sheet(HEAD.format(meeting=meeting) + facts)).sections]


@pytest.mark.parametrize(
    ("meeting", "subject"),
    [
        ("独居老人探访推进会", "独居老人探访：问题在哪里"),
        ("人民医院门诊服务改进会", "门诊服务改进：问题在哪里"),
        ("2026年上半年城市管理工作会", "城市管理：问题在哪里"),
        ("预防溺水“护苗”专项行动动员会", "预防溺水：问题在哪里"),
        ("重点工作部署会", "问题在哪里"),
        ("村民代表会", "问题在哪里"),
    ],
)
def test_the_first_part_that_asks_tells_what_the_meeting_is_about(meeting: str, subject: str) -> None:
    assert titles(f"问题：5处桥洞没人看。\n{TASKS}", meeting)[0] == subject


def test_no_heading_tells_a_fact_or_counts_the_tasks_and_their_days() -> None:
    facts = f"问题：\n1. 桥洞5处没人看。\n2. 涵洞有12处积水。\n{TASKS}\n领导要求：涵洞积水重点讲。"
    assert titles(facts) == ["问题在哪里", "往后怎么办"]


def test_the_part_of_the_tasks_tells_the_one_on_which_the_leader_wants_weight() -> None:
    assert (
        titles(f"问题：5处桥洞没人看。\n{TASKS}领导要求：断头路重点讲。")[1] == "往后怎么办，重在断头路打通"
    )


def test_where_several_tasks_weigh_none_is_the_weightiest() -> None:
    wish = "领导要求：断头路重点讲，水泵重点讲。"
    assert titles(f"问题：5处桥洞没人看。\n{TASKS}{wish}")[1] == "往后怎么办"


def test_at_a_ceremony_headings_tell_no_subject() -> None:
    assert not any("：" in title for title in titles(f"问题：5处桥洞没人看。\n{TASKS}", "企业座谈会"))
