"""A YAML text parsed into nodes: their values, their places and the faults.

Built from the parser's events, not its own nodes: only so can nesting, aliases and size be refused
before they cost anything, and duplicate keys be seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Generic, NoReturn, TypeVar

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from drafter.errors import MOST_FAULTS, Diagnostic, ParameterError
from drafter.i18n import _
from drafter.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from drafter.yaml.source import Source

# The C parser is ten times faster; a Python without it still works.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Built = TypeVar("Built")

MAX_DEPTH = 32
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
# What a plain scalar begins and ends with where a hand slipped, and the dashes of an item.
_OPENING_MARKS = frozenset("“”‘’＂｛［")
_CLOSING_MARKS = frozenset("”“’‘＂｝］}]")
_DASHES = frozenset("-－–—−‐")
# YAML folds a line break into a blank, which Chinese text does not have. All Chinese signs and
# letters lie above U+2000, no Latin ones do.
FOLD = re.compile("(?<=[^\x00-\u1fff]) (?=[^\x00-\u1fff])")


def read_values(source: Source) -> tuple[Any, list[Diagnostic]]:
    """Return the values of ``source``, None where it is empty, and the faults that can be read over.

    Raises ParameterError where the rest of the file cannot be made sense of.
    """
    return _run(_ValueParser(source))


def read_carefully(source: Source) -> tuple[Any, list[Diagnostic], bool]:
    """Return what :func:`read_values` does, and whether a text in it looks like a slip of the hand."""
    parser = _ValueParser(source)
    values, faults = _run(parser)
    return values, faults, parser.is_odd


def read_nodes(source: Source) -> tuple[Node | None, list[Diagnostic]]:
    """Return the root of ``source``, None where it is empty, and its faults, as :func:`read_values` does.

    Nodes also know their places; plain values do not, and are read faster.
    """
    return _run(_NodeParser(source))


def _run(parser: _Parser[Built]) -> tuple[Built | None, list[Diagnostic]]:
    try:
        return parser.root(), parser.faults
    except yaml.YAMLError as error:
        from drafter.yaml.syntax_errors import syntax_fault

        parser.faults.append(syntax_fault(error, parser.source))
    except _StopError:
        pass
    raise ParameterError(parser.faults)


class _StopError(Exception):
    """The rest of the file cannot be made sense of."""


class _Parser(Generic[Built]):
    """The one walk over the events of a source; what is built of them is up to the subclass."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.faults: list[Diagnostic] = []
        self.is_odd = False
        self.events: Iterator[Any] = iter(LOADER(source.text).get_event, None)

    def scalar(self, event: Any) -> Built:
        raise NotImplementedError

    def sequence(self, start: Any, end: Any, items: list[Built]) -> Built:
        raise NotImplementedError

    def mapping(self, start: Any, end: Any, keys: dict[str, Any], values: dict[str, Built]) -> Built:
        raise NotImplementedError

    def root(self) -> Built | None:
        started, root = False, None
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                if started:
                    remedy = _("keep one and delete `---`")
                    self._stop(event, "Y009", _("a second document starts here"), remedy)
                started = True
                root = self._value(next(self.events), 0)
        return root

    def _value(self, event: Any, depth: int, *, in_braces: bool = False) -> Built:
        if isinstance(event, AliasEvent):
            self._report(event, "Y006", _("aliases are not read"), _("write the value out"))
            # Not null, so that its key does not count as missing as well.
            return self.scalar(ScalarEvent(None, None, (False, False), "", event.start_mark, event.end_mark))
        if event.tag or event.anchor:
            self._report_properties(event)
        if isinstance(event, ScalarEvent):
            if not event.style and _looks_odd(event, in_braces=in_braces):
                self.is_odd = True
            return self.scalar(event)
        if depth >= MAX_DEPTH:
            from drafter.yaml.syntax_errors import nested_too_deep

            self._stop(event, "Y007", *nested_too_deep())
        is_list = isinstance(event, SequenceStartEvent)
        return self._list(event, depth + 1) if is_list else self._mapping(event, depth + 1)

    def _list(self, start: Any, depth: int) -> Built:
        items: list[Built] = []
        for event in self.events:
            if isinstance(event, SequenceEndEvent):
                break
            items.append(self._value(event, depth))
        if start.flow_style and len(items) == 1:
            text = self.source.text
            self.is_odd |= "，" in text[start.start_mark.index : event.end_mark.index]
        return self.sequence(start, event, items)

    def _mapping(self, start: Any, depth: int) -> Built:
        keys: dict[str, Any] = {}
        values: dict[str, Built] = {}
        first: dict[str, Any] = {}
        for event in self.events:
            if isinstance(event, MappingEndEvent):
                break
            if not isinstance(event, ScalarEvent):
                remedy = _("a text that begins with a bracket stands in single quotation marks: '{{ ... }}'")
                self._stop(event, "Y010", _("a key must be a word"), remedy)
            key: str = event.value
            if key in keys:
                self._report_duplicate(event, first.setdefault(key, keys[key]))
            keys[key] = event
            values[key] = self._value(next(self.events), depth, in_braces=start.flow_style)
        return self.mapping(start, event, keys, values)

    def _report_duplicate(self, event: Any, earlier: Any) -> None:
        message = _("key `{key}` is given twice").format(key=event.value)
        line = earlier.start_mark.line + 1
        remedy = _("it stands in line {line} already: keep one").format(line=line)
        self._report(event, "Y102", message, remedy)

    def _report_properties(self, event: Any) -> None:
        if event.tag:
            self._report(event, "Y008", _("tags are not read"), _("delete `{tag}`").format(tag=event.tag))
        if event.anchor:
            remedy = _("delete `{name}`, or put a text that begins so in single quotation marks")
            self._report(event, "Y006", _("anchors are not read"), remedy.format(name=f"&{event.anchor}"))

    def _report(self, event: Any, code: str, message: str, remedy: str) -> None:
        mark = event.start_mark
        span = self.source.span(mark.line + 1, mark.column + 1)
        self.faults.append(Diagnostic(code, message, span, remedy))
        if len(self.faults) >= MOST_FAULTS:
            raise _StopError

    def _stop(self, event: Any, code: str, message: str, remedy: str) -> NoReturn:
        self._report(event, code, message, remedy)
        raise _StopError


