"""The three-way merge of one paragraph: its values as decided, its words where only the YAML changed them."""

from __future__ import annotations

from drafter.docx.content_controls import label_of
from drafter.i18n import _
from drafter.i18n.text import CLAUSE_MARKS, END_MARKS, clause_around
from drafter.merge.conflict_chunks import ConflictChunk, conflict_chunks, sides_of
from drafter.merge.decisions import Verdict, normal, settle
from drafter.merge.diff import Hunk, TokenMatch, diff_drafts
from drafter.merge.paragraph_match import ParagraphMatch, ValueAnchor
from drafter.merge.paragraphs import (
    DraftParagraph,
    cut_spans,
    is_outline,
    prose_in,
    tokens_of,
)
from drafter.merge.plan import Filling, MergeState
from drafter.merge.report import Conflict, Reworded
from drafter.merge.similarity import CLAUSE_TO_KNOW
from drafter.merge.values import decided_span, is_current, new_place_span, without_breaks
from drafter.speech.digests import readable
from drafter.speech.numbering import leading_ordinal
from drafter.speech.spans import SpanKind, TextSpan, text_of

_SHORT = (SpanKind.VALUE, SpanKind.BLANK)


def merge_paragraph(state: MergeState, match: ParagraphMatch, now: DraftParagraph) -> None:
    """Plan the changes that make a paragraph of the document what it is ``now`` in the YAML's draft."""
    if match.base.spans == now.spans and not _has_settled_value(state, now):
        return
    tokens = tokens_of(now.spans, by_style=True)
    hunks, token_matches = diff_drafts(match.base.spans, now.spans)
    if match.base.is_stale:
        if hunks:
            state.findings.note(_("the templates have changed since: words of theirs stay as they are"))
        hunks, chunks = [], []
    else:
        proses = [(low, high) for _path, low, high in prose_in(match.base.spans)]
        chunks = list(conflict_chunks(match, hunks, token_matches, proses))
    replaced = [chunk for chunk in chunks if _replace_chunk(state, match, now, chunk)]
    values = {token.start: now.spans[token.span] for token in tokens}
    for one in token_matches:
        if one.is_value and not any(chunk.contains(one.start, one.end) for chunk in replaced):
            _update_value(state, match, one, values[one.new_start])
    for hunk in hunks:
        if not any(chunk.contains(hunk.start, hunk.end) for chunk in chunks):
            _replace_words(state, match, now, hunk)


def update_values(state: MergeState, match: ParagraphMatch) -> None:
    """Plan the update of the values in a paragraph that the YAML dropped and the document keeps."""
    for token in tokens_of(match.base.spans):
        span = match.base.spans[token.span]
        decision = state.decision(span)
        if decision is not None and decision.span is not None:
            same = TokenMatch(token.start, token.end, token.start, token.end, True)
            _update_value(state, match, same, without_breaks(decision.span))


def _has_settled_value(state: MergeState, now: DraftParagraph) -> bool:
    """Return whether a value in ``now`` had a conflict that was settled."""
    decisions = (state.decision(span) for span in now.spans)
    return any(one is not None and one.verdict in (Verdict.OURS, Verdict.THEIRS) for one in decisions)


def _replace_words(state: MergeState, match: ParagraphMatch, now: DraftParagraph, hunk: Hunk) -> None:
    """Plan the words of the new draft in the place of words that nobody edited."""
    place = match.locate(hunk.start, hunk.end)
    if place is None:
        return
    new = _decided_spans(state, now, hunk.new_start, hunk.new_end)
    state.replace(match, *place, new)
    old = match.text[hunk.start : hunk.end]
    if not is_outline(now) and old != text_of(new):
        before, after = clause_around(match.text, hunk.start, hunk.end)
        after = after.rstrip(CLAUSE_MARKS)
        clause, reworded = readable(f"{before}{old}{after}"), f"{before}{text_of(new)}{after}"
        state.findings.reworded.append(Reworded(now.place, clause, readable(reworded)))
        if len(clause) >= CLAUSE_TO_KNOW:
            state.old_words.append((clause, reworded))


def _replace_chunk(
    state: MergeState, match: ParagraphMatch, now: DraftParagraph, chunk: ConflictChunk
) -> bool:
    """Settle a chunk; return whether the YAML's words are planned in its place."""
    new = _decided_spans(state, now, chunk.new_start, chunk.new_end)
    base, ours = match.text[chunk.start : chunk.end], text_of(new)
    theirs = match.text_range.text[chunk.low : chunk.high]
    if normal(ours) in (normal(theirs), normal(base)):
        return False
    if not ours and _goes_elsewhere(state, match, chunk):
        state.replace(match, chunk.low, chunk.high, [])
        return True
    if not theirs:
        state.findings.note_deleted(now.place)
        return False
    if not _is_only_emptied(state, match, chunk):
        conflict = _conflict(state, match, now, chunk, ours)
        if settle(conflict, state.choices, state.findings) is not Verdict.OURS:
            return False
    state.replace(match, chunk.low, chunk.high, new)
    state.findings.reworded.append(Reworded(now.place, theirs, ours))
    return True


