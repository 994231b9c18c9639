"""What a sheet leaves open is said beside its matter, as a sentence that holds once its blank is filled."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose, to_text

SHEET = """【任务】2026年4月10日（周五）下午3点，清河县秋季工作推进会，给副县长 罗川 写讲话稿，6分钟。
【情况】
1. 全县沟渠214公里，清理了96公里。
2. {row}。
【要求】
3. 沟渠10月底前再清一遍。
{wish}"""


def said(row: str, wish: str = "") -> str:
    return to_text(compose(read_sheet(SHEET.format(row=row, wish=wish))))


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("阅览室桌椅10月底前换完，换多少套没报来", "阅览室桌椅10月底前换完，换【阅览室桌椅套数】套。"),
        ("刷卡机信息科9月28日前装好，花多少钱还没报来", "装好，花【刷卡机费用】。"),
        ("电梯签了14户，还差5户，啥时候签完社区没说", "还差5户，【电梯签完时间】签完。"),
        ("每两周查一次卫生，跟评优挂钩，占几分没算好", "跟评优挂钩，占【分数】分。"),
    ],
)
def test_what_is_open_of_a_fact_goes_on_with_its_sentence(row: str, sentence: str) -> None:
    assert sentence in said(row)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("剩下的管子啥时候换还没个准，先空着", "剩下的管子【管子更换时间】换。"),
        ("评先进算不算值日分，校务会没定，先空着", "评先进【算或不算】值日分。"),
        ("北片社区联络人还没报", "北片社区联络人是【北片社区联络人姓名】。"),
        ("奖励金额另行研究", "奖励金额是【奖励金额】。"),
        ("持卡率没算出来", "持卡率是【持卡率】。"),
        ("施工许可还没拿到", "施工许可，【待补：施工许可】。"),
        ("巡查结果和绩效怎么挂钩还在商量", "巡查结果和绩效按【巡查结果挂钩办法】挂钩。"),
        ("护学岗保险买不买、买哪家的没定", "护学岗保险【买或不买】。"),
        ("暑托班的事在跟工会商量名额", "暑托班的事在跟工会商量名额。"),
        ("演练方案有了初稿，还没过会", "演练方案有了初稿，还没有过会。"),
        ("市里7家的总联络人还没定", "市里7家由【总联络人】总联络。"),
        ("备用电源一台的价没报来", "备用电源的价钱，按【备用电源单价】算。"),
        ("河口镇哪位领导包还没报", "河口镇的包保责任人是【河口镇包保责任人】。"),
        ("哪家企业明年承办没定", "明年由【承办单位】承办。"),
        (
            "适老化改造谁牵头各乡镇报，还有4个乡镇没报来",
            "适老化改造由【适老化改造牵头单位】牵头，还有4个乡镇没有报来。",
        ),
        ("剩下的哪里出没定", "剩下的从【资金来源】出。"),
        ("备用卷几套没写", "备用卷有【备用卷套数】套。"),
        ("东坡两个村的技术员还没定", "东坡两个村的技术员是【技术员姓名】。"),
        ("4家没签字的，反对的理由没报来", "4家没签字的，反对的理由是【反对的理由】。"),
        ("3家退货没谈拢的，赔多少没报来", "3家退货没谈拢的，赔【金额】。"),
        (
            "护林员补助什么时候发，各村报，还有2个村没报来",
            "护林员补助【护林员补助发放时间】发，还有2个村没有报来。",
        ),
        ("监理费按几个点收，区里没回话", "监理费按【监理费点数】个点收。"),
        ("6家没核完的供应商，涉及金额没报来", "6家没核完的供应商，涉及金额是【涉及金额】。"),
    ],
)
def test_what_is_open_has_a_sentence_of_its_own(row: str, sentence: str) -> None:
    assert sentence in said(row)


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ("涂料工津贴涨多少，公司还没批下来，不要许", "津贴"),
        ("新楼预算还在县里批，多少别写", "预算"),
        ("晚回的船罚不罚、罚多少，镇里还在研究，会上别讲", "罚"),
        ("跟奖金怎么挂还在测算，别写数", "奖金"),
    ],
)
def test_nothing_is_said_of_what_is_not_to_be_said(row: str, word: str) -> None:
    text = said(row)
    assert word not in text and "空着" not in text


def test_nothing_is_said_of_what_is_open_of_those_who_are_not_named() -> None:
    assert "岭底" not in said("岭底乡由谁去包，还没定", "【罗县长交代】岭底、鲁庄不点名。\n")


def test_a_wish_on_one_amount_hushes_no_other() -> None:
    row = "锚链断了3根，赔了23万元，还有两户赔多少别说。县里要发一批救生衣，多少件没说"
    assert "【件数】件" in said(row)


def test_what_was_left_undone_in_a_story_is_no_blank() -> None:
    assert "【" not in said("夜班听见响声，交接本上没写")


def test_what_is_open_of_another_matter_stands_behind_what_is_said_of_the_first() -> None:
    text = said("洒水车7月20日前修好，设备科管。路上种的树，几条没定")
    assert 0 < text.find("就是真修好了") < text.find("【条数】条")


def test_who_asks_for_something_does_not_answer_it() -> None:
    row = "家委会希望放学后开放操场"
    wish = "【校长交代】放学后开放操场不能答应；哪天答复还没定。\n"
    assert "开放操场。这件事，【答复日期】答复。" in said(row, wish)


def test_a_sort_of_bodies_that_stays_unnamed_hushes_no_one_of_them() -> None:
    text = said("北苑社区哪位领导联系还没报", "【罗县长交代】填假记录的要批，不点社区。\n")
    assert "北苑社区由【北苑社区联系人】联系。" in text


def test_reasons_that_others_give_are_told_with_what_they_are_reasons_of() -> None:
    told = said("乡镇不报名的理由：怕费事31个，没人手20个")

    assert "乡镇不报名的理由：怕费事31个，没人手20个。" in told
