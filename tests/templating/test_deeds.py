"""What the sheet tells of people stands with the thanks, the praise, or the words to them."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose, to_text

WORK = """白溪县公路养护调度会，2026年7月14日下午3点，副县长 邹立恒讲话，8分钟
【情况】
1. 全县危桥19座，已经封闭9座。
2. 6月21日晚，老鹰桥限重牌倒了没人扶，一辆42吨的货车开上去，桥面沉了18厘米，司机跳车跑出来，没有伤人。
3. 养路工86人，平均年龄51岁，暴雨那三天清塌方47处。
4. 木城镇道班的养路工蒲大有，6月28日夜里在塌方前面举手电拦下3辆车，石头落下来离他不到5米。
【要求】
1. 剩下10座8月20日前全部封闭，县交通局办。
2. 巡查8月1日起拍照留时间，谁填谁签名。
【县长意思】
{}。
"""
CEREMONY = """芦湾区图书馆新馆开馆仪式，2026年10月1日上午9时，新馆广场
致辞人：区长 乐正平，5分钟
内容：
1. 新馆建筑面积2.1万平方米，座位1500个。
2. 捐书最多的是退休教师戚守真，87岁，捐了4100册，每本都包了书皮。
3. 工地两个夏天没停，最多的时候有380个工人，好些人没赶上今天。
区长想法：{}。
"""


@lru_cache
def paragraphs(sheet: str, wish: str) -> list[str]:
    return to_text(compose(read_sheet(sheet.format(wish)))).split("\n")


def paragraph_with(sheet: str, wish: str, words: str) -> str:
    found = [each for each in paragraphs(sheet, wish) if words in each]
    assert len(found) == 1, "told once"
    return found[0]


def test_at_work_a_deed_is_told_with_the_praise_and_nowhere_else() -> None:
    told = paragraph_with(WORK, "蒲大有要表扬", "拦下3辆车")

    assert told.count("蒲大有") == 2
    assert len(re.findall("。", told)) == 2


def test_at_a_ceremony_the_thanks_stand_behind_the_deed() -> None:
    told = paragraph_with(CEREMONY, "戚老师要好好感谢", "4100册")

    assert re.search("书皮。[^。]*谢[^。]*。$|书皮。[^。]*戚老师[^。]*。$", told)


def test_a_trade_is_no_surname() -> None:
    told = paragraph_with(WORK, "养路工要好好谢一声", "86人")

    assert "蒲大有" not in told


def test_two_persons_of_one_wish_are_thanked_each_for_his_deed() -> None:
    sheet = CEREMONY.replace("3. 工地", "3. 食堂的厉师傅，蒸了34年饭，每天三点半上工。\n4. 工地")
    wish = "戚老师和厉师傅要当面谢"

    assert "戚老师" in paragraph_with(sheet, wish, "4100册")
    assert "谢" in paragraph_with(sheet, wish, "34年饭")


def test_a_crew_and_its_leader_are_praised_in_one_place() -> None:
    sheet = WORK.replace("3. 养路工", "3. 抢修班11个人，连着干了52小时，班长褚建业泡在水里关阀。\n4. 养路工")
    told = paragraph_with(sheet, "抢修班要肯定，褚建业要表扬", "52小时")

    assert told.count("褚建业") == 2


def test_thanks_to_a_group_begin_with_what_the_sheet_tells_of_them() -> None:
    told = paragraph_with(WORK, "养路工要好好谢一声，暴雨里辛苦", "86人")

    assert told.startswith("养路工86人")
    assert "谢" in told


def test_those_who_could_not_come_are_thanked_where_the_leader_wants_it() -> None:
    assert "没有到场的" in paragraph_with(CEREMONY, "工人要提到，没来的也谢", "380个工人")


def test_words_to_people_have_what_the_sheet_tells_of_them() -> None:
    told = paragraph_with(WORK, "对养路工说几句心里话", "86人")

    assert "清塌方47处" in told
    assert len(re.findall("。", told)) <= 4


@pytest.mark.parametrize("words", ["活是你们做的", "难处也是你们先碰上的", "别一个人扛着"])
def test_children_are_not_spoken_to_like_workers(words: str) -> None:
    assert not any(words in each for each in paragraphs(CEREMONY, "对孩子们讲几句，小孩听得懂的"))


def test_a_lot_in_few_words_is_no_deed() -> None:
    told = "".join(paragraphs(WORK, "替养路工说句公道话，钱少山大"))

    assert "你们钱少山大" not in told
    assert "钱少山大。" in told


def test_what_people_are_to_do_is_no_deed_of_theirs() -> None:
    told = "".join(paragraphs(CEREMONY, "对家长们讲几句，少盯分数"))

    assert "你们少盯分数" not in told
    assert "少盯分数。" in told


def test_what_is_owed_to_people_is_no_kind_word_to_them() -> None:
    sheet = """清河县饮水安全推进会，2026年11月12日上午9点，给副县长 罗川 写讲话稿，6分钟。
