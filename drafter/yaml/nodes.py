"""YAML text becomes plain values: mappings, lists, texts, null.

Built from the parser's events, not its nodes: only so can nesting, aliases and size be
refused before they cost anything, and duplicate keys be seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NoReturn

import yaml
from msgspec import Struct

from drafter.errors import Diagnostic, ParameterError
from drafter.i18n import _
from drafter.yaml.source import Source

# The C parser is ten times faster; a Python without it still works.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_DEPTH = 32
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
# YAML folds a line break into a blank, which Chinese text does not have. All Chinese signs and
# letters lie above U+2000, no Latin ones do.
FOLD = re.compile("(?<=[^\x00-\u1fff]) (?=[^\x00-\u1fff])")


def iter_events(source: Source) -> Iterator[Any]:
    """Return the parser's events of ``source``."""
    return iter(LOADER(source.text).get_event, None)


def read_values(source: Source) -> tuple[Any, list[Diagnostic]]:
    """Return the values of ``source``, None where it is empty, and the faults of its form.

    Raises ParameterError where the rest of the file cannot be made sense of.
    """
    reader = _Reader(source)
    try:
        return reader.read(), reader.faults
    except yaml.YAMLError as error:
        from drafter.yaml.syntax_errors import syntax_fault

        reader.faults.append(syntax_fault(error, source))
    except _StopError:
        pass
    raise ParameterError(reader.faults)


class _StopError(Exception):
    """The rest of the file cannot be made sense of."""


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.faults: list[Diagnostic] = []

    def read(self) -> Any:
        self.events = iter_events(self.source)
        started, data = False, None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if started:
                    self._stop(
                        event, "Y009", _("a second document starts here"), _("keep one and delete `---`")
                    )
                started = True
                data = self._value(next(self.events), 0)
        return data

    def _value(self, event: Any, depth: int) -> Any:
        if isinstance(event, yaml.AliasEvent):
            self._tell(event, "Y006", _("aliases are not read"), _("write the value out"))
            # Given, if without a value: so that no key is told to be missing.
            return ""
        if event.tag or event.anchor:
            self._tell_properties(event)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if depth >= MAX_DEPTH:
            from drafter.yaml.syntax_errors import nested_too_deep

            self._stop(event, "Y007", *nested_too_deep())
        return self._list(depth) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(depth)

    def _list(self, depth: int) -> list[Any]:
        items: list[Any] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, depth + 1))
        return items

    def _mapping(self, depth: int) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        first: dict[str, Any] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                remedy = _("a text that begins with a bracket stands in single quotation marks: '{{ ... }}'")
                self._stop(event, "Y010", _("a key must be a word"), remedy)
            key: str = event.value
            if key in first:
                message = _("key `{key}` is given twice").format(key=key)
                line = first[key].start_mark.line + 1
                remedy = _("it stands in line {line} already: keep one").format(line=line)
                self._tell(event, "Y102", message, remedy)
            first.setdefault(key, event)
            mapping[key] = self._value(next(self.events), depth + 1)
        return mapping

    def _tell_properties(self, event: Any) -> None:
        if event.tag:
            self._tell(event, "Y008", _("tags are not read"), _("delete `{tag}`").format(tag=event.tag))
        if event.anchor:
            remedy = _("delete `{name}`, or put a text that begins so in single quotation marks")
            self._tell(event, "Y006", _("anchors are not read"), remedy.format(name=f"&{event.anchor}"))

    def _tell(self, event: Any, code: str, message: str, remedy: str) -> None:
        mark = event.start_mark
        span = self.source.span(mark.line + 1, mark.column + 1)
        self.faults.append(Diagnostic(code, message, span, remedy))

    def _stop(self, event: Any, code: str, message: str, remedy: str) -> NoReturn:
        self._tell(event, code, message, remedy)
        raise _StopError


def _scalar(event: Any) -> str | None:
    if event.implicit[0] and event.value in NULLS:
        return None
    text: str = event.value
    if event.style != "|" and event.start_mark.line != event.end_mark.line:
        text = FOLD.sub("", text)
    return text


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
    reader = _ReaderTree(text)
    return Tree(text, reader.read(), reader.ends)


def is_null(node: Node) -> bool:
    """Tell whether nothing is given where ``node`` stands."""
    return isinstance(node, ScalarNode) and node.value is None


class _ReaderTree:
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
