"""What the leader stresses is told whole in one place: how it stands, what went wrong, all that is done."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose

HEAD = "2026年4月10日（周五），清河县春耕生产工作会，给副县长罗川写讲话稿，8分钟。\n"
FIRES = """【情况】
1. 3月卫星发现火点7个，比去年多2个。
2. 石桥镇3个火点在夜里10点以后着的，值守点上没人。
3. 塑料大棚去年修了610座，今年计划修580座。
4. 化肥到货4.1万吨，够用到5月。
【要办的】
（1）夜里值守排到人，名单4月12日前报县林业局。
（2）大棚4月28日前修完，县农业农村局牵头。
（3）一个火点扣乡镇经费10万；再着两个以上，乡镇长到县委常委会说明。
（4）种子抽检每批都做，不合格的退回。
（5）机井5月6日前通电，县水利局办。
【县长交代】火点的事讲得最重。
"""


def places(text: str) -> list[str]:
    """Return the text of each part outside its points, and of each point."""
    sections = compose(read_sheet(HEAD + text)).sections
    told = [
        block
        for each in sections
        for block in (each.paragraphs, *(point.paragraphs for point in each.points))
    ]
    return ["".join(s.text for p in block for s in p) for block in told]


def place_of(words: str, text: str) -> str:
    return next((place for place in places(text) if words in place), "")


@pytest.mark.parametrize("words", ["7个", "没人", "值守排到人", "扣乡镇经费10万", "常委会说明"])
def test_a_stressed_matter_is_told_in_one_place_with_all_its_tasks(words: str) -> None:
    assert words in place_of("石桥镇3个", FIRES)


def test_what_has_no_word_of_the_stressed_matter_stays_where_it_was() -> None:
    assert "大棚" not in place_of("石桥镇3个", FIRES)


def test_a_word_that_half_the_sheet_has_names_no_matter() -> None:
    text = FIRES.replace("大棚", "火点棚").replace("机井", "火点井").replace("种子", "火点种子")

    assert "机井" not in place_of("石桥镇3个", text.replace("火点井", "火点机井"))


GUARD = """情况：
· 2月5日夜班，输送机机头护罩拆了没装，照样开机3个小时，没伤人
· 风机4台，1台在修
要求：
· 设备护罩谁拆谁装，不装不许送电
· 风机4月20日前修好
· 安全帽4月25日前换新
· 矿灯充电房5月6日前搬完
厂长说：输送机护罩的事要往重里说
"""


def test_a_thing_under_a_longer_name_belongs_to_the_stressed_matter() -> None:
    assert "不装不许送电" in place_of("没伤人", GUARD)


def test_the_two_halves_of_a_sanction_stay_together() -> None:
    text = """要办的：
1. 漏检一处扣经费5万；漏检三处以上，站长到局长办公会说明
2. 堤脚4月20日前填完
3. 沙袋4月25日前补齐
"""

    assert "说明" in place_of("扣经费5万", text)


def test_two_things_that_are_under_way_are_two_matters() -> None:
    text = """情况：
1. 全县油菜32.5万亩，收了21.3万亩。水稻应播25万亩，播了9.6万亩
要办的：
1. 没收的油菜5月20日前收完
2. 水稻5月30日前播完
3. 烘干塔4月28日前检修一遍
"""

    assert "21.3万亩" in place_of("5月20日前", text) and "9.6万亩" in place_of("5月30日前", text)


def test_what_is_left_goes_to_the_task_that_calls_it_so() -> None:
    text = """情况：独居老人家里电线老化的摸排出318户，换了95户
要办的：
1. 独居老人烟感4月28日前装完
2. 电线老化没换的5月20日前换完
3. 楼道杂物4月20日前清完
"""

    assert "318户" in place_of("5月20日前", text)


def test_causes_are_told_in_one_place_though_one_of_them_names_who_is_thanked() -> None:
    text = """原因：机手图快，留茬高；秸秆打了捆没人拉；干部白天在夜里不在
要办的：
1. 堤脚4月20日前填完
2. 沙袋4月25日前补齐
县长交代：谢谢机手
"""

    assert "没人拉" in place_of("机手图快", text)


def test_no_cause_goes_with_a_check_that_no_task_has() -> None:
    text = """原因：赶集天不排班
要办的：
1. 堤脚4月20日前填完
2. 沙袋4月25日前补齐
3. 县督查室每半月暗访一次，专挑赶集天
"""

    assert "暗访" not in place_of("不排班", text)


ROW = """情况：
1. 一季度排查隐患214处，治理129处。校车412辆，超员查处6起。一键报警装了986所，有37所试了不响。
要办的：
1. 剩下的85处隐患4月28日前治完
2. 校车每趟下车清点两遍，4月20日起执行
3. 一键报警4月30日前全部修通
4. 食堂5月6日前换完证
"""


@pytest.mark.parametrize(
    ("words", "task"), [("214处", "治完"), ("超员查处6起", "清点两遍"), ("试了不响", "全部修通")]
)
def test_each_figure_of_a_row_goes_to_the_task_for_its_thing(words: str, task: str) -> None:
    assert words in place_of(task, ROW)


def test_figures_of_all_stay_in_front() -> None:
    text = """情况：
