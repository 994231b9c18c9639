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
