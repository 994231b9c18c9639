"""A meeting's YAML file becomes Parameters."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from drafter.library import Library, builtin_library
from drafter.loading.mapping import read_mapping
from drafter.loading.names import check_names
from drafter.parameters import Parameters


def load(path: str | Path, library: Library | None = None) -> Parameters:
    """Return the parameters in the YAML file at ``path``.

    Raises ParameterError with every fault of the file: its place, the line, a remedy.
    """
    names = partial(check_names, library=library or builtin_library())
    return read_mapping(Path(path), Parameters, names)
