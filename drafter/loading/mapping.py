"""A YAML file read into a model, with every fault told at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from drafter.diagnostics import Diagnostic
from drafter.errors import ParameterError
from drafter.i18n import _
from drafter.loading.document import Document
from drafter.loading.source import read_source
from drafter.validation import Problem, validate

Model = TypeVar("Model", bound=Struct)


def read_mapping(
    path: Path, model: type[Model], check: Callable[[dict[str, Any]], Iterable[Problem]] = lambda _data: ()
) -> Model:
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
