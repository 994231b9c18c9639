"""Whatever a file holds, it is read or refused with its faults: there is no third way."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import ParameterError
from drafter.models.parameters import Parameters
from tests.drafts import LEAST, faults_of, loaded

# What YAML and its clerks are made of, so that arbitrary files come near to real ones.
PIECES = st.sampled_from(
    ["kind", "meeting", "name", "parts", "points", "text", "date", "style", "in", "deployment", "全市会议"]
    + [":", ": ", "：", "- ", "\n", "\n  ", "\n    ", "\t", "'", '"', "[", "]", "{", "}", ", ", "|", ">", "#"]
    + [
        "&a",
        "*a",
        "!!int",
        "---\n",
        "...",
        "? ",
        "~",
        "%",
        "@",
        "\\",
        "\x00",
        "\x85",
        "\u2028",
        "\ufeff",
        "\r",
    ]
    + ["2025-10-11", "1e9", "是", "𠀀", "🙂", "\u202e"]
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
KEYS = st.sampled_from(["kind", "meeting", "name", "parts", "points", "heading", "measures", "style", "rate"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(KEYS | st.text(max_size=3), inner, max_size=4)
    ),
    max_leaves=12,
)


def outcome(content: str | bytes) -> type:
    """Return Parameters or ParameterError; anything else that happens is the test's to tell."""
    try:
        return type(loaded(content))
    except ParameterError:
        return ParameterError


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    assert outcome(content) in (Parameters, ParameterError)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert outcome(text.encode("utf-8", "surrogatepass")) in (Parameters, ParameterError)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_anything_like_yaml_is_read_or_refused(text: str) -> None:
    assert outcome(text) in (Parameters, ParameterError)


@given(st.lists(PIECES, max_size=6).map("".join), st.integers(0, len(LEAST)))
def test_a_good_file_with_a_slip_in_it_is_read_or_refused(slip: str, position: int) -> None:
    assert outcome(LEAST[:position] + slip + LEAST[position:]) in (Parameters, ParameterError)


@given(st.dictionaries(KEYS, VALUES, max_size=6))
def test_any_values_are_read_or_refused(values: dict[str, object]) -> None:
    assert outcome(json.dumps(values)) in (Parameters, ParameterError)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_every_fault_lies_in_its_file(text: str) -> None:
    lines = len(text.encode()) + 1

    assert all(0 < fault.span.line <= lines and 0 < fault.span.column for fault in faults_of(text))


@given(st.lists(PIECES, max_size=30).map("".join))
def test_every_fault_can_be_shown(text: str) -> None:
    assert all(fault.full().startswith(f"error[{fault.code}]: ") for fault in faults_of(text))