1. 全县脐橙31.5万亩，果农4.1万户。好果率62%，比邻县低11个百分点。冷库只有1.8万吨，烂掉2600吨。
要办的：
1. 新建冷库6座，9月28日前投用
2. 病树4月20日前砍完
3. 果农培训4月28日前办一遍
"""

    assert "31.5万亩" not in place_of("新建冷库6座", text) and "烂掉2600吨" in place_of("新建冷库6座", text)


TREES = """情况：
1. 8月查到，界岭乡疫木清出来没有粉碎，被人拉走14车，看管的人说晚上不归他管
2. 护林员手机定位抽查200人，72人一天没动
3. 瞭望塔23座，7座的望远镜坏了
要办的：
1. 新增疫木5月28日前清完，粉碎不过夜
2. 护林员一天没动的，乡镇一个一个谈
3. 望远镜4月25日前修好
4. 再有疫木下山的，乡镇主要负责人到县纪委说情况；一个月内两次的，先免职
5. 坟山清明有人值守，村里办
县长交代：疫木下山的事讲得最重；护林员多数是好的，说一句公道话
"""


@pytest.mark.parametrize("words", ["粉碎不过夜", "先免职", "说情况"])
def test_where_nothing_wrong_has_the_word_its_thing_is_gathered(words: str) -> None:
    assert words in place_of("被人拉走14车", TREES)


def test_a_task_stands_among_the_tasks_whomever_it_names() -> None:
    assert "一个一个谈" in place_of("72人一天没动", TREES)


def test_a_rule_on_what_was_found_is_told_with_it() -> None:
    text = """情况：
1. 麦茬高度抽查160块地，超过15厘米的58块
2. 收割机在册1180台
要办的：
1. 秸秆离田4月28日前完
2. 留茬超过15厘米的不给补贴，农机站验
3. 沙袋4月25日前补齐
"""

    assert "不给补贴" in place_of("58块", text)


def test_a_matter_is_stressed_whatever_its_fact_tells() -> None:
    text = """情况：
1. 3月暗访了22个窗口，9个窗口还在要已经取消的证明
2. 一次退回率18.6%
要办的：
1. 取消的证明一律不许再收
2. 登记口径4月25日前出一本
3. 一次退回率5月底降到12%
县长交代：暗访的事要讲重
"""

    assert "22个窗口" in place_of("一律不许再收", text)


STOP = """情况：
· 皮带故障停机63小时；井下皮带11部
· 2月26日夜班，不停机清煤，一人左臂骨折。举报属实
· 托辊缺400个
要求：
· 今天起，不停机一律不许清煤
· 托辊4月30日前到货
· 传感器4月20日前换好，机电科办
· 名单4月20日前重报
县长意思：停机清煤讲得最重。
"""


def test_what_has_only_the_first_word_of_a_stressed_matter_is_another() -> None:
    assert "63小时" not in place_of("骨折", STOP)
    assert "一律不许清煤" in place_of("骨折", STOP)


def test_how_a_story_ended_is_told_with_it_and_is_no_task() -> None:
    assert "骨折。举报属实。" in place_of("骨折", STOP)


BLOOD = """情况：
1. 8月有位老人来抽血，窗口让他扫码，来回三次，十点半才抽上，空着肚子。投诉查实。
2. 投诉126件，等得久的71件。
要求：
3. 每层留一个人工窗口，抽血处先设，4月20日前。
4. 自助机4月30日前到位，设备科办。
5. 导诊5月10日前增到6人，护理部调。
6. 门诊4月15日起8点准时开诊。
县长交代：老人抽血讲得最重。
"""


def test_what_a_longer_word_is_about_gathers_the_task_that_names_it() -> None:
    assert "抽血处先设" in place_of("来回三次", BLOOD)


LID = """情况：
· 5月31日，柳条巷一个井盖翘着，小伙摔断锁骨，居民打过3次热线，都转给了排水公司
要求：
· 普查8月15日前扫尾，每个井盖编号
· 热线每天对账
· 路灯7月底前修好
局长交代：柳条巷的事从头讲到尾；排水、通信哪家推得多，不评。
"""


def test_what_one_wish_wants_told_is_not_left_out_for_another() -> None:
    assert "都转给了排水公司" in place_of("柳条巷", LID)


def test_the_sign_that_counts_ties_nothing() -> None:
    assert "扫尾" not in place_of("柳条巷", LID)


def test_what_the_sheet_tells_in_sentences_opens_a_paragraph() -> None:
    story = "· 5月31日，柳条巷一个井盖翘着，小伙摔断锁骨。此前20天，居民打过3次热线：头一次没人接。\n"
    text = f"情况：\n· 路灯坏了310盏，没修\n{story}要求：\n· 机井5月6日前通电\n· 化肥4月底前到货\n"
    paragraphs = [
        "".join(s.text for s in p)
        for each in compose(read_sheet(HEAD + text)).sections
        for block in (each.paragraphs, *(point.paragraphs for point in each.points))
        for p in block
    ]
    assert [p for p in paragraphs if p.startswith("5月31日")]
