"""Words that are said to the writer are not read out, and the report tells so."""

from __future__ import annotations

import pytest

from drafter.facts.read import read_fact, read_sheet
from drafter.facts.sheet import FactType
from drafter.templating.compose import compose, to_text
from drafter.templating.compose.wishes.instructions import (
    instructions_in,
    is_label_for_writer,
    is_said_to_writer,
    without_instructions,
)


@pytest.mark.parametrize(
    "text",
    [
        "这三个都核过了，可以点名",
        "对老老实实干事的要撑一句腰",
        "没评上的班组也带一句",
        "上述数字都核对过了",
        "这事核过了，可以讲",
        "执纪的话他讲",
        "咱们不碰",
        "只说事不说人",
        "具体金额先不写",
        "这个周局要自己说，先从自己检讨起",
        "周局说他来定",
        "这件事局长要讲，点小区，不点股室",
        "先不写号码",
    ],
)
def test_what_only_tells_the_writer_what_to_do_is_left_out(text: str) -> None:
    assert is_said_to_writer(read_fact(text, FactType.SITUATION))


@pytest.mark.parametrize(
    "text",
    [
        "每次训练先点名，缺一个找一个",
        "值班人员早晚点名",
        "校长来讲第一课",
        "来了人先说一声您好",
        "哪3家不公布",
        "名单月底公布",
        "设备都核过了编号",
        "信访件不许压",
        "全年不写检讨的班组有4个",
    ],
)
def test_what_tells_the_hall_something_is_no_instruction(text: str) -> None:
    fact = read_fact(text, FactType.SITUATION)
    assert not is_said_to_writer(fact)
    assert instructions_in(fact) == ()


def test_of_a_fact_with_an_instruction_only_the_fact_is_said() -> None:
    text = "班组长违章按规定加倍处罚，标准正在修订，不说数"
    assert without_instructions(text) == "班组长违章按规定加倍处罚，标准正在修订"
    assert instructions_in(read_fact(text, FactType.CHECK)) == ("不说数",)


def test_a_label_that_tells_of_whom_one_may_speak_is_not_said() -> None:
    assert is_label_for_writer("可以说到的人")
    assert not is_label_for_writer("可以改的地方")


HEAD = "{name}\n时间：2026年9月8日上午9点\n讲话人：镇长 严知秋，8分钟\n情况：\n全镇网格38个\n"


def said(name: str, line: str) -> str:
    return to_text(compose(read_sheet(f"{HEAD.format(name=name)}{line}\n")))


def test_that_the_speaker_speaks_is_no_fact_of_his_speech() -> None:
    line = "安排：村书记先讲水渠的事，农业办讲补贴政策，严镇长讲话，最后举手表决。"
    assert "严镇长讲话" not in said("全镇秋种工作推进会", line)


def test_at_a_ceremony_nobody_hears_what_is_still_open() -> None:
    assert "没定" not in said("阀门产业园开工仪式", "二期什么时候开没定")


def test_what_the_writer_is_told_is_reported_as_not_said() -> None:
    speech = compose(read_sheet(f"{HEAD.format(name='全镇秋种工作推进会')}种粮大户12家，都核过了\n"))
    assert "核过" not in to_text(speech)
    assert "都核过了" in repr(speech.report)


def test_no_scrap_of_a_fact_is_said_where_its_name_is_spared() -> None:
    sheet = (
        f"{HEAD.format(name='公司三季度生产工作会')}退货1.2万件，损失约74万元。硫化车间。\n"
        "镇长交代：不点车间\n"
    )
    assert "硫化。" not in to_text(compose(read_sheet(sheet)))


@pytest.mark.parametrize(
    "text",
    [
        "地测科报的",
        "电表推的",
        "市监局给的数",
        "经发办查的",
        "保安室数的",
        "统计上的口径",
        "财务说就按这个数写",
        "估的",
        "报来的表就这样",
        "表上就这么写的",
        "先空着",
        "先留空",
        "估计是万",
        "可以细讲",
        "可以展开",
        "这个能讲",
        "要讲",
    ],
)
def test_where_a_figure_is_from_and_how_to_write_it_is_left_out(text: str) -> None:
    assert is_said_to_writer(read_fact(text, FactType.SITUATION))


@pytest.mark.parametrize(
    "text",
    [
        "这笔钱是县里给的",
        "工资按件算的",
        "垃圾桶村里给的",
        "3号楼的房子还空着",
        "隐患要当场报",
        "谁家报的谁家改",
        "名单自己报的",
        "估产900斤",
    ],
)
def test_who_gave_or_reckons_something_is_told(text: str) -> None:
    assert not is_said_to_writer(read_fact(text, FactType.SITUATION))


def test_a_source_in_brackets_is_not_read_out() -> None:
    speech = said("全村自来水管护会", "去年抽水127000吨（电表推的），收上钱的只有71000吨")
    assert "推的" not in speech
    assert "127000吨" in speech


@pytest.mark.parametrize("source", ["物业报的", "市监局给的数", "老孙口头说的", "叫号机推的"])
def test_from_whom_a_figure_is_stays_unsaid_wherever_its_bracket_stands(source: str) -> None:
    for line in (f"修电梯花了31万元（{source}），今年预算20万元", f"今年不合格13家（{source}）"):
        assert source not in said("全镇电梯整治推进会", line)


def test_that_he_may_be_called_by_his_surname_is_said_to_the_writer() -> None:
    text = "案子已判，判决书公开，可以点姓不点名"
    assert without_instructions(text) == "案子已判"


@pytest.mark.parametrize("clause", ["别打包票", "不许愿", "能不能提先问他本人", "要不要讲还得问家属"])
def test_what_may_be_promised_or_told_is_said_to_the_writer(clause: str) -> None:
    assert without_instructions(f"补差社保还在算，{clause}") == "补差社保还在算"


def test_what_may_be_told_only_with_leave_is_not_told() -> None:
    line = "闵长根41年没出过事故\n闵长根老伴今年做了手术，能不能提先问他本人"
    assert "手术" not in said("全镇秋种工作推进会", line)
