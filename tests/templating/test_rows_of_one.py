"""What one line of the sheet counts or somebody says stands in one sentence; no clause is torn from it."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose, material_of_sheet
from drafter.templating.compose.composition import bare
from drafter.templating.compose.plan.statements import statements_of

HEAD = """【任务】2026年6月1日（周一）上午9点，清河县重点工作推进会，给副县长 罗川 写讲话稿，10分钟。
【情况】
"""


def statements(facts: str) -> list[str]:
    """Return the statements that facts of a sheet make, as their words."""
    return [bare(s.words) for s in statements_of(material_of_sheet(read_sheet(HEAD + facts)))]


def sentences(facts: str) -> list[str]:
    """Return the sentences of a speech on a sheet."""
    return [s.text for s in compose(read_sheet(HEAD + facts)).sentences()]


def test_the_cases_that_a_line_counts_stand_in_one_sentence() -> None:
    facts = "1. 去年查处案件3起5人：一起是收回扣，涉案18.6万；一起是私收费，涉案4.3万；还有一起是公车私用。"

    assert statements(facts) == [
        "去年查处案件3起5人，一起是收回扣，涉案18.6万元；一起是私收费，涉案4.3万元；还有一起是公车私用"
    ]


def test_one_of_another_sort_is_no_case_of_those_counted() -> None:
    facts = "1. 去年查处案件3起：一起是收回扣，涉案18.6万；一家营业所关了门，群众没处缴费。"

    assert len(statements(facts)) == 2


def test_what_somebody_said_is_told_as_his_words() -> None:
    for lead in ("居民代表讲了两件事", "上月走访，村民提了两条", "老人座谈会上反映两个问题"):
        facts = f"1. {lead}：六楼夏天没水压；早上放出来的水发黄。"

        assert statements(facts) == [f"{lead}：一是六楼夏天没水压；二是早上放出来的水发黄"]


def test_a_label_that_is_a_sentence_is_told_in_front_of_what_it_announces() -> None:
    facts = "1. 三起案子一个样：一个人说了算，询价只问一家，签字不看单子。"

    assert statements(facts) == ["三起案子一个样：一个人说了算，询价只问一家，签字不看单子"]


def test_causes_are_announced_with_what_they_are_of() -> None:
    facts = "1. 没接到电话的原因：团队要管门诊，腾不出手；系统里号码三年没更新；站里觉得签完就算完。"

    assert "没接到电话的原因有三条。" in sentences(facts)


def test_causes_that_part_one_sum_are_one_fact() -> None:
    facts = "1. 晚点302台的原因：主刀到得晚137台，病人准备没齐86台，麻醉等候41台，器械没到位25台，其他13台。"

    assert len(statements(facts)) == 1


def test_figures_of_harm_are_not_glued_to_other_figures() -> None:
    facts = "1. 私带手机63起。夜里突发生病送医19人次，有4次是同学喊人才知道的。"

    assert len(statements(facts)) == 2


def test_who_decided_on_one_thing_is_told_of_that_thing() -> None:
    facts = "1. 入户换表不收居民一分钱。（县里定的，可以讲）\n2. 泵站5月底前装好。"
    told = sentences(facts)

    at = told.index("入户换表不收居民一分钱。")
    assert "这是县里定的。" in told[at + 1 : at + 3]


def test_who_decided_on_several_things_is_told_in_front_of_them() -> None:
    for lead in ("8月4日站务会定的", "上周五管委会定的", "6月3日街道党工委会定的"):
        told = sentences(f"1. {lead}：漂木每天清一遍；备用电源每周一试一次；泵站8月底前装好。")

        assert [s for s in told if s.startswith("这几件事，是") and "漂木" not in s]


def test_that_it_was_no_worse_is_no_cause_and_stands_behind_the_causes() -> None:
    facts = (
        "1. 6月5日夜里闸门卡住，水位涨了0.7米。\n"
        "2. 查下来：门槽里卡了漂木，四天没人清；挡车栏刚换新的，要是旧的未必挡得住；电话响了六次没人接。"
    )
    told = sentences(facts)

    assert "原因有两条。" in told
    assert [s for s in told if "门槽" in s or "响了六次" in s or "挡车栏" in s][-1].startswith("挡车栏")


def test_what_is_left_is_announced_with_the_most_urgent_of_it() -> None:
    facts = (
        "1. 查隐患128条，整改109条。剩下的里头最要紧三条：水泵轴承异响，带病转；采场顶板离层；电缆破皮漏电。"
    )

    assert "剩下的里头，最要紧的有三条。" in sentences(facts)


def test_an_average_stays_with_what_it_is_of() -> None:
    facts = "1. 手术间12间，1—9月手术8640台，同比+9.3%；日均32台。"

    assert statements(facts) == ["手术间12间，1至9月手术8640台，同比增长9.3%，日均32台"]


def test_whom_a_sanction_meets_stays_with_it() -> None:
    facts = "1. 每周五在群里晒一次；连着两周垫底的村，书记来镇里说。"

    assert "连着两周垫底的村，书记来镇里说" in statements(facts)


def test_a_clause_has_its_year_from_the_line() -> None:
    facts = "1. 去年全县低保对象6240户。\n2. 要干的：复核8月底前做完。"
    line = facts.replace(
        "6240户。", "6240户9815人，特困人员1386人；全年发放救助金5870万元，比前年多410万元。"
    )

    assert any("去年全年发放救助金5870万元" in s for s in statements(line))


def test_some_are_told_to_be_of_those_in_front() -> None:
    facts = "1. 5人中，开除2人，撤职1人，警告2人。两人是入职不满五年的年轻人。"

    assert any("其中两人是入职不满五年的年轻人" in s for s in statements(facts))


def test_a_term_that_ends_is_no_span() -> None:
    facts = "1. 集中缴费期12月31日到头，过了这天再缴，有3个月等待期。"

    assert "是12月" not in statements(facts)[0]


def test_why_an_incident_came_about_stands_behind_it_though_nobody_was_hurt() -> None:
    facts = (
        "1. 6月5日夜里，上游来水猛涨，3号闸门提到1.2米卡住，水位40分钟涨了0.7米。下游没有人员伤亡。\n"
        "2. 查下来：门槽里卡了漂木，四天没清；备用电源没带上负荷；值班电话响了六次没人接；"
        "水情预报提前40分钟送到，给抢险留了时间。\n"
        "5. 闸门7扇，启闭机7台。\n"
        "3. 检查查出缺陷46项，消了38项。\n"
        "4. 要干的：没消的缺陷6月25日前全部消完；漂木每天清一遍；备用电源每周一带负荷试一次；"
        "值班电话三声之内必须接。"
    )
    told = sentences(facts)
    places = [
        next(n for n, s in enumerate(told) if words in s) for words in ("1.2米卡住", "响了六次", "每天清一遍")
    ]

    assert places == sorted(places)
    assert places[0] < next(n for n, s in enumerate(told) if "启闭机" in s)
    assert places[1] - places[0] < places[2] - places[1]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ("没改的主要是三样：排水沟堵、灯坏、过道摆摊。", "没改的主要是三样：排水沟堵、灯坏、过道摆摊。"),
        ("居民说得最多的：东西没处放；清了没人拉。", "居民说得最多的：一是东西没处放；二是清了没人拉。"),
    ],
)
def test_what_so_many_things_are_is_told_in_front_of_them(facts: str, said: str) -> None:
    assert any(said in s for s in sentences(f"1. {facts}"))
