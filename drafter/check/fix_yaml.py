"""Changes of words in the values of a YAML; every other character of it stays."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from drafter.check.change import Change
from drafter.library import library_for, parameters_in
from drafter.models.paths import value_at
from drafter.templating.context import complete
from drafter.yaml.changes import UnsettableError
from drafter.yaml.edits import Edit, applied
from drafter.yaml.patch import patch
from drafter.yaml.source import encoded_like, source_in, source_of


def fix_yaml(
    content: bytes, path: Path, changes: Sequence[Change], templates: Sequence[Path]
) -> tuple[bytes, list[Change]]:
    """Return a YAML with ``changes`` in its values, and those that could be made."""
    library = library_for(path, templates)
    source = source_in(str(path), content)
    parameters = parameters_in(source, library)
    skeleton = complete(parameters, library.kind(parameters.kind))
    names = partial(library.names, parameters.kind)
    text = source.text
    done: list[Change] = []
    for name, made in _by_path(changes).items():
        value = value_at(parameters, name)
        edits = _edits(value, made) if isinstance(value, str) else {}
        if not edits:
            continue
        try:
            # One by one: a value that there is no room for keeps the others not out.
            text = patch(source_of(str(path), text), {name: applied(value, edits.values())}, skeleton, names)
        except UnsettableError:
            continue
        done += edits
    return (encoded_like(text, content), done) if done else (content, [])


def _by_path(changes: Sequence[Change]) -> dict[str, list[Change]]:
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault(change.path, []).append(change)
    return found


def _edits(value: str, changes: Sequence[Change]) -> dict[Change, Edit]:
    """Return the edits of a value that make ``changes``, where a draft says the value as it is."""
    found: dict[Change, Edit] = {}
    for change in changes:
        if value.count(change.piece) != 1:
            continue
        start = value.index(change.piece) + change.start
        edit = Edit(start, start + change.end - change.start, change.text)
        # A value that is said twice has the same fault twice.
        if edit not in found.values():
            found[change] = edit
    return found
