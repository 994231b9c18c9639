"""Times of day and deadlines of a sheet as a speech and a notice have them: 下午3时, 4月15日前."""

from __future__ import annotations

import datetime

from drafter.facts import patterns as re
from drafter.facts.sheet import When

# 6月16日17:00前
_CLOCK = re.compile(r" *(\d{1,2})[:：](\d{2})")


def clock_in_words(when: When) -> str:
    """Return a time of day as a speech has it, 下午3时; the words of the sheet where no hour is told."""
    return with_clock_in_words(when.clock) if ":" in when.clock else when.text


def with_clock_in_words(text: str) -> str:
    """Return a text, its times of day as a speech has them: 6月16日下午5时前."""
    return _CLOCK.sub(lambda found: _said(int(found[1]), int(found[2])), text)


def _said(hour: int, minute: int) -> str:
    half = "上午" if hour < 12 else "中午" if hour == 12 else "下午" if hour < 18 else "晚上"
    return f"{half}{hour if hour <= 12 else hour - 12}时" + (f"{minute}分" if minute else "")


def deadline_in_words(day: datetime.date, today: datetime.date | None) -> str:
    """Return a deadline as a speech has it, 4月15日前; with the year where it is not that of ``today``."""
    year = f"{day.year}年" if today is None or day.year != today.year else ""
    return f"{year}{day.month}月{day.day}日前"