1、管水员241人，每月补助300元，有4个乡镇拖了半年没发，合计19.8万
2、拖欠的补助11月30日前发到管水员手里，财政局盯
领导意思：末了给管水员说几句暖心的
"""
    composition = compose(read_sheet(sheet))

    assert "拖了半年" not in "".join(s.text for p in composition.passages for s in p)
    assert "拖了半年" in to_text(composition)


def test_a_word_to_hearten_a_body_praises_no_deed_of_it() -> None:
    sheet = WORK.replace("3. 养路工", "3. 木城站巡查少了40回。\n4. 养路工")
    told = paragraph_with(sheet, "木城站鼓劲别批", "少了40回")

    assert not re.search("鼓个掌|学一学|该夸|说一声好|照着这样做", told)
    assert paragraph_with(sheet, "木城站鼓劲别批", "木城站的同志")


def test_who_is_thanked_for_a_deed_is_not_told_how_to_live() -> None:
    sheet = WORK.replace("3. 养路工", "3. 6月3日放羊的老人在桥头拦下一辆车。\n4. 养路工")

    assert re.fullmatch("[^。]*放羊老人[^。]*。", paragraph_with(sheet, "放羊老人要谢", "放羊老人"))


def test_a_word_on_the_troubles_of_a_body_is_said_to_the_body() -> None:
    told = "\n".join(paragraphs(WORK, "木城站的难处要说句公道话"))

    assert "木城站的同志" in told or "给木城站" in told
    assert "难处的同志" not in told


def test_a_word_on_a_matter_is_said_to_nobody() -> None:
    assert "走的事的同志" not in "".join(paragraphs(WORK, "电工走的事说两句体谅话"))


STEPPED_IN = WORK.replace(
    "3. 养路工86人",
    "3. 7月3日夜里石桥村口塌方，路过的司机老焦举手电拦下3辆车，没有伤人。一名养路工砸伤了脚。\n4. 养路工86人",
).replace("4. 木城镇", "5. 木城镇")


def test_who_stepped_in_is_thanked_where_it_is_told() -> None:
    told = paragraph_with(STEPPED_IN, "老焦要谢", "路过的司机老焦")

    assert re.search("老焦举手电.*。[^。]*老焦[^。]*谢", told)


def test_one_of_a_group_is_not_the_group() -> None:
    assert "砸伤" not in paragraph_with(STEPPED_IN, "养路工要好好谢一声", "86人")


def test_what_somebody_asks_for_is_no_deed_to_thank_him_for() -> None:
    sheet = CEREMONY.replace(
        "区长想法", "5. 大家提的：读者小郝：新馆门口停不了电动车，走进来要十分钟。\n区长想法"
    )
    told = paragraphs(sheet, "感谢一下小郝去年从河里救人")

    assert not [each for each in told if "电动车" in each and "谢" in each]


def test_a_town_is_nobody_by_the_name_of_its_first_signs() -> None:
    sheet = WORK.replace("木城镇道班的养路工蒲大有", "罗江镇引来的合作社")

    assert "罗江的事" not in "\n".join(paragraphs(sheet, "罗江的做法讲细"))


@pytest.mark.parametrize(("speaks", "owns"), [("表态", False), ("作检讨", True), ("作整改发言", True)])
def test_who_only_promised_has_not_spoken_of_his_own_faults(speaks: str, owns: bool) -> None:
    sheet = WORK.replace("【情况】", f"会前：县交通局通报情况，木城镇{speaks}。\n【情况】")

    text = "\n".join(paragraphs(sheet, "木城镇整改快，夸一句"))

    assert bool(re.search("自己的问题", text)) is owns
