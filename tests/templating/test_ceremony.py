"""At a ceremony: what is opened or who is honoured comes first, and thanks are said with their facts."""

from __future__ import annotations

from drafter.facts import read_sheet
from drafter.templating.compose import compose, to_text

OPENING = """龙潭坳镇中心卫生院新院区揭牌启用仪式
时间：2026年4月18日上午
讲话：镇党委书记 欧阳牧，5分钟
情况：
1. 新院区19个月建成，占地22亩。
2. 总投资4260万，里头专项债3000万，县财政配900万。
3. 省二院派5名专家常驻。
4. 征地的时候，坳上组11户让了地，没有一户上访。
5. 老院长龙云章，干了34年，去年退的，退之前天天往工地跑。
书记意见：谢省二院，谢让地的11户，谢老院长；别念投资构成那些数。
"""
AWARDS = """沅平水务集团先进个人表彰大会
时间：2026年1月23日下午
讲话：董事长 覃若山，8分钟
先进的事：
1. 韦大柱，抢修班班长，干了26年，去年7月带7个人泡在水里11个小时。
2. 孟巧云，热线话务员，一年接电话1.9万个，没有一个投诉。
今年想干的：
1. 漏损率再降1个点。
2. 老旧管网改造46公里，6月底前完成一半。
书记意见：今年任务带一句就行。
"""


def spoken(sheet: str) -> str:
    return to_text(compose(read_sheet(sheet)))


def test_those_who_are_thanked_one_after_another_are_thanked_each_with_his_deed() -> None:
    text = spoken(OPENING)
    assert "省二院派5名专家常驻。" in text and text.count("谢谢") + text.count("道一声谢") > 2
    assert text.index("坳上组11户让了地") < text.index("让地的11户")


def test_the_parts_of_a_sum_are_left_out_where_they_are_not_wanted() -> None:
    assert "4260万元" in spoken(OPENING) and "专项债" not in spoken(OPENING)


def test_a_house_that_is_opened_honours_nobody_of_its_trade() -> None:
    assert "药箱" not in spoken(OPENING)


def test_whoever_is_honoured_is_spoken_to_behind_what_is_made_of_his_deed() -> None:
    assert "韦大柱，" in spoken(AWARDS).split("带7个人泡在水里")[1].split("\n")[0]


def test_tasks_behind_which_nothing_is_wrong_admit_nothing() -> None:
    text = spoken(AWARDS)
    assert "还没做好的" not in text and "往后要做的事" in text


PRIZES = """临澜区首届“匠心杯”技能大赛颁奖仪式
2026年10月23日上午，区文化宫。获奖选手96人及家属。
讲话：区长 邵佩兰，8分钟。
程序：区人社局宣读决定→颁奖→获奖选手代表骆小川发言→区长讲。
一、底数
评出一等奖6人、二等奖30人、三等奖60人，合96人。
其中一线职工71人。
骆小川，28岁，焊工，三年前还是送外卖的，参加区里培训班学的手艺。
企业报来的技工缺口2300人。
二、已经定下的事（区政府常务会通过，可以讲）
1.一等奖每人奖2万元，11月10日前发到卡上。
2.前三名（一二等奖里排前三的）直接晋升高级工，证书11月30日前办好。
3.明年大赛3月启动，项目加到10个。
三、跟进
区人社局牵头，区总工会、区教育局、区财政局配合；区人社局副局长岳志宏盯培训。
四、区长交代
喜庆，别训人；先祝贺选手，再谢家里人和师傅、裁判；骆小川要说到。
"""


def test_at_a_feast_what_lies_ahead_is_told_and_nobody_is_ordered() -> None:
    text = spoken(PRIZES)
    assert "往后的打算" in text
    assert not any(
        words in text for words in ("一是", "还没做好的", "商量办不办", "替区人社局帮忙", "志宏同志")
    )
    assert "区人社局副局长岳志宏盯培训。" in text


def test_who_is_thanked_after_the_congratulations_is_thanked_there_each_for_his_part() -> None:
    text = spoken(PRIZES)
    assert text.index("祝贺") < text.index("家里人和师傅、裁判") < text.index("刚才")
    assert "裁判的眼睛公道" in text and "师傅的功劳在里头" in text


def test_whoever_read_out_the_decision_did_not_hand_out_the_prizes() -> None:
    assert "区人社局宣读了决定，奖也颁了，" in spoken(PRIZES)


def test_who_is_honoured_is_counted_in_all_and_stands_before_others() -> None:
    text = spoken(PRIZES)
    assert "念到名字的是6人" not in text
    assert "身后是其中" not in text


def test_a_deed_is_turned_over_by_what_is_told_of_it() -> None:
    assert "学的手艺。半路改行，" in spoken(PRIZES)


def test_which_of_them_are_meant_is_told_before_what_becomes_of_them() -> None:
    assert "前三名，也就是一二等奖里排前三的，直接晋升高级工" in spoken(PRIZES)


def test_who_settled_it_is_told_as_a_sentence() -> None:
    assert "这几件事，是区政府常务会通过的。" in spoken(PRIZES)


def test_whoever_wishes_them_well_in_his_own_words_does_so_once() -> None:
    text = spoken(
        "2026年9月10日，白渚三中教师节庆祝会，给校长 应思远 写讲话稿，6分钟。\n情况：\n"
        "1. 表彰优秀教师9人。\n2. 祝菱，教物理17年，家访21趟。\n校长交代：最后祝老师们节日快乐。\n"
    )
    assert text.count("节日快乐") == 1
    assert text.rstrip().endswith("祝老师们节日快乐。谢谢大家。")


def test_people_who_sit_together_to_honour_some_of_them_hold_a_feast() -> None:
    sheet = PRIZES.replace("临澜区首届“匠心杯”技能大赛颁奖仪式", "临澜区“三八”节座谈暨“最美巾帼”表扬会")
    assert read_sheet(sheet).kind == "commendation"
    assert "主要听大家讲" not in spoken(sheet)


def test_a_harvest_is_no_fault_of_who_brought_it_in() -> None:
    sheet = PRIZES.replace("三年前还是送外卖的，参加区里培训班学的手艺", "今年跨区收了1.2万亩，没误过一家")
    assert "前头有多少回可以停下来" not in spoken(sheet)
