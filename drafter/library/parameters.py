"""A YAML file as parameters: the names in it are those of a library, and told where it has none such."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from drafter.errors import MOST_FAULTS, KeyPath, Problem, UnknownNameError, did_you_mean
from drafter.i18n import _
from drafter.library.library import Library, as_list, builtin_library
from drafter.models.kind import Kind
from drafter.models.parameters import Parameters
from drafter.yaml.load import mapping_in
from drafter.yaml.source import Source, read_source


def load(path: str | Path, library: Library | None = None) -> Parameters:
    """Return the parameters in the YAML file at ``path``.

    Raises ParameterError with all faults of the file, each with its place and remedy.
    """
    return parameters_in(read_source(Path(path)), library or builtin_library())


def parameters_in(source: Source, library: Library) -> Parameters:
    """Return the parameters in the text of ``source``; raises ParameterError as ``load`` does."""
    check, resolve = partial(check_names, library=library), partial(with_ids, library=library)
    return mapping_in(source, Parameters, check, resolve)


def with_ids(data: dict[str, Any], library: Library) -> dict[str, Any]:
    """Return plain values with ids for the names of kinds, papers, layouts and roles.

    A name that the library does not have stays as it is.
    """
    found = dict(data)
    if "kind" in data:
        found["kind"] = _id(data["kind"], library.kind_id)
    papers, style = data.get("papers"), data.get("style")
    if papers is not None:
        # Of more papers than faults are told, most are no kinds, and each is looked for on the disk.
        ids = [_id(paper, library.kind_id) for paper in as_list(papers)[:MOST_FAULTS]]
        found["papers"] = [*ids, *papers[MOST_FAULTS:]] if isinstance(papers, list) else ids[0]
    if isinstance(style, dict) and "layout" in style:
        found["style"] = {**style, "layout": _id(style["layout"], library.layout_id)}
    try:
        roles = {part.name: part.role for part in library.kind(str(found.get("kind"))).parts}
    except UnknownNameError:
        return found
    for key, name in (("parts", "role"), ("quotations", "in")):
        if key in data:
            found[key] = _with_roles(data[key], name, roles)
    return found


def _id(name: Any, find: Callable[[str], str]) -> Any:
    """Return the id that ``find`` has for a name; any other value as it is."""
    if not isinstance(name, str):
        return name
    try:
        return find(name.strip())
    except UnknownNameError:
        return name


def _with_roles(items: Any, name: str, roles: dict[str, str]) -> Any:
    """Return parts or quotations with the ids of their roles."""
    if isinstance(items, list):
        return [_with_roles(item, name, roles) for item in items]
    if not isinstance(items, dict) or not isinstance(items.get(name), str):
        return items
    role = items[name].strip()
    return {**items, name: roles.get(role, role)}


def check_names(data: dict[str, Any], library: Library) -> Iterator[Problem]:
    """Yield a problem for each name in a file that the library does not have.

    ``data`` are plain values, so that names are checked beside other problems.
    """
    style = data.get("style")
    layout = style.get("layout") if isinstance(style, dict) else None
    yield from _unknown(("style", "layout"), layout, library.layout, "Y106")
    kind = data.get("kind")
    problems = list(_unknown(("kind",), kind, library.kind, "Y105"))
    yield from problems
    if isinstance(kind, str) and not problems:
        yield from _roles(data, library.kind(kind.strip()))
    papers = data.get("papers")
    for index, name in enumerate(as_list(papers)):
        path: KeyPath = ("papers", index) if isinstance(papers, list) else ("papers",)
        yield from _unknown(path, name, library.kind, "Y105")
    yield from _patterns(data, (), library)


def _unknown(path: KeyPath, name: Any, find: Callable[[str], object], code: str) -> Iterator[Problem]:
    if isinstance(name, str):
        try:
            find(name.strip())
        except UnknownNameError as error:
            yield Problem(path, code, str(error), error.remedy)


def _roles(data: dict[str, Any], kind: Kind) -> Iterator[Problem]:
    roles, names = [part.role for part in kind.parts], [part.name for part in kind.parts]
    for key, name in (("parts", "role"), ("quotations", "in")):
        for index, item in enumerate(as_list(data.get(key))):
            role = item.get(name) if isinstance(item, dict) else None
            if isinstance(role, str) and role.strip() not in roles:
                message = _("this kind has no part `{role}`").format(role=role.strip())
                known = roles if role.isascii() else names
                yield Problem((key, index, name), "Y107", message, did_you_mean(role, known))


def _patterns(value: Any, path: KeyPath, library: Library) -> Iterator[Problem]:
    """Yield a problem for each ``pattern`` that is neither a known name nor a whole sentence."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _patterns(item, (*path, index), library)
    elif isinstance(value, dict):
        pattern = value.get("pattern")
        if isinstance(pattern, str) and "{" not in pattern and not library.headings.named(pattern.strip()):
            names = [known.name for known in library.headings.patterns]
            message = _("there is no pattern of headings called `{name}`").format(name=pattern.strip())
            remedy = _("{near} Or write the whole sentence, with {{focus}} and {{aim}} in it")
            yield Problem(
                (*path, "pattern"), "Y109", message, remedy.format(near=did_you_mean(pattern, names))
            )
        for key in ("parts", "points", "heading"):
            yield from _patterns(value.get(key), (*path, key), library)
