"""A Word document from elsewhere as a draft, as far as its styles and its words show its structure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from drafter.docx.read.document import Document
from drafter.docx.read.outline import heading_level, lead_sentence
from drafter.docx.read.paragraph import Paragraph
from drafter.docx.stylesheet import StyleSheet
from drafter.i18n.text import ends_sentence
from drafter.merge.paragraphs import DraftParagraph
from drafter.speech.blocks import Block, BlockKind
from drafter.speech.numbering import typed_ordinal
from drafter.speech.spans import SpanKind, TextSpan
from drafter.speech.typed import ADDRESSES, OUTLINES, is_date

BODY = Block(BlockKind.BODY, ())
# A longer paragraph before a colon is no salutation such as 同志们：.
_LONGEST_SALUTATION = 30


def foreign_paragraphs(document: Document) -> list[DraftParagraph]:
    """Return a document as the paragraphs of a draft; title, salutation and closing go by their places."""
    styles = document.stylesheet()
    found = _paragraphs(document.shown, styles)
    paragraphs = [one for one in found if one.text.strip() and one.text.strip() not in OUTLINES]
    before = _before_text(paragraphs)
    return [*before, *_with_closing(_without_outline(paragraphs[len(before) :]))]


def foreign_paragraph(paragraph: Paragraph, styles: StyleSheet) -> DraftParagraph:
    """Return a paragraph that drafter did not write as that of a draft: a heading, a lead sentence, text."""
    text = paragraph.text
    start = len(text) - len(text.lstrip())
    level = heading_level(paragraph.element, styles)
    block = Block(BlockKind.HEADING, (), level) if level else BODY
    lead = lead_sentence(paragraph.element, styles)
    end = len(lead) if lead and text.startswith(lead) else start
    words = [
        TextSpan(SpanKind.WORDS, text[start:end], is_lead=True),
        TextSpan(SpanKind.WORDS, text[end:].rstrip()),
    ]
    return DraftParagraph(block, [span for span in words if span.text])


def _paragraphs(paragraphs: Iterable[Paragraph], styles: StyleSheet) -> Iterator[DraftParagraph]:
    """Yield ``paragraphs`` as those of a draft; one whose end is deleted goes on in the next."""
    open_spans: list[TextSpan] = []
    for paragraph in paragraphs:
        drafted = foreign_paragraph(paragraph, styles)
        drafted = replace(drafted, spans=[*open_spans, *drafted.spans])
        open_spans = drafted.spans if paragraph.joins else []
        if not paragraph.joins:
            yield drafted
    if open_spans:
        yield DraftParagraph(BODY, open_spans)


def _before_text(paragraphs: Sequence[DraftParagraph]) -> list[DraftParagraph]:
    """Return what stands before the text: title, name and date, salutation."""
    found: list[DraftParagraph] = []
    for paragraph in paragraphs:
        kind = _kind_before_text(paragraph, bool(found))
        if kind is None:
            break
        found.append(replace(paragraph, block=Block(kind, ())))
        if kind is BlockKind.SALUTATION:
            break
    return found


def _kind_before_text(paragraph: DraftParagraph, has_title: bool) -> BlockKind | None:
    text = paragraph.text.strip()
    if len(text) <= _LONGEST_SALUTATION and text.endswith(("：", ":")):
        return BlockKind.SALUTATION
    is_heading = has_title and paragraph.block.kind is BlockKind.HEADING
    if typed_ordinal(text)[0] or ends_sentence(text) or is_heading:
        return None
    if not has_title:
        return BlockKind.TITLE
    return BlockKind.DATE if is_date(text) else BlockKind.BYLINE


def _without_outline(paragraphs: Sequence[DraftParagraph]) -> list[DraftParagraph]:
    """Return ``paragraphs`` without the lines of an outline: headings that begin a later paragraph."""
    texts = [paragraph.text.strip() for paragraph in paragraphs]
    return [
        paragraph
        for index, paragraph in enumerate(paragraphs)
        if not typed_ordinal(texts[index])[0]
        or ends_sentence(texts[index])
        or not any(text.startswith(texts[index]) for text in texts[index + 1 :])
    ]


def _with_closing(paragraphs: list[DraftParagraph]) -> list[DraftParagraph]:
    """Mark the closing: from the last paragraph that addresses the audience, if no heading follows."""
    for index in range(len(paragraphs) - 1, 0, -1):
        paragraph = paragraphs[index]
        if paragraph.block.kind is BlockKind.HEADING or typed_ordinal(paragraph.text)[0]:
            break
        if paragraph.text.startswith(ADDRESSES):
            closing = Block(BlockKind.BODY, (), 0, "closing")
            return [*paragraphs[:index], *(replace(one, block=closing) for one in paragraphs[index:])]
    return paragraphs
