"""A Word document from anywhere as passages, as far as its styles and its words tell what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from drafter.docx.read.document import Document
from drafter.docx.read.outline import heading_level, lead_sentence
from drafter.docx.read.paragraph import Paragraph
from drafter.docx.stylesheet import StyleSheet
from drafter.merge.paragraphs import DraftParagraph
from drafter.speech.blocks import Block, BlockKind
from drafter.speech.numbering import typed_ordinal
from drafter.speech.spans import SpanKind, TextSpan
from drafter.text import ends_sentence

_BODY = Block(BlockKind.BODY, ())
_DATE = re.compile("[（(]?[0-9〇一二三四五六七八九十]{4}年.*[日）)]")
_OUTLINES = ("提纲", "目录")
# 同志们： and the like; whoever writes more before a colon does not greet.
_GREETING = 30
_ADDRESS = ("同志们，", "同志们！", "各位", "朋友们")


def passages_from(manuscript: Document) -> list[DraftParagraph]:
    """Return the passages of a document: title, salutation and closing are told by where they stand."""
    styles = manuscript.stylesheet()
    found = _passages(manuscript.shown, styles)
    passages = [one for one in found if one.text.strip() and one.text.strip() not in _OUTLINES]
    front = _front(passages)
    return [*front, *_ended(_without_outline(passages[len(front) :]))]


def passage_of(line: Paragraph, styles: StyleSheet) -> DraftParagraph:
    """Return a line that drafter did not write as a passage: a heading, a lead sentence, text."""
    text = line.text
    start = len(text) - len(text.lstrip())
    level = heading_level(line.element, styles)
    block = Block(BlockKind.HEADING, (), level) if level else _BODY
    lead = lead_sentence(line.element, styles)
    end = len(lead) if lead and text.startswith(lead) else start
    words = [
        TextSpan(SpanKind.WORDS, text[start:end], is_lead=True),
        TextSpan(SpanKind.WORDS, text[end:].rstrip()),
    ]
    return DraftParagraph(block, [one for one in words if one.text])


def _passages(lines: Iterable[Paragraph], styles: StyleSheet) -> Iterator[DraftParagraph]:
    """Yield ``lines`` as passages; one whose end is deleted goes on in the next."""
    open_segments: list[TextSpan] = []
    for line in lines:
        passage = passage_of(line, styles)
        passage = replace(passage, segments=[*open_segments, *passage.segments])
        open_segments = passage.segments if line.joins else []
        if not line.joins:
            yield passage
    if open_segments:
        yield DraftParagraph(_BODY, open_segments)


def _front(passages: Sequence[DraftParagraph]) -> list[DraftParagraph]:
    """Return what stands before the text: title, name and date, salutation."""
    front: list[DraftParagraph] = []
    for passage in passages:
        kind = _kind(passage, bool(front))
        if kind is None:
            break
        front.append(replace(passage, block=Block(kind, ())))
        if kind is BlockKind.SALUTATION:
            break
    return front


def _kind(passage: DraftParagraph, has_title: bool) -> BlockKind | None:
    text = passage.text.strip()
    if len(text) <= _GREETING and text.endswith(("：", ":")):
        return BlockKind.SALUTATION
    if typed_ordinal(text)[0] or ends_sentence(text):
        return None
    if has_title and passage.block.kind is BlockKind.HEADING:
        return None
    if not has_title:
        return BlockKind.TITLE
    return BlockKind.DATE if _DATE.fullmatch(text) else BlockKind.BYLINE


def _without_outline(passages: Sequence[DraftParagraph]) -> list[DraftParagraph]:
    """Leave out headings that come again, on a line of their own or not: those of an outline."""
    texts = [passage.text.strip() for passage in passages]
    return [
        passage
        for index, passage in enumerate(passages)
        if not typed_ordinal(texts[index])[0]
        or ends_sentence(texts[index])
        or not any(text.startswith(texts[index]) for text in texts[index + 1 :])
    ]


def _ended(passages: list[DraftParagraph]) -> list[DraftParagraph]:
    """Mark the closing: from the last paragraph that turns to the audience again, if no heading follows."""
    for index in range(len(passages) - 1, 0, -1):
        passage = passages[index]
        if passage.block.kind is BlockKind.HEADING or typed_ordinal(passage.text)[0]:
            break
        if passage.text.startswith(_ADDRESS):
            closing = Block(BlockKind.BODY, (), 0, "closing")
            return [*passages[:index], *(replace(one, block=closing) for one in passages[index:])]
    return passages
