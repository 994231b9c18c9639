"""To which class of people those belong to whom a speech turns."""

from __future__ import annotations

import pytest

from drafter.facts.people.audiences import are_people, audiences_of


@pytest.mark.parametrize(
    ("who", "audience"),
    [
        ("孩子们", "对孩子"),
        ("学生家长", "对家长"),
        ("年轻老师", "对新人"),
        ("消防员家属", "对家属"),
        ("退休教师", "对退休"),
        ("护林员", "对护林"),
        ("养路工", "对养路"),
        ("养护工", "对养路"),
        ("徒工", "对新人"),
        ("站岗的劳务工", "对外来工"),
        ("村组干部", "对村干部"),
        ("体育老师", "对体育老师"),
        ("幼儿园老师", "对幼教"),
        ("保洁员", "对保洁"),
        ("窗口的年轻人", "对窗口"),
        ("一线工人", "对工人"),
        ("隔壁96户", "对群众"),
        ("企业家", "对企业"),
        ("新来的年轻人", "对新人"),
        ("养护工", "对养路"),
        ("监考老师", "对监考"),
    ],
)
def test_people_belong_to_the_narrowest_class_that_their_words_name(who: str, audience: str) -> None:
    assert audiences_of(who) == {audience}


def test_who_works_at_night_belongs_to_two_classes() -> None:
    assert audiences_of("夜班护士") == {"对护士", "对夜班"}


def test_the_occasion_tells_the_trade_of_workers() -> None:
    assert audiences_of("工人", "红崖煤矿安全办公会") == {"对矿工"}


def test_who_is_named_by_no_known_word_belongs_to_none() -> None:
    assert not audiences_of("第三研究室的同志")


@pytest.mark.parametrize(
    "words", ["养路工", "隔壁96户", "退下来的同志", "小组长", "受表彰的", "推广人", "少儿部5个人"]
)
def test_words_that_end_in_people_are_people(words: str) -> None:
    assert are_people(words)


@pytest.mark.parametrize("words", ["成绩", "公章", "工人文化宫", "家长会", "机器人"])
def test_a_matter_is_nobody(words: str) -> None:
    assert not are_people(words)
