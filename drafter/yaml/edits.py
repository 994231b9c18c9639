"""Edits of a text, and the comments that they keep in their columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from drafter.i18n.text import display_width
from drafter.yaml.dump import Indentation
from drafter.yaml.nodes import MappingNode, Node, SequenceNode, word_ends
from drafter.yaml.parse import NULLS


class Edit(NamedTuple):
    """The replacement of the characters from ``start`` to ``end`` by ``text``."""

    start: int
    end: int
    text: str


def applied(text: str, edits: Iterable[Edit], start: int = 0, end: int | None = None) -> str:
    """Return ``text`` from ``start`` to ``end`` with the edits; raise ValueError where they overlap.

    Insertions at one place keep their order, and stand before what is replaced there.
    """
    pieces: list[str] = []
    place = start
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.start < edit.end)):
        if edit.start < place:
            raise ValueError("edits overlap")
        pieces += [text[place : edit.start], edit.text]
        place = edit.end
    return "".join([*pieces, text[place:end]])


# Between the last word of a line and its comment there are only brackets, commas and blanks.
_COMMENT = re.compile(r"[^#\n]*?([ \t]+)#")


class Buffer:
    """A text, its nodes, and the edits that are still to be applied."""

    def __init__(self, text: str, root: Node | None) -> None:
        self.text = text
        self.root = root
        self.edits: list[Edit] = []

    def replace(self, start: int, end: int, text: str) -> None:
        """Replace the characters from ``start`` to ``end`` by ``text``."""
        self.edits.append(Edit(start, end, text))

    def insert(self, place: int, text: str) -> None:
        """Insert ``text`` at ``place``, behind earlier insertions there."""
        self.edits.append(Edit(place, place, text))

    def line_start(self, place: int) -> int:
        """Return where the line of ``place`` begins."""
        return self.text.rfind("\n", 0, place) + 1

    def line_end(self, place: int) -> int:
        """Return where the line of ``place`` ends, before its line feed."""
        found = self.text.find("\n", place)
        return found if found >= 0 else len(self.text)

    def ends_line(self, place: int) -> bool:
        """Return whether only blanks follow on the line."""
        return not self.text[place : self.line_end(place)].strip()

    def comment_on(self, line_start: int) -> tuple[int, int] | None:
        """Return the range of the blanks before a comment behind words; None where the line has none."""
        line_end = self.line_end(line_start)
        number = bisect_right(self._ends, line_end) - 1
        if number < 0 or self._ends[number] <= line_start:
            return None
        found = _COMMENT.match(self.text, self._ends[number], line_end)
        return found.span(1) if found else None

    def end_with_comments(self, end: int, column: int, *, own: bool = True) -> int:
        """Return the end of the last line that belongs to what ends at ``end`` and begins in ``column``.

        Comments further in belong to it. With ``own``, so do comments in ``column`` right below it,
        unless a key or item follows at once: then they are about that.
        """
        last = line_end = self.line_end(end)
        pending = None
        touching = own
        while line_end < len(self.text):
            start, line_end = line_end + 1, self.line_end(line_end + 1)
            line = self.text[start:line_end]
            indent = len(line) - len(line.lstrip(" "))
            if not line.strip():
                last, pending, touching = pending or last, None, False
            elif indent < column:
                return pending or last
            elif line[indent] != "#":
                return last
            elif indent > column:
                last, pending = line_end, None
            elif touching:
                pending = line_end
            else:
                return last
        return pending or last

    def first_comment_above(self, place: int, column: int) -> int:
        """Return the start of the comment right above the line of ``place``, else of that line."""
        start = self.line_start(place)
        while start:
            above = self.line_start(start - 1)
            line = self.text[above : start - 1]
            if not line.startswith(" " * column + "#"):
                break
            start = above
        return start

    @cached_property
    def _ends(self) -> list[int]:
        return sorted(word_ends(self.root)) if self.root else []

    @cached_property
    def indentation(self) -> Indentation:
        """The indentation of this file, taken from its first mapping and first list in a mapping."""
        return _indentation_of(self.root)


def _indentation_of(root: Node | None) -> Indentation:
    """Return the file's own indentation, two columns where it shows none."""
    mapping = dash = None
    waiting = [root]
    while waiting and (mapping is None or dash is None):
        node = waiting.pop()
        below = list(node.nodes.values()) if isinstance(node, MappingNode) else []
        if isinstance(node, SequenceNode):
            below = node.items
        waiting += reversed(below)
        if not isinstance(node, MappingNode) or node.flow:
            continue
        for child in below:
            if mapping is None and isinstance(child, MappingNode) and not child.flow:
                mapping = child.column - node.column
            if dash is None and isinstance(child, SequenceNode) and not child.flow:
                dash = child.column - node.column
    usual = mapping or 2
    return Indentation(usual, usual if dash is None else dash)


# The number of lines above and below whose comments may form a column with that of a line.
NEIGHBOURS = 4


def aligned(buffer: Buffer) -> list[Edit]:
    """Return the edits of ``buffer``, and those that keep the comments behind changed values in place.

    Behind a value that is too long, one blank stands before the comment. Blanks before comments that
    form no column stay as they are.
    """
    by_line: dict[int, list[Edit]] = defaultdict(list)
    for edit in buffer.edits:
        by_line[buffer.line_start(edit.end)].append(edit)
    return [*buffer.edits, *_gaps(buffer, by_line)]


def _gaps(buffer: Buffer, by_line: dict[int, list[Edit]]) -> Iterator[Edit]:
    for line_start, edits in by_line.items():
        comment = buffer.comment_on(line_start)
        before = [edit for edit in edits if comment and edit.end <= comment[0]]
        if comment and before and "\t" not in buffer.text[slice(*comment)]:
            gap = _gap(buffer, line_start, comment, before)
            if gap is not None and gap != comment[1] - comment[0]:
                yield Edit(*comment, " " * gap)


def _gap(buffer: Buffer, line_start: int, comment: tuple[int, int], edits: list[Edit]) -> int | None:
    """Return the number of blanks due before the comment, None where they stay."""
    column = display_width(buffer.text[line_start : comment[1]])
    if not any(_was_empty(buffer, edit) for edit in edits) and not _in_column(buffer, line_start, column):
        return None
    # A value of several lines begins further up.
    start = buffer.line_start(min(edit.start for edit in edits))
    inside = [edit for edit in buffer.edits if start <= edit.start and edit.end <= comment[0]]
    head = applied(buffer.text, inside, start, comment[0])
    return max(1, column - display_width(head.rpartition("\n")[2]))


def _was_empty(buffer: Buffer, edit: Edit) -> bool:
    """Return whether ``edit`` puts a value where there was none."""
    before = buffer.text[edit.start : edit.end].strip()
    return before in NULLS and bool(before or buffer.text[edit.start - 1] in ":-")


def _in_column(buffer: Buffer, line_start: int, column: int) -> bool:
    """Return whether the comment of a line nearby is in ``column`` as well."""
    for forward in (True, False):
        place = line_start
        for _number in range(NEIGHBOURS):
            place = buffer.line_end(place) + 1 if forward else buffer.line_start(place - 1)
            if not 0 < place < len(buffer.text):
                break
            found = buffer.comment_on(place)
            if found and display_width(buffer.text[place : found[1]]) == column:
                return True
    return False
