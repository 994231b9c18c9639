"""The last sentence of a speech that is to end on something."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose

SHEET = """【任务】2026年9月22日，老城区供水改造开工会，给县长 闻立群 写讲话稿，6分钟。
【情况】
1. 去年爆管37次，停水最长一回19个小时。
2. 北门街片区12月20日前完工。
【闻县长交代】{}。
"""


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("结尾落到一碗放心水上", "忙来忙去，为的就是一碗放心水。"),
        ("收尾归到一锅热饭上", "往后大家忙的这些，图的就是一锅热饭。"),
        ("最后落到孩子身上", "说到底，都是为了孩子。"),
        ("最后落到平安上", "说到底，就是平安两个字。"),
        ("最后落在把孩子放心上", "说到底，是要把孩子放心上。"),
        ("最后一句落到让家长放心上", "说到底，是要让家长放心。"),
        ("最后说到让老人躺得安心、起得放心", "说到底，是要让老人躺得安心、起得放心。"),
        ("最后落到“听见响声就按停”上", "最后说一句：听见响声就按停。"),
        ("最后落到12个工友的命上", "讲了这么多，请大家记住的，就是12个工友的命。"),
        ("结尾就落到平平安安、灯亮路好走", "千头万绪，说到底就是平平安安、灯亮路好走。"),
    ],
)
def test_a_speech_ends_on_a_whole_sentence(wish: str, said: str) -> None:
    sentences = [s.text for s in compose(read_sheet(SHEET.format(wish))).sentences()]
    assert said in sentences[-3:]


def test_what_is_wanted_of_the_end_is_no_word_for_it() -> None:
    said = "".join(s.text for s in compose(read_sheet(SHEET.format("结尾落到实处"))).sentences())
    assert "实处" not in said
