"""Short forms written out, so that they can take more: one item for a list, a text for a mapping."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.rewriting.adding import SHORT
from drafter.rewriting.page import Page
from drafter.rewriting.setting import Spot
from drafter.rewriting.styles import is_scalar_in_flow
from drafter.rewriting.tree import MappingNode, ScalarNode
from drafter.widths import display_width


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
