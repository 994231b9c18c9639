"""What a document said when it was written: the same draft again, from the parameters that it keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import cast

from msgspec.structs import replace

from drafter.docx.provenance import Provenance
from drafter.docx.read.paragraph import Paragraph
from drafter.library import Library
from drafter.merge.paragraphs import DraftParagraph, paragraphs_of
from drafter.models.types import Depth
from drafter.speech.digests import digest_line, digest_of_block, is_digest
from drafter.speech.spans import SpanKind, TextSpan
from drafter.templating.draft import draft_paper

# Bookmarks times characters of a stranger's line beyond which it is not searched for prose.
_MOST = 1_000_000


def base_paragraphs(memory: Provenance, library: Library) -> list[DraftParagraph]:
    """Return what was written, passage by passage; prose is abridged.

    Words that the templates say otherwise since are marked as stale: of these only the
    values are known. Raises as ``draft`` does.
    """
    given = memory.given
    if memory.depth:
        given = replace(given, style=replace(given.style, depth=cast("Depth", memory.depth)))
    speech = draft_paper(given, memory.kind, library)
    passages = paragraphs_of(speech, library.layout(speech.layout).title.limit)
    digests = [digest_of_block(passage.segments) for passage in passages]
    known: list[DraftParagraph] = []
    matcher = SequenceMatcher(None, digests, list(memory.digests.values()), autojunk=False)
    numbers = list(memory.digests)
    for tag, low, high, first, last in matcher.get_opcodes():
        if tag == "equal" or high - low == last - first:
            pairs = zip(passages[low:high], numbers[first:last], strict=True)
            known += [replace(one, number=number, is_stale=tag != "equal") for one, number in pairs]
    return known


def restore_prose(passages: Sequence[DraftParagraph], texts: Mapping[str, str]) -> list[DraftParagraph]:
    """Return ``passages`` with their prose written out, as far as ``texts`` has it by what is kept of it."""
    return [_restored(passage, texts) for passage in passages]


def texts_of_prose(lines: Sequence[Paragraph], drafts: Iterable[DraftParagraph]) -> dict[str, str]:
    """Return all that prose may be, by what is kept of it: what bookmarks are around, what drafts say."""
    texts = (segment.text for passage in drafts for segment in passage.segments if _is_prose(segment))
    return {digest_line(text): text for text in (*texts, *_marked(lines)) if text}


def _marked(lines: Sequence[Paragraph]) -> Iterator[str]:
    """Yield each line, what each bookmark is around in it, and each stretch between two of their ends."""
    for line in lines:
        yield line.text
        if len(line.bookmarks) * len(line.text) > _MOST:
            continue
        starts = {mark.identifier: mark.offset for mark in line.bookmarks if mark.is_start}
        ends = {mark.identifier: mark.offset for mark in line.bookmarks if not mark.is_start}
        for identity in starts.keys() | ends.keys():
            yield line.text[starts.get(identity, 0) : ends.get(identity)]
        places = sorted({*starts.values(), *ends.values()})
        yield from (line.text[start:end] for start, end in pairwise(places))


def _restored(passage: DraftParagraph, texts: Mapping[str, str]) -> DraftParagraph:
    if not any(_is_prose(segment) and is_digest(segment.text) for segment in passage.segments):
        return passage
    segments = [
        replace(segment, text=texts.get(segment.text, segment.text)) if _is_prose(segment) else segment
        for segment in passage.segments
    ]
    return replace(passage, segments=segments)


def _is_prose(segment: TextSpan) -> bool:
    return segment.kind is SpanKind.PROSE
