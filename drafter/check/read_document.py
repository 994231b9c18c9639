"""A manuscript from a Word document: styles, outline levels and ordinals tell its structure.

Automatic numbers are text here, as a reader sees them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import ValidationError, convert, to_builtins

from drafter.check.manuscript import Anchor, Manuscript, Medium
from drafter.check.read_text import manuscript_of
from drafter.check.setting import setting_of
from drafter.check.structure import Paragraph, is_title_in_parts
from drafter.docx import style_ids
from drafter.docx.ooxml import qn
from drafter.docx.provenance import read_provenance
from drafter.docx.read.document import Document, parse_document
from drafter.docx.read.numbering import Numbering
from drafter.docx.read.outline import heading_level, lead_sentence
from drafter.docx.read.paragraph import Paragraph as DocxParagraph
from drafter.docx.stylesheet import StyleSheet
from drafter.docx.untrusted import read_document as read_bytes
from drafter.docx.untrusted import unreadable
from drafter.i18n import _
from drafter.models.parameters import Parameters
from drafter.speech.blocks import BlockKind
from drafter.speech.digests import restore_line, sentences_by_digest
from drafter.speech.typed import is_date

_STYLE = f"{qn('w:pPr')}/{qn('w:pStyle')}"
_CELL, _NUMBERING = qn("w:tc"), "numbering.xml"
_KINDS = {
    style_ids.TITLE: BlockKind.TITLE,
    style_ids.BYLINE: BlockKind.BYLINE,
    style_ids.SALUTATION: BlockKind.SALUTATION,
    style_ids.SIGNATURE: BlockKind.SIGNATURE,
    style_ids.OUTLINE_TITLE: BlockKind.OUTLINE_TITLE,
    **dict.fromkeys(style_ids.OUTLINES, BlockKind.OUTLINE),
    **dict.fromkeys(style_ids.HEADINGS, BlockKind.HEADING),
    "title": BlockKind.TITLE,
    "salutation": BlockKind.SALUTATION,
    "signature": BlockKind.SIGNATURE,
    **{f"toc {level}": BlockKind.OUTLINE for level in range(1, 10)},
    "toc heading": BlockKind.OUTLINE_TITLE,
}


def read_document(path: Path) -> Manuscript:
    """Return the manuscript of the document at ``path``; raises ReadError where it cannot be read."""
    return manuscript_of_docx(read_bytes(path), str(path))


def manuscript_of_docx(docx: bytes, name: str = "") -> Manuscript:
    """Return the manuscript of a document as if its tracked changes were accepted, without its tables.

    Its parameters are those that it keeps, if it is drafter's. Raises ReadError, which has ``name``, where
    it is broken or too large.
    """
    document = parse_document(docx)
    if document is None:
        raise unreadable(name, _("it is no Word document, or a damaged one"))
    return manuscript_of_document(document)


def manuscript_of_document(document: Document) -> Manuscript:
    """Return the manuscript of a document that was parsed."""
    raw = tuple(paragraph.text for paragraph in document.paragraphs)
    read = manuscript_of(tuple(_paragraphs(document)), Medium.DOCX, raw)
    provenance = read_provenance(document.stored)
    return Manuscript(
        read.lines,
        parameters=_with_prose(provenance.given, raw) if provenance else None,
        is_truncated=read.is_truncated,
        medium=Medium.DOCX,
        raw=raw,
        kind=provenance.kind if provenance else "",
        read_setting=partial(setting_of, document),
    )


def _with_prose(given: Parameters, texts: Iterable[str]) -> Parameters:
    """Return the parameters that a document keeps, with the prose that it still says.

    A document keeps digests of its prose only. What a person has changed since stays one.
    """
    sentences = sentences_by_digest(texts)

    def restored(value: Any) -> Any:
        if isinstance(value, str):
            return restore_line(value, sentences)
        if isinstance(value, dict):
            return {key: restored(one) for key, one in value.items()}
        return [restored(one) for one in value] if isinstance(value, list | tuple) else value

    try:
        return convert(restored(to_builtins(given)), Parameters)
    except ValidationError:
        # Only a file that was tampered with says what its YAML could not.
        return given


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    styles = document.stylesheet()
    names, numbering = styles.own_names(), Numbering(document.beside(_NUMBERING), styles)
    default = names.get(styles.default("paragraph") or "", "")
    text, anchors = "", list[Anchor]()
    for number, paragraph in enumerate(document.paragraphs, 1):
        label = "" if paragraph.is_fallback else numbering.label(paragraph.element)
        if paragraph.is_fallback or next(paragraph.element.iterancestors(_CELL), None) is not None:
            continue
        if label and not anchors and paragraph.text.strip():
            anchors, text = [Anchor(0, 0, 0)], label
        anchors.append(Anchor(len(text), number, 0))
        text += paragraph.text
        if paragraph.joins:
            # Its end is deleted: it goes on in the next.
            continue
        yield from _read(paragraph, text, anchors, _Styled(styles, names, default))
        text, anchors = "", []


class _Styled:
    """What the styles of a document say of a paragraph."""

    def __init__(self, styles: StyleSheet, names: dict[str, str], default: str) -> None:
        self._styles, self._names, self._default = styles, names, default

    def kind(self, paragraph: DocxParagraph) -> BlockKind | None:
        """Return the kind that the style of ``paragraph`` names, None where it names none."""
        style = paragraph.element.find(_STYLE)
        name = self._default if style is None else self._names.get(str(style.get(qn("w:val"))), "")
        kind = _KINDS.get(name)
        return BlockKind.DATE if kind is BlockKind.BYLINE and is_date(paragraph.text) else kind

    def level(self, paragraph: DocxParagraph) -> int | None:
        """Return the outline level of ``paragraph``, from 1, None for body text."""
        return heading_level(paragraph.element, self._styles)

    def lead(self, paragraph: DocxParagraph) -> int:
        """Return the length of the lead sentence that ``paragraph`` shows in its style."""
        return len(lead_sentence(paragraph.element, self._styles)) if self._styles.leads else 0


def _read(paragraph: DocxParagraph, text: str, anchors: list[Anchor], styled: _Styled) -> Iterator[Paragraph]:
    """Yield a paragraph; at line breaks a title goes on, and text is divided."""
    if not text.strip():
        return
    kind, level = styled.kind(paragraph), styled.level(paragraph)
    if kind is BlockKind.HEADING and level is None:
        kind = None
    ranges = list(_lines(text))
    lead = styled.lead(paragraph) if len(ranges) == 1 and len(anchors) == 1 else 0
    if kind is BlockKind.TITLE or is_title_in_parts([text[start:end] for start, end in ranges]):
        parts = [_cut(text, anchors, start, end) for start, end in ranges]
        yield _joined(parts, kind)
        return
    for start, end in ranges:
        words, own = _cut(text, anchors, start, end)
        yield Paragraph(text=words, anchors=own, kind=kind, level=level, lead=max(lead - start, 0))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the lines of ``text`` without the blanks around them; empty ones are left out."""
    start = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            begin = start + line.index(words)
            yield begin, begin + len(words)
        start += len(line) + 1


def _cut(text: str, anchors: list[Anchor], start: int, end: int) -> tuple[str, tuple[Anchor, ...]]:
    """Return the words from ``start`` to ``end``, with the anchors that lead from them to the document."""
    own = []
    for anchor, after in zip(anchors, [*anchors[1:], None], strict=True):
        if anchor.at < end and (after is None or after.at > start):
            at = max(anchor.at, start)
            own.append(Anchor(at - start, anchor.number, anchor.column + at - anchor.at))
    return text[start:end], tuple(own)


def _joined(parts: list[tuple[str, tuple[Anchor, ...]]], kind: BlockKind | None) -> Paragraph:
    text, anchors = "", list[Anchor]()
    for words, own in parts:
        anchors += [Anchor(len(text) + anchor.at, anchor.number, anchor.column) for anchor in own]
        text += words
    return Paragraph(text=text, anchors=tuple(anchors), kind=kind)
