"""Figures, targets, measures, slogans and responsibility: how each is told in a sentence."""

from __future__ import annotations

from typing import Any

import pytest

from tests.drafts import blanks_of, drafted, fields_of, plain_text_of_point, said

CENTRES = {"name": "服务中心", "value": "35", "unit": "个"}
CASES = {"name": "调解案件", "value": "1200", "unit": "起"}


def told(**keys: Any) -> str:
    """Return what the only point of a speech says after its heading."""
    point = {"heading": "摸清底数", **keys}
    return said(drafted(parts=[{"role": "tasks", "points": [point]}]).parts[0].points[0].body)


def test_a_figure_is_told_with_source_and_period() -> None:
    figure = {**CENTRES, "source": "市民政局统计", "period": "去年"}

    assert "据市民政局统计，去年，服务中心达到35个。" == told(text="要建", figures=[figure]).removeprefix(
        "要建。"
    )


def test_a_figure_without_source_and_period_is_told_alone() -> None:
    assert "要建。服务中心达到35个。" == told(text="要建", figures=[CENTRES])


def test_the_verdict_on_a_figure_closes_its_sentence() -> None:
    assert "要建。服务中心达到35个，要巩固。" == told(text="要建", figures=[{**CENTRES, "verdict": "要巩固"}])


def test_a_figure_is_told_in_its_own_words() -> None:
    figure = {**CENTRES, "say": "建成{name}{value}{unit}"}

    assert "要建。建成服务中心35个。" == told(text="要建", figures=[figure])


def test_what_should_fall_falls_to_its_target_and_reaches_no_figure() -> None:
    leaks = {"name": "管网漏损率", "value": "8", "unit": "%"}
    text = told(text="要修", figures=[leaks], targets=[{**leaks, "by": "年底"}])

    assert "管网漏损率为8%" in text and "管网漏损率降到8%" in text


def test_a_share_of_faults_put_right_reaches_its_figure() -> None:
    assert "投诉办结率达到95%" in told(
        text="要办", figures=[{"name": "投诉办结率", "value": "95", "unit": "%"}]
    )


def test_the_words_of_a_figure_are_fields_in_any_order() -> None:
    point = {"heading": "底数", "text": "要建", "figures": [{**CENTRES, "say": "建成{value}{unit}{name}"}]}

    fields = fields_of(drafted(parts=[{"points": [point]}]))

    assert CENTRES == {key: fields[f"parts[0].points[0].figures[0].{key}"] for key in CENTRES}


def test_a_figure_without_source_and_period_follows_the_one_before() -> None:
    assert "要建。服务中心达到35个，调解案件达到1200起。" == told(text="要建", figures=[CENTRES, CASES])


def test_a_figure_with_a_period_starts_a_sentence() -> None:
    figures = [CENTRES, {**CASES, "period": "今年"}]

    assert "要建。服务中心达到35个。今年，调解案件达到1200起。" == told(text="要建", figures=figures)


def test_a_figure_without_unit_needs_none() -> None:
    assert "要建。成功率达到95%。" == told(text="要建", figures=[{"name": "成功率", "value": "95%"}])


def test_a_figure_without_value_has_blanks_for_its_date_value_and_unit() -> None:
    assert "要建。【成功率时点】，成功率达到【成功率数值】【计量单位】。" == told(
        text="要建", figures=[{"name": "成功率"}]
    )


def test_blanks_of_two_figures_are_called_after_them() -> None:
    said = told(text="要建", figures=[{"name": "甲率", "unit": "%"}, {"name": "乙率", "unit": "%"}])

    assert "【甲率时点】，甲率达到【甲率数值】%" in said and "【乙率时点】，乙率达到【乙率数值】%" in said


def test_a_problem_says_where_what_and_what_shows_it() -> None:
    problems = [
        {"where": "清河县", "what": "台账没有更新", "evidence": "抽查10户，4户对不上"},
        "值班电话无人接听",
    ]

    assert "要改。清河县台账没有更新，抽查10户，4户对不上。值班电话无人接听。" == told(
        text="要改", problems=problems
    )


def test_an_empty_figure_is_no_figure() -> None:
    assert "要建。" == told(text="要建", figures=[{}])


