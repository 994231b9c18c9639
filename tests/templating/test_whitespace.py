"""Authors lay templates out as they like: their line breaks and indents are no part of the speech."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.speech.tree import plain_text
from tests.drafts import closing_of


@pytest.mark.parametrize(
    "markup",
    [
        "\n  甲乙\n",
        "甲\n    乙",
        "{% if true %}甲{% endif %}\n    乙",
        "甲\n    {% if true %}\n    乙\n    {% endif %}\n    ",
        "{% if true %}甲乙{% endif %}\n  ",
        "{% set x = 1 %}\n    甲{# 说明 #}\n    乙",
        "\n\t甲\r\n\t乙\r\n",
    ],
)
def test_line_breaks_and_indents_of_a_template_are_no_blanks(tmp_path: Path, markup: str) -> None:
    assert "甲乙" == plain_text(closing_of(tmp_path, markup))


def test_a_blank_within_a_line_of_a_template_stays(tmp_path: Path) -> None:
    assert "GB/T 9704　甲" == plain_text(closing_of(tmp_path, "GB/T 9704　甲"))
