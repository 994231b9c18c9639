from __future__ import annotations

import pytest
from msgspec.structs import replace

from drafter.facts import Forms, find_links, forms_of, read_sheet
from drafter.facts.kinship import sharing
from drafter.facts.read import read_fact
from drafter.facts.sheet import Fact, FactType

HEAD = "2026年4月10日（周五），某县某项工作推进会。\n材料：\n"


def links(text: str) -> list[tuple[str, str, str]]:
    return [(link.kind, link.source, link.target) for link in find_links(read_sheet(HEAD + text).facts)]


def test_a_task_is_linked_with_the_rest_that_it_ends() -> None:
    assert ("rest", "f2", "f1") in links("户厕改造全年700户，完成430户\n户厕剩下的6月30日前完工")


def test_what_is_called_undone_is_the_rest_of_what_is_done_in_the_same_word() -> None:
    assert ("rest", "f2", "f1") in links("全县小麦42万亩，收了31万亩\n任务：没收的麦子6月21日前抢完")


def test_a_task_with_the_number_that_is_left_is_linked_with_what_leaves_it() -> None:
    assert ("rest", "f2", "f1") in links("今年受理投诉437件，已结411件\n任务：26件12月31日前清零")


def test_the_figures_of_a_sentence_in_two_facts_leave_a_number() -> None:
    found = links("寒假检查83个食堂，查出问题197条，3月20日前改完152条\n任务：45条4月30日前改完")

    assert any(kind == "rest" for kind, _source, _target in found)


def test_a_number_that_one_of_many_figures_leaves_is_no_rest() -> None:
    found = links("楼门712个，摸底186个，签齐73个，用上43个\n任务：再签30个楼门")

    assert not any(kind == "rest" for kind, _source, _target in found)


def test_what_is_called_undone_alike_is_one_matter() -> None:
    found = links("没收的大多在北塬，有5个乡镇\n塘坝蓄水62%\n任务：没收的6月21日前抢完，农机站调度")

    assert ("f3", "f1") in [(source, target) for _kind, source, target in found]


def test_a_rule_answers_what_was_found_beyond_its_bound() -> None:
    found = links("问题：麦茬抽查160块地，超过15厘米的58块\n任务：留高超过15厘米的不给补贴")

    assert ("f2", "f1") in [(source, target) for _kind, source, target in found]


def test_a_deadline_is_linked_with_every_gap_on_its_line() -> None:
    found = links("编织袋缺2万条，土工布缺3000平方米，4月20日前补齐")

    assert {("gap", "f3", "f1"), ("gap", "f3", "f2")} <= set(found)


def test_an_owner_is_linked_with_the_problem_of_his_place() -> None:
    assert ("owner", "f2", "f1") in links("石塘村8处原样没动\n石塘村由镇党委副书记邢建包")


def test_a_task_is_linked_with_the_cause_that_it_takes_away() -> None:
    assert ("problem", "f2", "f1") in links("原因：喇叭平时没人试\n任务：喇叭4月15日前逐个试响")


def test_one_common_word_joins_nothing() -> None:
    assert [] == links("大冲水库放水闸锈死\n任务：病险水库汛期一律空库运行")


def test_a_task_has_topic_demand_and_noun() -> None:
    (fact,) = read_sheet(HEAD + "37处存量垃圾点5月31日前清零").facts

    assert Forms(
        "37处存量垃圾点5月31日前清零", "37处存量垃圾点", "5月31日前清零", "存量垃圾点清零"
    ) == forms_of(fact)


def test_a_fact_that_cannot_be_taken_apart_has_its_clause() -> None:
    (fact,) = read_sheet(HEAD + "原因：干部干、群众看").facts

    assert Forms("干部干、群众看") == forms_of(fact)


def test_two_signs_that_few_facts_have_join_a_task_with_its_problem() -> None:
    found = links("问题：两次违反保密规定；食堂排队太久\n任务：保密设备7月底前换成专用的")

    assert ("problem", "f3", "f1") in found


def test_the_problem_that_shares_most_is_the_one_that_a_task_answers() -> None:
    found = links("问题：探头有4个没按期标校；探头报价偏高\n任务：全矿探头4月12日前重新标校一遍")

    assert ("problem", "f3", "f1") in found


def test_a_name_with_a_number_joins_two_facts() -> None:
    assert ("problem", "f2", "f1") in links("问题：3号炉叶片没到货\n任务：10月25日前3号炉必须点得着")


def test_a_body_that_has_a_part_in_both_joins_nothing() -> None:
    assert [] == links("原因：街道和执法队互相等\n任务：单车每天早高峰有人疏导，执法队出一半人")


def test_people_join_nothing() -> None:
    assert [] == links("问题：底稿里14份是干部编的\n任务：干部每年下现场不少于100天")


def test_what_is_done_is_not_joined_with_what_is_not() -> None:
    assert [] == links("问题：账上1200件，能用的只有一半\n任务：不能用的装备6月5日前换掉")


def test_a_label_over_several_facts_joins_none_of_them() -> None:
    found = links("停车：问题：地库漏水；道闸坏了\n停车：4月30日前修好道闸；5月10日前划线")

    assert ("problem", "f4", "f1") not in found


def test_a_check_is_of_a_task_where_both_begin_with_the_same_two_signs() -> None:
    text = "任务：卡口3月25日起不离人\n督查：卡口一天不在岗的通报；巡查卡住的村说明情况"

    assert [("check", "f2", "f1")] == links(text)


def of_other_matters(count: int) -> list[Fact]:
    """Return tasks and problems of which no two share a pair of signs."""
    texts = ["".join(chr(0x4E00 + 6 * number + sign) for sign in range(6)) for number in range(count)]
    types = (FactType.TASK, FactType.PROBLEM)
    facts = (read_fact(text, types[number % 2]) for number, text in enumerate(texts))
    return [replace(fact, id=f"f{number}") for number, fact in enumerate(facts)]


def test_facts_that_share_nothing_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []
    monkeypatch.setattr(sharing.Nouns, "joining", lambda *_facts, **_how: compared.append("") or "")

    find_links(of_other_matters(120))

    assert len(compared) <= 120


def test_a_sanction_is_of_the_body_that_it_meets() -> None:
    found = links("任务：劝导站赶集天必须有人\n督查：连续两次没人的劝导站，乡镇长到常务会说明")

    assert ("check", "f2", "f1") in found
