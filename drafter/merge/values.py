"""The values of a document and of a new draft: their texts, places and edits, and a decision on each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from drafter.docx.content_controls import label_of
from drafter.merge.anchored_document import AnchoredDocument, Occurrence
from drafter.merge.anchors import SEPARATOR
from drafter.merge.decisions import (
    Choices,
    Decision,
    Value,
    Verdict,
    decide,
    is_same_value,
    known_texts,
    listed,
    normal,
)
from drafter.merge.paragraphs import DraftParagraph, values_in
from drafter.merge.report import Changed, Findings
from drafter.merge.reworded_headings import reworded_headings
from drafter.models.paths import is_running_text, key_of
from drafter.speech.digests import digest_line
from drafter.speech.spans import SpanKind, TextSpan


def is_unchanged(written: object, now: object) -> bool:
    """Return whether a value of the YAML is as it was written; of prose, only a digest was kept."""
    if isinstance(written, str) and isinstance(now, str):
        return written in (now, "\n".join(map(digest_line, now.split("\n"))))
    return written == now


def decide_all(
    anchored: AnchoredDocument, new: Sequence[DraftParagraph], choices: Choices, findings: Findings
) -> dict[str, Decision]:
    """Return the decision on each value that both the base and the ``new`` draft have, by its key.

    Prose is merged by its words. ``findings`` get the conflicts, the values that are updated and those that
    the document keeps.
    """
    before, after = texts_of(anchored.base), texts_of(new)
    places = occurrences_by_key(anchored)
    spans = dict(_values_in(new))
    headings = reworded_headings(anchored)
    decisions = {}
    for key, base in before.items():
        if key in after and not is_running_text(key):
            found, ours = places.get(key, []), after[key]
            theirs = edited_texts(anchored, key, base, found)
            if None in theirs and key in headings:
                theirs = [headings[key].new if text is None else text for text in theirs]
            is_changed = normal(base) != normal(ours)
            value = Value(key, label_of(key), base, theirs, ours, places_of(found), is_changed)
            verdict = _verdict(value, anchored, found, choices, findings)
            everywhere, in_text = (_say_all(one, theirs) for one in (found, _in_text(found)))
            decisions[key] = Decision(verdict, base, theirs, ours, spans[key], everywhere, in_text)
    return decisions


def _in_text(found: Iterable[Occurrence]) -> list[Occurrence]:
    """Return the places ``found`` without those in the outline."""
    return [one for one in found if not one.is_in_outline]


def _say_all(found: Sequence[Occurrence], theirs: Sequence[str | None]) -> bool:
    """Return whether there are places, and all say the same edit."""
    return bool(found) and all([normal(one.text or "")] == theirs for one in found)


def _verdict(
    value: Value,
    anchored: AnchoredDocument,
    found: Sequence[Occurrence],
    choices: Choices,
    findings: Findings,
) -> Verdict:
    """Decide on ``value``, report what follows for its places, and return what is done in them."""
    verdict = decide(value, choices, findings)
    theirs = listed(value.theirs)
    key, label, base, ours, places = value.key, value.label, value.base, value.ours, value.places
    if verdict is Verdict.KEEP and value.theirs:
        findings.kept.append(Changed(key, label, base, theirs, places))
    elif verdict is Verdict.UPDATE:
        _report_update(value, anchored, found, findings)
    elif verdict is Verdict.OURS:
        findings.updated.append(Changed(key, label, theirs, ours, places))
    elif verdict is Verdict.THEIRS and not value.is_agreed:
        findings.kept.append(Changed(key, label, ours, theirs, places))
        # Of several edits, none replaces another; where all are unknown, what was not edited is updated.
        return (Verdict.UPDATE, Verdict.THEIRS, Verdict.KEEP)[min(len(known_texts(value.theirs)), 2)]
    # The document stays as it is while a conflict is open.
    return Verdict.KEEP if verdict is Verdict.CONFLICT else verdict


def _report_update(
    value: Value, anchored: AnchoredDocument, found: Sequence[Occurrence], findings: Findings
) -> None:
    # A control that shows its label again, among its words, is filled.
    is_left = any(one.is_blank and not is_deleted_with_words(anchored, one) for one in found)
    if found and all(one.text == "" for one in found) and not is_left:
        findings.note_deleted(*value.places)
    elif any(one.is_blank or (one.text and not _says(one.text, value)) for one in found):
        findings.updated.append(Changed(value.key, value.label, value.base, value.ours, value.places))


def _says(text: str, value: Value) -> bool:
    """Return whether ``text`` says what the YAML does, as 2026-05-20 does for 2026年5月20日."""
    return not text.startswith("【") and is_same_value(value.key, text, value.ours)


def is_deleted_with_words(anchored: AnchoredDocument, found: Occurrence) -> bool:
    """Return whether somebody deleted the value at this place together with words around it."""
    return any(
        match.is_deleted_with_words(start, end)
        for match in anchored.matches_in.get(found.paragraph, ())
        for key, start, end in values_in(match.base.spans)
        if key == found.key
    )


def occurrences_by_key(anchored: AnchoredDocument) -> dict[str, list[Occurrence]]:
    """Return the places of each value that a reader sees, by its key."""
    found: dict[str, list[Occurrence]] = {}
    for occurrence in anchored.occurrences:
        if not occurrence.paragraph.is_fallback:
            found.setdefault(occurrence.key, []).append(occurrence)
    return found


def places_of(found: Iterable[Occurrence]) -> tuple[str, ...]:
    """Return the names of places, each once."""
    return tuple(dict.fromkeys(one.place for one in found))


def edited_texts(
    anchored: AnchoredDocument, key: str, base: str, found: Sequence[Occurrence]
) -> list[str | None]:
    """Return the distinct texts that replaced ``base`` in the places ``found``.

    None stands for a text whose ends in the words around it are unknown.
    Blanks and deleted values are no edits, nor is another text in a copy that somebody pasted, as from last
    year's speech. Prose has at most one, with all its paragraphs.
    """
    found = [one for one in found if one.match is not None] or found
    if not is_running_text(key):
        words = [None if one.text is None else normal(one.text) for one in found if not one.is_blank]
        return list(dict.fromkeys(text for text in words if text != normal(base) and text != ""))
    prose = anchored.prose(key)
    if prose:
        return [] if prose == base else [prose]
    texts = [one.text for one in _in_text(found)]
    if not texts or all(one.is_blank for one in found):
        return []
    joined = None if None in texts else "\n".join(filter(None, texts)).replace(SEPARATOR, "\n")
    return [] if joined == base else [joined]


def texts_of(paragraphs: Sequence[DraftParagraph]) -> dict[str, str]:
    """Return the text of each value by its key, "" for a blank; the paragraphs of prose are its lines."""
    texts: dict[str, list[str]] = {}
    for key, span in _values_in(paragraphs):
        texts.setdefault(key, []).append("" if span.kind is SpanKind.BLANK else span.text)
    return {key: "\n".join(found) if is_running_text(key) else found[0] for key, found in texts.items()}


def _values_in(paragraphs: Sequence[DraftParagraph]) -> Iterator[tuple[str, TextSpan]]:
    for paragraph in paragraphs:
        for span in paragraph.spans:
            if span.path:
                yield key_of(span.path), span


def is_current(decision: Decision, text: str, *, is_blank: bool) -> bool:
    """Return whether a place with ``text`` says what was written, or what the YAML does, within 【】."""
    return is_blank or normal(text) in (normal(decision.base), f"【{normal(decision.ours)}】")


def decided_span(decision: Decision | None, span: TextSpan) -> TextSpan:
    """Return ``span``, a value of the YAML's draft, with the document's text where THEIRS was decided."""
    if decision is None or decision.verdict is not Verdict.THEIRS or not decision.edits:
        return span
    kind = SpanKind.VALUE if span.kind is SpanKind.BLANK else span.kind
    return replace(span, kind=kind, text=decision.text)


def new_place_span(decision: Decision | None, span: TextSpan, *, in_outline: bool = False) -> TextSpan:
    """Return ``span`` as it stands in a new place: with the document's text where that is kept everywhere.

    In the text, what the outline says does not count.
    """
    is_kept = decision is not None and (decision.everywhere or (decision.in_text and not in_outline))
    if decision is not None and decision.verdict is Verdict.KEEP and is_kept:
        decision = replace(decision, verdict=Verdict.THEIRS)
    return decided_span(decision, span)


def without_breaks(span: TextSpan) -> TextSpan:
    """Return ``span`` without the line breaks of a title, to stand in another place."""
    if "\n" not in span.text:
        return span
    return replace(span, text=normal(span.text))
