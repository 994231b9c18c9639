"""Values written as YAML with comments that belong to them: where a value came from, what is unsure of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from drafter.errors import KeyPath
from drafter.i18n.text import display_width
from drafter.models.fields import FieldSpec, fields_of
from drafter.yaml.dump import scalar_lines
from drafter.yaml.spelling import Spelling

# A comment stands behind its value where both fit into this width, else on a line above.
WIDEST = 100
# What would end a comment, or stands raw in no YAML stream.
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]+")


def annotated_lines(
    data: Mapping[str, Any],
    model: type[Struct],
    spelling: Spelling,
    comments: Mapping[KeyPath, Sequence[str]],
) -> Iterator[str]:
    """Yield the lines of ``data``, values by key of ``model``, with their ``comments`` by path."""
    yield from _Writer(spelling, comments).mapping(data, model, (), 0)


class _Writer:
    """Writes mappings in the order of their model."""

    def __init__(self, spelling: Spelling, comments: Mapping[KeyPath, Sequence[str]]) -> None:
        self.spelling = spelling
        self.comments = comments

    def mapping(
        self, data: Mapping[str, Any], model: type[Struct], path: KeyPath, column: int
    ) -> Iterator[str]:
        """Yield the lines of a mapping in ``column``."""
        for key, spec in fields_of(model).items():
            if key in data:
                head = f"{' ' * column}{self.spelling.key(spec)}:"
                yield from self._value(head, data[key], spec, (*path, key), column)

    def _value(self, head: str, value: Any, spec: FieldSpec, path: KeyPath, column: int) -> Iterator[str]:
        comments = self._comments(path)
        if isinstance(value, list) and len(value) == 1 and not spec.is_model:
            # One item may stand for the list.
            yield from self._scalar(head, value[0], spec, column, [*comments, *self._comments((*path, 0))])
        elif isinstance(value, dict | list):
            yield from (" " * column + comment for comment in comments)
            yield head
            if isinstance(value, dict):
                yield from self.mapping(value, spec.type, path, column + 2)
            else:
                yield from self._items(value, spec, path, column + 2)
        else:
            yield from self._scalar(head, value, spec, column, comments)

    def _items(self, items: Sequence[Any], spec: FieldSpec, path: KeyPath, column: int) -> Iterator[str]:
        for place, item in enumerate(items):
            here, indent = (*path, place), " " * column
            comments = self._comments(here)
            if not isinstance(item, dict):
                yield from self._scalar(f"{indent}-", item, spec, column, comments)
                continue
            yield from (indent + comment for comment in comments)
            lines = list(self.mapping(item, spec.type, here, column + 2))
            first = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
            yield from (line[2:] for line in lines[:first])
            yield f"{indent}- {lines[first][column + 2 :]}"
            yield from lines[first + 1 :]

    def _scalar(
        self, head: str, value: Any, spec: FieldSpec, column: int, comments: Sequence[str]
    ) -> Iterator[str]:
        text = self.spelling.value(spec, value)
        text = str(text).lower() if isinstance(text, bool) else text
        lines = list(scalar_lines(f"{head} ", None if text is None else str(text), column + 2))
        if len(lines) == len(comments) == 1 and display_width(f"{lines[0]}  {comments[0]}") <= WIDEST:
            yield f"{lines[0]}  {comments[0]}"
        else:
            yield from (" " * column + comment for comment in comments)
            yield from lines

    def _comments(self, path: KeyPath) -> list[str]:
        return [_comment(comment) for comment in self.comments.get(path, ())]


def _comment(text: str) -> str:
    return f"# {_UNWRITABLE.sub(' ', text)}".rstrip()
