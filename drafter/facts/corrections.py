"""A day or an hour that a sheet takes back: 9月3日……不对，是9月4日; 下午2点，改到3点."""

from __future__ import annotations

import re

_DAY = r"(?:20\d\d[年./-])?\d{1,2}(?:月|[./-])\d{1,2}[日号]?"
_BESIDE = r"[ ]?(?:[（(]?(?:周|星期)[一二三四五六日天][)）]?)?[ ]?"
_HOUR = r"(?:早上|上午|中午|下午|晚上?)?[ ]?\d{1,2}(?:[:：]\d\d|[点时](?:半|\d{1,2}分)?)"
_TAKES_BACK = (
    r"[^\n。；;\d]{0,16}?(?:(?:不对|错了|不是)[，,！!。 ]*(?:应该?)?是"
    r"|(?:现|已|又|后来)?(?:改|推迟|提前|调整|顺延|延期?|挪)[到为成至在])[ ]?"
)
_CORRECTED = re.compile(
    rf"(?P<day>{_DAY})?{_BESIDE}(?P<hour>{_HOUR})?{_TAKES_BACK}(?P<new_day>{_DAY})?{_BESIDE}(?P<new_hour>{_HOUR})?"
)
# 下午2点改到3点 is 下午3点.
_HALF = re.compile("早上|上午|中午|下午|晚上?")
_YEAR = re.compile(r"20\d\d[年./-]")
# The head of a sheet: what is put off further below is a deadline, and told as it is written.
_HEAD = 6


def corrected(text: str) -> str:
    """Return the text, as long as before, with the day or hour that holds for one taken back in the head."""
    lines = text.splitlines(keepends=True)
    head = "".join(lines[:_HEAD])
    return _CORRECTED.sub(_as_held, head) + text[len(head) :]


def _as_held(match: re.Match[str]) -> str:
    said = match[0]
    for old, new in (("day", "new_day"), ("hour", "new_hour")):
        if match[old] and match[new]:
            left, right = match.start(old) - match.start(), match.end(old) - match.start()
            said = said[:left] + _put(match[old], match[new]) + said[right:]
    return said


def _put(old: str, new: str) -> str:
    """Return ``new`` with the year of ``old``, as long as that; blanks where it finds no room."""
    year = _YEAR.match(old)
    if year and not _YEAR.match(new):
        new = year[0] + new
    half = _HALF.match(old)
    if half and not _HALF.match(new):
        new = half[0] + new
    if len(new) > len(old):
        new = new.rstrip("日号")
    return new.ljust(len(old)) if len(new) <= len(old) else " " * len(old)
