"""Keys and items that a file does not have yet, added where they belong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from drafter.i18n.text import display_width
from drafter.yaml.dump import Data, bracketed, item_lines, lines_of
from drafter.yaml.edits import Buffer
from drafter.yaml.nodes import Entry, MappingNode, ScalarNode, SequenceNode, is_null
from drafter.yaml.replace import SHORT, Slot, put, set_text
from drafter.yaml.scalars import on_one_line


def fill(buffer: Buffer, slot: Slot, data: Data) -> None:
    """Put ``data`` at a slot where nothing is given: null, `[]` or `{}`."""
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
    """Write a mapping or list where its null stands, behind a dash or on a line of its own."""
    node = slot.node
    column = node.column if node.start < node.end else slot.column + 2
    first, *rest = lines_of(data, column, buffer.indentation)
    put(buffer, slot, first[column:])
    insert_below(buffer, buffer.end_with_comments(node.end, slot.column, own=False), rest)


def move_below(buffer: Buffer, slot: Slot, data: Data) -> None:
    """Put ``data`` on the lines below its key, and delete the value on the line of the key."""
    end = slot.node.end
    buffer.replace(slot.behind or end, buffer.line_end(end) if buffer.ends_line(end) else end, "")
    deeper = buffer.indentation.mapping if isinstance(data, dict) else buffer.indentation.dash
    lines = lines_of(data, slot.column + deeper, buffer.indentation)
    insert_below(buffer, buffer.end_with_comments(end, slot.column, own=False), lines)


def insert_below(buffer: Buffer, line_end: int, lines: Iterable[str]) -> None:
    """Insert ``lines`` below the line that ends at ``line_end``."""
    buffer.insert(line_end, "".join(f"\n{line}" for line in lines))


def add_keys(buffer: Buffer, node: MappingNode, new: dict[str, Data], names: Mapping[str, str]) -> None:
    """Insert ``new`` keys, each behind the nearest earlier key that ``node`` has.

    ``names`` are all keys in their order, each with the name under which it is written.
    """
    # `[key: value]` is a mapping without brackets of its own.
    bare = node.flow and buffer.text[node.start] != "{"
    if bare:
        buffer.insert(node.start, "{")
    for anchor, keys in _by_anchor(node, new, names):
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
    node: MappingNode, new: dict[str, Data], names: Mapping[str, str]
) -> Iterator[tuple[Entry | None, dict[str, Data]]]:
    anchor: Entry | None = None
    keys: dict[str, Data] = {}
    for key, name in names.items():
        if key in node.entries:
            if keys:
                yield anchor, keys
            anchor, keys = node.entries[key], {}
        elif key in new:
            keys[name] = new[key]
    if keys:
        yield anchor, keys


def _add_in_brackets(buffer: Buffer, node: MappingNode, anchor: Entry | None, keys: dict[str, Data]) -> None:
    words = bracketed(keys)[1:-1]
    if anchor is None:
        buffer.insert(next(iter(node.entries.values())).start, f"{words}, ")
        return
    end = max(anchor.node.end, anchor.colon)
    # Without a blank behind it, a colon before a comma would be part of a text.
    blank = buffer.text[end - 1] == ":" and buffer.text[end : end + 1] == " "
    buffer.insert(end + blank, f", {words}")


def _add_first(buffer: Buffer, node: MappingNode, keys: dict[str, Data]) -> None:
    """Insert ``keys`` before the first key of a mapping."""
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
    """Add ``data`` to a list: in the place of empty items at its end first, then behind its end."""
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
    """Return the lines of an item, on one line ``in_brackets`` if it is short enough."""
    line = f"{' ' * column}- {bracketed(item)}"
    is_flat = isinstance(item, dict) and not any(isinstance(value, dict | list) for value in item.values())
    if in_brackets and is_flat and display_width(line) <= SHORT:
        return [line]
    return item_lines(item, column, buffer.indentation)
