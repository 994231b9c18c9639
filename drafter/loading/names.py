"""Names in a meeting's YAML that the library must have: kind, papers, layout, roles, patterns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from drafter.errors import UnknownNameError, did_you_mean
from drafter.i18n import _
from drafter.kinds import Kind
from drafter.library import Library
from drafter.validation import KeyPath, Problem


def check_names(data: dict[str, Any], library: Library) -> Iterator[Problem]:
    """Yield a problem for each name in a file that the library does not have.

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
    papers = data.get("papers")
    for index, name in enumerate(_items(papers)):
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
    roles = [part.role for part in kind.parts]
    for key, name in (("parts", "role"), ("quotations", "in")):
        for index, item in enumerate(_items(data.get(key))):
            role = item.get(name) if isinstance(item, dict) else None
            if isinstance(role, str) and role.strip() not in roles:
                message = _("this kind has no part `{role}`").format(role=role.strip())
                yield Problem((key, index, name), "Y107", message, did_you_mean(role, roles))


def _patterns(value: Any, path: KeyPath, library: Library) -> Iterator[Problem]:
    """Look through parts, points and headings for a ``pattern`` that is neither a name nor a sentence."""
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


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
