"""Whom a wish is about."""

from __future__ import annotations

import pytest

from drafter.facts.wishes.addressees import addressee_of


@pytest.mark.parametrize(
    ("wish", "people"),
    [
        ("对窗口的年轻同志说几句公道话", "窗口的年轻同志"),
        ("给窗口的小姑娘们也说句体谅话", "窗口的小姑娘们"),
        ("结尾给守堤的人说句暖的", "守堤的人"),
        ("对捞垃圾的大姐们鞠个躬", "捞垃圾的大姐们"),
        ("对一线员工连轴转要体谅", "一线员工"),
        ("赵立冬要大声表扬", "赵立冬"),
        ("银杏社区的“楼门长”做法夸一夸", "银杏社区的“楼门长”做法"),
        ("骨科整改态度好，肯定一句", "骨科"),
        ("民兵同志天不亮就集合了，说句提气的", "民兵同志"),
        ("这里要真心谢群众", "群众"),
        ("抢修的师傅热天辛苦，说一句", "抢修的师傅"),
        ("掘进二队整改快，夸一句", "掘进二队"),
        ("宿管阿姨叔叔谢一句", "宿管阿姨叔叔"),
        ("食堂师傅起早贪黑要谢", "食堂师傅"),
        ("感谢一下小郝去年从河里救人", "小郝"),
        ("感谢给老人送饭的志愿者", "给老人送饭的志愿者"),
        ("云雾村支书不容易夸一句", "云雾村支书"),
        ("会计累，说一句", "会计"),
    ],
)
def test_a_wish_names_the_people_it_is_about(wish: str, people: str) -> None:
    assert addressee_of(wish) == people


@pytest.mark.parametrize(
    "wish", ["说句提气的", "道一声辛苦", "以感谢为主", "结尾给大家鼓鼓劲", "一楼反对的住户别讲"]
)
def test_a_wish_that_names_nobody_has_no_people(wish: str) -> None:
    assert addressee_of(wish) == ""


@pytest.mark.parametrize(
    ("wish", "who"),
    [("但讲他们连夜抢通的人辛苦", "连夜抢通的人"), ("不过护士们辛苦，谢一句", "护士们"), ("讲给全院听", "")],
)
def test_whoever_is_thanked_is_a_person_and_no_clause(wish: str, who: str) -> None:
    assert who == addressee_of(wish)


@pytest.mark.parametrize("wish", ["主要是感谢", "重点是感谢", "通篇要感谢", "还是感谢"])
def test_what_only_says_how_much_of_the_speech_thanks_is_nobody(wish: str) -> None:
    assert "" == addressee_of(wish)


def test_of_whom_a_fair_word_is_stands_behind_what_is_barred() -> None:
    assert addressee_of("别一棍子打倒一片，大多数职工是好的，要说句公道话") == "大多数职工"
