"""How a scalar field is read: chosen once from its type, then called for every file."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec
from msgspec import Meta

from drafter.errors import did_you_mean
from drafter.i18n import _
from drafter.scalars import ScalarError, read_day, read_flag, read_line, read_prose

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
