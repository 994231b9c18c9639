"""The Markdown writer (CommonMark); every sign in the text that Markdown would interpret is escaped."""

from __future__ import annotations

import re

from drafter.models.layout import Layout
from drafter.speech.blocks import Block, BlockKind, iter_blocks
from drafter.speech.tree import Break, Emphasis, Inline, Inlines, Lead, Note, Speech, plain_text

# The signs that Markdown or a common extension interprets; a colon in 18:20 is none of them.
SIGNS = re.compile(r"[\\`*_{}\[\]<>#+\-|~&$@^\"'=]|(?<!\d):|:(?!\d)|\.(?=\.)")
OUTLINE = {BlockKind.OUTLINE_TITLE, BlockKind.OUTLINE}
LIST_NUMBER = re.compile(r"^(\d+)([.)])")


def write_markdown(speech: Speech, layout: Layout, *, notes: bool = True) -> bytes:
    """Return ``speech`` as UTF-8 Markdown, without notes and layout."""
    text = ""
    before = None
    for block in iter_blocks(speech):
        # The outline is one quotation, so the empty lines in it have the sign as well.
        text += "" if before is None else "\n>\n" if {before, block.kind} <= OUTLINE else "\n\n"
        text += _block(block)
        before = block.kind
    return f"{text}\n".encode()


def _block(block: Block) -> str:
    text = _inlines(block.inlines)
    match block.kind:
        case BlockKind.TITLE:
            return f"# {text}"
        case BlockKind.HEADING:
            return "#" * (block.level + 1) + f" {LIST_NUMBER.sub(_escape_number, text)}"
        case BlockKind.OUTLINE:
            return "> " + LIST_NUMBER.sub(_escape_number, text)
        case BlockKind.OUTLINE_TITLE:
            return f"> **{text}**"
        case _:
            return LIST_NUMBER.sub(_escape_number, text)


def _inlines(inlines: Inlines) -> str:
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:
    match inline:
        case Lead(inlines) | Emphasis(inlines):
            return _strong(_inlines(inlines))
        case Break():
            return "<br>"
        case Note():
            return ""
        case _:
            return escape(plain_text((inline,)))


def _strong(text: str) -> str:
    """Return ``text`` in bold.

    Two stars between a full stop and a letter do not close (CommonMark 6.2), so a full stop is put outside.
    Text that begins or ends with another mark takes the HTML tag.
    """
    if text[:1].isalnum() and text.endswith("。") and not text[-2].isspace():
        return f"**{text[:-1]}**。"
    return f"<strong>{text}</strong>"


def escape(text: str) -> str:
    """Return ``text`` with its signs escaped, so that Markdown shows it unchanged."""
    return SIGNS.sub(r"\\\g<0>", text)


def _escape_number(found: re.Match[str]) -> str:
    return f"{found[1]}\\{found[2]}"
