"""An office's folder of templates: the files in it, and those that drafter would never look for."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from drafter.errors import Diagnostic, InputError, Problem, Span, UnknownNameError, did_you_mean, near_matches
from drafter.i18n import _
from drafter.library import Library, check_names
from drafter.models.base import Model
from drafter.models.kind import Kind
from drafter.models.layout import Layout
from drafter.models.phrases import Headings, Levels
from drafter.models.topic import Topic
from drafter.templating.lint.reader import Reading
from drafter.templating.markup.grammar import VOCABULARY, place_in
from drafter.yaml.load import Document, read_mapping
from drafter.yaml.source import read_source

FOLDERS = ("kinds", "layouts", "phrases", "shared", "topics")
MODELS: tuple[tuple[str, type[Model]], ...] = (
    (r"kinds/[^/]+/kind\.yaml", Kind),
    (r"layouts/[^/]+\.yaml", Layout),
    (r"topics/[^/]+\.yaml", Topic),
    (r"phrases/headings\.yaml", Headings),
    (r"phrases/levels\.yaml", Levels),
)
# What a file of the library may be taken for; all else in a folder is a person's own affair.
SUFFIXES = (".j2", ".jinja", ".jinja2", ".xml", ".yaml", ".yml")
SAMPLE = "sample.yaml"
# A folder of templates has a few dozen files: one with more is some other folder.
MOST = 10_000
# Of two names, how much must agree for one to be a slip of the other.
ALIKE = 0.6


def files_in(folder: Path) -> list[str]:
    """Return the names of the YAML files and templates in ``folder``, as the library knows them; sorted."""
    found: list[str] = []
    for seen, (parent, folders, files) in enumerate(os.walk(folder)):
        folders[:] = [name for name in folders if not name.startswith(".")]
        names = [name for name in files if name.endswith(SUFFIXES) and not name.startswith(".")]
        found += [(Path(parent) / name).relative_to(folder).as_posix() for name in names]
        if seen + len(found) > MOST:
            break
    return sorted(name for name in found if _is_meant(name))


def _is_meant(name: str) -> bool:
    """Tell whether a file is meant for the library: a template, or a YAML file where those stand."""
    first, _slash, rest = name.partition("/")
    return "j" in Path(name).suffix or bool(rest and near_matches(first, FOLDERS))


def model_of(name: str) -> type[Model] | None:
    """Return the model of the YAML file called ``name``; None where it is none that the library reads."""
    return next((model for pattern, model in MODELS if re.fullmatch(pattern, name)), None)


def stray_files(
    folder: Path, names: Iterable[str], templates: Iterable[str], kinds: Iterable[str], library: Library
) -> Iterator[Diagnostic]:
    """Yield a fault for each of ``names`` in ``folder`` that drafter never looks for.

    ``templates`` are those that any of ``kinds``, which can be read, takes up.
    """
    names, templates, kinds = set(names), set(templates), list(kinds)
    samples = {f"kinds/{kind}/{SAMPLE}" for kind in library.kinds()}
    known = templates | samples | _names_there_may_be(names, kinds, library)
    for name in sorted(names - templates - samples):
        if model_of(name) is None:
            message = _("drafter never looks for `{name}`").format(name=name)
            yield Diagnostic("K104", message, Span(str(folder / name)), _remedy(name, known - names))


def _names_there_may_be(names: set[str], kinds: list[str], library: Library) -> set[str]:
    """Return the names that drafter looks for wherever it finds them."""
    own = {name.split("/")[1] for name in names if name.count("/") == 2 and name.startswith("kinds/")}
    files = ("kind.yaml", "speech.xml.j2", SAMPLE)
    known = {f"kinds/{kind}/{file}" for kind in {*kinds, *own} for file in files}
    for kind in kinds:
        known |= {f"kinds/{kind}/{part.role}.xml.j2" for part in library.kind(kind).parts}
    known |= {f"{place}/{_stem(name)}.yaml" for place in ("layouts", "topics") for name in names}
    return known | {"phrases/headings.yaml", "phrases/levels.yaml"}


def _remedy(name: str, known: set[str]) -> str:
    likeness = {each: _likeness(name, each) for each in sorted(known)}
    best = max(likeness, key=lambda each: likeness[each])
    if likeness[best] >= ALIKE:
        return _("did you mean `{name}`?").format(name=best)
    return _("include it in a template of the kind, or delete it")


def _likeness(name: str, other: str) -> float:
    """Return how much the least like pieces of two names agree, from 0 to 1, and a little for the rest."""
    pieces, others = name.split("/"), other.split("/")
    if len(pieces) != len(others):
        return 0.0
    pairs = zip(map(_stem, pieces), map(_stem, others), strict=True)
    ratios = [SequenceMatcher(None, one, two).ratio() for one, two in pairs]
    return min(ratios) + sum(ratios) / 1000


def _stem(name: str) -> str:
    return name.rpartition("/")[2].split(".")[0]


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


OF_MEETING = "meeting."


def use_faults(name: str, library: Library, reading: Reading, folder: Path) -> Iterator[Diagnostic]:
    """Yield a fault for each parameter that is declared and not used, or used and not declared.

    Told are those of ``folder``: its own kind.yaml, or a template in it of a kind that ships.
    """
    path = library.find(f"kinds/{name}/kind.yaml")
    assert path is not None, name
    kind = library.kind(name)
    if path.is_relative_to(folder):
        document = Document(read_source(path))
        yield from _unused(kind, reading, document)
        yield from _undeclared(kind, reading, document)
        return
    for use in reading.uses:
        is_own = use.template.startswith(f"kinds/{name}/") and Path(use.span.file).is_relative_to(folder)
        if is_own and not _takes(kind, use.parameter):
            message = _("`uses` of the kind does not name `{name}`").format(name=use.parameter)
            remedy = _("copy its kind.yaml into your folder, and add it at `uses`")
            yield Diagnostic("K102", message, use.span, remedy)


def _unused(kind: Kind, reading: Reading, document: Document) -> Iterator[Diagnostic]:
    used = {use.parameter for use in reading.uses}
    for index, parameter in enumerate(kind.uses):
        # What is asked of an unknown value may be asked of the meeting.
        if parameter not in used and parameter.removeprefix(OF_MEETING) not in reading.unsure:
            message = _("no template of this kind asks for `{name}`").format(name=parameter)
            remedy = _("delete it here, or ask for it in a template")
            yield Diagnostic("K101", message, document.span(("uses", index)), remedy)


def _undeclared(kind: Kind, reading: Reading, document: Document) -> Iterator[Diagnostic]:
    first = {use.parameter: use for use in reversed(reading.uses) if not _takes(kind, use.parameter)}
    for parameter, use in sorted(first.items()):
        message = _("`uses` does not name `{name}`, which is asked for at {place}")
        message = message.format(name=parameter, place=use.span)
        line = ", ".join([*kind.uses, parameter])
        remedy = _("write {line}").format(line=f"`uses: [{line}]`")
        yield Diagnostic("K102", message, document.span(("uses",), at_key=True), remedy)


def _takes(kind: Kind, parameter: str) -> bool:
    if parameter.startswith(OF_MEETING):
        return kind.takes("meeting", parameter.removeprefix(OF_MEETING))
    return kind.takes(parameter)


# What the vocabulary lets stand anywhere, and so does not list.
ANYWHERE = ("choice", "option", "when")


def element_faults(reading: Reading, library: Library) -> Iterator[Diagnostic]:
    """Yield a fault for each tag in the templates of a kind that is no element of speech markup."""
    known = [*VOCABULARY, *ANYWHERE]
    for tag, place in reading.tags:
        if tag not in known:
            message = _("unknown element <{tag}>").format(tag=tag)
            yield Diagnostic("J201", message, place_in(place, tag, library), did_you_mean(tag, known))
