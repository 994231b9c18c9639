"""What composing yields: sections, points and sentences, each of which knows where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.i18n.text import count_spoken

PieceKind = Literal["words", "field", "blank"]

# While a sentence is put together, marks in its text tell which words are a fact's and where a blank
# stands: the sign that opens, the key, the sign that parts, the words, the sign that closes.
_FIELD, BLANK, _PARTS, _CLOSE = "\ue000", "\ue001", "\ue002", "\ue003"
_MARKED = re.compile(f"([{_FIELD}{BLANK}])([^{_PARTS}]*){_PARTS}([^{_CLOSE}]*){_CLOSE}")


def field_mark(fact: str, words: str) -> str:
    """Return the words of a fact, marked as its own, without the blanks among them."""
    pieces = re.split(f"({BLANK}[^{_CLOSE}]*{_CLOSE})", words)
    return "".join(
        piece if piece.startswith(BLANK) or not piece else f"{_FIELD}{fact}{_PARTS}{piece}{_CLOSE}"
        for piece in pieces
    )


def blank_mark(label: str, fact: str = "") -> str:
    """Return a blank with its label."""
    return f"{BLANK}{fact}{_PARTS}{label}{_CLOSE}"


def without_blanks(words: str) -> str:
    """Return marked words without their blanks, whose labels are no words of the speech."""
    return re.sub(f"{BLANK}[^{_CLOSE}]*{_CLOSE}", "", words)


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """Return a marked text as it is read, blanks as 【label】."""
    return _MARKED.sub(lambda m: f"【{m[3]}】" if m[1] == BLANK else m[3], text)


class Piece(Struct, frozen=True):
    """A stretch of a sentence: words of a frame, words of a fact, or a blank with its label."""

    kind: PieceKind
    text: str
    fact: str = ""


def pieces_of(text: str) -> Iterator[Piece]:
    """Yield the pieces of a marked text."""
    end = 0
    for match in _MARKED.finditer(text):
        if match.start() > end:
            yield Piece("words", text[end : match.start()])
        yield Piece("blank" if match[1] == BLANK else "field", match[3], match[2])
        end = match.end()
    if end < len(text):
        yield Piece("words", text[end:])


class Sentence(Struct, frozen=True):
    """A sentence with its sources: ids of facts and inferences, its function, the words of its frame."""

    pieces: tuple[Piece, ...]
    facts: tuple[str, ...] = ()
    inferences: tuple[str, ...] = ()
    function: str = "state"
    frame: str = ""

    @property
    def text(self) -> str:
        """The sentence as it is read, blanks as 【label】."""
        return "".join(f"【{p.text}】" if p.kind == "blank" else p.text for p in self.pieces)


def sentence(
    text: str,
    facts: tuple[str, ...] = (),
    function: str = "state",
    frame: str = "",
    inferences: tuple[str, ...] = (),
) -> Sentence:
    """Return a marked text as a sentence with its sources."""
    return Sentence(tuple(pieces_of(text)), facts, inferences, function, frame)


Paragraph = tuple[Sentence, ...]


class Point(Struct, frozen=True):
    """A point with its heading and what is said in it."""

    heading: str
    paragraphs: tuple[Paragraph, ...]
    key: str = ""


class Section(Struct, frozen=True):
    """A part of the speech: paragraphs, then points."""

    role: str
    heading: str
    paragraphs: tuple[Paragraph, ...] = ()
    points: tuple[Point, ...] = ()


class Wish(Struct, frozen=True):
    """A wish of the leader, and how it was met."""

    text: str
    met: bool
    how: str


class Report(Struct, frozen=True):
    """What is to be told of a composition: what was left out and why, length, wishes.

    ``unchecked`` are wishes of which the text cannot tell whether they are met. ``cut`` are clauses of
    facts that touch what the leader wants avoided.
    """

    characters: int
    target: int
    minutes: float
    left_out: tuple[tuple[str, str], ...] = ()
    cut: tuple[tuple[str, str], ...] = ()
    unplaced: tuple[str, ...] = ()
    thin: tuple[str, ...] = ()
    wishes: tuple[Wish, ...] = ()
    unchecked: tuple[str, ...] = ()


class Composition(Struct, frozen=True):
    """A speech composed from facts.

    ``own`` are the points of the YAML that have facts of their own; the key of each is its path.
    """

    title: str
    speaker: str
    date: str
    salutation: str
    opening: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    passages: tuple[Paragraph, ...]
    closing: tuple[Paragraph, ...]
    report: Report
    own: tuple[Point, ...] = ()

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield all paragraphs in the order in which they are spoken."""
        yield from self.opening
        for point in self.own:
            yield from point.paragraphs
        for section in self.sections:
            yield from section.paragraphs
            for point in section.points:
                yield from point.paragraphs
        yield from self.passages
        yield from self.closing

    def sentences(self) -> Iterator[Sentence]:
        """Yield all sentences in the order in which they are spoken."""
        for paragraph in self.paragraphs():
            yield from paragraph


def length_of(paragraphs: Iterable[Paragraph]) -> int:
    """Return how many characters of the paragraphs are read aloud."""
    return sum(count_spoken(sentence.text) for paragraph in paragraphs for sentence in paragraph)
