"""What is told in one sentence, and who has owned up already."""

from __future__ import annotations

from functools import lru_cache

import pytest

from drafter.facts import read_sheet
from drafter.facts.wishes.wish_facts import owned_up_in
from drafter.templating.compose import compose, to_text

SHEET = """【任务】2026年7月7日，砚坪磷矿安全生产调度会，给矿长 段绍武 写讲话稿，10分钟。
【会序】采二工区检讨发言→段矿长讲。
【情况】
1. 上半年出矿62.4万吨，完成年计划的52%。
2. 二季度查隐患128条，整改109条。
3. 采二工区3号采场顶板离层，没打锚杆就出矿。
4. 运输区上半年换了3任值班长，交接本丢过2本。
5. 没改的隐患7月31日前全部改完。
6. 安环部牵头，运输区配合。
【段矿长交代】{}。
"""


@lru_cache
def speech(wish: str) -> str:
    return to_text(compose(read_sheet(SHEET.format(wish))))


@pytest.mark.parametrize("wish", ["产量提一句就行", "产量只带一句", "也别拿产量说事"])
def test_a_figure_to_be_told_in_passing_stands_behind_the_parts(wish: str) -> None:
    said = speech(wish)
    assert said.count("62.4万吨") == 1
    assert "产量也提一句：上半年出矿62.4万吨，完成年计划的52%。" in said.split("安环部牵头")[1]


def test_it_is_told_for_nothing_else() -> None:
    assert "完成年计划的52%。说这个数，没有抢产的意思。" in speech("产量提一句就行，别让人觉得还要抢产")


@pytest.mark.parametrize(
    ("wish", "who"),
    [
        ("采二工区今天检讨了，别再批", "采二工区"),
        ("运输区作了检查了，就不再说他们", "运输区"),
        ("教务处已经认错了，今天不再点", "教务处"),
        ("二车间上次通报过了，这回不批", "二车间"),
        ("采二工区要检讨", ""),
    ],
)
def test_who_has_owned_up_is_known(wish: str, who: str) -> None:
    assert owned_up_in(wish) == who


def test_who_has_owned_up_is_not_named_with_what_was_wrong() -> None:
    said = speech("采二工区今天检讨了，别再批")
    assert "采二工区3号采场" not in said
    assert "3号采场顶板离层，没打锚杆就出矿。" in said
    assert "有个单位上半年换了3任值班长" in speech("运输区作了检查了，就不再说他们")
    assert "安环部牵头，运输区配合" in speech("运输区作了检查了，就不再说他们")
