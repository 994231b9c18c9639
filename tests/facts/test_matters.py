"""The matters by which a sheet is ordered."""

from drafter.facts import read_sheet
from drafter.facts.types.matters import matters_of

HEAD = "2026年3月24日，柳塘街道社区工作调度会。讲的人：街道党工委书记 舒曼青。讲6到8分钟。\n"
BY_MATTER = (
    HEAD
    + "垃圾：\n- 投放点没人守。\n- 要求：4月15日前186个投放点全部装灯。\n"
    + "停车：\n- 车位缺口2300个。\n- 消防通道4月10日前重新划线。\n"
)


def test_headings_that_name_what_they_are_about_are_matters() -> None:
    assert matters_of(read_sheet(BY_MATTER).facts) == {"垃圾", "停车"}


def test_headings_that_tell_what_type_of_fact_follows_are_no_matters() -> None:
    sheet = read_sheet(HEAD + "问题：\n- 投放点没人守。\n要求：\n- 4月15日前全部装灯。\n- 4月20日前划线。\n")

    assert matters_of(sheet.facts) == frozenset()


def test_whoever_speaks_is_read_behind_a_plain_label() -> None:
    speaker = read_sheet(BY_MATTER).speaker

    assert (speaker.name, speaker.minutes) == ("舒曼青", 8)


def test_small_sums_in_the_spoken_form_have_their_fraction() -> None:
    sheet = read_sheet("要求：\n- 村里要自筹3万6，水费一吨1块5。\n")

    assert {f"{q.value:f}" for fact in sheet.facts for q in fact.quantities} >= {"3.6", "1.5"}
