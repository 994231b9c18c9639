"""The three-way merge: what was written, what the document says, what the YAML says now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from drafter.docx.bookmarks import number_in
from drafter.docx.content_controls import is_own
from drafter.docx.read.paragraph import Paragraph
from drafter.i18n import _
from drafter.merge.anchored import AnchoredDocument
from drafter.merge.decisions import Choices, Verdict
from drafter.merge.diff3 import bring_up_to_date, keep_current
from drafter.merge.matched import ParagraphMatch
from drafter.merge.paragraphs import DraftParagraph, is_outline
from drafter.merge.plan import Division, Filling, Insertion, Plan
from drafter.merge.renumber import renumber
from drafter.merge.report import Findings, Moved
from drafter.merge.similarity import Pair, find_moved, pair_moved, pair_passages
from drafter.merge.state import MergeState, Untouched, is_current, unbroken, wanted
from drafter.merge.values import decide
from drafter.speech.digests import readable
from drafter.speech.spans import SpanKind


def merge(
    edition: AnchoredDocument, new: Sequence[DraftParagraph], choices: Choices
) -> tuple[Plan, Findings]:
    """Return what is to be done to a document so that it says what ``new`` does, and what was found.

    What a person changed stays; where the YAML changed it too, that is a conflict, unless ``choices``
    settle it. With a conflict left the plan must not be carried out.
    """
    findings = Findings()
    case = MergeState(edition, choices, decide(edition, new, choices, findings), findings)
    merging = _Merging(case)
    pairs = pair_passages(edition.passages, new)
    found = find_moved(pairs)
    pairs, moved = pair_moved(pairs, [(old, now) for old, now in found if merging.stays(old)])
    merging.remember_moved(found)
    merging.go_through(pairs)
    case.plan.passages = [merging.numbered[id(passage)] for passage in new]
    _fill_copies(case)
    _tell(case, moved)
    renumber(edition, pairs, case.plan, findings)
    return case.plan, findings


class _Merging:
    """Goes through the passages in their order; ``anchor`` is the line behind which the next belongs.

    ``numbered`` are the passages of the new draft with their numbers in the document.
    """

    def __init__(self, case: MergeState) -> None:
        self.case, self.untouched = case, Untouched(case)
        self.number = max((passage.number for passage in case.edition.passages), default=0)
        self.numbered: dict[int, DraftParagraph] = {}
        self.anchor: Paragraph | None = None
        # From where in the document new passages came, which the YAML only moved.
        self.origins: dict[int, ParagraphMatch] = {}

    def go_through(self, pairs: Sequence[Pair]) -> None:
        self.untouched.look_at(pairs)
        divided = 0
        for index, (old, now) in enumerate(pairs):
            overlay = self.case.edition.overlays.get(old.number) if old is not None else None
            if divided:
                divided -= 1
            elif now is None:
                if old is not None and overlay is not None:
                    self._dropped(old, overlay)
            elif old is None:
                self._added(self._new(now), self._like(now))
            elif overlay is not None and (fellows := _fellows(overlay, now, pairs[index + 1 :])):
                self._divided(overlay, self._numbered(now, old.number), fellows)
                divided = len(fellows)
            else:
                self._paired(old, overlay, self._numbered(now, old.number))

    def stays(self, old: DraftParagraph) -> bool:
        """Tell whether a passage that the YAML has elsewhere is one that a person changed or deleted."""
        overlay = self.case.edition.overlays.get(old.number)
        return overlay is None or not self.untouched.is_ours_alone(overlay)

    def remember_moved(self, found: Sequence[tuple[DraftParagraph, DraftParagraph]]) -> None:
        """Remember where in the document passages stand that the YAML has elsewhere."""
        overlays = self.case.edition.overlays
        self.origins = {id(now): overlays[old.number] for old, now in found if old.number in overlays}

    def _new(self, now: DraftParagraph) -> DraftParagraph:
        self.number += 1
        return self._numbered(now, self.number)

    def _numbered(self, now: DraftParagraph, number: int) -> DraftParagraph:
        self.numbered[id(now)] = numbered = replace(now, number=number)
        return numbered

    def _paired(self, old: DraftParagraph, overlay: ParagraphMatch | None, now: DraftParagraph) -> None:
        if overlay is not None:
            bring_up_to_date(self.case, overlay, now)
            self.anchor = overlay.stretch.lines[-1]
        elif old.words != now.words:
            self.case.findings.note(_("deleted in the document, changed in the YAML"), now.place)

    def _divided(
        self, overlay: ParagraphMatch, now: DraftParagraph, fellows: Sequence[DraftParagraph]
    ) -> None:
        """Plan that the lines of a passage are the passages that the YAML has now."""
        numbers = [now.number, *(self._new(fellow).number for fellow in fellows)]
        lines = overlay.stretch.lines
        self.case.plan.divisions.append(Division(list(zip(numbers, lines, strict=True))))
        self.anchor = lines[-1]

    def _dropped(self, old: DraftParagraph, overlay: ParagraphMatch) -> None:
        """Plan that a passage goes that the YAML does not have any more, if it is as it was written."""
        lines = overlay.stretch.lines
        is_kept = self.untouched.is_kept_prose(old)
        is_done = not (is_kept or self.untouched.stays_above(old)) and self.untouched.is_ours_alone(overlay)
        if not (is_kept or is_outline(old)):
            self.case.findings.dropped.append(Moved(old.place, readable(old.text), is_done))
        if is_done:
            self.case.plan.removals += lines
        else:
            keep_current(self.case, overlay)
            self.anchor = lines[-1]

    def _added(self, now: DraftParagraph, like: Paragraph | None = None) -> None:
        if self.untouched.is_kept_prose(now):
            return
        segments = [wanted(self.case.decision(segment), segment) for segment in now.segments]
        anchor = self.case.edition.behind_own_lines(self.anchor) if self.anchor is not None else None
        self.case.plan.insertions.append(Insertion(replace(now, segments=segments), anchor, like))
        if not is_outline(now):
            self.case.findings.added.append(Moved(now.place, readable(now.text)))

    def _like(self, now: DraftParagraph) -> Paragraph | None:
        """Return the line in which a moved passage stood with the words it has ``now``, None of another."""
        overlay = self.origins.get(id(now))
        if overlay is None or len(overlay.stretch.slices) > 1 or overlay.is_touched:
            return None
        return overlay.stretch.lines[0] if overlay.before.words == now.words else None


def _fellows(overlay: ParagraphMatch, now: DraftParagraph, further: Sequence[Pair]) -> list[DraftParagraph]:
    """Return the new passages that, with ``now``, a person's lines say already; none where they do not."""
    lines = [line.text for line in overlay.stretch.lines]
    fellows = [new for old, new in further[: len(lines) - 1] if old is None and new is not None]
    return fellows if lines == [now.text, *(fellow.text for fellow in fellows)] else []


