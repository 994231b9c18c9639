"""A meeting's YAML file becomes Parameters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from drafter.errors import ParameterError, UnknownNameError, did_you_mean
from drafter.i18n import _
from drafter.kinds import Kind
from drafter.library import Library, builtin_library
from drafter.loading.mapping import read_mapping
from drafter.parameters import Parameters
from drafter.validation import KeyPath, Problem


def load(path: str | Path, library: Library | None = None) -> Parameters:
    """Return the parameters in the YAML file at ``path``.

    Raises ParameterError with every fault of the file: its place, the line, a remedy.
    """
    library = library or builtin_library()
    parameters, document = read_mapping(Path(path), Parameters)
    problems = list(check_names(parameters, library))
    if problems:
        raise ParameterError([document.diagnostic(problem) for problem in problems])
    return parameters


def check_names(parameters: Parameters, library: Library) -> Iterator[Problem]:
    """Yield a problem for each name that the library does not have: kind, layout, role."""
    try:
        library.layout(parameters.style.layout)
    except UnknownNameError as error:
        yield Problem(("style", "layout"), "Y106", str(error), error.remedy)
    try:
        kind = library.kind(parameters.kind)
    except UnknownNameError as error:
        yield Problem(("kind",), "Y105", str(error), error.remedy)
    else:
        yield from _roles(parameters, kind)


def _roles(parameters: Parameters, kind: Kind) -> Iterator[Problem]:
    roles = [part.role for part in kind.parts]
    given: list[tuple[KeyPath, str | None]] = [
        (("parts", index, "role"), part.role) for index, part in enumerate(parameters.parts)
    ]
    given += [(("quotations", index, "in"), item.place) for index, item in enumerate(parameters.quotations)]
    for path, role in given:
        if role is not None and role not in roles:
            message = _("this kind has no part `{role}`").format(role=role)
            yield Problem(path, "Y107", message, did_you_mean(role, roles))
