"""Prose of the parameters between its bookmarks, over as many paragraphs as a person made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafter.paths import is_stretch
from drafter.syncing.stretches import Slice
from drafter.word.line import Line
from drafter.word.marks import PROSE, prose_mark

# So often the same prose may stand in one document.
_OFTEN = 3


def prose_names(paths: Iterable[str]) -> dict[str, tuple[str, int]]:
    """Return the bookmarks that prose at ``paths`` may have: which path each is of, and a number."""
    return {
        prose_mark(path, number): (path, number)
        for path in paths
        if is_stretch(path)
        for number in range(1, _OFTEN + 1)
    }


def prose_spans(lines: Sequence[Line], paths: Iterable[str]) -> Iterator[tuple[str, int, list[Slice]]]:
    """Yield where each prose of ``paths`` stands, with a number, as it may stand several times."""
    names = prose_names(paths)
    starts: dict[str, tuple[tuple[str, int], int, int]] = {}
    for index, line in enumerate(lines):
        for mark in line.marks:
            if mark.is_start and mark.name.startswith(PROSE) and mark.name in names:
                starts[mark.identity] = (names[mark.name], index, mark.place)
            elif not mark.is_start and mark.identity in starts:
                name, first, place = starts.pop(mark.identity)
                yield *name, list(_slices(lines, first, place, index, mark.place))


def prose_text(span: Sequence[Slice]) -> str:
    """Return the prose in ``span``, a line for each paragraph; one whose end is deleted goes on."""
    pieces = (line.text[start:end] + ("" if line.joins else "\n") for line, start, end in span)
    return "\n".join(line for line in "".join(pieces).split("\n") if line.strip())


def _slices(lines: Sequence[Line], first: int, start: int, last: int, end: int) -> Iterator[Slice]:
    for index in range(first, last + 1):
        line = lines[index]
        yield Slice(line, start if index == first else 0, end if index == last else len(line.text))
