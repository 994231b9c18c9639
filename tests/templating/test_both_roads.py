"""A sheet gives one speech, whether it is composed at once or by way of its YAML."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.facts import read_sheet
from drafter.library import builtin_library
from drafter.templating.compose import compose, compose_material, to_text
from drafter.templating.compose.given import material_of_parameters
from drafter.templating.from_sheet import yaml_of_sheet
from tests.drafts import loaded
from tests.profiles import examples

pytestmark = pytest.mark.slow

LIBRARY = builtin_library()
PATHS = sorted((Path(__file__).parents[1] / "facts/sheets").glob("*.txt"))
SHEETS = {path.stem: path.read_text(encoding="utf-8") for path in PATHS}
PIECES = sorted({piece for text in SHEETS.values() for piece in re.split(r"(?<=[，。；：、\n（）])", text)})

mixed = st.lists(st.sampled_from([piece for piece in PIECES if piece]), max_size=40).map("".join)


def at_once(text: str) -> str:
    return to_text(compose(read_sheet(text)))


def by_way_of_yaml(text: str, *, chinese: bool = True) -> str:
    parameters = loaded(yaml_of_sheet(text, LIBRARY, chinese=chinese).text)
    return to_text(compose_material(material_of_parameters(parameters)))


@pytest.mark.parametrize("chinese", [True, False])
@pytest.mark.parametrize("name", SHEETS)
def test_the_yaml_loses_nothing_that_the_speech_needs(name: str, chinese: bool) -> None:
    assert at_once(SHEETS[name]) == by_way_of_yaml(SHEETS[name], chinese=chinese)


@settings(max_examples=examples(60), deadline=None)
@given(mixed)
def test_the_yaml_of_any_sheet_loses_nothing_that_the_speech_needs(text: str) -> None:
    assert at_once(text) == by_way_of_yaml(text)


def test_the_clauses_of_one_line_are_told_together() -> None:
    text = (
        "清河县防汛会，2026年4月10日下午3点，县长王平讲话，3分钟。\n"
        "情况：\n1. 编织袋缺2万条，4月20日前补齐。\n2. 喇叭没人试。\n3. 名单4月15日前更新。\n"
    )

    assert re.search("编织袋缺2万条，4月20日前补齐", by_way_of_yaml(text))
