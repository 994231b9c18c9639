"""A YAML for a document that has lost its own: written anew from what the document remembers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from drafter.commented import Commented
from drafter.digests import is_abridged
from drafter.fields import FieldPlan, plan_of
from drafter.kinds import Kind
from drafter.library import Library
from drafter.parameters import Parameters
from drafter.syncing.edition import Edition
from drafter.syncing.recalling import texts_of_prose


def yaml_of(given: Parameters, edition: Edition, library: Library) -> tuple[Parameters, str]:
    """Return ``given`` with its prose as ``edition`` still has it, and the YAML of it, with comments.

    Prose that was changed or lost is left out.
    """
    parameters = _with_prose(given, texts_of_prose(edition.lines, ()))
    writer = Commented(set(_models(Parameters)), lambda _model, _key: False)
    head = _head(library.kind(parameters.kind))
    lines = writer.mapping(Parameters, _given(parameters))
    return parameters, "\n".join([*head, *lines]) + "\n"


def _head(kind: Kind) -> Iterator[str]:
    yield f"# {kind.name}：{kind.summary}"
    yield "# 从 Word 文稿里取回的数据；没有写出的键，文中用通用说法，或者留空位【……】。"


def _with_prose(model: Struct, texts: Mapping[str, str]) -> Any:
    """Return ``model`` with its prose written out as ``texts`` have it by what is kept of it."""
    changed: dict[str, Any] = {}
    for plan in plan_of(type(model)).values():
        value = getattr(model, plan.name)
        if plan.is_list:
            changed[plan.name] = tuple(_restored(item, texts) for item in value or ())
        elif value:
            changed[plan.name] = _restored(value, texts)
        if plan.is_list and value is None:
            changed[plan.name] = None
    return replace(model, **changed)


def _restored(value: Any, texts: Mapping[str, str]) -> Any:
    if isinstance(value, Struct):
        return _with_prose(value, texts)
    if not isinstance(value, str) or not any(map(is_abridged, value.split("\n"))):
        return value
    lines = [texts.get(line) for line in value.split("\n")]
    return None if None in lines else "\n".join(filter(None, lines))


def _given(model: Struct) -> dict[str, Any]:
    """Return what ``model`` says beyond its defaults, by key."""
    found = {}
    for key, plan in plan_of(type(model)).items():
        value = getattr(model, plan.name)
        if value != plan.default and value is not None:
            found[key] = [_plain(item, plan) for item in value] if plan.is_list else _plain(value, plan)
    return found


def _plain(value: Any, plan: FieldPlan) -> Any:
    if not isinstance(value, Struct):
        return value
    given, shorthand = _given(value), getattr(plan.type, "shorthand", "")
    # Items keep their places, those that say nothing too.
    return given[shorthand] if set(given) == {shorthand} else given


def _models(model: type[Struct], known: frozenset[type[Struct]] = frozenset()) -> Iterator[type[Struct]]:
    """Yield ``model`` and all models in it."""
    yield model
    for plan in plan_of(model).values():
        if plan.is_model and plan.type not in known and plan.type is not model:
            yield from _models(plan.type, known | {model})
