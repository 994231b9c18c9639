"""What the headings of parts tell of what stands below them."""

from __future__ import annotations

from drafter.facts import read_sheet
from drafter.templating.compose import compose

HEAD = "2026年6月1日，清河县{meeting}，给副县长 罗川 写讲话稿，6分钟。\n"
TASKS = "要求：①断头路6月30日前打通；②水泵6月20日前配齐；③名单明年2月10日前更新。\n"


def titles(facts: str, meeting: str = "重点工作部署会") -> list[str]:
    """Return the headings of the parts of a speech."""
    return [s.heading for s in compose(read_sheet(HEAD.format(meeting=meeting) + facts)).sections]


def test_the_part_of_the_tasks_tells_how_many_there_are_and_their_first_and_last_day() -> None:
    assert "往后怎么办：三件事，日子从6月20日排到明年2月10日" in titles(f"问题：5处桥洞没人看。\n{TASKS}")


def test_the_part_of_the_problems_tells_the_figure_that_the_leader_stresses() -> None:
    facts = f"问题：\n1. 桥洞5处没人看。\n2. 涵洞有12处积水。\n{TASKS}\n领导要求：涵洞积水重点讲。"
    assert titles(facts)[0] == "问题在哪里：涵洞有12处积水"


def test_what_turned_out_well_is_no_problem_that_a_heading_tells() -> None:
    facts = f"问题：\n1. 上半年水质超标0次。\n2. 泵房有3座没人值守。\n{TASKS}"
    assert "问题在哪里：泵房有3座没人值守" in titles(facts)


def test_a_part_of_money_alone_tells_how_much_there_is() -> None:
    facts = f"问题：5处桥洞没人看。\n{TASKS}经费：县财政今年拿出300万元。"
    assert titles(facts)[-1] == "钱怎么用：县财政今年拿出300万元"


def test_at_a_ceremony_headings_have_no_figures() -> None:
    assert not any("：" in title for title in titles(f"问题：5处桥洞没人看。\n{TASKS}", "企业座谈会"))


def test_the_part_of_what_was_done_tells_its_first_figure_beside_another() -> None:
    facts = f"成绩：\n1. 改造管网26公里，比去年多5公里。\n2. 全县有小型水库46座。\n{TASKS}"
    assert "做成了什么：改造管网26公里，比去年多5公里" in titles(facts)


def test_what_went_wrong_and_is_stressed_is_told_without_when_it_was() -> None:
    facts = (
        f"问题：\n1. 3月17日夜班，综采二队皮带机护罩拆了没装回去，没伤着人。\n2. 泵房有3座没人值守。\n{TASKS}"
    )
    assert titles(f"{facts}领导要求：护罩没装回去重点讲。")[0] == "问题在哪里：综采二队皮带机护罩拆了没装回去"
