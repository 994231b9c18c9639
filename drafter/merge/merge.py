"""The three-way merge: the base version, the edited document, the draft of the YAML now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from drafter.docx.content_controls import label_of
from drafter.docx.read.paragraph import Paragraph
from drafter.i18n import _
from drafter.i18n.text import END_MARKS
from drafter.merge.anchored_document import AnchoredDocument
from drafter.merge.decisions import Choices, Verdict, listed
from drafter.merge.diff3 import merge_paragraph, update_values
from drafter.merge.edited_paragraphs import EditedParagraphs
from drafter.merge.paragraph_match import ParagraphMatch
from drafter.merge.paragraphs import DraftParagraph, is_outline
from drafter.merge.plan import Division, Filling, Insertion, MergeState, Part, Plan
from drafter.merge.prose import merge_prose
from drafter.merge.remarks import add_remarks
from drafter.merge.renumber import renumber
from drafter.merge.report import Changed, Findings, ParagraphChange, numbered_names
from drafter.merge.similarity import Pair, find_moved_paragraphs, pair_moved, pair_paragraphs
from drafter.merge.values import (
    decide_all,
    decided_span,
    edited_texts,
    is_current,
    is_deleted_with_words,
    new_place_span,
    occurrences_by_key,
    places_of,
    texts_of,
    without_breaks,
)
from drafter.models.paths import is_running_text
from drafter.speech.digests import readable
from drafter.speech.numbering import leading_ordinal
from drafter.speech.spans import SpanKind


def merge(
    anchored: AnchoredDocument, new: Sequence[DraftParagraph], choices: Choices
) -> tuple[Plan, Findings]:
    """Return the changes that make a document say what ``new`` does, and what was found.

    What was edited in the document stays; where the YAML changed it too, that is a conflict unless
    ``choices`` settle it. A plan must not be applied while a conflict is left.
    """
    findings = Findings()
    state = MergeState(anchored, choices, decide_all(anchored, new, choices, findings), findings)
    merging = _Merge(state)
    pairs = pair_paragraphs(anchored.base, new)
    moved = find_moved_paragraphs(pairs)
    staying = {_item_of(old) for old, _now in moved if merging.stays(old)}
    edited = [(old, now) for old, now in moved if _item_of(old) in staying]
    pairs = pair_moved(pairs, edited)
    merging.remember_origins(moved)
    merging.run(pairs)
    state.plan.paragraphs = [merging.numbered[id(paragraph)] for paragraph in new]
    _fill_copies(state)
    _report_kept_prose(state, new)
    add_remarks(state, new, [now for _old, now in edited])
    renumber(anchored, pairs, state.plan, findings)
    added = (insertion.paragraph for insertion in state.plan.insertions)
    findings.added = [ParagraphChange(one.place, readable(one.text)) for one in added if not is_outline(one)]
    return state.plan, findings


class _Merge:
    """Merges the paragraphs in their order.

    ``previous`` is the paragraph of the document behind which the next one belongs. ``numbered`` are the
    paragraphs of the new draft with their numbers in the document.
    """

    def __init__(self, state: MergeState) -> None:
        self.state, self.edits = state, EditedParagraphs(state.anchored)
        self.number = max((drafted.number for drafted in state.anchored.base), default=0)
        self.numbered: dict[int, DraftParagraph] = {}
        self.previous: Paragraph | None = None
        # Where paragraphs stand in the document that the YAML only moved.
        self.origins: dict[int, ParagraphMatch] = {}

    def run(self, pairs: Sequence[Pair]) -> None:
        self.edits.look_at(pairs)
        settled = 0
        for index, (old, now) in enumerate(pairs):
            match = self.state.anchored.matches.get(old.number) if old is not None else None
            if settled:
                settled -= 1
            elif now is None:
                if old is not None and match is not None:
                    self._drop(old, match)
            elif old is None:
                self._add(self._new(now), self._origin(now))
            elif match is not None and (others := _divided_into(match, now, pairs[index + 1 :])):
                self._divide(match, self._with_number(now, old.number), others)
                settled = len(others)
            elif match is not None and (joined := self._joined_with(match, now, pairs[index + 1 :])):
                self._with_number(now, old.number)
                self.state.plan.joined += joined
                self.previous, settled = match.text_range.paragraphs[-1], len(joined)
            else:
                self._merge(old, match, self._with_number(now, old.number))

    def stays(self, old: DraftParagraph) -> bool:
        """Return whether a paragraph that the YAML moved was edited or deleted in the document."""
        match = self.state.anchored.matches.get(old.number)
        return match is None or self.edits.has_any(match)

    def remember_origins(self, moved: Sequence[tuple[DraftParagraph, DraftParagraph]]) -> None:
        """Remember where ``moved`` paragraphs stand in the document."""
        matches = self.state.anchored.matches
        self.origins = {id(now): matches[old.number] for old, now in moved if old.number in matches}
        self.edits.moving = {old.number for old, now in moved if self._origin(now) is not None}

    def _new(self, now: DraftParagraph) -> DraftParagraph:
        self.number += 1
        return self._with_number(now, self.number)

    def _with_number(self, now: DraftParagraph, number: int) -> DraftParagraph:
        self.numbered[id(now)] = numbered = replace(now, number=number)
        return numbered

    def _merge(self, old: DraftParagraph, match: ParagraphMatch | None, now: DraftParagraph) -> None:
        if match is not None:
            if not (match.is_edited and _says(match.text_range.text, now)):
                merge_paragraph(self.state, match, now)
            self.previous = match.text_range.paragraphs[-1]
        elif old.words != now.words:
            self.state.findings.note_deleted(now.place)

    def _divide(self, match: ParagraphMatch, now: DraftParagraph, others: Sequence[DraftParagraph]) -> None:
        """Plan that the paragraphs into which one was divided are ``now`` and ``others``."""
        numbers = [now.number, *(self._new(other).number for other in others)]
        lines = list(_lines(match))
        parts = [Part(number, *line[1:]) for number, line in zip(numbers, lines, strict=True)]
        self.state.plan.divisions.append(Division(parts))
        self.previous = lines[-1][1]

    def _joined_with(
        self, match: ParagraphMatch, now: DraftParagraph, further: Sequence[Pair]
    ) -> list[DraftParagraph]:
        """Return the dropped paragraphs that somebody joined with ``match`` already, as the YAML does now."""
        text, joined = match.text_range.text, []
        for old, new in further:
            other = self.state.anchored.matches.get(old.number) if old is not None else None
            if new is not None or old is None or other is None or _says(text, now):
                break
            if other.text_range.paragraphs[0] is not match.text_range.paragraphs[-1]:
                break
            text += other.text_range.text
            joined.append(old)
        return joined if _says(text, now) else []

    def _drop(self, old: DraftParagraph, match: ParagraphMatch) -> None:
        """Plan the removal of a paragraph that the YAML dropped, unless it was edited."""
        paragraphs = match.text_range.paragraphs
        # A line of the outline only repeats a heading: how it looks keeps it no longer than that.
        is_edited = self.edits.has_any(match) if is_outline(old) else self.edits.has_any_look(match)
        is_done = not (self.edits.stays_above(old) or is_edited)
        if not is_outline(old):
            text = old.text if is_done else match.current
            self.state.findings.dropped.append(ParagraphChange(old.place, readable(text), is_done))
        elif not is_done:
            message = _("the outline keeps a line that was changed, though its point is dropped: {text}")
            self.state.findings.note(message.format(text=match.current))
        if is_done:
            self.state.plan.removals += paragraphs
        else:
            update_values(self.state, match)
            self.previous = paragraphs[-1]

    def _add(self, now: DraftParagraph, like: Paragraph | None = None) -> None:
        if (own := self._written_already(now)) is not None:
            prose = "" if self.state.anchored.is_in_prose(own) else now.keys[0]
            part = Part(now.number, own, len(own.text))
            self.state.plan.divisions.append(Division([part], prose))
            self.previous = own
            return
        outline = is_outline(now)
        spans = [new_place_span(self.state.decision(span), span, in_outline=outline) for span in now.spans]
        after = self.state.anchored.last_own_after(self.previous) if self.previous is not None else None
        self.state.plan.insertions.append(Insertion(replace(now, spans=spans), after, like))

    def _written_already(self, now: DraftParagraph) -> Paragraph | None:
        """Return the paragraph of the document's own that says at this place what new prose does.

        Somebody wrote it there before it came into the YAML, as with ``pull``.
        """
        is_prose = [span.kind for span in now.spans] == [SpanKind.PROSE]
        own = self.state.anchored.own_behind(self.previous) if is_prose and self.previous is not None else ()
        return next((paragraph for paragraph in own if _says(paragraph.text, now)), None)

    def _origin(self, now: DraftParagraph) -> Paragraph | None:
        """Return the paragraph in which a moved one stands with the same words, None without one."""
        match = self.origins.get(id(now))
        if match is None or len(match.text_range.slices) > 1 or match.is_edited:
            return None
        return match.text_range.paragraphs[0] if match.base.words == now.words else None


_ITEM = re.compile(r"parts\[\d+\]\.points\[\d+\]|[^\[]+\[\d+\]")


def _item_of(paragraph: DraftParagraph) -> str | int:
    """Return the point or other item to which a paragraph belongs: all of it moves, or none."""
    found = next(filter(None, map(_ITEM.match, paragraph.keys)), None)
    return found[0] if found else paragraph.number


def _divided_into(
    match: ParagraphMatch, now: DraftParagraph, further: Sequence[Pair]
) -> list[DraftParagraph]:
    """Return the new paragraphs behind ``now`` into which its text in the document is divided already."""
    texts = [line for line, _paragraph, _characters in _lines(match)]
    others = [new for old, new in further[: len(texts) - 1] if old is None and new is not None]
    is_divided = len(texts) == 1 + len(others) and all(map(_says, texts, (now, *others)))
    return others if is_divided else []


def _lines(match: ParagraphMatch) -> Iterator[tuple[str, Paragraph, int]]:
    """Yield the lines of text in ``match``, with the paragraph and how many of its characters are left."""
    for paragraph in match.text_range.paragraphs:
        left = len(paragraph.text)
        for line in paragraph.text.split("\n"):
            yield line, paragraph, left
            left -= len(line) + 1


def _says(text: str, now: DraftParagraph) -> bool:
    """Return whether ``text`` says what ``now`` does, whatever its ordinal and the marks at its end.

    A draft adds a full stop where a person typed none.
    """
    start = len(leading_ordinal(text)) if now.ordinal else 0
    return text[start:].rstrip(END_MARKS) == now.words.rstrip(END_MARKS)


def _report_kept_prose(state: MergeState, new: Sequence[DraftParagraph]) -> None:
    """Report the prose in which words of the document stay, as it stands after the update."""
    base, after = texts_of(state.anchored.base), texts_of(new)
    places = occurrences_by_key(state.anchored)
    at_odds = {conflict.name.partition("#")[0] for conflict in state.findings.conflicts}
    for key in (key for key in base if key in after and key not in at_odds and is_running_text(key)):
        found, ours = places.get(key, []), after[key]
        theirs = edited_texts(state.anchored, key, base[key], found)
        where = places_of(found)
        merged = [text and _merged(state, base[key], text, ours, key, *where) for text in theirs]
        if kept := [text for text in merged if text != ours]:
            state.findings.kept.append(Changed(key, label_of(key), ours, listed(kept), where))
    order = {key: number for number, key in enumerate(base)}
    state.findings.kept.sort(key=lambda change: order.get(change.path, len(order)))


def _merged(state: MergeState, base: str, theirs: str, ours: str, key: str, *places: str) -> str:
    """Return the prose ``key`` with the changes of both sides, conflicts settled as chosen."""
    names = numbered_names(key)
    verdict = state.choices.verdict
    return merge_prose(base, theirs, ours, lambda _sides: verdict(next(names), *places) is Verdict.OURS)


def _fill_copies(state: MergeState) -> None:
    """Plan the update of values that somebody copied to other places."""
    for found in state.anchored.occurrences:
        decision = state.decisions.get(found.key)
        if found.match is not None or found.control is None or decision is None:
            continue
        if not found.text and is_deleted_with_words(state.anchored, found):
            continue
        if decision.verdict is Verdict.KEEP or decision.span is None:
            continue
        span = decided_span(decision, without_breaks(decision.span))
        is_old = is_current(decision, found.text or "", is_blank=found.is_blank)
        if is_old or decision.verdict is Verdict.OURS:
            state.plan.fillings.append(Filling(found.paragraph, found.control, span))
