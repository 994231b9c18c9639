"""Words that look like a deed, a task or a sum of money within longer words, and are none."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet

from .test_reading import read


@pytest.mark.parametrize(
    ("line", "type_"),
    [
        ("全县小水电站31座，装机4.6万千瓦", "situation"),
        ("安置区9个，每个都在半坡上", "situation"),
        ("献血车3辆，固定点6处", "situation"),
        ("安置区排水沟堵了1.7公里", "problem"),
        ("采场东帮3月以来掉块11次", "situation"),
        ("业主投诉18件：减免手续9件，停车5件", "problem"),
        ("意见箱上半年收到312条：嫌凉的98条、嫌贵的76条", "situation"),
        ("骨干教师96名，有27名每周只去一天", "problem"),
        ("现在干滩长度68米，设计要求不少于100米", "situation"),
        ("排水沟清淤18万，县里出", "fund"),
        ("今年新增减税降费9.7亿元", "achievement"),
    ],
)
def test_a_word_within_a_longer_one_is_no_deed_no_task_and_no_money(line: str, type_: str) -> None:
    assert {type_} == {fact.type.value for fact in read(f"【情况】\n1. {line}").facts}


def test_so_many_bodies_help_as_one_that_is_named() -> None:
    (duty,) = read("县水利局牵头，能源公司、应急局、3个乡镇配合。").facts
    assert (("县水利局",), ("能源公司", "应急局", "3个乡镇")) == (duty.owners, duty.partners)


@pytest.mark.parametrize(
    "line",
    [
        "9月1日县政府办带队走一遍",
        "安全周后区住建局抽5%",
        "9月中旬回访已投用的14部，问问一楼也问问顶楼",
        "9月10日开一次复盘",
        "安环部雨后必查",
        "9月区里随机抽，挑半夜打应急电话",
        "11月中旬请20名代表来走一趟，从取号走到办结",
    ],
)
def test_how_one_will_look_at_it_is_a_check(line: str) -> None:
    assert ["check"] == [fact.type.value for fact in read(f"【情况】\n1. 全县51座。\n2. {line}").facts[1:]]


def test_a_look_below_a_heading_of_tasks_or_of_faults_is_no_check() -> None:
    facts = read("任务：9月20日前回访一遍\n毛病：回访走过场").facts
    assert ["task", "cause"] == [fact.type.value for fact in facts]


def test_what_is_done_this_year_is_not_what_was_wrong_last_year() -> None:
    facts = read("【情况】\n1. 去年有农户反映排队等了6个小时。今年开预约卖粮。").facts
    assert ["problem", "situation"] == [fact.type.value for fact in facts]


def test_a_count_of_places_names_no_office() -> None:
    facts = read("【情况】\n1. 没改的主要是：门店租金没按合同收4处；公章没登记3处。").facts
    assert ["门店租金没按合同收4处", "公章没登记3处"] == [fact.text for fact in facts]


def test_what_leads_up_to_a_list_is_told_apart_from_its_first_item() -> None:
    facts = read("1. 隐患185条，整改171条，剩下的14条里有3条是重点：水仓没清；挡板关不严；屋顶漏雨。").facts
    assert ["隐患185条，整改171条，剩下的14条里有3条是重点", "水仓没清", "挡板关不严", "屋顶漏雨"] == [
        fact.text for fact in facts
    ]


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        (
            "有个小区路面6月挖开，到现在没铺完，老人摔过一跤。这个要点社区名，不点施工队。",
            ["name", "no-name"],
        ),
        ("重复来电1386件，最多的一个人打了31次。这件事区长要讲。", ["stress"]),
        ("小区电梯停了23天，推来推去。这件事局长要讲，点小区，不点股室。", ["stress", "name", "no-name"]),
        ("下湾村：村里出钱给每台车配了灭火器。值得表扬", ["praise"]),
    ],
)
def test_what_is_said_to_the_writer_of_the_fact_in_front_is_no_fact(line: str, kinds: list[str]) -> None:
    sheet = read(f"【情况】\n1. {line}")
    assert (1, kinds) == (len(sheet.facts), [wish.kind.value for wish in sheet.intents])


def test_what_is_praised_is_an_achievement() -> None:
    facts = read("【情况】\n1. 灯坏了7盏。\n2. 下湾村：村里出钱给每台车配了灭火器。值得表扬").facts
    assert ["problem", "achievement"] == [fact.type.value for fact in facts]


@pytest.mark.parametrize(
    "task",
    ["7户9月15日前全部搬出，不许说“正在做工作”", "群里不点名、不排名，9月20日起", "补足差额，名单不公开"],
)
def test_how_those_are_to_act_who_do_a_task_is_part_of_it(task: str) -> None:
    sheet = read(f"三、下一步\n1. 隐患9月底前整改到位\n2. {task}\n")
    assert [task] == [fact.text for fact in sheet.facts[1:]]
    assert not sheet.intents


def test_what_those_present_agreed_on_is_to_be_done() -> None:
    facts = read("商量的意思：摊位定40个，本小区的优先；晚上10点半收").facts
    assert ["task", "task"] == [fact.type.value for fact in facts]


def test_when_a_task_is_to_be_done_is_part_of_it() -> None:
    facts = read(
        "要求：隐患9月20日前全部销号；接到暴雨红色预警，井下立即撤人，不用请示；遇有大雾，渡船停航"
    ).facts
    assert ["接到暴雨红色预警，井下立即撤人，不用请示", "遇有大雾，渡船停航"] == [
        fact.text for fact in facts[1:]
    ]
    assert {"task"} == {fact.type.value for fact in facts}


def test_what_is_left_and_no_more_is_part_of_how_far_it_is() -> None:
    facts = read("【情况】\n1. 任务14个小区，开工11个，完工4个。没开工的3个。").facts
    assert [("progress", "任务14个小区，开工11个，完工4个。没开工的3个")] == [
        (f.type.value, f.text) for f in facts
    ]


def test_what_a_look_went_over_does_not_attend() -> None:
    sheet = read("一、这次查了48个单位，好的17个，一般的24个。")
    assert sheet.facts[0].text.startswith("这次查了48个单位")


HEAD_OF_NOTICE = (
    "定于2026年12月4日（周五）下午2点半在县档案馆三楼会议室开档案室规范化推进会，"
    "请县委办副主任 蔺知秋 讲话，8分钟。\n"
    "会上县档案馆馆长先通报检查情况，青石镇介绍做法，蔺主任讲，讲完看青石镇的照片。\n"
)


@pytest.mark.parametrize(
    "row",
    [
        "全县19个乡镇，够面积的11个",
        "19个乡镇、4个街道，够面积的11个",
        "全系统干部职工420人，党员231人",
        "公司下属14家单位，够面积的11个",
        "全县有党员1.2万名，够面积的11个",
    ],
)
def test_how_many_there_are_of_somebody_tells_nobody_who_attends(row: str) -> None:
    sheet = read_sheet(f"{HEAD_OF_NOTICE}一、{row}。")
    assert () == sheet.meeting.attendance
    assert sheet.facts[0].text.startswith(row[:6])


@pytest.mark.parametrize("line", ["书记那个稿子你辛苦起一下", "书记要口语", "各位领导"])
def test_whom_a_line_speaks_of_or_to_does_not_attend_by_it(line: str) -> None:
    sheet = read_sheet(
        f"小卢：镇里防汛会的稿子，{line}，8分钟。\n"
        "5月6日（2026年，周三）下午3点，黄荆镇防汛会，村支书、主任，140人。讲：镇党委书记 庞立夏。\n"
        "·水库5座。\n·喇叭3个没响。"
    )
    assert ["村支书、主任", "140人"] == [words.text for words in sheet.meeting.attendance]


@pytest.mark.parametrize(
    ("line", "type_"),
    [
        ("五工区一个季度零违章", "achievement"),
        ("“拔钉行动”查扣改装车63辆", "achievement"),
        ("CT室主任已在科里检讨", "situation"),
        ("物业费收缴率71%", "situation"),
        ("女子中队劝导不罚", "situation"),
    ],
)
def test_what_was_done_or_did_not_happen_is_no_rule_and_no_wrong(line: str, type_: str) -> None:
    assert type_ == read(f"【情况】\n1. {line}。").facts[0].type.value


def test_a_time_told_among_the_facts_is_not_that_of_the_meeting() -> None:
    sheet = read_sheet(
        "职校岗位实习动员会\n2026年8月27日（周四）15:30，报告厅。\n讲话：副校长 温如海，10分钟\n"
        "一、底数\n实习463人。\n时间：9月7日出发，明年1月15日回来。\n"
    )
    assert sheet.meeting.date is not None
    assert "2026年8月27日" == sheet.meeting.date.text
    assert any("9月7日出发" in fact.text for fact in sheet.facts)


def test_what_is_told_to_a_platform_is_no_wish() -> None:
    sheet = read("【情况】\n1. “双重预防”平台上报隐患，工人报的只有37条。")
    assert sheet.facts[0].text.startswith("“双重预防”平台上报隐患")


def test_who_was_last_for_some_time_is_no_rule_for_whoever_is() -> None:
    facts = read("【情况】\n1. 望江社区连续三个季度末位，由街道纪工委书记陈蓉帮扶。").facts
    assert facts[0].type.value != "check"
    assert read("【情况】\n1. 连续两次末位的，书记到会说明。").facts[0].type.value == "check"
