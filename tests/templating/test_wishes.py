"""A wish in a clerk's own words is carried out, or told as not met or as left to the reader."""

from __future__ import annotations

from functools import lru_cache

import pytest

from drafter.facts import read_sheet
from drafter.facts.sheet import IntentKind
from drafter.facts.wishes.wish_forms import Form, form_of
from drafter.templating.compose import Composition, compose, to_text

SHEET = """溪口镇“最美河长”表彰大会，2026年11月20日上午9点，给镇党委书记 俞江流 写讲话，6分钟。
情况：
1. 全镇今年清淤14.3公里，打捞漂浮物920吨。
2. 最美河长10名，先进集体4个：柳塘村、石埠社区、镇水务站、蓝马甲志愿队。
3. 石埠社区河长 葛满仓，68岁，三年巡河走了4300公里。
4. 柳塘村排口3处没封。
5. 治河经费260万元，其中清淤90万元。
要干的：
6. 排口12月10日前封完，镇水务站牵头。
书记交代：{}。
"""


@lru_cache
def speech(wish: str) -> Composition:
    return compose(read_sheet(SHEET.format(wish)))


def told(wish: str) -> tuple[list[bool], tuple[str, ...]]:
    """Whether the wishes are met, and those that are left to the reader."""
    report = speech(wish).report
    return [each.met for each in report.wishes], report.unchecked


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ("不要提钱", "万元"),
        ("经费不提", "260万元"),
        ("不念名单", "柳塘村、石埠社区"),
        ("柳塘村别点名", "柳塘村排口"),
        ("漂浮物的事不讲", "920吨"),
    ],
)
def test_what_is_not_to_be_said_is_not_said(wish: str, words: str) -> None:
    assert words not in to_text(speech(wish))
    assert told(wish) == ([True], ())


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ("表扬一下蓝马甲志愿队", "蓝马甲志愿队"),
        ("对巡河的志愿者要说几句暖心话", "巡河的志愿者"),
        ("谢谢保洁员", "保洁员"),
    ],
)
def test_those_to_be_spoken_to_are(wish: str, words: str) -> None:
    assert any(words in s.text for s in speech(wish).sentences() if s.function == "address" or not s.facts)
    assert told(wish) == ([True], ())


def test_what_people_cannot_bear_to_leave_is_no_rule() -> None:
    assert "有一条要说清楚" not in to_text(speech("搬家的老人舍不得老屋，说句体谅的话"))


@pytest.mark.parametrize("wish", ["短一点", "讲实点", "重点讲第三条", "不点科室名", "少讲数", "不讲大话套话"])
def test_what_the_text_cannot_tell_is_left_to_the_reader(wish: str) -> None:
    assert told(wish)[0] == []
    assert len(told(wish)[1]) == 1


@pytest.mark.parametrize("wish", ["别超过8分钟", "只讲8分钟", "控制在8分钟以内"])
def test_a_limit_of_minutes_is_met_by_a_shorter_speech(wish: str) -> None:
    assert told(wish) == ([True], ())


def test_a_limit_of_minutes_makes_a_speech_shorter() -> None:
    assert len(to_text(speech("别超过1分钟"))) < len(to_text(speech("别超过8分钟")))


def test_a_sum_of_money_in_another_fact_is_told_where_no_word_of_money_is_wanted() -> None:
    sheet = SHEET.replace("三年巡河走了4300公里", "逮住偷鱼的罚了4300元").format("不要提钱")

    (wish,) = compose(read_sheet(sheet)).report.wishes

    assert (False, "4300元") == (wish.met, wish.how)


def test_what_is_to_come_first_is_the_first_point() -> None:
    sheet = read_sheet(
        "枫林中学安全工作会，2026年9月4日下午4点，给校长 贺云舒 写讲话，8分钟。\n下一步：\n"
        "1. 教案10月10日前查完。\n2. 门锁9月20日前换完，总务处牵头。\n3. 宿舍每晚点名，先从干部做起。\n"
        "校长的意思：宿舍点名放前面。"
    )
    said = to_text(compose(sheet))
    assert 0 < said.index("宿舍每晚点名") < said.index("教案10月10日")


def test_to_begin_with_oneself_and_to_ask_for_opinions_are_said() -> None:
    text = to_text(speech("先从镇领导改起；末了请大家提意见"))
    assert "先从镇领导改起" in text
    assert "请大家多提意见" in text


