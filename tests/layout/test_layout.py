"""House styles: what they accept, and what they say of values that cannot be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from word.speeches import layout_of

from drafter.models.layout import Layout
from drafter.models.lengths import read_size

SHIPPED = Path(__file__).parents[2] / "templates" / "layouts"
FACE = {"font": "仿宋", "size": "16"}


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_layout_that_ships_is_without_fault(path: Path) -> None:
    layout = layout_of(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader))

    assert layout.name
    assert layout.faults() == []


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
    assert [fault.path for fault in layout_of(values).faults()] == [path]


def test_a_pitch_that_is_too_large_is_told_the_one_that_fits() -> None:
    (fault,) = layout_of({"grid": {"pitch": "29"}}).faults()

    assert "28.95" in fault.remedy


@pytest.mark.parametrize(
    "values",
    [
        {"body": {"font": "仿宋", "size": "16.3"}},
        {"body": {"font": "仿宋", "size": "巨号"}},
        {"body": {"size": "16"}},
        {"grid": {"pitch": "nan"}},
        {"latin_font": 'Times" w:x="'},
        {"blank": {"color": "red"}},
        {"lienes": "22"},
    ],
    ids=["quarter points", "no size", "no font", "no number", "markup", "no colour", "unknown key"],
)
def test_a_value_out_of_bounds_is_refused(values: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError):
        layout_of(values)


def test_every_field_is_explained_in_chinese() -> None:
    schema = msgspec.json.schema(Layout)

    models = [model for model in schema["$defs"].values() if model["type"] == "object"]
    fields = [field for model in models for field in model["properties"].values()]
    assert all(field["title"] > "\u4e00" and field["description"] for field in fields)


def test_the_office_variant_has_bold_leads_centred_numbers_and_28_points() -> None:
    office = layout_of(yaml.load((SHIPPED / "office.yaml").read_text(encoding="utf-8"), yaml.BaseLoader))

    found = (office.lead.bold, office.page_number.position, office.grid.pitch, office.page)
    assert found == (True, "centred", 28, Layout().page)


def test_pinyin_is_told_the_pitch_it_needs() -> None:
    (fault,) = layout_of({"lectern": {"pinyin": "true"}, "body": {"font": "仿宋", "size": "17"}}).faults()

    assert "29.75" in fault.remedy
