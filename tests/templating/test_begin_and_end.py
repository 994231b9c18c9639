"""How a speech begins and ends where the leader says with what."""

from __future__ import annotations

import re

import pytest

from drafter.facts.read import read_sheet
from drafter.facts.wishes.wish_ends import begins_from, begins_without_figures, blessing_of, ends_on
from drafter.templating.compose import Composition, compose
from drafter.templating.compose.wishes.endings import ending

NOTES = """全县粮食收购工作会
时间：2026年6月10日上午9点
讲话人：县长 严知秋，8分钟
情况：
1. 全县有粮站11个，仓46个。
2. 青坝粮站收农民的稻谷没有当面过秤。
3. 账实不符的仓有7个。
要求：
1. 夏粮收购6月12日开秤，各粮站把价格贴出来。
2. 7个仓6月25日前核清，县粮食局牵头。
"""


def speech(wish: str) -> Composition:
    return compose(read_sheet(f"{NOTES}县长要求：{wish}\n"))


def opening(wish: str) -> list[str]:
    return [sentence.text for paragraph in speech(wish).opening for sentence in paragraph]


def closing(wish: str) -> list[str]:
    return [sentence.text for paragraph in speech(wish).closing for sentence in paragraph]


def met(wish: str) -> list[bool]:
    return [each.met for each in speech(wish).report.wishes]


@pytest.mark.parametrize(
    ("wish", "what"),
    [
        ("从农民卖粮那杆秤说起", "农民卖粮那杆秤"),
        ("从病人的一趟路讲起，别从数字讲起", "病人的一趟路"),
        ("用王师傅的事开头", "王师傅的事"),
        ("开头就说三个孩子", "三个孩子"),
        ("开头别绕，直接从桥说起", "桥"),
        ("开头别绕，直接讲火", "火"),
        ("一上来就说5月9日", "5月9日"),
        ("一开头就讲卡在半路那40分钟", "卡在半路那40分钟"),
        ("先念那两个数：46、11", "46、11"),
        ("开口就说事", ""),
        ("开头说几句实在的", ""),
        ("收费标准直接讲", ""),
        ("开头不要讲形势大好", ""),
        ("开头就讲形势任务", ""),
        ("透析病人那件事从头说，开场就说它", "透析病人那件事"),
        ("别从数字讲起", ""),
        ("从数据说起", ""),
        ("别从粮仓说起", ""),
        ("要从这里讲起", ""),
    ],
)
def test_a_wish_tells_with_what_to_begin(wish: str, what: str) -> None:
    assert begins_from(wish) == what


def test_a_thing_of_one_sign_is_enough_to_begin_with() -> None:
    assert "青坝粮站" in opening("开头别绕，直接从谷说起")[0]


def test_with_what_to_begin_is_said_once() -> None:
    made = speech("上来就说青坝粮站没有当面过秤")
    assert sum("青坝粮站" in sentence.text for sentence in made.sentences()) == 1


def test_a_wish_may_want_no_figures_first() -> None:
    assert begins_without_figures("从病人的一趟路讲起，别从数字讲起")
    assert not begins_without_figures("从病人的一趟路讲起")


@pytest.mark.parametrize(
    ("wish", "what"),
    [
        ("收尾说抢收，不喊口号", "抢收"),
        ("最后不喊口号，落在12号开秤上", "开秤"),
        ("最后讲护林防火这件事", "护林防火"),
        ("最后说句实在话", ""),
        ("最后讲得轻一点", ""),
        ("重点落在整改上", ""),
    ],
)
def test_a_wish_tells_with_what_to_end(wish: str, what: str) -> None:
    assert ends_on(wish) == what


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("收尾就一句祝暑假", "祝大家暑假愉快"),
        ("最后祝老师们新年快乐", "祝老师们新年快乐"),
        ("庆祝新年", ""),
        ("不祝节日", ""),
        ("最后祝项目成功", ""),
    ],
)
def test_good_wishes_are_those_of_the_day(wish: str, said: str) -> None:
    assert blessing_of(wish) == said


def test_the_fact_from_which_to_begin_is_the_first_sentence_and_told_once() -> None:
    said = [sentence.text for sentence in speech("从农民卖粮那杆秤说起").sentences()]
    assert said[0].startswith("青坝粮站收农民的稻谷")
    assert sum("收农民的稻谷" in text for text in said) == 1
    assert met("从农民卖粮那杆秤说起") == [True]


