"""What stands in brackets is told in its clause, and not flung to the end of the sentence."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose, to_text

SHEET = """石塘县技能大赛推进会
时间：2026年10月13日
讲话：县长 窦明远，7分钟
要求：
1.{}。
2.场地10月底前平好。
"""


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            "前三名（一二等奖里排前三的）直接晋升高级工，证书11月30日前办好",
            "前三名，也就是一二等奖里排前三的，直接晋升高级工，证书11月30日前办好",
        ),
        (
            "考不过（实操、口试两样都算）不上岗，11月30日前补考",
            "考不过不上岗，实操、口试两样都算，11月30日前补考",
        ),
    ],
)
def test_a_bracket_is_told_in_its_own_clause(row: str, told: str) -> None:
    assert told in to_text(compose(read_sheet(SHEET.format(row))))
