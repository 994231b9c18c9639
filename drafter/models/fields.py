"""What the models say of their fields: how each is read, and what a person is told of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache, partial
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec
from msgspec import NODEFAULT, Meta, Struct

from drafter.errors import did_you_mean
from drafter.i18n import _
from drafter.models.scalars import ScalarError, read_day, read_flag, read_line, read_prose


class FieldSpec(Struct, frozen=True):
    """How one field of a model is read, and what a person is told of it.

    ``key`` is its name in the YAML, ``label`` and ``hint`` are the words of its blank;
    ``is_model`` tells a mapping from a scalar, ``is_words`` what the speech says from
    flags, numbers and names of things; ``is_named`` is a mapping of names, which the file
    chooses, to values of ``type``. ``read`` reads a scalar.
    """

    name: str
    key: str
    type: Any
    is_list: bool
    is_named: bool
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
def fields_of(model: type[Struct]) -> dict[str, FieldSpec]:
    """Return how each field of ``model`` is read, by its key as it stands in the YAML."""
    return {info.encode_name: _plan(info) for info in msgspec.structs.fields(model)}


def _plan(info: msgspec.structs.FieldInfo) -> FieldSpec:
    metas: list[Meta] = []
    kind = _unwrap(info.type, metas)
    is_list = get_origin(kind) is tuple
    is_named = get_origin(kind) is dict
    if is_list or is_named:
        kind = _unwrap(get_args(kind)[-1 if is_named else 0], metas)
    extra: dict[str, Any] = {}
    for meta in metas:
        extra.update(meta.extra or {})
    told = next((meta for meta in metas if meta.title), Meta())
    return FieldSpec(
        name=info.name,
        key=info.encode_name,
        type=kind,
        is_list=is_list,
        is_named=is_named,
        is_model=isinstance(kind, type) and issubclass(kind, Struct),
        is_words=_is_text(kind) and not extra.get("name"),
        meta=told,
        default=info.default if info.default_factory is NODEFAULT else info.default_factory(),
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


PLACEHOLDER = re.compile(r"\{([^{}]*)\}")

Reader = Callable[[Any], Any]


def reader_of(kind: Any, meta: Meta, extra: dict[str, Any]) -> Reader:
    """Return what reads a value of type ``kind``: it gives the value or raises ScalarError.

    ``meta`` bounds it; ``extra`` says what msgspec has no word for (prose, placeholders,
    a reader of its own).
    """
    if get_origin(kind) is Literal:
        return partial(_choice, get_args(kind))
    if kind is str:
        return _text_reader(meta, extra)
    if kind in (bool, date):
        return read_flag if kind is bool else read_day
    return partial(_number, kind, meta, extra.get("read"))


def _text_reader(meta: Meta, extra: dict[str, Any]) -> Reader:
    read = read_prose if extra.get("prose") else read_line
    known: tuple[str, ...] = extra.get("placeholders", ())
    if not (meta.pattern or meta.min_length or known):
        return read
    return partial(_checked_text, read, meta, known)


def _checked_text(read: Reader, meta: Meta, known: tuple[str, ...], value: Any) -> str:
    text: str = read(value)
    if meta.pattern and not re.search(meta.pattern, text):
        raise ScalarError(_("`{value}` cannot stand here").format(value=text), meta.description or "")
    if len(text) < (meta.min_length or 0):
        raise ScalarError(_("this may not be empty"), meta.description or "")
    for name in PLACEHOLDER.findall(text) if known else ():
        if name not in known:
            raise ScalarError(
                _("unknown placeholder `{name}`").format(name="{" + name + "}"), did_you_mean(name, known)
            )
    return text


def _choice(choices: tuple[str, ...], value: Any) -> str:
    text = read_line(value)
    if text not in choices:
        raise ScalarError(
            _("`{value}` is not one of {choices}").format(value=text, choices="、".join(choices)),
            did_you_mean(text, choices),
        )
    return text


def _number(kind: Any, meta: Meta, read: Callable[[str], str] | None, value: Any) -> Any:
    number = value if isinstance(value, int | float) else read_line(value)
    if read and isinstance(number, str):
        number = read(number)
    try:
        return msgspec.convert(number, Annotated[kind, meta], strict=False)
    except msgspec.ValidationError:
        remedy = _bounds(kind, meta)
        raise ScalarError(
            _("`{value}` cannot stand here").format(value=value),
            f"{remedy}; {meta.description}" if read else remedy,
        ) from None


def _bounds(kind: Any, meta: Meta) -> str:
    """Say in words what number is wanted."""
    wanted = _("a whole number") if kind is int else _("a number")
    least = meta.ge if meta.ge is not None else meta.gt
    most = meta.le if meta.le is not None else meta.lt
    if least is None or most is None:
        return _("write {kind}").format(kind=wanted)
    return _("write {kind} from {least:g} to {most:g}").format(kind=wanted, least=least, most=most)
