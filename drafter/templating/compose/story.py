"""A deed or a case told as a story: who it is about, short sentences, its end in a sentence of its own."""

from __future__ import annotations

import re

from drafter.facts.people import name_at
from drafter.facts.sheet import Fact

# A sentence of a story that has so many signs ends at the next comma.
LONG = 34
# What is longer is no plain end: 老人救回来了.
LONGEST_END = 10
# A clause that only names somebody is no longer than this: 机电科女工程师祁芳.
LONGEST_INTRODUCTION = 14
# When something happened, in front of who did it.
_TIME = re.compile(
    r"(?:\d{2,4}(?:[—–-]\d{2,4})?年(?!级)|[去今前]年|上个?月)?(?:\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬|底|初)?|[春夏秋冬][天季]?)?"
    "(?:夜里|凌晨|半夜|深夜|清早|早上|中午|下午|晚上|傍晚|天亮|第二天|后来|那天)?(?:\\d{1,2}[时点](?:\\d{1,2}分)?)?"
)
# What somebody does, right behind the time.
_DOES = re.compile(
    "发现|遇到|遇上|碰上|在|把|带|给|跑|守|为(?!了)|从|到|虚报|挪用|收受|利用|骗取?|救|冲|跳|主动|连续|坚持|一个人|独自|还|又|参加|接"
)
_PUNISHED = re.compile(
    "(?:被|受到?|给予)?(?:开除|党内|政务|行政|撤|免去?职|判|移送|记过|留党|处分|严重警告|诫勉)"
)
_ROLE = re.compile(
    "(?:党员|护士长?|教师|老师|医生|师傅|工人|职工|队员|支?书记?|工程师|同学|民警|主任|[站所队班组科]长|会计"
    "|网格员|[所科部处院村窗]口?)"
)
_ACTS = re.compile("$|[把给带拿在从到说用为跑守去今]")
# What goes on with the clause before it.
_LEANS = re.compile("^(?:用于|导致|造成|让|使|其中|并|还|又)")
_ANONYM = re.compile("[\u4e00-\u9fff]某{1,2}$")


def hero_of(fact: Fact) -> str:
    """Return the one person whom a deed is told of; "" where it names nobody or several."""
    named = [person.name for person in fact.persons if person.name]
    if len(named) == 1:
        return named[0]
    clauses = re.split("[，：；]", fact.text)
    if len(clauses[0]) <= LONGEST_INTRODUCTION and (found := _name_at_end(clauses[0])):
        return found
    return next(filter(None, map(_name_behind_role, clauses[:2])), "")


def _name_at_end(clause: str) -> str:
    if match := _ANONYM.search(clause):
        return match[0]
    at = (len(clause) - size for size in (3, 2))
    figure = re.search(r"\d", clause)
    return next((clause[i:] for i in at if i > 0 and not figure and name_at(clause, i) == clause[i:]), "")


def _name_behind_role(clause: str) -> str:
    """Return the name behind a post, in front of what its bearer does: 党员张桂兰把船拿去."""
    for role in _ROLE.finditer(clause):
        for size in (3, 2):
            name = clause[role.end() : role.end() + size]
            if len(name) == size and name_at(name, 0) == name and _ACTS.match(clause, role.end() + size):
                return name
    return ""


def is_introduced(fact: Fact) -> bool:
    """Whether a story opens with a clause that only names its person: 柳湾所田满仓，……"""
    first, comma, _rest = fact.text.partition("，")
    return bool(comma) and len(first) <= LONGEST_INTRODUCTION and first.endswith(hero_of(fact) or "，")


def as_story(text: str, hero: str) -> str:
    """Return the clauses of a deed in short sentences, without the last stop. Its words stay as they are."""
    clauses = text.split("，")
    if len(clauses) < 3 or re.search("[。；]", text):
        return text
    sentences: list[list[str]] = [[clauses[0]]]
    for number, clause in enumerate(clauses[1:], 1):
        current = sentences[-1]
        if _opens(current, clause, clauses, number):
            sentences.append([_with_subject(clause, hero)])
        else:
            current.append(clause)
    return "。".join("，".join(sentence) for sentence in sentences)


def _opens(current: list[str], clause: str, clauses: list[str], number: int) -> bool:
    """Whether a clause opens a sentence: a new time, the end of the story, or where it grows long."""
    if _PUNISHED.match(clause):
        return not _PUNISHED.search(current[-1])
    if _PUNISHED.search(current[-1]):
        return False
    if _time_of(clause):
        return len("".join(current)) > LONGEST_END
    if _LEANS.match(clause):
        return False
    is_end = number == len(clauses) - 1 and len(clause) <= LONGEST_END
    return is_end and (len(current) > 1 or clause[0] == "没") or len("，".join(current)) > LONG


def _time_of(clause: str) -> str:
    match = _TIME.match(clause)
    return match[0] if match and len(match[0]) > 1 else ""


def _with_subject(clause: str, hero: str) -> str:
    """Name the person at the front of a sentence: behind the time, or as the one who is punished."""
    if _PUNISHED.match(clause):
        return f"{hero}{clause}" if clause.startswith(("被", "受")) and hero else f"结果是{clause}"
    time = _time_of(clause)
    if not time or not hero or hero in clause or not _DOES.match(clause, len(time)):
        return clause
    return f"{time}，{hero}{clause[len(time) :]}"
