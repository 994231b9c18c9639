"""What a fact lacks, and how many of how many, is said in the words and figures of the fact."""

from __future__ import annotations

from decimal import Decimal

import pytest

from drafter.facts.read import read_sheet
from drafter.templating.compose.forms.counting import counted_out
from drafter.templating.compose.forms.forms import forms_of
from drafter.templating.compose.given import material_of_sheet
from drafter.templating.compose.plan.statements import statements_of

HEAD = "全县某项工作推进会\n时间：2026年9月8日上午9点\n讲话人：县长 严知秋，8分钟\n情况：\n"


def forms(fact: str) -> dict[str, str]:
    """Return the forms of the first statement of a sheet with this fact."""
    material = material_of_sheet(read_sheet(f"{HEAD}{fact}\n"))
    return forms_of(statements_of(material)[0], material).words


def test_where_nobody_was_is_told_in_the_words_of_the_fact() -> None:
    assert forms("问题：4个火点夜里着的，那会儿值守点上没人")["nobody"] == "值守点上没人"
    assert "nobody" not in forms("问题：入户走访时家里没人")


def test_who_is_not_found_is_parted_from_what_is_not_done() -> None:
    assert forms("问题：全学期访了1830户，还有486户没访到")["unfound"] == "没访到的486户"
    assert forms("问题：用瓶装气的97家，没装报警器的14家")["unmet"] == "没装报警器的14家"


@pytest.mark.parametrize(
    "fact", ["问题：还有4个没水", "问题：土地协调好42户，剩6户没签字", "问题：8个断面有1个没达标"]
)
def test_what_is_not_there_who_has_a_right_to_refuse_and_one_alone_is_nothing_put_off(fact: str) -> None:
    assert "unmet" not in forms(fact)


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (58, 160, "三块里不止一块"),
        (18, 27, "三块里就有两块"),
        (9, 46, "差不多五块里就有一块"),
        (96, 213, "将近一半"),
        (19, 38, "正好一半"),
        (36, 57, "一半还多"),
        (3, 100, ""),
        (97, 100, ""),
    ],
)
def test_a_share_is_counted_out_in_small_numbers(part: int, whole: int, said: str) -> None:
    assert counted_out(Decimal(part), Decimal(whole), "块") == said


def test_what_is_measured_is_not_counted_out() -> None:
    assert counted_out(Decimal(73), Decimal(81), "%") == ""


def test_a_part_of_what_was_looked_into_is_of_the_whole() -> None:
    assert forms("问题：麦茬高度抽查160块地，超过15厘米的58块")["of"] == "160块里有58块"


def test_of_several_parts_none_is_counted_out_alone() -> None:
    assert "ratio" not in forms("问题：没开工的13个，卡在用地7个，卡在环评4个，缺资金2个")


def test_the_largest_of_parts_that_make_up_a_whole_is_named() -> None:
    found = forms("问题：到期没改的隐患27条，里头机电18条，运输6条，通风3条")

    assert (found["most"], found["mostof"], found["mostratio"]) == ("机电", "18条", "三条里就有两条")


def test_a_part_is_called_by_all_of_its_name() -> None:
    assert forms("问题：发现问题19家，数据差错率超标11家，报表迟交8家")["most"] == "数据差错率超标"


def test_a_part_is_called_by_its_whole_name_and_counted_by_its_unit() -> None:
    assert "most" not in forms("问题：周边老窑12处，其中积水范围说不清楚的9处，资料不全的3处")
    found = forms("问题：食堂投诉57件，说菜凉的31，说分量不匀的14，其他12")
    assert found.get("mostof", "31件") == "31件"


def test_what_is_in_order_is_no_part_that_presses() -> None:
    assert "most" not in forms("问题：喷雾装置136套，能用的121套，喷嘴堵的11套，断水的4套")


def test_what_there_was_before_is_not_what_is_done() -> None:
    assert "undone" not in forms("情况：公厕开到晚上10点的公园有14个，以前只有5个")


