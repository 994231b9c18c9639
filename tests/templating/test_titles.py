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
        ("农商银行禾塘支行年中工作会", "问题在哪里"),
        ("民政局党组（扩大）工作会议", "问题在哪里"),
    ],
)
def test_the_first_part_that_asks_tells_what_the_meeting_is_about(meeting: str, subject: str) -> None:
    assert titles(f"问题：5处桥洞没人看。\n{TASKS}", meeting)[0] == subject


@pytest.mark.parametrize(
    ("meeting", "subject"),
    [
        ("职业技术大学校园安全稳定工作会", "校园安全稳定"),
        ("向阳街道社区工作者队伍建设会", "社区工作者队伍建设"),
        ("北苑小区业主委员会换届暨物业续聘协商推进会", "北苑小区业主委员会换届"),
        ("望城区义务教育优质均衡暨集团化办学推进会", "义务教育优质均衡暨集团化办学"),
        ("锦禾集团三分厂降本增效暨二季度生产推进会", "降本增效暨生产"),
        ("新建学校暨校舍改造项目推进会", "新建学校暨校舍改造项目"),
        ("流动摊贩规范和夜市管理工作会", "流动摊贩规范和夜市管理"),
        ("企业上市和政银企对接工作会", "企业上市和政银企对接"),
        ("红石矿业公司职业健康工作会", "职业健康"),
        ("妇联、卫健委托育服务工作推进会", "托育服务"),
        ("煤业公司三道沟煤矿电气失爆治理会", "电气失爆治理"),
    ],
)
def test_a_subject_begins_behind_the_bodies_and_never_inside_a_word(meeting: str, subject: str) -> None:
    assert titles(f"问题：5处桥洞没人看。\n{TASKS}", meeting)[0] == f"{subject}：问题在哪里"


def test_what_kind_of_meeting_it_is_is_no_part_of_its_subject() -> None:
    assert titles(f"问题：5处桥洞没人看。\n{TASKS}", "危房改造现场推进会")[0] == "危房改造：问题在哪里"


def test_of_two_things_the_one_that_is_a_subject_stands_in_the_heading() -> None:
    found = titles(f"问题：5处桥洞没人看。\n{TASKS}", "秋季开学暨校园食品安全工作会")[0]
    assert found == "校园食品安全：问题在哪里"


def test_a_heading_tells_two_tasks_that_are_all_there_is() -> None:
    facts = f"问题：\n1. 桥洞5处没人看。\n2. 涵洞有12处积水。\n{TASKS}\n领导要求：涵洞积水重点讲。"
    two = facts.replace("；③名单明年2月10日前更新", "")
    assert titles(two)[1] == "断头路打通，水泵配齐"


ANY_TITLE = {"往后怎么办", "接下来怎么干", "下一步怎么走", "三件事怎么办"}


def test_of_more_tasks_a_heading_names_no_first_one_and_is_said_in_several_ways() -> None:
    meetings = ("断头路整治会", "汛前检查会", "水泵配套会", "重点工作部署会", "排涝调度会", "乡村道路管护会")
    told = {titles(f"问题：5处桥洞没人看。\n{TASKS}", meeting)[1] for meeting in meetings}

    assert told <= ANY_TITLE
    assert len(told) > 1


def test_a_heading_counts_only_points_that_are_all_tasks() -> None:
    tasks = TASKS.replace("③名单明年2月10日前更新", "③每晚来的人平时260人上下")
    told = {
        titles(f"问题：5处桥洞没人看。\n{tasks}", f"{name}整治会")[1]
        for name in ("道路", "水泵", "桥洞", "河道")
    }

    assert not any("三件事" in title for title in told)


def test_the_part_of_the_tasks_tells_the_one_on_which_the_leader_wants_weight() -> None:
    found = titles(f"问题：5处桥洞没人看。\n{TASKS}领导要求：断头路重点讲。")[1]
    assert found == "三件事，重在断头路打通"


def test_what_the_opening_tells_as_the_nearest_is_not_the_heading_too() -> None:
    assert titles(f"问题：5处桥洞没人看。\n{TASKS}领导要求：水泵重点讲。")[1] == "往后怎么办"


def test_a_heading_tells_no_story_beside_what_it_is_told_for() -> None:
    story = "典型：许家沟老支书许长根带着8个人守了一夜，水进村前把人都叫出来了。\n"
    story += "问题：5处桥洞没人看，3处水尺没装。\n"

    assert titles(f"{story}{TASKS}")[0] == "问题在哪里"


def test_where_several_tasks_weigh_none_is_the_weightiest() -> None:
    wish = "领导要求：断头路重点讲，水泵重点讲。"
    assert titles(f"问题：5处桥洞没人看。\n{TASKS}{wish}")[1] == "往后怎么办"


def test_at_a_ceremony_headings_tell_no_subject() -> None:
    assert not any("：" in title for title in titles(f"问题：5处桥洞没人看。\n{TASKS}", "企业座谈会"))


def test_another_item_of_the_list_in_which_the_stressed_one_stands_is_not_the_weightiest() -> None:
    facts = "问题：活禽和熟食挨着卖、消防通道摆摊。\n要求：①剩下33处6月30日前改完；"
    told = titles(
        f"{facts}②活禽熟食分区6月20日前划好；③名单7月10日前更新。\n领导交代：消防通道这件讲得最重。\n"
    )

    assert not any("活禽" in title for title in told)


def test_the_stressed_word_is_in_the_heading_where_no_task_has_a_word_of_the_matter() -> None:
    facts = (
        "问题：查出94处，没改的：排水沟堵、活禽和熟食挨着卖、消防通道摆摊。\n要求：①剩下33处6月30日前改完；"
    )
    told = titles(f"{facts}②快检室6月20日前建好；③名单7月10日前更新。\n领导交代：消防通道这件讲得最重。\n")

    assert not any("重在剩下" in title or "重在快检室" in title for title in told)


def test_a_heading_keeps_how_many_evenings_a_task_takes() -> None:
    facts = "问题：\n1. 5处桥洞没人看。\n2. 抽查200户，53户没见过网格员。\n要求：①水泵6月20日前配齐；"
    tasks = "②网格员每周至少两个晚上入户；③名单7月10日前更新。"
    told = titles(f"{facts}{tasks}\n领导交代：网格员这件讲得最重。\n")

    assert any("两个晚上入户" in title for title in told)


def test_a_heading_promises_to_look_only_where_somebody_looks() -> None:
    duty = "分工：风险部牵头，业务部配合。\n"
    given = "奖惩：清收奖励40万元，按收回现金的比例计。\n"
    assert titles(f"问题：5处桥洞没人看。\n{TASKS}{duty}{given}")[2] == "谁来办、奖罚怎么算"
    looked = "督查：县政府办每月通报一次，9月抽查。\n"
    assert titles(f"问题：5处桥洞没人看。\n{TASKS}{duty}{looked}")[2] == "谁来办、落实怎么查"
