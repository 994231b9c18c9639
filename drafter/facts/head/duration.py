"""How long a speech is to be, in minutes or in characters."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.facts.figures.numbers import parse_number

# What a clerk counts to a minute where he gives no minutes: 2000字 for ten.
CHARACTERS_A_MINUTE = 200

_NUMERALS = "[一二三四五六七八九十两]{1,3}"
MINUTES = re.compile(
    rf"(?:(?P<low>\d{{1,3}}|{_NUMERALS})"
    rf"(?:[-—–~到至、](?P<high>\d{{1,3}}|{_NUMERALS}))?\s?[来多]?分钟(?!之?以?内(?!讲|说|结束)[一-鿿])"
    r"|(?P<short>\d{1,3})\s?['′＇](?!\d)|(?P<quarter>[一1]刻钟|刻把钟)|(?P<half>(?<!个)半个?小时|半个?钟头))"
)
CHARACTERS = re.compile(
    r"(?P<low>\d{3,5}|[一二三四五两]千(?:[一二三四五六七八九]百?)?)(?:[-—–~到至](?P<high>\d{3,5}|[一二三四五两]千))?"
    r"(?:来|多)?个?字(?!头|号|节)(?P<most>以内|之内|内|以下)?"
)
# 不超过2000字 is a bound and no aim.
_AT_MOST = re.compile("(?:不超过?|[不别](?:要|得|能|可)超过?|别超过?|最多|至多|控制在)[^，,。]{0,3}$")
_HALF, _QUARTER = 30, 15
# 平均到场41分钟, 放25分钟警示片, 每家5分钟, 规划局汇报8分钟: how long something else takes.
_OTHERS = re.compile(
    "(?:平均|最[慢快长短]|片|视频(?!会)|录像|动画|播放|观看|参观|合影|茶歇|休息|提问|互动|(?:颁奖|讨论)(?!大?会|典礼|仪式)"
    "|[每各](?:[人家个位]|单位|组|社区|部门|\\d)|(?:汇报|通报|宣读|介绍)[^讲]{0,6}\\d{1,2}分钟)"
    # 6分钟（颁奖之后讲）: what is behind it.
    "(?![之以完]?后)"
)


def minutes_in(text: str) -> int | None:
    """Return the minutes that a text tells, the greater of two: 12到15分钟 gives 15."""
    found = MINUTES.search(text)
    if not found:
        return None
    if found["half"]:
        return _HALF
    if found["quarter"]:
        return _QUARTER
    said = found["high"] or found["low"] or found["short"]
    # 七八分钟: two numerals side by side are the bounds of a range.
    pair = re.fullmatch("[一二三四五六七八九]{2}", said)
    number = parse_number(said[-1] if pair else said)
    return int(number) if number else None


def tells_of_others(text: str) -> bool:
    """Whether the minutes of a clause are those of a film, of each of many, or of who reports."""
    return _OTHERS.search(text) is not None


def characters_in(text: str) -> int | None:
    """Return the characters that a text asks for; None where it tells only how many at most."""
    found = CHARACTERS.search(text)
    if not found or found["most"] or _AT_MOST.search(text[: found.start()]):
        return None
    number = parse_number(found["high"] or _whole(found["low"]))
    return int(number) if number else None


def _whole(text: str) -> str:
    """Return 一千五 as 一千五百."""
    return f"{text}百" if re.fullmatch("[一二三四五两]千[一二三四五六七八九]", text) else text
