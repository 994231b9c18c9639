"""The blanks of a sheet of loose lines: dropped between Chinese signs and figures, a comma where a part ends.

食堂保温柜 9月5日前换好 花 8.6万 is read out as 食堂保温柜9月5日前换好，花8.6万.
"""

from __future__ import annotations

import re

from drafter.facts.cues import pattern
from drafter.facts.names import name_at

_BLANK = re.compile("[ \u3000\t]+")
# What stands on both sides of a blank that parts nothing in print.
_TIGHT = re.compile("[一-鿿\\d%％元）)”》。，；：、]$")
_TIGHT_BEHIND = re.compile("[一-鿿\\d（(“《]")
# What something costs, or from when it holds: a part of its own behind what is to be done.
_OWN_PART = re.compile(
    "(?:共|约|一共|总共)?(?:需|要)?(?:花|投|补|拨|筹|奖|用钱|投资|经费|费用)(?:了|入|资)?[ \u3000]?约?\\d"
    "|(?:从|到|自)?(?:明年|今年)?\\d{1,2}月(?:\\d{1,2}[日号]|[底初末])?(?:起|开始|[到至]|$)"
    "|到(?:明年|今年)?\\d{1,2}月"
)
_WHO = re.compile("[一-鿿、]{2,12}(?:牵头|负责|配合|承办|主办)(?:$|[，,、 ])")
# 监察支队支队长 鲁成栋 负责: who answers, his name parted from his post.
_WHO_BY_NAME = re.compile("[一-鿿]{2,14} ?[一-鿿]{2,4} ?(?:牵头|负责|盯着?|抓|管|办)(?:$|[，,、 ])")
# 线索527条 办结489条: what is counted ends there, and what goes on has a verb of its own.
_COUNT_BEFORE = re.compile("\\d[万亿]?[一-鿿%％]{1,3}$")
_GOES_ON = re.compile("[一-鿿]{2,}")
# What has a verb or a count, so that a comma may stand behind it.
_ENDS_PART = re.compile(
    "[好完成齐毕到位上满清次遍回节人名个台家户元块天]$|(?:启用|投用|开通|修复|更换|整改|到岗)$"
)


def closed_up(text: str) -> str:
    """Return a text of a sheet as it is printed: without blanks between Chinese signs and figures.

    The blanks around a name behind a post stay: they tell where it ends.
    """
    if not _BLANK.search(text):
        return text
    parts = _BLANK.split(text.strip(" \u3000\t"))
    said, named = parts[0], False
    for index, part in enumerate(parts[1:], 1):
        opens = bool(pattern("post-end").search(said)) and name_at(part, 0) == part[:4].strip("，,。；")
        said += (" " if named or opens else _joint(said, " ".join(parts[index:]))) + part
        named = opens
    return said


def _joint(before: str, behind: str) -> str:
    if _OWN_PART.match(behind) and _ENDS_PART.search(before) or _WHO.match(behind) and len(before) > 2:
        return "，"
    if _WHO_BY_NAME.match(behind) and len(before) > 2:
        return "，"
    if _COUNT_BEFORE.search(before) and _GOES_ON.match(behind):
        return "，"
    two_figures = before[-1:].isdigit() and behind[:1].isdigit()
    tight = _TIGHT.search(before) and _TIGHT_BEHIND.match(behind) and not two_figures
    return "" if tight else " "
