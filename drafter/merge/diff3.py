"""One passage brought up to date: values by the verdicts on them, words where the YAML says others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from drafter.docx.content_controls import label_of
from drafter.i18n import _
from drafter.merge.decisions import Verdict, normal
from drafter.merge.diff import Hunk, Link, compare, meets
from drafter.merge.matched import Holder, ParagraphMatch, cut
from drafter.merge.paragraphs import DraftParagraph, is_outline, tokens_of
from drafter.merge.plan import Filling
from drafter.merge.report import Conflict, Reworded
from drafter.merge.state import MergeState, is_current, unbroken, wanted
from drafter.speech.digests import readable
from drafter.speech.spans import SpanKind, TextSpan, text_of


class ConflictChunk(NamedTuple):
    """One stretch in three texts: what was written, what the document has, what the YAML's draft has."""

    start: int
    end: int
    low: int
    high: int
    new_start: int
    new_end: int

    def holds(self, start: int, end: int) -> bool:
        """Tell whether what was written from ``start`` to ``end`` lies in it."""
        return self.start <= start and end <= self.end


def conflict_chunks(
    overlay: ParagraphMatch, gaps: Sequence[Hunk], links: Sequence[Link]
) -> Iterator[ConflictChunk]:
    """Yield the regions of those ``gaps``, changes of the YAML, that a person's changes meet; each once."""
    seen: set[tuple[int, int]] = set()
    for gap in gaps:
        if overlay.place(gap.start, gap.end) is None:
            region = _grown(overlay, gap, gaps, links)
            if (region.start, region.end) not in seen:
                seen.add((region.start, region.end))
                yield region


def _grown(overlay: ParagraphMatch, gap: Hunk, gaps: Sequence[Hunk], links: Sequence[Link]) -> ConflictChunk:
    """Return the region around ``gap``: whatever change or value it meets lies in it whole."""
    start, end = gap.start, gap.end
    pieces: list[Hunk | Link] = [
        *overlay.gaps,
        *gaps,
        *(link for link in (*links, *overlay.links) if link.is_value),
    ]
    while True:
        met = [piece for piece in pieces if meets(piece, start, end)]
        low, high = min([start, *(one.start for one in met)]), max([end, *(one.end for one in met)])
        if (low, high) == (start, end):
            return ConflictChunk(
                start, end, *overlay.around(start, end)[2:], *_in_new(gaps, links, start, end)
            )
        start, end = low, high


def _in_new(gaps: Sequence[Hunk], links: Sequence[Link], start: int, end: int) -> tuple[int, int]:
    """Return where the draft of the YAML has what was written from ``start`` to ``end``."""
    pieces: list[Hunk | Link] = [*gaps, *links]
    inside = [one for one in pieces if meets(one, start, end) or (one.start, one.end) == (start, end)]
    return min(piece.new_start for piece in inside), max(piece.new_end for piece in inside)


def bring_up_to_date(case: MergeState, overlay: ParagraphMatch, now: DraftParagraph) -> None:
    """Plan what makes of a passage, as it stands in the document, what it is ``now``."""
    if overlay.before.segments == now.segments and not _is_settled(case, now):
        return
    tokens = tokens_of(now.segments, by_style=True)
    gaps, links = compare(tokens_of(overlay.before.segments, by_style=True), tokens)
    if overlay.before.is_stale:
        if gaps:
            case.findings.note(_("the templates have changed since: words of theirs stay as they are"))
        gaps, regions = [], []
    else:
        regions = list(conflict_chunks(overlay, gaps, links))
    forced = [region for region in regions if _settle(case, overlay, now, region)]
    values = {token.start: now.segments[token.segment] for token in tokens}
    for link in links:
        if link.is_value and not any(region.holds(link.start, link.end) for region in forced):
            _value(case, overlay, link, values[link.new_start])
    for gap in gaps:
        _words(case, overlay, now, gap)


def keep_current(case: MergeState, overlay: ParagraphMatch) -> None:
    """Bring up to date the values of a passage that stays in the document, though the YAML has it no more."""
    for token in tokens_of(overlay.before.segments):
        segment = overlay.before.segments[token.segment]
        decision = case.decision(segment)
        is_prose = segment.kind is SpanKind.PROSE
        if decision is not None and decision.segment is not None and not is_prose:
            link = Link(token.start, token.end, token.start, token.end, True)
            _value(case, overlay, link, unbroken(decision.segment))


def _is_settled(case: MergeState, now: DraftParagraph) -> bool:
    """Tell whether a conflict was settled on a value in ``now``."""
    decisions = (case.decision(segment) for segment in now.segments)
    return any(one is not None and one.verdict in (Verdict.OURS, Verdict.THEIRS) for one in decisions)


