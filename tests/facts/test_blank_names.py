"""Short names of what a sheet lacks."""

from __future__ import annotations

import pytest

from drafter.facts.missing.blank_names import (
    name_of_missing,
    plainly_open,
    said_with_blank,
)
from drafter.facts.read import read_sheet


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("东岭泵站谁包没报上来", "东岭泵站包保责任人"),
        ("报来没写含不含汤", "是否含汤"),
        ("没说是不是含税", "是否含税"),
        ("管网由谁牵头还没定", "管网牵头单位"),
        ("剩下的什么时候到财政局没说", "到位时间"),
        ("新护士什么时候到没定", "新护士到岗时间"),
        ("线路抢修 谁总调度没报来", "线路抢修总调度人"),
        ("预算多少没报来", "预算金额"),
        ("哪天答复没定", "答复日期"),
        ("支架什么时候下井没定", "支架下井时间"),
        ("年底考核争第几没定", "年底考核目标名次"),
        ("扣多少还在测算", "扣减数额"),
        ("钱从哪儿出还在议", "资金来源"),
        ("第二个热水房建在哪里没定", "第二个热水房建设地点"),
        ("哪个村先建没定", "先建的村"),
        ("收不收费还没定", "是否收费"),
        ("时限几天还要和房管局商量", "时限"),
        ("剩下的咋凑要等表决", "筹措办法"),
        ("分配办法还没有", "分配办法"),
        ("银行没答复", "银行答复"),
        ("减几节人事科还在拿意见", "节数"),
        ("印选票花多少没报上来", "印选票费用"),
        ("明年扩到多少个班，等预算", "班数"),
        ("库存处置亏损怎么摊", "库存处置亏损分摊办法"),
        ("董事会还在研究超额奖怎么发", "超额奖发放办法"),
        ("处理意见学校还没出", "处理意见"),
        ("财务科说列支渠道还没定", "列支渠道"),
        ("联锁装置的钱厂家还没报价", "联锁装置报价"),
        ("其他用途发改那边还没批", "其他用途批复"),
        ("编制的事没批", "编制批复"),
        ("等市里批", "市里批复"),
        ("钱从哪出还没着落", "资金来源"),
    ],
)
def test_what_is_missing_has_a_short_name(text: str, name: str) -> None:
    assert name == name_of_missing([text])


def test_a_noun_goes_before_a_question() -> None:
    assert "分配办法" == name_of_missing(["谁先住", "分配办法还没有"])


def test_what_names_nothing_has_no_name() -> None:
    assert "" == name_of_missing(["还没拍板"])


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("东岭泵站包保责任人", "东岭泵站的包保责任人是【】。"),
        ("责任人", "这件事由【】负责。"),
        ("答复日期", "【】答复。"),
        ("预算金额", "预算是【】。"),
        ("资金来源", "钱从【】来。"),
        ("印选票费用金额", "印选票要花【】。"),
        ("所需费用金额", "这件事要花【】。"),
        ("减的节数", "减【】节。"),
        ("坐席外包数量", "坐席外包的数量是【】。"),
        ("体检标准", "体检按【】执行。"),
        ("扣减标准", "扣减按【】算。"),
        ("新手套单价", "新手套的价钱，按【】算。"),
        ("分配办法", "怎么分配，照【】办。"),
        ("区里答复", "这件事，按【】办。"),
        ("路权批复", "路权的事，按【】办。"),
        ("校车是否接", "校车接不接，定的是【】。"),
        ("名额和地点", "名额和地点，以【】为准。"),
        ("住宿生晚自习时间", ""),
    ],
)
def test_a_name_is_said_with_a_blank_where_it_has_a_sentence(name: str, said: str) -> None:
    assert said == said_with_blank(name, "【】")


def test_what_was_told_in_front_is_not_told_again() -> None:
    assert "包保责任人是【】。" == said_with_blank("东岭泵站包保责任人", "【】", "东岭泵站坏了一台")


@pytest.mark.parametrize("noun", ["补助标准", "奖励办法"])
def test_what_stands_in_front_of_who_has_not_sent_it_is_missing(noun: str) -> None:
    sheet = read_sheet(
        f"全县秋粮收储会\n时间：2026年9月8日\n问题：仓容不足\n农机{noun}，发改局还没拿出来。\n"
    )
    assert [f"农机{noun}"] == [blank.what for blank in sheet.blanks]


