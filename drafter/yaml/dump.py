"""Values written as the YAML of a model, each key with its Chinese comment where it first comes up."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from msgspec import Struct

from drafter.models.fields import FieldSpec, fields_of
from drafter.text import pad
from drafter.yaml.scalars import in_block, on_one_line

COMMENT_COLUMN = 28

# What YAML would not read back as the same plain text.
_SPECIAL = re.compile(
    r"^[\s\"'%@`&*!|>{}\[\],?#:~-]|:\s|\s#|[:\s]$|^(?:true|false|null|yes|no|on|off)$", re.IGNORECASE
)


def scalar(value: Any) -> str:
    """Return a value as a YAML scalar on one line: ``~`` for none, quoted where it must be."""
    if value is None:
        return "~"
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    # JSON's strings are YAML's double-quoted ones (YAML 1.2.2, 1.2).
    return json.dumps(text, ensure_ascii=False) if "\n" in text or _SPECIAL.search(text) or not text else text


class Commented:
    """Writes mappings. Of a model in ``sparse`` that is given anything, only what is given; of any
    other all keys for which ``is_used`` holds."""

    def __init__(self, sparse: set[type[Struct]], is_used: Callable[[type[Struct], str], bool]) -> None:
        self.sparse = sparse
        self.is_used = is_used
        self.told: set[tuple[type, str]] = set()

    def mapping(self, model: type[Struct], given: dict[str, Any], indent: str = "") -> Iterator[str]:
        """Yield the lines of ``given``, values by key, as the YAML of ``model``."""
        only_given = model in self.sparse and bool(given)
        for key, plan in fields_of(model).items():
            if key in given if only_given else self.is_used(model, key):
                yield from self._key(model, plan, given.get(key, plan.default), indent)

    def _key(self, model: type[Struct], plan: FieldSpec, value: Any, indent: str) -> Iterator[str]:
        comment = "" if (model, plan.key) in self.told else f"# {plan.label}：{plan.hint}"
        self.told.add((model, plan.key))
        if value in ((), msgspec.NODEFAULT) or (isinstance(value, Struct) and plan.type is model):
            value = None
        if value is None and plan.is_list and plan.is_model and plan.type is not model:
            value = [{}]
        if isinstance(value, Struct):
            value = None if getattr(plan.type, "shorthand", "") else {}
        yield from self._value(f"{indent}{plan.key}:", plan, value, indent, comment)

    def _value(self, head: str, plan: FieldSpec, value: Any, indent: str, comment: str) -> Iterator[str]:
        if isinstance(value, dict):
            yield _line(head, comment)
            yield from self.mapping(plan.type, value, indent + "  ")
        elif isinstance(value, list | tuple) and value:
            yield _line(head, comment)
            for item in value:
                yield from self._item(plan, item, indent + "  ")
        else:
            yield _line(f"{head} {'[]' if value == [] else scalar(value)}", comment)

    def _item(self, plan: FieldSpec, item: Any, indent: str) -> Iterator[str]:
        if not isinstance(item, dict):
            yield f"{indent}- {scalar(item)}"
            return
        for number, line in enumerate(self.mapping(plan.type, item, indent + "  ")):
            yield line if number else f"{indent}- {line[len(indent) + 2 :]}"


def _line(text: str, comment: str) -> str:
    return f"{pad(text, COMMENT_COLUMN)} {comment}" if comment else text


# A text or null, a list, a mapping; what is written where nothing stood.
Data = str | None | list["Data"] | dict[str, "Data"]


class Indentation(Struct, frozen=True):
    """By how many columns a mapping and the dashes of a list stand further in than their key."""

    mapping: int = 2
    dash: int = 2


def lines_of(data: Data, column: int, indentation: Indentation) -> Iterator[str]:
    """Yield the lines of a mapping or list that stands in ``column``."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _key(key, value, column, indentation)
    elif isinstance(data, list):
        for item in data:
            yield from item_lines(item, column, indentation)


def _key(key: str, value: Data, column: int, indentation: Indentation) -> Iterator[str]:
    head = f"{' ' * column}{key}:"
    if isinstance(value, dict | list):
        yield head
        deeper = indentation.mapping if isinstance(value, dict) else indentation.dash
        yield from lines_of(value, column + deeper, indentation)
    else:
        yield from scalar_lines(f"{head} ", value, column + indentation.mapping)


def item_lines(item: Data, column: int, indentation: Indentation) -> Iterator[str]:
    """Yield the lines of a list's item, whose dash stands in ``column``."""
    head = f"{' ' * column}- "
    if isinstance(item, dict | list):
        for number, line in enumerate(lines_of(item, column + 2, indentation)):
            yield line if number else head + line[column + 2 :]
    else:
        yield from scalar_lines(head, item, column + 2)


def scalar_lines(head: str, text: str | None, column: int) -> Iterator[str]:
    """Yield a text behind ``head``; its paragraphs, where it has several, in ``column``."""
    lines = in_block(text, column) if text and "\n" in text else None
    yield head + ("|" if lines else on_one_line(text))
    yield from lines or ()


def bracketed(data: Data) -> str:
    """Return ``data`` as it stands in a flow mapping or list."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{key}: {bracketed(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(bracketed, data)) + "]"
    return on_one_line(data, flow=True)
