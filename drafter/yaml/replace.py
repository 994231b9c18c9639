"""Existing values of a file, replaced in place and in the style in which they are written."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from drafter.i18n.text import display_width
from drafter.yaml.edits import Buffer
from drafter.yaml.nodes import MappingNode, Node, ScalarNode
from drafter.yaml.scalars import in_block, is_scalar_in_flow, on_one_line

# The greatest width of a line with a mapping between brackets.
SHORT = 80


class Slot(Struct, frozen=True):
    """The place of a value: the node that is there now, and what it is in.

    ``flow`` says that it is between brackets. ``column`` is that of the mapping or of the list's
    dashes, ``behind`` the place behind the colon, None for an item.
    """

    node: Node
    flow: bool
    column: int
    behind: int | None = None

    @property
    def is_item(self) -> bool:
        """Whether this is an item of a list."""
        return self.behind is None


def set_text(buffer: Buffer, slot: Slot, text: str | None) -> None:
    """Replace the scalar or null at ``slot`` by ``text``, by null if that is None."""
    node = slot.node
    # Blank lines around the words of a block do not belong to the value.
    if not isinstance(node, ScalarNode) or text in (node.value, (node.value or "").strip("\n") or None):
        return
    if not text or slot.flow:
        put(buffer, slot, on_one_line(text, node.style, flow=slot.flow))
    elif node.is_block:
        _set_block(buffer, slot, node, text)
    elif "\n" not in text or not _make_block(buffer, slot, text):
        put(buffer, slot, on_one_line(text, node.style))


def put(buffer: Buffer, slot: Slot, token: str) -> None:
    """Replace the value at ``slot`` by ``token``, a scalar or collection on one line."""
    node, text = slot.node, buffer.text
    if isinstance(node, ScalarNode) and node.is_block:
        head = node.header_end
        buffer.replace(node.start, head, token)
        if head < node.end:
            buffer.replace(buffer.line_end(head), node.end, "")
    elif node.start < node.end:
        buffer.replace(node.start, node.end, token)
    elif slot.flow:
        colon = "" if slot.is_item or text[node.start - 1] == ":" else ":"
        buffer.replace(node.start, node.end + (text[node.end : node.end + 1] == " "), f"{colon} {token}")
    else:
        _put_behind(buffer, node.start, token)


def _put_behind(buffer: Buffer, place: int, token: str) -> None:
    """Put ``token`` behind the colon or dash that ends at ``place``."""
    buffer.replace(place, buffer.line_end(place) if buffer.ends_line(place) else place, f" {token}")


def _set_block(buffer: Buffer, slot: Slot, node: ScalarNode, text: str) -> None:
    """Replace the text of a block; its header stays, unless it is folded and cannot hold the text."""
    head = node.header_end
    line_end = buffer.line_end(head)
    present = buffer.text[line_end + 1 : node.end].split("\n") if head < node.end else []
    column = next((_indent(line) for line in present if line.strip()), None)
    if column is None:
        column = _block_column(buffer, slot)
    folded = in_block(text, column, ">") if buffer.text[node.start] == ">" and "\n" not in text else None
    lines = folded or in_block(text, column)
    if not lines:
        put(buffer, slot, on_one_line(text))
        return
    if buffer.text[node.start] == ">" and not folded:
        buffer.replace(node.start, node.start + 1, "|")
    # Lines that stay keep the indent of their paragraph, which the text does not have.
    kept = {line.strip(): line.rstrip() for line in present if _indent(line) == column}
    body = "\n".join(kept.get(line.strip(), line) for line in lines)
    buffer.replace(line_end, max(line_end, node.end), f"\n{body}")


def _make_block(buffer: Buffer, slot: Slot, text: str) -> bool:
    """Replace a scalar of one line by a block; return whether a block can hold the text."""
    node = slot.node
    column = _block_column(buffer, slot)
    line_end = buffer.line_end(node.end)
    lines = in_block(text, column)
    # A comment indented as deep as the block would become part of it.
    if not lines or buffer.end_with_comments(node.end, column - 1, own=False) > line_end:
        return False
    between = buffer.text[slot.behind : node.start] if slot.behind is not None else ""
    if "\n" in between and not between.strip():
        buffer.replace(node.start - len(between), node.end, " |")
    else:
        put(buffer, slot, "|")
    buffer.insert(line_end, "".join(f"\n{line}" for line in lines))
    return True


def _block_column(buffer: Buffer, slot: Slot) -> int:
    return slot.column + (2 if slot.is_item else buffer.indentation.mapping)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def replace_mapping(buffer: Buffer, slot: Slot, text: str | None) -> None:
    """Replace a whole mapping by ``text``."""
    node = slot.node
    if isinstance(node, MappingNode) and not node.flow and slot.behind is not None:
        # The rest of the key's line stays, in particular its comment.
        line_end = buffer.line_end(slot.behind)
        buffer.replace(line_end, buffer.line_end(node.end), "")
        _put_behind(buffer, slot.behind, on_one_line(text))
    else:
        put(buffer, slot, on_one_line(text, flow=slot.flow))


def expand_item(buffer: Buffer, slot: Slot, texts: Iterable[str] | None) -> None:
    """Write out the one item that stands for a list at ``slot`` as a list.

    ``texts`` are the items to be added later, None where not all of them are texts.
    """
    node = slot.node
    token = _token(buffer, slot)
    if slot.flow or (texts is not None and _fits(buffer, slot, [token, *texts])):
        buffer.replace(node.start, node.end, f"[{token}]")
    elif isinstance(node, MappingNode) and not node.flow:
        buffer.insert(node.start, "- ")
        _shift(buffer, node.start, node.end, 2)
    else:
        _move(buffer, slot, "- ", slot.column + buffer.indentation.dash)


def expand_text(buffer: Buffer, slot: Slot, key: str, texts: Iterable[str] | None) -> None:
    """Write out the text that stands for a mapping at ``slot`` as its ``key``; ``texts`` as above."""
    node = slot.node
    token = _token(buffer, slot)
    if slot.flow or (texts is not None and _fits(buffer, slot, [token, *texts])):
        buffer.replace(node.start, node.end, f"{{{key}: {token}}}")
    elif slot.is_item:
        buffer.insert(node.start, f"{key}: ")
        _shift(buffer, node.start, node.end, 2)
    else:
        _move(buffer, slot, f"{key}: ", slot.column + buffer.indentation.mapping)


def _token(buffer: Buffer, slot: Slot) -> str:
    return buffer.text[slot.node.start : slot.node.end]


def _fits(buffer: Buffer, slot: Slot, texts: list[str]) -> bool:
    """Return whether ``texts``, with keys before them, fit on one line between brackets."""
    if not isinstance(slot.node, ScalarNode) or "\n" in "".join(texts):
        return False
    if not is_scalar_in_flow(texts[0], slot.node.value or ""):
        return False
    line = buffer.text[buffer.line_start(slot.node.start) : slot.node.start]
    return display_width(line + "".join(f"{text}, slogan: " for text in texts)) <= SHORT


def _move(buffer: Buffer, slot: Slot, head: str, column: int) -> None:
    """Move the value, as it is written, below its key, behind ``head`` in ``column``."""
    node = slot.node
    buffer.replace(slot.behind or node.start, node.end, "")
    shifted = _token(buffer, slot).replace("\n", "\n" + " " * (column - slot.column))
    buffer.insert(buffer.line_end(node.end), "\n" + " " * column + head + shifted)


def _shift(buffer: Buffer, start: int, end: int, columns: int) -> None:
    """Indent all lines below that of ``start``, up to ``end``, by ``columns``."""
    place = buffer.line_end(start) + 1
    while place < end:
        line_end = buffer.line_end(place)
        if buffer.text[place:line_end].strip():
            buffer.insert(place, " " * columns)
        place = line_end + 1
