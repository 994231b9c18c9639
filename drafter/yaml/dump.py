"""Values written as YAML: a whole file with comments, or lines to insert into one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from msgspec import Struct

from drafter.i18n.text import pad
from drafter.models.fields import FieldSpec, fields_of
from drafter.yaml.scalars import in_block, on_one_line
from drafter.yaml.spelling import ENGLISH, Spelling

COMMENT_COLUMN = 28


def scalar(value: Any) -> str:
    """Return a value of a model as a YAML scalar on one line: ``~`` for none, quoted where it must be."""
    if value is None or isinstance(value, str):
        return on_one_line(value, quotes='"')
    return str(value).lower() if isinstance(value, bool) else str(value)


class Suggested(Struct, frozen=True):
    """A value that is written as a comment: it takes effect when its lines lose their ``# ``."""

    value: Any


class CommentedWriter:
    """Writes mappings as YAML, with a comment behind each key where it first comes up.

    An empty mapping is spelled out once.

    Of a model in ``sparse`` that is given anything, only what is given is written; of any other
    model, all keys for which ``is_used`` holds. ``spelling`` is the language of keys and names.
    """

    def __init__(
        self,
        sparse: set[type[Struct]],
        is_used: Callable[[type[Struct], str], bool],
        spelling: Spelling = ENGLISH,
    ) -> None:
        self.sparse = sparse
        self.is_used = is_used
        self.spelling = spelling
        self.commented: set[tuple[type, str]] = set()

    def mapping(self, model: type[Struct], given: dict[str, Any], indent: str = "") -> Iterator[str]:
        """Yield the lines of ``given``, values by key, as the YAML of ``model``."""
        only_given = model in self.sparse and bool(given)
        for key, spec in fields_of(model).items():
            if key in given if only_given else self.is_used(model, key):
                yield from self._key(model, spec, given.get(key, spec.default), indent)

    def _key(self, model: type[Struct], spec: FieldSpec, value: Any, indent: str) -> Iterator[str]:
        if isinstance(value, Suggested):
            yield from _commented_out(self._key(model, spec, value.value, indent), indent)
            return
        hint = self.spelling.hint(spec, model)
        comment = "" if (model, spec.key) in self.commented else f"# {spec.label}：{hint}"
        self.commented.add((model, spec.key))
        if value in ((), msgspec.NODEFAULT) or (isinstance(value, Struct) and spec.type is model):
            value = None
        if value is None and spec.is_list and spec.is_model and spec.type is not model:
            value = [{}]
        if isinstance(value, Struct):
            is_known = any(known is spec.type for known, _key in self.commented)
            shorthand = getattr(spec.type, "shorthand", "")
            value = None if is_known or shorthand else {}
        yield from self._value(f"{indent}{self.spelling.key(spec)}:", spec, value, indent, comment)

    def _value(self, head: str, spec: FieldSpec, value: Any, indent: str, comment: str) -> Iterator[str]:
        if isinstance(value, dict):
            yield _line(head, comment)
            yield from self.mapping(spec.type, value, indent + "  ")
        elif isinstance(value, list | tuple) and value:
            yield _line(head, comment)
            for item in value:
                yield from self._item(spec, item, indent + "  ")
        else:
            text = "[]" if value == [] else scalar(self.spelling.value(spec, value))
            yield _line(f"{head} {text}", comment)

    def _item(self, spec: FieldSpec, item: Any, indent: str) -> Iterator[str]:
        if isinstance(item, Suggested):
            yield from _commented_out(self._item(spec, item.value, indent), indent)
            return
        if not isinstance(item, dict):
            yield f"{indent}- {scalar(self.spelling.value(spec, item))}"
            return
        for number, line in enumerate(self.mapping(spec.type, item, indent + "  ")):
            yield line if number else f"{indent}- {line[len(indent) + 2 :]}"


def _commented_out(lines: Iterator[str], indent: str) -> Iterator[str]:
    return (f"{indent}# {line[len(indent) :]}" for line in lines)


def _line(text: str, comment: str) -> str:
    return f"{pad(text, COMMENT_COLUMN)} {comment}" if comment else text


# Values to write: a text or null, a list, a mapping.
Data = str | None | list["Data"] | dict[str, "Data"]


class Indentation(Struct, frozen=True):
    """The columns by which a mapping, and the dashes of a list, are indented below their key."""

    mapping: int = 2
    dash: int = 2


def lines_of(data: Data, column: int, indentation: Indentation) -> Iterator[str]:
    """Yield the lines of a mapping or list in ``column``."""
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
    """Yield the lines of a list's item with its dash in ``column``."""
    head = f"{' ' * column}- "
    if isinstance(item, dict | list):
        for number, line in enumerate(lines_of(item, column + 2, indentation)):
            yield line if number else head + line[column + 2 :]
    else:
        yield from scalar_lines(head, item, column + 2)


def scalar_lines(head: str, text: str | None, column: int) -> Iterator[str]:
    """Yield the line of a text behind ``head``; for several paragraphs, those of a block in ``column``."""
    lines = in_block(text, column) if text and "\n" in text else None
    yield head + ("|" if lines else on_one_line(text))
    yield from lines or ()


def bracketed(data: Data) -> str:
    """Return ``data`` as an item of a flow mapping or list."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{key}: {bracketed(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(bracketed, data)) + "]"
    return on_one_line(data, flow=True)
