"""An office's folder of templates: the files in it, and those that drafter would never look for."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

from msgspec import Struct

from drafter.diagnostics import Diagnostic, Span
from drafter.errors import near_matches
from drafter.i18n import _
from drafter.kinds import Kind
from drafter.layout import Layout
from drafter.library import Library
from drafter.phrases import Headings, Levels
from drafter.topics import Topic

FOLDERS = ("kinds", "layouts", "phrases", "shared", "topics")
MODELS: tuple[tuple[str, type[Struct]], ...] = (
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


def model_of(name: str) -> type[Struct] | None:
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
