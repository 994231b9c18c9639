"""The comments of a YAML text: each with the value that it is about, and how to take one out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from drafter.errors import ParameterError
from drafter.i18n import _
from drafter.models.parameters import Parameters
from drafter.models.paths import Step, path_to
from drafter.yaml.changes import UnsettableError
from drafter.yaml.edits import Buffer
from drafter.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode, is_null
from drafter.yaml.parse import read_nodes
from drafter.yaml.source import Source
from drafter.yaml.spelling import under_keys

_ALONE = re.compile(r"[ \t]*#[ \t]?(.*)")
_BESIDE = re.compile(r"[ \t]+#[ \t]?(.*)")


class Comment(Struct, frozen=True):
    """A comment, the path of the value that it is about, and its line, from 1.

    ``path`` is "" where nothing follows. ``start`` and ``end`` are what goes with the comment.
    """

    path: str
    text: str
    line: int
    start: int
    end: int


def comments_of(source: Source) -> tuple[Comment, ...]:
    """Return the comments of ``source``; none where it cannot be parsed.

    One on a line of its own is about what follows, one behind a value about that.
    """
    try:
        root, _faults = read_nodes(source)
    except ParameterError:
        return ()
    if root is None:
        return ()
    return tuple(_found(Buffer(source.text, root), under_keys(root, Parameters)))


def _found(buffer: Buffer, root: Node) -> Iterator[Comment]:
    paths: dict[int, str] = {}
    texts: set[int] = set()
    for line, steps in _lines(root, ()):
        paths.setdefault(line, path_to(steps))
    for node in _scalars(root):
        texts |= set(range(node.event.start_mark.line + 1, node.event.end_mark.line))
    waiting: list[tuple[str, int, int, int]] = []
    start = 0
    for number in range(buffer.text.count("\n") + 1):
        end = buffer.line_end(start)
        alone = None if number in texts else _ALONE.fullmatch(buffer.text, start, end)
        if alone:
            waiting.append((alone[1], number + 1, start, min(end + 1, len(buffer.text))))
        elif number in paths:
            yield from (Comment(paths[number], *each) for each in waiting)
            waiting = []
            yield from _beside(buffer, paths[number], number + 1, start)
        start = end + 1
    yield from (Comment("", *each) for each in waiting)


def _beside(buffer: Buffer, path: str, line: int, start: int) -> Iterator[Comment]:
    gap = buffer.comment_on(start)
    found = _BESIDE.fullmatch(buffer.text, gap[0], buffer.line_end(start)) if gap else None
    if found:
        yield Comment(path, found[1], line, found.start(), found.end())


def _lines(node: Node, above: tuple[Step, ...]) -> Iterator[tuple[int, tuple[Step, ...]]]:
    """Yield the line, from 0, on which each key and item begins; the outer ones first."""
    if isinstance(node, MappingNode):
        for key, below in node.nodes.items():
            yield node.keys[key].start_mark.line, (*above, key)
            yield from _lines(below, (*above, key))
    elif isinstance(node, SequenceNode):
        for place, item in enumerate(item for item in node.items if not is_null(item)):
            yield item.event.start_mark.line, (*above, place)
            yield from _lines(item, (*above, place))


def _scalars(node: Node) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
        return
    for below in node.nodes.values() if isinstance(node, MappingNode) else node.items:
        yield from _scalars(below)


def without_comment(source: Source, line: int, text: str) -> str:
    """Return the text of ``source`` without the comment ``text`` on a line, which counts from 1.

    Raises UnsettableError where there is no such comment.
    """
    for comment in comments_of(source):
        if comment.line == line and comment.text == text:
            return source.text[: comment.start] + source.text[comment.end :]
    raise UnsettableError("", _("there is no such comment"), _("load the page again"))


def with_comments(source: Source, path: str, texts: list[str]) -> str:
    """Return the text of ``source`` with comments above the item or key at ``path``.

    Raises UnsettableError where nothing stands there.
    """
    root, _faults = read_nodes(source)
    lines = list(_lines(under_keys(root, Parameters), ())) if root is not None else []
    line = next((line for line, steps in lines if path_to(steps) == path), None)
    if line is None:
        raise UnsettableError(path, _("there is no such key"))
    rows = source.text.split("\n")
    indent = rows[line][: len(rows[line]) - len(rows[line].lstrip(" "))]
    rows[line:line] = [f"{indent}# {text}" for text in texts]
    return "\n".join(rows)
