"""A YAML file read into a model, with every fault told at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import yaml

from drafter.errors import Diagnostic, KeyPath, ParameterError, Problem, Span
from drafter.i18n import _
from drafter.models.base import Model
from drafter.models.validate import validate
from drafter.yaml.nodes import iter_events, read_values
from drafter.yaml.source import Source, read_source

AnyModel = TypeVar("AnyModel", bound=Model)


def read_mapping(
    path: Path, model: type[AnyModel], check: Callable[[dict[str, Any]], Iterable[Problem]] = lambda _data: ()
) -> AnyModel:
    """Return the file at ``path`` as ``model``.

    Raises ParameterError with all faults of the file, those that ``check`` finds in its
    values among them, in the order of the file.
    """
    document = Document(read_source(path))
    data = document.data
    if document.faults and not isinstance(data, dict):
        raise ParameterError(document.faults)
    if data is None:
        raise _whole(document, "Y011", _("the file is empty"), _("start from `drafter new`"))
    if not isinstance(data, dict):
        raise _whole(
            document,
            "Y012",
            _("the file is not a mapping of keys to values"),
            _("write `key: value` lines at the top, as `drafter new` does"),
        )
    result, problems = validate(data, model)
    problems += check(data)
    if result is None or problems or document.faults:
        raise ParameterError(document.told(problems))
    return result


def _whole(document: Document, code: str, message: str, remedy: str) -> ParameterError:
    return ParameterError([Diagnostic(code, message, document.source.span(1, 1), remedy)])


class Document:
    """A YAML file as it was read. Its places are only looked for when a fault must be told."""

    def __init__(self, source: Source) -> None:
        """Read the values of ``source``; raise ParameterError where it cannot be made sense of.

        ``faults`` holds what is wrong with its form but can be read over, as a duplicate key.
        """
        self.source = source
        self.data, self.faults = read_values(source)

    def told(self, problems: Iterable[Problem]) -> list[Diagnostic]:
        """Return all faults of the file, with their places and in its order.

        A problem with a value whose form is at fault is that fault again, and left out.
        """
        places = {_place(fault) for fault in self.faults}
        found = [fault for fault in map(self._diagnostic, problems) if _place(fault) not in places]
        return sorted([*self.faults, *found], key=_place)

    def _diagnostic(self, problem: Problem) -> Diagnostic:
        return problem.located(self.span(problem.path, problem.at_key))

    def span(self, path: KeyPath, at_key: bool = False) -> Span:
        """Return where ``path`` stands; where it is not given, the nearest place above it."""
        keys, values = self._places
        if not (at_key and path in keys):
            while path and path not in values:
                path = path[:-1]
        event = keys.get(path) if at_key else None
        event = event or values.get(path)
        return self._span(event) if event else self.source.span(1, 1)

    @cached_property
    def _places(self) -> tuple[dict[KeyPath, Any], dict[KeyPath, Any]]:
        """The events of all keys and of all values, by path."""
        events = iter_events(self.source)
        keys: dict[KeyPath, Any] = {}
        values: dict[KeyPath, Any] = {}
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                _find(next(events), events, (), keys, values)
        return keys, values

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        length = end.column - start.column if end.line == start.line else 1
        return self.source.span(start.line + 1, start.column + 1, length)


def _place(fault: Diagnostic) -> tuple[int, int]:
    return fault.span.line, fault.span.column


def _find(
    event: Any, events: Iterator[Any], path: KeyPath, keys: dict[KeyPath, Any], values: dict[KeyPath, Any]
) -> None:
    """Note where the value that ``event`` begins stands, and all that it holds."""
    values[path] = event
    if isinstance(event, yaml.SequenceStartEvent):
        for number, item in enumerate(events):
            if isinstance(item, yaml.SequenceEndEvent):
                break
            _find(item, events, (*path, number), keys, values)
    elif isinstance(event, yaml.MappingStartEvent):
        for key in events:
            if isinstance(key, yaml.MappingEndEvent):
                break
            here = (*path, key.value)
            keys[here] = key
            _find(next(events), events, here, keys, values)
