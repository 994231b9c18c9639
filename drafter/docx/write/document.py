"""A speech as a Word document."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.docx.fingerprint import PROPERTY, digest, look_of_bold
from drafter.docx.package import deflate, write_zip
from drafter.docx.properties import core_properties, custom_properties
from drafter.docx.provenance import provenance_properties
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
    speech: Speech, layout: Layout, *, notes: bool = True, reference: bytes | None = None
) -> bytes:
    """Return ``speech`` as a .docx of ``layout``; the same speech gives the same bytes.

    With ``notes``, what blanks ask for and the template's remarks stand as comments. With
    ``reference``, the bytes of an office's own Word file, that file's styles and page go
    before those of ``layout`` (see drafter.docx.reference.base); raises ReadError where it is none.
    """
    base = _base(layout, reference)
    broken = replace(speech, title=with_breaks(speech.title, base.layout.title.limit))
    blocks = list(iter_blocks(broken))
    spaces = spaces_below(blocks, base.layout)
    body = Body(notes=notes, copy=_reading_copy(speech, base.layout))
    body.set_blocks(blocks, spaces)
    parts = {
        "word/document.xml": "".join((base.opening, *body.markup, base.end)).encode(),
        "docProps/core.xml": core_properties(speech),
        "docProps/custom.xml": custom_properties(_marks(speech, body, base)),
    }
    if body.comments.texts:
        parts["word/comments.xml"] = body.comments.part()
    new = {name: deflate(name, content) for name, content in parts.items()}
    return write_zip({**base.members, **new}.values())


def _base(layout: Layout, reference: bytes | None) -> Base:
    if reference is None:
        return base_of(layout)
    from drafter.docx.reference.base import reference_base

    return reference_base(reference, layout)


def _reading_copy(speech: Speech, layout: Layout) -> ReadingCopy | None:
    if not (layout.lectern.whole_figures or layout.lectern.pinyin):
        return None
    # Only what is read from the paper pays for it.
    from drafter.docx.write.reading_copy import ReadingCopy

    return ReadingCopy(speech, layout)


def _marks(speech: Speech, body: Body, base: Base) -> dict[str, str]:
    return {
        PROPERTY: digest(
            body.texts,
            body.comments.texts,
            base.margins,
            readings=body.readings,
            looks=look_of_bold(body.bold),
        ),
        **provenance_properties(speech, body.digests),
    }


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
