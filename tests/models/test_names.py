"""The Chinese names of keys and of what they name: each means one thing, and either may be written."""

from __future__ import annotations

from typing import get_args

import pytest
from msgspec import Struct

from drafter.library import builtin_library, names_of_kind
from drafter.models.fields import FieldSpec, fields_of, keys_by_name
from drafter.models.names import canonical, is_chinese
from drafter.models.parameters import Parameters
from drafter.models.scalars import ScalarError

LIBRARY = builtin_library()


def models(model: type[Struct], seen: dict[type[Struct], None]) -> dict[type[Struct], None]:
    seen[model] = None
    for spec in fields_of(model).values():
        if spec.is_model and spec.type not in seen:
            models(spec.type, seen)
    return seen


MODELS = list(models(Parameters, {}))
SPECS = [(model, spec) for model in MODELS for spec in fields_of(model).values()]
# Those of ordinals, 1. and 第一, are names already.
CHOICES = [spec for _model, spec in SPECS if spec.names]


@pytest.mark.parametrize(("model", "spec"), SPECS, ids=[f"{m.__name__}.{s.key}" for m, s in SPECS])
def test_every_key_has_a_short_chinese_name(model: type[Struct], spec: FieldSpec) -> None:
    assert spec.zh != spec.key and 1 <= len(spec.zh) <= 4 and not spec.zh.isascii()


@pytest.mark.parametrize("model", MODELS, ids=[model.__name__ for model in MODELS])
def test_a_name_stands_for_one_key_of_its_mapping(model: type[Struct]) -> None:
    assert len(fields_of(model)) == len(keys_by_name(model))


@pytest.mark.parametrize("spec", CHOICES, ids=[spec.key for spec in CHOICES])
def test_every_choice_has_a_chinese_name_of_its_own(spec: FieldSpec) -> None:
    assert set(get_args(spec.type)) == set(spec.names) and len(set(spec.names.values())) == len(spec.names)
    assert [spec.read(name) for name in spec.names.values()] == list(spec.names)


def test_a_choice_that_is_none_is_refused_with_those_of_its_language() -> None:
    tone = fields_of(fields_of(Parameters)["intent"].type)["tone"]

    with pytest.raises(ScalarError, match="平实、硬、暖"):
        tone.read("狠")
    with pytest.raises(ScalarError, match="plain、firm、warm"):
        tone.read("hard")


def test_keys_under_either_name_are_the_same() -> None:
    named = {"文种": "x", "会议": {"名称": "甲", "venue": "乙"}, "部分": [{"要点": {"标题": "丙"}}]}

    assert (
        {"kind": "x", "meeting": {"name": "甲", "venue": "乙"}, "parts": [{"points": {"heading": "丙"}}]},
        [],
    ) == canonical(named, Parameters)


@pytest.mark.parametrize("first", ["name", "名称"])
def test_a_key_under_both_names_is_told_and_the_first_is_kept(first: str) -> None:
    second = {"name": "名称", "名称": "name"}[first]

    found, [problem] = canonical({"meeting": {first: "甲", second: "乙"}}, Parameters)

    assert {"meeting": {"name": "甲"}} == found
    assert ("Y102", ("meeting", second)) == (problem.code, problem.path)
    assert f"`{first}` and `{second}` are one key" == problem.message


def test_an_unknown_key_stays_as_it_is() -> None:
    assert ({"名字": {"称谓": 1}}, []) == canonical({"名字": {"称谓": 1}}, Parameters)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"文种": 1, "会议": {"名称": 1}}, True),
        ({"kind": 1, "meeting": {"name": 1}}, False),
        ({"文种": 1, "meeting": {"name": 1}}, False),
        ({"kind": 1, "会议": {"名称": 1, "date": 1, "地点": 1}}, True),
        ({}, False),
        (None, False),
    ],
)
def test_the_language_of_a_file_is_that_of_most_of_its_keys(data: object, expected: bool) -> None:
    assert is_chinese(data, Parameters) is expected


@pytest.mark.parametrize("kind", LIBRARY.kinds())
def test_a_kind_is_found_by_each_of_its_names(kind: str) -> None:
    shortest, *_others, whole = (*names_of_kind(LIBRARY.kind(kind).name), LIBRARY.kind(kind).name)

    assert kind == LIBRARY.kind_id(kind) == LIBRARY.kind_id(whole) == LIBRARY.kind_id(shortest)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("工作部署会讲话", ("工作部署会", "工作部署会讲话")),
        ("推进会（现场会）讲话", ("推进会", "现场会", "推进会（现场会）", "推进会（现场会）讲话")),
        ("主持词", ("主持词",)),
        ("讲话", ("讲话",)),
        ("会议议程", ("会议议程", "议程")),
        ("新闻通稿", ("新闻通稿", "新闻稿")),
    ],
)
def test_a_kind_is_called_without_the_word_for_a_speech(name: str, expected: tuple[str, ...]) -> None:
    assert expected == names_of_kind(name)


@pytest.mark.parametrize("layout", LIBRARY.layouts())
def test_a_layout_is_found_by_its_name(layout: str) -> None:
    assert layout == LIBRARY.layout_id(layout) == LIBRARY.layout_id(LIBRARY.layout(layout).name)