@pytest.mark.parametrize(
    ("wish", "words", "not_so"),
    [
        (
            "对窗口的年轻同志说几句公道话，他们一天接待将近200人",
            "窗口的年轻同志一天接待将近200人。",
            "账会留下",
        ),
        ("对新来的会计提个醒", "新来的会计", "公道"),
        ("对班主任道声辛苦", "辛苦", "账会留下"),
    ],
)
def test_words_to_somebody_are_in_the_sense_of_the_wish(wish: str, words: str, not_so: str) -> None:
    sheet = SHEET.replace("“最美河长”表彰大会", "警示教育大会")
    text = to_text(compose(read_sheet(sheet.format(wish))))
    assert words in text
    assert not_so not in text


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ("顺带谢谢夜班接运的师傅，一晚上最多跑9趟", "夜班接运的师傅一晚上最多跑9趟。"),
        ("年轻干部加班多，道一声辛苦", "年轻干部加班多。"),
        ("家属也来了20位，谢谢他们", "家属也来了20位。"),
        ("家属那边说句软话，人家是伤心的时候来的", "他们是伤心的时候来的。"),
    ],
)
def test_a_fact_in_a_wish_is_said(wish: str, words: str) -> None:
    assert words in to_text(speech(wish))
    assert told(wish) == ([True], ())


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ("排口没封的事要低头认错", "排口没封的事，我在这里向大家认错。"),
        ("公示时间短，这个要当面赔个不是", "公示时间短，我在这里向大家赔个不是。"),
        ("裁判那次差错主动说，向选手道个歉", "裁判那次差错，我在这里向选手道个歉。"),
        ("鱼价跌了大家心里有气，先认，就说镇里没把销路跑好", "镇里没把销路跑好。"),
        ("误拒这事咱们理亏，说句公道话", "误拒这事我们理亏。"),
        (
            "给家属捎句话：一个月有半个月不着家，欠他们的",
            "有一句话说给家属：一个月有半个月不着家，欠他们的。",
        ),
        ("最后撂一句：12月10日，一天不等", "最后一句：12月10日，一天不等。"),
        ("最后落到“开着门才叫书屋”上", "最后说一句：开着门才叫书屋。"),
        ("最后落到让大家平安过年", "说到底，是要让大家平安过年。"),
        ("表个态：下游的账我们认", "我先表个态：下游的账我们认。"),
        ("清淤公司欠账最多，点", "清淤公司欠账最多。"),
        ("提一嘴石坪村的张老师，自家搭书架的那位", "这里要提到石坪村的张老师，就是自家搭书架的那位。"),
        ("小摊贩也不容易", "小摊贩也不容易。"),
        ("伤员小贺恢复得不错，可以说一句", "伤员小贺恢复得不错。"),
        ("蓝马甲志愿队提一下", "蓝马甲志愿队"),
    ],
)
def test_what_a_wish_wants_said_is_said(wish: str, words: str) -> None:
    assert words in to_text(speech(wish))
    assert told(wish) == ([True], ())


@pytest.mark.parametrize(
    "wish", ["不要道歉", "不表态", "别提张老师", "最后落到一句实在话", "要是问起鱼价，就说在办"]
)
def test_what_is_not_wanted_is_not_said(wish: str) -> None:
    text = to_text(speech(wish))
    assert not any(words in text for words in ("道歉", "表个态", "张老师", "实在话", "就说在办"))


@pytest.mark.parametrize("label", ["镇党委书记要求", "支队长要求", "副主任"])
def test_the_words_of_any_leader_are_wishes(label: str) -> None:
    sheet = SHEET.replace(
        "书记交代：{}", f"{label}：话讲重，不绕弯；柳塘村要点出来；最后撂一句：12月10日，一天不等"
    )
    text = to_text(compose(read_sheet(sheet)))
    assert "话讲重" not in text and "点出来" not in text
    assert "最后一句：12月10日，一天不等。" in text


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ("葛满仓家里那件纠纷还在打官司，别碰", "三年巡河走了4300公里"),
        ("经费没到位的事跟财政单独谈，会上不说", "打捞漂浮物920吨"),
        ("清淤船更换的招标不涉及", "清淤14.3公里"),
    ],
)
def test_a_wish_not_to_touch_one_thing_costs_no_other(wish: str, words: str) -> None:
    assert words in to_text(speech(wish))


def test_a_clause_stays_where_only_a_word_of_the_matter_stands_in_it() -> None:
    sheet = SHEET.replace("柳塘村排口3处没封", "清淤小修拖成大修，3处排口没封")
    assert "清淤小修拖成大修" in to_text(compose(read_sheet(sheet.format("清淤设备更换的招标不涉及"))))


@pytest.mark.parametrize("wish", ["少用形容词", "讲话里最好不用排比", "复述的话不讲"])
def test_a_sort_of_words_is_left_to_the_reader(wish: str) -> None:
    assert told(wish)[0] == []


