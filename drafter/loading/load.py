"""A meeting's YAML file becomes Parameters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from drafter.errors import UnknownNameError, did_you_mean
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
    names = partial(check_names, library=library or builtin_library())
    return read_mapping(Path(path), Parameters, names)


def check_names(data: dict[str, Any], library: Library) -> Iterator[Problem]:
    """Yield a problem for each name in a file that the library does not have: kind, layout, role.

    ``data`` are the values as they were read: whatever else is wrong with them, names are told too.
    """
    style = data.get("style")
    layout = style.get("layout") if isinstance(style, dict) else None
    yield from _unknown(("style", "layout"), layout, library.layout, "Y106")
    kind = data.get("kind")
    problems = list(_unknown(("kind",), kind, library.kind, "Y105"))
    yield from problems
    if isinstance(kind, str) and not problems:
        yield from _roles(data, library.kind(kind.strip()))


def _unknown(path: KeyPath, name: Any, find: Callable[[str], object], code: str) -> Iterator[Problem]:
    if isinstance(name, str):
        try:
            find(name.strip())
        except UnknownNameError as error:
            yield Problem(path, code, str(error), error.remedy)


def _roles(data: dict[str, Any], kind: Kind) -> Iterator[Problem]:
    roles = [part.role for part in kind.parts]
    for key, name in (("parts", "role"), ("quotations", "in")):
        for index, item in enumerate(_items(data.get(key))):
            role = item.get(name) if isinstance(item, dict) else None
            if isinstance(role, str) and role.strip() not in roles:
                message = _("this kind has no part `{role}`").format(role=role.strip())
                yield Problem((key, index, name), "Y107", message, did_you_mean(role, roles))


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
