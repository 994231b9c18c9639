"""Short names of what a sheet lacks."""

from __future__ import annotations

import pytest

from drafter.facts.blank_names import (
    name_of_missing,
    name_of_which,
    plainly_open,
    said_with_blank,
    which_with_blank,
)


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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("充电口哪家公司建还没定", "充电口由【建设公司】建。"),
        ("人从哪几个科抽还没定", "人从【哪几个科】抽。"),
        ("换下来的阀门哪个厂供没定", "换下来的阀门由【供货厂】供。"),
    ],
)
def test_a_question_after_one_of_many_has_its_blank_in_its_own_place(text: str, said: str) -> None:
    name = name_of_missing([text])

    assert said == which_with_blank(name, f"【{name_of_which(name)}】")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("省里还没批", "省里还没有批。"),
        ("用林手续，省里还没批", "用林手续，省里还没有批。"),
        ("课后服务补助标准 区里没批下来", "课后服务补助标准，区里还没有批下来。"),
        ("隧道哪天开工定不了，省里没批", "隧道哪天开工，现在还定不下来，省里还没有批。"),
        ("搬迁的费用还没批下来", "搬迁的费用还没有批下来。"),
        ("挂钩比例没定", ""),
        ("谁牵头还没定", ""),
    ],
)
def test_what_somebody_else_decides_is_said_plainly(text: str, said: str) -> None:
    assert said == plainly_open(text)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("感应器采购方", "感应器由【】采购。"),
        ("烟感钱出资方", "烟感钱由【】出。"),
        ("每年补助", "每年补助【】。"),
    ],
)
def test_who_does_it_and_what_is_paid_have_their_blank(name: str, said: str) -> None:
    assert said == said_with_blank(name, "【】")
