"""YAML text becomes plain values (mappings, lists, texts, null), each with its place.

Built from the parser's events, not its nodes: only so can nesting, aliases and size be
refused before they cost anything, and duplicate keys be seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from msgspec import Struct, field

from drafter.diagnostics import Diagnostic, Span
from drafter.errors import ParameterError
from drafter.i18n import _
from drafter.loading.source import Source
from drafter.validation import KeyPath, Problem

# The C parser is ten times faster; a Python without it still works.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_DEPTH = 32
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
# YAML folds a line break into a blank, which Chinese text does not have. All Chinese signs and
# letters lie above U+2000, no Latin ones do.
FOLD = re.compile("(?<=[^\x00-\u1fff]) (?=[^\x00-\u1fff])")


class Document(Struct):
    """The values of a YAML file and where each key and value stands."""

    source: Source
    data: Any = None
    keys: dict[KeyPath, Any] = field(default_factory=dict)
    values: dict[KeyPath, Any] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)

    def diagnostic(self, problem: Problem) -> Diagnostic:
        """Return ``problem`` with its place in the file."""
        return Diagnostic(
            problem.code, problem.message, self.span(problem.path, problem.at_key), problem.remedy
        )

    def span(self, path: KeyPath, at_key: bool = False) -> Span:
        """Return where ``path`` stands; where it is not given, the nearest place above it."""
        if at_key and path in self.keys:
            return self._span(self.keys[path])
        while path and path not in self.values:
            path = path[:-1]
        if at_key and path in self.keys:
            return self._span(self.keys[path])
        return self._span(self.values[path]) if path in self.values else self.source.span(1, 1)

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        length = end.column - start.column if end.line == start.line else 1
        return self.source.span(start.line + 1, start.column + 1, length)


def parse_document(source: Source) -> Document:
    """Return the values of ``source``; raise ParameterError with every fault of its form."""
    document = Document(source)
    builder = _Builder(document)
    try:
        builder.build(iter(LOADER(source.text).get_event, None))
    except yaml.YAMLError as error:
        from drafter.loading.syntax import syntax_fault

        document.faults.append(syntax_fault(error, source))
    except _StopError:
        pass
    if document.faults:
        raise ParameterError(document.faults)
    return document


class _StopError(Exception):
    """The rest of the file cannot be made sense of."""


class _Builder:
    def __init__(self, document: Document) -> None:
        self.document = document

    def build(self, events: Iterator[Any]) -> None:
        started = False
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if started:
                    self._tell(
                        event, "Y009", _("a second document starts here"), _("keep one and delete `---`")
                    )
                    raise _StopError
                started = True
                self.document.data = self._value(next(events), events, ())

    def _value(self, event: Any, events: Iterator[Any], path: KeyPath) -> Any:
        self.document.values[path] = event
        if isinstance(event, yaml.AliasEvent):
            self._tell(event, "Y006", _("aliases are not read"), _("write the value out"))
            return None
        if event.tag:
            self._tell(event, "Y008", _("tags are not read"), _("delete `{tag}`").format(tag=event.tag))
        if event.anchor:
            name = f"&{event.anchor}"
            self._tell(
                event,
                "Y006",
                _("anchors are not read"),
                _("delete `{name}`, or put a text that begins so in single quotation marks").format(
                    name=name
                ),
            )
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if len(path) >= MAX_DEPTH:
            self._tell(
                event,
                "Y007",
                _("nested too deep"),
                _("no key of a speech lies this deep: look for a stray bracket"),
            )
            raise _StopError
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(events, path)
        return self._mapping(events, path)

    def _list(self, events: Iterator[Any], path: KeyPath) -> list[Any]:
        items: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, events, (*path, len(items))))
        return items

    def _mapping(self, events: Iterator[Any], path: KeyPath) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, events, path)
            if key in mapping:
                first = self.document.keys[(*path, key)].start_mark.line + 1
                self._tell(
                    event,
                    "Y102",
                    _("key `{key}` is given twice").format(key=key),
                    _("it stands in line {line} already: keep one").format(line=first),
                )
            self.document.keys.setdefault((*path, key), event)
            mapping[key] = self._value(next(events), events, (*path, key))
        return mapping

    def _key(self, event: Any, events: Iterator[Any], path: KeyPath) -> str:
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
        self._tell(
            event,
            "Y010",
            _("a key must be a word"),
            _("a text that begins with a bracket stands in single quotation marks: '{{ ... }}'"),
        )
        raise _StopError

    def _tell(self, event: Any, code: str, message: str, remedy: str) -> None:
        mark = event.start_mark
        span = self.document.source.span(mark.line + 1, mark.column + 1)
        self.document.faults.append(Diagnostic(code, message, span, remedy))


def _scalar(event: Any) -> str | None:
    if event.implicit[0] and event.value in NULLS:
        return None
    text: str = event.value
    if event.style != "|" and event.start_mark.line != event.end_mark.line:
        text = FOLD.sub("", text)
    return text
