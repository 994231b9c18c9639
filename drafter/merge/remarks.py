"""Remarks on what an update leaves for a person to look at: old facts in his own words, mixed sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from drafter.docx.content_controls import label_of
from drafter.docx.read.document import read_paragraphs
from drafter.docx.read.paragraph import Paragraph
from drafter.i18n import _
from drafter.i18n.text import END_MARKS
from drafter.merge.anchored_document import AnchoredDocument
from drafter.merge.anchors import has_bookmarks, has_controls
from drafter.merge.decisions import Decision, Verdict, normal
from drafter.merge.paragraphs import PLACE_LENGTH, DraftParagraph, is_outline, is_value
from drafter.merge.plan import MergeState
from drafter.merge.report import Note
from drafter.models.paths import key_of
from drafter.speech.numbering import DIGITS, NUMBERINGS, chinese, ladder_of
from drafter.speech.spans import SpanKind, TextSpan

# A shorter text says nothing by itself: 12 is old only as 12座.
_LEAST = 2
# Lesser figures in Chinese numerals are in any speech; of so many digits nobody writes them.
_LEAST_SPELT, _MOST_DIGITS = 11, 4
_NUMERALS = f"{DIGITS}十百千万"
_YEAR = re.compile(r"^\d{4}年(?=\d)")
_PARTS = "一、"
# Verdicts by which words of the document stay.
_OF_DOCUMENT = (Verdict.KEEP, Verdict.THEIRS)


def add_remarks(state: MergeState, new: Sequence[DraftParagraph], staying: Sequence[DraftParagraph]) -> None:
    """Add the remarks on a planned update to its findings.

    ``staying`` are the paragraphs that the YAML moved and the document keeps where they were.
    """
    notes = (
        *_old_in_own_words(state),
        *_mixed_sentences(state, new),
        *_strange_copies(state),
        *_not_in_outline(state.anchored),
        *_own_parts(state),
        *_not_moved(staying),
        *_losses(state.anchored),
    )
    state.findings.add_notes(notes)


def _old_in_own_words(state: MergeState) -> Iterator[Note]:
    """Yield the places where a person's own words still say what the YAML said before."""
    message = _("“{old}” still stands in the document's own words; it is “{new}” now")
    replaced = [*_replaced_values(state), *state.old_words]
    own = [*_own_words(state.anchored), *_margins(state.anchored)] if replaced else []
    for old, now in dict.fromkeys(replaced):
        pattern = _spellings(old)
        for place, text in own:
            found = pattern.search(text)
            if found and not (now.startswith(old) and now in text):
                yield Note(message.format(old=found[0], new=now), (place,))


def _spellings(text: str) -> re.Pattern[str]:
    """Return a pattern of ``text`` as people type it: 12座, 12 座, 十二座; 5月12日, 五月十二号.

    A figure is not the end or the beginning of a longer one. 一座 is no figure in 一座一座地看.
    """
    pieces, least = [], 1 if "月" in text else _LEAST_SPELT
    for piece in re.split(r"(\d+)", text):
        if piece.isdecimal() and len(piece) < _MOST_DIGITS and int(piece) >= least:
            pieces.append(f"\\s?(?:{piece}|{chinese(int(piece))})\\s?")
        else:
            pieces.append(re.sub("^日", "[日号]", re.escape(piece)))
    words = "".join(pieces).removeprefix("\\s?").removesuffix("\\s?")
    before = rf"(?<![\d.{_NUMERALS}])" if text[:1].isdecimal() else ""
    return re.compile(rf"{before}{words}(?!\d)")


def _replaced_values(state: MergeState) -> Iterator[tuple[str, str]]:
    """Yield each value that the YAML changed as it was written and as it is now, a figure with its unit."""
    units = {key: unit for drafted in state.anchored.base for key, unit in _units(drafted.spans)}
    for key, decision in state.decisions.items():
        if not _is_replaced(decision):
            continue
        old, now = normal(decision.base), normal(decision.text)
        if re.fullmatch(r"[\d.,]+", old):
            old, now = f"{old}{units.get(key, '')}", f"{now}{units.get(key, '')}"
        for text, other in ((old, now), (_YEAR.sub("", old), _YEAR.sub("", now))):
            if len(text) >= _LEAST and not text.isdigit() and text != other:
                yield text, other


def _is_replaced(decision: Decision) -> bool:
    """Return whether an update writes another text than was written."""
    is_kept = decision.verdict in (Verdict.KEEP, Verdict.CONFLICT)
    return not is_kept and normal(decision.base) not in ("", normal(decision.text))


def _units(spans: Sequence[TextSpan]) -> Iterator[tuple[str, str]]:
    """Yield the key of each value and the word right behind it."""
    for span, follower in zip(spans, spans[1:], strict=False):
        if span.kind is SpanKind.VALUE and span.path:
            is_value = follower.kind is SpanKind.VALUE
            yield key_of(span.path), follower.text if is_value else follower.text[:1]


