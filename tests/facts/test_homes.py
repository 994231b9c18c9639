"""Which fact a few words are about."""

from __future__ import annotations

import pytest

from drafter.facts.kinship.homes import end_of, home_of
from drafter.facts.read import read_sheet
from drafter.facts.sheet import Fact

SHEET = """【任务】2026年3月5日，前山矿机电会，给矿长 尤国柱 写讲话稿，8分钟。
【情况】
1. 主运皮带撕裂140米，没有人受伤。
2. 查下来的原因：托辊坏了18个没换；备件领了没人签字。
3. 主运皮带9月5日前全线换托辊。
4. 焊口逐个验，不合格返工。
5. 去年着过2次火，熏黑了3户。
"""


def facts() -> list[Fact]:
    return list(read_sheet(SHEET).facts)


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("没伤人不能当没事", "没有人受伤"),
        ("前几年托辊没舍得换是矿上的账", "托辊坏了18个"),
        ("工期紧也不能糊弄焊口", "焊口"),
        ("没着大火是运气", "着过2次火"),
    ],
)
def test_words_are_about_the_fact_that_shares_the_most_telling_signs(words: str, about: str) -> None:
    found = home_of(words, facts())
    assert found is not None
    assert about in facts()[found].text


def test_words_that_share_nothing_are_about_no_fact() -> None:
    assert home_of("大家要多看书", facts()) is None


def test_a_sentence_that_goes_on_is_told_to_its_end() -> None:
    told = list(read_sheet(SHEET.replace("熏黑了3户", "熏黑了3户，赔了2.6万元")).facts)
    home = home_of("没着大火是运气", told)
    assert home is not None
    assert end_of(home, told) >= home


def test_long_words_take_no_longer() -> None:
    assert home_of("一" * 90000, facts()) is None


def test_a_figure_of_the_words_tells_the_fact() -> None:
    told = list(read_sheet(SHEET.replace("熏黑了3户", "熏黑了3户；五组停水9天，老人上邻居家提水")).facts)
    found = home_of("停水那9天村里修得慢", told)
    assert found is not None
    assert "9天" in told[found].text


def test_a_pair_that_is_half_idle_tells_no_task() -> None:
    assert home_of("老百姓少一季收成", [f for f in facts() if f.type.value == "task"]) is None
