"""Keys and items that a file does not have yet, put where they belong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, structs

from drafter.text import display_width
from drafter.yaml.dump import Data, bracketed, item_lines, lines_of
from drafter.yaml.edits import Page
from drafter.yaml.nodes import BLOCK_HEADER, Entry, MappingNode, Node, ScalarNode, SequenceNode, is_null
from drafter.yaml.scalars import in_block, is_scalar_in_flow, on_one_line

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


def add_keys(page: Page, node: MappingNode, new: dict[str, Data], order: Sequence[str]) -> None:
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


class Spot(Struct, frozen=True):
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


def set_text(page: Page, spot: Spot, text: str | None) -> None:
    """Put ``text`` in the place of the scalar or null at ``spot``; None takes it back."""
    node = spot.node
    # Lines above and below a block's words are none of the value.
    if not isinstance(node, ScalarNode) or text in (node.value, (node.value or "").strip("\n") or None):
        return
    if not text or spot.flow:
        put(page, spot, on_one_line(text, node.style, flow=spot.flow))
    elif node.style in ("|", ">"):
        _set_block(page, spot, node, text)
    elif "\n" not in text or not _make_block(page, spot, text):
        put(page, spot, on_one_line(text, node.style))


def put(page: Page, spot: Spot, token: str) -> None:
    """Put ``token``, which stands on one line, where the value of ``spot`` stands."""
    node, text = spot.node, page.text
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        head = _header(page, node)
        page.replace(node.start, head, token)
        if head < node.end:
            page.replace(page.line_end(head), node.end, "")
    elif node.start < node.end:
        page.replace(node.start, node.end, token)
    elif spot.flow:
        colon = "" if spot.is_item or text[node.start - 1] == ":" else ":"
        page.replace(node.start, node.end + (text[node.end : node.end + 1] == " "), f"{colon} {token}")
    else:
        end = page.line_end(node.end) if page.ends_line(node.end) else node.end
        page.replace(node.start, end, f" {token}")


def _header(page: Page, node: ScalarNode) -> int:
    found = BLOCK_HEADER.match(page.text, node.start)
    return found.end() if found else node.start


def _set_block(page: Page, spot: Spot, node: ScalarNode, text: str) -> None:
    """Put ``text`` into a block: its header stays, but a folded one cannot hold several paragraphs."""
    head = _header(page, node)
    line_end = page.line_end(head)
    present = page.text[line_end + 1 : node.end].split("\n") if head < node.end else []
    column = next((_indent(line) for line in present if line.strip()), None)
    if column is None:
        column = _block_column(page, spot)
    folded = in_block(text, column, ">") if page.text[node.start] == ">" and "\n" not in text else None
    lines = folded or in_block(text, column)
    if not lines:
        put(page, spot, on_one_line(text))
        return
    if page.text[node.start] == ">" and not folded:
        page.replace(node.start, node.start + 1, "|")
    # What stays keeps the indent of its paragraph, which is no part of the text.
    kept = {line.strip(): line.rstrip() for line in present if _indent(line) == column}
    body = "\n".join(kept.get(line.strip(), line) for line in lines)
    page.replace(line_end, max(line_end, node.end), f"\n{body}")


def _make_block(page: Page, spot: Spot, text: str) -> bool:
    """Put several paragraphs where a scalar of one line stands; tell whether a block can hold them."""
    node = spot.node
    column = _block_column(page, spot)
    line_end = page.line_end(node.end)
    lines = in_block(text, column)
    # A comment that stands as deep as the block would be read as part of it.
    if not lines or page.end_with_comments(node.end, column - 1, own=False) > line_end:
        return False
    between = page.text[spot.behind : node.start] if spot.behind is not None else ""
    if "\n" in between and not between.strip():
        page.replace(node.start - len(between), node.end, " |")
    else:
        put(page, spot, "|")
    page.insert(line_end, "".join(f"\n{line}" for line in lines))
    return True


def _block_column(page: Page, spot: Spot) -> int:
    return spot.column + (2 if spot.is_item else page.indentation.mapping)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def put_over(page: Page, spot: Spot, text: str | None) -> None:
    """Put ``text`` in the place of a whole mapping."""
    node = spot.node
    if isinstance(node, MappingNode) and not node.flow and spot.behind is not None:
        # What else stands on the line of the key stays, a comment above all.
        line_end = page.line_end(spot.behind)
        page.replace(line_end, page.line_end(node.end), "")
        node = ScalarNode(spot.behind, spot.behind, spot.column, "", None)
    put(page, structs.replace(spot, node=node), on_one_line(text, flow=spot.flow))


def unfold_item(page: Page, spot: Spot, texts: Iterable[str] | None) -> None:
    """Make a list of the one item that stands for it at ``spot``.

    ``texts`` are those it is to take up besides; None where they are more than texts.
    """
    node = spot.node
    token = _token(page, spot)
    if spot.flow or (texts is not None and _fits(page, spot, [token, *texts])):
        page.replace(node.start, node.end, f"[{token}]")
    elif isinstance(node, MappingNode) and not node.flow:
        page.insert(node.start, "- ")
        _shift(page, node.start, node.end, 2)
    else:
        _move(page, spot, "- ", spot.column + page.indentation.dash)


def unfold_text(page: Page, spot: Spot, key: str, texts: Iterable[str] | None) -> None:
    """Make a mapping with ``key`` of the text that stands for it at ``spot``; ``texts`` as above."""
    node = spot.node
    token = _token(page, spot)
    if spot.flow or (texts is not None and _fits(page, spot, [token, *texts])):
        page.replace(node.start, node.end, f"{{{key}: {token}}}")
    elif spot.is_item:
        page.insert(node.start, f"{key}: ")
        _shift(page, node.start, node.end, 2)
    else:
        _move(page, spot, f"{key}: ", spot.column + page.indentation.mapping)


def _token(page: Page, spot: Spot) -> str:
    return page.text[spot.node.start : spot.node.end]


def _fits(page: Page, spot: Spot, texts: list[str]) -> bool:
    """Tell whether ``texts``, with keys before them, are short enough to stand between brackets."""
    if not isinstance(spot.node, ScalarNode) or "\n" in "".join(texts):
        return False
    if not is_scalar_in_flow(texts[0], spot.node.value or ""):
        return False
    line = page.text[page.line_start(spot.node.start) : spot.node.start]
    return display_width(line + "".join(f"{text}, slogan: " for text in texts)) <= SHORT


def _move(page: Page, spot: Spot, head: str, column: int) -> None:
    """Put the value below its key, in ``column`` behind ``head``, as it is written."""
    node = spot.node
    page.replace(spot.behind or node.start, node.end, "")
    shifted = _token(page, spot).replace("\n", "\n" + " " * (column - spot.column))
    page.insert(page.line_end(node.end), "\n" + " " * column + head + shifted)


def _shift(page: Page, start: int, end: int, columns: int) -> None:
    """Move all lines behind that of ``start``, up to ``end``, further in."""
    place = page.line_end(start) + 1
    while place < end:
        line_end = page.line_end(place)
        if page.text[place:line_end].strip():
            page.insert(place, " " * columns)
        place = line_end + 1