def test_where_several_things_are_to_come_none_of_them_is_all() -> None:
    assert forms("任务：坏的7台烘干机9月30日前修好")["items"] == "7台"
    assert "items" not in forms("任务：潜水泵备6台，编织袋4000条，9月20日前到")


def test_of_a_rate_in_a_ranking_nobody_stands_in_front() -> None:
    assert "ahead" not in forms("问题：解决率66.2%，全市12个区排第10位")


def test_parts_that_do_not_make_up_the_whole_have_no_largest() -> None:
    assert "most" not in forms("问题：查出隐患30条，机电18条，运输6条")


def test_what_is_lacking_is_no_part_beside_what_is_there() -> None:
    assert "most" not in forms("问题：学校食堂128个，接通监控的103个，没接的25个")
    assert "most" not in forms("问题：可燃气体报警器52个，恢复了49个，3个等配件")


@pytest.mark.parametrize(
    ("fact", "two", "ratio"),
    [
        ("问题：没办结的，用地41件、融资27件、其他25件", "用地、融资", "差不多四件里就有三件"),
        (
            "问题：不满意的抽了120件回访，47件是“说了没办”，38件是“办了没告诉”，其余35件是诉求本身办不了",
            "“说了没办”“办了没告诉”",
            "三件里不止两件",
        ),
    ],
)
def test_two_parts_that_are_most_of_a_whole_are_told_together(fact: str, two: str, ratio: str) -> None:
    found = forms(fact)

    assert (found["two"], found["tworatio"]) == (two, ratio)


def test_what_is_out_of_use_is_the_rest_of_what_is_in_use() -> None:
    assert forms("问题：救生衣账上1200件，能用的1013件")["off"] == "不能用的有187件"


def test_what_it_was_beside_what_it_is_tells_by_how_much_it_is_more() -> None:
    assert forms("问题：跌倒坠床14例，去年同期9例")["more"] == "比去年同期多出来的5例"


def test_a_figure_that_rose_tells_by_how_much_wherever_it_stands() -> None:
    found = forms("问题：2月四次查岗，迟到早退23人次，比1月多9人次")

    assert found["more"] == "比1月多出来的9人次"


def test_a_rank_that_fell_is_no_more_than_it_was() -> None:
    assert "more" not in forms("问题：县里一季度考核，16个乡镇，我们第13，去年同期第8")


def test_how_far_a_year_is_is_held_against_its_work() -> None:
    found = forms("进度：上半年产值完成12亿元，完成全年计划的41%")

    assert (found["gone"], found["behind"]) == ("一年过了一半", "41%")


def test_days_on_end_are_told_in_years() -> None:
    assert forms("成绩：连续安全生产1127天")["years"] == "三年还多"


def test_the_highest_is_told_as_so_many_times_the_lowest() -> None:
    assert forms("问题：退回率最高的区县31.4%，最低的区县6.9%")["times"] == "四倍还多"


def test_figures_that_fall_from_step_to_step_are_told_in_a_row() -> None:
    found = forms("进度：愿意装的186个，签齐的73个，开工29个，用上的11个")

    assert found["steps"] == "从186个到73个、29个、11个"


def test_how_long_somebody_waits_weighs_where_it_has_not_become_shorter() -> None:
    assert forms("问题：有农户卖粮排队超过6小时")["wait"] == "6小时"
    assert "wait" not in forms("成绩：候诊从71分钟降到28分钟")
    assert "wait" not in forms("问题：塔吊限位失灵，等着3月4日来人")
    assert "wait" not in forms("问题：鉴定机构区里就1家，排队排到9月")


def test_what_is_written_down_stands_beside_what_it_is() -> None:
    found = forms("问题：上门量温度，填的18度其实只有15.6度")

    assert (found["claimed"], found["real"]) == ("18度", "15.6度")


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ("缺口：照管员应配86人，到岗71人，缺15人", "六个里不止一个"),
        ("缺口：充电口现有1120个，缺口230个", "差不多六个里就有一个"),
    ],
)
def test_a_gap_is_counted_out_of_what_there_ought_to_be(fact: str, said: str) -> None:
    assert forms(fact)["gapratio"] == said


