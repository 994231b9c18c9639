"""A leader who wants no sermon begins his parts with facts."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose, to_text
from drafter.templating.compose.given import material_of_sheet
from drafter.templating.compose.wishes.plainness import wants_no_sermon

SHEET = """【任务】2026年7月7日，砚坪磷矿三季度安全生产调度会，给矿长 段绍武 写讲话稿，10分钟。
【情况】
1. 上半年没有发生重伤以上事故，轻伤3起，去年同期5起。
2. 二季度查隐患128条，整改109条。
3. 没改的隐患7月31日前全部改完。
4. 安环部牵头，生产部配合。
【段矿长交代】{}。
"""


@lru_cache
def paragraphs(wish: str) -> list[str]:
    return to_text(compose(read_sheet(SHEET.format(wish)))).split("\n")


@pytest.mark.parametrize(
    "wish",
    [
        "“安全第一”这种话别念",
        "别讲“安全重于泰山”那一套",
        "少讲道理",
        "现场会，站着听，别讲大话",
        "短一点，实一点",
    ],
)
def test_no_part_begins_with_a_sermon_where_the_leader_wants_none(wish: str) -> None:
    assert wants_no_sermon(material_of_sheet(read_sheet(SHEET.format(wish))).intents)
    first = next(n for n, each in enumerate(paragraphs(wish)) if each.startswith("一、"))
    assert any(word in paragraphs(wish)[first + 2] for word in ("没有发生重伤", "隐患128条"))


@pytest.mark.parametrize("wish", ["交接班讲得最重", "不称“对象”", "道理讲明白，别念文件", "像拉家常"])
def test_other_wishes_leave_the_words_that_lead_in(wish: str) -> None:
    assert not wants_no_sermon(material_of_sheet(read_sheet(SHEET.format(wish))).intents)


@pytest.mark.parametrize("wish", ["不念文件，口语一点", "讲实话，别像念总结", "别打官腔"])
def test_how_one_is_to_talk_bars_no_reasons(wish: str) -> None:
    assert not wants_no_sermon(material_of_sheet(read_sheet(SHEET.format(wish))).intents)


@pytest.mark.parametrize(
    "wish", ["像跟工友说话，别打官腔", "开口就说事", "像拉家常", "说实在的，不念数", "口语化一点"]
)
def test_whoever_talks_as_one_talks_counts_no_points(wish: str) -> None:
    assert not any(re.search("[讲说][两三四]点", each) for each in paragraphs(wish))


def test_whoever_speaks_at_a_meeting_counts_his_points() -> None:
    assert any(re.search("[讲说][两三四]点", each) for each in paragraphs("话要短"))
