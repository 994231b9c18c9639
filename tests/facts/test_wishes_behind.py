"""Wishes that hang at the end of a fact: what they ask, and of which fact."""

from __future__ import annotations

import pytest

from drafter.facts.read import read_sheet
from drafter.facts.sheet import FactType, IntentKind, Sheet
from drafter.facts.wishes.behind import kind_behind


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("要肯定", "praise"),
        ("值得夸", "praise"),
        ("这个要表扬", "praise"),
        ("局长想夸夸", "praise"),
        ("冯总想夸一夸", "praise"),
        ("院长要当面表扬", "praise"),
        ("好做法", "praise"),
        ("这个经验好", "praise"),
        ("这个值得说道说道", "praise"),
        ("主任要当场表扬他", "praise"),
        ("这个做法好", "praise"),
        ("镇长说要谢一声", "thanks"),
        ("要点这栋楼", "name"),
        ("不点班", "no-name"),
        ("也别点是哪家", "no-name"),
        ("多讲两句", "stress"),
        ("可以讲细一点", "stress"),
        ("不在这里说", "avoid"),
        ("不再说", "avoid"),
        ("今天不谈", "avoid"),
        ("这里略过", "avoid"),
        ("今天不安排", "avoid"),
        ("嘴上别带", "avoid"),
        ("不用再讲", "avoid"),
    ],
)
def test_a_clause_that_hangs_behind_a_fact_asks_something_of_it(clause: str, kind: str) -> None:
    assert kind_behind(clause) == IntentKind(kind)


@pytest.mark.parametrize(
    "clause",
    [
        "做得好的要表扬",
        "出门先点名",
        "夜里不点灯",
        "每周表扬一个班",
        "居民都说好",
        "有话不直说",
        "评出好做法12个",
        "开会多讲问题",
        "肯定来不及",
        "感谢信收到37封",
    ],
)
def test_a_clause_that_tells_something_is_no_wish_behind_a_fact(clause: str) -> None:
    assert kind_behind(clause) is None


SHEET = "平桥镇清洁取暖推进会\n时间：2026年12月3日\n讲话：镇长 马少卿，7分钟\n情况：\n{}\n"


def read(line: str) -> Sheet:
    return read_sheet(SHEET.format(line))


@pytest.mark.parametrize("asked", ["要肯定", "好办法", "镇长想夸夸", "这个要表扬"])
def test_praise_behind_a_fact_is_about_that_fact_and_no_part_of_it(asked: str) -> None:
    sheet = read(f"柳沟村426户一户不差，先试烧一炉，{asked}。")
    (fact,) = sheet.facts
    (wish,) = sheet.intents
    assert asked not in fact.text
    assert (wish.kind, wish.words, wish.about) == (IntentKind.PRAISE, (), (fact.id,))


def test_what_is_praised_is_no_fault_and_not_still_to_be_done() -> None:
    sheet = read("城北食堂每周把账贴到门口，家长评价从3.2分升到4.6分，好经验。")
    assert sheet.facts[0].type is FactType.ACHIEVEMENT


def test_who_is_thanked_behind_a_fact_is_whoever_it_begins_with() -> None:
    (wish,) = read("装炉子的师傅天不亮就出门，镇长说要谢一声。").intents
    assert (wish.kind, wish.words) == (IntentKind.THANKS, ("装炉子的师傅",))


@pytest.mark.parametrize(
    "line",
    [
        "急诊手术不算在内，优先走绿色通道，以前定过，不重复。",
        "停车难的问题后勤科上周开过会，不重复。",
        "雨季“三防”另外开会，不在这里说。",
        "体检办法工会已经发过，不再说。",
        "宿舍热水的事，后勤处已经讲过，不重复。",
        "电价优惠的事供电所自己讲，这里不讲。",
    ],
)
def test_what_is_told_elsewhere_is_a_matter_to_leave_out_and_no_fact(line: str) -> None:
    sheet = read(f"全镇应改4180户。{line}")
    assert [fact.text for fact in sheet.facts] == ["全镇应改4180户"]
    assert [wish.kind for wish in sheet.intents] == [IntentKind.AVOID]