def test_one_stressed_matter_does_not_answer_for_another() -> None:
    wish = "葛满仓的事讲透；漂浮物讲得最重"
    report = compose(read_sheet(SHEET.format(wish))).report
    hows = [each.how for each in report.wishes]
    assert len(set(hows)) == len(hows)
    assert len(hows) + len(report.unchecked) == 2


def test_who_is_not_to_be_named_has_nothing_in_hand_by_name() -> None:
    text = to_text(
        compose(read_sheet(SHEET.replace("镇水务站牵头", "镇水务站管").format("别点镇水务站的名")))
    )
    assert "镇水务站" not in text.replace("镇水务站、蓝马甲", "")
    assert "封完。" in text


@pytest.mark.parametrize(
    ("wish", "whole"),
    [
        ("柳塘村别批评，天灾", "柳塘村别批评，天灾"),
        ("巡河员多是老教师，要给他们鼓鼓劲", "巡河员多是老教师，要给他们鼓鼓劲"),
        ("别骂渔民，人家也要吃饭", "别骂渔民，人家也要吃饭"),
        ("伤员小贺恢复得不错，可以说一句", "伤员小贺恢复得不错，可以说一句"),
    ],
)
def test_a_wish_keeps_what_it_tells_of_its_matter(wish: str, whole: str) -> None:
    assert [intent.text for intent in read_sheet(SHEET.format(wish)).intents] == [whole]


def test_a_fact_that_only_a_stress_has_is_said() -> None:
    assert "有一条要单独讲：五月头十天盯夜里。" in to_text(speech("五月头十天盯夜里，这一条重点讲"))


def test_a_stressed_matter_in_other_words_is_found() -> None:
    sheet = SHEET.replace("治河经费260万元，其中清淤90万元", "农户卖粮排队超过6小时")
    found = compose(read_sheet(sheet.format("老百姓卖粮难要讲足")))
    fact = next(s.facts[0] for s in found.sentences() if "卖粮" in s.text)
    assert any(fact in s.facts and s.function != "state" for s in found.sentences())


@pytest.mark.parametrize("modal", ["要", "一定要", "务必", "别忘了", "还得"])
def test_thanks_are_said_whatever_stands_in_front_of_them(modal: str) -> None:
    found = speech(f"{modal}感谢搬迁的214户群众，这是最要紧的")
    assert "搬迁的214户群众" in to_text(found)
    assert "最要紧的" not in to_text(found)
    assert [wish.met for wish in found.report.wishes] == [True]


def test_praise_is_said_with_the_deeds_that_the_wish_tells() -> None:
    found = to_text(speech("石埠社区那个做法表扬一下，他们自己筹了11万，建了64个岗亭"))
    assert "石埠社区自己筹了11万，建了64个岗亭，这一点要肯定。" in found


def test_praise_is_said_with_the_deed_in_front_of_it() -> None:
    assert "镇水务站主动查台账" in to_text(speech("镇水务站主动查台账，表扬"))


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("河边的队员雪天还在干活，叮嘱注意安全", "河边的队员雪天还在干活，请一定注意安全。"),
        ("独居老人家里，请代表多跑一趟", "独居老人家里，请代表多跑一趟。"),
        ("没获奖的队员也带一句", "还有没获奖的队员，也要道一声辛苦。"),
        ("11个新队员欢迎一下", "在这里，欢迎11个新队员。"),
        ("留人要讲，带新人不许骂", "有一条要说清楚：带新人不许骂。"),
        ("投资方要说几句实在的，我们答应的事办到", "对投资方，说一句实在话：我们答应的事办到。"),
        ("治河经费要说到群众心里，先招200人", "先招200人。"),
        ("不要搞得灰头土脸，大多数人是干净的，也要讲到", "大多数人是干净的。"),
        ("多数河长是好的，也要说，一天到晚忙", "多数河长是好的，一天到晚忙。"),
        ("没上台的也要说到", "还有没上台的同志，也要道一声辛苦。"),
        ("排口没封是镇里没盯住，书记自己认，别推给水务站", "排口没封是镇里没盯住，这个账我认。"),
        ("柳塘村排口3处没封是镇里没盯住，书记自己认", "柳塘村排口3处没封。这是镇里没盯住，这个账我认。"),
        ("结尾说到大年三十都要有人在岗", "最后说一句：大年三十都要有人在岗。"),
    ],
)
def test_what_a_wish_wants_people_told_is_said(wish: str, said: str) -> None:
    assert said in to_text(speech(wish))


def test_the_speech_opens_with_the_fact_that_a_wish_names() -> None:
    found = speech("开头直接说那3处没封的")
    first = next(s for s in found.sentences() if s.facts)
    assert "柳塘村排口3处没封" in first.text
    assert to_text(found).count("柳塘村排口3处没封。") == 1


