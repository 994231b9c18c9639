"""A text that was copied with marks of half width has one fault, and not one a mark."""

from __future__ import annotations

from drafter.check.check import check
from drafter.check.finding import Finding, Severity
from drafter.check.read_text import read_lines
from drafter.check.settings import Settings

SENTENCE = "今天,我们看了三个村,路修了,水通了,人心齐了。"


def half_widths(*lines: str) -> list[Finding]:
    return list(check(read_lines(lines), Settings(select=("half-width-punctuation",))))


def test_a_text_with_half_widths_throughout_has_one_error() -> None:
    found = half_widths(*[SENTENCE] * 6)

    assert 24 == len(found)
    assert 1 == sum(one.severity is Severity.ERROR for one in found)
    assert "24" in found[0].message.told()


def test_each_of_them_can_still_be_fixed() -> None:
    assert all(one.fix and one.fix.text == "，" for one in half_widths(*[SENTENCE] * 6))


def test_a_few_half_widths_in_a_text_of_full_ones_are_an_error_each() -> None:
    found = half_widths(*["路修了，水通了，人心齐了。"] * 9, SENTENCE)

    assert [Severity.ERROR] * 4 == [one.severity for one in found]
