from __future__ import annotations

import datetime

import pytest

from drafter.facts import read_sheet
from drafter.facts.figures.dates import find_whens
from drafter.facts.sheet import When

TODAY = datetime.date(2026, 4, 10)


def whens(text: str, today: datetime.date | None = TODAY) -> list[When]:
    return find_whens(text, [0], today)


def spans(text: str) -> list[str]:
    return [f"{w.start:%m-%d}..{w.end:%m-%d} {w.relation}" for w in whens(text) if w.start and w.end]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2026年4月25日前", "04-25..04-25 by"), ("4月25日前", "04-25..04-25 by"),
        ("四月二十五日之前", "04-25..04-25 by"),
        ("2026.6.16", "06-16..06-16 at"), ("2026-06-16", "06-16..06-16 at"),
        ("5月1日起", "05-01..05-01 from"),
        ("6月上旬到7月中旬", "06-01..07-20 at"), ("1—3月", "01-01..03-31 at"),
        ("5月底前", "05-31..05-31 by"),
        ("5月中旬", "05-11..05-20 at"), ("年底前", "12-31..12-31 by"), ("年内", "01-01..12-31 within"),
        ("二季度末", "06-30..06-30 at"), ("上周", "03-30..04-05 at"), ("下周三", "04-15..04-15 at"),
        ("本月底", "04-30..04-30 at"),
        ("15日前", "04-15..04-15 by"), ("10天内", "04-10..04-20 within"),
        ("6月3日至5日", "06-03..06-05 at"),
        ("截至4月8日", "04-08..04-08 until"), ("12.31前", "12-31..12-31 by"), ("上半年", "01-01..06-30 at"),
        ("井盖1.1万个7月底前普查一遍", "07-31..07-31 by"), ("98个8月底前装完", "08-31..08-31 by"),
    ],
)  # fmt: skip
def test_a_date_is_resolved_from_the_day_of_the_meeting(text: str, span: str) -> None:
    assert [span] == spans(text)


def test_the_same_day_is_the_last_day_named() -> None:
    assert datetime.date(2026, 4, 15) == whens("名单4月15日前更新；喇叭同一天前试响")[-1].end


@pytest.mark.parametrize(
    ("text", "clock"),
    [("下午3点", "15:00"), ("14:30", "14:30"), ("上午9时30分", "09:30"), ("晚上七点半", "19:30")],
)
def test_a_clock_time_is_told_in_twenty_four_hours(text: str, clock: str) -> None:
    assert [clock] == [when.clock for when in whens(text)]


def test_a_month_early_in_the_year_is_next_year_where_the_meeting_is_at_the_end() -> None:
    (when,) = whens("1月20日前", datetime.date(2026, 12, 3))

    assert datetime.date(2027, 1, 20) == when.end
    assert when.guessed_year


@pytest.mark.parametrize("text", ["3个月", "4号楼", "第3步", "每月5日前", "降到8天以内", "2月30日", "13月"])
def test_what_is_no_date_of_its_own_is_not_taken_for_a_day(text: str) -> None:
    assert not [when for when in whens(text) if when.grain == "day"]


def test_without_any_year_known_a_date_stays_open() -> None:
    (when,) = whens("4月25日前", None)

    assert when.end is None
    assert when.relation == "by"


def test_a_year_in_a_bracket_behind_the_hour_gives_the_day_its_year() -> None:
    date = read_sheet(
        "老旧小区改造推进会\n5月20日下午2:30（2026年），街道会议室\n讲话：书记 顾明远"
    ).meeting.date
    assert date is not None
    assert date.start == datetime.date(2026, 5, 20)
    assert not date.guessed_year


def test_the_number_of_an_item_at_its_day_is_no_part_of_the_fact() -> None:
    sheet = read_sheet(
        "小区改造推进会，2026年5月6日\n问题：施工队早上六点就开工。\n任务：7.电梯6月底前签完；8.11月15日前6个小区全部完工验收。"
    )
    assert "11月15日前6个小区全部完工验收" in [fact.text for fact in sheet.facts]


@pytest.mark.parametrize("told", ["7月31日（星期五）上午", "周五（7月31日）上午", "7月31号 周五 上午"])
def test_the_weekday_tells_the_year_of_the_meeting(told: str) -> None:
    sheet = read_sheet(
        f"防汛推进会，{told}，市政府\n任务：8月10日前补齐沙袋", today=datetime.date(2027, 1, 5)
    )

    assert sheet.meeting.date is not None and datetime.date(2026, 7, 31) == sheet.meeting.date.start
    assert sheet.facts[0].by is not None and datetime.date(2026, 8, 10) == sheet.facts[0].by.end


def test_a_weekday_that_fits_no_year_nearby_changes_none() -> None:
    sheet = read_sheet("防汛推进会，7月31日（星期二）下午3点，市政府", today=datetime.date(2026, 7, 1))

    assert sheet.meeting.date is not None and datetime.date(2026, 7, 31) == sheet.meeting.date.start
    assert sheet.meeting.weekday_agrees is False


@pytest.mark.parametrize(
    "text", ["10月1日至明年5月31日", "10月1日到次年5月31日", "10月1日至5月31日", "今年10月1日—明年5月31日"]
)
def test_a_span_ends_in_the_next_year(text: str) -> None:
    (found,) = whens(text)

    assert (datetime.date(2026, 10, 1), datetime.date(2027, 5, 31)) == (found.start, found.end)


@pytest.mark.parametrize("told", ["明天（3月18日）下午", "下周三（3月18日）下午", "后天的会，3月18号下午"])
def test_a_day_with_its_month_tells_more_than_one_that_counts_from_an_unknown_day(told: str) -> None:
    sheet = read_sheet(f"{told}，防汛推进会，市政府，市长讲话", today=datetime.date(2026, 6, 1))

    assert sheet.meeting.date is not None and datetime.date(2026, 3, 18) == sheet.meeting.date.start


def test_a_later_year_of_the_sheet_is_not_that_of_the_meeting_where_the_weekday_denies_it() -> None:
    sheet = read_sheet("奠基仪式，11月18日（星期三）上午，区长讲话\n情况：\n新校2028年8月1日交付")

    assert sheet.meeting.date is not None and datetime.date(2026, 11, 18) == sheet.meeting.date.start


def test_a_day_behind_another_is_of_the_same_month_whatever_follows() -> None:
    found = find_whens("4月26日、29日各演练一次", (0,), datetime.date(2026, 4, 22))
    assert [datetime.date(2026, 4, 26), datetime.date(2026, 4, 29)] == [when.end for when in found]


def test_a_month_told_as_past_is_not_that_of_the_next_year() -> None:
    november = datetime.date(2026, 11, 27)

    begun = whens("活动3月启动，到11月20日，在7个工地设了书屋。", november)
    ahead = whens("3月再设7个书屋。", november)

    assert [2026, 2027] == [when.start.year for when in (begun[0], ahead[0]) if when.start]
