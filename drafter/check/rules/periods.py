"""Dates against one another and against the meeting: deadlines, spans, plans, anniversaries."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from drafter.check.finding import Basis, Severity
from drafter.check.manuscript import Manuscript
from drafter.check.meeting_day import date_of, meeting_day, meeting_year
from drafter.check.places import matches, on
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.i18n import message

_DEADLINE = re.compile(
    "(?:(?P<year>20[0-9]{2})年|(?P<this>今年|明年|去年|前年|次年|来年|每年))?(?<![0-9—～-])(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日|(?P<end>底|末))(?:之|以)?前"
)
_DEMAND = re.compile("要|必须|务必|确保|力争|须|争取|限|坚决|全部")
_PAST = re.compile("已|了|完成过|曾|就|我们|当时|那年|圆满|此前")
_OTHER_YEAR = re.compile("(?:明年|次年|来年|20[0-9]{2}年)[^。！？]*$")
# From November on, a deadline without a year in the first months is one of the next year.
_LATE, _EARLY = 11, 6


@rule(
    "deadline-before-meeting",
    "时限早于会议",
    Severity.ERROR,
    Basis.PRACTICE,
    why="会上布置的事，时限早于开会这一天，谁也办不到；多半是月份或年份写错。",
    bad="在全县防汛会议上的讲话\n（2026年4月10日）\n隐患要在4月1日前全部销号。",
    good="在全县防汛会议上的讲话\n（2026年4月10日）\n隐患要在4月25日前全部销号。",
)
def deadline_before_meeting(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a deadline in a demand that is past on the day of the meeting."""
    today = meeting_day(manuscript)
    if today is None:
        return
    for number, found in matches(manuscript, _DEADLINE):
        sentence = _clauses_around(found)
        # 明年4月底前……，5月底前……: the year holds for what follows.
        is_moved = not (found["this"] or found["year"]) and _OTHER_YEAR.search(found.string[: found.start()])
        if is_moved or not _DEMAND.search(sentence) or _PAST.search(sentence):
            continue
        day = _deadline(found, today)
        if day is not None and day < today:
            text = message("this deadline is past on the day of the meeting, {day}", day=today.isoformat())
            yield on(number, found, text, remedy=message("see whether month and year are right"))


def _clauses_around(found: re.Match[str]) -> str:
    front = re.split("[。；！？]", found.string[: found.start()])[-1]
    return front + re.split("[。；！？]", found.string[found.end() :])[0]


