"""Periods that people call by name: 本周五, 下月底, 上半年. Each has a first and a last day, and a grain."""

from __future__ import annotations

import datetime
from calendar import monthrange

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.sheet import Grain, When

Date = datetime.date
Found = tuple[Date | None, Date | None, Grain]
WEEKDAYS = {sign: number for number, sign in enumerate("一二三四五六日")} | {"天": 6}


def year_of(text: str | None, month: int, today: Date | None) -> int | None:
    """Return the year of a month without one: the meeting's, or the next at the turn of a year."""
    if today is None:
        return None
    moved = {"明年": 1, "次年": 1, "去年": -1, "前年": -2}.get(text or "")
    if moved is not None or text:
        return today.year + (moved or 0)
    return today.year + (today.month >= 11 and month <= 3)


def part_of_month(year: int | None, month: int, part: str | None) -> Found | None:
    """Return 上旬 or 底 of a month, the month itself without a part; None where there is no such month."""
    if not 1 <= month <= 12:
        return None
    if year is None or not 1 <= year <= 9999:
        return None, None, "month"
    last = monthrange(year, month)[1]
    first_day, last_day = {
        "上旬": (1, 10), "初": (1, 10), "中旬": (11, 20), "下旬": (21, last),
        "底": (last, last), "末": (last, last),
    }.get(part or "", (1, last))  # fmt: skip
    grain: Grain = "ten-days" if part in ("上旬", "中旬", "下旬", "初") else "month"
    return Date(year, month, first_day), Date(year, month, last_day), grain


def whole_year(year: int | None, part: str) -> Found:
    """Return a year, or the part of it that is called 上半年, 下半年, 初 or 底."""
    if year is None or not 1 <= year <= 9999:
        return None, None, "year"
    if part in ("底", "末"):
        return Date(year, 12, 31), Date(year, 12, 31), "year"
    first, last = {"上半年": (1, 6), "下半年": (7, 12), "初": (1, 1)}.get(part, (1, 12))
    grain: Grain = "half" if "半年" in part else "year"
    return Date(year, first, 1), Date(year, last, monthrange(year, last)[1]), grain


def week(text: str, today: Date | None) -> Found:
    """Return 本周, 上周 or 下周, or the day of it that stands behind."""
    if today is None:
        return None, None, "week"
    monday = today - datetime.timedelta(today.weekday() + {"上": 7, "下": -7}.get(text[0], 0))
    if text[-1] in WEEKDAYS:
        day = monday + datetime.timedelta(WEEKDAYS[text[-1]])
        return day, day, "day"
    return monday, monday + datetime.timedelta(6), "week"


def relative_month(text: str, today: Date | None) -> Found | None:
    """Return 本月, 上月 or 下月, or the part of it that stands behind."""
    if today is None:
        return None, None, "month"
    moved = today.month - 1 + {"下": 1, "上": -1}.get(text[0], 0)
    part = text.partition("月")[2]
    return part_of_month(today.year + moved // 12, moved % 12 + 1, part)


def relative_quarter(text: str, today: Date | None) -> Found:
    """Return 本季度, or its last day."""
    if today is None:
        return None, None, "quarter"
    month = (today.month - 1) // 3 * 3 + 3
    end = Date(today.year, month, monthrange(today.year, month)[1])
    return (end if text.endswith("末") else Date(today.year, month - 2, 1)), end, "quarter"


# 3月启动，到11月20日，设了7个书屋: what tells behind a month that it lies behind.
_HAS_BEGUN = re.compile(r"[^。；;\n]{0,40}?(?:(?<!为)了(?![解再就才以])|至今|以来)")
_NAMES_YEAR = re.compile(r"[明次来]年|20\d\d")


def as_begun(when: When, text: str, today: Date | None) -> When:
    """Return a month that was taken for the next year's as this year's, where ``text`` tells it as past."""
    start, end = when.start, when.end
    if today is None or start is None or end is None or start.year <= today.year:
        return when
    bare = when.grain in ("month", "day", "ten-days") and when.relation in ("at", "from")
    if not bare or _NAMES_YEAR.search(when.text) or not _HAS_BEGUN.match(text, when.place.end):
        return when
    return replace(when, start=_year_before(start), end=_year_before(end))


def _year_before(day: Date) -> Date:
    """Return the same day a year before; of a 29 February the 28th."""
    return day.replace(year=day.year - 1, day=min(day.day, monthrange(day.year - 1, day.month)[1]))