def _words(case: MergeState, overlay: ParagraphMatch, now: DraftParagraph, gap: Hunk) -> None:
    """Put words of the YAML's draft in the place of those that nobody touched."""
    place = overlay.place(gap.start, gap.end)
    if place is None:
        return
    new = _segments(case, now, gap.new_start, gap.new_end)
    case.replace(overlay, *place, new)
    old = overlay.text[gap.start : gap.end]
    if not is_outline(now) and old != text_of(new):
        case.findings.reworded.append(Reworded(now.place, readable(old), text_of(new)))


def _settle(case: MergeState, overlay: ParagraphMatch, now: DraftParagraph, region: ConflictChunk) -> bool:
    """Settle a region that both sides changed; return whether the YAML's words take its place."""
    new = _segments(case, now, region.new_start, region.new_end)
    base, ours = overlay.text[region.start : region.end], text_of(new)
    theirs = overlay.stretch.text[region.low : region.high]
    if normal(ours) in (normal(theirs), normal(base)):
        return False
    if not theirs:
        case.findings.note(_("deleted in the document, changed in the YAML"), now.place)
        return False
    name = case.name(now.place)
    settled = case.choices.verdict(name)
    if settled is None:
        conflict = Conflict(name, _("words"), readable(base), theirs, ours, (now.place,))
        case.findings.conflicts.append(conflict)
        return False
    case.findings.settled.append(name)
    if settled is Verdict.OURS:
        case.replace(overlay, region.low, region.high, new)
        case.findings.reworded.append(Reworded(now.place, theirs, ours))
    return settled is Verdict.OURS


def _segments(case: MergeState, now: DraftParagraph, start: int, end: int) -> list[TextSpan]:
    """Return what the YAML's draft says from ``start`` to ``end``, a person's word where that stands."""
    return [wanted(case.decision(segment), segment) for segment in cut(now.segments, start, end)]


def _value(case: MergeState, overlay: ParagraphMatch, link: Link, segment: TextSpan) -> None:
    decision = case.decision(segment)
    old = cut(overlay.before.segments, link.start, link.end)[0].text
    # A value that nobody changed breaks elsewhere in a title that has other words.
    is_rebroken = decision is not None and not decision.theirs and old != segment.text
    if decision is None or (decision.verdict is Verdict.KEEP and not is_rebroken):
        return
    if decision.verdict is Verdict.THEIRS and segment.kind is SpanKind.PROSE:
        return
    segment = wanted(decision, segment)
    is_forced = decision.verdict is Verdict.OURS
    holder = overlay.holder(link.start)
    if holder is not None:
        said = overlay.stretch.text[holder.start : holder.end]
        # Of a prose each paragraph is a piece, and the decision's word the whole.
        is_old = normal(said) == normal(old) or is_current(decision, said, is_blank=holder.is_blank)
        if (is_old or is_forced) and said != segment.text:
            _hold(case, overlay, holder, segment)
        return
    place = _bare_place(overlay, link, is_forced=is_forced)
    if place is None and is_forced:
        message = _("where {label} stood, its control is gone; the words there stay as they are")
        label = segment.label or label_of(segment.path)
        case.findings.note(message.format(label=label), overlay.before.place)
    elif place is not None and overlay.stretch.text[place[0] : place[1]] != segment.text:
        case.replace(overlay, *place, [segment])


def _bare_place(overlay: ParagraphMatch, link: Link, *, is_forced: bool) -> tuple[int, int] | None:
    """Return where a value without a control stands; a changed one, where it is to be written over."""
    place = overlay.place(link.start, link.end)
    if place is None and is_forced:
        start, end, low, high = overlay.around(link.start, link.end)
        return (low, high) if (start, end) == (link.start, link.end) and low < high else None
    return place


def _hold(case: MergeState, overlay: ParagraphMatch, holder: Holder, segment: TextSpan) -> None:
    """Plan ``segment`` for a value in a control, or between the bookmarks of a prose."""
    if holder.control is not None and segment.kind is not SpanKind.PROSE:
        line = overlay.stretch.cut(holder.start, holder.end)[0].line
        case.plan.fillings.append(Filling(line, holder.control, segment))
        return
    # The bookmark is around it still.
    is_words = holder.control is None and segment.kind is SpanKind.PROSE
    new = replace(segment, kind=SpanKind.WORDS, path="") if is_words else segment
    case.replace(overlay, holder.start, holder.end, [new])
