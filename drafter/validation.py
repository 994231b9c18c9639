"""Plain values become a model, or every fault in them is told.

The models are msgspec structs: their types, bounds, titles and JSON Schema come from
there. msgspec stops at the first fault, so the walk over mappings and lists is done
here, and msgspec converts and checks the numbers.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import msgspec
from msgspec import NODEFAULT, Meta, Struct

from drafter.errors import did_you_mean
from drafter.i18n import _
from drafter.scalars import TEXT_WITH_COLON, ScalarError, read_day, read_flag, read_line, read_prose

Key = str | int
KeyPath = tuple[Key, ...]
Model = TypeVar("Model", bound=Struct)

UNCLOSED_KEY = re.compile(r"(\w+)[:：]")
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class Problem(Struct, frozen=True):
    """A fault at ``path``. ``at_key`` tells a wrong key from a wrong value."""

    path: KeyPath
    code: str
    message: str
    remedy: str = ""
    at_key: bool = False


class FieldPlan(Struct, frozen=True):
    """How one field of a model is read, and what a person is told of it.

    ``key`` is its name in the YAML, ``label`` and ``hint`` are the words of its blank;
    ``is_words`` tells what the speech says from flags, numbers and names of things.
    """

    name: str
    key: str
    type: Any
    is_list: bool
    meta: Meta
    default: Any
    extra: dict[str, Any]
    label: str
    hint: str
    is_words: bool

    @property
    def required(self) -> bool:
        """Whether a file must give this key."""
        return self.default is NODEFAULT


def validate(data: Any, model: type[Model]) -> tuple[Model | None, list[Problem]]:
    """Return ``data`` as ``model``, or None, and all problems found on the way.

    A missing value, null, is the field's default; one item may stand for a list of one.
    """
    walk = _Walk()
    result = walk.struct(data, model, ())
    if result is not None and not walk.problems:
        # What no single value can tell: a model may look at itself as a whole.
        for fault in getattr(result, "faults", tuple)():
            walk.tell(fault.path, "Y108", fault.message, fault.remedy)
    return (None if walk.problems else result), walk.problems


def format_path(path: KeyPath) -> str:
    """Return ``path`` as it is told to a person, ``parts[1].points[0].text``."""
    text = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path)
    return text.removeprefix(".")


class _Walk:
    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def tell(self, path: KeyPath, code: str, message: str, remedy: str = "", at_key: bool = False) -> None:
        self.problems.append(Problem(path, code, message, remedy, at_key))

    def struct(self, value: Any, model: type[Model], path: KeyPath) -> Model | None:
        """Read a mapping; what is wrong in it is told, and None returned where it is none."""
        if value is None:
            value = {}
        shorthand = getattr(model, "shorthand", "")
        if shorthand and not isinstance(value, dict | list | tuple):
            value = {shorthand: value}
        if not isinstance(value, dict):
            self.tell(path, "Y104", *_no_mapping(value, model))
            return None
        plans = plan_of(model)
        self._unknown_keys(value, model, path)
        read = {plan.name: self._field(value.get(plan.key), plan, path) for plan in plans.values()}
        return None if self.problems else model(**{k: v for k, v in read.items() if v is not NODEFAULT})

    def _unknown_keys(self, value: dict[Any, Any], model: type[Struct], path: KeyPath) -> None:
        for key in value:
            if key not in plan_of(model):
                message = _("unknown key `{key}`").format(key=key)
                self.tell((*path, key), "Y101", message, _other_key(str(key), model), at_key=True)

    def _field(self, value: Any, plan: FieldPlan, path: KeyPath) -> Any:
        if value is None:
            if plan.required:
                self._missing(plan, path)
            return NODEFAULT
        here = (*path, plan.key)
        if not plan.is_list:
            return self._one(value, plan, here)
        items = value if isinstance(value, list | tuple) else [value]
        return tuple(
            self._one(item, plan, (*here, index)) for index, item in enumerate(items) if item is not None
        )

    def _missing(self, plan: FieldPlan, path: KeyPath) -> None:
        message = _("key `{key}` ({label}) is missing").format(
            key=plan.key, label=plan.meta.title or plan.key
        )
        self.tell((*path, plan.key), "Y103", message, _("add `{key}: ...`").format(key=plan.key), at_key=True)

    def _one(self, value: Any, plan: FieldPlan, path: KeyPath) -> Any:
        if isinstance(plan.type, type) and issubclass(plan.type, Struct):
            return self.struct(value, plan.type, path)
        try:
            return _scalar(value, plan)
        except ScalarError as error:
            self.tell(path, "Y104", str(error), error.remedy)
            return NODEFAULT


def _no_mapping(value: Any, model: type[Struct]) -> tuple[str, str]:
    """Say why ``value`` is no mapping: mostly a key whose colon YAML does not take for one."""
    found = UNCLOSED_KEY.match(value) if isinstance(value, str) else None
    if found and found[1] in plan_of(model):
        message = _("the key `{key}` is not closed by a half-width colon and a blank")
        return message.format(key=found[1]), _("write `{key}: ...`").format(key=found[1])
    return _("a mapping is expected here"), _("write `key: value` lines, indented alike")


def _other_key(key: str, model: type[Struct]) -> str:
    """Return the remedy for an unknown key, which may be a text with a half-width colon in it."""
    if getattr(model, "shorthand", "") and not key.isascii():
        return TEXT_WITH_COLON
    return did_you_mean(key, plan_of(model))


@lru_cache(maxsize=64)
def plan_of(model: type[Struct]) -> dict[str, FieldPlan]:
    """Return how each key of ``model`` is read, by key as it stands in the YAML."""
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
    is_words = kind is str and not extra.get("name")
    label, hint = told.title or info.encode_name, told.description or ""
    return FieldPlan(
        info.name, info.encode_name, kind, is_list, told, info.default, extra, label, hint, is_words
    )


def _unwrap(kind: Any, metas: list[Meta]) -> Any:
    """Return the bare type of an annotation, without ``Annotated`` and ``| None``."""
    if get_origin(kind) is Annotated:
        metas.extend(meta for meta in get_args(kind)[1:] if isinstance(meta, Meta))
        return _unwrap(get_args(kind)[0], metas)
    if get_origin(kind) in (Union, UnionType):
        return _unwrap(next(choice for choice in get_args(kind) if choice is not NoneType), metas)
    return kind


def _scalar(value: Any, plan: FieldPlan) -> Any:
    if get_origin(plan.type) is Literal:
        return _choice(value, get_args(plan.type))
    if plan.type is str:
        return _string(value, plan)
    if plan.type is bool:
        return read_flag(value)
    if plan.type is date:
        return read_day(value)
    return _number(value, plan)


def _choice(value: Any, choices: tuple[str, ...]) -> str:
    text = read_line(value)
    if text not in choices:
        raise ScalarError(
            _("`{value}` is not one of {choices}").format(value=text, choices="、".join(choices)),
            did_you_mean(text, choices),
        )
    return text


def _string(value: Any, plan: FieldPlan) -> str:
    text = read_prose(value) if plan.extra.get("prose") else read_line(value)
    if plan.meta.pattern and not re.search(plan.meta.pattern, text):
        raise ScalarError(_("`{value}` cannot stand here").format(value=text), plan.hint)
    if len(text) < (plan.meta.min_length or 0):
        raise ScalarError(_("this may not be empty"), plan.hint)
    known: tuple[str, ...] = plan.extra.get("placeholders", ())
    for name in PLACEHOLDER.findall(text) if known else ():
        if name not in known:
            raise ScalarError(
                _("unknown placeholder `{name}`").format(name="{" + name + "}"), did_you_mean(name, known)
            )
    return text


def _number(value: Any, plan: FieldPlan) -> Any:
    text = value if isinstance(value, int | float) else read_line(value)
    read = plan.extra.get("read")
    if read and isinstance(text, str):
        text = read(text)
    try:
        return msgspec.convert(text, Annotated[plan.type, plan.meta], strict=False)
    except msgspec.ValidationError:
        raise ScalarError(_("`{value}` cannot stand here").format(value=value), _bounds(plan)) from None


def _bounds(plan: FieldPlan) -> str:
    """Say in words what number is wanted."""
    meta = plan.meta
    kind = _("a whole number") if plan.type is int else _("a number")
    least = meta.ge if meta.ge is not None else meta.gt
    most = meta.le if meta.le is not None else meta.lt
    if least is None or most is None:
        return _("write {kind}").format(kind=kind)
    text = _("write {kind} from {least:g} to {most:g}").format(kind=kind, least=least, most=most)
    return f"{text}; {meta.description}" if "read" in plan.extra else text
