"""Odd lines that no rule may be long about: rows of one sign, and of figures."""

from __future__ import annotations

import pytest

from drafter.check.check import check
from drafter.check.read_text import read_lines
from tests.work import ending

_SIGNS = 20_000


@pytest.mark.parametrize("sign", ["1", "1%", "一", "1，", "一是"])
def test_the_check_of_a_line_of_one_sign_ends(sign: str) -> None:
    manuscript = read_lines(["在会上的讲话", "同志们：", sign * _SIGNS])

    with ending():
        check(manuscript)
