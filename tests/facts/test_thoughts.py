"""What the leader thinks himself and wants said, as a wish has it."""

from __future__ import annotations

import pytest

from drafter.facts.read import read_sheet
from drafter.facts.sheet import Intent
from drafter.facts.wishes.thoughts import thought_in

SHEET = """【任务】2026年3月5日，前山矿安全会，给矿长 尤国柱 写讲话稿，8分钟。
【情况】
1. 二坑口跑车，没有人受伤。
【尤矿长交代】{}
"""


def wishes(text: str) -> list[Intent]:
    return list(read_sheet(SHEET.format(text)).intents)


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("没伤人不等于没出事，这个讲重", "没伤人不等于没出事"),
        ("质量不能为了赶钟点打折扣，这句要有", "质量不能为了赶钟点打折扣"),
        ("报了不丢人，瞒着才丢人，这话要说", "报了不丢人，瞒着才丢人"),
        ("后排的孩子也是家长的心头肉，这句要说到", "后排的孩子也是家长的心头肉"),
        ("孩子最怕黑这个意思要有", "孩子最怕黑"),
        ("没着大火是运气，这个道理要讲", "没着大火是运气"),
        ("不准垫缴这条要硬", "不准垫缴，这一条没有商量"),
        ("流失降了，可不能松", "流失降了，可不能松"),
        ("剩饭少了，但别大意", "剩饭少了，但不能大意"),
        ("慢了就是慢了", "慢了就是慢了"),
        ("对物业说话要硬，8小时就是8小时", "对物业，今天把话讲硬：8小时就是8小时"),
        ("但不能把大家都说成有问题", "讲这些，不是说大家都有问题"),
        ("别说成网格员一家的事", "这不是网格员一家的事"),
        ("别让大家觉得是医务人员的错", "这不是医务人员的错"),
        ("别让人觉得还要抢产", "说这个数，没有抢产的意思"),
    ],
)
def test_a_thought_is_said_as_the_leader_says_it(wish: str, said: str) -> None:
    assert thought_in(wish) == said


@pytest.mark.parametrize(
    "wish",
    [
        "交接班，这个讲重",
        "欠费户怎么收，这一条要讲透",
        "年轻人“没病不用缴”这个要说透",
        "绞车工不点名，这个要写对",
        "产量提一句就行",
        "安全不能松",
    ],
)
def test_a_matter_is_no_thought(wish: str) -> None:
    assert thought_in(wish) == ""


def test_a_thought_goes_with_what_points_at_it() -> None:
    found = [wish.text for wish in wishes("掘进队值得表扬；没伤人不能当没事，这话要讲到；产量别提。")]
    assert found == ["掘进队值得表扬", "没伤人不能当没事，这话要讲到", "产量别提"]


def test_a_thought_has_all_clauses_of_its_stretch() -> None:
    assert "报了不丢人，瞒着才丢人，这话要说" in [
        wish.text for wish in wishes("张师傅要谢；报了不丢人，瞒着才丢人，这话要说。")
    ]


def test_what_points_back_owns_up_for_the_clause_in_front() -> None:
    assert "五组停水那9天修得慢，这个得认" in [
        wish.text for wish in wishes("五组停水那9天修得慢，这个得认。")
    ]
