"""The files of a folder of templates: faults of its YAML files, and files that drafter never reads."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from drafter.errors import (
    Diagnostic,
    InputError,
    ParameterError,
    Problem,
    Span,
    UnknownNameError,
    near_matches,
)
from drafter.facts import patterns as re
from drafter.files.disk import is_inside
from drafter.i18n import _
from drafter.library import Library, check_agenda, check_names, follows_itself
from drafter.models.base import Model
from drafter.models.kind import Kind, SharedBlanks
from drafter.models.layout import Layout
from drafter.models.phrases import Headings, Levels
from drafter.models.topic import Topic
from drafter.templating.compose.comments.rows import first_row, rows_in
from drafter.yaml.load import read_mapping

FOLDERS = ("kinds", "layouts", "phrases", "shared", "subjects", "topics")
MODELS: tuple[tuple[str, type[Model]], ...] = (
    (r"kinds/[^/]+/kind\.yaml", Kind),
    (r"layouts/[^/]+\.yaml", Layout),
    (r"topics/[^/]+\.yaml", Topic),
    (r"phrases/headings\.yaml", Headings),
    (r"phrases/levels\.yaml", Levels),
    (r"phrases/blanks\.yaml", SharedBlanks),
)
# Folders of tables of frames.
TABLES = ("frames/", "subjects/")
# Suffixes of files that may be meant for the library; all other files are ignored.
SUFFIXES = (".j2", ".jinja", ".jinja2", ".xml", ".yaml", ".yml")
SAMPLE = "sample.yaml"
# A folder of templates has a few dozen files; with more than this it is some other folder.
MOST = 10_000
# Two names that agree at least this much count as the same name with a typing error.
ALIKE = 0.6


def files_in(folder: Path) -> list[str]:
    """Return the names in the library of the YAML files and templates in ``folder``, sorted.

    A link that leads out of the folder is none of them.
    """
    return [name for name in _names_in(folder) if is_inside(folder / name, folder)]


def links_out(folder: Path) -> Iterator[Diagnostic]:
    """Yield a fault for each file in ``folder`` that is a link out of it: drafter does not follow it."""
    for name in _names_in(folder):
        if not is_inside(folder / name, folder):
            message = _("the link leads out of the folder, and is not followed")
            yield Diagnostic(
                "K104", message, Span(str(folder / name)), _("copy the file itself to this place")
            )


def _names_in(folder: Path) -> list[str]:
    found: list[str] = []
    for seen, (parent, folders, files) in enumerate(os.walk(folder)):
        folders[:] = [name for name in folders if not name.startswith(".")]
        names = [name for name in files if name.endswith(SUFFIXES) and not name.startswith(".")]
        found += [(Path(parent) / name).relative_to(folder).as_posix() for name in names]
        if seen + len(found) > MOST:
            break
    return sorted(name for name in found if _is_meant(name))


def _is_meant(name: str) -> bool:
    """Return whether a file is meant for the library: a template, or a YAML file in one of its folders."""
    first, _slash, rest = name.partition("/")
    return "j" in Path(name).suffix or bool(rest and near_matches(first, FOLDERS))


def model_of(name: str) -> type[Model] | None:
    """Return the model of the YAML file called ``name``, None if the library does not read it."""
    return next((model for pattern, model in MODELS if re.fullmatch(pattern, name)), None)


def stray_files(
    folder: Path, names: Iterable[str], templates: Iterable[str], kinds: Iterable[str], library: Library
) -> Iterator[Diagnostic]:
    """Yield a fault for each of ``names`` in ``folder`` that drafter never reads.

    ``templates`` are the names of the templates that any of ``kinds`` refers to.
    """
    names, templates, kinds = set(names), set(templates), list(kinds)
    samples = {f"kinds/{kind}/{SAMPLE}" for kind in library.kinds()}
    known = templates | samples | _known_names(names, kinds, library)
    for name in sorted(names - templates - samples):
        if model_of(name) is None and not name.startswith(TABLES):
            message = _("drafter never looks for `{name}`").format(name=name)
            yield Diagnostic("K104", message, Span(str(folder / name)), _remedy(name, known - names))


def _known_names(names: set[str], kinds: list[str], library: Library) -> set[str]:
    """Return the names of the files that drafter reads if they exist."""
    own = {name.split("/")[1] for name in names if name.count("/") == 2 and name.startswith("kinds/")}
    files = ("kind.yaml", "speech.xml.j2", "composed.xml.j2", SAMPLE)
    known = {f"kinds/{kind}/{file}" for kind in {*kinds, *own} for file in files}
    for kind in kinds:
        known |= {f"kinds/{kind}/{part.role}.xml.j2" for part in library.kind(kind).parts}
    known |= {f"{place}/{_stem(name)}.yaml" for place in ("layouts", "topics") for name in names}
    return known | {f"phrases/{name}.yaml" for name in ("blanks", "headings", "levels")}


def _remedy(name: str, known: set[str]) -> str:
    likeness = {each: _likeness(name, each) for each in sorted(known)}
    best = max(likeness, key=lambda each: likeness[each])
    if likeness[best] >= ALIKE:
        return _("did you mean `{name}`?").format(name=best)
    return _("include it in a template of the kind, or delete it")


def _likeness(name: str, other: str) -> float:
    """Return the similarity, 0 to 1, of the least similar parts of two names; the other parts break ties."""
    parts, others = name.split("/"), other.split("/")
    if len(parts) != len(others):
        return 0.0
    pairs = zip(map(_stem, parts), map(_stem, others), strict=True)
    ratios = [SequenceMatcher(None, one, two).ratio() for one, two in pairs]
    return min(ratios) + sum(ratios) / 1000


def _stem(name: str) -> str:
    return name.rpartition("/")[2].split(".")[0]


def _row_faults(path: Path) -> tuple[Diagnostic, ...]:
    """Return the fault of a table of frames, where a row of it is none."""
    of_subject = path.parent.name == "subjects"
    needed = ("kind", "part", "types", "as") if path.name == "kinds.yaml" else ("says", "as", "text")
    try:
        first_row(path, *(("subject",) if of_subject else ()))
        rows_in(path, needed, skip=int(of_subject))
    except ParameterError as error:
        return tuple(error.diagnostics)
    return ()


def yaml_faults(folder: Path, name: str, library: Library) -> tuple[Diagnostic, ...]:
    """Return the faults of the YAML file called ``name`` in ``folder``."""
    model = model_of(name)
    if model is None:
        return _row_faults(folder / name) if name.startswith(TABLES) and name.endswith(".yaml") else ()
    check: Callable[[dict[str, Any]], Iterable[Problem]] = lambda _data: ()  # noqa: E731
    if model is Kind:
        check = partial(_kind_problems, name.split("/")[1], library)
    elif model is Topic:
        check = partial(_topic_problems, library)
    elif model is Layout:
        check = partial(_layout_problems, library)
    try:
        read_mapping(folder / name, model, check)
    except InputError as error:
        return error.diagnostics
    return ()


def _topic_problems(library: Library, data: dict[str, Any]) -> Iterator[Problem]:
    """Yield a problem for each unknown pattern of headings."""
    given = {"pattern": data.get("pattern")}
    for key in ("arguments", "tasks"):
        for problem in check_names({**given, "points": data.get(key)}, library):
            first, *rest = problem.path
            yield replace(problem, path=(key if first == "points" else first, *rest))
        given = {}


def _layout_problems(library: Library, data: dict[str, Any]) -> Iterator[Problem]:
    """Yield a problem if the layout for papers that are not read aloud does not exist."""
    lectern = data.get("lectern")
    name = lectern.get("unspoken") if isinstance(lectern, dict) else None
    if isinstance(name, str) and name not in library.layouts():
        error = UnknownNameError(_("layout"), name, library.layouts())
        yield Problem(("lectern", "unspoken"), "Y106", str(error), error.remedy)


def _kind_problems(name: str, library: Library, data: dict[str, Any]) -> Iterator[Problem]:
    """Yield a problem for each unknown blank, and if the kind follows an unknown kind or itself."""
    yield from check_agenda(data, library)
    followed = data.get("follows")
    if not isinstance(followed, str):
        return
    if followed not in library.kinds():
        error = UnknownNameError(_("kind"), followed, library.kinds())
        yield Problem(("follows",), "Y105", str(error), error.remedy)
    elif followed == name or follows_itself(followed, library):
        message = _("the kind follows itself: nobody would write the first speech")
        yield Problem(("follows",), "Y108", message, _("name a kind that follows none"))
