"""Praise that a wish asks for the fact it stands behind is said behind that fact."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose, to_text

SHEET = (
    "平桥镇清洁取暖推进会\n时间：2026年12月3日\n讲话：镇长 马少卿，7分钟\n"
    "情况：\n1.全镇应改4180户，改完3355户。\n2.{}\n"
)


def said(line: str) -> str:
    return to_text(compose(read_sheet(SHEET.format(line))))


@pytest.mark.parametrize("asked", ["要肯定", "好做法", "镇长想夸夸"])
def test_a_fact_is_praised_and_the_wish_is_not_read_out(asked: str) -> None:
    speech = said(f"柳沟村“先试烧一炉”，投诉从58起降到21起，{asked}。")
    behind = speech.partition("21起")[2].split("。")[1]
    assert any(word in behind for word in ("做得好", "肯定", "道一声好"))
    assert "要肯定" not in speech.replace("，要肯定一句", "")
    assert "想夸" not in speech


def test_what_another_wish_praises_by_name_is_praised_once() -> None:
    sheet = SHEET.format("柳沟村“先试烧一炉”，投诉从58起降到21起，好做法。") + "镇长交代：柳沟村表扬一下\n"
    speech = to_text(compose(read_sheet(sheet)))
    assert sum(speech.count(word) for word in ("做得好", "肯定", "一声好", "该夸", "学一学", "鼓个掌")) <= 1
