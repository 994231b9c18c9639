"""The space below the title block, so that page 1 keeps to the lines of all other pages."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from drafter.blocks import Block, BlockKind
from drafter.layout import Layout
from drafter.layout.sizes import POINTS_PER_MM
from drafter.title import line_widths

_FRONT = (BlockKind.TITLE, BlockKind.BYLINE, BlockKind.DATE)
_SIGNED = 3


def spaces_below(blocks: Sequence[Block], layout: Layout) -> dict[int, int]:
    """Return the twips of space below the blocks that need any, by their index.

    The title has its own pitch: what its lines lack of whole body lines is made up,
    half below it and half below the date. One body line stands free before the text,
    after the outline, if there is one, and before a signature (GB/T 9704-2012, 7.3.5.2).
    """
    pitch = round(layout.grid.pitch * 20)
    spaces = dict.fromkeys(_ends(blocks), pitch)
    if blocks and blocks[0].kind is BlockKind.TITLE:
        pad = -_title_lines(blocks[0], layout) * round(layout.title.pitch * 20) % pitch
        last = next(iter(spaces), 0)
        spaces[0] = spaces.get(0, 0) + pad // 2
        spaces[last] = spaces.get(last, 0) + pad - pad // 2
    return spaces


def _ends(blocks: Sequence[Block]) -> list[int]:
    """Return the indices of the last front block, the last line of the outline and that of the text."""
    groups = [_group(block.kind) for block in blocks]
    pairs = enumerate(pairwise(groups))
    return [index for index, (group, after) in pairs if group != after and (group or after == _SIGNED)]


def _group(kind: BlockKind) -> int:
    if kind in _FRONT:
        return 1
    if kind is BlockKind.SIGNATURE:
        return _SIGNED
    return 2 if kind in (BlockKind.OUTLINE_TITLE, BlockKind.OUTLINE) else 0


def _title_lines(title: Block, layout: Layout) -> int:
    """Return the lines of the title; one that its author made too wide counts as it will wrap."""
    room = layout.page.text_width * POINTS_PER_MM / layout.title.size
    return sum(max(1, math.ceil(width / room)) for width in line_widths(title.inlines))
