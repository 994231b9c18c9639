"""The weightiest matter is told from what went wrong to who looks that it is put right, and first of all."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose
from tests.templating.test_gathering import HEAD, place_of, places

BUS = """情况：
· 上学期查超员11起，司机开车接电话4起
· 2月26日，一辆校车到站没有清点，一个6岁孩子被锁在车里40分钟，司机回来才发现
· 查下来：照管员那天请假，没人顶；到站清点表是第二天补的
要求：
· 3月16日起到站必须两人清点，司机走到车尾
· 照管员3月20日前每条线路配一名替补
· 站点标线4月底前补划完
· 老车4月10日前全部检测
· 轮胎4月8日前换新
分工：县教育局牵头，交警配合；清点这件事由副局长桑以南包
县长交代：孩子锁在车里这件事讲重。
"""


@pytest.mark.parametrize("words", ["没人顶", "第二天补", "两人清点", "配一名替补", "桑以南"])
def test_an_incident_is_told_with_its_causes_what_answers_them_and_who_sees_to_it(words: str) -> None:
    assert words in place_of("被锁在车里", BUS)


def test_a_word_for_people_brings_no_other_matter_to_an_incident() -> None:
    assert "超员" not in place_of("被锁在车里", BUS)


def test_the_weightiest_matter_is_told_from_what_is_wrong_to_who_sees_to_it() -> None:
    told = place_of("被锁在车里", BUS)

    order = [told.index(words) for words in ("被锁在车里", "没人顶", "两人清点", "桑以南", "配一名替补")]
    assert order == sorted(order)


def test_what_weighs_most_is_the_first_point() -> None:
    points = [point for each in compose(read_sheet(HEAD + BUS)).sections for point in each.points]

    assert "被锁在车里" in "".join(s.text for s in points[0].paragraphs[0])


MARKET = """情况：
· 8月暗访查出问题94处，已改61处
· 没改的主要是三样：排水沟堵、活禽熟食挨着卖、消防通道摆摊
要求：
· 剩下33处9月30日前改完
· 活禽熟食分区10月15日前划好
· 快检室11月20日前完工
· 公示牌9月20日前上墙
县长交代：消防通道的事讲透。
"""


def test_what_answers_another_thing_of_a_list_is_another_matter() -> None:
    assert "分区" not in place_of("消防通道摆摊", MARKET)


def test_nothing_is_said_of_the_other_things_of_a_list() -> None:
    assert "水走到哪里堵住" not in place_of("消防通道摆摊", MARKET)


def test_what_forbids_just_what_was_done_answers_it() -> None:
    text = """情况：
· 4月27日夜班，一人没停机就伸手掏矿泥，手臂骨折
要求：
· 不停机不清理，谁上锁谁开锁
· 护罩5月31日前补齐
· 托辊6月15日前换完
矿长交代：掏矿泥的事讲透。
"""

    assert "不清理" in place_of("掏矿泥", text)


def test_a_part_of_a_date_names_no_matter() -> None:
    text = """情况：
· 6月13日，检修没办停电票，球磨机转了半圈
要求：
· 检修一律先办停电票
· 清仓方案7月3日前报矿里
· 锁具6月30日前补到30把
矿长交代：6月13日那件事讲透。
"""

    assert "清仓方案" not in place_of("转了半圈", text)


def test_what_a_stressed_task_tells_the_figures_of_is_told_with_it() -> None:
    text = """情况：
· D级21栋里，已经撤出的18栋，还有3栋照样住人，都在老街
· 抽查60栋，9栋的表是坐着填的
要求：
· 没鉴定的10月20日前鉴定完
· D级的3栋9月25日前人先撤出来
· 牌子10月底前钉完
县长交代：人先撤出来这件事讲得最重。
"""

    assert "照样住人" in place_of("9月25日前", text)


def test_a_cause_that_is_told_with_its_matter_alone_is_said_to_be_one_of_several() -> None:
    text = """情况：
· 楼上漏水97件没调下来
· 抽查200户，53户没见过网格员
· 原因：网格员白天上门，住户上班去了；小事没人接；物业和社区互相推
要求：
· 网格员每周至少两个晚上入户
· 车位6月15日前划完
· 板凳会每月开两场
县长交代：53户没见过网格员这件事讲透。
"""

    assert "有一条原因是，网格员白天上门" in place_of("53户没见过", text)


def test_the_figures_of_the_whole_stay_in_front_of_a_stressed_part() -> None:
    text = """情况：
· 全县自建房9.6万栋，其中拿来经营的436栋
· 436栋里已鉴定318栋，D级的21栋
· D级21栋里，已经撤出的18栋，还有3栋照样住人，都在老街
要求：
· 没鉴定的10月20日前鉴定完
· D级的3栋9月25日前人先撤出来
· 牌子10月底前钉完
县长交代：人先撤出来这件事讲得最重。
"""

    told = place_of("9月25日前", text)
    assert "照样住人" in told and "9.6万栋" not in told


def test_a_sheet_of_a_thousand_lines_is_not_held_line_against_line() -> None:
    lines = "".join(f"· 第{n}处井盖翘着，居民打过热线\n" for n in range(1000))

    assert places(f"情况：\n{lines}要求：\n· 井盖8月15日前修完\n县长交代：井盖的事讲透。\n")
