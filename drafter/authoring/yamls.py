"""The YAML files of a folder of templates: each read as its model, with the names that it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from drafter.authoring.folder import model_of
from drafter.diagnostics import Diagnostic
from drafter.errors import InputError, UnknownNameError
from drafter.i18n import _
from drafter.kinds import Kind
from drafter.layout import Layout
from drafter.library import Library
from drafter.loading.mapping import read_mapping
from drafter.loading.names import check_names
from drafter.topics import Topic
from drafter.validation import Problem


def yaml_faults(folder: Path, name: str, library: Library) -> tuple[Diagnostic, ...]:
    """Return the faults of the file called ``name`` in ``folder``; nothing where it can be used."""
    model = model_of(name)
    if model is None:
        return ()
    check: Callable[[dict[str, Any]], Iterable[Problem]] = lambda _data: ()  # noqa: E731
    if model is Kind:
        check = partial(_names_of_kind, name.split("/")[1], library)
    elif model is Topic:
        check = partial(_names_of_topic, library)
    elif model is Layout:
        check = partial(_names_of_layout, library)
    try:
        read_mapping(folder / name, model, check)
    except InputError as error:
        return error.diagnostics
    return ()


def _names_of_topic(library: Library, data: dict[str, Any]) -> Iterator[Problem]:
    """Yield a problem for each pattern of headings that there is not."""
    given = {"pattern": data.get("pattern")}
    for key in ("arguments", "tasks"):
        for problem in check_names({**given, "points": data.get(key)}, library):
            first, *rest = problem.path
            yield replace(problem, path=(key if first == "points" else first, *rest))
        given = {}


def _names_of_layout(library: Library, data: dict[str, Any]) -> Iterator[Problem]:
    """Yield a problem where papers that are not read aloud would take a layout that there is not."""
    lectern = data.get("lectern")
    name = lectern.get("unspoken") if isinstance(lectern, dict) else None
    if isinstance(name, str) and name not in library.layouts():
        error = UnknownNameError(_("layout"), name, library.layouts())
        yield Problem(("lectern", "unspoken"), "Y106", str(error), error.remedy)


def _names_of_kind(name: str, library: Library, data: dict[str, Any]) -> Iterator[Problem]:
    """Yield a problem where the kind follows one that there is not, or in the end itself."""
    followed = data.get("follows")
    if not isinstance(followed, str):
        return
    if followed not in library.kinds():
        error = UnknownNameError(_("kind"), followed, library.kinds())
        yield Problem(("follows",), "Y105", str(error), error.remedy)
    elif followed == name or follows_itself(followed, library):
        message = _("the kind follows itself: nobody would write the first speech")
        yield Problem(("follows",), "Y108", message, _("name a kind that follows none"))


def follows_itself(kind: str, library: Library) -> bool:
    """Tell whether papers of ``kind`` would wait for one another without end; raise as ``Library.kind``."""
    seen: set[str] = set()
    followed: str | None = kind
    while followed and followed not in seen:
        seen.add(followed)
        followed = library.kind(followed).follows
    return bool(followed)
