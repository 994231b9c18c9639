"""Dates as they are written, and whether there is such a day."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.finding import Basis, Severity
from drafter.check.manuscript import Manuscript
from drafter.check.meeting_day import date_of, meeting_year
from drafter.check.places import PROSE, is_within, matches, on
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.facts.figures.numbers import parse_number
from drafter.i18n import message

# 25年 is a span where 来, 了, 前 and the like stand behind, or a count in front.
_SHORT = re.compile(
    "(?<![0-9一二三四五六七八九十近这那整满达过了经历时前后第每共约距龄在续超计已逾的、—～~-])(?P<year>[0-9]{2})年"
    "(?=[0-9]{1,2}月|底[，。前]|末|初|以来|度[^过假]|上半年|下半年|同期|[一二三四]季度|全年|[全我][市县区省镇乡村国院校])"
    "|(?<=[截至从到自于与比和])(?P<b>[0-9]{2})年(?=[0-9]{1,2}月|底|末|初|上半年|下半年|同期|度)"
    "|(?<![0-9])(?P<c>[12][0-9])、[12][0-9]年(?=连续|两年|的|，|我|全)|今年是(?P<d>[12][0-9])年"
    "|(?<![0-9一-鿿])(?P<e>[0-9]{2})年的(?=洪水|大旱|地震|疫情|雪灾|经验|教训)"
)


@rule(
    "short-year",
    "年份简写",
    Severity.ERROR,
    Basis.STANDARD,
    clause="GB/T 15835-2011 5.1.4",
    why="年份用四位数字，不简写成两位；“25年”也可能被听成二十五个年头。",
    bad="25年3月，全县启动了这项工作。",
    good="2025年3月，全县启动了这项工作。",
)
def short_year(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a year of two digits. 25年来 and 用了25年 are spans."""
    for number, found in matches(manuscript, _SHORT):
        group = next(name for name in ("year", "b", "c", "d", "e") if found[name])
        text = message("a year has four digits: {year}年", year=found[group])
        yield on(number, found, text, group, remedy=message("write all four digits"))


