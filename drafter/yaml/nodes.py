"""The nodes of a YAML text: each with its value, and where it stands.

A node holds the parser's events and computes everything else on demand. Places are indexes of
characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

# The header of a literal or folded block: its style, its indentation, what becomes of its last line ends.
_BLOCK_HEADER = re.compile(r"[|>][0-9+-]*")

_COLON = re.compile(r"\s*:")


class ScalarNode(Struct):
    """A text or null."""

    text: str
    event: Any
    value: str | None

    @property
    def style(self) -> str:
        """The mark that the scalar begins with, "" where it is plain."""
        return self.event.style or ""

    @property
    def is_block(self) -> bool:
        """Whether the scalar is a literal or folded block."""
        return self.style in ("|", ">")

    @property
    def start(self) -> int:
        """Where the scalar begins; an empty one begins right behind its colon or dash."""
        start: int = self.event.start_mark.index
        if start < self.event.end_mark.index:
            return start
        # Between brackets, libyaml puts an empty scalar before the next sign.
        before = len(self.text[:start].rstrip(" \n\t"))
        return before if self.text[before - 1 : before] in (":", "-", "?") else start

    @property
    def end(self) -> int:
        """Where the scalar ends; a block ends behind its last line with words."""
        start, end = self.event.start_mark.index, self.event.end_mark.index
        if not self.is_block:
            return end if start < end else self.start
        line_end = self.text.find("\n", self.header_end)
        words = self.text[line_end:end].rstrip(" \t\n") if 0 <= line_end < end else ""
        return line_end + len(words) if words else self.header_end

    @property
    def header_end(self) -> int:
        """Where the header of a block ends."""
        found = _BLOCK_HEADER.match(self.text, self.start)
        return found.end() if found else self.start

    @property
    def column(self) -> int:
        """The column of the first character, from 0."""
        column: int = self.event.start_mark.column
        return column


class Entry(Struct):
    """A key and its value."""

    text: str
    key: Any
    node: Node

    @property
    def start(self) -> int:
        """Where the key begins."""
        start: int = self.key.start_mark.index
        return start

    @property
    def colon(self) -> int:
        """The place behind the colon; the end of the key if there is no colon."""
        end: int = self.key.end_mark.index
        found = _COLON.match(self.text, end)
        return found.end() if found else end

    @property
    def end(self) -> int:
        """Where the value ends; the end of the key if it has no value."""
        end: int = self.key.end_mark.index
        return max(self.node.end, end)


class _Collection(Struct):
    """What a mapping and a list have in common. ``event`` begins the node, ``end_event`` ends it."""

    text: str
    event: Any
    end_event: Any

    @property
    def start(self) -> int:
        """Where the node begins."""
        start: int = self.event.start_mark.index
        return start

    @property
    def column(self) -> int:
        """The column of the first key or dash, or of the bracket, from 0."""
        column: int = self.event.start_mark.column
        return column

    @property
    def flow(self) -> bool:
        """Whether the node stands between brackets: its own or, in ``[key: value]``, those of its list."""
        return bool(self.event.flow_style)


class MappingNode(_Collection):
    """Keys and values."""

    keys: dict[str, Any]
    nodes: dict[str, Node]

    @property
    def value(self) -> dict[str, Any]:
        """The values by their keys."""
        return {key: node.value for key, node in self.nodes.items()}

    @property
    def entries(self) -> dict[str, Entry]:
        """The entries by their keys."""
        return {key: Entry(self.text, event, self.nodes[key]) for key, event in self.keys.items()}

    @property
    def end(self) -> int:
        """Where the bracket ends, else the last value."""
        if self.has_brackets or not self.keys:
            end: int = (self.end_event if self.has_brackets else self.event).end_mark.index
            return end
        return list(self.entries.values())[-1].end

    @property
    def has_brackets(self) -> bool:
        """Whether the mapping has brackets of its own."""
        return self.flow and self.text[self.start] == "{"


class SequenceNode(_Collection):
    """Items of a list."""

    items: list[Node]

    @property
    def value(self) -> list[Any]:
        """The values of the items."""
        return [item.value for item in self.items]

    @property
    def end(self) -> int:
        """Where the bracket ends, else the last item."""
        end: int = self.end_event.end_mark.index
        return end if self.flow else self.items[-1].end

    @property
    def has_brackets(self) -> bool:
        """Whether the list has brackets of its own, as any list between brackets does."""
        return self.flow


Node = ScalarNode | MappingNode | SequenceNode


def is_null(node: Node) -> bool:
    """Return whether nothing is given where ``node`` stands."""
    return isinstance(node, ScalarNode) and node.value is None


def child_of(node: Node, key: str | int) -> tuple[Any, Node] | None:
    """Return the event of a key, None for an item, and what stands there; None where nothing does."""
    if isinstance(node, MappingNode) and key in node.nodes:
        return node.keys[str(key)], node.nodes[str(key)]
    if isinstance(node, SequenceNode) and isinstance(key, int) and key < len(node.items):
        return None, node.items[key]
    return None


def word_ends(node: Node) -> Iterator[int]:
    """Yield the places behind which a line may have a comment."""
    if isinstance(node, ScalarNode):
        yield node.header_end if node.is_block else node.end
        return
    if isinstance(node, MappingNode):
        for key, child in node.nodes.items():
            yield node.keys[key].end_mark.index
            yield from word_ends(child)
    else:
        for item in node.items:
            yield from word_ends(item)
    if node.has_brackets:
        yield node.end
