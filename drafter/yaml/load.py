"""A YAML file read into a model; every fault is reported at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from drafter.errors import Diagnostic, KeyPath, ParameterError, Problem, Span
from drafter.i18n import _
from drafter.models.base import Model
from drafter.models.validate import validate
from drafter.yaml.nodes import Node, child_of
from drafter.yaml.parse import read_nodes, read_values
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
        raise _file_fault(document, "Y011", _("the file is empty"), _("start from `drafter new`"))
    if not isinstance(data, dict):
        raise _file_fault(
            document,
            "Y012",
            _("the file is not a mapping of keys to values"),
            _("write `key: value` lines at the top, as `drafter new` does"),
        )
    result, problems = validate(data, model)
    problems += check(data)
    if result is None or problems or document.faults:
        raise ParameterError(document.report(problems))
    return result


def _file_fault(document: Document, code: str, message: str, remedy: str) -> ParameterError:
    return ParameterError([Diagnostic(code, message, document.source.span(1, 1), remedy)])


class Document:
    """A YAML file as it was read; places are worked out only where there is a fault to report."""

    def __init__(self, source: Source) -> None:
        """Parse ``source``; raise ParameterError where it cannot be made sense of.

        ``faults`` holds what is wrong with its form but can be read over, as a duplicate key.
        """
        self.source = source
        self.data, self.faults = read_values(source)

    def report(self, problems: Iterable[Problem]) -> list[Diagnostic]:
        """Return all faults of the file, with their places and in its order.

        A problem with a value whose form is at fault is that fault again, and left out.
        """
        places = {_place(fault) for fault in self.faults}
        located = [problem.located(self.span(problem.path, problem.at_key)) for problem in problems]
        return sorted([*self.faults, *(one for one in located if _place(one) not in places)], key=_place)

    def span(self, path: KeyPath, at_key: bool = False) -> Span:
        """Return where ``path`` stands; where it is not given, the nearest place above it."""
        node, key = self._root, None
        if node is None:
            return self.source.span(1, 1)
        for step in path:
            found = child_of(node, step)
            if found is None:
                break
            key, node = found
        event = key if at_key and key is not None else node.event
        start, end = event.start_mark, event.end_mark
        length = end.column - start.column if end.line == start.line else 1
        return self.source.span(start.line + 1, start.column + 1, length)

    @cached_property
    def _root(self) -> Node | None:
        return read_nodes(self.source)[0]


def _place(fault: Diagnostic) -> tuple[int, int]:
    return fault.span.line, fault.span.column
