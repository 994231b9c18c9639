"""The head of a sheet: what the meeting is called, which kind of speech it calls for, who speaks where."""

from __future__ import annotations

import pytest

from drafter.facts.read import read_sheet
from drafter.facts.sheet import Sheet

NOTES = (
    "时间：2026年9月8日上午9点\n讲话人：县委书记 严知秋，8分钟\n"
    "问题：台账不全的有6家\n要求：6家9月30日前补齐\n"
)


def read(*lines: str) -> Sheet:
    return read_sheet("\n".join(lines))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("青川县2026年度工作总结表彰暨重点任务部署会", "commendation"),
        ("全县安全生产警示教育暨百日攻坚动员会", "warning-education"),
        ("“利剑护水”专项行动动员暨警示教育会", "mobilization"),
        ("党风廉政建设工作会议暨警示教育大会", "warning-education"),
        ("安全生产月启动仪式暨动员会", "mobilization"),
        ("“7·12”较大火灾事故警示会", "warning-education"),
        ("医院纪律作风警示大会", "warning-education"),
        ("老旧小区改造居民见面会", "symposium"),
        ("居民议事会", "symposium"),
        ("春节前走访慰问老党员座谈会", "symposium"),
        ("新任职干部集体谈话会", "deployment"),
        ("全县人居环境整治现场会", "progress"),
        ("重点项目调度会", "dispatch"),
        ("安全生产约谈会", "deployment"),
        ("退休干部欢送会", "address"),
        ("新员工入职培训班开班式", "address"),
        ("护士节庆祝大会", "address"),
        ("县政务服务中心揭牌仪式", "address"),
        ("2026年秋季开学典礼", "address"),
        ("2026年秋季开学暨校园食品安全工作会议", "deployment"),
        ("青渡县燃气管道改造开工会", "mobilization"),
    ],
)
def test_a_kind_is_told_by_the_name_of_the_meeting(name: str, kind: str) -> None:
    assert kind == read(name, NOTES).kind


def test_what_is_told_in_front_of_the_name_of_the_meeting_tells_of_no_kind() -> None:
    sheet = read_sheet("小郑：稿子你写，老师们第二天还要迎新，别拖。\n梧桐中学宿舍管理工作会，周敏之校长讲。")

    assert ("梧桐中学宿舍管理工作会", "deployment") == (sheet.meeting.name.value, sheet.kind)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("【清波街道2025年度“平安邻里”总结表彰会】", "清波街道2025年度“平安邻里”总结表彰会"),
        ("**智慧停车项目启动仪式致辞**", "智慧停车项目启动仪式"),
        ("老板周四（7月16日）上午10点开年中会", "年中会"),
        ("区里的老旧小区改造推进会", "老旧小区改造推进会"),
        ("家长会", "家长会"),
        ("关于校长在2026年秋季开学典礼上讲话的有关情况", "2026年秋季开学典礼"),
    ],
)
def test_a_name_stands_without_what_wraps_it(line: str, name: str) -> None:
    meeting = read(line, NOTES).meeting
    assert meeting.name is not None
    assert name == meeting.name.value


def test_blanks_part_the_matters_of_one_line_of_the_head() -> None:
    sheet = read(
        "老槐社区养老服务座谈会 4月22日上午9:30 社区三楼活动室 党工委副书记 邬长青 讲8分钟", "人数：25"
    )
    assert sheet.meeting.name is not None and sheet.meeting.venue is not None
    assert ("老槐社区养老服务座谈会", "社区三楼活动室") == (
        sheet.meeting.name.value,
        sheet.meeting.venue.text,
    )
    assert ("邬长青", 8) == (sheet.speaker.name, sheet.speaker.minutes)


@pytest.mark.parametrize(
    "line",
    [
        "市卫健委主任 令狐海 20分钟 视频开到各县区",
        "市卫健委主任（分管安全） 令狐海 谈话 20分钟",
        "点评人 市卫健委主任 令狐海 时间20分钟以内",
    ],
)
def test_a_post_a_name_and_minutes_tell_who_speaks(line: str) -> None:
    speaker = read("医德医风集中整治推进会 3月20日（周五）9点", line, "问题：6家没有报").speaker
    assert ("令狐海", ("市卫健委主任",), 20) == (speaker.name, speaker.posts, speaker.minutes)


def test_about_is_no_name() -> None:
    assert "濮阳秋实" == read("关于校长在2026年开学典礼上讲话的情况", "讲话人：校长 濮阳秋实").speaker.name


def test_a_visit_is_called_by_where_the_leader_goes() -> None:
    sheet = read("市长4月22日去兰坪新区调研专精特新企业，市长是宋临川，讲8分钟", "全市专精特新企业217家")
    assert sheet.meeting.name is not None
    assert ("兰坪新区调研专精特新企业", "inspection") == (sheet.meeting.name.value, sheet.kind)
    assert "city" == sheet.level


