"""Whole items of lists taken out of the YAML text that a clerk wrote, with the comments on them."""

from __future__ import annotations

from typing import Any

from drafter.errors import ParameterError
from drafter.i18n import _
from drafter.models.names import canonical
from drafter.models.parameters import Parameters
from drafter.models.paths import steps_of
from drafter.yaml.changes import UnsettableError
from drafter.yaml.edits import Buffer, applied
from drafter.yaml.expected import normalized
from drafter.yaml.nodes import MappingNode, Node, SequenceNode, child_of, is_null
from drafter.yaml.parse import read_nodes, read_values
from drafter.yaml.replace import Slot, put, replace_mapping
from drafter.yaml.source import Source
from drafter.yaml.spelling import under_keys


def without_item(source: Source, path: str) -> str:
    """Return the text of ``source`` without the item at ``path``, and nothing else changed.

    The comments right above the item and beside it go with it. The items behind it move up by one.
    Raises UnsettableError where no item stands there, or anything else would change with it.
    """
    *above, place = steps_of(path) or ("",)
    root, faults = read_nodes(source)
    if faults or root is None or not above or not isinstance(place, int):
        raise _no_item(path)
    root = under_keys(root, Parameters)
    buffer = Buffer(source.text, root)
    _take_out(buffer, root, above, place, path)
    text = applied(source.text, buffer.edits)
    if _values(Source(source.name, text)) != _without(_values(source), above, place):
        raise UnsettableError(path, _("the YAML is written in a way that leaves no room for it"))
    return text


def _no_item(path: str) -> UnsettableError:
    return UnsettableError(path, _("there is no such item"), _("load the page again"))


def _take_out(buffer: Buffer, root: Node, above: list[str | int], place: int, path: str) -> None:
    parent, node = root, root
    for step in above:
        found = child_of(_item(node, step) if isinstance(step, int) else node, step)
        if isinstance(step, int):
            node = _item(node, step)
            continue
        if found is None:
            raise _no_item(path)
        parent, node = node, found[1]
    if isinstance(node, SequenceNode):
        items = [item for item in node.items if not is_null(item)]
        if place >= len(items):
            raise _no_item(path)
        _from_list(buffer, node, items[place])
    elif place == 0 and isinstance(parent, MappingNode) and not is_null(node):
        # One value stands for a list of one.
        entry = parent.entries[str(above[-1])]
        slot = Slot(node, parent.flow, parent.column, entry.colon)
        if isinstance(node, MappingNode):
            replace_mapping(buffer, slot, None)
        else:
            put(buffer, slot, "~")
    else:
        raise _no_item(path)


def _item(node: Node, place: int) -> Node:
    """Return an item by its place among those that give something; a value that stands for a list is one."""
    if not isinstance(node, SequenceNode):
        return node
    items = [item for item in node.items if not is_null(item)]
    return items[place] if place < len(items) else node


def _from_list(buffer: Buffer, node: SequenceNode, item: Node) -> None:
    if node.flow:
        kept = [buffer.text[each.start : each.end] for each in node.items if each is not item]
        buffer.replace(node.start, node.end, f"[{', '.join(kept)}]" if kept else "~")
        return
    start = buffer.first_comment_above(_dash(buffer, node, item), node.column)
    end = buffer.end_with_comments(item.end, node.column, own=False)
    behind = 1 if end < len(buffer.text) else 0
    first = buffer.text[buffer.line_start(node.start) : node.start]
    if first.strip() and item is node.items[0]:
        # The list begins behind another dash, whose line has to stay.
        buffer.replace(node.start, item.end, "~")
    else:
        buffer.replace(start, end + behind, "")


def _dash(buffer: Buffer, node: SequenceNode, item: Node) -> int:
    """Return the start of the line that has the dash of an item."""
    start = buffer.line_start(item.start)
    while start > node.start and buffer.text[start + node.column : start + node.column + 1] != "-":
        start = buffer.line_start(start - 1)
    return start


def _values(source: Source) -> Any:
    try:
        data, faults = read_values(source)
    except ParameterError:
        return None
    return None if faults else normalized(canonical(data, Parameters)[0], Parameters)


def _without(data: Any, above: list[str | int], place: int) -> Any:
    """Return normalized values without one item; a list without items is none."""
    if not above:
        left = [item for number, item in enumerate(data) if number != place] if isinstance(data, list) else []
        return left or None
    step, *rest = above
    if isinstance(step, int):
        items = data if isinstance(data, list) else [data]
        below = [_without(item, rest, place) if number == step else item for number, item in enumerate(items)]
        return below if isinstance(data, list) else below[0]
    changed = {**data, step: _without(data[step], rest, place)}
    return {key: value for key, value in changed.items() if value is not None and value != {}}
