"""What the cases of a warning teach by their own figures."""

from __future__ import annotations

from drafter.facts import read_sheet
from drafter.templating.compose import compose, to_text

HEAD = "2026年8月12日，清河县警示教育大会，给县纪委书记 罗川 写讲话稿，10分钟。\n案例：\n"
TASKS = "要求：①台账8月30日前补齐；②账目每月公开。\n"
FIRST = "1. 原质监站副站长丁立新，收检测公司回扣41笔，共63.8万元，今年3月判了三年二个月。\n"


def told(cases: str) -> str:
    return to_text(compose(read_sheet(HEAD + cases + TASKS)))


def test_what_was_got_stands_beside_what_was_paid_for_it() -> None:
    assert "一头是63.8万元，一头是三年二个月的刑期。" in told(FIRST)


def test_many_times_go_back_to_the_first() -> None:
    assert "41笔，都是从头一笔开始的；头一笔收住了手，后面的就都没有了。" in told(FIRST)


def test_money_that_was_given_back_was_not_got() -> None:
    assert "两头摆在一起看" not in told("1. 科员娄小川虚报装修补偿，退回17.8万元，开除公职。\n")


def test_a_case_without_a_punishment_teaches_nothing_by_its_figures() -> None:
    assert "头一笔收住" not in told("1. 出纳丁立新转出公款12笔，共3万元，还在查。\n")


HONOURED = """2026年8月12日，浣城市环卫系统“身边好人”表扬会，给局长 楚知微 写讲话稿，5分钟。
1. 表扬18人、4个班组，每人奖2000元。全市环卫工人2360人。
2. 祁大娥，53岁，扫了19年北门街，捡到手机31次，都还了。
3. 司机郝立春，6月12日凌晨看见老人晕倒，停车守了26分钟，老人救回来了。
4. 要办的：11月底前新增休息点20处；防滑鞋11月15日前发到人。
"""


def test_how_long_those_who_are_honoured_did_it_stands_side_by_side() -> None:
    text = to_text(compose(read_sheet(HONOURED)))
    assert "祁大娥的19年，郝立春的26分钟，长的短的，都在今天这张名单上。" in text


def test_whoever_is_honoured_is_told_of_among_all() -> None:
    assert "今天念到名字的是18人、4个班组，身后是全市环卫工人2360人。" in to_text(
        compose(read_sheet(HONOURED))
    )


def test_all_prizes_are_counted_and_a_part_of_the_winners_is_not_those_behind_them() -> None:
    row = "评出一等奖6人、二等奖30人、三等奖60人，合96人。其中一线职工71人。全市环卫工人2360人"
    text = to_text(
        compose(read_sheet(HONOURED.replace("表扬18人、4个班组，每人奖2000元。全市环卫工人2360人", row)))
    )
    assert "今天念到名字的是96人，身后是全市环卫工人2360人。" in text


def test_who_is_honoured_is_not_weighed_like_a_fault() -> None:
    text = to_text(compose(read_sheet(f"{HONOURED}局长要求：祁大娥重点讲。\n")))
    assert "吃这样的亏" not in text
    assert "没有退路" not in text


def test_how_long_somebody_else_was_ill_is_nobodys_deed() -> None:
    text = to_text(compose(read_sheet(HONOURED.replace("停车守了26分钟", "他家孩子住院43天"))))
    assert "43天，长的" not in text


def test_how_the_cases_ended_stands_side_by_side_where_no_money_was_got() -> None:
    cases = "1. 原副所长丁立新，9月12日酒驾，10月判了拘役两个月，开除公职。\n"
    cases += "2. 科员娄小川，今年醉驾，解除合同。\n"
    assert "结果放在一起看：拘役两个月，解除合同。" in told(cases)


APART = """案例：
1. 地磅站原站长罗某，两年里夜里改磅单216张，收好处费33万元。今年5月判的，三年六个月。
2. 追回赃款52.3万元。
"""


def warned(wish: str, cases: str = APART) -> str:
    return to_text(
        compose(read_sheet(f"{HEAD.removesuffix('案例：' + chr(10))}{cases}{TASKS}书记要求：{wish}。\n"))
    )


def test_what_the_line_of_a_case_tells_behind_it_belongs_to_it() -> None:
    text = warned("话要重")
    assert "216张，都是从头一张开始的；" in text
    assert "一头是33万元，一头是三年六个月的刑期。" in text


def test_who_bears_a_sentence_with_him_is_told_where_a_wish_has_families_spoken_of() -> None:
    assert "要一家人一起过" in warned("罗某的事讲痛，讲到家里人")
    assert "要一家人一起过" not in warned("罗某的事讲痛")
    assert "要一家人一起过" not in warned("别提他家里人")


def test_a_case_that_was_judged_teaches_without_its_sentence() -> None:
    text = warned(
        "说到家里人", "案例：\n1. 副主任严某，四年间在38个采购项目里拆单，收好处41万元。案子已判。\n"
    )
    assert "38个项目，都是从头一个开始的；" in text
    assert "一家人一起过" in text
    assert "两头摆在一起看" not in text


def test_a_warning_begins_with_its_case_and_not_with_the_days_ahead() -> None:
    text = warned("话要重")
    assert "要办的事里" not in text
    assert "要办的事先说在前头" not in text


def test_cases_that_all_ended_alike_are_not_set_side_by_side() -> None:
    two = "案例：\n1. 检斤员林某套走粮款，今年8月开除。\n2. 保管员贺某空车过磅，今年8月开除。\n"
    assert "结果放在一起看" not in warned("话要重", two)


HARM = """2026年8月21日，凌川供电公司事故警示会，给总经理 谭正刚 写讲话稿，9分钟。
案例：
1. 7月29日，外包队的工人小魏没等验电就上了杆，被感应电击中，右手三根手指没保住。
要求：①工作票8月28日前查清；②台账9月10日前补齐。
谭总要求：{}。
"""


def test_what_befell_one_is_borne_by_his_family_where_a_wish_has_them_spoken_of() -> None:
    said = "一家人都要跟着改"
    assert said in to_text(compose(read_sheet(HARM.format("小魏的事讲痛，说到他家里"))))
    assert said not in to_text(compose(read_sheet(HARM.format("小魏的事讲痛"))))


def test_what_goes_on_telling_of_that_day_stands_with_the_case() -> None:
    more = "问题：\n2. 那天工作票上验电一栏是提前签好的；监护人离开了7分钟。\n"
    sheet = HARM.format("说到他家里").replace("要求：①", f"{more}要求：③34起提前签的工作票9月1日前查清；①", 1)
    text = to_text(compose(read_sheet(sheet)))
    assert text.index("没保住") < text.index("提前签好的") < text.index("一家人都要跟着改")


def test_a_second_wish_behind_a_stop_between_them_is_a_wish() -> None:
    assert "要一家人一起过" in warned("罗某这件事要说痛、说到家里人")


def test_who_was_of_a_body_and_did_wrong_is_not_what_the_body_is_praised_for() -> None:
    cases = "案例：\n1. 采购中心原副主任严某，拆单38次，拿好处41万元。案子已判。\n"
    text = warned("采购中心自己查出来的那部分肯定一句", cases)
    assert "采购中心做到了" not in text
    assert "采购中心自己查出来的那部分" in text
