"""Notes as colleagues write them, each fact of its type: what is done, wrong, told of somebody, to do."""

from __future__ import annotations

import pytest

from drafter.facts.people.people import find_duty
from drafter.facts.read import read_sheet

HEAD = "全县重点工作推进会\n时间：2026年6月17日上午9点\n讲话人：县长 苗望川，8分钟\n"


def types(line: str) -> list[str]:
    """The types of the facts of one line of notes."""
    return [fact.type.value for fact in read_sheet(f"{HEAD}情况：\n{line}\n").facts]


@pytest.mark.parametrize(
    ("line", "type_"),
    [
        ("去年全县查处涉水违法案件318起", "achievement"),
        ("罚没1246万元", "achievement"),
        ("好的是工业技改，投了19亿，多了两成", "achievement"),
        ("食堂改造完成，增加窗口8个", "achievement"),
        ("上半年全县计划开工重大项目62个，实际开了41个", "progress"),
        ("喷淋系统停用三个月", "problem"),
        ("消防通道长期堵，两次都写了保证书", "problem"),
        ("原执法二科科长廖某，给企业通风报信，收了9万块，判了两年三个月", "case"),
        ("还有两名协管员吃拿卡要，辞退了", "case"),
        ("高二（3）班林小满，暑假里在河边救起一名落水儿童，自己悄悄走了", "case"),
        ("全部建成后共接入6.5万个泊位", "task"),
        ("道闸8月10号装好", "task"),
    ],
)
def test_a_note_is_one_fact_of_its_type(line: str, type_: str) -> None:
    assert [type_] == types(line)


def test_what_is_beyond_talk_goes_on_with_its_task() -> None:
    assert ["task"] == types("国庆前剩下21个必须全开，没商量")


def test_what_waits_for_something_else_is_not_missing() -> None:
    sheet = read_sheet(f"{HEAD}商量下来的：交费的事，账贴出来以后再说，不催\n")
    assert (["task"], ()) == ([fact.type.value for fact in sheet.facts], sheet.blanks)


def test_an_accident_with_its_hour_is_no_time_of_the_meeting() -> None:
    rows = (
        "会议\t三号井顶板事故警示教育大会\n时间\t2026年9月10日15:00\n讲话人\t矿长 贺兰山\n"
        "事故情况\t9月2日凌晨3时20分，综采二队回柱时顶板冒落，1人死亡\n"
    )
    sheet = read_sheet(rows)
    assert ["case"] == [fact.type.value for fact in sheet.facts]
    assert "顶板冒落" in sheet.facts[0].text


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("5月底前高值耗材全部由市里统一议价", ("市里",)),
        ("医生办公室装录音录像，先装二级以上医院，三季度装完", ()),
    ],
)
def test_who_does_it_is_told_without_the_words_around(line: str, owners: tuple[str, ...]) -> None:
    assert [owners] == [fact.owners for fact in read_sheet(f"{HEAD}要求：\n{line}\n").facts]


def test_what_it_is_about_is_no_part_of_who_arranges_it() -> None:
    duty = find_duty("听故事的事团委安排")
    assert duty is not None
    assert ("团委",) == duty.owners


def test_those_who_have_a_say_first_are_a_step() -> None:
    head = "老槐社区养老座谈会 4月22日上午9:30 社区三楼活动室 副书记 邬长青 讲8分钟\n"
    sheet = read_sheet(f"{head}先听大家说，邬书记后讲\n问题：停车难\n")
    assert [("大家", "说")] == [(step.who, step.does) for step in sheet.before]


def test_a_heading_of_what_may_be_said_tells_no_fact() -> None:
    text = "一、程序\n教师发言；县长讲话\n二、可讲内容\n1. 今年招收新生1086人，新进教师23人。\n"
    assert ["今年招收新生1086人，新进教师23人"] == [f.text for f in read_sheet(f"{HEAD}{text}").facts]


def test_numerals_with_a_blank_open_headings() -> None:
    text = "一 会议情况\n9月18日上午8点，参会约260人\n二 卡点\n甲供料拖期，最长的晚了37天\n"
    assert ["problem"] == [f.type.value for f in read_sheet(f"工程板块动员会\n{text}").facts][-1:]


def test_a_room_does_nothing() -> None:
    assert [()] == [f.owners for f in read_sheet(f"{HEAD}要求：\n值班室9月底前改造12间\n").facts]


def test_what_a_leader_wants_said_is_no_fact() -> None:
    sheet = read_sheet(f"{HEAD}情况：\n全院执业医师412人\n县长要说的：向家属道谢；青年医师慢慢来，别急\n")
    assert ["全院执业医师412人"] == [fact.text for fact in sheet.facts]


def test_who_speaks_in_turn_is_told_in_the_order() -> None:
    head = "退休教师欢送会 6月26日下午4点 中学小会议室\n副校长 闻一笑 讲 3~4分钟\n今年退休：数学组 尚老师\n"
    sheet = read_sheet(f"{head}年轻老师代表先说，退休老师说，最后学校讲\n")
    assert ["年轻老师代表", "退休老师"] == [step.who for step in sheet.before]
    assert () == sheet.after


def test_what_a_figure_is_held_against_has_its_unit() -> None:
    assert () == read_sheet(f"{HEAD}问题：平均住院日8.4天（同级医院7.6）\n").blanks


@pytest.mark.parametrize(
    "line",
    [
        "没上牌的 57台，多在柳沟、上汊两个村",
        "没签的 14户 8月底前签完",
        "申报表 没报的 7月10日前补报",
        "7、8日中小学停课，共48所",
    ],
)
def test_whose_a_figure_is_and_the_first_of_two_days_stay_with_the_line(line: str) -> None:
    head = "某镇农机安全工作会\n2027年3月3日 上午9:30\n镇长 谭立本 讲 9分钟\n情况：\n"
    assert [fact.text for fact in read_sheet(head + line).facts] == [line]


def test_a_number_of_a_row_in_front_of_a_figure_is_no_decimal() -> None:
    facts = read_sheet(f"{HEAD}任务：\n1.8条隐患6月20日前改完\n2.四采区扩修巷道310米\n").facts
    assert "8条隐患6月20日前改完" == facts[0].text


def test_a_decimal_at_the_front_of_a_line_stays_one() -> None:
    facts = read_sheet(f"{HEAD}情况：\n1.8万人参保\n补缴2.4万人\n").facts
    assert "1.8万人参保" == facts[0].text


def test_days_counted_from_each_event_are_no_deadline_of_the_calendar() -> None:
    facts = read_sheet(f"{HEAD}要求：\n1. 投诉当天接、三天内见面\n").facts
    assert [None] == [fact.by for fact in facts]


def test_what_stands_behind_the_label_of_a_type_is_no_line_of_wishes() -> None:
    assert ["cause"] * 3 == types("原因：志愿者没培训；医疗点全摆在起点；赛事公司只管热闹。")


def test_what_was_talked_over_is_to_be_done() -> None:
    assert "intent" not in types("商量的意思：摊位定40个，抽签；晚上10点半收")
    assert not read_sheet(f"{HEAD}情况：\n商量的意思：摊位定40个，抽签；晚上10点半收\n").intents


def test_who_says_what_is_to_come_opens_no_wishes() -> None:
    assert not read_sheet(f"{HEAD}情况：\n气象局说3月下旬起连续晴天多，风大，火险偏高\n").intents