def test_how_a_figure_moves_is_no_part_of_what_lacks_a_unit() -> None:
    sheet = read_sheet("全县秋粮收储会\n时间：2026年9月8日\n经费：夜班补助每次从80涨到120。\n")
    assert [] == [blank.what for blank in sheet.blanks if "从的" in blank.what]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("省里还没批", "省里还没有批。"),
        ("用林手续，省里还没批", "用林手续，省里还没有批。"),
        ("课后服务补助标准 区里没批下来", "课后服务补助标准，区里还没有批下来。"),
        ("隧道哪天开工定不了，省里没批", "隧道哪天开工，现在还定不下来，省里还没有批。"),
        ("搬迁的费用还没批下来", "搬迁的费用还没有批下来。"),
        ("挂钩比例没定", ""),
        ("谁牵头还没定", ""),
        ("还是往年的数，今年涨不涨劳资科没回话，待定", "今年涨不涨，劳资科还没有回话。"),
        ("剩下的向市局争取（没批下来）", "剩下的向市局争取，还没有批下来。"),
        ("差的原因正在核", "差的原因还在核。"),
        ("人事科说排不排得出来还要看，没敲死", "排不排得出来，还要看。"),
        ("补助每月多少县里还在研究", ""),
    ],
)
def test_what_somebody_else_decides_is_said_plainly(text: str, said: str) -> None:
    assert said == plainly_open(text)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("感应器采购方", "感应器由【】采购。"),
        ("烟感钱出资方", "烟感钱由【】出。"),
        ("每年补助", "每年补助【】。"),
    ],
)
def test_who_does_it_and_what_is_paid_have_their_blank(name: str, said: str) -> None:
    assert said == said_with_blank(name, "【】")


def test_a_rule_for_whoever_does_so_asks_nobody() -> None:
    head = "某公司生产工作会\n2027年3月3日 上午9:30\n总经理 谭立本 讲 9分钟\n要求：\n"
    sheet = read_sheet(f"{head}每班结束关机，班长签字，谁没关扣谁，扣多少没定。")
    assert ["扣减数额"] == [blank.what for blank in sheet.blanks]
    assert sheet.facts[0].text.endswith("谁没关扣谁")


def test_what_is_open_is_told_with_the_fact_that_shares_its_words() -> None:
    sheet = read_sheet(
        "镇推进会\n讲话人：镇长 祁安，8分钟\n情况：\n1. 县里一季度考核，我们排第13。\n2. 旱厕拆了212处。\n"
        "3. 二季度县里考核争第几，还没定。\n"
    )
    (blank,) = sheet.blanks
    assert (sheet.facts[0].id,) == blank.about


def test_why_something_went_wrong_is_no_blank() -> None:
    sheet = read_sheet("市推进会\n讲话人：局长 祁安，8分钟\n问题：\n1. “多要一张纸”的根子在我们没给口径。\n")
    assert () == sheet.blanks


@pytest.mark.parametrize(
    ("row", "blanks"),
    [
        ("高温补贴6月起按天发（标准财政局还没批）", ["高温补贴标准"]),
        ("食堂改造8月25日前完工。预算（等教育局批，数还没下来）", ["食堂改造预算"]),
        ("窗口人员培训两期，每期多少人、经费没批", ["每期人数", "经费批复"]),
        ("10月份县里组织一次互查，具体哪天，等市里安排", ["日期"]),
        ("产量任务3月调不调，公司没回", ["产量任务3月是否调"]),
        ("每个站公布举报电话（号码还没申请下来）", ["号码"]),
        ("配送车还差6辆，每辆约18万", []),
        ("管护工资从水费里出，怎么分摊，办法正在拟", ["管护工资分摊办法"]),
        ("椅子明年换，钱还没着落", ["资金来源"]),
        ("绩效：降漏和工资挂钩的比例，职代会还没过", ["降漏和工资挂钩的比例"]),
    ],
)
def test_what_a_row_tells_as_open_is_named_by_the_matter_in_front(row: str, blanks: list[str]) -> None:
    sheet = read_sheet(f"【要求】\n1. {row}\n")
    assert [blank.what for blank in sheet.blanks] == blanks
    assert not any("没" in fact.text for fact in sheet.facts)


def test_what_is_not_through_is_plainly_open() -> None:
    assert plainly_open("号码还没申请下来") == "号码还没有申请下来。"
    assert said_with_blank("是否涨", "【】") == "涨不涨，定的是【】。"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("正在核", "这个数还在核。"),
        ("什么时候到没准信", "什么时候到，还没有准信。"),
        ("其余25人什么时候到，人社局没准话", "其余25人什么时候到，还没有准话。"),
        ("重了多少没统计", "重了多少，还没有统计。"),
        ("B超机什么时候修好厂家没回话", "B超机什么时候修好，厂家还没有回话。"),
    ],
)
def test_what_only_time_can_tell_is_said_plainly(text: str, said: str) -> None:
    assert said == plainly_open(text)


