"""A text as the guard reads it: one string with its lines, sentences and clauses, and what words they share.

Blanks are no words: what stands in 【】 is blotted out, a bracket of the same length, so that no place moves.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Generic, TypeVar

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.cut.lines import line_starts
from drafter.facts.cut.normal import normal

_BLANK = re.compile("【[^】\n]*】|_{2,}")
# A clause ends with one of these marks, a sentence with one of those behind the comma.
# None is longer than a page: each figure is held against all others of its sentence.
_CLAUSE = re.compile("[^，,；;。！？!?：:\n]{1,600}")
_SENTENCE = re.compile("[^。！？!?\n]{1,600}[。！？!?]*[”’）》」』]*")
_WORD = re.compile("[一-鿿]+|[A-Za-z]+")
# Signs that every text has; two texts that share them share nothing.
_EMPTY = re.compile("[的了在是和与及对把被也都就还要有这那我们]")
# What opens a line and is no part of it.
_ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、])")


class Span(Struct, frozen=True, gc=False):
    """A stretch of a text, end excluded."""

    start: int
    end: int


Found = TypeVar("Found")


class Marks(Generic[Found]):
    """What was found in a text, in its order, with the means to take what lies in a stretch."""

    def __init__(self, items: Iterable[Found], start: Callable[[Found], int]) -> None:
        self.items = tuple(items)
        self._starts = [start(item) for item in self.items]

    def __iter__(self) -> Iterator[Found]:
        return iter(self.items)

    def within(self, start: int, end: int) -> tuple[Found, ...]:
        """Return what begins at or behind ``start`` and in front of ``end``."""
        return self.items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


class Passages:
    """A text with its spans. ``text`` has half-width figures and no blanks, ``original`` is as written."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.original = "\n".join(line.replace("\n", " ") for line in lines)
        self.text = _BLANK.sub(lambda found: f"（{'〓' * (len(found[0]) - 2)}）", normal(self.original))
        self.starts = line_starts(self.text)

    def place(self, start: int) -> tuple[int, int]:
        """Return line and column, both from 0, of an offset."""
        line = bisect_right(self.starts, start) - 1
        return line, start - self.starts[line]

    def line(self, number: int) -> Span:
        """Return the stretch of the line ``number``, from 0."""
        last = number + 1 >= len(self.starts)
        return Span(self.starts[number], len(self.text) if last else self.starts[number + 1] - 1)

    def words(self, span: Span) -> str:
        """Return the words of a stretch."""
        return self.text[span.start : span.end]

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        """All clauses in their order."""
        return tuple(Span(found.start(), found.end()) for found in _CLAUSE.finditer(self.text))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """All sentences in their order."""
        return tuple(Span(found.start(), found.end()) for found in _SENTENCE.finditer(self.text))

    @cached_property
    def _clause_starts(self) -> list[int]:
        return [span.start for span in self.clauses]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    def clause_at(self, position: int) -> Span:
        """Return the clause that holds an offset."""
        index = bisect_right(self._clause_starts, position) - 1
        return self.clauses[index] if index >= 0 else Span(0, position)

    def sentence_at(self, position: int) -> Span:
        """Return the sentence that holds an offset."""
        index = bisect_right(self._sentence_starts, position) - 1
        return self.sentences[index] if index >= 0 else Span(0, position)

    def around(self, position: int) -> Iterator[Span]:
        """Yield the clause of an offset, its neighbours, its sentence, its line: ever wider."""
        yield self.clause_at(position)
        yield self.sentence_at(position)
        yield self.line(self.place(position)[0])


def pairs(text: str) -> frozenset[str]:
    """Return the pairs of signs next to each other in the words of a text, by which texts are compared."""
    found: set[str] = set()
    for word in _WORD.findall(_EMPTY.sub(" ", _ORDINAL.sub("", text))):
        found.update(word[index : index + 2] for index in range(len(word) - 1))
    return frozenset(found)


def shared(text: frozenset[str], other: frozenset[str]) -> float:
    """Return which share of the pairs of ``other`` are in ``text``; 0 where it has none."""
    return len(text & other) / len(other) if other else 0.0
