"""Wishes and blanks of a sheet as the YAML has them: a wish about one fact stays with that fact."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from drafter.library import builtin_library
from drafter.templating.from_sheet import yaml_of_sheet

HEAD = """安岭市第二医院医疗质量专题会
2026年6月16日（周二）14:30，门诊楼七楼会议室。讲话：院长沈一舟，8分钟。
前面：骨科作整改发言。后面：院党委书记总结，讲行风。
材料：
"""


def written(text: str) -> dict[str, Any]:
    values: dict[str, Any] = yaml.safe_load(yaml_of_sheet(HEAD + text, builtin_library()).text)
    return values


def test_a_target_that_must_not_be_softened_is_that_of_its_fact() -> None:
    values = written("危急值处置率7月31日前到100%，不许写力争；平均住院日年底力争降到8天以内。")

    assert {"notes": "危急值处置率：不许写力争"} == values["intent"]


def test_a_figure_that_is_not_settled_is_no_forbidden_word() -> None:
    values = written("质控科每月通报一次，跟科室绩效挂钩；扣多少还在测算，别写数。")

    assert {"notes": "扣减数额：别写数"} == values["intent"]
    assert "扣多少还在测算，别写数" == values["missing"][0]["what"]


def test_what_is_open_and_not_to_be_told_is_left() -> None:
    assert {"leave": "是否收费"} == written("停车棚8月建好，收不收费还没定，不讲。")["intent"]


def test_money_that_is_open_and_not_to_be_told_is_left() -> None:
    assert {"leave": "大厅改造预算380万"} == written("大厅改造预算380万，还没批，不说。")["intent"]


def test_for_whom_one_is_not_to_speak_is_a_note() -> None:
    assert {"notes": "别替院党委下决定"} == written("领导意思：别替院党委下决定。")["intent"]


def test_what_cannot_be_loosened_forbids_no_words() -> None:
    assert {"notes": "质量上不能松"} == written("领导意思：质量上不能松。")["intent"]


def test_an_open_matter_of_a_wish_closes_its_blank_under_another_name() -> None:
    values = written("水费涨不涨，区发改局还在做成本监审，没定。\n领导意思：水价没定，谁问都说监审完了再说。")

    assert ["水价", "水费是否涨"] == values["intent"]["leave"]


def test_a_figure_not_to_be_told_is_left_alone() -> None:
    values = written("心理筛查要关注的46人，都有老师对接。\n领导意思：心理那46人只说“有老师对接”，不要说数。")

    assert {"leave": "46人", "keep": "有老师对接"} == values["intent"]


def test_how_those_present_are_called_is_the_salutation() -> None:
    assert "各位同事、各位专家" == written("领导意思：叫“各位同事、各位专家”。")["salutation"]


def test_whom_to_praise_stands_with_the_praise() -> None:
    wishes = "领导意思：\n护士搬家搬了3个通宵，点一下赞。\n不讲意义。"

    assert "护士搬家搬了3个通宵，点一下赞" == written(wishes)["intent"]["notes"]


def test_what_follows_the_speech_is_not_told_as_done() -> None:
    (total, manners) = written("1—5月出院1.8万人次。")["meeting"]["afterwards"]

    assert ("作总结", "讲行风") == (total["did"], manners["did"])


def test_what_comes_before_the_speech_is_told_as_done() -> None:
    assert "作了整改发言" == written("1—5月出院1.8万人次。")["meeting"]["agenda"][0]["did"]


@pytest.mark.parametrize("gap", ["　", "  "])
def test_the_body_in_front_of_the_name_belongs_to_it(gap: str) -> None:
    head = HEAD.replace("医院医疗", f"医院{gap}医疗")
    values = yaml.safe_load(yaml_of_sheet(f"{head}1—5月出院1.8万人次。", builtin_library()).text)

    assert "安岭市第二医院医疗质量专题会" == values["meeting"]["name"]


def test_what_follows_the_speech_in_one_clause_is_a_step() -> None:
    head = HEAD.replace(
        "前面：骨科作整改发言。后面：院党委书记总结，讲行风。", "议程：骨科发言，沈院长讲话后合影，慰问。"
    )
    values = yaml.safe_load(yaml_of_sheet(f"{head}1—5月出院1.8万人次。", builtin_library()).text)

    assert ["合影", "慰问"] == [step["did"] for step in values["meeting"]["afterwards"]]


def test_characters_set_the_rate() -> None:
    head = HEAD.replace("8分钟", "8分钟（1600字）")
    values = yaml.safe_load(yaml_of_sheet(f"{head}1—5月出院1.8万人次。", builtin_library()).text)

    assert {"minutes": 8, "rate": 200} == values["style"]


def test_whoever_is_in_the_chair_and_closes_is_told_as_both() -> None:
    head = "6月18日，岚溪县夏收工作会。给县长骆怀民写讲话稿。"
    sheet = f"{head}\n程序：骆县长讲→县委副书记宋岱主持并小结。\n1. 小麦42.6万亩。\n"

    meeting = yaml.safe_load(yaml_of_sheet(sheet, builtin_library()).text)["meeting"]

    assert meeting["chair"] == {"name": "宋岱", "post": "县委副书记"}
    assert meeting["afterwards"] == [{"who": "县委副书记宋岱", "did": "作小结"}]