def test_what_was_not_written_is_no_name() -> None:
    assert "一期还是一年" == name_of_missing(["报来没写是一期还是一年"])


def test_two_things_that_are_missing_are_not_said_by_the_end_of_their_name() -> None:
    assert said_with_blank("号码和值守人", "【】") == ""


def test_what_departments_have_not_agreed_on_is_told_as_open() -> None:
    sheet = read_sheet("2026年7月9日，云岭县会议。副县长 邵明远 讲话。\n1. 坐车免费，部门还在商量，没定。\n")

    assert [blank.what for blank in sheet.blanks] == ["坐车免费"]
    assert plainly_open(sheet.blanks[0].text) == "坐车免费，部门还在商量。"


@pytest.mark.parametrize(
    ("line", "name", "said"),
    [
        ("夜班班车的事还在谈，定不了，空着", "夜班班车的事", "夜班班车的事还在谈。"),
        ("值班电话的事在商量，没准", "值班电话的事", "值班电话的事在商量。"),
    ],
)
def test_what_is_still_talked_of_is_told_plainly_and_nothing_of_how_to_write_it(
    line: str, name: str, said: str
) -> None:
    sheet = read_sheet(f"2026年7月9日，云岭县会议。副县长 邵明远 讲话。\n1. {line}。\n")

    assert [name] == [blank.what for blank in sheet.blanks]
    assert not sheet.facts
    assert said.replace("还", "") == plainly_open(sheet.blanks[0].text).replace("还", "")


@pytest.mark.parametrize("tail", ["总务科在查", "财政所正在问", "得问总务处"])
def test_who_looks_into_what_is_open_is_told_to_the_writer(tail: str) -> None:
    sheet = read_sheet(
        f"2026年7月9日，云岭县会议。副县长 邵明远 讲话。\n1. 折叠床买了150，没写张还是套，{tail}。\n"
    )

    assert ["折叠床买了150"] == [fact.text for fact in sheet.facts]


def test_what_is_done_once_has_its_price_for_a_name_and_not_the_fact_in_front() -> None:
    sheet = read_sheet(
        "2026年7月9日，云岭县会议。副县长 邵明远 讲话。\n"
        "1. 修泵钱1.8万镇里出，11月底前修好。洗一次收多少钱，财政所还没定。\n"
        "2. 夜班补贴从6月起提，提多少院务会还没定。\n"
    )
    assert ["金额", "夜班补贴金额"] == [blank.what for blank in sheet.blanks]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("是否含汤", "是不是含汤，以【】为准。"),
        ("考核办法改的人", "考核办法由【】改。"),
        ("专员办法定的人", "专员办法由【】定。"),
        ("是否从9月补起", "是不是从9月补起，以【】为准。"),
        ("修的人", "由【】去修。"),
    ],
)
def test_whether_and_who_are_said_with_a_blank_in_a_whole_sentence(name: str, said: str) -> None:
    assert said == said_with_blank(name, "【】")


def test_who_leads_is_open_though_why_stands_between() -> None:
    sheet = read_sheet(
        "2026年9月1日（周二），开学工作会，给校长罗川写讲话稿，6分钟。\n教务处牵头，德育处配合。英语由谁牵头，教研组长正在换人，还没定。"
    )
    assert ["英语牵头单位"] == [blank.what for blank in sheet.blanks]


def test_what_nobody_waits_for_is_no_blank() -> None:
    assert not read_sheet("任务：遇到大雨，后坡的住户先搬，不用等通知。").blanks


def test_what_of_each_costs_money_as_the_figure_in_front_does() -> None:
    sheet = read_sheet("经费：每亩补贴20元，离田的每吨补40。")
    assert not sheet.blanks


def test_for_whom_nobody_is_named_is_asked_beside_its_task() -> None:
    sheet = read_sheet(
        "2026年9月1日（周二），门诊服务工作会，给院长罗川写讲话稿，6分钟。\n"
        "要办的：代煎中药10月15日前开通；导诊岗10月20日前设好。\n"
        "分工：门诊部牵头。导诊岗由护理部负责，代煎配送找哪家公司还没定。\n"
    )
    (blank,) = sheet.blanks
    assert (sheet.facts[0].id,) == blank.about
