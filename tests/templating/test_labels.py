"""What names a task or a part: announced lists, headings, and the days ahead."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose, to_text
from drafter.templating.compose.around.headings import thing_of
from drafter.templating.compose.composition import Composition
from drafter.templating.compose.words.labels import is_good_label

HEAD = "2026年6月1日，清河县{meeting}，给副县长 罗川 写讲话稿，6分钟。\n"


def speech(facts: str, meeting: str = "重点工作部署会") -> Composition:
    """Return the speech of a sheet with ``facts``."""
    return compose(read_sheet(HEAD.format(meeting=meeting) + facts))


def opening(facts: str, meeting: str = "重点工作部署会") -> str:
    """Return the opening of that speech."""
    return "".join(s.text for paragraph in speech(facts, meeting).opening for s in paragraph)


def titles(facts: str, meeting: str = "重点工作部署会") -> list[str]:
    """Return the headings of its parts."""
    return [section.heading for section in speech(facts, meeting).sections]


@pytest.mark.parametrize(
    "label",
    [
        "存量垃圾点清零", "更换老旧管网", "没改的41条改完", "缴费改成诊间结算", "公文退办率压到3%以内",
        "首问负责", "审批事项“一窗通办”", "专职安全员再招6人", "编织袋、土工布补齐", "设举报信箱",
    ],
)  # fmt: skip
def test_a_phrase_with_a_verb_is_a_label(label: str) -> None:
    assert is_good_label(label)


@pytest.mark.parametrize(
    "label",
    [
        "问题", "审批事项", "前修好或者换掉", "里每天班前会讲一条", "商务局牵头", "采购说全换", "校门口早",
        "索道每", "沙袋不够", "新徒弟满", "6月10日前补齐", "化解60件以上", "备用金余额", "区长定的，可以讲",
        "1 26件全部清零", "全部立好",
    ],
)  # fmt: skip
def test_what_nobody_would_say_is_no_label(label: str) -> None:
    assert not is_good_label(label)


def test_tasks_are_announced_by_what_is_to_be_done_without_day_owner_and_count() -> None:
    tasks = "要求：①37处存量垃圾点6月30日前清零；②老旧管网9月底前换好，水利局牵头；③主干道每天一扫。"
    assert "存量垃圾点清零，老旧管网换好，主干道每天一扫。" in opening(tasks)


def test_names_that_the_sheet_gives_to_all_its_tasks_are_announced_as_they_are() -> None:
    tasks = "任务：\n1. 油烟：餐饮店6月30日前装净化器。\n2. 单车：每天安排人疏导。\n3. 违建：7月底前拆完。"
    assert "油烟，单车，违建。" in opening(tasks)


def test_where_one_task_has_no_good_label_the_parts_are_counted() -> None:
    tasks = "问题：单车乱停。\n要求：①37处存量垃圾点6月30日前清零；②晚上也要有人；③主干道每天一扫。"
    assert "存量垃圾点清零，主干道" not in opening(tasks)
    assert "讲两点" in opening(tasks)


def test_two_tasks_are_counted_as_one_says_it() -> None:
    assert "二件" not in opening("要求：①37处存量垃圾点6月30日前清零；②老旧管网9月底前换好。")


def test_a_label_that_the_next_sentence_repeats_is_no_heading() -> None:
    tasks = "要求：①37处存量垃圾点6月30日前清零；②老旧管网9月底前换好；③主干道每天一扫。"
    assert not any(p.heading for section in speech(tasks).sections for p in section.points)


def test_money_and_checks_are_no_tasks_and_have_a_part_of_their_own() -> None:
    facts = (
        "要求：①断头路6月30日前打通；②水泵6月20日前配齐；③名单6月10日前更新。\n"
        "经费：县财政拿出300万元。\n督查：县督查室每周抽查一次。"
    )
    found = speech(facts, "防汛调度会").sections
    assert titles(facts, "防汛调度会")[-1] == "钱怎么用、落实怎么查"
    assert len(next(section.points for section in found if section.points)) == 3


def test_beside_what_was_done_problems_and_their_causes_are_one() -> None:
    facts = (
        "去年改造管网26公里，受益4.2万户，投诉下降31%，维修及时率96%。\n问题：3个乡镇没开工；台账缺19户；5处断头路没打通。\n"
        "原因：资金到位慢；人手不够；前期手续拖得久，一拖就是半年。\n要求：①断头路6月30日前打通；②水泵6月20日前配齐。"
    )
    assert "原因" not in titles(facts)[0]


def test_a_speech_of_one_part_has_no_heading() -> None:
    assert titles("承诺：\n1. 热线6月30日前开通。\n2. 路灯7月底前修好。", "企业座谈会") == [""]


def test_the_first_of_the_parts_does_not_go_on_from_another() -> None:
    facts = "承诺：\n1. 热线6月30日前开通。\n2. 路灯7月底前修好。\n督查：镇督查办每周抽查一次。"
    assert titles(facts, "企业座谈会") == ["先说能办的事", "最后说谁来盯"]


def test_the_days_ahead_tell_deadlines_of_months_too() -> None:
    tasks = "要求：①存量垃圾点6月30日前清零；②老旧管网9月底前换好；③断头路12月20日前打通。"
    told = "6月30日前，存量垃圾点清零；9月底前，老旧管网换好；12月20日前，断头路打通"
    assert told in to_text(speech(tasks))


def test_the_days_ahead_tell_what_is_due_on_the_day_and_not_its_frame() -> None:
    tasks = "要求：①茶园防控扩大到10万亩，虫板6月30日前插到田头；②水泵6月20日前配齐；③断头路7月20日前打通。"
    assert "6月30日前，虫板插到田头" in to_text(speech(tasks))


def test_what_a_later_day_is_for_is_not_due_on_the_first() -> None:
    tasks = (
        "要求：\n1. 违建6月30日前拆除到位、8月10日前复耕。\n2. 老旧管网7月10日前换好。\n"
        "3. 沙袋7月15日前备齐。\n4. 水泵7月20日前修好。"
    )
    assert "6月30日前，违建拆除到位；" in to_text(speech(tasks))


def test_days_are_not_gone_through_where_one_of_them_has_no_label() -> None:
    tasks = "要求：①存量垃圾点6月30日前清零；②老旧管网9月20日前换好；③晚上的事12月20日前再说一说。"
    assert "；9月20日前" not in to_text(speech(tasks))


def test_what_begins_on_a_day_is_told_from_that_day_on() -> None:
    tasks = "要求：①仓库实行双人双钥匙，7月1日起；②水泵6月20日前配齐；③断头路7月20日前打通。"
    assert "7月1日起，仓库实行双人双钥匙" in to_text(speech(tasks))


def test_a_name_that_tells_what_to_do_with_a_thing_goes_on_with_the_thing_in_the_days_ahead() -> None:
    tasks = "任务：\n1. 压库存：6月30日前压到1.4亿元以内。\n2. 水泵6月20日前配齐。\n3. 断头路7月20日前打通。"
    assert "6月30日前，库存压到1.4亿元以内" in to_text(speech(tasks))


def test_a_label_is_said_once_in_a_sentence() -> None:
    tasks = "任务：\n1. 清应收：6月20日前逐笔对账，12月底前收回400万元。\n2. 断头路7月20日前打通。"
    assert "逐笔对账，12月底前收回400万元" in to_text(speech(tasks))


def test_causes_within_a_point_are_not_numbered_like_the_points() -> None:
    facts = (
        "1. 喇叭3个没响，原因：喇叭平时没人试；名单没换。\n"
        "要求：①喇叭6月15日前逐个试响；②断头路7月20日前打通；③水泵6月20日前配齐。"
    )
    text = to_text(speech(facts))
    assert "其一，喇叭平时没人试" in text or "一是" not in text.partition("喇叭平时没人试")[0][-8:]


CODES = (
    "问题：全县应设防火码320个，只设了204个。\n"
    "要求：①防火码6月10日前补齐，掉色的一起换；②断头路7月20日前打通；③水泵6月20日前配齐。"
)


def test_a_point_that_begins_with_what_is_wrong_is_headed_by_what_is_to_be_done() -> None:
    facts = CODES.replace("防火码应设320个", "路口防火码应设320个")
    points = [p for section in speech(facts).sections for p in section.points]
    assert [p.heading for p in points] == ["防火码补齐", "", ""]


def test_a_task_that_would_only_repeat_its_heading_stands_for_it_behind_how_things_stand() -> None:
    facts = CODES.replace("，掉色的一起换", "")
    points = [p for section in speech(facts).sections for p in section.points]
    told = "".join(s.text for p in points[0].paragraphs for s in p)
    assert points[0].heading == ""
    assert told.index("只设了204个") < told.index("防火码6月10日前补齐")


def test_a_count_stands_for_the_thing_that_the_sheet_names_in_front_of_it() -> None:
    tasks = "任务：\n1. 警示牌：146处6月10日前全部立好。\n2. 水泵6月20日前配齐。\n3. 断头路7月20日前打通。"
    assert "6月10日前，警示牌全部立好" in to_text(speech(tasks))


def test_what_is_done_the_same_day_keeps_its_words() -> None:
    tasks = "①原始记录当天记，课题组长每月签字；②旧仪器6月20日前报废；③新仪器6月30日前装好"
    said = to_text(speech(f"情况：补记的记录2本\n要求：{tasks}\n县长意思：记录的事讲重\n"))
    assert "记录记" not in said


def test_a_count_that_a_noun_goes_on_with_is_not_cut_off() -> None:
    assert thing_of("17个点的灯") != "点的灯"


def test_a_bound_keeps_the_figure_that_it_is_for() -> None:
    said = opening("要求：护林员每人包坡不超过300亩，6月9日前分好；围栏8月10日前立完\n")
    assert "护林员每人包坡不超过300亩" in said