def test_those_called_together_name_a_meeting_without_name() -> None:
    meeting = read("主任 给全体职工开会的讲话（中心主任 邰文澜 6分钟 7月2日）", "门诊4.2万人次").meeting
    assert meeting.name is not None
    assert "全体职工会议" == meeting.name.value


def test_what_tells_of_the_paper_holds_no_meeting() -> None:
    meeting = read("青溪市农村供水提质工程推进会　任务交办", NOTES).meeting
    assert meeting.name is not None
    assert ("青溪市农村供水提质工程推进会", None) == (meeting.name.value, meeting.organiser)


def test_whose_speech_it_is_is_no_part_of_the_name() -> None:
    sheet = read(
        '集团总部：关于工程板块"百日攻坚、保交付"动员会总经理讲话的素材',
        "时间：9月18日上午8点半",
        "在建项目23个",
    )
    assert sheet.meeting.name is not None
    assert ("工程板块“百日攻坚、保交付”动员会", "mobilization") == (sheet.meeting.name.value, sheet.kind)


def test_a_day_is_no_part_of_the_place_behind_it() -> None:
    venue = read("青年座谈会", "2026年5月4日（周一）15:00 院图书馆三楼报告厅", NOTES).meeting.venue
    assert venue is not None
    assert "院图书馆三楼报告厅" == venue.value


def test_a_time_of_other_days_below_the_head_is_a_fact() -> None:
    head = ("云岭县职业学校岗位实习动员会", "2026年8月27日（周四）15:30，一楼报告厅")
    sheet = read(*head, "实习企业19家", "时间：9月7日出发，明年1月15日回来")
    assert sheet.meeting.date is not None
    assert "2026年8月27日" == sheet.meeting.date.text
    assert "9月7日出发，明年1月15日回来" in [fact.text for fact in sheet.facts]


def test_how_long_a_meeting_is_is_no_fact() -> None:
    sheet = read("岗位实习动员会", "会期：2026年8月27日（周四）15:30，一个半小时以内", "实习企业19家")
    assert ["实习企业19家"] == [fact.text for fact in sheet.facts]


def test_the_name_of_the_occasion_is_better_than_what_colleagues_call_the_meeting() -> None:
    sheet = read(
        "校长下周一（2026年9月7日）早上8点全校大会的讲话你写一下。",
        "澄江学校，开学典礼，操场。校长 温志远，6分钟。",
        "今年新生1120人",
    )
    assert sheet.meeting.name is not None
    assert ("澄江学校开学典礼", "address") == (sheet.meeting.name.value, sheet.kind)


def test_who_sees_it_on_the_screen_is_a_branch() -> None:
    branches = read("警示教育大会，总部报告厅，各子公司开视频", NOTES).meeting.branch_venues
    assert branches is not None
    assert "各子公司开视频" == branches.text


def test_who_is_written_for_has_his_post_alone() -> None:
    speaker = read("取暖保障推进会，请给副县长 陶映雪 起草讲话，10分钟。", NOTES).speaker
    assert ("陶映雪", ("副县长",)) == (speaker.name, speaker.posts)


def test_what_stands_behind_time_and_place_is_the_place() -> None:
    venue = read("质量兴企表彰大会", "时间地点：2026年12月8日上午9:00，市会展中心", NOTES).meeting.venue
    assert venue is not None
    assert "市会展中心" == venue.text


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("关于给镇人大主席 孔令仪 代拟讲话的通知：镇人大代表夏季视察反馈会", "镇人大代表夏季视察反馈会"),
        ("董事长明天有个供应商座谈会，董事长 沈放歌 讲12分钟", "供应商座谈会"),
    ],
)
def test_a_name_stands_behind_what_leads_to_it(line: str, name: str) -> None:
    meeting = read(line, "时间：2026年7月31日下午", NOTES).meeting
    assert meeting.name is not None
    assert name == meeting.name.value


@pytest.mark.parametrize("blank", [" ", "\u3000"])
def test_the_number_of_a_row_is_no_part_of_the_figure_behind_a_blank(blank: str) -> None:
    rows = (f"1{blank}漏点找到修好", f"2{blank}泵房修完", f"3{blank}7座泵站查一遍")
    facts = read("供水调度会", "时间：2026年7月20日", "安排：", *rows).facts
    assert "7座泵站查一遍" in [fact.text for fact in facts]


def test_a_name_with_whose_it_is_is_better() -> None:
    sheet = read("在作风建设警示会上讲话的便条", "会议：昌宁市住建局作风建设警示会，2026年10月16日", NOTES)
    assert sheet.meeting.name is not None
    assert "昌宁市住建局作风建设警示会" == sheet.meeting.name.value