def _is_only_emptied(state: MergeState, match: ParagraphMatch, chunk: ConflictChunk) -> bool:
    """Return whether a person took nothing out of ``chunk`` but values that the YAML has not any more."""
    spans = cut_spans(match.base.spans, chunk.start, chunk.end)
    words = [span.text for span in spans if span.kind not in _SHORT or state.decision(span) is not None]
    theirs = match.text_range.text[chunk.low : chunk.high]
    for start, end, control in reversed(list(match.text_range.controls())):
        if control.is_blank and chunk.low <= start and end <= chunk.high:
            theirs = theirs[: start - chunk.low] + theirs[end - chunk.low :]
    return len(words) < len(spans) and "".join(words) == theirs


def _goes_elsewhere(state: MergeState, match: ParagraphMatch, chunk: ConflictChunk) -> bool:
    """Return whether the words in ``chunk`` are a heading that the YAML puts elsewhere.

    What a person made of it stands there then, so that it may go from this paragraph.
    """
    spans = cut_spans(match.base.spans, chunk.start, chunk.end)
    values = [span for span in spans if span.kind is SpanKind.VALUE]
    words = "".join(span.text for span in spans if span.kind is SpanKind.WORDS)
    if len(values) != 1 or any(map(str.isalnum, words)):
        return False
    theirs = match.current[chunk.low : chunk.high]
    heading = theirs[len(leading_ordinal(theirs)) :].strip().rstrip(END_MARKS)
    decision = state.decision(values[0])
    if decision is None or heading not in decision.theirs:
        return False
    return decision.verdict is Verdict.OURS or new_place_span(decision, values[0]).text == heading


def _conflict(
    state: MergeState, match: ParagraphMatch, now: DraftParagraph, chunk: ConflictChunk, ours: str
) -> Conflict:
    """Return the conflict of words in ``chunk``, shown with the rest of their clauses.

    It has the name of the prose in which they stand, else that of their place.
    """
    proses = prose_in(match.base.spans)
    path = next((path for path, low, high in proses if low <= chunk.start and chunk.end <= high), "")
    label = label_of(path) if path else _("words")
    return Conflict(
        state.conflict_name(path or now.place), label, *sides_of(match, chunk, ours), (now.place,)
    )


def _decided_spans(state: MergeState, now: DraftParagraph, start: int, end: int) -> list[TextSpan]:
    """Return the new draft from ``start`` to ``end``, its values as decided."""
    return [decided_span(state.decision(span), span) for span in cut_spans(now.spans, start, end)]


def _update_value(state: MergeState, match: ParagraphMatch, same: TokenMatch, span: TextSpan) -> None:
    """Plan ``span`` for a value that base and new draft have, as its decision says."""
    decision = state.decision(span)
    old = cut_spans(match.base.spans, same.start, same.end)[0].text
    # In a title with other words, a value that nobody changed may break at another place.
    has_new_break = decision is not None and not decision.theirs and old != span.text
    if decision is None or (decision.verdict is Verdict.KEEP and not has_new_break):
        return
    span = decided_span(decision, span)
    is_ours = decision.verdict is Verdict.OURS
    anchor = match.anchor(same.start)
    if anchor is not None:
        text = match.text_range.text[anchor.start : anchor.end]
        is_old = normal(text) == normal(old) or is_current(decision, text, is_blank=anchor.is_blank)
        if (is_old or is_ours) and text != span.text:
            _fill(state, match, anchor, span)
        return
    place = _place_without_control(match, same, is_ours=is_ours)
    if place is None and is_ours:
        message = _("where {label} stood, its control is gone; the words there stay as they are")
        label = span.label or label_of(span.path)
        state.findings.note(message.format(label=label), match.base.place)
    elif place is not None and match.text_range.text[place[0] : place[1]] != span.text:
        state.replace(match, *place, [span])


def _place_without_control(
    match: ParagraphMatch, same: TokenMatch, *, is_ours: bool
) -> tuple[int, int] | None:
    """Return where a value without its control stands; None where it was edited, unless OURS was decided."""
    place = match.locate(same.start, same.end)
    if place is None and is_ours:
        start, end, low, high = match.surroundings(same.start, same.end)
        return (low, high) if (start, end) == (same.start, same.end) and low < high else None
    return place


def _fill(state: MergeState, match: ParagraphMatch, anchor: ValueAnchor, span: TextSpan) -> None:
    """Plan ``span`` for a value in a control."""
    paragraph = match.text_range.cut(anchor.start, anchor.end)[0].paragraph
    state.plan.fillings.append(Filling(paragraph, anchor.control, span))
