"""A speech as the plain lists that a general document engine is given.

All the composing (templates, choices, ordinals, the breaks of the title) is done: the
other contenders only set finished text, which is in their favour.
"""

from __future__ import annotations

from typing import Any

from drafter.docx import style_ids
from drafter.models.layout import Layout
from drafter.speech.blocks import BlockKind, iter_blocks
from drafter.speech.title import with_breaks
from drafter.speech.tree import Blank, Break, Emphasis, Field, Inlines, Lead, Speech, Text

# A block's kind and level, and the id of its style.
STYLES: dict[tuple[str, int], str] = {
    (BlockKind.TITLE.value, 0): style_ids.TITLE,
    (BlockKind.BYLINE.value, 0): style_ids.BYLINE,
    (BlockKind.DATE.value, 0): style_ids.BYLINE,
    (BlockKind.OUTLINE_TITLE.value, 0): style_ids.OUTLINE_TITLE,
    **{(BlockKind.OUTLINE.value, level): name for level, name in enumerate(style_ids.OUTLINES, 1)},
    (BlockKind.SALUTATION.value, 0): style_ids.SALUTATION,
    **{(BlockKind.HEADING.value, level): name for level, name in enumerate(style_ids.HEADINGS, 1)},
    (BlockKind.BODY.value, 0): style_ids.BODY,
}
# What a run may be, and the id of its character style.
RUN_STYLES = {"": "", "lead": style_ids.LEAD, "blank": style_ids.BLANK}


def composed(speech: Speech, layout: Layout) -> dict[str, Any]:
    """Return ``speech`` as ``{"title": ..., "blocks": [{"kind", "level", "text", "runs"}]}``.

    Runs are ``{"text", "style"}``, style being empty, ``lead`` or ``blank``.
    """
    blocks = []
    for block in iter_blocks(speech):
        is_title = block.kind is BlockKind.TITLE
        inlines = with_breaks(block.inlines, layout.title.limit) if is_title else block.inlines
        blocks.append(_block(block.kind.value, block.level, inlines))
    return {"title": blocks[0]["text"], "blocks": blocks}


def _block(kind: str, level: int, inlines: Inlines) -> dict[str, Any]:
    runs: list[dict[str, str]] = []
    _add_runs(runs, inlines, "")
    text = "".join(run["text"] for run in runs)
    return {"kind": kind, "level": level, "text": text, "runs": runs}


def _add_runs(runs: list[dict[str, str]], inlines: Inlines, style: str) -> None:
    for inline in inlines:
        match inline:
            case Text(text) | Field(_, text):
                _add_run(runs, text, style)
            case Blank():
                _add_run(runs, inline.text, "blank")
            case Break():
                _add_run(runs, "\n", style)
            case Lead(inner):
                _add_runs(runs, inner, "lead")
            case Emphasis(inner):
                _add_runs(runs, inner, style)


def _add_run(runs: list[dict[str, str]], text: str, style: str) -> None:
    if runs and runs[-1]["style"] == style:
        runs[-1]["text"] += text
    else:
        runs.append({"text": text, "style": style})
