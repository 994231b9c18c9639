"""Odd lines that no rule may be long about: rows of one sign, and of figures."""

from __future__ import annotations

import time

import pytest

from drafter.check.check import check
from drafter.check.read_text import read_lines

_SIGNS = 20_000
# In seconds of the processor; read digit by digit or pair by pair, such a line takes several times as long.
_MOST = 10


@pytest.mark.parametrize("sign", ["1", "1%", "一", "1，", "一是"])
def test_a_line_of_one_sign_is_checked_in_time(sign: str) -> None:
    manuscript = read_lines(["在会上的讲话", "同志们：", sign * _SIGNS])
    before = time.process_time()
    check(manuscript)
    assert time.process_time() - before < _MOST