def test_no_part_of_a_long_story_is_torn_out_to_begin_with() -> None:
    long = "2. 青坝粮站压了秤3次。仓里少了粮5吨。账上缺了记录12天。门口缺了灯4盏。钥匙丢了2把。收农民的稻谷"
    notes = NOTES.replace("2. 青坝粮站收农民的稻谷", long)
    said = compose(read_sheet(f"{notes}县长要求：从农民卖粮那杆秤说起\n"))
    assert not any("稻谷" in sentence.text for paragraph in said.opening for sentence in paragraph)


@pytest.mark.parametrize("wish", ["上来就说问题", "开头别客套，直接说问题"])
def test_what_is_wrong_may_come_first(wish: str) -> None:
    notes = NOTES.replace("3. 账实不符的仓有7个。", "问题：\n1. 账实不符的仓有7个。")
    said = compose(read_sheet(f"{notes}县长要求：{wish}\n"))
    assert next(said.sentences()).text.startswith("账实不符的仓有7个")
    assert [each.met for each in said.report.wishes] == [True]


def test_the_one_that_is_pointed_at_comes_first() -> None:
    notes = NOTES.replace("3. 账实不符的仓有7个。", "3. 5月9日南仓一台输送机烧坏。")
    said = compose(read_sheet(f"{notes}县长要求：开头别客套，直接说那台输送机。\n"))
    assert next(said.sentences()).text.startswith("5月9日南仓一台输送机烧坏")


@pytest.mark.parametrize("wish", ["从5月9日那次停机说起", "一上来就说5月9日", "开头就讲停了的那40分钟"])
def test_the_day_or_figure_that_is_pointed_at_comes_first(wish: str) -> None:
    notes = NOTES.replace("3. 账实", "3. 今年停机12次。\n4. 5月9日南仓输送机烧坏，停了40分钟。\n5. 账实")
    made = compose(read_sheet(f"{notes}县长要求：{wish}\n"))
    assert next(made.sentences()).text.startswith("5月9日南仓输送机烧坏")
    assert [each.met for each in made.report.wishes] == [True]


def test_what_a_speech_begins_with_leads_on_to_the_rest() -> None:
    assert opening("从农民卖粮那杆秤说起")[1] == "今天的话，就从这里说起。"


def test_a_day_of_which_no_fact_tells_is_not_begun_with() -> None:
    assert met("从4月2日那次停电说起") == [False]
    assert met("直接说那46个不在岗的") == [False]


def test_figures_that_are_to_be_read_first_come_first() -> None:
    made = speech("先念那两个数：46、7")
    first, second, *_rest = (sentence.text for sentence in made.sentences())
    assert "46个" in first
    assert "7个" in second
    assert [each.met for each in made.report.wishes] == [True]


@pytest.mark.parametrize("wish", ["开口说事", "开头别寒暄", "开头不要客套"])
def test_a_speech_that_comes_to_the_matter_counts_nobody_present(wish: str) -> None:
    notes = NOTES.replace("情况：", "到会：各粮站站长、县粮食局股室负责人\n情况：", 1)
    plain = compose(read_sheet(f"{notes}县长要求：讲慢一点\n"))
    made = compose(read_sheet(f"{notes}县长要求：{wish}\n"))
    assert "各粮站站长" in "".join(s.text for s in plain.sentences())
    assert "各粮站站长" not in "".join(s.text for s in made.sentences())
    assert [each.met for each in made.report.wishes] == [True]


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("最后一句就说：秤准一分，心安一寸", "最后一句：秤准一分，心安一寸。"),
        ("最后说6月12日见", "6月12日见。"),
        ("收尾别长，一句话：秤准一分，心安一寸", "最后一句：秤准一分，心安一寸。"),
        ("用“秤准人心稳，这个会才没白开”这句话收", "最后一句：秤准人心稳，这个会才没白开。"),
    ],
)
def test_the_last_sentence_is_said_as_it_is(wish: str, said: str) -> None:
    assert closing(wish)[0] == said
    assert met(wish) == [True]


@pytest.mark.parametrize("wish", ["最后：不喊口号", "结尾说：别喊口号"])
def test_what_is_asked_of_an_end_is_not_said(wish: str) -> None:
    assert not any("口号" in text for text in closing(wish))


def test_a_thing_that_no_aim_tells_of_ends_nothing() -> None:
    assert not any("安全帽" in text for text in closing("收尾用老程那顶安全帽收"))
    assert met("收尾用老程那顶安全帽收") == []