def test_those_who_came_fill_what_was_lacking() -> None:
    assert "gapratio" not in forms("幼儿园老师缺86名，已招61名到岗")


def test_what_stands_on_paper_and_is_not_so_is_held_against_it() -> None:
    assert forms("问题：暗访38处，19处没人巡，记录本上天天有签名")["paper"] == "记录本上天天有签名"
    assert "paper" not in forms("问题：台账齐全，少了一本")


def test_two_of_a_kind_are_held_against_each_other() -> None:
    found = forms("问题：织造二车间9月停机87次，一车间31次")

    assert (found["pair"], found["pairtimes"]) == ("87次对31次", "两倍还多")


def test_a_rate_beside_another_has_nobody_who_misses_it() -> None:
    assert "missed" not in forms("问题：按期办结率94.2%，满意率81.7%，全区排第9，二季度第6")


def test_of_what_is_as_it_should_be_the_rest_is_counted() -> None:
    found = forms("问题：订单交期抽查80单，按期交的57单")

    assert found["off"] == "没按期交的有23单"
    assert "ratio" not in found and "idle" not in found


def test_what_is_sent_out_and_comes_back_leaves_nothing_open() -> None:
    assert "restshare" not in forms("进度：承诺书发出4.6万份，收回4.1万份")


@pytest.mark.parametrize(
    ("fact", "seen", "unseen"),
    [
        ("原因：考核只看件数不看结果", "件数", "结果"),
        ("原因：销售只管签单，不管收款", "签单", "收款"),
    ],
)
def test_what_is_looked_at_is_held_against_what_is_not(fact: str, seen: str, unseen: str) -> None:
    found = forms(fact)

    assert (found["seen"], found["unseen"]) == (seen, unseen)


def test_what_one_person_has_to_look_after_is_told_one_by_one() -> None:
    found = forms("原因：夜班一个人管43张床")

    assert (found["load"], found["loadone"]) == ("43张床", "一张")


def test_what_took_longer_than_was_laid_down_tells_by_how_much() -> None:
    assert forms("问题：青石镇的队伍集合用了52分钟，规定是20分钟")["over"] == "比规定的多出32分钟"


@pytest.mark.parametrize(
    ("fact", "vain", "after"),
    [
        ("问题：校门口接送车乱停，交警来了三回，还是堵", "三回", "第四回"),
        ("问题：棉纺厂宿舍的通道占了半年，三次交办都没动", "三次", "第四次"),
    ],
)
def test_what_was_tried_in_vain_tells_of_the_next_time(fact: str, vain: str, after: str) -> None:
    found = forms(fact)

    assert (found["vain"], found["nextvain"]) == (vain, after)


def test_how_long_nobody_put_a_hand_to_it_is_told() -> None:
    assert forms("问题：第三水厂一台备用泵，轴承坏了半年没修")["span"] == "半年"


def test_what_is_behind_its_plan_tells_by_how_much() -> None:
    found = forms("进度：图书编目62万册，完成47万册，比计划慢6万册")

    assert (found["late"], found["lateby"]) == ("比计划慢6万册", "6万册")


def test_two_faults_side_by_side_are_no_share_of_each_other() -> None:
    found = forms("问题：没办下许可证的71家，消防没过的54家")
    assert not {"share", "ratio", "rest"} & found.keys()


def test_of_a_whole_that_is_seen_at_a_glance_no_share_is_counted_out() -> None:
    assert "share" not in forms("问题：抽查9个村，有4个村的名单还是前年的")
    assert "share" in forms("问题：抽查90个村，有40个村的名单还是前年的")


def test_where_the_percentage_is_told_the_share_is_not_counted_out() -> None:
    assert "ratio" in forms("问题：抽查首台720台，不准点的302台")
    assert "ratio" not in forms("问题：抽查首台720台，不准点的302台，准点率58.1%")


def test_how_often_somebody_came_too_late_was_nothing_tried_in_vain() -> None:
    assert "vain" not in forms("问题：有2次我们的人还没到，船已经开走了")


def test_so_many_for_each_are_not_all() -> None:
    assert "items" not in forms("任务：每个乡镇配除湿机2台，9月30日前到位")
