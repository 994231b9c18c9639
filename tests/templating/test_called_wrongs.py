"""A wish that calls a wrong by its name is about the fact that tells of it in other words."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose.given import material_of_sheet

SHEET = """松墩街道城市管理推进会
2026年3月9日（周一）下午4:20，街道三楼。街道办主任 钟广源 讲，8分钟。
【情况】
1. 全街道38个小区，公厕11座。
2. 南门公厕两周没人扫，问下来，物业和环卫都以为是对方的。
3. 花盆检查前搬进屋里，检查完又搬出来。
4. 清过的摊点有9处又摆上了。
5. 白石里的台账，报表上填的是全清了。
【主任交代】{}。
"""


@pytest.mark.parametrize(
    ("wish", "fact"),
    [
        ("公厕推来推去这件事说重一点", "以为是对方的"),
        ("走过场的事讲透", "又搬出来"),
        ("反弹的事说重一点", "又摆上了"),
        ("谎报的事说重一点", "填的是全清了"),
    ],
)
def test_the_fact_that_tells_of_a_wrong_is_weighed(wish: str, fact: str) -> None:
    material = material_of_sheet(read_sheet(SHEET.format(wish)))
    weighed = [each.text for each in material.told() if material.stressed(each)]
    assert any(fact in text for text in weighed)
    assert len(weighed) <= 2
