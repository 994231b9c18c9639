"""Keys and items that a file does not have yet, put where they belong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import SequenceNode as Ordered

from drafter.rewriting.composing import Data, bracketed, item_lines, lines_of
from drafter.rewriting.page import Page
from drafter.rewriting.setting import Spot, put, set_text
from drafter.rewriting.styles import on_one_line
from drafter.rewriting.tree import Entry, MappingNode, ScalarNode, SequenceNode, is_null
from drafter.widths import display_width

# How wide a line may get before its mapping is no longer written between brackets.
SHORT = 80


def fill(page: Page, spot: Spot, data: Data) -> None:
    """Put ``data`` where nothing is given: null, `[]` or `{}`."""
    if not isinstance(data, dict | list):
        _fill_with_text(page, spot, data)
    elif spot.flow:
        put(page, spot, bracketed(data))
    elif spot.behind is None or "\n" in page.text[spot.behind : spot.node.start]:
        _fill_in_place(page, spot, data)
    else:
        move_below(page, spot, data)


def _fill_with_text(page: Page, spot: Spot, text: str | None) -> None:
    if isinstance(spot.node, ScalarNode):
        set_text(page, spot, text)
    else:
        put(page, spot, on_one_line(text, flow=spot.flow))


def _fill_in_place(page: Page, spot: Spot, data: Data) -> None:
    """Begin a mapping or list right where its null stands: behind a dash, or on a line of its own."""
    node = spot.node
    column = node.column if node.start < node.end else spot.column + 2
    first, *rest = lines_of(data, column, page.indentation)
    put(page, spot, first[column:])
    insert_below(page, page.end_with_comments(node.end, spot.column, own=False), rest)


def move_below(page: Page, spot: Spot, data: Data) -> None:
    """Put ``data`` on the lines below its key, and take away what stands on the line of the key."""
    end = spot.node.end
    page.replace(spot.behind or end, page.line_end(end) if page.ends_line(end) else end, "")
    deeper = page.indentation.mapping if isinstance(data, dict) else page.indentation.dash
    lines = lines_of(data, spot.column + deeper, page.indentation)
    insert_below(page, page.end_with_comments(end, spot.column, own=False), lines)


def insert_below(page: Page, line_end: int, lines: Iterable[str]) -> None:
    """Put ``lines`` below the line that ends at ``line_end``."""
    page.insert(line_end, "".join(f"\n{line}" for line in lines))


def add_keys(page: Page, node: MappingNode, new: dict[str, Data], order: Ordered[str]) -> None:
    """Put ``new`` keys, each behind the nearest of those before it in ``order`` that ``node`` has."""
    # `[key: value]` is a mapping without brackets of its own.
    bare = node.flow and page.text[node.start] != "{"
    if bare:
        page.insert(node.start, "{")
    for anchor, keys in _by_anchor(node, new, order):
        if node.flow:
            _add_in_brackets(page, node, anchor, keys)
        elif anchor:
            end = page.end_with_comments(max(anchor.node.end, anchor.colon), node.column)
            insert_below(page, end, lines_of(keys, node.column, page.indentation))
        else:
            _add_first(page, node, keys)
    if bare:
        page.insert(node.end, "}")


def _by_anchor(
    node: MappingNode, new: dict[str, Data], order: Ordered[str]
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


def _add_in_brackets(page: Page, node: MappingNode, anchor: Entry | None, keys: dict[str, Data]) -> None:
    words = bracketed(keys)[1:-1]
    if anchor is None:
        page.insert(next(iter(node.entries.values())).start, f"{words}, ")
        return
    end = max(anchor.node.end, anchor.colon)
    # A colon that a comma follows at once is part of a text.
    blank = page.text[end - 1] == ":" and page.text[end : end + 1] == " "
    page.insert(end + blank, f", {words}")


def _add_first(page: Page, node: MappingNode, keys: dict[str, Data]) -> None:
    """Put ``keys`` before the first that a mapping has."""
    lines = list(lines_of(keys, node.column, page.indentation))
    start = page.line_start(node.start)
    if page.text[start : node.start].strip():
        # Behind a dash.
        lines[0] = lines[0][node.column :]
        page.insert(node.start, "\n".join(lines) + "\n" + " " * node.column)
    else:
        page.insert(page.first_comment_above(node.start, node.column), "".join(f"{line}\n" for line in lines))


def add_items(page: Page, node: SequenceNode, data: list[Data]) -> None:
    """Put ``data`` behind the items of a list: in the place of empty ones at its end, then at its end."""
    given = max((number for number, item in enumerate(node.items, 1) if not is_null(item)), default=0)
    empty = node.items[given:]
    for item, value in zip(empty, data, strict=False):
        fill(page, Spot(item, node.flow, node.column), value)
    rest = data[len(empty) :]
    if not rest:
        return
    last = node.items[-1]
    if node.flow:
        page.insert(last.end, "".join(f", {bracketed(item)}" for item in rest))
        return
    end = page.end_with_comments(last.end, node.column)
    like = isinstance(last, MappingNode) and last.flow
    for value in rest:
        insert_below(page, end, _lines_like(page, like, value, node.column))


def _lines_like(page: Page, in_brackets: bool, item: Data, column: int) -> Iterable[str]:
    """Return the lines of an item, between brackets if those around it are so and it is short."""
    line = f"{' ' * column}- {bracketed(item)}"
    is_flat = isinstance(item, dict) and not any(isinstance(value, dict | list) for value in item.values())
    if in_brackets and is_flat and display_width(line) <= SHORT:
        return [line]
    return item_lines(item, column, page.indentation)
