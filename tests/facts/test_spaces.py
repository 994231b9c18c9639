"""Blanks of loose lines, as they are printed."""

import pytest

from drafter.facts import read_sheet
from drafter.facts.cut.spaces import closed_up

HEAD = "供水公司安全生产会\n2026年6月11日上午9:00\n总经理 喻承泽 讲 9分钟\n"


@pytest.mark.parametrize(
    ("loose", "printed"),
    [
        ("体育满分率 64%", "体育满分率64%"),
        ("食堂保温柜 9月5日前换好 花 8.6万", "食堂保温柜9月5日前换好，花8.6万"),
        ("查寝 每晚两次 9月1日起", "查寝每晚两次，9月1日起"),
        ("路灯 新装40盏 9月底前完成 城管所负责", "路灯新装40盏，9月底前完成，城管所负责"),
        ("D级房由副主任 方少华 负责", "D级房由副主任 方少华 负责"),
        ("GDP 增长 5%", "GDP 增长5%"),
        ("没有空格", "没有空格"),
    ],
)
def test_no_blank_stands_between_chinese_signs_and_figures(loose: str, printed: str) -> None:
    assert printed == closed_up(loose)


@pytest.mark.parametrize("cost", ["花 8.6万", "共投96万", "区里拨 12万", "筹了11万", "奖3万", "发救助金96万"])
def test_what_is_paid_is_money(cost: str) -> None:
    facts = read_sheet(f"2026年8月28日 青桐中学开学大会\n要求：\n- 保温柜9月5日前换好，{cost}\n").facts

    assert ["元"] == [q.unit for fact in facts for q in fact.quantities if q.scale]


@pytest.mark.parametrize(
    ("loose", "said"),
    [
        ("线索527条 办结489条 追回3460万 涉及2890人", "线索527条，办结489条，追回3460万，涉及2890人"),
        ("广场8月15日前解决 支队长 鲁成栋 负责", "广场8月15日前解决，支队长 鲁成栋 负责"),
        ("1 26件12月31日前清零", "1 26件12月31日前清零"),
    ],
)
def test_what_is_counted_and_who_answers_end_a_part(loose: str, said: str) -> None:
    assert said == closed_up(loose)


@pytest.mark.parametrize(
    ("loose", "said"),
    [
        ("新办退休5310人 有37人发晚了一个月 来回让人跑", "新办退休5310人，有37人发晚了一个月，来回让人跑"),
        ("培训 先问企业要什么再开班 没有订单的班不开", "培训先问企业要什么再开班，没有订单的班不开"),
        ("没着落的毕业生 一人一策 9月底前推三个岗位", "没着落的毕业生，一人一策，9月底前推三个岗位"),
        ("模板 信息科7月10日前关掉", "模板，信息科7月10日前关掉"),
        ("骨伤科 抽40份 没有缺陷", "骨伤科抽40份，没有缺陷"),
        ("挪车 每晚十点到十一点 社区干部一起上", "挪车每晚十点到十一点，社区干部一起上"),
        ("投入 680 万元 建成 12 处", "投入680万元，建成12处"),
        ("不念PPT 只谈失败的实验", "不念PPT，只谈失败的实验"),
        ("一、介绍来宾 二、参观", "一、介绍来宾 二、参观"),
        ("汪启舟 局党组书记、局长", "汪启舟 局党组书记、局长"),
    ],
)
def test_a_blank_between_phrases_is_a_comma_but_not_behind_a_subject(loose: str, said: str) -> None:
    assert said == closed_up(loose)


def test_a_loose_line_tells_one_fact() -> None:
    sheet = read_sheet(f"{HEAD}情况：\n5月3日爆管 停水9小时 影响1270户 图纸跟地下对不上\n")
    assert ["5月3日爆管 停水9小时 影响1270户 图纸跟地下对不上"] == [fact.text for fact in sheet.facts]


