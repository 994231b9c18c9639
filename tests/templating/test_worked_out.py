"""What is worked out is true, of the quantity that the sentence is about, and said as one would say it."""

from __future__ import annotations

import pytest

from drafter.facts.read import read_sheet
from drafter.templating.compose import compose

HEAD = "全县某项工作推进会\n时间：2026年9月8日上午9点\n讲话人：县长 严知秋，8分钟\n"


def text_of(facts: str, tasks: str = "每周五通报一次") -> str:
    """The speech of a meeting on 8 September with these lines below its head."""
    sheet = read_sheet(f"{HEAD}情况：\n{facts}\n要求：\n{tasks}\n")
    return "\n".join("".join(s.text for s in p) for p in compose(sheet).paragraphs())


def test_a_pace_is_of_the_one_thing_that_the_task_counts() -> None:
    assert "一天要" not in text_of("充电棚不够", "新建充电棚36处，充电口2100个，10月20日前建好")


def test_what_is_due_for_each_of_a_few_people_has_no_pace() -> None:
    assert "一天" not in text_of("有的学生没人管", "27名学生，9月20日前每人确定一名联系老师")


@pytest.mark.parametrize(
    ("task", "said"),
    [
        ("违建47处，9月18日前拆完", "平均一天要拆将近5处"),
        ("违建52处，9月18日前拆完", "平均一天要拆5处多"),
        ("违建50处，9月18日前拆完", "平均一天要拆5处"),
        ("违建18处，10月14日前拆完", "差不多两天就要拆一处"),
        ("违建121处，9月18日前拆完", "平均一天要拆12处左右"),
        ("存量垃圾点24处，9月18日前清零", "平均一天要清2处多"),
    ],
)
def test_a_pace_is_said_in_the_act_of_the_task(task: str, said: str) -> None:
    assert f"{said}。" in text_of("占道的事年年有", task)


def test_who_came_is_nothing_that_is_left_over() -> None:
    assert "还剩" not in text_of("招聘会开了12场，进场2.7万人，当场签的只有1930人")


def test_the_rest_stands_right_behind_what_is_done() -> None:
    said = text_of("欠薪线索527条，已办结489条，追回3460万元")
    assert "已办结489条，还剩38条，追回3460万元" in said


def test_where_those_are_who_are_counted_stands_in_front_of_the_rest() -> None:
    said = text_of("1. 应实习学生842人，已到岗806人，分在57家企业")
    assert "已到岗806人，分在57家企业，还剩36人" in said


def test_a_share_of_what_is_done_stays_in_front_of_the_rest() -> None:
    said = text_of("招呼站计划建120个，建成84个，占70%")
    assert "84个，占70%，还剩36个" in said


def test_a_target_is_still_lacked_and_a_past_plan_fell_short() -> None:
    assert "，还差2.57万人" in text_of("新增就业目标4.2万人，到8月底完成1.63万人")
    assert "，差318米" in text_of("二季度计划进尺1860米，实际完成1542米")


def test_what_is_to_be_done_first_is_not_done() -> None:
    assert "还剩" not in text_of("老城区19公里铸铁管，今年先换7公里")


def test_a_survey_that_came_back_leaves_nothing_to_do() -> None:
    assert "还剩" not in text_of("满意度调查发出1200份，收回1086份，满意的782份")


def test_two_figures_side_by_side_are_no_whole_and_part() -> None:
    assert "成" not in text_of("日用品门店关了11家、新开6家").replace("成绩", "")


def test_what_was_done_last_year_leaves_the_rest_of_this_year_alone() -> None:
    said = text_of("冬种任务18.6万亩，到8月底种下11.9万亩；去年同期种下12.7万亩")
    assert "11.9万亩，还差6.7万亩" in said


def test_a_pace_is_told_before_bare_days_are_counted() -> None:
    tasks = "送水员9月14日前定好\n水价9月16日前公布\n名单9月18日前报县里\n坏的机井还剩63眼，9月24日前全部修好"
    assert "平均一天要修好将近4眼" in text_of("机井坏了不少", tasks)


def test_a_rest_whose_figures_end_a_figure_of_the_sheet_is_told() -> None:
    assert "换了29万张，还剩9万张" in text_of("社保卡应换38万张，换了29万张")


def test_what_is_begun_is_not_done() -> None:
    assert "还剩" not in text_of("加装电梯申请138部，开工54部，投用31部")
