"""A point is not headed by what its one task says again in the same words."""

from __future__ import annotations

from drafter.facts.read import read_sheet
from drafter.templating.compose import compose, to_text

HEAD = "某中学开学工作会\n时间：2026年8月28日下午3点\n讲话人：校长 骆知秋，8分钟\n"
SHEET = (
    HEAD + "情况：\n宿舍查寝有一个楼层漏查过两次\n食堂菜凉，投诉12起\n要求：\n查寝每晚两次，9月1日起\n"
    "食堂保温柜9月5日前换好\n家长开放日10月10日前办一次\n"
)


def test_a_task_that_is_its_own_label_is_said_once() -> None:
    (point,) = (line for line in to_text(compose(read_sheet(SHEET))).split("\n") if line.startswith("一是"))
    assert point.count("查寝每晚两次") == 1


def test_the_problem_that_such_a_task_answers_is_still_said() -> None:
    assert "漏查过两次" in to_text(compose(read_sheet(SHEET)))


def test_the_end_of_a_month_is_not_told_again_as_a_day() -> None:
    sheet = "阀门产业园开工仪式\n讲话：区委书记 段知秋，6分钟\n情况：\n安置房11月底交房\n占地326亩\n"
    assert "30日前完成" not in to_text(compose(read_sheet(sheet)))
