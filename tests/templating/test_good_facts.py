"""Thanks and praise stand behind the fact that they are for, wherever it stands."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose, to_text

SHEET = """【任务】2026年8月18日，茅坝煤业机电专题会。给矿长 尤国柱 写讲话稿，10分钟。
【情况】
1. 主运皮带撕裂140米，幸亏检修工 邵长贵 听出响声不对，按了急停，没有伤人。
2. 三组58户一户不欠，组长按月上门。
3. 省技能大赛拿一等奖2个。数控专业部拿了两个一等奖。
4. 二季度有96台手术做到晚上9点以后，手术室护士人均加班每月21小时。
5. 原因：托辊坏了18个没换；掘进一队自己搞了“班前三查”，一次故障停机都没有。
6. 镇里争取来换管的钱26万元，5月20日前换完，小彭跑的。
7. 北河社区飞线还有31处没清。
8. 信号工 何小满 那晚喊停，奖2000元。
【尤矿长的意思】{}。
"""


@lru_cache
def speech(wish: str) -> str:
    return to_text(compose(read_sheet(SHEET.format(wish))))


def behind(wish: str, fact: str) -> str:
    """Return the sentence right behind a fact."""
    _front, told, rest = speech(wish).partition(fact)
    assert told, fact
    return rest.partition("。")[0]


@pytest.mark.parametrize(
    ("wish", "fact", "whom"),
    [
        ("邵长贵要好好夸一夸", "没有伤人。", "邵长贵"),
        ("三组要夸", "按月上门。", "三组"),
        ("数控的大赛成绩表扬一句", "两个一等奖。", "肯定|说一声|做得好"),
        ("手术室护士要谢", "加班每月21小时。", "手术室护士"),
        ("小彭要谢", "小彭跑的。", "小彭"),
        ("何小满要当众表扬", "奖2000元。", "何小满"),
        ("掘进一队的班前三查值得表扬", "故障停机都没有。", "肯定|说一声|做得好"),
    ],
)
def test_praise_stands_behind_what_it_is_for(wish: str, fact: str, whom: str) -> None:
    assert re.search(whom, behind(wish, fact))


def test_whom_a_fact_praises_is_no_cause() -> None:
    assert "二是掘进一队" not in speech("掘进一队的班前三查值得表扬")


def test_a_body_is_praised_behind_no_fact_of_another() -> None:
    assert "翠屏" not in behind("翠屏社区要表扬", "31处没清。")


def test_nobody_is_praised_behind_what_is_wrong() -> None:
    assert "北河社区" not in behind("北河社区要表扬", "31处没清。")