def _own_words(anchored: AnchoredDocument) -> Iterator[tuple[str, str]]:
    """Yield the places and the texts that a person wrote: paragraphs, and words in drafted ones."""
    for paragraph in anchored.own_paragraphs:
        yield paragraph.text[:PLACE_LENGTH], _outside_of_controls(paragraph)
    for match in anchored.matches.values():
        for hunk in match.hunks:
            yield match.base.place, match.current[hunk.new_start : hunk.new_end]


def _margins(anchored: AnchoredDocument) -> Iterator[tuple[str, str]]:
    for name, root in anchored.document.margins():
        place = re.sub(r"^.*/|\d*\.xml$", "", name)
        yield from ((place, _outside_of_controls(paragraph)) for paragraph in read_paragraphs(root))


def _outside_of_controls(paragraph: Paragraph) -> str:
    text, reached = "", 0
    for control in paragraph.controls:
        text += paragraph.text[reached : max(control.start, reached)]
        reached = max(control.end, reached)
    return text + paragraph.text[reached:]


def _mixed_sentences(state: MergeState, new: Sequence[DraftParagraph]) -> Iterator[Note]:
    """Yield the sentences in which one value becomes the YAML's and another stays the document's."""
    message = _("one sentence has values of both sides, read it again: {text}")
    for paragraph in new:
        if is_outline(paragraph):
            continue
        for spans in _sentences(paragraph.spans):
            decisions = [one for span in spans if (one := state.decision(span)) is not None]
            is_kept = any(one.verdict in _OF_DOCUMENT and one.theirs for one in decisions)
            is_mixed = any(_is_replaced(one) for one in decisions if one.verdict is not Verdict.THEIRS)
            if is_kept and is_mixed:
                text = "".join(_as_it_stands(state, span) for span in spans).strip()
                yield Note(message.format(text=text), (paragraph.place,))


def _as_it_stands(state: MergeState, span: TextSpan) -> str:
    """Return what the document says after the update where the YAML's draft has ``span``."""
    decision = state.decision(span)
    if decision is None or decision.verdict not in _OF_DOCUMENT:
        return span.text
    return next(iter(decision.edits), span.text)


def _sentences(spans: Sequence[TextSpan]) -> Iterator[list[TextSpan]]:
    """Yield the spans of each sentence; words that go over its end are cut there."""
    sentence: list[TextSpan] = []
    for span in spans:
        is_words = span.kind is SpanKind.WORDS
        for text in re.split(f"(?<=[{END_MARKS}])", span.text) if is_words else [span.text]:
            sentence.append(replace(span, text=text))
            if is_words and text.endswith(tuple(END_MARKS)):
                yield sentence
                sentence = []
    if sentence:
        yield sentence


def _strange_copies(state: MergeState) -> Iterator[Note]:
    """Yield the copies of values that say neither what was written nor what is."""
    message = _("a copy of {label} says “{text}”: what was pasted is not taken for the document's word")
    for found in state.anchored.occurrences:
        decision = state.decisions.get(found.key)
        if found.match is not None or found.is_blank or decision is None or not found.text:
            continue
        known = [decision.base, decision.ours, *decision.edits]
        if normal(found.text) not in map(normal, known):
            yield Note(message.format(label=label_of(found.key), text=found.text), (found.place,))


def _not_in_outline(anchored: AnchoredDocument) -> Iterator[Note]:
    """Yield the points that a person added to a speech with an outline."""
    message = _("a point of the document's own is not in the outline: {text}")
    if any(map(is_outline, anchored.base)):
        for paragraph in anchored.own_paragraphs:
            name = ladder_of(paragraph.text)
            if name and NUMBERINGS[name].run_in and not NUMBERINGS[name].is_argument:
                yield Note(message.format(text=paragraph.text[:PLACE_LENGTH]))


def _own_parts(state: MergeState) -> Iterator[Note]:
    """Yield the parts that a person added, and those that the YAML dropped and he keeps."""
    message = _("a part of the document's own is not counted where the parts are announced: {text}")
    added = [paragraph.text for paragraph in state.anchored.own_paragraphs]
    kept = [dropped.text for dropped in state.findings.dropped if not dropped.is_done]
    parts = (text for text in (*added, *kept) if ladder_of(text) == _PARTS)
    yield from (Note(message.format(text=text[:PLACE_LENGTH])) for text in parts)


def _not_moved(staying: Sequence[DraftParagraph]) -> Iterator[Note]:
    """Yield the paragraphs ``staying`` where they stand, though the YAML moved them."""
    message = _("moved in the YAML, changed in the document: it stays where it stands")
    yield from (Note(message, (paragraph.place,)) for paragraph in staying if not is_outline(paragraph))


def _losses(anchored: AnchoredDocument) -> Iterator[Note]:
    """Yield what is to be known of a document that lost all its controls, or all its bookmarks."""
    had_controls = any(
        is_value(span) and span.kind is not SpanKind.PROSE
        for drafted in anchored.base
        for span in drafted.spans
    )
    if had_controls and not has_controls(anchored.paragraphs):
        yield Note(_("the controls are gone (saved as .doc?): values are known by the words around them"))
    if anchored.base and not has_bookmarks(anchored.paragraphs):
        yield Note(_("the bookmarks are gone: paragraphs are known by their words"))
