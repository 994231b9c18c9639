"""Where the passages of a draft stand in a document now: by their bookmarks, else by what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from drafter.docx.bookmarks import PROSE, number_in, prose_bookmark
from drafter.docx.read.paragraph import Control, Paragraph
from drafter.merge.paragraphs import DraftParagraph
from drafter.merge.similarity import similarity
from drafter.models.paths import is_running_text

# Between two paragraphs of one stretch (Unicode's own sign for it).
SEPARATOR = "\u2029"
# What a paragraph without its bookmark must have in common with a passage to be taken for it.
_ALIKE = 0.6


class Slice(NamedTuple):
    """A part of a line, from ``start`` to ``end``."""

    line: Paragraph
    start: int
    end: int


class TextRange:
    """What became of a passage: parts of one or several lines; ``text`` has a separator between them."""

    def __init__(self, slices: Sequence[Slice]) -> None:
        self.slices = list(slices)
        self.text = SEPARATOR.join(line.text[start:end] for line, start, end in self.slices)

    def controls(self) -> Iterator[tuple[int, int, Control]]:
        """Yield the outermost controls with their places in the text."""
        place = 0
        for line, start, end in self.slices:
            reached = start
            for control in line.controls:
                if control.start >= reached and control.end <= end:
                    yield place + control.start - start, place + control.end - start, control
                    reached = max(control.end, reached)
            place += end - start + 1

    def cut(self, start: int, end: int) -> list[Slice]:
        """Return the parts of lines that the text from ``start`` to ``end`` is."""
        cut, place = [], 0
        for line, first, last in self.slices:
            low, high = max(start, place), min(end, place + last - first)
            if low <= high:
                cut.append(Slice(line, first + low - place, first + high - place))
            place += last - first + 1
        return cut

    @property
    def lines(self) -> list[Paragraph]:
        """The lines in which it stands."""
        return [part.line for part in self.slices]


def find_ranges(lines: Sequence[Paragraph], passages: Sequence[DraftParagraph]) -> dict[int, TextRange]:
    """Return where each of ``passages`` stands among ``lines``, by its number; what is gone is not there."""
    stretches = _marked(lines)
    known = {passage.number for passage in passages}
    found = {number: stretch for number, stretch in stretches.items() if number in known}
    taken = {line for stretch in stretches.values() for line in stretch.lines}
    lost = [passage for passage in passages if passage.number not in found]
    free = [line for line in lines if line not in taken and line.text]
    for test in (_is_equal, _is_alike):
        for passage in list(lost):
            line = next((line for line in free if test(passage, line)), None)
            if line is not None:
                found[passage.number] = TextRange([Slice(line, 0, len(line.text))])
                free.remove(line)
                lost.remove(passage)
    return found


def _is_equal(passage: DraftParagraph, line: Paragraph) -> bool:
    return line.text == passage.text


def _is_alike(passage: DraftParagraph, line: Paragraph) -> bool:
    return similarity(passage.text, line.text) >= _ALIKE


def _marked(lines: Sequence[Paragraph]) -> dict[int, TextRange]:
    """Return the stretches that have a bookmark; one reaches to the next, or to the end of its line."""
    starts: dict[int, list[tuple[int, int]]] = {}
    ends: dict[str, tuple[int, int]] = {}
    for index, line in enumerate(lines):
        for mark in line.marks:
            if not mark.is_start:
                ends.setdefault(mark.identity, (index, mark.place))
            elif number_in(mark.name) is not None:
                starts.setdefault(index, []).append((mark.place, int(number_in(mark.name) or 0)))
    identities = dict(_identities(lines))
    found: dict[int, TextRange] = {}
    for index, marks in starts.items():
        marks.sort(key=lambda mark: mark[0])
        for position, (place, number) in enumerate(marks):
            is_last = position + 1 == len(marks)
            first = Slice(
                lines[index],
                place if position else 0,
                len(lines[index].text) if is_last else marks[position + 1][0],
            )
            end = ends.get(identities.get(number, ""), (index, 0))
            further = _further(lines, starts, index, end) if is_last else ()
            found.setdefault(number, TextRange([first, *further]))
    return found


def _further(
    lines: Sequence[Paragraph], starts: dict[int, list[tuple[int, int]]], index: int, end: tuple[int, int]
) -> Iterator[Slice]:
    """Yield the lines into which a person divided a paragraph: those up to the end of its bookmark."""
    for number in range(index + 1, end[0] + (1 if end[1] else 0)):
        if number in starts:
            return
        yield Slice(lines[number], 0, len(lines[number].text))


def _identities(lines: Iterable[Paragraph]) -> Iterator[tuple[int, str]]:
    """Yield the numbers of passages and the ids by which their bookmarks end."""
    for line in lines:
        for mark in line.marks:
            number = number_in(mark.name) if mark.is_start else None
            if number is not None:
                yield number, mark.identity


# So often the same prose may stand in one document.
_OFTEN = 3


def prose_names(paths: Iterable[str]) -> dict[str, tuple[str, int]]:
    """Return the bookmarks that prose at ``paths`` may have: which path each is of, and a number."""
    return {
        prose_bookmark(path, number): (path, number)
        for path in paths
        if is_running_text(path)
        for number in range(1, _OFTEN + 1)
    }


def prose_spans(lines: Sequence[Paragraph], paths: Iterable[str]) -> Iterator[tuple[str, int, list[Slice]]]:
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


def _slices(lines: Sequence[Paragraph], first: int, start: int, last: int, end: int) -> Iterator[Slice]:
    for index in range(first, last + 1):
        line = lines[index]
        yield Slice(line, start if index == first else 0, end if index == last else len(line.text))
