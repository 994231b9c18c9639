"""How the cases of a warning are told: whose they are, in one piece, and without those who are spared."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose, to_text

HEAD = """【任务】给县纪委书记 邹伯远 写警示教育会讲话，10分钟
【会议】云台县乡镇领导班子警示教育会，2026年7月8日上午9:00，县委党校礼堂，各乡镇党政正职，共96人
【案情】
1. 原白鹭镇财政所长秦守田：2021年起，把村集体过桥资金分11次转到妻弟公司，\
累计286万；第一次只借了3天。今年4月判了5年6个月。
"""
TAIL = """【要做的】
4. 7月20日前各乡镇班子开一次对照检查会，县纪委派人到场。
【书记意见】
{}。
"""
CHAT = """小方，局里警示教育会的稿子麻烦你起个草，8分钟。
石湾市住建局系统警示教育会，2026年8月12日下午3:00，局机关四楼会议室，各科室中层以上，共74人。然后尉迟岚局长讲。
案子是两个。一个是质监站原副站长符立新，2019年到2024年，收检测公司的钱，一共41万。今年3月判了6年。
另一个是征收办科员娄小川，替亲戚虚报装修补偿，多领17.8万，开除公职。
要办的：补偿款发放前公示7天，征收办管；8月底前检测公司重新摇号，质监站牵头。
"""


@lru_cache
def told(sheet: str) -> str:
    return to_text(compose(read_sheet(sheet)))


def test_whose_case_it_is_stands_in_front_of_it() -> None:
    assert "原白鹭镇财政所长秦守田，2021年起，把村集体过桥资金" in told(HEAD + TAIL.format("秦守田案讲透"))


def test_what_a_sum_in_a_fact_about_money_counts_is_money() -> None:
    assert "累计286万元" in told(HEAD + TAIL.format("话要重"))


def test_a_sum_that_may_count_anything_stays_without_a_unit() -> None:
    fact = next(f for f in read_sheet("情况：\n1. 全镇累计286万，分三年推完。").facts)

    assert [q.lacks_unit for q in fact.quantities if q.scale == "万"] == [True]


def test_what_is_said_about_a_case_stands_behind_its_end() -> None:
    text = told(HEAD + TAIL.format("秦守田案讲透"))

    assert re.search("累计286万元。第一次只借了3天。今年4月判了5年6个月。[^\n]+", text)


@pytest.mark.parametrize(
    ("case", "wish"),
    [
        ("：4名去世老人的高龄补贴领了17个月。案子还在查，名字和镇都别点。", "话要重"),
        ("，4名去世老人的高龄补贴领了17个月（还在查，名字和镇都别点）。", "话要重"),
        ("（案子还在查，名字和镇都别点）：4名去世老人的高龄补贴领了17个月。", "话要重"),
        ("：4名去世老人的高龄补贴领了17个月。", "苗大田的案子还在查，名字和镇都别点"),
    ],
)
def test_name_and_place_are_spared_where_both_are_not_to_be_told(case: str, wish: str) -> None:
    text = told(f"{HEAD}3. 沙坪镇民政办主任苗大田{case}\n{TAIL.format(wish)}")

    assert "4名去世老人" in text
    assert "沙坪镇" not in text
    assert "苗大田" not in text


def test_a_case_under_investigation_leaves_no_blank() -> None:
    assert "【" not in told(
        f"{HEAD}3. 沙坪镇干部苗大田：领了4名老人的补贴。案子还在查。\n{TAIL.format('话要重')}"
    )


def test_cases_told_in_prose_are_no_attendance() -> None:
    sheet = read_sheet(CHAT)

    assert not any("钱" in words.text for words in sheet.meeting.attendance)
    assert "质监站原副站长符立新，2019年到2024年，收检测公司的钱，一共41万元" in told(CHAT)


def test_a_case_is_not_told_with_a_task_for_a_word_in_both() -> None:
    case = next(line for line in told(CHAT).split("\n") if "娄小川" in line)

    assert "开除公职" in case
    assert "公示7天" not in case


def test_what_is_open_is_no_part_of_a_case() -> None:
    open_ = "5. 白鹭镇财政所长人选县里还没定。\n"
    case = next(line for line in told(HEAD + open_ + TAIL.format("话要重")).split("\n") if "秦守田" in line)

    assert "人选" not in case


BOARD = """全县供销系统警示教育大会
时间：2026年8月7日下午
讲话：县纪委书记 靳明扬，15分钟
三个案子：
1. 鲁修文，清溪基层社原主任，把租金46.8万不入账，请客送礼花了31万，今年3月开除党籍。
共性：
1.钱和章一个人管；2.基层社账多年没人查；3.熟人社会，抹不开面子
要求：
1. 8月31日前14个基层社账户清一遍。
2. 出纳、会计、印章分开，9月15日前到位。
3. 8月31日前主动说清楚的，依规从轻；过期查出来的，从严。
"""


def test_nothing_is_left_of_what_somebody_took() -> None:
    assert "还剩" not in told(BOARD)


def test_what_cases_have_in_common_is_told_as_causes_between_them_and_the_tasks() -> None:
    text = told(BOARD)
    assert text.index("鲁修文") < text.index("一是钱和章一个人管") < text.index("账户清一遍")


def test_what_is_milder_and_what_is_stricter_are_told_together() -> None:
    text = told(BOARD)
    assert "\n" not in text[text.index("依规从轻") : text.index("过期查出来的")]


FALL = """云栈公司“4·17”高处坠落事故通报会
时间：2026年4月21日早上
讲话：总经理 牧长风，8分钟
【经过】
4月17日傍晚，3号楼11层，架子工谈小军拆外架踩空掉下来，送到医院没救过来
他身上系着带子，钩子没挂，因为挂点前一天拆掉了
【要干的】
一、今天起全部拆架停3天；
二、拆架必须两个人，带班的不在不许拆。
总经理意思：先默哀；别煽情。
"""


def test_he_who_fell_is_told_of_on_the_next_line_as_well() -> None:
    assert "他身上系着带子" in told(FALL)


def test_what_an_accident_teaches_is_told_though_nothing_is_to_be_made_of_the_dead() -> None:
    assert told(FALL).partition("挂点前一天拆掉了。")[2].split("\n")[0] != ""


def test_the_silence_with_which_it_begins_is_asked_for() -> None:
    assert "请大家起立，默哀" in told(FALL)


def test_kin_of_whom_nothing_is_to_be_told_are_cut_out_of_the_case() -> None:
    case = "3. 站长罗某改磅单216张，收好处33万元。今年5月判了三年。他妻子在食堂上班，孩子今年高考。\n"
    text = told(HEAD + case + TAIL.format("罗某的事讲痛，但他妻子孩子一个字别提"))
    assert "判了三年" in text
    assert "食堂" not in text
    assert "高考" not in text
