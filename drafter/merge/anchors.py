"""Where the paragraphs and the prose of a draft stand in a document now: by bookmarks, else by their text."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from drafter.docx.bookmarks import number_in, prose_bookmark
from drafter.docx.content_controls import is_own
from drafter.docx.read.paragraph import Control, Paragraph
from drafter.merge.paragraphs import DraftParagraph
from drafter.merge.similarity import REWORDED_PARAGRAPH, SAME_PARAGRAPH, best_pairs, similarity
from drafter.models.paths import is_running_text

# Stands between the paragraphs of one text range (Unicode's paragraph separator).
SEPARATOR = "\u2029"
# The same prose may occur this often in one document.
_MOST_REPEATS = 3


class Slice(NamedTuple):
    """A part of one paragraph, from ``start`` to ``end``."""

    paragraph: Paragraph
    start: int
    end: int


class TextRange:
    """The text that a drafted paragraph became: parts of one or several paragraphs.

    ``text`` has a separator between the paragraphs.
    """

    def __init__(self, slices: Sequence[Slice]) -> None:
        self.slices = list(slices)
        self.text = SEPARATOR.join(paragraph.text[start:end] for paragraph, start, end in self.slices)

    def controls(self) -> Iterator[tuple[int, int, Control]]:
        """Yield the outermost controls with their start and end in the text."""
        place = 0
        for paragraph, start, end in self.slices:
            reached = start
            for control in paragraph.controls:
                if control.start >= reached and control.end <= end:
                    yield place + control.start - start, place + control.end - start, control
                    reached = max(control.end, reached)
            place += end - start + 1

    def cut(self, start: int, end: int) -> list[Slice]:
        """Return the parts of paragraphs that make up the text from ``start`` to ``end``."""
        parts, place = [], 0
        for paragraph, first, last in self.slices:
            low, high = max(start, place), min(end, place + last - first)
            if low <= high:
                parts.append(Slice(paragraph, first + low - place, first + high - place))
            place += last - first + 1
        return parts

    @property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs in which the text stands."""
        return [part.paragraph for part in self.slices]


def has_controls(paragraphs: Iterable[Paragraph]) -> bool:
    """Return whether any of ``paragraphs`` has a control that drafter wrote."""
    return any(is_own(control.tag) for paragraph in paragraphs for control in paragraph.controls)


def has_bookmarks(paragraphs: Iterable[Paragraph]) -> bool:
    """Return whether any of ``paragraphs`` has the bookmark of a drafted one."""
    return any(number_in(mark.name) is not None for paragraph in paragraphs for mark in paragraph.bookmarks)


def find_ranges(paragraphs: Sequence[Paragraph], base: Sequence[DraftParagraph]) -> dict[int, TextRange]:
    """Return where the paragraphs of ``base`` stand in a document, by number; deleted ones are absent."""
    marked = _marked_ranges(paragraphs)
    texts = {drafted.number: drafted.text for drafted in base}
    found = _corrected({number: one for number, one in marked.items() if number in texts}, texts)
    taken = {paragraph for text_range in marked.values() for paragraph in text_range.paragraphs}
    # Where a tracked move left its bookmark, no words are.
    lost = [drafted for drafted in base if drafted.number not in found or not found[drafted.number].text]
    free = [paragraph for paragraph in paragraphs if paragraph not in taken and paragraph.text]
    for test in (_is_equal, _is_similar):
        for drafted in list(lost):
            paragraph = next((paragraph for paragraph in free if test(drafted, paragraph)), None)
            if paragraph is not None:
                found[drafted.number] = TextRange([Slice(paragraph, 0, len(paragraph.text))])
                free.remove(paragraph)
                lost.remove(drafted)
    return found


def _corrected(found: dict[int, TextRange], texts: Mapping[int, str]) -> dict[int, TextRange]:
    """Return ``found`` with ranges exchanged where the words of each are those of the other paragraph.

    Some editors mix up the names of bookmarks.
    """
    misfits = [
        number
        for number, one in found.items()
        if one.text and one.text != texts[number] and similarity(one.text, texts[number]) < REWORDED_PARAGRAPH
    ]
    scores = (
        (score, number, other)
        for number in misfits
        for other in misfits
        if number != other and (score := similarity(found[number].text, texts[other])) >= SAME_PARAGRAPH
    )
    return found | {other: found[number] for number, other in best_pairs(scores).items()}


