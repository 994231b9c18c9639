"""A name and a post are cut free from what leads to them, and never inside a word."""

from __future__ import annotations

import pytest

from drafter.facts.head.meeting_name import meeting_name
from drafter.facts.people.people import find_duty
from drafter.facts.people.persons import find_persons


@pytest.mark.parametrize(
    "name",
    [
        "优化企业开办改革工作调度会",
        "首台手术准点开台推进会",
        "全市汛前准备工作会议",
        "校园书写规范推进会",
        "全市在建项目开工推进会",
        "到期债务处置调度会",
        "全市写字楼招商推进会",
        "县有个体工商户服务座谈会",
    ],
)
def test_a_verb_inside_a_word_leads_to_no_name(name: str) -> None:
    assert meeting_name(name) == name


@pytest.mark.parametrize("lead", ["下午参加", "周三准备开", "领导开", "在四楼召开", "写个"])
def test_what_leads_to_a_name_is_no_part_of_it(lead: str) -> None:
    assert meeting_name(f"{lead}秋粮烘干调度会") == "秋粮烘干调度会"


@pytest.mark.parametrize(
    "post",
    [
        "市交通运输局局长",
        "向阳街道党工委书记",
        "归德镇镇长",
        "云和县县长",
        "市和平区区长",
        "市规划和自然资源局局长",
        "省交警总队总队长",
        "为民服务中心主任",
    ],
)
def test_a_post_is_not_cut_inside_a_word(post: str) -> None:
    assert find_persons(f"{post} 穆云程", 1, 0)[0].posts == (post,)


def test_how_something_is_done_is_nobody() -> None:
    assert find_duty("过了这个日子查出来的，该怎么办怎么办") is None
    assert find_duty("该怎么办怎么办") is None
