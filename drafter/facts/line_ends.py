"""What stands alone at the end of a line: who answers for the task in front of it, and from when it holds.

报警器6月15日前换好，设备部 is said as 报警器6月15日前换好，由设备部负责.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

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
    parts = text.split("，")
    known = {name.replace(" ", "") for name in owners}
    if parts[1:-1] and parts[-1] not in known:
        # 通风科，花63万元: who stands between the task and its money.
        return "，".join(f"由{part}负责" if n and part in known else part for n, part in enumerate(parts))
    named: list[str] = []
    when = ""
    while len(parts) > 1 and (names := parts[-1].replace(" ", "")):
        if set(names.split("、")) <= known:
            named.insert(0, names)
        elif not when and is_only_when(names):
            when = names
        else:
            break
        parts.pop()
    if not named:
        return text
    timed = [f"{when}{'执行' if when.endswith('起') else '完成'}"] if when else []
    return "，".join([*parts, *timed, f"由{'、'.join(named)}负责"])
