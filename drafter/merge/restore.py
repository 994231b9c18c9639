"""A new YAML from an edited document: the parameters that it was written from, with their prose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from drafter.i18n import speaks_chinese
from drafter.library import Library
from drafter.merge.anchored_document import AnchoredDocument
from drafter.merge.base_version import prose_sentences
from drafter.models.fields import FieldSpec, fields_of
from drafter.models.kind import Kind
from drafter.models.parameters import Parameters
from drafter.speech.digests import has_digests, restore_line
from drafter.yaml.dump import CommentedWriter
from drafter.yaml.spelling import Spelling


def restored_yaml(given: Parameters, anchored: AnchoredDocument, library: Library) -> tuple[Parameters, str]:
    """Return ``given`` with its prose as it still stands in the document, and its YAML with comments.

    Prose that was edited or lost is left out.
    """
    parameters = _with_prose(given, prose_sentences(anchored.paragraphs))
    names = library.names(parameters.kind) if speaks_chinese() else {}
    spelling = Spelling(speaks_chinese(), names)
    writer = CommentedWriter(set(_models(Parameters)), lambda _model, _key: False, spelling)
    head = _head(library.kind(parameters.kind))
    lines = writer.mapping(Parameters, _given(parameters))
    return parameters, "\n".join([*head, *lines]) + "\n"


def _head(kind: Kind) -> Iterator[str]:
    yield f"# {kind.name}：{kind.summary}"
    yield "# 从 Word 文稿里取回的数据；没有写出的键，文中用通用说法，或者留空位【……】。"


def _with_prose(model: Struct, sentences: Mapping[str, str]) -> Any:
    """Return ``model`` with its prose in full, as ``sentences`` has it by its digests."""
    changed: dict[str, Any] = {}
    for spec in fields_of(type(model)).values():
        value = getattr(model, spec.name)
        if spec.is_list:
            items = None if value is None else tuple(_restored(item, sentences) for item in value)
            changed[spec.name] = items
        elif value:
            changed[spec.name] = _restored(value, sentences)
    return replace(model, **changed)


def _restored(value: Any, sentences: Mapping[str, str]) -> Any:
    if isinstance(value, Struct):
        return _with_prose(value, sentences)
    if not isinstance(value, str):
        return value
    restored = restore_line(value, sentences)
    return None if has_digests(restored) else restored


def _given(model: Struct) -> dict[str, Any]:
    """Return the values of ``model`` that differ from their defaults, by key."""
    found = {}
    for key, spec in fields_of(type(model)).items():
        value = getattr(model, spec.name)
        if value != spec.default and value is not None:
            found[key] = [_plain(item, spec) for item in value] if spec.is_list else _plain(value, spec)
    return found


def _plain(value: Any, spec: FieldSpec) -> Any:
    """Return a value as the YAML writes it: a model with its shorthand alone as a plain text."""
    if not isinstance(value, Struct):
        return value
    given, shorthand = _given(value), getattr(spec.type, "shorthand", "")
    return given[shorthand] if set(given) == {shorthand} else given


def _models(model: type[Struct], known: frozenset[type[Struct]] = frozenset()) -> Iterator[type[Struct]]:
    """Yield ``model`` and all models in it."""
    yield model
    for spec in fields_of(model).values():
        if spec.is_model and spec.type not in known and spec.type is not model:
            yield from _models(spec.type, known | {model})
