"""The head of a note that one colleague writes to another: who is to speak, at what meeting, how long."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet

_FACTS = "\n材料：\n1. 一季度查了120处，有问题的46处，改好31处。\n2. 没改的15处6月30日前改完。\n"


def _speaker(first: str, second: str) -> tuple[str, tuple[str, ...]]:
    speaker = read_sheet(f"{first}\n{second}{_FACTS}").speaker
    return speaker.name, speaker.posts


def _meeting(head: str) -> str:
    name = read_sheet(f"{head}{_FACTS}").meeting.name
    return name.value if name else ""


@pytest.mark.parametrize(
    ("first", "post", "name"),
    [
        ("周校长周一要讲的，8分钟，您帮着起个稿。", "副校长", "周凯"),
        ("各位，周局长周四要在窗口服务提升会上讲话，10分钟。", "局长", "周一鸣"),
        ("董事长周五晚上要在启动会上讲几句，7分钟。", "董事长", "石建邦"),
    ],
)
def test_a_day_of_the_week_behind_a_post_is_nobody(first: str, post: str, name: str) -> None:
    second = f"2026年5月29日（周五）9:00，三楼，值日工作会。办公室先通报，然后{post}{name}讲，讲完散会。"
    assert (name, (post,)) == _speaker(first, second)


@pytest.mark.parametrize(
    ("first", "name", "post"),
    [
        ("陈姐：周二那个会黎书记的稿子请你写，7分钟。", "黎秋实", "村党总支书记"),
        ("您给于书记备个稿，7分钟。", "于晓兰", "社区书记"),
        ("老石，你替易县长起草讲话，8分钟。", "易水寒", "副县长"),
        ("小和：请给欧阳书记起草个稿子，7分钟。", "欧阳静", "党委书记"),
        ("和姐您好，想请您给上官区长写篇讲话，12分钟。", "上官清", "区长"),
        ("易姐，时镇长周五那个会要用的稿子，10分钟。", "时春明", "镇长"),
        ("麻烦韩老师给钟校长写个讲话，6分钟。", "钟灵", "校长"),
        ("请韩主任给钟校长写个讲话，6分钟。", "钟灵", "校长"),
    ],
)
def test_a_surname_in_a_request_is_made_whole_by_the_order_of_the_meeting(
    first: str, name: str, post: str
) -> None:
    second = f"2026年3月24日（周二）晚7点半，文化礼堂，移风易俗村民会。红白理事会先说账，{post}{name}讲，讲完签字。"
    assert (name, (post,)) == _speaker(first, second)


@pytest.mark.parametrize("said", ["小时", "同时", "任职时"])
def test_what_tells_a_time_is_nobody_of_that_name(said: str) -> None:
    name, _posts = _speaker(
        "村账公开推进会", f"2026年3月17日（周二）15:00，镇会议中心。{said}镇长讲，5分钟。"
    )
    assert not name.startswith("时")


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("小林：9月9号（2026年9月9日，周三）下午教师节座谈会，局长的稿子你来起，7分钟。", "教师节座谈会"),
        (
            "老韩：镇里11月18日（2026年11月18日，周三）上午9点开入冬前户厕改造推进会，9分钟。",
            "入冬前户厕改造推进会",
        ),
        ("社区下周一（2026年8月10日）晚上7点开电动车充电棚协商会，9分钟。", "电动车充电棚协商会"),
        ("柳荫社区居民广场使用协商会\n2026年5月22日（周五）晚7点，8分钟", "柳荫社区居民广场使用协商会"),
        ("关于矿灯房管理专题会讲话稿的通知单\n2026年5月14日（周四）13:30，8分钟", "矿灯房管理专题会"),
        ("关于锅炉安全专题会讲话稿的任务单\n2026年11月3日（周二）10:00，8分钟", "锅炉安全专题会"),
        ("李干事：周三矿上开班前会规范推进会，矿长要讲，8分钟。", "班前会规范推进会"),
    ],
)
def test_a_note_names_its_meeting_beside_the_day_and_the_paper(head: str, name: str) -> None:
    assert name == _meeting(head)


def test_that_all_go_home_is_no_meeting() -> None:
    assert not _meeting("2026年11月18日（周三）上午9点，二楼。然后镇长方启明讲，讲完就散会，没有别人再讲。")
    assert _meeting("2026年11月18日（周三）上午9点，二楼，商会换届大会。讲完就散会。") == "商会换届大会"