def test_a_fact_behind_which_only_part_stays_untold_is_told() -> None:
    sheet = read("全镇应改4180户，改完3355户，花费不讲。")
    assert [fact.text for fact in sheet.facts] == ["全镇应改4180户，改完3355户"]


def wishes(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    sheet = read_sheet(SHEET.format("全镇应改4180户。") + f"镇长交代：{text}\n")
    return [(wish.kind.value, wish.text, wish.words) for wish in sheet.intents]


def test_what_is_not_to_be_let_pass_is_no_word_to_those_in_front() -> None:
    first, second = wishes("夜班医生辛苦，体谅一句，但打电话这毛病不能放")
    assert first == ("address", "夜班医生辛苦，体谅一句", ("夜班医生",))
    assert (second[0], second[2]) == ("stress", ("打电话",))


def test_why_a_matter_is_not_to_be_told_is_no_wish_of_its_own() -> None:
    (wish,) = wishes("停水这招别提，谁欠费也不许停他的水")
    assert wish[::2] == ("avoid", ("停水这招",))


def test_what_people_are_thanked_for_is_no_rule() -> None:
    sheet = read("全镇应改4180户。\n督查：每天下午5点报进度。装炉子的师傅天不亮就出门，镇长说要谢一声。")
    assert sheet.facts[-1].text == "装炉子的师傅天不亮就出门"
    assert sheet.facts[-1].type is not FactType.CHECK


def test_whose_word_is_disputed_is_not_on_what_the_rest_rests() -> None:
    sheet = read("停门诊这条各科意见不小，办公会通过了，要说。")
    assert all(fact.type is not FactType.BASIS for fact in sheet.facts)


def test_whom_a_wish_behind_a_fact_thanks_is_told_of_by_the_fact() -> None:
    sheet = read("全镇应改4180户。门卫老邹把摔伤的学生背到医院，镇长想谢谢他。")
    assert sheet.intents[0].words == ("老邹",)
    assert sheet.facts[-1].type is not FactType.PROBLEM


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("林场自己改，没有一户出去。肯定。", "林场自己改，没有一户出去"),
        ("护士丁梅拦下一袋药。表扬。", "护士丁梅拦下一袋药"),
        ("林场好，上门查，一户不落，肯定。", "林场好，上门查，一户不落"),
    ],
)
def test_praise_asked_for_in_one_word_is_a_wish_and_no_fact(line: str, fact: str) -> None:
    sheet = read_sheet(f"镇长 方平 讲话\n一、情况\n1. {line}\n")

    assert [fact] == [each.text for each in sheet.facts]
    assert [(IntentKind.PRAISE, ())] == [(intent.kind, intent.words) for intent in sheet.intents]


@pytest.mark.parametrize(
    "line",
    [
        "·被谁骂过、被谁打过的事不讲，家属在场。",
        "·脱岗的那两个不要点，队长今天在座。",
        "·28台砂眼铸造车间已细讲，不重复。",
    ],
)
def test_why_something_stays_unsaid_is_no_fact(line: str) -> None:
    assert not read_sheet(f"镇长 方平 讲话\n情况：\n{line}\n").facts


def test_who_was_there_is_told_where_nothing_is_to_stay_unsaid() -> None:
    told = read_sheet("镇长 方平 讲话\n一、情况\n1. 油桶倒了，差一点，监控拍下来了。\n").facts

    assert any("监控拍下来了" in fact.text for fact in told)


@pytest.mark.parametrize("wish", ["谢就谢得具体", "讲就讲到点子上", "夸就夸得实在", "批评就批评到人"])
def test_how_one_is_to_speak_names_nobody(wish: str) -> None:
    intents = read_sheet(f"镇长 方平 讲话\n【镇长的意思】{wish}。\n").intents

    assert [(IntentKind.OTHER, ())] == [(intent.kind, intent.words) for intent in intents]
