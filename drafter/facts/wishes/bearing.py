"""Who stands in front of what a clause tells of him: 掘进二队 of 掘进二队整改快, 渡工 of 渡工不容易."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.facts.cut.cues import pattern
from drafter.facts.people.audiences import PEOPLE, are_people
from drafter.facts.people.names import SURNAMES, name_at

# What people bear, at the end of what a clause tells of them.
BEARS = re.compile(
    "(?<=[一-鿿]{2})(?:的(?:工作|活)?(?=[也都真很最太是挺干不]))?(?:也|都|真|很|最|太|是|挺|干得){0,3}"
    "(?:不容易|不易|辛苦|委屈|(?<![为困疑的])难|(?<![吃受的辛])苦|累)(?:了|的)?$"
)
# What is told of how somebody spoke, or owned up to his faults: 发言实在, 检讨认得干脆, 整改快.
OF_SPEECH = re.compile(
    "整改|检讨|剖析|发言|表态|汇报|介绍|态度|认账|认错|(?:讲|说|认)得|^(?:敢于?|肯|愿意)(?:来|站出来)?[讲说认]"
)
# 罗青禾的法子: whose way it is.
WAY = re.compile("的?(?:做法|法子|办法|经验|路子)$")
# What asks for something, or points on, is told of nobody.
_NO_TELLING = re.compile("^[的地得和与、那这们]|[不别莫勿]要?(?:点|提|讲|说)")
# 小郝, 老焦: one who is called by his surname.
CALLED = re.compile(f"[老小](?![师板区学人旧城支])[{SURNAMES}]")
# 综合岗加班多: a shift is no body.
_AT_WORK = re.compile("[加值夜白上下顶]班$")
# 机电工夜里跑三条巷道: what a trade is called, in front of when or how one works.
_WORKER = re.compile("(?<=[一-鿿])工(?=[夜冬夏天半白一两三每都也在跑干熬顶守])")
# 药师夜里辛苦: when it is, is no part of who they are.
_WHEN = re.compile("(?<=..)(?:大?[热冷冬夏雨雪]天|高温天?|大?半?夜里|大?半夜|白天|节假日|逢年过节)$")
SHORTEST, LONGEST = 2, 12
# No clerk writes a longer clause.
LONGEST_CLAUSE = 120


def parted(clause: str) -> tuple[str, str]:
    """Return who a clause is about and what it tells of him; two empty strings where it tells nothing."""
    if len(clause) > LONGEST_CLAUSE:
        return "", ""
    if (are_people(clause) and not CALLED.match(clause)) or clause.startswith(("给", "对", "跟", "向", "把")):
        return "", ""
    if (bears := BEARS.search(clause)) and bears.start() <= LONGEST:
        front = clause[: bears.start()]
        # 执法人员夏天站路面也苦
        last = max((people.end() for people in PEOPLE.finditer(front)), default=len(front))
        who = _WHEN.sub("", front if front[last:].startswith("的") else front[:last])
        return who, clause[len(who) :]
    ends = {people.end() for regex in (PEOPLE, _WORKER) for people in regex.finditer(clause)}
    # 家属也来了20位: 家 is no surname there.
    named = PEOPLE.match(clause) is None
    for size in range(min(LONGEST, len(clause) - SHORTEST), SHORTEST - 1, -1):
        front, rest = clause[:size], clause[size:]
        known = _is_body(front) or size in ends
        called = named and name_at(clause, 0) == front or CALLED.fullmatch(front)
        if (known or called) and not (_NO_TELLING.search(rest) or _is_body(clause[: size + 1])):
            return front, rest
    return "", ""


def _is_body(words: str) -> bool:
    return pattern("body-end").search(words) is not None and not _AT_WORK.search(words)
