"""A draft as its passages: each block with its segments, and the tokens it is compared by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from drafter.models.paths import key_of
from drafter.speech.blocks import Block, BlockKind, iter_blocks
from drafter.speech.digests import readable
from drafter.speech.spans import SpanKind, TextSpan, spans_of, text_of
from drafter.speech.title import with_breaks
from drafter.speech.tree import Speech

# So many words tell where something stands that has no ordinal.
_FEW = 12
# Tells a character of a lead sentence from another.
_LEAD = "L"
_VALUES = (SpanKind.VALUE, SpanKind.PROSE, SpanKind.BLANK)


class Token(NamedTuple):
    """What is compared whole: a character, a value whatever it says, an ordinal whatever it counts."""

    key: str
    start: int
    end: int
    segment: int


class DraftParagraph(Struct):
    """A block of a draft. ``number`` is that of its mark in a document, 0 as long as it has none.

    ``is_stale`` tells one whose words the templates have changed since the document was written;
    ``notes`` are remarks of the template on it, which are no words.
    """

    block: Block
    segments: list[TextSpan]
    number: int = 0
    is_stale: bool = False
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words, as they stand in a document."""
        return text_of(self.segments)

    @property
    def words(self) -> str:
        """The text without the ordinal that opens it."""
        return self.text[len(self.ordinal) :]

    @property
    def keys(self) -> list[str]:
        """The names of the values and blanks, in the order of the text."""
        return [key_of(segment.path) for segment in self.segments if segment.kind in _VALUES and segment.path]

    @property
    def place(self) -> str:
        """Where it stands, as a person is told: 二、一要, opening, title; else by its first words."""
        block = self.block
        if block.place or block.section in ("", "opening", "closing"):
            return block.place or block.section or block.kind.value
        return readable(self.text)[:_FEW]

    @property
    def ordinal(self) -> str:
        """The ordinal it opens with, "" without one."""
        first = self.segments[0] if self.segments else None
        return first.text if first is not None and first.kind is SpanKind.ORDINAL else ""


def paragraphs_of(speech: Speech, limit: float) -> list[DraftParagraph]:
    """Return the passages of ``speech``; its title breaks where it is wider than ``limit``."""
    broken = replace(speech, title=with_breaks(speech.title, limit))
    return [_passage(block, spans_of(block.inlines)) for block in iter_blocks(broken)]


def _passage(block: Block, segments: list[TextSpan]) -> DraftParagraph:
    notes = tuple([segment.text for segment in segments if segment.kind is SpanKind.NOTE])
    words = [segment for segment in segments if segment.kind is not SpanKind.NOTE] if notes else segments
    return DraftParagraph(block, words, notes=notes)


def renamed(passage: DraftParagraph, names: dict[str, str]) -> DraftParagraph:
    """Return ``passage`` with the paths of its values as ``names`` has them."""
    if not any(segment.path in names for segment in passage.segments):
        return passage
    segments = [
        replace(segment, path=names.get(segment.path, segment.path)) if segment.path else segment
        for segment in passage.segments
    ]
    return replace(passage, segments=segments)


def is_outline(passage: DraftParagraph) -> bool:
    """Tell whether ``passage`` repeats a heading, in the outline before the text."""
    return passage.block.kind is BlockKind.OUTLINE


def tokens_of(
    segments: Sequence[TextSpan], spelled: Sequence[int] = (), *, by_style: bool = False
) -> list[Token]:
    """Return the tokens of ``segments``; those whose numbers are ``spelled`` out, by their characters.

    ``by_style``, the words of a lead sentence are others than the same words behind it.
    """
    tokens: list[Token] = []
    start = 0
    for number, segment in enumerate(segments):
        end = start + len(segment.text)
        if number in spelled or segment.kind is SpanKind.WORDS or not _name(segment):
            mark = _LEAD if by_style and segment.is_lead else ""
            tokens += spell(segment.text, start, number, mark)
        else:
            tokens.append(Token(_name(segment), start, end, number))
        start = end
    return tokens


def spell(text: str, start: int, segment: int = -1, mark: str = "") -> list[Token]:
    """Return ``text``, which begins at ``start``, as tokens of one character; ``mark`` tells its style."""
    return [Token(character + mark, place, place + 1, segment) for place, character in enumerate(text, start)]


def value_token(path: str) -> str:
    """Return the key of the token of the value at ``path``."""
    return f"value {key_of(path)}"


def _name(segment: TextSpan) -> str:
    if segment.kind is SpanKind.ORDINAL:
        return "ordinal"
    return value_token(segment.path) if segment.path else ""
