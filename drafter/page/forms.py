"""Forms made from the models: each key of the YAML as a field with its label, hint and control."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

from msgspec import Struct

from drafter.i18n import _
from drafter.models.facts import Facts, Intent
from drafter.models.fields import FieldSpec, fields_of
from drafter.models.kind import Kind
from drafter.models.meeting import Meeting
from drafter.models.parameters import Parameters
from drafter.models.style import Style
from drafter.yaml.spelling import Spelling

Control = Literal["line", "text", "date", "number", "flag", "choice", "lines", "paragraphs", "group", "items"]

# What has a place of its own on the page, and is no field of these forms.
ELSEWHERE: set[Any] = {Facts, Intent, Style}
_KEYS_ELSEWHERE = ("kind", "papers", "answers", "notes")
# A text with more signs gets several lines.
_LONG = 28
# Names of things in a choice: what the library has, by the sort of thing.
Names = Mapping[str, Mapping[str, str]]

_SIGNS = re.compile(r"[^\w]+")


class Option(Struct, frozen=True):
    """A choice: what is written, and what a person reads."""

    value: str
    label: str


class Field(Struct, frozen=True):
    """A key as a control. ``fields`` are those of a mapping, ``items`` those of each item of a list."""

    path: str
    label: str
    hint: str
    control: Control
    value: str = ""
    options: tuple[Option, ...] = ()
    fields: tuple[Field, ...] = ()
    items: tuple[Item, ...] = ()
    adds: str = ""
    suggests: str = ""
    read: str = ""

    @property
    def id(self) -> str:
        """The id of the control in the page."""
        return id_of(self.path)

    @property
    def said(self) -> str:
        """What is given or read, as a person reads it."""
        given = next((option.label for option in self.options if option.value == self.value), self.value)
        if self.control == "flag" and given:
            return _("yes") if given == "true" else _("no")
        return (given or self.read).replace("\n", "、")

    @property
    def is_given(self) -> bool:
        """Whether anything is filled in."""
        below = (*self.fields, *(field for item in self.items for field in item.fields))
        return bool(self.value) or any(field.is_given for field in below)


class Item(Struct, frozen=True):
    """An item of a list of mappings: what it is called, and its fields."""

    path: str
    name: str
    fields: tuple[Field, ...]

    @property
    def id(self) -> str:
        """The id of the item in the page."""
        return id_of(self.path)


def id_of(path: str) -> str:
    """Return an id for what stands at ``path``, which an attribute and a selector can hold."""
    return f"v-{_SIGNS.sub('-', path).strip('-')}"


def form_of(parameters: Parameters, kind: Kind, names: Names) -> tuple[Field, ...]:
    """Return the fields of a meeting that its ``kind`` uses; ``names`` are those of things in the library."""
    specs = fields_of(Parameters)
    wanted = (key for key in specs if kind.takes(key) and key not in _KEYS_ELSEWHERE)
    found = (specs[key] for key in wanted if specs[key].type not in ELSEWHERE)
    return tuple(_field(spec, getattr(parameters, spec.name), spec.key, kind, names) for spec in found)


def fields_in(
    model: type[Struct], value: Struct | None, path: str, kind: Kind | None = None, names: Names | None = None
) -> Iterator[Field]:
    """Yield the fields of a mapping of type ``model`` at ``path``."""
    for key, spec in fields_of(model).items():
        if spec.type in ELSEWHERE or (model is Meeting and kind and not kind.takes("meeting", key)):
            continue
        yield _field(spec, getattr(value, spec.name, None), f"{path}.{key}", kind, names or {})


def _field(spec: FieldSpec, value: Any, path: str, kind: Kind | None, names: Names) -> Field:
    hint = hint_of(spec)
    if spec.is_model and spec.is_list:
        items = tuple(
            Item(f"{path}[{place}]", _name_of(item), tuple(_below(item, f"{path}[{place}]", kind, names)))
            for place, item in enumerate(value or ())
        )
        adds = f"{path}[{len(items)}]{_first_key(spec.type)}"
        return Field(path, spec.label, hint, "items", items=items, adds=adds)
    if spec.is_model:
        fields = tuple(fields_in(spec.type, value, path, kind, names))
        return Field(path, spec.label, hint, "group", fields=fields)
    if spec.is_list:
        is_prose = bool(spec.extra.get("prose"))
        between = "\n\n" if is_prose else "\n"
        control: Control = "paragraphs" if is_prose else "lines"
        return Field(path, spec.label, hint, control, between.join(map(str, value or ())))
    text = written(value)
    return Field(path, spec.label, hint, control_of(spec, text), text, options_of(spec, names))


def hint_of(spec: FieldSpec) -> str:
    """Return the hint of a key, "" where its choices tell as much."""
    if spec.extra.get("of") or spec.type is bool or get_origin(spec.type) is Literal:
        return ""
    return Spelling(chinese=True).hint(spec, Parameters)


def _below(item: Struct, path: str, kind: Kind | None, names: Names) -> Iterator[Field]:
    return fields_in(type(item), item, path, kind, names)


def control_of(spec: FieldSpec, text: str) -> Control:
    """Return the control for a scalar."""
    if get_origin(spec.type) is Literal or spec.extra.get("of"):
        return "choice"
    if spec.type is datetime.date:
        return "date"
    if spec.type is bool:
        return "flag"
    if spec.type in (int, float):
        return "number"
    is_running = spec.extra.get("prose") or spec.extra.get("sentence")
    return "text" if is_running or len(text) > _LONG else "line"


def options_of(spec: FieldSpec, names: Names) -> tuple[Option, ...]:
    """Return the choices of a field, none where it is free."""
    if of := spec.extra.get("of"):
        return tuple(Option(key, name) for key, name in names.get(of, {}).items())
    if get_origin(spec.type) is Literal:
        return tuple(Option(str(each), spec.names.get(each, str(each))) for each in get_args(spec.type))
    return ()


def written(value: Any) -> str:
    """Return a scalar as a control has it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:g}"
    return str(value)


