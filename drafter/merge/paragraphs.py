"""A draft as its paragraphs: each block with its text spans, and the tokens by which it is compared."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from drafter.models.paths import key_of
from drafter.speech.blocks import Block, BlockKind, iter_blocks
from drafter.speech.digests import readable
from drafter.speech.spans import SpanKind, TextSpan, spans_of, text_of
from drafter.speech.title import with_breaks
from drafter.speech.tree import Speech

# A paragraph without an ordinal is named by so many of its first characters.
PLACE_LENGTH = 12
# Added to the key of a character in a lead sentence.
_LEAD = "L"
_VALUES = (SpanKind.VALUE, SpanKind.PROSE, SpanKind.BLANK)


class Token(NamedTuple):
    """The unit of a comparison: a character, a value whatever its text, an ordinal whatever its number.

    Prose is compared by its characters.

    ``span`` is the index of the text span that it belongs to, -1 for none.
    """

    key: str
    start: int
    end: int
    span: int


class DraftParagraph(Struct):
    """A paragraph of a draft.

    ``number`` is that of its bookmark in a document, 0 before it has one. ``is_stale`` marks a paragraph
    whose words the templates have changed since the document was written. ``notes`` are the template's
    remarks on it, which are no part of the text.
    """

    block: Block
    spans: list[TextSpan]
    number: int = 0
    is_stale: bool = False
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words, as they stand in a document."""
        return text_of(self.spans)

    @property
    def words(self) -> str:
        """The text without the ordinal at its start."""
        return self.text[len(self.ordinal) :]

    @property
    def keys(self) -> list[str]:
        """The keys of the values and blanks, in the order of the text."""
        return [key for key, _start, _end in values_in(self.spans)]

    @property
    def place(self) -> str:
        """The place as reports name it: 二、一要, opening, title; or the first words."""
        block = self.block
        if block.place or block.section in ("", "opening", "closing"):
            return block.place or block.section or block.kind.value
        return readable(self.text)[:PLACE_LENGTH]

    @property
    def ordinal(self) -> str:
        """The ordinal at the start, "" without one."""
        first = self.spans[0] if self.spans else None
        return first.text if first is not None and first.kind is SpanKind.ORDINAL else ""


def paragraphs_of(speech: Speech, limit: float) -> list[DraftParagraph]:
    """Return the paragraphs of ``speech``; its title breaks where it is wider than ``limit``."""
    broken = replace(speech, title=with_breaks(speech.title, limit))
    return [_paragraph(block, spans_of(block.inlines)) for block in iter_blocks(broken)]


def _paragraph(block: Block, spans: list[TextSpan]) -> DraftParagraph:
    notes = tuple([span.text for span in spans if span.kind is SpanKind.NOTE])
    words = [span for span in spans if span.kind is not SpanKind.NOTE] if notes else spans
    return DraftParagraph(block, words, notes=notes)


def with_paths(paragraph: DraftParagraph, renames: Mapping[str, str]) -> DraftParagraph:
    """Return ``paragraph`` with the paths of its values replaced as ``renames`` maps them."""
    if not any(span.path in renames for span in paragraph.spans):
        return paragraph
    spans = [
        replace(span, path=renames.get(span.path, span.path)) if span.path else span
        for span in paragraph.spans
    ]
    return replace(paragraph, spans=spans)


def is_outline(paragraph: DraftParagraph) -> bool:
    """Return whether ``paragraph`` repeats a heading, in the outline before the text."""
    return paragraph.block.kind is BlockKind.OUTLINE


def cut_spans(spans: Sequence[TextSpan], start: int, end: int) -> list[TextSpan]:
    """Return the spans of the text from ``start`` to ``end``; a part of a value becomes plain words.

    Words of prose keep its path.
    """
    parts = []
    for span, first, last in placed(spans):
        low, high = max(start, first), min(end, last)
        if low < high:
            is_whole = (low, high) == (first, last)
            parts.append(span if is_whole else _words(span, span.text[low - first : high - first]))
    return parts


def placed(spans: Iterable[TextSpan]) -> Iterator[tuple[TextSpan, int, int]]:
    """Yield each of ``spans`` with its start and its end in their text."""
    start = 0
    for span in spans:
        end = start + len(span.text)
        yield span, start, end
        start = end


def prose_in(spans: Iterable[TextSpan]) -> Iterator[tuple[str, int, int]]:
    """Yield the path, the start and the end of each prose in ``spans``."""
    return ((span.path, start, end) for span, start, end in placed(spans) if span.kind is SpanKind.PROSE)


def values_in(spans: Iterable[TextSpan]) -> Iterator[tuple[str, int, int]]:
    """Yield the key, the start and the end of each value, prose and blank with a path in ``spans``."""
    return ((key_of(span.path), start, end) for span, start, end in placed(spans) if is_value(span))


def is_value(span: TextSpan) -> bool:
    """Return whether ``span`` is a value, prose or blank of the parameters."""
    return span.kind in _VALUES and bool(span.path)


def _words(span: TextSpan, text: str) -> TextSpan:
    path = span.path if span.kind is SpanKind.PROSE else ""
    return TextSpan(SpanKind.WORDS, text, path, is_lead=span.is_lead, is_bold=span.is_bold)


def tokens_of(
    spans: Sequence[TextSpan],
    spelled: Sequence[int] = (),
    *,
    whole: Collection[str] = (),
    by_style: bool = False,
) -> list[Token]:
    """Return the tokens of ``spans``; the spans at the indexes in ``spelled`` become single characters.

    So does prose, but for that of the paths in ``whole``. With ``by_style``, a character in a lead sentence
    differs from the same character outside.
    """
    tokens: list[Token] = []
    for index, (span, start, end) in enumerate(placed(spans)):
        is_prose = span.kind is SpanKind.PROSE and span.path not in whole
        if index in spelled or is_prose or span.kind is SpanKind.WORDS or not _key(span):
            mark = _LEAD if by_style and span.is_lead else ""
            tokens += spell(span.text, start, index, mark)
        else:
            tokens.append(Token(_key(span), start, end, index))
    return tokens


def spell(text: str, start: int, span: int = -1, mark: str = "") -> list[Token]:
    """Return ``text``, which begins at ``start``, as tokens of one character; ``mark`` is its style."""
    return [Token(character + mark, place, place + 1, span) for place, character in enumerate(text, start)]


def value_token(path: str) -> str:
    """Return the key of the token of the value at ``path``."""
    return f"value {key_of(path)}"


def _key(span: TextSpan) -> str:
    if span.kind is SpanKind.ORDINAL:
        return "ordinal"
    return value_token(span.path) if span.path else ""