class _ValueParser(_Parser[Any]):
    def scalar(self, event: Any) -> str | None:
        return _text(event)

    def sequence(self, start: Any, end: Any, items: list[Any]) -> list[Any]:
        return items

    def mapping(self, start: Any, end: Any, keys: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
        return values


class _NodeParser(_Parser[Node]):
    def scalar(self, event: Any) -> Node:
        return ScalarNode(self.source.text, event, _text(event))

    def sequence(self, start: Any, end: Any, items: list[Node]) -> Node:
        return SequenceNode(self.source.text, start, end, items)

    def mapping(self, start: Any, end: Any, keys: dict[str, Any], values: dict[str, Node]) -> Node:
        return MappingNode(self.source.text, start, end, keys, values)


def _looks_odd(event: Any, *, in_braces: bool) -> bool:
    """Tell whether a plain scalar may be a slip of the hand."""
    text: str = event.value
    first = text[:1]
    if first in _OPENING_MARKS and text[-1] in _CLOSING_MARKS:
        return True
    if first in _DASHES and not text[1:2].isdigit():
        return True
    if in_braces and "，" in text and ("：" in text or ":" in text):
        return True
    return event.start_mark.line != event.end_mark.line and "- " in text


def _text(event: Any) -> str | None:
    """Return the text of a scalar, None for null."""
    if event.implicit[0] and event.value in NULLS:
        return None
    text: str = event.value
    if event.style != "|" and event.start_mark.line != event.end_mark.line:
        text = FOLD.sub("", text)
    return text
