"""The leader's own words about people, in a wish."""

from __future__ import annotations

import pytest

from drafter.facts.read import read_sheet
from drafter.facts.wishes.intents import read_wish
from drafter.facts.wishes.own_words import dared, fair_word, is_fair
from drafter.facts.wishes.owning import owned
from drafter.facts.wishes.wish_facts import words_about


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("挖机师傅是来帮咱们忙的，别把人家说成祸首，谢一句", "挖机师傅是来帮我们忙的"),
        ("护理员不是咱们编制里的人，活是一样的活，要谢", "护理员不是我们编制里的人，活是一样的活"),
        ("值机员熬了四夜，说句体谅话", "值机员熬了四夜"),
        ("新来的年轻老师鼓鼓劲，跟他们说不会就问", "不会就问"),
        ("年轻护士留不住，不能怪她们吃不了苦", "年轻护士留不住，不能怪她们吃不了苦"),
        ("对多数干部要说一句公道话，别一棍子打翻", "不能一棍子打翻"),
        ("班主任苦，要体谅", "班主任苦"),
    ],
)
def test_what_a_wish_tells_of_people_is_said_nearly_as_written(wish: str, said: str) -> None:
    assert words_about(read_wish(wish)) == said


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        ("别埋怨人家", "不能埋怨人家"),
        ("不要说人家懒", "不能说人家懒"),
        ("别让人家抬不起头", "不能让人家抬不起头"),
        ("别把人家说成祸首", ""),
        ("不要怪人", ""),
    ],
)
def test_what_forbids_to_be_unfair_is_said_to_everybody(clause: str, said: str) -> None:
    assert fair_word(clause) == said


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("看水员那条要说死，让看水员敢停水", "看水员要敢停水"),
        ("撤人那条要讲透，叫值班长敢下令", "值班长要敢下令"),
        ("社区书记那条讲透，让他们敢喊撤", "社区书记要敢喊撤"),
        ("让大家放心", ""),
    ],
)
def test_what_those_named_are_to_dare_is_said_to_them(wish: str, said: str) -> None:
    assert dared(wish) == said


@pytest.mark.parametrize("wish", ["会后单独约谈", "刚换了乡长", "问起来就说不是我们的事"])
def test_what_the_leader_tells_the_writer_is_no_fair_word(wish: str) -> None:
    assert not is_fair(wish)


@pytest.mark.parametrize(
    ("line", "kind", "who"),
    [
        ("夜班护士辛苦，对她们说几句体己话", "address", "夜班护士"),
        ("护士长两头受气，替她们撑撑腰", "address", "护士长"),
        ("跟班干部敲打，狠一点", "address", "跟班干部"),
        ("新工人不懂不是错，这话说给老师傅听", "address", "老师傅"),
        ("书记员别训，一天开四五个庭，手就没停过", "other", "书记员"),
        ("那3个分社不点，但要骂醒", "address", "那3个分社"),
        ("年底了，干警都绷得紧，先道一声辛苦", "thanks", "干警"),
        ("法警平时没人提，带一句", "thanks", "法警"),
        ("抢水的庄稼人别训，庄稼就是命，急是应该的", "other", "抢水的庄稼人"),
        ("物业那8家不点名，但话要说重", "address", "物业那8家"),
        ("不肯走的214户，别埋怨人家", "other", "不肯走的214户"),
        ("感谢楼长，重点夸月塘社区", "praise", "月塘社区"),
        ("老曹愿意来讲，谢他", "thanks", "老曹"),
        ("给骑手们敬个礼，说声辛苦", "thanks", "骑手们"),
        ("老焦跟那个信号工，大会上谢", "thanks", "老焦跟那个信号工"),
        ("自己报差错的护士，要撑腰，可以表扬", "address", "自己报差错的护士"),
    ],
)
def test_whom_a_wish_calls_by_a_pronoun_is_named_in_front(line: str, kind: str, who: str) -> None:
    sheet = read_sheet(f"【任务】2026年8月3日上午9点，防汛会。\n【书记的意思】\n1. {line}。\n")
    assert [(i.kind.value, i.words) for i in sheet.intents][-1] == (kind, (who,))


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("补贴拖了47天，是镇里没跑勤，这个我来认", "补贴拖了47天，是镇里没跑勤，这个账我认"),
        ("送餐停了6天，镇里有责任，认账", "送餐停了6天，镇里有责任，这个账我认"),
        ("抢修52分钟太慢，我们自己要认", "抢修52分钟太慢，这个账我认"),
        ("五组停水那9天村里修得慢，这个认", "五组停水那9天村里修得慢，这个账我认"),
    ],
)
def test_what_is_owned_up_to_has_what_it_is_and_whose_fault(wish: str, said: str) -> None:
    assert owned(wish) == said
