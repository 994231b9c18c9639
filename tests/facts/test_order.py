"""The order of facts: which stand on one line, in which sentence, and which follow by themselves."""

from __future__ import annotations

import pytest

from drafter.facts import facts_of, read_sheet
from drafter.facts.sheet import Fact
from drafter.facts.types.order import orders_of, positions
from tests.drafts import given

HEAD = "清渡县防汛工作会，2026年4月10日下午3点，县长王平讲话，5分钟。\n"


def ordered(**facts: object) -> tuple[Fact, ...]:
    return facts_of(given(facts=facts))


def orders(text: str) -> list[str]:
    """The orders of the facts of a sheet, "" where one follows by itself."""
    facts = read_sheet(HEAD + text).facts
    found = orders_of(facts)
    return [found.get(fact.id, "") for fact in facts]


def test_facts_stand_in_their_order_and_not_by_type() -> None:
    found = ordered(
        problems=[{"text": "甲没有办", "order": "2.1"}], tasks=[{"text": "乙要办好", "order": "1.1"}]
    )

    assert ["乙要办好", "甲没有办"] == [fact.text for fact in found]


def test_facts_of_one_line_are_one_group() -> None:
    first, second, third = ordered(
        gaps=[{"text": "缺袋2万条", "order": "1.1"}, {"text": "缺布3卷", "order": "2.1"}],
        tasks=[{"text": "月底前补齐", "order": "1.2"}],
    )

    assert first.group == second.group != third.group
    assert "月底前补齐" == second.text


def test_a_third_number_goes_on_with_the_sentence() -> None:
    _first, second = ordered(
        gaps=[{"text": "缺袋2万条", "order": "1.1"}], tasks=[{"text": "月底前补齐", "order": "1.1.2"}]
    )

    assert "，" == second.sign


def test_a_fact_without_an_order_is_a_line_of_its_own_behind_the_one_before_it() -> None:
    tasks = [{"text": "甲要办好", "order": "1.1"}, "新加的一条", {"text": "丙要办好", "order": "2.1"}]

    found = ordered(problems=[{"text": "乙没有办", "order": "1.2"}], tasks=tasks)

    assert ["甲要办好", "乙没有办", "新加的一条", "丙要办好"] == [fact.text for fact in found]
    assert 3 == len({fact.group for fact in found})


def test_lines_count_by_their_numbers_and_not_by_their_signs() -> None:
    assert positions(["2.1"]) < positions(["10.1"])


def test_a_sheet_in_the_order_of_the_types_needs_none() -> None:
    assert ["", ""] == orders("要干的：\n1. 没销号的4月25日前销号。\n2. 喇叭4月20日前试响。\n")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("1. 喇叭没人试，4月20日前逐个试响，县应急局牵头。", ["1.1", "1.1.2"]),
        ("1. 喇叭没人试；4月20日前逐个试响，县应急局牵头。", ["1.1", "1.2"]),
    ],
)
def test_a_sign_tells_whether_the_sentence_goes_on(line: str, found: list[str]) -> None:
    assert found == orders(line)


def test_the_next_line_of_the_same_type_follows_by_itself() -> None:
    assert ["1.1", "2.1", ""] == orders(
        "要干的：\n1. 没销号的4月25日前销号。\n存在问题：\n2. 喇叭没人试。\n3. 名单没换。\n"
    )
