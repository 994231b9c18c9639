"""Keys and items that a file does not have yet, put where they belong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from drafter.text import display_width
from drafter.yaml.dump import Data, bracketed, item_lines, lines_of
from drafter.yaml.edits import Buffer
from drafter.yaml.nodes import Entry, MappingNode, Node, ScalarNode, SequenceNode, is_null
from drafter.yaml.scalars import in_block, is_scalar_in_flow, on_one_line

# How wide a line may get before its mapping is no longer written between brackets.
SHORT = 80


def fill(buffer: Buffer, slot: Slot, data: Data) -> None:
    """Put ``data`` where nothing is given: null, `[]` or `{}`."""
    if not isinstance(data, dict | list):
        _fill_with_text(buffer, slot, data)
    elif slot.flow:
        put(buffer, slot, bracketed(data))
    elif slot.behind is None or "\n" in buffer.text[slot.behind : slot.node.start]:
        _fill_in_place(buffer, slot, data)
    else:
        move_below(buffer, slot, data)


def _fill_with_text(buffer: Buffer, slot: Slot, text: str | None) -> None:
    if isinstance(slot.node, ScalarNode):
        set_text(buffer, slot, text)
    else:
        put(buffer, slot, on_one_line(text, flow=slot.flow))


def _fill_in_place(buffer: Buffer, slot: Slot, data: Data) -> None:
    """Begin a mapping or list right where its null stands: behind a dash, or on a line of its own."""
    node = slot.node
    column = node.column if node.start < node.end else slot.column + 2
    first, *rest = lines_of(data, column, buffer.indentation)
    put(buffer, slot, first[column:])
    insert_below(buffer, buffer.end_with_comments(node.end, slot.column, own=False), rest)


def move_below(buffer: Buffer, slot: Slot, data: Data) -> None:
    """Put ``data`` on the lines below its key, and take away what stands on the line of the key."""
    end = slot.node.end
    buffer.replace(slot.behind or end, buffer.line_end(end) if buffer.ends_line(end) else end, "")
    deeper = buffer.indentation.mapping if isinstance(data, dict) else buffer.indentation.dash
    lines = lines_of(data, slot.column + deeper, buffer.indentation)
    insert_below(buffer, buffer.end_with_comments(end, slot.column, own=False), lines)


def insert_below(buffer: Buffer, line_end: int, lines: Iterable[str]) -> None:
    """Put ``lines`` below the line that ends at ``line_end``."""
    buffer.insert(line_end, "".join(f"\n{line}" for line in lines))


def add_keys(buffer: Buffer, node: MappingNode, new: dict[str, Data], order: Sequence[str]) -> None:
    """Put ``new`` keys, each behind the nearest of those before it in ``order`` that ``node`` has."""
    # `[key: value]` is a mapping without brackets of its own.
    bare = node.flow and buffer.text[node.start] != "{"
    if bare:
        buffer.insert(node.start, "{")
    for anchor, keys in _by_anchor(node, new, order):
        if node.flow:
            _add_in_brackets(buffer, node, anchor, keys)
        elif anchor:
            end = buffer.end_with_comments(max(anchor.node.end, anchor.colon), node.column)
            insert_below(buffer, end, lines_of(keys, node.column, buffer.indentation))
        else:
            _add_first(buffer, node, keys)
    if bare:
        buffer.insert(node.end, "}")


def _by_anchor(
    node: MappingNode, new: dict[str, Data], order: Sequence[str]
) -> Iterator[tuple[Entry | None, dict[str, Data]]]:
    anchor: Entry | None = None
    keys: dict[str, Data] = {}
    for key in order:
        if key in node.entries:
            if keys:
                yield anchor, keys
            anchor, keys = node.entries[key], {}
        elif key in new:
            keys[key] = new[key]
    if keys:
        yield anchor, keys


def _add_in_brackets(buffer: Buffer, node: MappingNode, anchor: Entry | None, keys: dict[str, Data]) -> None:
    words = bracketed(keys)[1:-1]
    if anchor is None:
        buffer.insert(next(iter(node.entries.values())).start, f"{words}, ")
        return
    end = max(anchor.node.end, anchor.colon)
    # A colon that a comma follows at once is part of a text.
    blank = buffer.text[end - 1] == ":" and buffer.text[end : end + 1] == " "
    buffer.insert(end + blank, f", {words}")


def _add_first(buffer: Buffer, node: MappingNode, keys: dict[str, Data]) -> None:
    """Put ``keys`` before the first that a mapping has."""
    lines = list(lines_of(keys, node.column, buffer.indentation))
    start = buffer.line_start(node.start)
    if buffer.text[start : node.start].strip():
        # Behind a dash.
        lines[0] = lines[0][node.column :]
        buffer.insert(node.start, "\n".join(lines) + "\n" + " " * node.column)
    else:
        buffer.insert(
            buffer.first_comment_above(node.start, node.column), "".join(f"{line}\n" for line in lines)
        )


def add_items(buffer: Buffer, node: SequenceNode, data: list[Data]) -> None:
    """Put ``data`` behind the items of a list: in the place of empty ones at its end, then at its end."""
    given = max((number for number, item in enumerate(node.items, 1) if not is_null(item)), default=0)
    empty = node.items[given:]
    for item, value in zip(empty, data, strict=False):
        fill(buffer, Slot(item, node.flow, node.column), value)
    rest = data[len(empty) :]
    if not rest:
        return
    last = node.items[-1]
    if node.flow:
        buffer.insert(last.end, "".join(f", {bracketed(item)}" for item in rest))
        return
    end = buffer.end_with_comments(last.end, node.column)
    like = isinstance(last, MappingNode) and last.flow
    for value in rest:
        insert_below(buffer, end, _lines_like(buffer, like, value, node.column))


def _lines_like(buffer: Buffer, in_brackets: bool, item: Data, column: int) -> Iterable[str]:
    """Return the lines of an item, between brackets if those around it are so and it is short."""
    line = f"{' ' * column}- {bracketed(item)}"
    is_flat = isinstance(item, dict) and not any(isinstance(value, dict | list) for value in item.values())
    if in_brackets and is_flat and display_width(line) <= SHORT:
        return [line]
    return item_lines(item, column, buffer.indentation)


class Slot(Struct, frozen=True):
    """Where a value stands: what is there now, and in what.

    ``column`` is that of the mapping or of the list's dashes, ``behind`` the place behind the
    colon, which an item has not.
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
    """Put ``text`` in the place of the scalar or null at ``slot``; None takes it back."""
    node = slot.node
    # Lines above and below a block's words are none of the value.
    if not isinstance(node, ScalarNode) or text in (node.value, (node.value or "").strip("\n") or None):
        return
    if not text or slot.flow:
        put(buffer, slot, on_one_line(text, node.style, flow=slot.flow))
    elif node.is_block:
        _set_block(buffer, slot, node, text)
    elif "\n" not in text or not _make_block(buffer, slot, text):
        put(buffer, slot, on_one_line(text, node.style))


