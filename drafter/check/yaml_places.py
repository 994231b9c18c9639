"""Where the words of a draft stand in its YAML."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from drafter.errors import ParameterError
from drafter.models.parameters import Parameters
from drafter.models.paths import steps_of
from drafter.yaml.nodes import Node, child_of
from drafter.yaml.parse import read_nodes
from drafter.yaml.source import Source
from drafter.yaml.spelling import under_keys

# As many characters on either side tell apart words that stand twice in one value.
_CONTEXT = 12


def place_of_words(source: Source, path: str, line: str, start: int, words: str) -> int | None:
    """Return where ``words``, which begin at ``start`` of a drafted ``line``, stand in the value at ``path``.

    The start of the value where they stand in it otherwise; None where there is no such value.
    """
    node = node_at(source, path)
    if node is None:
        return None
    end = start + len(words)
    for low, high in _extents(start, end):
        found = source.text.find(line[low:high], node.start, node.end)
        if found >= 0:
            return found + start - low
    return node.start


def _extents(start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield ranges around the words, from wide to narrow: what surrounds them tells them apart."""
    for reach in range(_CONTEXT, 0, -1):
        yield max(start - reach, 0), end + reach
    for reach in range(_CONTEXT, 0, -1):
        yield max(start - reach, 0), end
        yield start, end + reach
    yield start, end


def node_at(source: Source, path: str) -> Node | None:
    """Return the node of the value at ``path``; where a short form holds it, the node of that."""
    node = _root(source.text)
    for step in steps_of(path):
        found = None if node is None else child_of(node, step)
        if found is None:
            break
        node = found[1]
    return node


@lru_cache(maxsize=2)
def _root(text: str) -> Node | None:
    try:
        root, _faults = read_nodes(Source("", text))
    except ParameterError:
        return None
    return under_keys(root, Parameters) if root else None
