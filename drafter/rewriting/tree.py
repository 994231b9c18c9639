"""The nodes of a YAML text and where each stands, by offsets into the text.

Read from a text that is known to load: without aliases, tags and duplicate keys. The C parser
counts in characters, as Python does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from msgspec import Struct

from drafter.loading.source import Source
from drafter.loading.values import FOLD, NULLS, iter_events

# Of a literal or folded block: its style, how deep it is indented, what becomes of its last line ends.
BLOCK_HEADER = re.compile(r"[|>][0-9+-]*")

_COLON = re.compile(r"\s*:")


class ScalarNode(Struct):
    """A text or null; of an empty one, ``start`` and ``end`` are right behind its colon or dash.

    ``style`` is the mark that it begins with, "" where it is plain. The ``end`` of a block is that
    of its last line with words.
    """

    start: int
    end: int
    column: int
    style: str
    value: str | None


class Entry(Struct):
    """A key and its value; ``colon`` is the place behind the colon."""

    start: int
    colon: int
    node: Node


class MappingNode(Struct):
    """Keys and values; ``end`` is that of the last value, or of the bracket."""

    start: int
    end: int
    column: int
    flow: bool
    entries: dict[str, Entry]


class SequenceNode(Struct):
    """Items; ``column`` is that of their dashes."""

    start: int
    end: int
    column: int
    flow: bool
    items: list[Node]


Node = ScalarNode | MappingNode | SequenceNode


class Tree(Struct):
    """The whole of a text. ``ends`` are the places, in order, behind which a line may have a comment."""

    text: str
    root: Node | None
    ends: list[int]


def read_tree(text: str) -> Tree:
    """Return the nodes of ``text``; raise yaml.YAMLError where it does not parse."""
    reader = _Reader(text)
    return Tree(text, reader.read(), reader.ends)


def is_null(node: Node) -> bool:
    """Tell whether nothing is given where ``node`` stands."""
    return isinstance(node, ScalarNode) and node.value is None


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.events: Iterator[Any] = iter_events(Source("", text))
        self.ends: list[int] = []

    def read(self) -> Node | None:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                return self._node(next(self.events))
        return None

    def _node(self, event: Any) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        return self._sequence(event) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(event)

    def _scalar(self, event: Any) -> ScalarNode:
        start, end = event.start_mark.index, event.end_mark.index
        style, value = event.style or "", event.value
        if start == end:
            start = end = self._empty(start)
        self.ends.append(end)
        if style in ("|", ">"):
            self.ends[-1] = head = self._header_end(start)
            end = self._block_end(head, end)
        if event.implicit[0] and value in NULLS:
            value = None
        elif style != "|" and event.start_mark.line != event.end_mark.line:
            value = FOLD.sub("", value)
        return ScalarNode(start, end, event.start_mark.column, style, value)

    def _header_end(self, start: int) -> int:
        found = BLOCK_HEADER.match(self.text, start)
        return found.end() if found else start

    def _block_end(self, head: int, end: int) -> int:
        line_end = self.text.find("\n", head)
        words = self.text[line_end:end].rstrip(" \t\n") if 0 <= line_end < end else ""
        return line_end + len(words) if words else head

    def _empty(self, place: int) -> int:
        """Return the place of an empty scalar: libyaml puts one in brackets before the next sign."""
        before = len(self.text[:place].rstrip(" \n\t"))
        return before if self.text[before - 1 : before] in (":", "-", "?") else place

    def _sequence(self, event: Any) -> SequenceNode:
        start = event.start_mark.index
        items: list[Node] = []
        for item in self.events:
            if isinstance(item, yaml.SequenceEndEvent):
                end = self._flow_end(item) if event.flow_style else items[-1].end
                return SequenceNode(start, end, event.start_mark.column, event.flow_style, items)
            items.append(self._node(item))
        raise AssertionError("a sequence ends")

    def _mapping(self, event: Any) -> MappingNode:
        start, end = event.start_mark.index, event.end_mark.index
        entries: dict[str, Entry] = {}
        for key in self.events:
            if isinstance(key, yaml.MappingEndEvent):
                # Without brackets of its own in `[key: value]`.
                end = self._flow_end(key) if self.text[start] == "{" and event.flow_style else end
                return MappingNode(start, end, event.start_mark.column, event.flow_style, entries)
            behind = key.end_mark.index
            self.ends.append(behind)
            node = self._node(next(self.events))
            entries[key.value] = Entry(key.start_mark.index, self._colon(behind), node)
            end = max(node.end, behind)
        raise AssertionError("a mapping ends")

    def _colon(self, behind: int) -> int:
        """Return the place behind the colon of a key; behind the key where it has none."""
        found = _COLON.match(self.text, behind)
        return found.end() if found else behind

    def _flow_end(self, event: Any) -> int:
        end: int = event.end_mark.index
        self.ends.append(end)
        return end
