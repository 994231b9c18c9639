"""What nobody changed is paired without comparing each with each: long speeches take no longer a page."""

from __future__ import annotations

import pytest

from drafter.merge import similarity as likeness
from drafter.merge.compare import sections
from drafter.merge.compare.sections import Section, pair_sections
from drafter.merge.paragraphs import DraftParagraph
from drafter.merge.similarity import pair_paragraphs
from drafter.speech.blocks import Block, BlockKind
from drafter.speech.spans import SpanKind, TextSpan

MANY = 50
BODY = Block(BlockKind.BODY, ())


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The texts that are compared with each other."""
    found: list[tuple[str, str]] = []
    similarity = likeness.similarity

    def counted(one: str, other: str) -> float:
        found.append((one, other))
        return similarity(one, other)

    monkeypatch.setattr(likeness, "similarity", counted)
    monkeypatch.setattr(sections, "similarity", counted)
    return found


def words(text: str) -> list[TextSpan]:
    return [TextSpan(SpanKind.WORDS, text)]


def test_paragraphs_that_stay_are_not_compared_with_each_other(compared: list[tuple[str, str]]) -> None:
    old = [DraftParagraph(BODY, words(f"第{number}段说的是一件事。")) for number in range(MANY)]
    new = [*old[:20], DraftParagraph(BODY, words("新加的一段。")), *old[20:]]

    pairs = pair_paragraphs(old, new)

    assert [(one, one) for one in old] == [pair for pair in pairs if pair[0] is not None]
    assert len(compared) < MANY


def test_sections_that_stay_are_not_compared_with_each_other(compared: list[tuple[str, str]]) -> None:
    old = [
        Section("tasks", f"{number}", 1, words(f"办好第{number}件事"), [words("要办好。")])
        for number in range(MANY)
    ]
    new = [*old[:20], Section("tasks", "新", 1, words("再办一件")), *old[20:]]

    pairs = pair_sections(old, new)

    assert {number: number + (number >= 20) for number in range(MANY)} == pairs
    assert len(compared) < MANY


def test_equal_sections_are_paired_in_order() -> None:
    one = Section("tasks", "一", 1, words("办好一件事"), [words("要办好。")])

    assert {0: 0, 1: 1} == pair_sections([one, one], [one, one])
