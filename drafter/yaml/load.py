"""A YAML file read into a model; every fault is reported at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from drafter.errors import MOST_FAULTS, Diagnostic, KeyPath, ParameterError, Problem, Span
from drafter.i18n import _
from drafter.models.base import Model
from drafter.models.fields import keys_in
from drafter.models.names import canonical, is_chinese
from drafter.models.validate import validate
from drafter.yaml.nodes import Node, SequenceNode, child_of
from drafter.yaml.parse import read_carefully, read_nodes
from drafter.yaml.source import Source, read_source
from drafter.yaml.spelling import under_keys

AnyModel = TypeVar("AnyModel", bound=Model)


def read_mapping(
    path: Path,
    model: type[AnyModel],
    check: Callable[[dict[str, Any]], Iterable[Problem]] = lambda _data: (),
    resolve: Callable[[dict[str, Any]], dict[str, Any]] = lambda data: data,
) -> AnyModel:
    """Return the file at ``path`` as ``model``.

    Keys may have their Chinese names; ``resolve`` returns the values with ids for other Chinese
    names. Raises ParameterError with all faults of the file, those that ``check`` finds in its
    values among them, in the order of the file.
    """
    return mapping_in(read_source(path), model, check, resolve)


def mapping_in(
    source: Source,
    model: type[AnyModel],
    check: Callable[[dict[str, Any]], Iterable[Problem]] = lambda _data: (),
    resolve: Callable[[dict[str, Any]], dict[str, Any]] = lambda data: data,
) -> AnyModel:
    """Return the text of ``source`` as ``model``, as ``read_mapping`` does a file."""
    try:
        return _read(Document(source, model), model, check, resolve)
    except ParameterError as error:
        raise ParameterError(_with_slips(error.diagnostics, source, model)) from None


def _read(
    document: Document,
    model: type[AnyModel],
    check: Callable[[dict[str, Any]], Iterable[Problem]],
    resolve: Callable[[dict[str, Any]], dict[str, Any]],
) -> AnyModel:
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
    named, problems = canonical(data, model)
    named = resolve(named)
    result, found = validate(named, model, chinese=is_chinese(data, model))
    problems += [*found, *islice(check(named), MOST_FAULTS)]
    if result is None or problems or document.faults:
        raise ParameterError(document.report(problems[:MOST_FAULTS]))
    if document.is_odd and (slips := _with_slips((), document.source, model)):
        raise ParameterError(slips)
    return result


def _with_slips(faults: Sequence[Diagnostic], source: Source, model: type[Model]) -> list[Diagnostic]:
    """Return ``faults`` with the slips of the hand that they come of in their place."""
    from drafter.yaml.slips import MARKS, find_slips, with_slips

    slips = find_slips(source, keys_in(model))
    return with_slips(faults, [slip for slip in slips if not (model.keeps_marks and slip.code == MARKS)])


def _file_fault(document: Document, code: str, message: str, remedy: str) -> ParameterError:
    return ParameterError([Diagnostic(code, message, document.source.span(1, 1), remedy)])


class Document:
    """A YAML file as it was read; places are worked out only where there is a fault to report."""

    def __init__(self, source: Source, model: type[Struct] | None = None) -> None:
        """Parse ``source``; raise ParameterError where it cannot be made sense of.

        With ``model``, places are those of its keys, under whichever name they stand. ``faults``
        holds what is wrong with its form but can be read over, as a duplicate key; ``is_odd`` tells
        whether a text in it looks like a slip of the hand.
        """
        self.source = source
        self.model = model
        self.data, self.faults, self.is_odd = read_carefully(source)

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
            if step == 0 and not isinstance(node, SequenceNode):
                continue  # One item may stand for a list of one.
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
        root = read_nodes(self.source)[0]
        return under_keys(root, self.model) if root and self.model else root


def _place(fault: Diagnostic) -> tuple[int, int]:
    return fault.span.line, fault.span.column
