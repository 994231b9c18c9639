"""The act of a task in its own words: 修好, 修不好, and how many there are."""

from __future__ import annotations

import re

from msgspec import Struct

from drafter.facts.sheet import Fact

_VERBS = (
    "(?:处理|整改|整治|清理|更换|安装|修复|改造|疏通|拆除|摸排|排查|登记|检查|检测|培训|演练|核对|核实|筛查|整理"
    "|办理|审查|安置|搬迁|验收|发放|兑付|配备|补充|归还|征集|采集"
    "|[修换撒挂补清改建装接搭铺栽种查验审拆发还付退填测配签办销搬讲学训练考贴录报收缴洗埋砌刷割运卸订选评定写编核走喷涂挖])"
)
# 修好 has an end of its own; 查一遍 ends in 查过; of 全部结题 the verb is whole.
_ENDED = re.compile(f"(?<![没未不])({_VERBS})([好完齐够净满掉])(?!后|以后|之后|了|的)")
_ONCE = re.compile(f"(?<![没未不])({_VERBS})一遍")
_ALL = re.compile("全部([一-鿿]{2})(?=[，；。]|$)")
# A day between what is worked on and the act: 212株枯立木，12月15日前处理完.
_DAY_BETWEEN = re.compile(r"，(?=\d{1,2}月)")
_COUNTED = re.compile("[件个处户条家座栋株项名人根口间辆台套份宗棵块盏]")


class Act(Struct, frozen=True):
    """``done`` is 修好, ``unable`` 修不好; ``batch`` is 73件 with ``one`` 一件; else ""."""

    done: str
    unable: str = ""
    batch: str = ""
    one: str = ""


def act_of(fact: Fact) -> Act | None:
    """Return what is to be done, in the words of a task; None where it has no end that one can see."""
    for clause in re.split("[，；]", _DAY_BETWEEN.sub("", fact.text)):
        if match := _ENDED.search(clause):
            return Act(match[1] + match[2], f"{match[1]}不{match[2]}", *_batch(fact, clause))
        if match := _ONCE.search(clause):
            return Act(f"{match[1]}过", "", *_batch(fact, clause))
        if match := _ALL.search(clause):
            return Act(match[1], "", *_batch(fact, clause))
    return None


def _batch(fact: Fact, clause: str) -> tuple[str, str]:
    """Return how many a clause counts, and one of them; "" where it counts several things, or one."""
    counted = [q for q in fact.quantities if q.text in clause and q.bound == "exact" and q.unit != "%"]
    if len(counted) != 1 or counted[0].value < 2 or not _COUNTED.fullmatch(counted[0].unit):
        return "", ""
    return f"{counted[0].amount.normalize():f}{counted[0].unit}", f"一{counted[0].unit}"