def _deadline(found: re.Match[str], today: datetime.date) -> datetime.date | None:
    month = int(found["month"])
    if found["this"] in ("去年", "前年", "每年") or not 1 <= month <= 12:
        return None
    year = int(found["year"]) if found["year"] else today.year
    is_early = not found["year"] and not found["this"] and today.month >= _LATE and month <= _EARLY
    if is_early or found["this"] in ("明年", "次年", "来年"):
        year += 1
    if found["day"]:
        return date_of(year, month, int(found["day"]))
    first = date_of(year + month // 12, month % 12 + 1, 1)
    return first - datetime.timedelta(1) if first else None


_RELATIVE = {"前年": -2, "去年": -1, "今年": 0, "明年": 1, "后年": 2}
_NAMED = re.compile(
    "(?P<word>前年|去年|今年|明年|后年)(?:（|，?也就是|，?即|是|，(?=[0-9]{4}年[的，]))(?P<year>[0-9]{4})年"
)
_PLAN_YEARS = {"十三五": (2016, 2020), "十四五": (2021, 2025), "十五五": (2026, 2030)}
_PLAN = re.compile(
    "(?:(?P<word>今年|去年|明年)|(?P<year>20[0-9]{2})年)，?(?:也|既)?是[^，。；]{0,6}?(?P<quoted>“?(?P<plan>十[三四五]五)”?)(?:规划)?(?P<place>的?(?:开局|起步|收官|收尾|最后一年|第一年|中期))"
)


@rule(
    "wrong-relative-year",
    "年份与会议时间不符",
    Severity.WARNING,
    Basis.PRACTICE,
    why="“去年”“今年”从开会那年算起；五年规划哪年开局、哪年收官是定了的。套用旧稿时最容易忘改。",
    bad="2026年是“十四五”收官之年。",
    good="2025年是“十四五”收官之年。",
)
def wrong_relative_year(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find 去年（2024年） at a meeting of 2026, and a plan that does not begin or end in the year named."""
    this = meeting_year(manuscript)
    for number, found in matches(manuscript, _NAMED) if this else ():
        assert this is not None
        expected = this + _RELATIVE[found["word"]]
        if int(found["year"]) != expected:
            text = message("{word} is {year} for this meeting", word=found["word"], year=expected)
            yield on(number, found, text, remedy=message("see which of the two is right"))
    for number, found in matches(manuscript, _PLAN):
        year = int(found["year"]) if found["year"] else (this + _RELATIVE[found["word"]] if this else None)
        first, last = _PLAN_YEARS.get(found["plan"], (0, 0))
        place = found["place"]
        expected = first if re.search("开局|起步|第一年", place) else first + 2 if "中期" in place else last
        if year and first and year != expected:
            text = message("this year of “{plan}” is {year}", plan=found["plan"], year=expected)
            yield on(number, found, text, remedy=message("see which of the two is right"))


# What is celebrated each year, and when it was.
_EVENTS = {
    "中国共产党成立|中国共产党建党|建党|党的生日": 1921,
    "中华人民共和国成立|新中国成立|建国|共和国成立": 1949,
    "(?:中国人民)?抗日战争(?:暨世界反法西斯战争)?胜利|抗战胜利": 1945,
    "(?:中国人民解放军|人民军队)(?:建军|成立|诞生)|建军": 1927,
    "(?:红军)?长征胜利": 1936,
    "五四运动": 1919,
    "辛亥革命": 1911,
    "改革开放": 1978,
    "香港回归": 1997,
    "澳门回归": 1999,
}
_ANNIVERSARY = re.compile("(?P<event>" + "|".join(_EVENTS) + ")(?:祖国)?(?P<count>[0-9]{2,3})(?:周年|年华诞)")
_YEAR = re.compile("(?:19|20)[0-9]{2}(?=年)|今年|去年|明年")
_EVENT_YEARS = [(re.compile(pattern), year) for pattern, year in _EVENTS.items()]


@rule(
    "wrong-anniversary",
    "周年数不符",
    Severity.WARNING,
    Basis.PRACTICE,
    why="建党、建国、建军等的周年数由年份决定，套用往年的稿子容易差一年。",
    bad="2024年，我们庆祝新中国成立76周年。",
    good="2024年，我们庆祝新中国成立75周年。",
)
def wrong_anniversary(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find an anniversary that does not fall in the year of its sentence, or in that of the meeting."""
    this = meeting_year(manuscript)
    for number, found in matches(manuscript, _ANNIVERSARY):
        front = re.split("[。；！？]", found.string[: found.start()])[-1]
        told = _YEAR.findall(front)
        word = told[-1] if told else ""
        year = int(word) if word.isdigit() else this + _RELATIVE[word] if this and word else None
        began = next(began for pattern, began in _EVENT_YEARS if pattern.fullmatch(found["event"]))
        if year and year - began != int(found["count"]):
            text = message("in {year} it is {count} years", year=year, count=year - began)
            yield on(number, found, text, "count", remedy=message("see which of the two is right"))


_SPAN = re.compile(
    "(?:(?P<y1>20[0-9]{2})年)?(?<![0-9.个—～至到])(?P<m1>[0-9]{1,2})月(?:(?P<d1>[0-9]{1,2})日)?(?:至|到|—|～)"
    "(?P<next>次年|明年|翌年|来年|第二年)?(?:(?P<y2>20[0-9]{2})年)?(?:(?P<m2>[0-9]{1,2})月)?(?:(?P<d2>[0-9]{1,2})日)?(?P<end>前|底|末)?"
    "|(?P<month>(?<![0-9.月年至到])[0-9]{1,2})(?:—|～|至)(?P<month2>[0-9]{1,2})月(?![0-9]*日)"
    "|(?<![0-9])(?P<year>(?:19|20)[0-9]{2})年?(?:至|到|—|～)(?P<year2>(?:19|20)[0-9]{2})年(?![0-9]*月)"
)


@rule(
    "backward-period",
    "起止时间颠倒",
    Severity.ERROR,
    Basis.PRACTICE,
    why="一段时间的起点要在终点之前；跨年的写明年份或“次年”。",
    bad="从2023年到2019年，他一直包这个村。",
    good="从2019年到2023年，他一直包这个村。",
)
def backward_period(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a period that ends before it begins. One from late in a year into the next may lack the year."""
    for number, found in matches(manuscript, _SPAN):
        if _is_backward(found):
            text = message("{period} ends before it begins", period=found[0])
            yield on(number, found, text, remedy=message("see whether month and year are right"))


def _is_backward(found: re.Match[str]) -> bool:
    if found["year"]:
        return int(found["year"]) > int(found["year2"])
    if found["month"]:
        first, last = int(found["month"]), int(found["month2"])
        return last < first and not (first >= _LATE - 2 and last <= 4)
    if found["next"] or not (found["m2"] or found["d2"]):
        return False
    first = int(found["m1"])
    last = int(found["m2"]) if found["m2"] else first
    if found["y2"] and not found["y1"]:
        return False
    years = (int(found["y1"]), int(found["y2"])) if found["y2"] else (0, 0)
    if years[0] == years[1] and not found["y2"] and first - last >= 6 and last <= 4:
        return False
    start = (years[0], first, int(found["d1"] or 1))
    return (years[1], last, int(found["d2"] or (31 if not found["d1"] else start[2]))) < start
