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
    second = f"2026年3月24日（周二）晚7点半，礼堂，移风易俗村民会。理事会先说账，{post}{name}讲，讲完签字。"
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


def test_a_day_that_is_near_gives_way_to_the_day_itself() -> None:
    sheet = read_sheet(
        "老方：高院长后天的讲话你弄一下，8分钟。\n"
        f"2026年4月16日（周四）14:30，二院四楼，病案质量点评会，各科主任共52人。医务科先点评。{_FACTS}"
    )
    assert sheet.meeting.date is not None and sheet.meeting.date.text == "2026年4月16日"
    assert (
        _meeting("老方：后天的讲话你弄一下。\n2026年4月16日（周四）14:30，四楼，病案点评会") == "病案点评会"
    )


@pytest.mark.parametrize(
    ("first", "name", "minutes"),
    [
        ("高主任交代：明天下午的夜市摊点管理会他要讲15分钟，稿子今晚要。", "夜市摊点管理会", 15),
        ("给高书记的：下周二（2026年6月23日）全镇三夏调度会，他讲9分钟。", "全镇三夏调度会", 9),
        ("明天的夜市摊点管理会主任要讲15分钟。", "夜市摊点管理会", 15),
    ],
)
def test_what_a_leader_has_passed_on_may_be_his_meeting_and_his_minutes(
    first: str, name: str, minutes: int
) -> None:
    sheet = read_sheet(f"{first}\n街道三楼。街道办事处主任高鹏。城管中队先通报。{_FACTS}")
    assert sheet.meeting.name is not None
    assert (name, minutes, "高鹏") == (sheet.meeting.name.value, sheet.speaker.minutes, sheet.speaker.name)


def test_the_head_of_a_committee_is_no_meeting() -> None:
    sheet = read_sheet(f"社区居委会主任要讲10分钟。\n2026年6月11日，楼道堆物整治会，一楼。{_FACTS}")
    assert sheet.meeting.name is not None and sheet.meeting.name.value == "楼道堆物整治会"


def test_what_a_leader_has_passed_on_is_else_a_wish() -> None:
    sheet = read_sheet(f"高主任交代：讲短点，别念稿。\n2026年6月11日，夜市摊点管理会，主任高鹏讲。{_FACTS}")
    assert len(sheet.intents) > 0


def test_who_is_to_write_is_none_of_those_who_come() -> None:
    head = (
        "王主任，社区下周一（2026年8月10日）晚上7点开充电棚协商会，您给于书记备个稿。\n到会的：楼栋长、物业。"
    )
    assert ["楼栋长、物业"] == [words.text for words in read_sheet(f"{head}{_FACTS}").meeting.attendance]


def test_the_hour_at_which_it_opens_is_no_fact() -> None:
    sheet = read_sheet(f"3月7号（2026年3月7日，周六）上午三八节表彰会\n厂工会，9点开。主席易芳讲。{_FACTS}")
    assert sheet.meeting.time is not None and sheet.meeting.time.clock == "09:00"
    assert not any("9点开" in fact.text for fact in sheet.facts)


@pytest.mark.parametrize(
    "order",
    ["机修班先说抽查，副总经理方青讲，不再安排别人讲。", "机修班先说抽查，副总经理方青讲，没有别人再讲。"],
)
def test_the_speech_itself_is_told_in_the_request_and_follows_nothing(order: str) -> None:
    first = "小易：方总周末要给班组长讲话，10分钟，帮忙起个底稿。"
    sheet = read_sheet(f"{first}\n2026年5月9日（周六）下午4点，一楼食堂，夏季用电安全会。{order}{_FACTS}")
    assert (["机修班先说抽查"], []) == ([s.text for s in sheet.before], [s.text for s in sheet.after])


def test_the_head_is_over_once_a_step_has_told_the_whole_name() -> None:
    sheet = read_sheet(
        "周校长周一要讲的，8分钟，您帮着起个稿。\n2026年3月9日（周一）下午4:20，松墩中学，值日工作会。来的是班主任，共103人。\n"
        "德育处先念检查，然后副校长周凯讲，讲完散会。\n学校38个班，1720个学生，公共区分了46块。\n有5个班拿值日当惩罚。"
    )
    assert not any("1720" in words.text for words in sheet.meeting.attendance)
    assert any("1720个学生" in fact.text for fact in sheet.facts)


def test_the_next_day_and_the_place_are_no_names_of_a_speaker() -> None:
    first = "区长明天在拆违现场会上要讲，7分钟。"
    order = "城管局报进度，区长苏和讲，讲完看现场。"
    second = f"2026年11月12日（周四）10:00，东坪村，违建拆除现场会。{order}"
    assert ("苏和", ("区长",)) == _speaker(first, second)
    sheet = read_sheet(f"{first}\n2026年11月12日（周四）10:00，违建拆除现场会。{order}{_FACTS}")
    assert sheet.meeting.venue is None


def test_the_whole_name_may_stand_behind_the_step_of_the_speech() -> None:
    order = "海事所先报，然后万书记讲（万和平，镇党委书记），讲完散会。"
    second = f"2026年8月6日（周四）下午3点，归港动员会。{order}"
    assert ("万和平", ("镇党委书记",)) == _speaker("小秦：万书记下周四要讲话，9分钟。", second)


def test_what_a_deputy_sees_to_is_no_part_of_his_post() -> None:
    first = "医院5月20日（2026年5月20日）下午4点召开手术室安全核查会，院长要讲话，8分钟。"
    second = "护士长念清单，分管副院长柏松讲，院长不来了。"
    assert ("柏松", ("副院长",)) == _speaker(first, second)


def test_who_gives_a_lesson_is_no_part_of_its_name() -> None:
    assert _meeting("欧阳主任周六讲党课，15分钟，你先拟。\n2026年7月4日（周六）9:00，街道二楼") == "党课"


@pytest.mark.parametrize("day", ["明天下午", "下周三", "后天", "星期五上午"])
def test_the_day_in_front_of_a_post_is_no_part_of_it(day: str) -> None:
    second = "2026年9月17日（周四）下午2点半，书屋管理工作会。先由馆长通报，然后副县长田书棋讲，讲完散会。"
    assert ("田书棋", ("副县长",)) == _speaker(f"老苏：{day}田县长的稿子拜托你，8分钟，写短不写长。", second)


def test_what_is_wanted_of_the_writer_heads_no_wishes() -> None:
    sheet = read_sheet(
        "关于准备校长讲话稿的通知\n请办公室于3月4日下班前拿出初稿，要求如下：\n"
        "一、会议：2026年3月5日（周四）下午4点30分，放学接送秩序工作会，学校阶梯教室。\n"
        "二、讲话人：校长　温以宁，10分钟。\n三、基本情况\n1．全校36个班。\n"
    )
    assert sheet.meeting.name is not None
    assert ("放学接送秩序工作会", "温以宁") == (sheet.meeting.name.value, sheet.speaker.name)
    assert not sheet.intents
