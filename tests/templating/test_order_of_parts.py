"""What stands where in a part, and what a fact is told as in a speech of its kind."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose

HEAD = "2026年6月1日，清河县{meeting}，给副县长 罗川 写讲话稿，8分钟。\n"


def sections(facts: str, meeting: str = "重点工作部署会") -> list[str]:
    """Return the text of each part, its paragraphs and its points."""
    made = compose(read_sheet(HEAD.format(meeting=meeting) + facts))
    points = [[p for point in part.points for p in point.paragraphs] for part in made.sections]
    whole = [[*part.paragraphs, *its] for part, its in zip(made.sections, points, strict=True)]
    return ["".join(s.text for p in paragraphs for s in p) for paragraphs in whole]


def test_what_the_weather_is_to_be_stands_at_the_end_of_its_part() -> None:
    facts = (
        "情况：\n1. 气象局：6月中旬有两轮强降雨。\n2. 全县小型水库46座。\n3. 喇叭坏了12只没人修。\n"
        "要求：①断头路6月30日前打通；②水泵6月20日前配齐。"
    )
    told = sections(facts)[0]
    assert told.index("气象局预报，6月中旬") > told.index("46座")


def test_what_a_look_brought_out_is_no_look_to_come() -> None:
    facts = (
        "问题：台账缺了19户。\n督查：\n1. 查了11个粮站，7个仓账实不符。\n2. 县督查室每周抽查一次。\n"
        "要求：①断头路6月30日前打通；②水泵6月20日前配齐。"
    )
    told = sections(facts)
    assert "查了11个粮站" in told[0]
    assert "每周抽查一次" in told[-1]


def test_whoever_met_a_mishap_well_is_told_of_among_those_who_are_honoured() -> None:
    facts = (
        "1. 表彰20人、6个集体。\n2. 云岭值守班：去年8月3日货车起火，4分钟到场，疏散37人，没有人员伤亡。\n"
        "3. 难处：道班房老旧的还有26处。\n4. 要办的：26处道班房年内修完；体检7月底前做一遍。"
    )
    assert "4分钟到场" in sections(facts, "护路人表彰大会")[0]


def test_that_a_case_was_made_public_is_told_to_the_writer_alone() -> None:
    facts = "案例（市纪委已通报）：\n1. 副科长丁某收了回扣3万元，今年4月被开除。\n"
    facts += "要求：①台账6月30日前补齐；②账目每月公开。"
    assert "已通报" not in "".join(sections(facts, "警示教育大会"))


def test_a_part_does_not_tell_of_the_weather_alone() -> None:
    facts = (
        "情况：\n1. 天气预报：6月中旬有两轮强降雨。\n问题：\n1. 喇叭坏了12只没人修。\n2. 名单没换。\n"
        "要求：①断头路6月30日前打通；②水泵6月20日前配齐。"
    )
    told = sections(facts, "防汛工作调度会")
    assert "喇叭坏了12只" in told[0]
    assert "6月中旬有两轮强降雨" in told[0]


def test_what_a_forecast_tells_is_nobodys_task() -> None:
    facts = (
        "情况：喇叭坏了12只没人修；台账缺了19户。\n县气象台说6月4日起连阴雨五到七天。\n"
        "要求：①断头路6月30日前打通；②水泵6月20日前配齐。"
    )
    assert "连阴雨" in sections(facts)[0]


def test_the_first_part_of_a_meeting_on_an_accident_tells_how_it_came_about() -> None:
    facts = (
        "情况：\n1. 5月3日吊带断了，砸断了人的腿。\n2. 吊带早该报废，班里没换。\n"
        "要求：\n1. 吊带6月12日前查完。\n2. 没有指挥不起吊。"
    )
    made = compose(read_sheet(HEAD.format(meeting="吊装事故通报会") + facts))
    assert "事故是怎么出的" in made.sections[0].heading


TASKS = "要求：①断头路6月30日前打通；②水泵6月20日前配齐。"


@pytest.mark.parametrize(
    "fact",
    [
        "网上缴费上线后，接到电话260个，后来加了两条线。",
        "到窗口排队最多的是每月5号发钱那天。",
        "县里要求都要95%以上。",
        "3月到4月逐户摸排，摸出空房214户。",
        "各项贷款12.6亿元，比年初增0.8亿元。",
        "上半年发放农资贷款3400万元，惠及860户。",
        "青石乡的做法：天不亮上门，一户一户送到。",
        "5月查出隐患主动报的，有31条，厂里发奖6200元。",
    ],
)
def test_what_was_done_or_is_so_is_told_in_front(fact: str) -> None:
    told = sections(f"情况：\n1. 喇叭坏了12只没人修。\n2. {fact}\n{TASKS}")
    assert fact.split("，")[-1].rstrip("。") in told[0]


@pytest.mark.parametrize(
    "fact",
    [
        "今年清运奖励40万元，按方量计。",
        "北站负责人空缺，谁代管还没定。",
        "办公室每两周汇总一次进度，8月到村里抽查。",
    ],
)
def test_money_that_is_set_aside_a_free_post_and_a_look_stand_at_the_end(fact: str) -> None:
    told = sections(
        f"情况：\n1. 喇叭坏了12只没人修。\n{TASKS}\n其他：\n1. {fact}\n2. 县水利局牵头，应急局配合。"
    )
    assert fact.split("，")[0] in told[-1]


def test_who_decided_on_a_day_stands_over_the_tasks() -> None:
    facts = "情况：\n1. 喇叭坏了12只没人修。\n要做的（校务会5月20日已定，可以讲）\n"
    facts += "1.断头路6月30日前打通。\n2.水泵6月20日前配齐。"
    told = sections(facts)
    assert told[1].index("5月20日校务会") < told[1].index("断头路")


def test_causes_stand_behind_what_is_wrong_and_not_behind_what_went_well() -> None:
    facts = (
        "情况：\n1. 全县自建房9.6万栋。\n2. D级21栋里，还有3栋照样住人。\n"
        "3. 去年整治了112栋，没有出过倒塌的事。\n"
        f"4. 原因：村里没人懂房子；房主怕花鉴定费。\n{TASKS}"
    )
    told = sections(facts)[0]
    assert told.index("9.6万栋") < told.index("112栋") < told.index("还有3栋") < told.index("原因有两条")


def test_what_a_cause_explains_stays_in_front_of_it() -> None:
    facts = (
        "情况：\n1. 全县自建房9.6万栋。\n2. 去年修路38公里。\n3. 评估单抽查90份，22份是补写的。\n"
        "4. 原因：夜里人手少；评估单当作业补。\n"
        "要求：①评估单入院2小时内写完，6月5日起执行；②水泵6月20日前配齐。"
    )
    told = sections(facts)[0]
    assert told.index("22份是补写的") < told.index("原因有两条")


def test_causes_of_a_thing_that_their_label_names_are_told_with_it() -> None:
    facts = (
        "情况：\n1. 逾期贷款3900万元，比年初多460万元。\n2. 查了50份贷前调查，9份的照片没拍人。\n"
        f"3. 逾期为什么多：老客户经理调走没交接；到期前没人打招呼。\n{TASKS}"
    )
    told = sections(facts)[0]
    assert "逾期为什么多，原因有两条" in told
    assert told.index("3900万元") < told.index("逾期为什么多") < told.index("9份的照片")


@pytest.mark.parametrize(
    "wish", ["先说没干好的，别一上来就报喜", "先讲问题，成绩放到后面说", "先把短板说透，再说成绩"]
)
def test_what_went_well_is_told_last_where_the_leader_wants_it_so(wish: str) -> None:
    facts = (
        "情况：\n1. 上半年发放补偿金2140万元，惠及1.7万户。\n2. 喇叭坏了12只没人修。\n"
        f"3. 台账缺了19户。\n4. 原因：平时没人试；坏了没人报。\n{TASKS}\n县长交代：{wish}。"
    )
    made = sections(facts)[0]
    assert made.index("19户") < made.index("原因有两条") < made.index("2140万元")


def test_what_made_less_of_what_was_bad_went_well() -> None:
    facts = "情况：\n1. 喇叭坏了12只没人修。\n2. 5月起试了中午连班，排队等候少了半小时。\n"
    facts += f"3. 原因：平时没人试；坏了没人报。\n{TASKS}"
    told = sections(facts)[0]
    assert told.index("试了中午连班") < told.index("12只") < told.index("原因有两条")
