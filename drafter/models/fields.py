"""The fields of the models: how each is read and bounded, and the words that explain it to a person."""

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
from drafter.models.constraints import (
    NONE,
    Constraints,
    check_length,
    check_text,
    constraints_of,
    describe_number,
    is_within,
)
from drafter.models.scalars import ScalarError, read_day, read_flag, read_line, read_prose

Reader = Callable[[Any], Any]

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class FieldSpec(Struct, frozen=True):
    """One field of a model: its type, its bounds, and its words for a person.

    ``key`` is its name in the YAML, ``zh`` its Chinese name there, ``label`` and ``hint`` are the
    words of its blank. ``names`` are the Chinese names of its choices.
    ``is_model`` marks a mapping, not a scalar; ``is_words`` marks text that the speech says, not a flag,
    a number or the name of a thing. ``is_named`` marks a mapping from names that the file chooses to
    values of ``type``. Of a list, ``type``, ``constraints`` and ``read`` are those of an item,
    ``list_constraints`` bound how many there are. ``read`` returns the value of a scalar, or raises
    ScalarError where it is out of bounds.
    """

    name: str
    key: str
    zh: str
    type: Any
    is_list: bool
    is_named: bool
    is_model: bool
    is_words: bool
    constraints: Constraints
    list_constraints: Constraints
    default: Any
    names: dict[str, str]
    extra: dict[str, Any]
    label: str
    hint: str
    read: Reader

    @property
    def required(self) -> bool:
        """Whether a file must give this key."""
        return self.default is NODEFAULT

    def check_count(self, count: int) -> None:
        """Raise ScalarError where a list of ``count`` items is too short or too long."""
        if self.list_constraints is not NONE:
            check_length(count, self.list_constraints, _("{count} items are given"))


@lru_cache(maxsize=64)
def fields_of(model: type[Struct]) -> dict[str, FieldSpec]:
    """Return the fields of ``model``, by their keys in the YAML."""
    return {info.encode_name: _spec(info) for info in msgspec.structs.fields(model)}


@lru_cache(maxsize=16)
def keys_in(model: type[Struct]) -> frozenset[str]:
    """Return the keys of ``model`` and of the models below it."""
    found: set[str] = set()
    seen: set[type[Struct]] = set()
    waiting = [model]
    while waiting:
        one = waiting.pop()
        seen.add(one)
        for spec in fields_of(one).values():
            found |= {spec.key, spec.extra.get("zh", spec.key)}
            waiting += [spec.type] if spec.is_model and spec.type not in seen else []
    return frozenset(found)


@lru_cache(maxsize=64)
def keys_by_name(model: type[Struct]) -> dict[str, str]:
    """Return the keys of ``model`` by their Chinese names."""
    return {spec.zh: spec.key for spec in fields_of(model).values() if spec.zh != spec.key}


def _spec(info: msgspec.structs.FieldInfo) -> FieldSpec:
    list_metas: list[Meta] = []
    metas: list[Meta] = []
    kind = _unwrap(info.type, metas)
    is_list = get_origin(kind) is tuple
    is_named = get_origin(kind) is dict
    if is_list or is_named:
        list_metas, metas = metas, []
        kind = _unwrap(get_args(kind)[-1 if is_named else 0], metas)
    extra: dict[str, Any] = {}
    for meta in (*list_metas, *metas):
        extra.update(meta.extra or {})
    words = next((meta for meta in (*list_metas, *metas) if meta.title), Meta())
    constraints, hint = constraints_of(metas), words.description or ""
    return FieldSpec(
        name=info.name,
        key=info.encode_name,
        zh=extra.get("zh", info.encode_name),
        type=kind,
        is_list=is_list,
        is_named=is_named,
        is_model=isinstance(kind, type) and issubclass(kind, Struct),
        is_words=_is_text(kind) and not extra.get("name"),
        constraints=constraints,
        list_constraints=constraints_of(list_metas),
        default=info.default if info.default_factory is NODEFAULT else info.default_factory(),
        names=extra.get("names", {}),
        extra=extra,
        label=words.title or info.encode_name,
        hint=hint,
        read=_reader(kind, constraints, hint, extra),
    )


def _is_text(kind: Any) -> bool:
    """Return whether values of ``kind`` are texts: any text, or a closed choice of them."""
    return kind is str or (
        get_origin(kind) is Literal and all(isinstance(choice, str) for choice in get_args(kind))
    )


def _unwrap(kind: Any, metas: list[Meta]) -> Any:
    """Return the bare type of an annotation; what each ``Annotated`` says is added to ``metas``."""
    if get_origin(kind) is Annotated:
        metas.extend(meta for meta in get_args(kind)[1:] if isinstance(meta, Meta))
        return _unwrap(get_args(kind)[0], metas)
    if get_origin(kind) in (Union, UnionType):
        return _unwrap(next(choice for choice in get_args(kind) if choice is not NoneType), metas)
    return kind


def _reader(kind: Any, constraints: Constraints, hint: str, extra: dict[str, Any]) -> Reader:
    """Return the function that reads a scalar of type ``kind``.

    ``extra`` holds what msgspec has no word for: prose, placeholders, a reader of its own.
    """
    if get_origin(kind) is Literal:
        return partial(_choice, get_args(kind), extra.get("names", {}))
    if kind is str:
        read = read_prose if extra.get("prose") else read_line
        known: tuple[str, ...] = extra.get("placeholders", ())
        is_free = constraints is NONE and not known
        return read if is_free else partial(_checked_text, read, constraints, hint, known)
    if kind in (bool, date):
        return read_flag if kind is bool else read_day
    return partial(_number, kind, constraints, hint, extra.get("read"))


def _checked_text(
    read: Reader, constraints: Constraints, hint: str, known: tuple[str, ...], value: Any
) -> str:
    text: str = read(value)
    check_text(text, constraints, hint)
    for name in PLACEHOLDER.findall(text) if known else ():
        if name not in known:
            message = _("unknown placeholder `{name}`").format(name="{" + name + "}")
            raise ScalarError(message, did_you_mean(name, known))
    return text


def _choice(choices: tuple[str, ...], names: dict[str, str], value: Any) -> str:
    """Return the choice that ``value`` is, or is the Chinese name of."""
    text = read_line(value)
    known = choices if text.isascii() or not names else tuple(names.values())
    if text in choices:
        return text
    if text in known:
        return next(choice for choice, name in names.items() if name == text)
    message = _("`{value}` is not one of {choices}")
    raise ScalarError(message.format(value=text, choices="、".join(known)), did_you_mean(text, known))


def _number(
    kind: Any, constraints: Constraints, hint: str, read: Callable[[str], str] | None, value: Any
) -> Any:
    given = value if isinstance(value, int | float) else read_line(value)
    try:
        number = msgspec.convert(read(str(given)) if read else given, kind, strict=False)
        if is_within(number, constraints):
            return number
    except msgspec.ValidationError:
        pass
    remedy = describe_number(_("a whole number") if kind is int else _("a number"), constraints)
    message = _("`{value}` cannot stand here").format(value=value)
    raise ScalarError(message, f"{remedy}; {hint}" if read else remedy)
