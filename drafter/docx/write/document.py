"""A speech as a Word document."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.docx.fingerprint import PROPERTY, Fingerprint, digest
from drafter.docx.package import deflate, write_zip
from drafter.docx.properties import CUSTOM, core_properties, custom_properties
from drafter.docx.provenance import provenance_properties
from drafter.docx.seal import sealed
from drafter.docx.write.body import Body
from drafter.docx.write.kept_base import Base, base_of
from drafter.models.layout import Layout
from drafter.models.lengths import POINTS_PER_MM
from drafter.speech.blocks import Block, BlockKind, iter_blocks
from drafter.speech.title import line_widths, with_breaks
from drafter.speech.tree import Speech

if TYPE_CHECKING:
    from drafter.docx.write.reading_copy import ReadingCopy


def write_docx(
    speech: Speech, layout: Layout, *, notes: bool = True, plain: bool = False, base: Base | None = None
) -> bytes:
    """Return ``speech`` as a .docx of ``layout``; the same speech gives the same bytes.

    With ``notes``, comments say what the blanks ask for and give the template's notes. ``plain`` leaves
    out the content controls, in which many programs do not look for words. ``base`` is the package to
    put the text in, that of ``layout`` by default (see drafter.docx.reference for another).
    """
    base = base or base_of(layout)
    broken = replace(speech, title=with_breaks(speech.title, base.layout.title.limit))
    blocks = list(iter_blocks(broken))
    spaces = spaces_below(blocks, base.layout)
    body = Body(notes=notes, controls=not plain, copy=_reading_copy(speech, base.layout), names=base.names)
    body.set_blocks(blocks, spaces)
    parts = {
        "word/document.xml": "".join((base.opening, *body.markup, base.end)).encode(),
        "docProps/core.xml": core_properties(speech),
    }
    if body.comments.texts:
        parts["word/comments.xml"] = body.comments.part()
    members = {**base.members, **{name: deflate(name, content) for name, content in parts.items()}}
    members[CUSTOM] = sealed(custom_properties(_custom(speech, body, base)), members.values())
    return write_zip(members.values())


def _reading_copy(speech: Speech, layout: Layout) -> ReadingCopy | None:
    if not (layout.lectern.whole_figures or layout.lectern.pinyin):
        return None
    # Imported here because only a reading copy needs it.
    from drafter.docx.write.reading_copy import ReadingCopy

    return ReadingCopy(speech, layout)


def _custom(speech: Speech, body: Body, base: Base) -> dict[str, str]:
    text = digest(body.lines, body.comments.texts, body.readings)
    return {
        PROPERTY: str(Fingerprint(text, *base.frames)),
        **provenance_properties(speech, body.digests),
    }


# The blocks above the text, and the number of the group that a signature makes.
_FRONT_KINDS = (BlockKind.TITLE, BlockKind.BYLINE, BlockKind.DATE)
_SIGNED = 3


def spaces_below(blocks: Sequence[Block], layout: Layout) -> dict[int, int]:
    """Return the twips of space below those of ``blocks`` that need any, by index.

    The lines of the title have their own pitch. To fill them up to whole body lines, half of what is
    missing goes below the title and half below the date. One body line is left free before the text,
    after an outline, and before a signature (GB/T 9704-2012, 7.3.5.2).
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
    """Return the indices of the last blocks of the title group, the outline, and the text if it is signed."""
    groups = [_group(block.kind) for block in blocks]
    pairs = enumerate(pairwise(groups))
    return [index for index, (group, after) in pairs if group != after and (group or after == _SIGNED)]


def _group(kind: BlockKind) -> int:
    if kind in _FRONT_KINDS:
        return 1
    if kind is BlockKind.SIGNATURE:
        return _SIGNED
    return 2 if kind in (BlockKind.OUTLINE_TITLE, BlockKind.OUTLINE) else 0


def _title_lines(title: Block, layout: Layout) -> int:
    """Return how many lines the title takes; a line that is too wide counts as it will wrap."""
    room = layout.page.text_width * POINTS_PER_MM / layout.title.size
    return sum(max(1, math.ceil(width / room)) for width in line_widths(title.inlines))
