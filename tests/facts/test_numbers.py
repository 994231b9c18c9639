from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.facts.figures.numbers import in_numerals, parse_number, plain


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,260", "1260"), ("18.5", "18.5"), ("十二", "12"), ("一百零三", "103"), ("两千", "2000"),
        ("三千二百", "3200"),
        ("3万", "30000"), ("1.2亿", "120000000"), ("三点五", "3.5"), ("半", "0.5"),
        ("二〇二六", "2026"), ("十", "10"),
        ("二十一", "21"), ("一万二千", "12000"), ("两亿三千万", "230000000"),
    ],
)  # fmt: skip
def test_numbers_are_read_as_they_are_written(text: str, value: str) -> None:
    assert Decimal(value) == parse_number(text)


@pytest.mark.parametrize("text", ["", "甲", "3.", "三点", "点五", "1.2.3", "万", "-3"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert parse_number(text) is None


@given(st.integers(min_value=0, max_value=99))
def test_numerals_below_a_hundred_come_back(number: int) -> None:
    assert Decimal(number) == parse_number(in_numerals(number))


@given(st.decimals(min_value=0, max_value=10**9, places=3))
def test_a_plain_decimal_comes_back(value: Decimal) -> None:
    assert value == parse_number(plain(value))


def test_from_a_hundred_on_a_number_is_said_in_digits() -> None:
    assert "112" == in_numerals(112)
