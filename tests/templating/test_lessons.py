"""What the cases of a warning teach by their own figures."""

from __future__ import annotations

from drafter.facts import read_sheet
from drafter.templating.compose import compose, to_text

HEAD = "2026年8月12日，清河县警示教育大会，给县纪委书记 罗川 写讲话稿，10分钟。\n案例：\n"
TASKS = "要求：①台账8月30日前补齐；②账目每月公开。\n"
FIRST = "1. 原质监站副站长丁立新，收检测公司回扣41笔，共63.8万元，今年3月判了三年二个月。\n"


def told(cases: str) -> str:
    return to_text(compose(read_sheet(HEAD + cases + TASKS)))


def test_what_was_got_stands_beside_what_was_paid_for_it() -> None:
    assert "一头是63.8万元，一头是三年二个月的刑期。" in told(FIRST)


def test_many_times_go_back_to_the_first() -> None:
    assert "41笔，都是从头一笔开始的；头一笔收住了手，后面的就都没有了。" in told(FIRST)


def test_money_that_was_given_back_was_not_got() -> None:
    assert "两头" not in told("1. 科员娄小川虚报装修补偿，退回17.8万元，开除公职。\n")


def test_a_case_without_a_punishment_teaches_nothing_by_its_figures() -> None:
    assert "头一笔收住" not in told("1. 出纳丁立新转出公款12笔，共3万元，还在查。\n")
