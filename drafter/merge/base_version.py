"""The base version of a document: the draft that it was written as, with its prose in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import cast

from msgspec.structs import replace

from drafter.docx.provenance import Provenance
from drafter.docx.read.document import Document
from drafter.docx.read.paragraph import Paragraph
from drafter.library import Library
from drafter.merge.base_sentences import recovered_sentences
from drafter.merge.paragraphs import DraftParagraph, paragraphs_of
from drafter.merge.similarity import MOST_MARKED_CHARACTERS
from drafter.models.types import Depth
from drafter.speech.digests import (
    digest_of_block,
    has_digests,
    restore_line,
    sentences_by_digest,
)
from drafter.speech.spans import SpanKind, TextSpan
from drafter.templating.draft import draft_paper


def base_paragraphs(provenance: Provenance, library: Library) -> list[DraftParagraph]:
    """Return the paragraphs that were written, drafted once more; their prose is abridged.

    A paragraph whose words the templates have changed since is stale: only its values are known.
    Raises as ``draft`` does.
    """
    given = provenance.given
    if provenance.depth:
        given = replace(given, style=replace(given.style, depth=cast("Depth", provenance.depth)))
    speech = draft_paper(given, provenance.kind, library)
    paragraphs = paragraphs_of(speech, library.layout(speech.layout).title.limit)
    digests = [digest_of_block(paragraph.spans) for paragraph in paragraphs]
    known: list[DraftParagraph] = []
    if not provenance.digests:
        return [replace(one, number=number) for number, one in enumerate(paragraphs, 1)]
    matcher = SequenceMatcher(None, digests, list(provenance.digests.values()), autojunk=False)
    numbers = list(provenance.digests)
    for tag, low, high, first, last in matcher.get_opcodes():
        if tag == "equal" or high - low == last - first:
            pairs = zip(paragraphs[low:high], numbers[first:last], strict=True)
            known += [replace(one, number=number, is_stale=tag != "equal") for one, number in pairs]
    return known


def with_prose(
    base: Sequence[DraftParagraph], document: Document, new: Sequence[DraftParagraph] = ()
) -> list[DraftParagraph]:
    """Return ``base`` with its prose in full, as far as ``document`` or the ``new`` draft still have it.

    A sentence that both changed is found from the two together.
    """
    theirs, ours = prose_sentences(document.shown), sentences_by_digest(_proses_in(new))
    sentences = theirs | ours | recovered_sentences(_proses_in(base), theirs, ours)
    return [_restored(drafted, sentences) for drafted in base]


def prose_sentences(paragraphs: Iterable[Paragraph]) -> dict[str, str]:
    """Return by its digest every sentence in the paragraphs of a document that may be of prose."""
    return sentences_by_digest(_marked_texts(paragraphs))


def _proses_in(drafts: Iterable[DraftParagraph]) -> Iterator[str]:
    return (span.text for drafted in drafts for span in drafted.spans if _is_prose(span))


def _marked_texts(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    """Yield each paragraph, the text within each bookmark, and the text between any two of their ends."""
    for paragraph in paragraphs:
        text, marks = paragraph.text, paragraph.bookmarks
        yield text
        if len(marks) * len(text) > MOST_MARKED_CHARACTERS:
            continue
        starts = {mark.identifier: mark.offset for mark in marks if mark.is_start}
        ends = {mark.identifier: mark.offset for mark in marks if not mark.is_start}
        for identity in starts.keys() | ends.keys():
            yield text[starts.get(identity, 0) : ends.get(identity)]
        places = sorted({*starts.values(), *ends.values()})
        yield from (text[start:end] for start, end in pairwise(places))


def _restored(drafted: DraftParagraph, sentences: Mapping[str, str]) -> DraftParagraph:
    if not any(_is_prose(span) and has_digests(span.text) for span in drafted.spans):
        return drafted
    spans = [
        replace(span, text=restore_line(span.text, sentences)) if _is_prose(span) else span
        for span in drafted.spans
    ]
    return replace(drafted, spans=spans)


def _is_prose(span: TextSpan) -> bool:
    return span.kind is SpanKind.PROSE
