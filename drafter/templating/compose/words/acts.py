"""The act of a task in its own words: 修好, and how many there are."""

from __future__ import annotations

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.sheet import Fact

_VERBS = (
    "(?:处理|整改|整治|清理|更换|安装|修复|改造|疏通|拆除|摸排|排查|登记|检查|检测|培训|演练|核对|核实|筛查"
    "|检修|检验|检定|标定|核定|查验|盘点|标校|整理|办理|审查|安置|搬迁|验收|发放|兑付|配备|补充|归还|征集|采集"
    "|[修换撒挂补清改建装接搭铺栽种查验审拆发还付退填测配签办销搬讲学训练考贴录报收缴洗埋砌刷割运卸订选评定写编核走喷涂挖"
    "破抢挪疏送腾归])"
)
_BY = r"(?:\d[日号]|底|旬|[天周月])(?:之|以)?前(?:全部|都)?"
# What is done, as a match expands to it. 修好 has an end of its own; 查一遍 ends in
# 查过; 全部结题 and 5月15日前销号 are whole; what is to be 装 by a day is 装好 then.
_KINDS = (
    (
        rf"(?<![没未不])({_VERBS})([好完齐够净满掉开通])(?!后|以后|之后|了|的|工|始|展|会|放|车|知|报)",
        r"\1\2",
    ),
    (rf"(?<![没未不只])({_VERBS})一遍", r"\1过"),
    (rf"(?:全部|{_BY})(?!做到|达到|[不没未无])([一-鿿]{{2}})(?=[，；。]|$)", r"\1"),
    (rf"({_VERBS}到户)(?!的)", r"\1"),
    (rf"{_BY}(安装|[装换修建搭铺埋栽种])(?=[一-鿿]{{2}})", r"\1好"),
)
_PATTERNS = tuple((re.compile(regex), done) for regex, done in _KINDS)
# A day between what is worked on and the act: 212株枯立木，12月15日前处理完.
_DAY_BETWEEN = re.compile(r"，(?=\d{1,2}月)")
# What gets done bit by bit, so many a day: 拆完, 修好, 办结.
_BIT_BY_BIT = re.compile(
    "(?:[拆装修换改办清腾挖走训签配验审检测校归搬栽补查挂埋铺](?:[好完净过开]|到户)|(?:更换|安装|修复|改造|清理|疏通|拆除|整改|走访|核实|核对"
    "|化解|办结|答复|审结|销号|清零|验收|检测|标校|检修|检验|补训)[好完]?|修通)"
)
# So many can be gone through one by one.
MOST_ONE_BY_ONE = 3000
_COUNTED = re.compile("[件个处户条家座栋株项名人根口间辆台套份宗棵块盏]")


class Act(Struct, frozen=True):
    """``done`` is 修好; ``batch`` is 73件 with ``one`` 一件; else ""."""

    done: str
    batch: str = ""
    one: str = ""

    @property
    def daily(self) -> str:
        """What is done so many times a day: 拆, 修好, 办结; "" where it is not done bit by bit."""
        return re.sub("[完过净号零]$|到户$", "", self.done) if _BIT_BY_BIT.fullmatch(self.done) else ""


def act_of(fact: Fact) -> Act | None:
    """Return what is to be done, in the words of a task; None where it has no end that one can see."""
    for clause in re.split("[，；]", _DAY_BETWEEN.sub("", fact.text)):
        for pattern, done in _PATTERNS:
            if match := pattern.search(clause):
                return Act(match.expand(done), *_batch(fact, clause))
    return None


def _batch(fact: Fact, clause: str) -> tuple[str, str]:
    """Return how many a clause counts, and one of them; "" where it counts several things, or one."""
    counted = [q for q in fact.quantities if q.text in clause and q.bound == "exact" and q.unit != "%"]
    only = counted[0] if len(counted) == 1 and _COUNTED.fullmatch(counted[0].unit) else None
    if only is None or not 1 < only.amount <= MOST_ONE_BY_ONE:
        return "", ""
    return f"{only.amount.normalize():f}{only.unit}", f"一{only.unit}"
