"""A YAML text, changed, and what it then holds."""

from __future__ import annotations

from drafter.library import builtin_library
from drafter.models.parameters import Parameters
from drafter.models.validate import validate
from drafter.templating.context import complete
from drafter.yaml.parse import read_values
from drafter.yaml.patch import patch
from drafter.yaml.source import Source
from tests.drafts import LEAST


def parameters_in(text: str) -> Parameters:
    """Return the parameters in ``text``, which must be without faults."""
    data, faults = read_values(Source("meeting.yaml", text))
    parameters, problems = validate(data, Parameters)
    assert parameters is not None and not faults, (faults, problems, text)
    return parameters


def skeleton_of(text: str) -> Parameters:
    """Return the parameters in ``text`` as they are drafted."""
    parameters = parameters_in(text)
    return complete(parameters, builtin_library().kind(parameters.kind))


def changed(text: str, changes: dict[str, str | None]) -> str:
    """Return ``text`` with ``changes``."""
    return patch(Source("meeting.yaml", text), changes, skeleton_of(text))


def below_least(old: str, path: str, new: str | None) -> str:
    """Return what becomes of ``old``, which stands behind the least that a file must have."""
    text = changed(LEAST + old, {path: new})
    assert text.startswith(LEAST)
    return text.removeprefix(LEAST)


def in_meeting(old: str, key: str, new: str | None) -> str:
    """Return what becomes of ``old``, the lines in the meeting behind its name."""
    return below_least(old, f"meeting.{key}", new)