def test_a_thing_with_which_to_end_need_not_stand_in_the_same_words() -> None:
    assert closing("收尾落在12号开秤的那杆秤上")[:1] != ["最后再说一遍：7个仓6月25日前核清。"]


def test_a_thing_of_one_sign_is_found() -> None:
    assert opening("从门口那台秤说起")[0].startswith("青坝粮站收农民的稻谷")


def test_what_no_fact_tells_of_begins_nothing_and_is_reported() -> None:
    assert not any("粮站" in text for text in opening("从戏台上的锣鼓说起"))
    assert met("从戏台上的锣鼓说起") == [False]


def test_a_fact_without_figures_goes_first_where_figures_are_not_wanted_first() -> None:
    said = opening("从粮站那些事说起，别从数字讲起")
    assert said[0].startswith("青坝粮站收农民的稻谷")


def test_figures_that_come_first_are_reported() -> None:
    assert met("别从数字讲起") == [False]


def test_the_aim_with_which_to_end_is_told_again_in_front_of_the_end() -> None:
    said = closing("收尾说开秤")
    assert said[0] == "最后再说一遍：夏粮收购6月12日开秤，各粮站把价格贴出来。"
    assert len(said) == 2
    assert met("收尾说开秤") == [True]


def test_an_appeal_names_nobody_who_has_it_in_hand() -> None:
    assert closing("收尾说核清")[0] == "最后再说一遍：7个仓6月25日前核清。"


def test_an_end_of_which_no_aim_tells_is_reported_and_nothing_is_made_up() -> None:
    assert len(closing("收尾说防汛")) == 1
    assert met("收尾说防汛") == [False]


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("收尾就一句祝暑假", "祝大家暑假愉快。"),
        ("最后祝老师们新年快乐，一句就够", "祝老师们新年快乐。"),
    ],
)
def test_an_end_of_one_sentence_has_no_other(wish: str, said: str) -> None:
    assert closing(wish) == [said]


def test_a_speech_that_ends_on_one_sign_says_so() -> None:
    assert ending("树上", quoted=False) == "说到底，就是一个“树”字。"


def test_who_has_it_in_hand_alone_is_not_told_again_at_the_end() -> None:
    text = (
        "2026年6月1日，清河县重点工作部署会，给副县长 罗川 写讲话稿，6分钟。\n"
        "问题：1. 白溪乡的合同找不到原件。\n"
        "任务：白溪乡由档案馆副馆长 屈照 帮到底。\n"
        "领导交代：白溪乡那件事讲重，但不点乡名。\n"
    )
    assert "再说一遍：由" not in "".join(s.text for p in compose(read_sheet(text)).paragraphs() for s in p)


PURPOSE = """2026年6月10日，{meeting}，给县长 严知秋 写讲话稿，8分钟。
会序：水利局通报→严县长讲。
问题：
1. 塘坝漏水的有12口。
2. 管护员有9个常年在外。
要求：
1. 12口6月25日前修好。
2. 管护员名单6月20日前报。
3. 溢洪道7月5日前清完。
分工：县水利局牵头，各乡镇配合。
县长要求：{wish}
"""


def begun(wish: str, meeting: str = "塘坝管护工作会") -> str:
    sheet = read_sheet(PURPOSE.format(wish=wish, meeting=meeting))
    return "".join(sentence.text for paragraph in compose(sheet).opening for sentence in paragraph)


@pytest.mark.parametrize("wish", ["话要短", "开口就说事", "别打官腔", "像拉家常", "别寒暄"])
def test_behind_those_who_spoke_it_is_told_what_the_meeting_is_for(wish: str) -> None:
    assert "塘坝管护" in begun(wish)


def test_several_things_are_not_called_one() -> None:
    assert "一件事" not in begun("别打官腔", "塘坝管护和渠道清淤工作会")
    assert "这件事" not in begun("话要短", "塘坝管护和渠道清淤工作会")


def test_what_any_meeting_is_about_is_not_told() -> None:
    assert "专门说" not in begun("话要短", "二季度经营分析会")


def test_where_nobody_is_to_be_scolded_the_parts_are_counted_all_the_same() -> None:
    assert re.search("[讲说][两三]点", begun("商量着说，别训"))


def test_whoever_exchanges_no_courtesies_counts_no_parts() -> None:
    assert not re.search("[讲说][两三]点", begun("别寒暄"))
