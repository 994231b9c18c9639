"""A YAML file read into a model, with every fault told at its place."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from drafter.diagnostics import Diagnostic
from drafter.errors import ParameterError
from drafter.i18n import _
from drafter.loading.document import Document
from drafter.loading.source import read_source
from drafter.validation import validate

Model = TypeVar("Model", bound=Struct)


def read_mapping(path: Path, model: type[Model]) -> tuple[Model, Document]:
    """Return the file at ``path`` as ``model``, and the places of its values.

    Raises ParameterError with all faults of the file.
    """
    document = Document(read_source(path))
    if document.data is None:
        raise _whole(document, "Y011", _("the file is empty"), _("start from `drafter new`"))
    if not isinstance(document.data, dict):
        raise _whole(
            document,
            "Y012",
            _("the file is not a mapping of keys to values"),
            _("write `key: value` lines at the top, as `drafter new` does"),
        )
    result, problems = validate(document.data, model)
    if result is None:
        raise ParameterError([document.diagnostic(problem) for problem in problems])
    return result, document


def _whole(document: Document, code: str, message: str, remedy: str) -> ParameterError:
    return ParameterError([Diagnostic(code, message, document.source.span(1, 1), remedy)])