def _name_of(item: Struct) -> str:
    """Return what an item of a list is called: the first of its texts."""
    for spec in fields_of(type(item)).values():
        if spec.extra.get("placeholders"):
            continue
        value = getattr(item, spec.name)
        shorthand = str(getattr(type(value), "shorthand", "")) if isinstance(value, Struct) else ""
        text = getattr(value, shorthand, None) if shorthand else value
        text = text[0] if isinstance(text, tuple) and text and isinstance(text[0], str) else text
        if (spec.is_words or shorthand) and isinstance(text, str) and text:
            return text
    return ""


def _first_key(model: type[Struct]) -> str:
    """Return the key that a new item begins with, as the end of its path."""
    shorthand = getattr(model, "shorthand", "")
    if shorthand:
        return f".{shorthand}"
    for key, spec in fields_of(model).items():
        if spec.is_model and not spec.is_list and bool(getattr(spec.type, "shorthand", "")):
            return f".{key}"
        if spec.is_words:
            return f".{key}[0]" if spec.is_list else f".{key}"
    return ""


_BETWEEN_NAMES = re.compile(r"[、,，;；\n]+")


def names_in(text: str) -> list[str]:
    """Return the names in a text that stand between commas: 县住建局、消防大队."""
    return texts_of(_BETWEEN_NAMES.split(text))


def lines_in(text: str) -> list[str]:
    """Return the lines of a text that say something."""
    return texts_of(text.splitlines())


def paragraphs_in(text: str) -> list[str]:
    """Return the texts of a list of prose, between which a line is empty."""
    return texts_of(re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n")))


def texts_of(texts: Iterable[str]) -> list[str]:
    """Return texts without the white space around them, and without empty ones."""
    return [text.strip() for text in texts if text.strip()]
