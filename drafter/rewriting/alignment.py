"""Comments stay in their column when the value before them grows or shrinks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from drafter.loading.values import NULLS
from drafter.rewriting.edits import Edit, applied
from drafter.rewriting.page import Page
from drafter.widths import display_width

# How far around a line its comments are looked at to tell whether they stand in a column.
NEIGHBOURS = 4


def aligned(page: Page) -> list[Edit]:
    """Return the edits of ``page`` with those that keep the comments behind changed values in place.

    Where the value is too long for the column, one blank stands before the comment; where the
    comments do not stand in a column, the blanks stay as they are.
    """
    by_line: dict[int, list[Edit]] = defaultdict(list)
    for edit in page.edits:
        by_line[page.line_start(edit.end)].append(edit)
    return [*page.edits, *_gaps(page, by_line)]


def _gaps(page: Page, by_line: dict[int, list[Edit]]) -> Iterator[Edit]:
    for line_start, edits in by_line.items():
        comment = page.comment_on(line_start)
        before = [edit for edit in edits if comment and edit.end <= comment[0]]
        if comment and before and "\t" not in page.text[slice(*comment)]:
            gap = _gap(page, line_start, comment, before)
            if gap is not None and gap != comment[1] - comment[0]:
                yield Edit(*comment, " " * gap)


def _gap(page: Page, line_start: int, comment: tuple[int, int], edits: list[Edit]) -> int | None:
    """Return how many blanks are to stand before the comment, None where they stay."""
    column = display_width(page.text[line_start : comment[1]])
    if not any(_was_empty(page, edit) for edit in edits) and not _in_column(page, line_start, column):
        return None
    # A value of several lines began above.
    start = page.line_start(min(edit.start for edit in edits))
    inside = [edit for edit in page.edits if start <= edit.start and edit.end <= comment[0]]
    head = applied(page.text, inside, start, comment[0])
    return max(1, column - display_width(head.rpartition("\n")[2]))


def _was_empty(page: Page, edit: Edit) -> bool:
    """Tell whether no value stood where ``edit`` puts one."""
    before = page.text[edit.start : edit.end].strip()
    return before in NULLS and bool(before or page.text[edit.start - 1] in ":-")


def _in_column(page: Page, line_start: int, column: int) -> bool:
    """Tell whether a line nearby has its comment in ``column`` as well."""
    for forward in (True, False):
        place = line_start
        for _number in range(NEIGHBOURS):
            place = page.line_end(place) + 1 if forward else page.line_start(place - 1)
            if not 0 < place < len(page.text):
                break
            found = page.comment_on(place)
            if found and display_width(page.text[place : found[1]]) == column:
                return True
    return False
