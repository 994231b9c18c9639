"""Who speaks and what the meeting is called, however the first lines of a sheet are set and worded."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.facts.sheet import Sheet

BELOW = "一、情况\n1. 全镇危房48户，已修31户。\n2. 剩下的17户9月底前修完。\n"


def read(*lines: str) -> Sheet:
    return read_sheet("\n".join([*lines, BELOW]))


def name_of(sheet: Sheet) -> str:
    return sheet.meeting.name.value if sheet.meeting.name else ""


@pytest.mark.parametrize(
    "lines",
    [
        (
            "会议名称：危房改造推进会",
            "时  间：2026年8月3日",
            "讲 话 人：镇党委书记、镇长　卢庆山",
            "时  长：8分钟",
        ),
        ("会名……危房改造推进会", "日子……2026年8月3日", "谁讲……镇党委书记、镇长 卢庆山", "多长……8分钟"),
        ("危房改造推进会………… 2026年8月3日", "讲话………… 镇党委书记、镇长 卢庆山，8分钟"),
    ],
    ids=["drawn apart", "dots", "dots behind the name"],
)
def test_a_head_is_read_however_its_labels_are_set(lines: tuple[str, ...]) -> None:
    sheet = read(*lines)

    assert (name_of(sheet), sheet.speaker.name, sheet.speaker.posts, sheet.speaker.minutes) == (
        "危房改造推进会", "卢庆山", ("镇党委书记", "镇长"), 8,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "name", "posts"),
    [
        ("小宋：危房改造推进会的讲话，给 程立秋 局长起一个，8分钟", "程立秋", ("局长",)),
        ("小宋：给分管的 卓文澜 副县长写个稿，8分钟", "卓文澜", ("副县长",)),
        ("先城建办通报，然后 陆敏 主任（街道办事处主任）讲，8分钟", "陆敏", ("街道办事处主任",)),
        ("罗支书要讲几句，8分钟。先水利站讲，罗支书罗长根再讲", "罗长根", ("支书",)),
        ("邬院长。邬孟秋，党委副书记。8分钟", "邬孟秋", ("院长",)),
        ("稿子给张院长，8分钟。院感科先通报，院长张道平最后讲", "张道平", ("院长",)),
        ("帮邵书记起个稿，8分钟。来的：邵敏书记（街道党工委书记，主讲）", "邵敏", ("街道党工委书记",)),
        ("给栗镇长（岚溪镇镇长 栗文蕙）写，8分钟", "栗文蕙", ("岚溪镇镇长",)),
        ("讲话：社党组书记、理事会主任 顾怀山，8分钟", "顾怀山", ("社党组书记", "理事会主任")),
        ("县长助理 白海涛 去讲，8分钟", "白海涛", ("县长助理",)),
        (
            "局长要讲话，8分钟。程序是：各科室汇报，局长最后讲。局长叫宋怀远",
            "宋怀远",
            ("局长",),
        ),
    ],
)
def test_the_speaker_has_his_whole_name(line: str, name: str, posts: tuple[str, ...]) -> None:
    sheet = read("2026年8月3日（周一）上午，危房改造推进会", line)

    assert (sheet.speaker.name, sheet.speaker.posts, sheet.speaker.minutes) == (name, posts, 8)


def test_a_post_alone_is_named_in_one_of_the_first_lines() -> None:
    sheet = read("吊装事故通报会，讲话给厂长用", "南崖重型机械厂 厂长 邢铁生", "2026年6月9日，厂长讲，10分钟")

    assert sheet.speaker.name == "邢铁生"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("关于开学工作会讲话的几点材料（校办）", "开学工作会"),
        ("关于起草蒲副县长在全县秋种工作会议上讲话的通知（综合科，9月7日晚）", "全县秋种工作会议"),
        ("关于起草黑臭水体治理推进会讲话的说明", "黑臭水体治理推进会"),
        ("石坪乡卫生院慢病管理推进会稿件要素", "石坪乡卫生院慢病管理推进会"),
        (
            "书记那个稿子你辛苦起一下。8月3号，龙潭镇卫生院新院区揭牌启用仪式",
            "龙潭镇卫生院新院区揭牌启用仪式",
        ),
        ("村里8月3日在老祠堂开会，支书讲。青石坳村，村民大会", "青石坳村村民大会"),
    ],
)
def test_the_meeting_has_its_name(line: str, name: str) -> None:
    assert name_of(read(line, "讲话人：卢庆山，8分钟")) == name


def test_who_is_called_by_a_short_name_has_his_own_below() -> None:
    sheet = read(
        "周一的会你给杨董备个稿子", "11月9号（2026年，周一）早上，叫供热调度会", "杨董大名杨九如，董事长"
    )

    assert (sheet.speaker.name, sheet.speaker.posts, name_of(sheet)) == ("杨九如", ("董事长",), "供热调度会")


def test_who_tells_of_his_own_work_before_is_not_the_speaker() -> None:
    sheet = read(
        "小郭：",
        "2026年3月24日下午楼道清理推进会，吴书记的讲话你弄一下，8分钟左右",
        "先放暗访片，青荷社区楼组长陈玉兰讲她们楼怎么清的，最后吴书记讲（街道党工委书记 吴晓岚）",
    )

    assert (sheet.speaker.name, sheet.speaker.posts) == ("吴晓岚", ("街道党工委书记",))
    assert not any("讲话" in fact.text or "陈玉兰" in fact.text for fact in sheet.facts)


def test_minutes_stand_behind_the_step_of_the_speaker() -> None:
    sheet = read(
        "给矿党委书记兼矿长 仝占魁 起草，黑水河煤矿安全办公会，2026年7月13日",
        "会上：安监处通报→仝矿长讲（12分钟）",
    )

    assert sheet.speaker.minutes == 12


def test_who_speaks_then_is_named_in_full() -> None:
    text = "老范：魏主任周四那个会的稿子你起一下，9分钟。\n2026年7月16日下午2点半，楼道清理工作会，"
    sheet = read_sheet(
        f"{text}三楼。然后魏雨桐主任（街道办事处主任）讲，讲完楼组长们领工具。\n楼道1126个。\n"
    )

    assert ("魏雨桐", ("街道办事处主任",)) == (sheet.speaker.name, sheet.speaker.posts)


def test_the_whole_name_of_a_meeting_below_its_short_one_is_no_task() -> None:
    head = "关于总经理在技能比武颁奖暨师带徒启动仪式上讲话的素材\n一、基本信息\n"
    about = "活动：第六届技能比武颁奖暨“师带徒”启动仪式\n讲话人：总经理 顾长林；时长：8分钟\n"
    sheet = read_sheet(f"{head}{about}师带徒32对。\n")

    assert sheet.meeting.name.value == "第六届技能比武颁奖暨“师带徒”启动仪式"
    assert ["师带徒32对"] == [fact.text for fact in sheet.facts]
