"""What is not settled is left out where the leader, or the occasion, wants none of it."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import Composition, compose, to_text

_SHEET = """青芦县{name}，2026年9月3日上午9点，县会议中心，给副县长 祝文澜 写讲话，6分钟。
情况：
1. 全县今年清理沟渠214公里。
2. 入户走访户数，{odds}
3. 去年6月，柳堰镇一所小学食堂出过事，11个学生住院。
4. 村民免费坐班车、看电影，部门还在商量，没定。
要干的：
5. 沟渠10月底前再清一遍，县水利局牵头。
祝县长说：{wish}。
"""
_ODDS = "民政局写5312户，残联写4870户，没对上"
_MEETING, _CEREMONY = "秋季工作推进会", "好邻居表彰大会"


def _speech(wish: str, odds: str = f"{_ODDS}。", name: str = _MEETING) -> Composition:
    return compose(read_sheet(_SHEET.format(name=name, odds=odds, wish=wish)))


def _text(wish: str, odds: str = f"{_ODDS}。", name: str = _MEETING) -> str:
    return to_text(_speech(wish, odds, name))


@pytest.mark.parametrize(
    ("wish", "odds"),
    [
        ("话要平实", f"{_ODDS}，别用。"),
        ("话要平实", f"{_ODDS[:-4]}，没核实，不用。"),
        ("走访数字有争议，别讲", f"{_ODDS}。"),
        ("走访的数字不讲", f"{_ODDS}。"),
        ("入户走访两家打架，别报数", f"{_ODDS}。"),
    ],
)
def test_figures_that_do_not_agree_are_left_out_where_they_are_barred(wish: str, odds: str) -> None:
    text = _text(wish, odds)
    assert "5312" not in text
    assert "4870" not in text
    assert "214公里" in text


def test_figures_that_do_not_agree_are_told_where_nobody_bars_them() -> None:
    assert "4870" in _text("话要平实")


def test_no_ceremony_has_figures_that_do_not_agree() -> None:
    assert "4870" not in _text("话要平实", name=_CEREMONY)


def test_what_is_left_out_is_told_with_the_words_that_bar_it() -> None:
    assert "别用" in {why for _fact, why in _speech("话要平实", f"{_ODDS}，别用。").report.left_out}


def test_what_is_open_is_not_told_where_it_may_not_be_promised() -> None:
    assert "坐班车" in _text("话要平实")
    assert "坐班车" not in _text("免费坐班车不许愿")


def test_a_fact_that_tells_itself_to_be_open_may_not_be_promised() -> None:
    sheet = _SHEET.replace("要干的：", "5. 巡渠补贴涨到多少，乡里还没过。\n要干的：")
    said = sheet.format(name=_MEETING, odds=f"{_ODDS}。", wish="巡渠补贴还没过会，不能许诺")
    assert "巡渠补贴" not in to_text(compose(read_sheet(said)))


def test_what_only_a_wish_tells_as_open_and_not_to_be_promised_is_no_blank() -> None:
    assert "巡渠补贴" not in _text("巡渠补贴还没上会，不能答应")


def test_names_are_spared_of_the_matter_that_the_wish_in_front_wants_told() -> None:
    text = _text("柳堰那回要讲，镇名校名都不说")
    assert "柳堰" not in text
    assert "有一所小学食堂出过事" in text


def test_a_deed_that_is_not_to_be_told_is_known_by_whose_it_is() -> None:
    sheet = _SHEET.replace(
        "要干的：", "5. 尚小雨：给村里412个老人建了档。她是县医院有编制可以去没去。\n要干的："
    )
    wish = "尚小雨不去县医院那事不要讲"
    text = to_text(compose(read_sheet(sheet.format(name=_CEREMONY, odds=f"{_ODDS}。", wish=wish))))
    assert "有编制" not in text
    assert "412个老人" in text


def test_what_may_touch_a_matter_in_other_words_is_left_to_the_reader() -> None:
    sheet = _SHEET.replace("要干的：", "5. 高二的卓明轩摔伤过。他父亲在群里骂过学校。\n要干的：")
    said = sheet.format(name=_MEETING, odds=f"{_ODDS}。", wish="卓明轩父亲骂学校那事不要提")
    report = compose(read_sheet(said)).report
    assert not any(wish.met for wish in report.wishes)