_DAY = re.compile(
    "(?:(?P<year>(?:19|20)[0-9]{2})年)?(?<![0-9.个第])(?P<month>[0-9]{1,2})月(?:份)?(?:(?P<day>[0-9]{1,2})(?P<sign>[日号]))?"
)
# 上午15时, 下午25时, and hours above 24 behind a day.
_CLOCK = re.compile(
    "(?:上午|早上|凌晨)(?:1[3-9]|2[0-9])[时点:：]|(?:下午|晚上|傍晚)(?:2[4-9]|[3-9][0-9])[时点:：]|(?<=日)(?:2[5-9]|[3-9][0-9])[时点]"
)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@rule(
    "impossible-date",
    "不存在的日期",
    Severity.ERROR,
    Basis.PRACTICE,
    why="2月30日、4月31日、13月都不存在；这样的期限没有人能照办。",
    bad="4月31日前见底。",
    good="4月30日前见底。",
    needs_judgement=False,
)
def impossible_date(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find months, days and hours that there are not."""
    for number, found in matches(manuscript, _DAY):
        month, day = int(found["month"]), int(found["day"] or 1)
        exists = 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]
        if exists and found["year"] and found["day"]:
            exists = date_of(int(found["year"]), month, day) is not None
        if not exists:
            text = message("there is no {date}", date=found[0])
            yield on(number, found, text, remedy=message("see the calendar"))
    for number, found in matches(manuscript, _CLOCK):
        text = message("there is no {date}", date=found[0])
        yield on(number, found, text, remedy=message("see the clock"))


_WEEKDAY = re.compile(
    "(?:(?P<year>(?:19|20)[0-9]{2})年)?(?<![0-9])(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日"
    "[，]?[（(]?(?P<weekday>(?:星期|周|礼拜)(?P<sign>[一二三四五六日天]))(?![一-鿿]?年)"
)
_SIGNS = "一二三四五六日"


@rule(
    "weekday-mismatch",
    "星期与日期不符",
    Severity.ERROR,
    Basis.PRACTICE,
    why="日期和星期对不上，参会的人不知道该信哪一个。",
    bad="2026年4月10日（星期四）召开。",
    good="2026年4月10日（星期五）召开。",
)
def weekday_mismatch(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a weekday that the date behind it does not fall on; without a year, in the meeting's year."""
    for number, found in matches(manuscript, _WEEKDAY):
        year = int(found["year"]) if found["year"] else meeting_year(manuscript)
        day = date_of(year, int(found["month"]), int(found["day"])) if year else None
        if day is not None and _SIGNS[day.weekday()] != found["sign"].replace("天", "日"):
            text = message("this day is a {weekday}", weekday=f"星期{_SIGNS[day.weekday()]}")
            yield on(number, found, text, "weekday", remedy=message("see which of the two is right"))


_IN_NUMERALS = re.compile("(?P<year>[二一][〇零○OoＯ0九][〇零○OoＯ0一二三四五六七八九]{2})年(?!代)")
_IN_FIGURES = re.compile("(?:19|20)[0-9]{2}年")
_NULL = str.maketrans("○OoＯ0", "〇〇〇〇〇")


@rule(
    "chinese-year",
    "正文年份用汉字",
    Severity.WARNING,
    Basis.STANDARD,
    clause="GB/T 15835-2011 4.1.2；GB/T 9704-2012 7.3.5.4",
    why="公历年份在正文里用阿拉伯数字；“二〇二五年”只用在少数庄重的落款里。",
    bad="到二〇三五年，基本实现现代化。",
    good="到2035年，基本实现现代化。",
)
def chinese_year(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a year of this century in numerals in running text; dates below a text and titles may have it.

    A text that writes all its years so follows a style of its own: a hint.
    """
    is_style = not _IN_FIGURES.search(manuscript.text)
    for number, found in matches(manuscript, _IN_NUMERALS):
        line = manuscript.lines[number]
        is_set_apart = line.kind not in PROSE or not re.search("[，。！？；：]", line.text)
        if is_set_apart or is_within(line.text, found.start(), "《", "》") or found["year"][0] == "一":
            continue
        value = parse_number(found["year"].translate(_NULL))
        fix = f"{value}" if value is not None else None
        text = message("a year in running text is in figures")
        yield on(number, found, text, "year", fix=fix, severity=Severity.HINT if is_style else None)


_NUMERAL = "[一二三四五六七八九十]{1,3}"
_MIXED = re.compile(
    f"(?<![0-9])[0-9]{{1,2}}月{_NUMERAL}[日号]|(?<![一二三四五六七八九十])(?<!农历){_NUMERAL}月[0-9]{{1,2}}[日号]"
    f"|[0-9]{{4}}年{_NUMERAL}月(?![一-鿿]*?(?:节|运动))|[二一][〇零○九][〇零○一二三四五六七八九]{{2}}年[0-9]{{1,2}}月"
)


@rule(
    "mixed-date-style",
    "日期数字混用",
    Severity.ERROR,
    Basis.STANDARD,
    clause="GB/T 15835-2011 5.1.4",
    why="一个日期里的年、月、日用同一种数字，公历日期都用阿拉伯数字。",
    bad="10月十一日召开。",
    good="10月11日召开。",
)
def mixed_date_style(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a date that is half in figures and half in numerals."""
    for number, found in matches(manuscript, _MIXED):
        text = message("{date} mixes figures and numerals", date=found[0])
        yield on(number, found, text, remedy=message("write the date in figures"))


_PADDED = re.compile("(?<![0-9-])(?P<month>0[1-9])月|(?<=月)(?P<day>0[1-9])(?=[日号])")


@rule(
    "padded-date",
    "月、日前补零",
    Severity.WARNING,
    Basis.STANDARD,
    clause="GB/T 9704-2012 7.3.5.4",
    why="月、日不编虚位，1不写成01。",
    bad="2025年05月01日召开。",
    good="2025年5月1日召开。",
    needs_judgement=False,
)
def padded_date(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find 05月 and 01日."""
    for number, found in matches(manuscript, _PADDED):
        group = "month" if found["month"] else "day"
        yield on(number, found, message("a month or day has no 0 in front"), group, fix=found[group][1:])