def test_whether_a_tone_is_met_is_left_to_the_reader() -> None:
    assert told("口气平实")[0] == []


def test_who_may_be_named_is_told_as_named_where_a_fact_names_him() -> None:
    assert told("可以点柳塘村") == ([True], ())


def test_who_found_the_fault_is_praised_for_it() -> None:
    sheet = SHEET.replace("柳塘村排口3处没封", "夜里闸门被人动过，幸好当班巡查员发现，没出事")
    found = to_text(compose(read_sheet(sheet.format("当班巡查员要表扬，叫 魏长根"))))
    assert "当班巡查员魏长根" in found.partition("没出事。")[2].partition("\n")[0]


def test_what_a_matter_is_to_be_told_for_is_no_matter_of_its_own() -> None:
    assert form_of("投诉的事要讲沟通") == Form(IntentKind.STRESS, ("投诉",))


def test_who_is_to_be_backed_is_not_warned() -> None:
    sheet = SHEET.replace("“最美河长”表彰大会", "国企系统警示教育会")
    found = to_text(compose(read_sheet(sheet.format("对老老实实干事的要撑一句腰"))))
    assert "规矩卡的是伸手的人，不卡干事的人。" in found
    assert "头一道关" not in found


HERO = """澄江建设总结表彰大会，2026年1月16日14:00，给董事长 钟望舒 写讲话，6分钟。
- 特别奖：总工程师 段青山，在海拔3800米守了217天，把工期抢回40天；他母亲去年住院，没回去（他本人不让讲这个）
- 有2个项目亏损（项目名别说）
- 先进集体4个：装配式项目部、商务部等
董事长：段青山的事要讲透。
"""


def test_what_a_bracket_bars_behind_a_stressed_fact_is_cut_from_it_alone() -> None:
    told = compose(read_sheet(HERO))

    assert "217天" in to_text(told) and "母亲" not in to_text(told)
    assert {w.met for w in told.report.wishes if w.text == "他本人不让讲这个"} == {True}


def test_a_sort_of_things_whose_names_are_spared_keeps_its_word() -> None:
    told = to_text(compose(read_sheet(HERO)))

    assert "有2个项目亏损" in told and "装配式项目部" in told


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("给捞草队说句暖话", "捞草队的同志"),
        ("捞草队干得好说一句", "捞草队干得好，"),
        ("捞草队的老张讲两句好话", "捞草队的老张，"),
    ],
)
def test_a_kind_word_is_said_even_to_those_of_no_class(wish: str, said: str) -> None:
    assert said in to_text(speech(wish))
    assert told(wish)[0] == [True]


def test_who_is_in_the_hall_is_no_matter_to_be_told() -> None:
    assert "到场" not in to_text(speech("葛满仓家属到场，要专门讲"))


def test_applause_is_no_slogan() -> None:
    assert told("别喊口号")[0] != [False]


SPARED = """临港阀门公司安全会，2026年5月15日上午，总经理 关铁军 讲话，8分钟。
情况：
1. 四月工伤3起，其中冲压车间一名师傅干了19年，食指断了一节。
2. 原因：新工跟着老师傅学。
3. 抽查室温记录200户，31户是站里填的，没上门。
要求：
4. 6月30日前装完光栅，设备部牵头。
关总：{}。
"""


@pytest.mark.parametrize(
    ("wish", "kept"),
    [
        ("那位师傅的事讲重，名字不说", "一名师傅干了19年"),
        ("那位师傅的事讲重，名字不说", "跟着老师傅学"),
        ("31户的事讲重，站名不点", "31户是站里填的"),
    ],
)
def test_a_sort_of_people_or_places_is_no_name_to_be_cut(wish: str, kept: str) -> None:
    assert kept in to_text(compose(read_sheet(SPARED.format(wish))))


def test_of_those_whose_name_is_spared_some_are_told_among_all() -> None:
    sheet = SPARED.replace("要求：", "要求：\n5. 141件11月15日前办完，城西所的58件派两个班去帮。")

    assert "办完，其中58件派两个班去帮" in to_text(compose(read_sheet(sheet.format("城西所不点名"))))


def test_those_who_spoke_beside_a_body_that_is_praised_do_not_lead_it() -> None:
    sheet = SPARED.replace(
        "情况：", "顺序：重机、铸锻两家发言；关总讲\n情况：\n0. 重机公司回款3.1亿元，集团最好。"
    )
    told = to_text(compose(read_sheet(sheet.format("铸锻可以点；重机表扬"))))

    assert "重机公司" in told and "和、" not in told and "和铸锻" not in told
