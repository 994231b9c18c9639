"""What leads to money and checks stands only in front of what it announces."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose

SHEET = """2026年6月1日，清河县塘坝管护工作会，给副县长 罗川 写讲话稿，6分钟。
问题：塘坝漏水的有12口。
要求：①漏水的6月30日前修好；②管护员6月20日前定到人。
分工：县水利局牵头，各乡镇配合。
{}
"""
LEADS = ("规矩", "怎么看", "怎么查", "这样安排", "说钱", "交个底", "说一说：", "明处", "这样的：")


def lead_of(line: str, fact: str) -> str:
    """Return what stands in front of a fact in its paragraph."""
    composition = compose(read_sheet(SHEET.format(line)))
    paragraphs = ("".join(s.text for s in p) for section in composition.sections for p in section.paragraphs)
    return next(text.partition(fact)[0] for text in paragraphs if fact in text)


def has_lead(line: str, fact: str) -> bool:
    return any(words in lead_of(line, fact) for words in LEADS)


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("督查：不肯修的罚不罚、罚多少，还在问县里。", "不肯修的"),
        ("督查：不肯修的怎么罚，没有答复。", "不肯修的"),
        ("资金：全县补贴户3.8万户，补贴资金一年260万元。", "全县补贴户"),
        ("资金：抽水车3台，坏了一台，修车钱1.8万元县里出。", "抽水车"),
    ],
)
def test_what_is_open_or_no_money_is_not_announced_as_a_rule_or_as_money(line: str, fact: str) -> None:
    assert not has_lead(line, fact)


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("督查：县水利局每月通报一次，8月抽查30口。", "县水利局每月"),
        ("督查：连续两次排末位的扣考核2分。", "连续两次"),
        ("资金：管护经费今年380万元，已到位210万元。", "管护经费"),
        ("资金：修塘坝，县里出18万元。", "修塘坝"),
    ],
)
def test_who_looks_what_is_taken_and_money_have_their_leads(line: str, fact: str) -> None:
    assert has_lead(line, fact)


def test_a_place_with_the_most_points_taken_off_is_a_problem_and_no_check() -> None:
    facts = read_sheet(SHEET.format("开学两周检查，扣分最多的三处：北楼厕所、体育馆后面、车棚。")).facts
    assert next(f.type.value for f in facts if "体育馆后面" in f.text) == "problem"