def _tell(case: MergeState, moved: Sequence[DraftParagraph]) -> None:
    """Note what a person should know besides."""
    message = _("moved in the YAML, changed in the document: it stays where it stands")
    for passage in moved:
        if not is_outline(passage):
            case.findings.note(message, passage.place)
    for note in notes_on_losses(case.edition):
        case.findings.note(note)


def _fill_copies(case: MergeState) -> None:
    """Bring values up to date that a person copied to other places."""
    for found in case.edition.occurrences:
        decision = case.decisions.get(found.key)
        if found.overlay is not None or found.control is None or decision is None:
            continue
        if decision.verdict is Verdict.KEEP or decision.segment is None:
            continue
        segment = wanted(decision, unbroken(decision.segment))
        is_old = is_current(decision, found.text or "", is_blank=found.is_blank)
        if (is_old or decision.verdict is Verdict.OURS) and segment.kind is not SpanKind.PROSE:
            case.plan.fillings.append(Filling(found.line, found.control, segment))


_HELD = (SpanKind.VALUE, SpanKind.BLANK)


def notes_on_losses(edition: AnchoredDocument) -> Iterator[str]:
    """Yield what a person should know of a document without controls or without bookmarks."""
    had = any(segment.kind in _HELD and segment.path for one in edition.passages for segment in one.segments)
    if had and not any(is_own(control.tag) for line in edition.lines for control in line.controls):
        yield _("the controls are gone (saved as .doc?): values are known by the words around them")
    marks = (mark for line in edition.lines for mark in line.bookmarks)
    if edition.passages and not any(number_in(mark.name) is not None for mark in marks):
        yield _("the bookmarks are gone: paragraphs are known by their words")
