"""The title block: its height, and where long titles break."""

from __future__ import annotations

import pytest

from drafter.docx.write.document import spaces_below
from drafter.models.layout import Layout
from drafter.speech.blocks import iter_blocks
from drafter.speech.tree import Break, Paragraph, Speech

from .speeches import W, find, full, part, words


@pytest.mark.parametrize("lines", [1, 2, 3, 4])
def test_the_title_block_is_a_whole_number_of_lines(lines: int) -> None:
    title = words("标题", *(inline for _ in range(lines - 1) for inline in (Break(), "标题")))
    speech = Speech(title=title, byline=words("某某"), date=words("（某日）"), salutation=words("同志们："))

    spaces = spaces_below(list(iter_blocks(speech)), Layout())

    assert (lines * 700 + sum(spaces.values())) % 579 == 0


def test_one_line_stands_free_before_the_salutation() -> None:
    speech = Speech(title=words("标题"), byline=words("某某"), salutation=words("同志们："))

    spaces = spaces_below(list(iter_blocks(speech)), Layout())

    assert 579 <= spaces[1] < 2 * 579


def test_one_line_stands_free_after_the_outline() -> None:
    spacing = find(part(full()), "//w:p[w:pPr/w:pStyle/@w:val='GwOutline2'][last()]/w:pPr/w:spacing")

    assert [found.get(f"{W}after") for found in spacing] == ["579"]


def test_one_line_stands_free_before_a_signature() -> None:
    signed = (Paragraph(words("市委办公室")), Paragraph(words("2025年10月11日")))
    speech = Speech(title=words("标题"), closing=(Paragraph(words("谢谢大家！")),), signature=signed)

    spaces = spaces_below(list(iter_blocks(speech)), Layout())

    assert (spaces.get(1), spaces.get(2), spaces.get(3)) == (579, None, None)


def test_the_title_alone_needs_no_line_below() -> None:
    spaces = spaces_below(list(iter_blocks(Speech(title=words("标题")))), Layout())

    assert (700 + sum(spaces.values())) % 579 == 0
