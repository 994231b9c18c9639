"""What the models say of their fields: how each is read, and what a person is told of it."""

from __future__ import annotations

from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec
from msgspec import NODEFAULT, Meta, Struct

from drafter.conversion import Reader, reader_of


class FieldPlan(Struct, frozen=True):
    """How one field of a model is read, and what a person is told of it.

    ``key`` is its name in the YAML, ``label`` and ``hint`` are the words of its blank;
    ``is_model`` tells a mapping from a scalar, ``is_words`` what the speech says from
    flags, numbers and names of things. ``read`` reads a scalar.
    """

    name: str
    key: str
    type: Any
    is_list: bool
    is_model: bool
    is_words: bool
    meta: Meta
    default: Any
    extra: dict[str, Any]
    label: str
    hint: str
    read: Reader

    @property
    def required(self) -> bool:
        """Whether a file must give this key."""
        return self.default is NODEFAULT


@lru_cache(maxsize=64)
def plan_of(model: type[Struct]) -> dict[str, FieldPlan]:
    """Return how each field of ``model`` is read, by its key as it stands in the YAML."""
    return {info.encode_name: _plan(info) for info in msgspec.structs.fields(model)}


def _plan(info: msgspec.structs.FieldInfo) -> FieldPlan:
    metas: list[Meta] = []
    kind = _unwrap(info.type, metas)
    is_list = get_origin(kind) is tuple
    if is_list:
        kind = _unwrap(get_args(kind)[0], metas)
    extra: dict[str, Any] = {}
    for meta in metas:
        extra.update(meta.extra or {})
    told = next((meta for meta in metas if meta.title), Meta())
    return FieldPlan(
        name=info.name,
        key=info.encode_name,
        type=kind,
        is_list=is_list,
        is_model=isinstance(kind, type) and issubclass(kind, Struct),
        is_words=_is_text(kind) and not extra.get("name"),
        meta=told,
        default=info.default,
        extra=extra,
        label=told.title or info.encode_name,
        hint=told.description or "",
        read=reader_of(kind, told, extra),
    )


def _is_text(kind: Any) -> bool:
    """Tell whether values of ``kind`` are texts: any, or a closed choice of them."""
    return kind is str or (
        get_origin(kind) is Literal and all(isinstance(choice, str) for choice in get_args(kind))
    )


def _unwrap(kind: Any, metas: list[Meta]) -> Any:
    """Return the bare type of an annotation, without ``Annotated`` and ``| None``."""
    if get_origin(kind) is Annotated:
        metas.extend(meta for meta in get_args(kind)[1:] if isinstance(meta, Meta))
        return _unwrap(get_args(kind)[0], metas)
    if get_origin(kind) in (Union, UnionType):
        return _unwrap(next(choice for choice in get_args(kind) if choice is not NoneType), metas)
    return kind
