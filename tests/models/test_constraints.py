"""What a field declares of its values is enforced, in whichever annotation it stands."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from msgspec import Meta

from drafter.errors import Problem
from drafter.models.base import Model
from drafter.models.layout import Layout
from drafter.models.validate import validate

# Annotations within annotations, as the shared types of the models make them.
Code = Annotated[str, Meta(pattern="^[A-Z]", max_length=3)]
Few = Annotated[tuple[Code, ...], Meta(min_length=2)]
Share = Annotated[float, Meta(ge=0, lt=100)]


class Sheet(Model, frozen=True):
    """One field for each way to declare a bound."""

    code: Annotated[Code | None, Meta(title="代号", description="大写字母开头")] = None
    short: Annotated[Code | None, Meta(max_length=2, title="简码")] = None
    digit: Annotated[Code | None, Meta(pattern="[0-9]$", title="尾号")] = None
    long: Annotated[str | None, Meta(min_length=3, title="长名")] = None
    codes: Annotated[tuple[Code, ...], Meta(title="代号", description="大写字母开头")] = ()
    few: Annotated[Few | None, Meta(max_length=3, title="几个")] = None
    share: Annotated[Share | None, Meta(title="占比")] = None
    shares: Annotated[tuple[Share, ...], Meta(max_length=2, title="占比")] = ()
    above: Annotated[float | None, Meta(gt=0, title="正数")] = None
    even: Annotated[Annotated[int, Meta(multiple_of=2)] | None, Meta(le=8, title="偶数")] = None


def problems_of(model: type[Model], **values: Any) -> list[Problem]:
    """Return what the validator says of ``values``."""
    return validate(values, model)[1]


@pytest.mark.parametrize(
    "values",
    [
        {"code": "ABC"},
        {"short": "AB"},
        {"digit": "A1"},
        {"long": "三个字"},
        {"codes": ["A", "B"]},
        {"codes": "A"},
        {"few": ["A", "B", "C"]},
        {"share": "0"},
        {"share": "99.9"},
        {"shares": ["1", "2"]},
        {"above": "0.1"},
        {"even": "8"},
    ],
    ids=str,
)
def test_a_value_within_its_bounds_is_read(values: dict[str, Any]) -> None:
    assert [] == problems_of(Sheet, **values)


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ({"code": "abc"}, ("code",)),
        ({"code": "ABCD"}, ("code",)),
        ({"short": "ABC"}, ("short",)),
        ({"short": "ab"}, ("short",)),
        ({"digit": "AB"}, ("digit",)),
        ({"digit": "a1"}, ("digit",)),
        ({"long": "两字"}, ("long",)),
        ({"codes": ["A", "b"]}, ("codes", 1)),
        ({"codes": ["A", "ABCD"]}, ("codes", 1)),
        ({"few": ["A"]}, ("few",)),
        ({"few": "A"}, ("few",)),
        ({"few": ["A", None]}, ("few",)),
        ({"few": ["A", "B", "C", "D"]}, ("few",)),
        ({"few": ["A", "b"]}, ("few", 1)),
        ({"share": "-1"}, ("share",)),
        ({"share": "100"}, ("share",)),
        ({"share": "nan"}, ("share",)),
        ({"share": float("nan")}, ("share",)),
        ({"shares": ["1", "100"]}, ("shares", 1)),
        ({"shares": ["1", "2", "3"]}, ("shares",)),
        ({"above": "0"}, ("above",)),
        ({"even": "3"}, ("even",)),
        ({"even": "10"}, ("even",)),
    ],
    ids=str,
)
def test_a_value_out_of_its_bounds_is_refused_where_it_stands(
    values: dict[str, Any], path: tuple[str | int, ...]
) -> None:
    assert [("Y104", path)] == [(problem.code, problem.path) for problem in problems_of(Sheet, **values)]


@pytest.mark.parametrize(
    ("values", "message", "remedy"),
    [
        ({"code": "ABCD"}, "4 characters are given", "write at most 3"),
        ({"long": "两字"}, "2 characters are given", "write at least 3"),
        ({"few": ["A"]}, "1 items are given", "write at least 2"),
        ({"few": ["A", "B", "C", "D"]}, "4 items are given", "write at most 3"),
        ({"code": "abc"}, "`abc` cannot stand here", "大写字母开头"),
        ({"codes": ["abc"]}, "`abc` cannot stand here", "大写字母开头"),
        ({"share": "100"}, "`100` cannot stand here", "write a number from 0 to 100"),
        ({"above": "0"}, "`0` cannot stand here", "write a number above 0"),
        ({"even": "3"}, "`3` cannot stand here", "write a whole number of at most 8, a multiple of 2"),
    ],
    ids=str,
)
def test_a_refused_value_is_told_the_bound(values: dict[str, Any], message: str, remedy: str) -> None:
    (problem,) = problems_of(Sheet, **values)

    assert (message, remedy) == (problem.message, problem.remedy)


def test_the_name_of_a_layout_has_at_most_60_characters() -> None:
    assert [] == problems_of(Layout, name="版" * 60)
    assert [("name",)] == [problem.path for problem in problems_of(Layout, name="版" * 200)]


def test_the_summary_of_a_layout_has_at_most_300_characters() -> None:
    assert [("summary",)] == [problem.path for problem in problems_of(Layout, summary="字" * 301)]


@pytest.mark.parametrize("colour", ["red", "#FFF2CC", "FFF2CCA", "GGGGGG"])
@pytest.mark.parametrize("key", ["color", "shading"])
def test_a_colour_is_six_hexadecimal_digits(key: str, colour: str) -> None:
    assert [("blank", key)] == [problem.path for problem in problems_of(Layout, blank={key: colour})]
