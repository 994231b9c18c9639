"""Each point asks for something: the whole, what went well and who answers for a place stand elsewhere."""

from __future__ import annotations

import pytest

from drafter.templating.compose import Composition
from tests.templating.test_holding import TASKS, points, speech, text_of

REPAIRS = """要求：
1. 松动地砖6月20日前全部换好。
2. 坏了的健身器材6月25日前修好，修不好先拆走。
3. 公约6月28日前贴到门口。
"""
LOOK = "5月底一起查：松动地砖47块，坏灯13盏，健身器材坏了5件。"


def front(made: Composition) -> str:
    return text_of(made.sections[0].paragraphs)


def test_figures_of_which_several_tasks_are_for_one_each_stand_in_front() -> None:
    made = speech(f"情况：\n1. 砖坑绊倒过人。\n2. {LOOK}\n{REPAIRS}")
    assert "地砖47块" in front(made)
    assert not any("47块" in point for point in points(made))


def test_how_far_a_row_of_several_tasks_is_goes_on_with_it() -> None:
    made = speech(f"情况：\n1. {LOOK}\n2. 已修：坏灯修了9盏，健身器材修了3件，地砖没动。\n{REPAIRS}")
    assert "修了3件" in front(made)


def test_figures_of_one_task_stand_with_it() -> None:
    made = speech(f"情况：\n1. 砖坑绊倒过人。\n2. 松动地砖47块，其中路口的12块。\n{REPAIRS}")
    assert any("47块" in point for point in points(made))


@pytest.mark.parametrize(
    "whole", ["学校38个班，1720个学生，沙袋分了46块地放。", "沙袋两处，东边1800条，西边900条。"]
)
def test_what_a_sheet_counts_first_of_all_stands_in_front(whole: str) -> None:
    made = speech(f"情况：\n1. {whole}\n2. 喇叭坏了12只没人修。\n{TASKS}")
    assert whole[:4] in front(made)


def test_a_point_opens_with_its_task_where_what_stands_in_front_does_not_name_it() -> None:
    course = "4. 数据实训营，6月20日开，分三期，年底前会用SQL的达到70人以上。"
    made = speech(f"情况：\n1. 喇叭坏了12只没人修。\n2. 会写SQL的29人。\n{TASKS}{course}")
    assert any(point.startswith("数据实训营") and "29人" in point for point in points(made))


def test_a_fault_leads_to_its_answer() -> None:
    made = speech(
        "情况：\n1. 夜里值班一个人看三层楼的有4家。\n要求：\n1. 夜里值班不少于2人。\n2. 沙袋6月20日前补齐。"
    )
    assert any(point.startswith("夜里值班一个人") for point in points(made))


@pytest.mark.parametrize(
    "deed",
    [
        "柳塘村自己编了个班，每天早上撑船捞一遍，半年没断过，要表扬。",
        "柳塘村每天下午把路队送到车门口，一学期没落下一个人。",
        "柳塘村给住户写“明天要做的事”小纸条，一年写了1900多张。",
        "柳塘村自己查出多报的14户，没有一户出去。肯定。",
        "每晚来的人，平时260人上下。",
    ],
)
def test_what_went_well_and_how_things_are_is_no_point(deed: str) -> None:
    made = speech(f"情况：\n1. 喇叭坏了12只没人修。\n2. {deed}\n{TASKS}")
    assert not any(deed[:4] in point for point in points(made))
    assert deed[:4] in front(made)


def test_a_bare_word_of_praise_is_not_said() -> None:
    made = speech(f"情况：\n1. 喇叭坏了12只没人修。\n2. 柳塘村查得细，没有一户出去。肯定。\n{TASKS}")
    assert "肯定。肯定" not in front(made)
    assert "出去。肯定。" not in front(made)


DUTY = "分工：住建局牵头，城管、社区配合。柳塘村由副局长滕小川盯。"


def test_who_answers_for_a_place_stands_among_those_who_answer() -> None:
    place = "柳塘村4月交办58户，还有41户没动。"
    made = speech(f"情况：\n1. {place}\n2. 石桥村也没动。\n{TASKS}{DUTY}")
    assert "滕小川" not in front(made)
    assert "滕小川" in text_of(made.sections[-1].paragraphs)


def test_the_whole_of_which_money_is_told_stands_in_front() -> None:
    made = speech(f"情况：\n1. 喇叭坏了12只没人修。\n2. 全县补贴户3.8万户，补贴资金一年2860万元。\n{TASKS}")
    assert "3.8万户" in front(made)


def test_money_set_aside_for_all_is_told_among_the_money() -> None:
    made = speech(f"情况：\n1. 喇叭坏了12只没人修。\n2. 全县危房380户，今年安排专项资金260万元。\n{TASKS}")
    assert "260万元" in text_of(made.sections[-1].paragraphs)


def test_what_a_look_found_worst_is_no_look_to_come() -> None:
    made = speech(f"情况：\n1. 开学两周检查，扣分最多的两处：北楼厕所、自行车棚。\n{TASKS}{DUTY}")
    assert "自行车棚" in front(made)


def test_a_look_without_an_outcome_stands_among_the_looks() -> None:
    look = "6月中旬县里回头查，随机抽户。"
    made = speech(f"情况：\n1. 喇叭坏了12只没人修。\n2. 5月上旬回头看，还有41户没动。\n{TASKS}{DUTY}\n{look}")
    assert "回头查" in text_of(made.sections[-1].paragraphs)
    assert "41户" not in text_of(made.sections[-1].paragraphs)


def test_two_sanctions_that_begin_with_whom_they_meet_are_one_point() -> None:
    tasks = "要干的：账6月20日前全部追回；台账6月30日前重核一遍；面积到地头量；农田报表每季度抽一次。\n"
    made = speech(f"{tasks}6月20日前主动说清、主动改的，从轻；查出来的，从严。")
    assert any("从轻" in point and "从严" in point for point in points(made))


def test_whom_a_task_meets_by_what_they_have_not_done_is_a_task() -> None:
    made = speech(f"情况：\n1. 喇叭坏了12只没人修。\n{TASKS}4. 一天没动的，乡镇一个一个谈。")
    assert any("一个一个谈" in point for point in points(made))
