"""Words that look like a deed, a task or a sum of money within longer words, and are none."""

from __future__ import annotations

import pytest

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
