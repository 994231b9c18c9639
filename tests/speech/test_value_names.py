"""A value is called by its label and its place, as a person would."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from drafter.models.paths import paths_in
from drafter.speech.value_names import path_called, value_name
from tests.drafts import given

FIGURES = [{"name": "病险水库", "value": "12", "unit": "座"}, {"value": "9"}]
POINT = {"heading": "查", "figures": FIGURES, "measures": ["要查", {"text": "要改", "figures": FIGURES}]}
PARAMETERS = given(
    meeting={"chair": {"name": "李某某"}, "purpose": ["分析形势"]},
    parts=[{}, {"heading": "抓", "points": [POINT, {"heading": {"focus": "隐患"}}]}],
)

# Path, English, Chinese.
NAMES = [
    ("kind", "文种", "文种"),
    ("meeting.name", "会议名称", "会议的名称"),
    ("meeting.region", "地区", "会议的地区"),
    ("meeting.chair.name", "主持人姓名", "主持人的姓名"),
    ("meeting.purpose[0]", "主要任务 1", "第一项主要任务"),
    ("speaker.post", "讲话人职务", "讲话人的职务"),
    ("answers[部署出处]", "the blank “部署出处”", "补空“部署出处”"),
    ("parts[1].heading", "part 2, 部分标题", "第二部分的标题"),
    ("parts[1].heading.text", "part 2, 部分标题", "第二部分的标题"),
    ("parts[1].points[0].text", "part 2, point 1, 要点正文", "第二部分第一个要点的正文"),
    ("parts[1].points[1].heading.focus", "part 2, point 2, 标题对象", "第二部分第二个要点的标题对象"),
    (
        "parts[1].points[0].figures[0].value",
        "part 2, point 1, figure “病险水库”",
        "第二部分第一个要点的数据“病险水库”",
    ),
    (
        "parts[1].points[0].figures[0].unit",
        "part 2, point 1, figure “病险水库”, 计量单位",
        "第二部分第一个要点的数据“病险水库”的计量单位",
    ),
    ("parts[1].points[0].figures[1].value", "part 2, point 1, figure 2", "第二部分第一个要点第二项数据"),
    ("parts[1].points[0].measures[0]", "part 2, point 1, measure 1", "第二部分第一个要点第一条措施"),
    (
        "parts[1].points[0].measures[1].figures[0].value",
        "part 2, point 1, measure 2, figure “病险水库”",
        "第二部分第一个要点第二条措施的数据“病险水库”",
    ),
    # What no key leads to.
    ("二、一要#2", "二、一要#2", "二、一要#2"),
]


@pytest.mark.parametrize(("path", "name"), [(path, english) for path, english, _chinese in NAMES])
def test_a_value_is_called_by_label_and_place(path: str, name: str) -> None:
    assert name == value_name(path, PARAMETERS)


def test_a_value_is_called_by_label_and_place_in_chinese() -> None:
    code = (
        "import json\n"
        "from drafter.speech.value_names import value_name\n"
        "from tests.speech.test_value_names import NAMES, PARAMETERS\n"
        "print(json.dumps([value_name(path, PARAMETERS) for path, *_names in NAMES]))\n"
    )
    environment = {**os.environ, "LANGUAGE": "zh_CN"}

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)

    assert [chinese for _path, _english, chinese in NAMES] == json.loads(done.stdout)


def test_two_items_of_one_name_are_called_by_their_numbers() -> None:
    twice = given(parts=[{"points": [{"figures": [{"name": "水库"}, {"name": "水库"}]}]}])

    assert "part 1, point 1, figure 2" == value_name("parts[0].points[0].figures[1].value", twice)


def test_an_item_is_called_by_its_name_in_whichever_parameters_have_it() -> None:
    older = given(parts=[{}, {"points": [{"figures": [{"name": "山塘", "value": "3"}]}]}])

    assert "part 2, point 1, figure “山塘”" == value_name(
        "parts[1].points[0].figures[0].value", given(), older
    )


def test_every_value_is_found_again_by_what_it_is_called() -> None:
    names = {value_name(path, PARAMETERS) for path in paths_in(PARAMETERS)}

    found = {value_name(path_called(name, [PARAMETERS]), PARAMETERS) for name in names}

    assert names == found


def test_a_name_that_no_value_has_leads_nowhere() -> None:
    assert "" == path_called("病险水库", [PARAMETERS])
