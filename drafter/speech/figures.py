"""Figures with their units, as patterns: no line breaks within one, and a comparison takes it as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NUMBER = "[0-9０-９]+(?:[.,．][0-9０-９]+)*"
_DATE = "[0-9]{4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?|[0-9]{1,2}月[0-9]{1,2}日"
_BOUND = "以上|以下|以内|以外|左右|上下"
_UNITS = (
    "平方公里|平方米|立方米|个百分点|百分点|公里|千米|厘米|毫米|公顷|公斤|千克|千瓦时|千瓦|"
    "小时|分钟|周年|世纪|季度|年代|人次|人民币|美元|"
    f"(?!{_BOUND})[一-鿿]"
)
_SCALE = "[余多几]?[十百千万亿]*[余多个]?"
_COUNT = f"第?{_NUMBER}(?:[—～~–-]{_NUMBER})?(?:[%％‰℃]|{_SCALE}(?:{_UNITS})?)(?:{_BOUND})?"
_NUMERAL = "[〇零一二两三四五六七八九十百千万亿]"
_SPOKEN = (
    f"“{_NUMERAL}+”|{_NUMERAL}+分之{_NUMERAL}+(?:{_BOUND})?"
    f"|第?{_NUMERAL}{{2,}}(?:[余多个]?(?:{_UNITS}))?(?:{_BOUND})?"
    # Not after 一, which is part of many words.
    "|第?[二两三四五六七八九十](?:个月|[年月日天届次项个名家件起倍成])"
)
_FIGURE = f"{_DATE}|{_COUNT}|{_SPOKEN}"


def unbreakable_pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of what stays on one line: figures with their units, and ``names``."""
    longest = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile("|".join((*longest, _FIGURE)))
