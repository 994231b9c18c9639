"""A paragraph as the clauses in which it is compared, and these as what is compared whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from drafter.docx.write.unbreakable import unbreakable_pattern
from drafter.models.paths import is_running_text
from drafter.speech.spans import SpanKind, TextSpan

# What a value is called in both drafts, "" for one that has no name of its own.
Namer = Callable[[str], str]

BLANK = re.compile("【[^【】]+】")
_FIGURE = unbreakable_pattern(())
_PIECE = re.compile(f"(?P<blank>{BLANK.pattern})|(?P<figure>{_FIGURE.pattern})|.", re.DOTALL)
_VALUE = "value "
_MARKS = "，；：。！？…"
_CLOSING = "”’）》"


class Piece(NamedTuple):
    """What is compared whole: a named value, a figure, a blank, else a character."""

    key: str
    text: str
    segment: TextSpan | None = None

    @property
    def is_named(self) -> bool:
        """Whether it is a value that is compared with the one of its name, whatever both say."""
        return self.key.startswith(_VALUE)

    @property
    def filled(self) -> str:
        """What a value says, "" for a blank."""
        is_blank = self.segment is not None and self.segment.kind is SpanKind.BLANK
        return "" if is_blank or BLANK.fullmatch(self.text) else self.text


class Clause:
    """A stretch up to a comma or a stop; ``words`` are its text without that."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.text = "".join(piece.text for piece in pieces)
        # Clauses are the same that differ in figures and values alone.
        self.words = self.text.rstrip(_MARKS)
        self.key = tuple("figure" if _is_figure(piece) else piece.key for piece in pieces)


def clauses_of(segments: Sequence[TextSpan], name: Namer, common: set[str]) -> list[Clause]:
    """Return the clauses of a paragraph; values whose names are ``common`` are compared by name."""
    return list(_clauses(_pieces(segments, name, common)))


def names_in(segments: Sequence[TextSpan], name: Namer) -> Counter[str]:
    """Return how often each name comes up among the values of a paragraph."""
    return Counter(name(segment.path) for segment in segments if _is_value(segment) and name(segment.path))


def _is_value(segment: TextSpan) -> bool:
    is_short = segment.kind in (SpanKind.VALUE, SpanKind.BLANK)
    return is_short and bool(segment.path) and not is_running_text(segment.path)


def _pieces(segments: Sequence[TextSpan], name: Namer, common: set[str]) -> Iterator[Piece]:
    """Yield the pieces of a paragraph; a figure and its unit are one, even where they are two values."""
    run: list[TextSpan] = []
    for segment in segments:
        if _is_value(segment) and name(segment.path) in common:
            yield from _spelled(run)
            run = []
            yield Piece(f"{_VALUE}{name(segment.path)}", segment.text, segment)
        else:
            run.append(segment)
    yield from _spelled(run)


def _spelled(run: Sequence[TextSpan]) -> Iterator[Piece]:
    owners = [segment for segment in run for _character in segment.text]
    for found in _PIECE.finditer("".join(segment.text for segment in run)):
        own = [one for one in owners[found.start() : found.end()] if _is_value(one)]
        kind = f"{found.lastgroup} " if found.lastgroup else ""
        yield Piece(f"{kind}{found[0]}", found[0], own[0] if own else None)


def _clauses(pieces: Iterable[Piece]) -> Iterator[Clause]:
    clause: list[Piece] = []
    is_ended = False
    for piece in pieces:
        if is_ended and piece.key not in tuple(_MARKS + _CLOSING):
            yield Clause(clause)
            clause, is_ended = [], False
        clause.append(piece)
        is_ended = is_ended or piece.key in tuple(_MARKS)
    if clause:
        yield Clause(clause)


def _is_figure(piece: Piece) -> bool:
    return piece.key.startswith("figure ")


def fillings(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield the labels of blanks in ``old`` and what fills them in ``new``, if nothing else differs."""
    labels = BLANK.findall(old)
    texts = _between(BLANK.split(old), new) if labels and old != new else []
    pairs = list(zip(labels, texts, strict=False))
    if all(label == text or not BLANK.search(text) for label, text in pairs):
        yield from ((label[1:-1], text) for label, text in pairs if label != text)


def _between(words: Sequence[str], text: str) -> list[str]:
    """Return what stands between ``words``, of which ``text`` is made; [] where it is not."""
    first, *further = words
    if not text.startswith(first):
        return []
    found, place = [], len(first)
    for word in further[:-1]:
        # At least a character: nothing fills no blank.
        start = text.find(word, place + 1)
        if start < 0:
            return []
        found.append(text[place:start])
        place = start + len(word)
    start = len(text) - len(further[-1])
    return [*found, text[place:start]] if start > place and text.endswith(further[-1]) else []