def _is_equal(drafted: DraftParagraph, paragraph: Paragraph) -> bool:
    return paragraph.text == drafted.text


def _is_similar(drafted: DraftParagraph, paragraph: Paragraph) -> bool:
    return similarity(drafted.text, paragraph.text) >= SAME_PARAGRAPH


class _Bookmark(Struct):
    """A bookmark: its name, the paragraph and the offset of its start and of its end; None is no end."""

    name: str
    start: tuple[int, int]
    end: tuple[int, int] | None = None


def _bookmarks(paragraphs: Sequence[Paragraph]) -> list[_Bookmark]:
    """Return the bookmarks in ``paragraphs``, in the order of their starts."""
    found: list[_Bookmark] = []
    opened: dict[str, _Bookmark] = {}
    for index, paragraph in enumerate(paragraphs):
        for mark in paragraph.bookmarks:
            if mark.is_start:
                opened[mark.identifier] = bookmark = _Bookmark(mark.name, (index, mark.offset))
                found.append(bookmark)
            elif (begun := opened.pop(mark.identifier, None)) is not None:
                begun.end = (index, mark.offset)
    return found


def _marked_ranges(paragraphs: Sequence[Paragraph]) -> dict[int, TextRange]:
    """Return the ranges that have a bookmark; each goes to the next one, or to the end of its paragraph."""
    starts: dict[int, list[tuple[int, _Bookmark]]] = {}
    for bookmark in _bookmarks(paragraphs):
        if (number := number_in(bookmark.name)) is not None:
            starts.setdefault(bookmark.start[0], []).append((number, bookmark))
    found: dict[int, TextRange] = {}
    for index, marks in starts.items():
        text = paragraphs[index].text
        # Words before the first bookmark are of its range too.
        places = [0, *(bookmark.start[1] for _number, bookmark in marks[1:]), len(text)]
        for (number, bookmark), (start, end) in zip(marks, pairwise(places), strict=True):
            is_last = bookmark is marks[-1][1]
            further = _further_slices(paragraphs, starts, bookmark) if is_last else ()
            found.setdefault(number, TextRange([Slice(paragraphs[index], start, end), *further]))
    return found


def _further_slices(
    paragraphs: Sequence[Paragraph], starts: Container[int], bookmark: _Bookmark
) -> Iterator[Slice]:
    """Yield the further paragraphs into which one was divided: those up to the end of its bookmark."""
    last, offset = bookmark.end or bookmark.start
    for index in range(bookmark.start[0] + 1, last + (1 if offset else 0)):
        if index in starts:
            return
        yield Slice(paragraphs[index], 0, len(paragraphs[index].text))


def prose_names(paths: Iterable[str]) -> dict[str, tuple[str, int]]:
    """Return the bookmarks that the prose at ``paths`` may have: of which path, at which of its places."""
    return {
        prose_bookmark(path, number): (path, number)
        for path in paths
        if is_running_text(path)
        for number in range(1, _MOST_REPEATS + 1)
    }


def prose_ranges(
    paragraphs: Sequence[Paragraph], paths: Iterable[str]
) -> Iterator[tuple[str, int, list[Slice]]]:
    """Yield the places of the prose at ``paths``: its path, which of its places it is, and the text there."""
    names = prose_names(paths)
    for bookmark in _bookmarks(paragraphs):
        if bookmark.name in names and bookmark.end is not None:
            yield *names[bookmark.name], list(_slices(paragraphs, *bookmark.start, *bookmark.end))


def prose_text(slices: Sequence[Slice]) -> str:
    """Return the prose in ``slices``, one line for each paragraph.

    Where the end of a paragraph is deleted, the next one continues its line.
    """
    parts = (
        paragraph.text[start:end] + ("" if paragraph.joins else "\n") for paragraph, start, end in slices
    )
    return "\n".join(line for line in "".join(parts).split("\n") if line.strip())


def _slices(paragraphs: Sequence[Paragraph], first: int, start: int, last: int, end: int) -> Iterator[Slice]:
    for index in range(first, last + 1):
        paragraph = paragraphs[index]
        yield Slice(paragraph, start if index == first else 0, end if index == last else len(paragraph.text))
