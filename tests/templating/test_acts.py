"""The act of a task, in its own words."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose.words.acts import Act, act_of

HEAD = "全县某项工作推进会\n时间：2026年9月8日上午9点\n讲话人：县长 严知秋，8分钟\n要求：\n"


@pytest.mark.parametrize(
    ("task", "act"),
    [
        ("73件坏件9月20日前全部修好", Act("修好", "73件", "一件")),
        ("212株枯立木，12月15日前处理完", Act("处理完", "212株", "一株")),
        ("操场9月20日前查一遍", Act("查过")),
        ("延期的7项10月底前全部结题", Act("结题", "7项", "一项")),
        ("主渠10月31日前清完", Act("清完")),
        ("值班电话24小时有人接", None),
        ("路修好以后再开会", None),
    ],
)
def test_a_task_tells_what_is_done_and_of_how_many(task: str, act: Act | None) -> None:
    assert act_of(read_sheet(HEAD + task).facts[0]) == act
