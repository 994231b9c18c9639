"""The plain text writer: two full-width blanks before a paragraph, as in Chinese text files."""

from __future__ import annotations

from drafter.models.layout import Layout
from drafter.speech.blocks import Block, BlockKind, iter_blocks
from drafter.speech.tree import Break, Speech, plain_text

INDENT = "\u3000\u3000"

# The indent of a block, and whether an empty line follows the last block of its kind.
SETTING: dict[BlockKind, tuple[str, bool]] = {
    BlockKind.TITLE: ("", True),
    BlockKind.BYLINE: ("", False),
    BlockKind.DATE: ("", True),
    BlockKind.OUTLINE_TITLE: ("", False),
    BlockKind.OUTLINE: ("", True),
    BlockKind.SALUTATION: ("", False),
    BlockKind.HEADING: (INDENT, False),
    BlockKind.BODY: (INDENT, False),
    BlockKind.SIGNATURE: (INDENT * 10, False),
}


def write_text(speech: Speech, layout: Layout, *, notes: bool = True) -> bytes:
    """Return ``speech`` as UTF-8 text, without notes and layout."""
    blocks = list(iter_blocks(speech))
    lines: list[str] = []
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        indent, is_closed = SETTING[block.kind]
        lines.append(_indent(block, indent) + _words(block))
        if is_closed and (following is None or following.kind is not block.kind):
            lines.append("")
    return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8")


def _indent(block: Block, indent: str) -> str:
    return INDENT * (block.level - 1) if block.kind is BlockKind.OUTLINE else indent


def _words(block: Block) -> str:
    """Return the words of ``block``, with the line breaks of a title."""
    return "".join("\n" if isinstance(inline, Break) else plain_text((inline,)) for inline in block.inlines)