def test_a_loose_line_of_the_leader_is_one_wish() -> None:
    sheet = read_sheet("情况：\n值班脱岗2次\n局长意思\n两个岗没人的事 点事不点人\n")
    assert ["值班脱岗2次"] == [fact.text for fact in sheet.facts]


def test_whose_the_wishes_of_a_loose_line_are_is_no_wish() -> None:
    sheet = read_sheet("情况：\n值班脱岗2次\n院长意思 病人跑不了这句话要讲 老万要表扬\n")
    assert ["病人跑不了这句话要讲", "老万要表扬"] == [wish.text for wish in sheet.intents]


def test_what_may_be_praised_is_no_fact() -> None:
    sheet = read_sheet("情况：\n去年除夕物业经理扫雪扫到天亮，12人一夜没睡，可以夸。\n")
    assert ["可以夸"] == [wish.text for wish in sheet.intents]
    assert "夸" not in "".join(fact.text for fact in sheet.facts)


def test_what_the_leader_says_within_a_sentence_is_a_wish() -> None:
    sheet = read_sheet("要求：\n烘干机8月20日前检修完。镇长的意思是讲得家常点，别念文件。\n")
    assert ["烘干机8月20日前检修完"] == [fact.text for fact in sheet.facts]
    assert ["讲得家常点，别念文件"] == [wish.text for wish in sheet.intents]


def test_figures_end_an_agenda_that_no_heading_ends() -> None:
    lines = "议程\n平安办 通报摸排\n邬主任 讲话\n小区 43个 被占的29个\n"
    sheet = read_sheet(f"消防整治动员会\n6月16日上午九点\n主任 邬静川 讲 12分钟\n{lines}")
    assert ["小区 43个 被占的29个"] == [fact.text for fact in sheet.facts]


@pytest.mark.parametrize("told", ["他蹲在晒场上哭", "要给局长写个讲话", "三号塔对讲机有两部坏的"])
def test_what_names_nobody_who_acts_is_no_step(told: str) -> None:
    text = f"会前先由生产科长报数，再请四工区说办法，然后场长讲，{told}。"
    before = read_sheet(f"春造收尾会\n场长 邝树声 讲10分钟\n{text}\n").before
    assert told not in [step.text for step in before]


def test_a_table_typed_with_blanks_tells_who_and_by_when() -> None:
    titles = "序号  事项            责任单位    时限\n"
    table = f"{titles}1     坏的3台泵修好    城管办      6月11日\n2     沙袋补到5000条   应急办      6月12日"
    facts = read_sheet(f"防汛调度会\n2026年6月9日上午9点\n任务\n{table}\n").facts
    assert ["坏的3台泵修好", "沙袋补到5000条"] == [fact.text for fact in facts]
    assert [("城管办",), ("应急办",)] == [fact.owners for fact in facts]


@pytest.mark.parametrize("called", ["骆厂长", "骆厂", "骆", "厂长", "领导"])
def test_a_line_behind_what_the_speaker_is_called_is_all_his_wishes(called: str) -> None:
    head = "机械厂职工座谈会，2026年5月8日下午4点，二楼会议室。讲话：厂长 骆青，7分钟。\n"
    sheet = read_sheet(
        f"{head}情况：\n一线职工684人，去年走了72人。\n{called}：走了72人先认账；涨工资的话别松口。\n"
    )
    assert ["走了72人先认账", "涨工资的话别松口"] == [wish.text for wish in sheet.intents]
    assert ["一线职工684人", "去年走了72人"] == [fact.text for fact in sheet.facts]


def test_a_line_of_one_whose_name_no_step_tells_is_his_wishes() -> None:
    sheet = read_sheet("出租房屋管理会，2026年7月8日下午3点\n材料：出租房6840套\n段委员：客气点，道理讲清\n")
    assert ["客气点，道理讲清"] == [wish.text for wish in sheet.intents]


def test_a_blank_in_front_of_a_masked_name_is_none() -> None:
    assert "医生，隗某" not in closed_up("骨科医生 隗某 带药商进病房，每盒提8块 一共拿了11万")
