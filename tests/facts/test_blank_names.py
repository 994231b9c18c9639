"""Short names of what a sheet lacks."""

from __future__ import annotations

import pytest

from drafter.facts.blank_names import name_of_missing, said_with_blank


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("东岭泵站谁包没报上来", "东岭泵站包保责任人"),
        ("管网由谁牵头还没定", "管网牵头单位"),
        ("预算多少没报来", "预算金额"),
        ("哪天答复没定", "答复日期"),
        ("支架什么时候下井没定", "支架下井时间"),
        ("年底考核争第几没定", "年底考核目标名次"),
        ("扣多少还在测算", "扣减标准"),
        ("钱从哪儿出还在议", "资金来源"),
        ("第二个热水房建在哪里没定", "第二个热水房建设地点"),
        ("哪个村先建没定", "先建的村"),
        ("收不收费还没定", "是否收费"),
        ("时限几天还要和房管局商量", "时限"),
        ("剩下的咋凑要等表决", "其余资金筹措办法"),
        ("分配办法还没有", "分配办法"),
        ("银行没答复", "银行答复"),
    ],
)
def test_what_is_missing_has_a_short_name(text: str, name: str) -> None:
    assert name == name_of_missing([text])


def test_a_noun_goes_before_a_question() -> None:
    assert "分配办法" == name_of_missing(["谁先住", "分配办法还没有"])


def test_what_names_nothing_has_no_name() -> None:
    assert "" == name_of_missing(["还没拍板"])


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("东岭泵站包保责任人", "东岭泵站由【】包。"),
        ("责任人", "这件事由【】负责。"),
        ("答复日期", "【】答复。"),
        ("预算金额", "预算是【】。"),
        ("住宿生晚自习时间", ""),
    ],
)
def test_a_name_is_said_with_a_blank_where_it_has_a_sentence(name: str, said: str) -> None:
    assert said == said_with_blank(name, "【】")


def test_what_was_told_in_front_is_not_told_again() -> None:
    assert "这一处由【】包。" == said_with_blank("东岭泵站包保责任人", "【】", "东岭泵站坏了一台")
