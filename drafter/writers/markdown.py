"""A speech as Markdown (CommonMark), whose own signs never change what a person wrote."""

from __future__ import annotations

import re

from drafter.models.layout import Layout
from drafter.speech.blocks import Block, BlockKind, iter_blocks
from drafter.speech.tree import Break, Emphasis, Inline, Inlines, Lead, Note, Speech, plain_text

# Every sign that Markdown or a common extension of it reads as its own.
SIGNS = re.compile(r"[\\`*_{}\[\]<>#+\-|~&$@^\"':=]|\.(?=\.)")
OUTLINE = {BlockKind.OUTLINE_TITLE, BlockKind.OUTLINE}
LIST_NUMBER = re.compile(r"^(\d+)([.)])")


def write_markdown(speech: Speech, layout: Layout, *, notes: bool = True) -> bytes:
    """Return ``speech`` as UTF-8 Markdown. It has no place for notes and layout."""
    text = ""
    before = None
    for block in iter_blocks(speech):
        # The outline is one quotation: its empty lines carry the sign as well.
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
    """Set ``text`` in bold.

    Two stars after a full stop do not close before a letter (CommonMark 6.2), so the stop
    stands outside; what ends in another mark, or begins with one, takes the tag.
    """
    if text[:1].isalnum() and text.endswith("。") and not text[-2].isspace():
        return f"**{text[:-1]}**。"
    return f"<strong>{text}</strong>"


def escape(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it is."""
    return SIGNS.sub(r"\\\g<0>", text)


def _escape_number(found: re.Match[str]) -> str:
    return f"{found[1]}\\{found[2]}"
