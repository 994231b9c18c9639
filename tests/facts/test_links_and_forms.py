from __future__ import annotations

from drafter.facts import Forms, find_links, forms_of, read_sheet

HEAD = "2026年4月10日（周五），某县某项工作推进会。\n材料：\n"


def links(text: str) -> list[tuple[str, str, str]]:
    return [(link.kind, link.source, link.target) for link in find_links(read_sheet(HEAD + text).facts)]


def test_a_task_is_linked_with_the_rest_that_it_ends() -> None:
    assert ("rest", "f2", "f1") in links("户厕改造全年700户，完成430户\n户厕剩下的6月30日前完工")


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
