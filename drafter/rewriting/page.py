"""A YAML text that is being changed: its lines, its comments, the changes so far."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from drafter.rewriting.composing import Indentation
from drafter.rewriting.edits import Edit
from drafter.rewriting.tree import MappingNode, Node, SequenceNode, Tree

# Behind the last word of a line only brackets and commas stand before its comment.
_COMMENT = re.compile(r"[^#\n]*?([ \t]+)#")


class Page:
    """A text, its nodes, and the edits that are to change it."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.text = tree.text
        self.edits: list[Edit] = []

    def replace(self, start: int, end: int, text: str) -> None:
        """Put ``text`` in the place of what stands from ``start`` to ``end``."""
        self.edits.append(Edit(start, end, text))

    def insert(self, place: int, text: str) -> None:
        """Put ``text`` at ``place``, behind what was inserted there before."""
        self.edits.append(Edit(place, place, text))

    def line_start(self, place: int) -> int:
        """Return where the line of ``place`` begins."""
        return self.text.rfind("\n", 0, place) + 1

    def line_end(self, place: int) -> int:
        """Return where the line of ``place`` ends, before its line feed."""
        found = self.text.find("\n", place)
        return found if found >= 0 else len(self.text)

    def ends_line(self, place: int) -> bool:
        """Tell whether nothing but blanks follows on the line."""
        return not self.text[place : self.line_end(place)].strip()

    def comment_on(self, line_start: int) -> tuple[int, int] | None:
        """Return where the blanks before the comment of a line begin and end, if it has one behind words."""
        line_end = self.line_end(line_start)
        number = bisect_right(self._ends, line_end) - 1
        if number < 0 or self._ends[number] <= line_start:
            return None
        found = _COMMENT.match(self.text, self._ends[number], line_end)
        return found.span(1) if found else None

    def end_with_comments(self, end: int, column: int, *, own: bool = True) -> int:
        """Return the end of the last line of what ends at ``end`` and begins in ``column``.

        Comments further in belong to it. With ``own``, so do those in ``column`` right below it,
        unless a key or item follows them at once: then they are about that.
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
        """Return where the comment right above the line of ``place`` begins, else where that line does."""
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
        return sorted(self.tree.ends)

    @cached_property
    def indentation(self) -> Indentation:
        """How deep this file indents: the first mapping in a mapping, the first list in one."""
        return _indentation_of(self.tree.root)


def _indentation_of(root: Node | None) -> Indentation:
    """Return the file's own indentation; where it shows none, two columns."""
    mapping = dash = None
    waiting = [root]
    while waiting and (mapping is None or dash is None):
        node = waiting.pop()
        below = [entry.node for entry in node.entries.values()] if isinstance(node, MappingNode) else []
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
