"""What stands alone at the end of a line: who answers for the task in front of it, and from when it holds.

报警器6月15日前换好，设备部 is said as 报警器6月15日前换好，由设备部负责.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.people.doers import is_doer
from drafter.facts.people.people import split_names

# What somebody draws up.
_DRAWN_UP = re.compile("方案|名单|清单|办法|细则|台账|计划")
# A point or a stretch of time, and nothing else.
_ONLY_WHEN = re.compile(
    "即日|(?:从|到|自|每)?(?:今年|明年|去年|本[周月]|下[周月]|这?周[一-日]|晚上?|早上?|上午|下午|汛期|年|即日)?"
    "(?:\\d{1,2}月)?(?:\\d{1,2}[日号]|[底初末]|[上中下]旬)?(?:以前|之前|前|内|起|以后|后)?"
    "|\\d{1,3}(?:天|日|个月|小时|分钟|周)(?:之?内|以内)"
    "|每?(?:天|晚|周|月|季度?|半年|年)(?:[一二三四五六日天])?(?:[^一-鿿]|[一二三四五六七八九十两]+[点次]|[到至])*"
)


def is_only_when(phrase: str) -> bool:
    """Whether a phrase is a point or a stretch of time, and nothing else."""
    return _ONLY_WHEN.fullmatch(phrase) is not None


def with_owners(text: str, owners: Sequence[str]) -> str:
    """Return a text with the owners alone at its end as 由…负责, and a day beside them as 完成 or 执行."""
    known = {name.replace(" ", "") for name in owners}
    parts = text.split("，")
    behind: list[str] = []
    named: list[str] = []
    when = ""
    while len(parts) > 1:
        if set(_names(parts[-1])) <= known:
            named.insert(0, "、".join(_names(parts[-1])))
        elif not when and is_only_when(parts[-1]):
            when = parts[-1]
        elif not (behind or when or named) and len(parts) > 2 and set(_names(parts[-2])) <= known:
            # 通风科，花63万元: who stands between the task and its money.
            behind.append(parts[-1])
        else:
            break
        parts.pop()
    if not named:
        return text
    timed = [f"{when}{'执行' if when.endswith('起') else '完成'}"] if when else []
    return "，".join([*parts, *timed, f"由{'、'.join(named)}负责", *behind])


def _names(part: str) -> list[str]:
    return part.replace(" ", "").split("、")


_SUM = re.compile(r"(?:约|大概|共|经费|需)?[\d.]+(?:万元|亿元|[万亿元])")


def is_sum(clause: str) -> bool:
    """Return whether a clause is a sum of money and nothing else: 68万."""
    return _SUM.fullmatch(clause.strip()) is not None


# 导诊岗由护理部: what they do is left out.
_GIVEN = re.compile("[^由]{2,20}(?<![理自缘事])由(?P<who>[一-鿿、]{2,16}(?<![盯抓管包办总责头做搞]))")


def _with_verb(part: str) -> str:
    """Return a clause that ends with who answers for a thing with the verb that it lacks."""
    found = _GIVEN.fullmatch(part)
    names = split_names(found["who"]) if found else ()
    return f"{part}负责" if names and all(map(is_doer, names)) else part


def with_names_told(text: str, owners: tuple[str, ...], partners: tuple[str, ...]) -> str:
    """Return a task, all its owners or partners told where a clause of it names them bare and nothing else.

    It may stand anywhere: …，设备科，… as …，由设备科负责，…; ``with_owners`` reads the end alone, where one
    of several owners and a day beside him may stand.
    """
    parts = [_with_verb(part) for part in re.split("(，|；|—+)", text)]
    for index in range(2, len(parts), 2):
        names = split_names(parts[index])
        if names and is_sum(parts[index - 2]) and all(map(is_doer, names)):
            parts[index] = f"由{parts[index]}出"
        elif names and names == owners:
            parts[index - 1 : index + 1] = "，", f"由{parts[index]}负责"
        elif names and names == partners:
            parts[index - 1 : index + 1] = "，", f"{parts[index]}配合"
    # 方案体育组8月31日前交
    joined = "".join(parts)
    if not owners or not _DRAWN_UP.search(joined):
        return joined
    who = "|".join(map(re.escape, owners))
    return re.sub(f"({_DRAWN_UP.pattern})(?=(?:{who})\\d)", r"\1由", joined)
