"""Dates, periods, clock times and deadlines, found in a text and resolved from the day of the meeting."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.cues import alternatives
from drafter.facts.figures.numbers import parse_number
from drafter.facts.figures.periods import (
    WEEKDAYS,
    Date,
    Found,
    as_begun,
    part_of_month,
    relative_month,
    relative_quarter,
    week,
    whole_year,
    year_of,
)
from drafter.facts.sheet import Grain, Place, Relation, When

_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_TO = r"[-—–~～至到]{1,2}"
_TEN_DAYS = "上旬|中旬|下旬"

# Each alternative is named; the first that fits at a place wins, so the longest stand first.
_PATTERN = re.compile(
    rf"""
    (?P<lead>截至|截止到?|自从?|从)?
    (?:
      (?P<full>(?P<y>\d{{4}}|[二〇零一三四五六七八九]{{4}})
               (?=[ ]?(?:[./-]|年[ ]?{_N}[ ]?月))[ ]?[年./-][ ]?(?P<m>{_N})[ ]?[月./-][ ]?
               (?P<d>{_N})(?![\d%])[日号]?
               (?:{_TO}(?:(?P<m_to>{_N})月)?(?P<d_to>{_N})[日号])?)
    | (?P<year_month>(?P<y2>\d{{4}})[ ]?年[ ]?(?P<m2>{_N})[ ]?月(?P<part2>{_TEN_DAYS}|[底末初份])?)
    | (?P<day>(?P<rel_year>明年|今年|去年|次年)?(?P<m3>{_N})月(?P<d3>{_N})[日号]?(?!\d*个)
              (?:{_TO}(?:(?P<rel_to>明年|今年|次年)?(?P<m3_to>{_N})月)?(?P<d3_to>{_N})[日号])?)
    | (?P<dotted>(?<![\d./])(?P<m4>\d{{1,2}})[./](?P<d4>\d{{1,2}})(?=日|前|之前|起|[(（](?:周|星期)))日?
    | (?P<months>(?P<rel_year2>明年|今年|去年|前年|次年)?(?<!\d)(?P<m5>{_N})
                 (?:月(?P<part5>{_TEN_DAYS}|[底末初份])?)?
                 {_TO}(?P<m6>{_N})月(?P<part6>{_TEN_DAYS}|[底末初份])?)
    | (?P<month>(?P<rel_year3>明年|今年|去年|前年|次年)?(?<!\d)(?P<m7>{_N})月
                (?P<part7>{_TEN_DAYS}|[底末初份]|(?!光|亮|饼|嫂|票|薪))?)
    | (?P<quarter>(?P<rel_year4>明年|今年|去年|本年)?(?:第)?(?P<q>[一二三四1-4])季度(?P<q_end>[末底])?)
    | (?P<year>(?P<y8>\d{{4}})[ ]?年度?(?P<y_part>[底末初]|上半年|下半年)?)
    | (?P<half>(?:今年|明年|去年)?[上下]半年)
    | (?P<this>今天|今日|今[晚早晨夜]|昨[晚夜]|明[早晚]
        |前晚|明天|明日|昨天|昨日|后天|前天|同一天|同日|当天|当日
        |本周(?:[一二三四五六日天末])?|下周(?:[一二三四五六日天末])?|上周(?:[一二三四五六日天末])?
        |(?:本|这个|当|下|下个|上|上个)月(?:底|末|初|中旬|上旬|下旬)?|月底|月末|本季度末?|季度末|季末
        |(?:今|明|去|前|本|当)年(?:底|末|初|内|度)?|年内|年底|年末|年初|全年|上年|往年|上一年|开年|去年同期|上年同期|同期)
    | (?P<span>(?<![到至在第\d.])(?P<n>\d{{1,3}}|[一二两三四五六七八九十]{{1,3}}|半)个?
               (?P<n_unit>工作日|天|日|周|星期|月|小时|年)(?:之内|以内|内))
    | (?P<clock>(?P<part_of_day>上午|下午|晚上|早上|中午|凌晨|傍晚|早晨|晚|早(?=[\d一二三四五六七八九十]))
              [ ]?(?:(?P<h>{_N}|两)(?:[:：](?P<min>\d{{2}})|[点时](?P<min2>半|整|一刻|{_N}分
                                          |[二三四五]?十[一二三四五六七八九]?(?![一-鿿]))?))?
              | (?<![\d:])(?P<h2>[01]?\d|2[0-4])[:：](?P<min3>[0-5]\d)(?!\d)
              | (?<![\d第])(?P<h4>\d{{1,2}})[点时](?P<min4>半|整|\d{{1,2}}分)
              | (?:(?<=[日号)）\s])|(?<![^，,。；;\n])(?=\d+[点时]开(?:会|始)?(?:[，,。；;\s]|$)))
                (?P<h5>[01]?\d|2[0-4])[点时](?=[，,。；;\s]|$|在|开|准时|集合))
              (?:{_TO}(?:(?:[01]?\d|2[0-4])[:：][0-5]\d|{_N}[点时](?:半|整)?))?
    | (?P<day_only>(?<![\d.第月])(?P<d9>\d{{1,2}})[日号]
                   (?:(?<=[日号][、和与及]\d[日号])|(?<=[日号][、和与及]\d\d[日号])
                   |(?=前|之前|以前|起|上午|下午|晚|[(（]|[，,。；;]|$|到|至|开|召)))
    | (?P<weekday>[(（]?(?:周|星期|礼拜)(?P<w>[一二三四五六日天])[)）]?(?![一-鿿]{{0,3}}[报查调清]))
    | (?P<event>(?<![\d一二三四五六七八九十几多两])(?:{{EVENTS}})(?=前(?![期后往言面年进])|之前|以前))
    )
    (?P<tail>之前|以前|(?<=[日号底末])前(?!后)|前(?!后|三|[一二两四五六七八九十\d])|之后|以后|起|开始|为止|止|(?<=年|月|周)内|截止)?
    """.replace("{EVENTS}", alternatives("event")),
    re.VERBOSE,
)
_HAS_YEAR = re.compile(r"(?:\d{4}|[二〇零一三四五六七八九]{4})[ ]?[年./-]")
_AFTERNOON = ("下午", "晚上", "晚", "傍晚")
_SPAN_DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7, "月": 30, "年": 365, "工作日": None, "小时": None}


def find_whens(text: str, starts: Sequence[int], today: Date | None) -> list[When]:
    """Return all dates and times of ``text`` in order, resolved from ``today``, the day of the meeting.

    ``starts`` are the offsets at which the lines begin. A bare 同一天 takes the last day named before it.
    """
    found: list[When] = []
    last: Date | None = None
    for match in _PATTERN.finditer(text):
        when = _when(match, starts, today, last)
        if when is not None:
            if (
                when.grain in ("clock", "event")
                and when.relation == "by"
                and found
                and _is_beside(found[-1], when)
            ):
                # 7月4日中午前 and 今天下班前 are deadlines on that day.
                found[-1] = replace(found[-1], relation="by")
            found.append(when)
            if when.grain == "day" and when.end is not None and match["this"] is None:
                # 6月20日到8月31日，名单同一天前报: a span begins on its day.
                spans = len(found) > 1 and _SPANS.fullmatch(text, found[-2].place.end, match.start())
                last = last if spans else when.start
    return [as_begun(when, text, today) for when in found]


_SPANS = re.compile(" *(?:起?[到至]|[—–~-]{1,2}) *")


def _is_beside(day: When, clock: When) -> bool:
    return day.grain == "day" and day.relation == "at" and 0 <= clock.place.start - day.place.end <= 1


# 5月20日下午2:30（2026年）: the year stands in a bracket behind the day.
_YEAR_BEHIND = re.compile(
    r"(?<![年\d])(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号][^\n，。；;（()）]{0,12}"
    r"(?:[（(](?:周|星期|礼拜)[一二三四五六日天][)）][^\n，。；;（()）]{0,12})?[（(](?P<y>20\d\d)年?"
    r"(?:[，,、 ]?(?:周|星期|礼拜)[一二三四五六日天])?[)）]"
)


def day_with_year_behind(text: str) -> Date | None:
    """Return the first day of ``text`` whose year stands in a bracket behind it, None without any."""
    found = _YEAR_BEHIND.search(text)
    return _date(int(found["y"]), int(found["m"]), int(found["d"])) if found else None


def first_full_date(text: str, known: bool = False) -> Date | None:
    """Return the first date of ``text`` that has a year, None without any.

    ``known``: today is known, so that a later year does not tell the year of a day before it.
    """
    if not _HAS_YEAR.search(text):
        return None
    for match in _PATTERN.finditer(text):
        if known and match["day"]:
            return None
        if match["full"]:
            return _date(_int(match["y"]), _int(match["m"]), _int(match["d"]))
    return None


def _when(match: re.Match[str], starts: Sequence[int], today: Date | None, last: Date | None) -> When | None:
    name = next(key for key in _READERS if match[key])
    found = _READERS[name](match, today, last)
    if found is None:
        return None
    start, end, grain = found
    place = Place(bisect_right(starts, match.start()), match.start(), match.end())
    guessed = name in ("day", "dotted", "day_only") and not (match["rel_year"]) and start is not None
    guessed = guessed and _YEAR_BEHIND.match(match.string, match.start()) is None
    return When(
        match[0],
        place,
        grain,
        _relation(match),
        start,
        end,
        clock=_clock(match) if grain == "clock" else "",
        weekday=WEEKDAYS[match["w"]] if match["w"] else None,
        guessed_year=guessed,
        days=_span_days(match),
    )


def _relation(match: re.Match[str]) -> Relation:
    tail, lead = match["tail"] or "", match["lead"] or ""
    if match["span"] or tail == "内" or match["this"] in ("年内", "今年内", "本年内"):
        return "within"
    if tail in ("前", "之前", "以前", "截止"):
        return "by"
    if tail in ("起", "开始", "之后", "以后") or lead in ("从", "自", "自从"):
        return "from"
    return "until" if tail or lead else "at"


def _int(text: str | None) -> int:
    number = parse_number(text or "0")
    return int(number) if number is not None else 0


def _date(year: int, month: int, day: int) -> Date | None:
    try:
        return Date(year, month, day)
    except ValueError:
        return None


def _full(match: re.Match[str], today: Date | None, last: Date | None) -> Found | None:
    start = _date(_int(match["y"]), _int(match["m"]), _int(match["d"]))
    if start is None:
        return None
    end = (
        _date(start.year, _int(match["m_to"]) or start.month, _int(match["d_to"])) if match["d_to"] else start
    )
    return start, end or start, "day"


def _day(match: re.Match[str], today: Date | None, last: Date | None) -> Found | None:
    month, day = _int(match["m3"]), _int(match["d3"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    year = year_of(match["rel_year"], month, today)
    start = None if year is None else _date(year, month, day)
    if year is not None and start is None:
        return None
    end = start
    if start is not None and match["d3_to"]:
        end = _end_of_span(match, start, today) or start
    return start, end, "day"


def _end_of_span(match: re.Match[str], start: Date, today: Date | None) -> Date | None:
    """Return the last day of 10月1日至明年5月31日; what ends before it begins, ends in the next year."""
    month, day = _int(match["m3_to"]) or start.month, _int(match["d3_to"])
    year = year_of(match["rel_to"], month, today) if match["rel_to"] else start.year
    end = _date(year or start.year, month, day)
    return _date(start.year + 1, month, day) if end is not None and end < start else end


def _dotted(match: re.Match[str], today: Date | None, last: Date | None) -> Found | None:
    month, day = int(match["m4"]), int(match["d4"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    year = year_of(None, month, today)
    start = None if year is None else _date(year, month, day)
    return start, start, "day"


def _month(match: re.Match[str], today: Date | None, last: Date | None) -> Found | None:
    month = _int(match["m7"])
    return part_of_month(year_of(match["rel_year3"], month, today), month, match["part7"])


def _months(match: re.Match[str], today: Date | None, last: Date | None) -> Found | None:
    first, second = _int(match["m5"]), _int(match["m6"])
    start = part_of_month(year_of(match["rel_year2"], first, today), first, match["part5"])
    end = part_of_month(year_of(match["rel_year2"], second, today), second, match["part6"])
    return None if start is None or end is None else (start[0], end[1], end[2])


def _year_month(match: re.Match[str], today: Date | None, last: Date | None) -> Found | None:
    return part_of_month(int(match["y2"]), _int(match["m2"]), match["part2"])


def _quarter(match: re.Match[str], today: Date | None, last: Date | None) -> Found | None:
    quarter = _int(match["q"])
    year = year_of(match["rel_year4"] or "今年", quarter * 3, today)
    if year is None:
        return None, None, "quarter"
    end = Date(year, quarter * 3, monthrange(year, quarter * 3)[1])
    return (end if match["q_end"] else Date(year, quarter * 3 - 2, 1)), end, "quarter"


def _named_year(match: re.Match[str], today: Date | None, last: Date | None) -> Found | None:
    return whole_year(int(match["y8"]), match["y_part"] or "")


def _half(match: re.Match[str], today: Date | None, last: Date | None) -> Found | None:
    text = match["half"]
    return whole_year(year_of(text[:-3] or "今年", 1, today), text[-3:])


def _this(match: re.Match[str], today: Date | None, last: Date | None) -> Found | None:
    text = match["this"]
    if text in ("同一天", "同日", "当天", "当日"):
        return last, last, "day"
    if text[0] in "今明昨后前" and text[-1] in "天日晚早晨夜":
        days = {"今": 0, "明": 1, "昨": -1, "后": 2, "前": -2}[text[0]]
        day = None if today is None else today + datetime.timedelta(days)
        return day, day, "day"
    if "周" in text:
        return week(text, today)
    if "月" in text:
        return relative_month(text, today)
    if "季" in text:
        return relative_quarter(text, today)
    moved = {"明": "明年", "去": "去年", "前": "前年", "上": "去年"}.get(text[0], "今年")
    return whole_year(year_of(moved, 1, today), text[-1] if text[-1] in "底末初" else "")


def _span_days(match: re.Match[str]) -> int | None:
    if not match["span"]:
        return None
    number, each = parse_number(match["n"]), _SPAN_DAYS[match["n_unit"]]
    return int(number * each) if number is not None and each is not None else None


# 投诉7天内回话: the days count from each complaint, and not from the meeting.
_EACH_TIME = re.compile(
    "(?:投诉|受理|诉求|申请|工单|来[信电访]|报修|举报|[入出住]院|手术|确诊|立案|交办|验收|[接收]到[一-鿿]{0,6}|接[报诉警单]|(?<!会)后)$"
)


def _span(match: re.Match[str], today: Date | None, last: Date | None) -> Found | None:
    days = _span_days(match)
    if _EACH_TIME.search(match.string, max(0, match.start() - 10), match.start()):
        days = None
    if today is None or days is None:
        return None, None, "day"
    return today, today + datetime.timedelta(days), "day"


def _day_only(match: re.Match[str], today: Date | None, last: Date | None) -> Found | None:
    day = int(match["d9"])
    if not 1 <= day <= 31:
        return None
    start = None if today is None else _date(today.year, today.month, day)
    return start, start, "day"


def _clock(match: re.Match[str]) -> str:
    hour = match["h"] or match["h2"] or match["h4"] or match["h5"]
    if not hour:
        return match["part_of_day"] or ""
    number = _int(hour)
    if (match["part_of_day"] or "") in _AFTERNOON and number < 12:
        number += 12
    minute = match["min"] or match["min3"] or (match["min2"] or match["min4"] or "0").removesuffix("分")
    minute = {"半": "30", "整": "0", "一刻": "15"}.get(minute, minute)
    return f"{number:02d}:{_int(minute):02d}"


def _no_date(grain: Grain) -> Callable[[re.Match[str], Date | None, Date | None], Found | None]:
    return lambda match, today, last: (None, None, grain)


_READERS: dict[str, Callable[[re.Match[str], Date | None, Date | None], Found | None]] = {
    "full": _full,
    "year_month": _year_month,
    "day": _day,
    "dotted": _dotted,
    "months": _months,
    "month": _month,
    "quarter": _quarter,
    "year": _named_year,
    "half": _half,
    "this": _this,
    "span": _span,
    "clock": _no_date("clock"),
    "day_only": _day_only,
    "weekday": _no_date("weekday"),
    "event": _no_date("event"),
}
