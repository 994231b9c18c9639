"""Values that are new to a file, as lines of YAML or between brackets."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from drafter.rewriting.styles import in_block, on_one_line

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
