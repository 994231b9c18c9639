"""The person of whom a story is told, by the first words of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.facts.people.names import NICKNAME, SURNAMES, name_at

# A clause that names whom a story is of is no longer than this: 机电科女工程师祁芳.
LONGEST_INTRODUCTION = 14
_ROLE = re.compile(
    "(?:党员|学生|护士长?|教师|老师|医生|师傅|工人|职工|队员|支?书记?|工程师|同学|民警|主任|[站所队班组科]长|会计"
    "|网格员|窗口)"
)
# What somebody does, right behind his name.
_ACTS = re.compile("[把给带拿在从到说用为跑摔守去今每天（(]")
# How a post or a body ends, in front of a name.
_IS_POST = re.compile("[所科部处院村室队站厂局委司社系班组镇乡员长师工士生任记管友计口兵]$|司机$")
# What stands behind a name that is a clause by itself: 祁大娥，53岁; 秦九斤，云岭道班.
_INTRODUCED = re.compile(r"\d{2}岁|[一-鿿]{1,2}了\d+年|[一-鿿]{2,8}[班站所队科村校院局部组厂员工师长手]$")
_ANONYM = re.compile("[\u4e00-\u9fff]某{1,2}$")
# 材料员段某把不合格钢筋按合格收
_ANONYM_ACTS = re.compile("[\u4e00-\u9fff]某{1,2}(?=[把将利用借伙])")
_WHOLE = 3
_CALLED = re.compile(f"[小老][{SURNAMES}](?=[（(]|每|天|把|给|带)")


def person_told_of(clauses: Sequence[str]) -> str:
    """Return the person whom the first ``clauses`` of a story name; "" where they name nobody."""
    if not clauses:
        return ""
    if len(clauses) > 1 and name_at(clauses[0], 0) == clauses[0] and _INTRODUCED.match(clauses[1]):
        return clauses[0]
    if len(clauses[0]) <= LONGEST_INTRODUCTION and (found := _name_at_end(clauses[0])):
        return found
    return next(filter(None, map(_name_behind_role, clauses[:2])), "")


def _name_at_end(clause: str) -> str:
    nick = NICKNAME.search(clause)
    # 护士郦小满 has a name; 食堂师傅老吕 has only what he is called.
    whole = name_at(clause, nick.start() - 1) if nick and nick.start() else ""
    if len(whole) == _WHOLE and not any(r.end() == nick.start() for r in _ROLE.finditer(clause) if nick):
        return whole
    if match := _ANONYM.search(clause) or nick:
        return match[0]
    if re.search(r"\d", clause):
        return ""
    at = (len(clause) - size for size in (4, 3, 2))
    return next(
        (clause[i:] for i in at if _IS_POST.search(clause, 0, i) and name_at(clause, i) == clause[i:]), ""
    )


def _name_behind_role(clause: str) -> str:
    """Return the name behind a post, in front of what its bearer does: 党员张桂兰把船拿去."""
    if anonym := _ANONYM_ACTS.search(clause):
        return anonym[0]
    for role in _ROLE.finditer(clause):
        if called := _CALLED.match(clause, role.end()):
            return called[0]
        for size in (3, 2):
            name = clause[role.end() : role.end() + size]
            if len(name) == size and name_at(name, 0) == name and _ACTS.match(clause, role.end() + size):
                return name
    return ""
