"""One value put where another, or none, stands: in its own style, its comment left alone."""

from __future__ import annotations

from msgspec import Struct, structs

from drafter.rewriting.page import Page
from drafter.rewriting.styles import in_block, on_one_line
from drafter.rewriting.tree import BLOCK_HEADER, MappingNode, Node, ScalarNode


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
