"""What a comment may stand on: the head of a statement, and what the statement presupposes."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.facts import patterns as re
from drafter.facts.sheet import AIMS, Fact, FactType
from drafter.templating.compose.comments.frames import Frames
from drafter.templating.compose.plan.statement import Statement

# The head of a fact ends with the clause in which so many characters are reached: what follows is by the way.
LONGEST_HEAD = 12
# A longer quotation is somebody's words, and no name of the matter.
LONGEST_NAME = 6
_CLAUSES = re.compile("[，；：]")
_QUOTED = re.compile("“([^“”]*)”")
# Whose a thing is, in front of how many there are: 第三水厂两台备用泵 are pumps, and no water.
_PLACE = re.compile(
    "^[\u4e00-\u9fff]{1,8}?(?:[厂村镇乡县区市局站所院校馆店矿库科]|社区|街道|公司|中心|林场|学校|小区|校区)"
    "(?=(?:的|[两一二三四五六七八九十\\d]+[台个条处座辆件间部艘套根盏口块扇])[\u4e00-\u9fff]{2})"
)
# What a frame may presuppose only where the facts say so.
_PRESUPPOSED = {
    "several": re.compile(
        "逐[个台处户家项件条栋辆座]|每[台个处座辆栋]|[二三四五六七八九十两\\d][台处座辆栋所家个]"
    ),
    "night": re.compile("夜|凌晨|通宵|24小时"),
    "again": re.compile("又|再次|反复|回潮|反弹|屡|多次|[二两三四五六\\d]次"),
    "harm": re.compile("死|亡|伤|溺|遇难|事故|病故|自杀|烧|塌|泄"),
    "deed": re.compile(
        "完成|建成|建好|办结|办了|解决|获|得了|提高|提升|下降|减少|少了?\\d|增长|增加|新增|签了|改造|培训|清理|清了"
        "|拆|帮|救|零|第\\d+位|进了|省下|收回|创|通过|满意|挂牌|培养|走访|开展|办了"
    ),
    "reward": re.compile("奖|表扬|优先"),
    "ban": re.compile("一律|不得|严禁|禁止|不准|不许|绝不|只减不增"),
    "daily": re.compile("每[天日班周旬月季餐年]|每半月|天天|一[日周月]一|随时|常年|长期"),
}
# How things stand and what was done are told in one breath: 从签约到开工98天，办了37项手续.
_TOLD = (FactType.SITUATION, FactType.ACHIEVEMENT)
# Of thanks, of what others are asked, and of what is only said to the writer, there is nothing to say.
_REMARK = re.compile("感谢|谢谢|请(?!示|假)|不提|别提|别说|不讲|重点讲|多讲")
# Who sits there lives in the place, and does not work for the speaker.
_RESIDENTS = re.compile("村民(?!委)|居民|业主|乡亲|户代表|家长会|老乡")
# A meeting while something dangerous is going on steers what is done now; others plan, practise or look back.
_EMERGENCY = re.compile(
    "^(?!.*(?:演练|演习|培训|比武|队伍|建设|能力|预案|总结|表彰)).*?"
    "(?:紧急|抢险救灾|抗洪抢险|(?:应急|抢险|(?<!防汛)救灾|抗[灾洪旱]|防御|暴[雨雪]|寒潮|台风|洪水|冰冻)[^，。]{0,8}"
    "(?:调度|会商|部署|动员|处置|响应))"
)
# What one may say of in such a meeting: lives, watches and reports; neither looks nor stock nor habits.
URGENT = frozenset({
    "转移", "转移人", "撤人", "住户", "独居", "独居户", "老人数", "上门", "值守", "巡查", "响应", "词必",
    "物资", "应急通", "林火", "扑火", "病险库", "闸门", "停水", "多雨", "夜里",
})  # fmt: skip
# Here the leader speaks to those who do the work; elsewhere to guests, to those above, or to all.
_NOT_TO_WORKERS = frozenset({
    "address", "commendation", "symposium", "inaugural", "party-lecture", "work-report",
})  # fmt: skip


def natures_in_head(statement: Statement, frames: Frames) -> frozenset[str]:
    """Return the natures of a statement: those that its head has, and no other word of it takes back."""
    whole = "。".join(_without_bodies(fact, statement) for fact in statement.facts)
    return frames.matters_of(head_of(statement)) & frames.matters_of(whole)


def head_of(statement: Statement) -> str:
    """Return the words that tell what a statement is about: those on which a comment may stand."""
    return "。".join(_head(fact, statement) for fact in _heads(statement))


def is_remark(statement: Statement) -> bool:
    """Return whether a statement thanks, asks others, or tells the writer something: no comment fits it."""
    return _REMARK.match(statement.head.text) is not None


def is_urgent(meeting: str) -> bool:
    """Return whether a meeting is held while something dangerous is going on."""
    return _EMERGENCY.search(meeting) is not None


def presupposed_in(statement: Statement, kind: str, present: str = "") -> Iterator[str]:
    """Yield what a frame may presuppose of a statement: several things, the night, that it came again.

    In a speech of a ``kind`` to those who do the work, it may tell them what to do about it; ``present``
    tells the meeting and who sits there.
    """
    text = "。".join(fact.text for fact in statement.facts)
    if _RESIDENTS.search(present):
        yield "residents"
    elif kind not in _NOT_TO_WORKERS:
        yield "working"
    # What was done or left undone when somebody came to harm is said of a day that has been.
    harmed = any(fact.whens for fact in statement.facts)
    for name, regex in _PRESUPPOSED.items():
        if regex.search(text) and (harmed or name != "harm"):
            yield name


def _heads(statement: Statement) -> list[Fact]:
    """Return the facts that tell what the statement does; what only goes with them is left out."""
    kin = next((those for those in (AIMS, _TOLD) if statement.type in those), (statement.type,))
    return [fact for fact in statement.facts if fact.type in kin] or [statement.head]


def _head(fact: Fact, statement: Statement) -> str:
    """Return the first clauses of a fact, without whose it is and what somebody said."""
    text = _PLACE.sub("", _without_bodies(fact, statement))
    text = _QUOTED.sub(lambda match: match[0] if len(match[1]) <= LONGEST_NAME else "", text)
    clauses = _CLAUSES.split(text)
    taken, size = [], 0
    for clause in clauses:
        taken.append(clause)
        size += len(clause)
        if size >= LONGEST_HEAD:
            break
    return "，".join(taken)


def _without_bodies(fact: Fact, statement: Statement) -> str:
    """Return the words of a fact; those of a task without who does it: 消防 is a body there."""
    bodies = (*fact.owners, *fact.partners) if statement.type in AIMS else ()
    text = fact.text
    for body in sorted(bodies, key=len, reverse=True):
        text = text.replace(body, "")
    return text
