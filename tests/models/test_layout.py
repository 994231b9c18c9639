"""House styles: what they accept, and what they say of values that cannot be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.errors import Problem
from drafter.models.fields import fields_of
from drafter.models.layout import Layout
from drafter.models.lengths import read_size
from drafter.models.validate import validate
from tests.docx.speeches import layout_of

SHIPPED = Path(__file__).parents[2] / "templates" / "layouts"
FACE = {"font": "仿宋", "size": "16"}


def problems_of(values: dict[str, Any]) -> list[Problem]:
    """Return what the validator says of a layout with ``values``."""
    return validate(values, Layout)[1]


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_layout_that_ships_is_without_fault(path: Path) -> None:
    layout, problems = validate(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader), Layout)

    assert problems == []
    assert layout is not None and layout.name


def test_the_standard_layout_is_the_default() -> None:
    shipped = layout_of(yaml.load((SHIPPED / "gbt9704.yaml").read_text(encoding="utf-8"), yaml.BaseLoader))

    assert Layout(name=shipped.name, summary=shipped.summary) == shipped


@pytest.mark.parametrize("size", ["三号", "3号", "16", "16pt", "16磅", " 16 磅 "])
def test_a_size_is_a_name_or_a_number(size: str) -> None:
    assert read_size(size) == "16"


def test_a_size_that_is_none_is_left_to_be_refused() -> None:
    assert read_size("巨号") == "巨号"


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ({"grid": {"pitch": "29"}}, ("grid", "pitch")),
        ({"grid": {"chars": "40"}}, ("grid", "chars")),
        ({"page": {"left": "140", "right": "60"}}, ("page", "left")),
        ({"page": {"top": "150", "bottom": "140"}}, ("page", "top")),
        ({"page_number": {"drop": "34"}}, ("page_number", "drop")),
        ({"title": {"limit": "21"}}, ("title", "limit")),
        ({"title": {"size": "一号", "pitch": "20", "limit": "16"}}, ("title", "pitch")),
        ({"byline": {"font": "楷体", "size": "小初"}}, ("byline", "size")),
        ({"headings": [{"font": "黑体", "size": "42"}, FACE, FACE, FACE]}, ("headings", 0, "size")),
        ({"headings": [FACE, FACE]}, ("headings",)),
        ({"lectern": {"pinyin": "true"}, "body": {"font": "仿宋", "size": "17"}}, ("lectern", "pinyin")),
    ],
    ids=lambda value: ".".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_values_that_do_not_agree_name_the_one_to_change(
    values: dict[str, Any], path: tuple[str | int, ...]
) -> None:
    assert [problem.path for problem in problems_of(values)] == [path]


def test_a_pitch_that_is_too_large_is_told_the_one_that_fits() -> None:
    (problem,) = problems_of({"grid": {"pitch": "29"}})

    assert "28.95" in problem.remedy


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ({"body": {"font": "仿宋", "size": "16.3"}}, ("body", "size")),
        ({"body": {"font": "仿宋", "size": "巨号"}}, ("body", "size")),
        ({"body": {"size": "16"}}, ("body", "font")),
        ({"grid": {"pitch": "nan"}}, ("grid", "pitch")),
        ({"latin_font": 'Times" w:x="'}, ("latin_font",)),
        ({"blank": {"color": "red"}}, ("blank", "color")),
        ({"lienes": "22"}, ("lienes",)),
    ],
    ids=["quarter points", "no size", "no font", "no number", "markup", "no colour", "unknown key"],
)
def test_a_value_out_of_bounds_is_refused(values: dict[str, Any], path: tuple[str | int, ...]) -> None:
    assert [problem.path for problem in problems_of(values)] == [path]


def models_in(model: type[Any]) -> set[type[Any]]:
    below = {spec.type for spec in fields_of(model).values() if spec.is_model}
    return {model}.union(*map(models_in, below))


@pytest.mark.parametrize("model", sorted(models_in(Layout), key=lambda model: model.__name__))
def test_every_field_is_explained_in_chinese(model: type[Any]) -> None:
    assert all(spec.label > "\u4e00" and spec.hint for spec in fields_of(model).values())


def test_the_office_variant_has_bold_leads_centred_numbers_and_28_points() -> None:
    office = layout_of(yaml.load((SHIPPED / "office.yaml").read_text(encoding="utf-8"), yaml.BaseLoader))

    found = (office.lead.bold, office.page_number.position, office.grid.pitch, office.page)
    assert found == (True, "centred", 28, Layout().page)


def test_pinyin_is_told_the_pitch_it_needs() -> None:
    (problem,) = problems_of({"lectern": {"pinyin": "true"}, "body": {"font": "仿宋", "size": "17"}})

    assert "29.75" in problem.remedy