def test_a_target_is_told_with_its_date() -> None:
    target = {"name": "持证社工", "value": "1万", "unit": "人", "by": "明年年底"}

    assert "要建。到明年年底，持证社工达到1万人。" == told(text="要建", targets=[target])


def test_a_target_without_a_date_is_as_hard() -> None:
    assert "要建。持证社工达到1万人。" == told(
        text="要建", targets=[{"name": "持证社工", "value": "1万", "unit": "人"}]
    )


def test_a_target_in_its_own_words_and_without_a_date_is_told_by_them_alone() -> None:
    target = {"name": "示范点", "value": "2～3", "unit": "个", "say": "各县办好{value}{unit}{name}"}

    assert "要建。各县办好2～3个示范点。" == told(text="要建", targets=[target])


def test_a_slogan_is_quoted() -> None:
    assert "要建。要做到“小事不出村”。" == told(text="要建", slogan="小事不出村")


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ({"owner": "市民政局"}, "这项工作由市民政局牵头。"),
        ({"deadline": "12月底前"}, "这项工作12月底前完成。"),
        ({"owner": "市民政局", "deadline": "12月底前"}, "这项工作由市民政局牵头，12月底前完成。"),
    ],
)
def test_responsibility_is_told_at_the_end(keys: dict[str, str], sentence: str) -> None:
    assert f"要建。{sentence}" == told(text="要建", **keys)


def test_measures_are_told_in_their_order() -> None:
    assert "要摸清底数。要建立台账。" == told(measures=["要摸清底数", "要建立台账。"])


def test_the_area_of_a_measure_comes_first() -> None:
    assert "在养老服务方面，要建中心。" == told(measures=[{"area": "养老服务", "text": "要建中心"}])


def test_the_slogan_of_a_measure_closes_its_sentence() -> None:
    assert "要建中心，做到“老有所养”。" == told(measures=[{"text": "要建中心", "slogan": "老有所养"}])


def test_the_slogan_of_a_measure_with_figures_stands_after_them() -> None:
    measure = {"text": "要建中心", "slogan": "老有所养", "figures": [CENTRES]}

    assert "要建中心。服务中心达到35个。要做到“老有所养”。" == told(measures=[measure])


def test_what_belongs_to_a_measure_stands_before_what_belongs_to_the_point() -> None:
    measure = {"text": "要建中心", "targets": [{"name": "覆盖率", "value": "90%"}]}

    assert "要建中心。覆盖率达到90%。服务中心达到35个。" == told(measures=[measure], figures=[CENTRES])


def test_a_text_and_measures_are_both_told() -> None:
    assert "先说清。要摸底。" == told(text="先说清", measures=["要摸底"])


def test_facts_without_words_stay_in_the_text_of_the_template() -> None:
    speech = drafted(parts=[{"role": "tasks", "points": [{"figures": [CENTRES], "owner": "市民政局"}]}])

    (point,) = speech.parts[0].points
    assert "全市服务中心为35个" in said(point.body)
    assert said(point.body).endswith("这项工作由市民政局牵头。")


def test_a_fact_told_by_the_template_is_told_once() -> None:
    point = {"targets": [{"name": "整改率", "value": "100%", "by": "年底"}], "owner": "市应急局"}
    speech = drafted(parts=[{"role": "tasks", "points": [{}, point]}])

    text = said(speech.parts[0].points[1].body)
    assert (1, 1) == (text.count("整改率"), text.count("市应急局"))


def test_a_point_with_a_heading_only_asks_for_its_substance() -> None:
    speech = drafted(parts=[{"role": "safeguards", "points": [{"heading": "强化保障"}]}])

    point = speech.parts[0].points[0]
    assert [blank.path for blank in blanks_of(speech) if blank.text in said(point.body)] == [
        "answers[保障内容]"
    ]


@pytest.mark.parametrize("role", ["significance", "tasks", "safeguards"])
def test_facts_of_every_role_are_told(role: str) -> None:
    points = [
        {"figures": [{**CENTRES, "value": f"{number}{number}7"}], "slogan": f"口号{number}"}
        for number in range(1, 6)
    ]

    speech = drafted(parts=[{"role": role, "points": points}])

    text = "".join(plain_text_of_point(point) for point in speech.parts[0].points)
    assert all(f"{number}{number}7" in text and f"口号{number}" in text for number in range(1, 6))
