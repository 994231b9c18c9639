"""YAML text becomes plain values: mappings, lists, texts, null.

Built from the parser's events, not its nodes: only so can nesting, aliases and size be
refused before they cost anything, and duplicate keys be seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NoReturn

import yaml

from drafter.diagnostics import Diagnostic
from drafter.errors import ParameterError
from drafter.i18n import _
from drafter.loading.source import Source

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
        from drafter.loading.syntax import syntax_fault

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
            from drafter.loading.syntax import nested_too_deep

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