def put(buffer: Buffer, slot: Slot, token: str) -> None:
    """Put ``token``, which stands on one line, where the value of ``slot`` stands."""
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
    """Put ``text`` into a block: its header stays, but a folded one cannot hold several paragraphs."""
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
    # What stays keeps the indent of its paragraph, which is no part of the text.
    kept = {line.strip(): line.rstrip() for line in present if _indent(line) == column}
    body = "\n".join(kept.get(line.strip(), line) for line in lines)
    buffer.replace(line_end, max(line_end, node.end), f"\n{body}")


def _make_block(buffer: Buffer, slot: Slot, text: str) -> bool:
    """Put several paragraphs where a scalar of one line stands; tell whether a block can hold them."""
    node = slot.node
    column = _block_column(buffer, slot)
    line_end = buffer.line_end(node.end)
    lines = in_block(text, column)
    # A comment that stands as deep as the block would be read as part of it.
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
    """Put ``text`` in the place of a whole mapping."""
    node = slot.node
    if isinstance(node, MappingNode) and not node.flow and slot.behind is not None:
        # What else stands on the line of the key stays, a comment above all.
        line_end = buffer.line_end(slot.behind)
        buffer.replace(line_end, buffer.line_end(node.end), "")
        _put_behind(buffer, slot.behind, on_one_line(text))
    else:
        put(buffer, slot, on_one_line(text, flow=slot.flow))


def expand_item(buffer: Buffer, slot: Slot, texts: Iterable[str] | None) -> None:
    """Make a list of the one item that stands for it at ``slot``.

    ``texts`` are those it is to take up besides; None where they are more than texts.
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
    """Make a mapping with ``key`` of the text that stands for it at ``slot``; ``texts`` as above."""
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
    """Tell whether ``texts``, with keys before them, are short enough to stand between brackets."""
    if not isinstance(slot.node, ScalarNode) or "\n" in "".join(texts):
        return False
    if not is_scalar_in_flow(texts[0], slot.node.value or ""):
        return False
    line = buffer.text[buffer.line_start(slot.node.start) : slot.node.start]
    return display_width(line + "".join(f"{text}, slogan: " for text in texts)) <= SHORT


def _move(buffer: Buffer, slot: Slot, head: str, column: int) -> None:
    """Put the value below its key, in ``column`` behind ``head``, as it is written."""
    node = slot.node
    buffer.replace(slot.behind or node.start, node.end, "")
    shifted = _token(buffer, slot).replace("\n", "\n" + " " * (column - slot.column))
    buffer.insert(buffer.line_end(node.end), "\n" + " " * column + head + shifted)


def _shift(buffer: Buffer, start: int, end: int, columns: int) -> None:
    """Move all lines behind that of ``start``, up to ``end``, further in."""
    place = buffer.line_end(start) + 1
    while place < end:
        line_end = buffer.line_end(place)
        if buffer.text[place:line_end].strip():
            buffer.insert(place, " " * columns)
        place = line_end + 1
