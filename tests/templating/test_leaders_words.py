"""What the leader says within his wishes, and the words that he lets stand for a name."""

from __future__ import annotations

import pytest

from drafter.facts.read import read_sheet
from drafter.templating.compose import Composition, compose, to_text

NOTES = """朱桥街道物业整治会
时间：2026年6月24日下午2点
讲话人：街道党工委书记 计文蔚，8分钟
情况：
1. 六家物业满意度最高91.2分，最低63.5分（和顺物业，管8个小区）。
2. 考核组长陆启有权叫停施工，当天报街道。
3. 停水投诉239件，最长的停了9天。
4. 要重点关注的46人，都有社区对接。
下一步：
1. 电梯井没有验收的一律停工，考核组长有权叫停。
书记的意思：
"""


def speech(wishes: str) -> Composition:
    return compose(read_sheet(f"{NOTES}{wishes}\n"))


def text(wishes: str) -> str:
    return "".join(sentence.text for sentence in speech(wishes).sentences())


def test_words_stand_for_a_name_and_its_figure() -> None:
    said = text("和顺不点名，“有一家物业”可以说，分数别报。")
    assert "有一家物业最低" in said
    assert not any(words in said for words in ("63.5", "和顺", "8个小区"))


def test_whose_score_is_told_stays_without_it() -> None:
    notes = NOTES.replace("六家物业满意度最高91.2分", "恒远公司最高91.2分")
    said = "".join(
        s.text for s in compose(read_sheet(f"{notes}和顺不点名，就说“有一家物业”，分数别报。\n")).sentences()
    )
    assert "恒远公司最高，有一家物业最低" in said


def test_a_name_for_somebody_unnamed_is_no_sentence() -> None:
    assert "有一家物业" not in text("恒远不点名，就说“有一家物业”。")


def test_a_sentence_stands_for_the_figure() -> None:
    said = text("和顺不点，可以说“有一家物业连七成都不到”，具体数字不报。")
    assert "最高91.2分，有一家物业连七成都不到。" in said


def test_where_somebody_unnamed_is_may_stand_in_front_of_him() -> None:
    said = compose(
        read_sheet(
            f"{NOTES}龙潭村不点，就说“上游有个村”。\n".replace("3. 停水", "3. 上游龙潭村截水两天。停水")
        )
    )
    assert "上游有个村截水两天" in "".join(sentence.text for sentence in said.sentences())


def test_the_figure_is_told_of_whom_words_stand_for_where_nothing_bars_it() -> None:
    assert "最高91.2分，有一家物业最低，63.5分。" in text("和顺不点名，就说“有一家物业”。")


def test_the_last_clause_of_a_fact_goes_and_the_rest_is_told() -> None:
    notes = NOTES.replace("3. 停水", "3. 护理员闻巧云，背老人下楼，一年背了40多趟，自己腰疼贴着膏药。停水")
    said = "".join(s.text for s in compose(read_sheet(f"{notes}腰疼的事她不让说，别讲。\n")).sentences())
    assert "40多趟" in said and "腰疼" not in said


def test_words_that_are_to_be_said_stand_with_the_fact_that_has_their_first() -> None:
    notes = NOTES.replace("3. 停水", "3. 司机荆有粮每到站先看一眼站台再关门。停水")
    said = "".join(
        s.text for s in compose(read_sheet(f"{notes}“先看一眼再关门”这句原话要有。\n")).sentences()
    )
    assert "先看一眼站台再关门。就是这句话：先看一眼再关门。" in said


def test_a_figure_is_left_out_of_its_fact() -> None:
    said = text("关注的46人只说“有社区对接”，不要说数。")
    assert "要重点关注的，都有社区对接" in said


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("叫停错了不追究", "叫停，叫停错了不追究。"),
        ("居民挑水吃了9天，不能一句话滑过去", "最长的停了9天，居民挑水吃了9天。"),
        ("孩子最怕黑这个意思要有", "孩子最怕黑。"),
        ("停水那件事街道有责任，承认", "停水那件事街道有责任，我们认。"),
    ],
)
def test_the_leaders_own_words_stand_with_their_fact(wish: str, said: str) -> None:
    found = speech(wish)
    assert said in "".join(sentence.text for sentence in found.sentences())
    assert all(each.met for each in found.report.wishes)


def test_nothing_is_worked_out_where_few_figures_are_wanted() -> None:
    figures = [
        id_ for sentence in speech("数字不要念太多，挑要紧的").sentences() for id_ in sentence.inferences
    ]
    assert figures == []


def test_a_wish_on_one_figure_is_none_for_few() -> None:
    assert text("具体数字不报") == text("")


def test_the_tag_of_his_own_words_is_not_read_out() -> None:
    sheet = (
        "2026年5月21日，恒岭厂吊装安全会，给厂长 傅振声 写讲话稿，6分钟。\n情况：\n"
        "1. 主动报隐患的1至4月有52条，厂里发奖1.56万元。厂长：报的人不吃亏。\n2. 吊具6月1日前查完。\n"
    )
    text = to_text(compose(read_sheet(sheet)))
    assert "报的人不吃亏。" in text
    assert "厂长，报的人" not in text
