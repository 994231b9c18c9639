"""What a merge has before it: the document, the verdicts on its values, what is to be done, what is told."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.merge.anchored import AnchoredDocument
from drafter.merge.decisions import Choices, Decision, Verdict, normal
from drafter.merge.matched import ParagraphMatch
from drafter.merge.paragraphs import DraftParagraph, is_outline
from drafter.merge.plan import Plan, Replacement
from drafter.merge.report import Findings
from drafter.merge.similarity import Pair
from drafter.models.paths import key_of
from drafter.speech.blocks import BlockKind
from drafter.speech.spans import SpanKind, TextSpan


class MergeState(Struct):
    """A merge under way. ``decisions`` are by the keys of values, ``named`` counts conflicts at a place."""

    edition: AnchoredDocument
    choices: Choices
    decisions: dict[str, Decision]
    findings: Findings
    plan: Plan = field(default_factory=Plan)
    named: dict[str, int] = field(default_factory=dict)

    def decision(self, segment: TextSpan) -> Decision | None:
        """Return the decision on the value that ``segment`` is, None where none had to be made."""
        return self.decisions.get(key_of(segment.path)) if segment.path else None

    def name(self, place: str) -> str:
        """Return the name of a further conflict of words at ``place``."""
        self.named[place] = number = self.named.get(place, 0) + 1
        return place if number == 1 else f"{place}#{number}"

    def replace(self, overlay: ParagraphMatch, start: int, end: int, segments: Sequence[TextSpan]) -> None:
        """Plan ``segments`` for what stands from ``start`` to ``end`` in the stretch of ``overlay``."""
        if overlay.stretch.text[start:end] or segments:
            self.plan.replacements.append(Replacement(overlay.stretch.cut(start, end), list(segments)))


def is_current(decision: Decision, said: str, *, is_blank: bool) -> bool:
    """Tell whether a place of a value still says what was written: nobody changed it there."""
    return is_blank or normal(said) == normal(decision.base)


def wanted(decision: Decision | None, segment: TextSpan) -> TextSpan:
    """Return what is to stand in the place of a value: the YAML's word, or the person's own.

    Prose, of which ``segment`` may be one paragraph, stands where it is.
    """
    known = (text for text in decision.theirs if text is not None) if decision is not None else ()
    theirs = next(iter(known), None)
    is_spread = decision is not None and decision.verdict is Verdict.THEIRS
    if not is_spread or theirs is None or segment.kind is SpanKind.PROSE:
        return segment
    kind = SpanKind.VALUE if segment.kind is SpanKind.BLANK else segment.kind
    return replace(segment, kind=kind, text=theirs)


def unbroken(segment: TextSpan) -> TextSpan:
    """Return ``segment`` for another place than it was set for: without the breaks of a title."""
    if segment.kind is SpanKind.PROSE or "\n" not in segment.text:
        return segment
    return replace(segment, text=normal(segment.text))


class Untouched:
    """Tells what may be moved and taken out, and what has to stay."""

    def __init__(self, case: MergeState) -> None:
        self._case = case
        self._kept_places: set[str] = set()

    @cached_property
    def _own_comments(self) -> set[str]:
        """The numbers of the comments that drafter wrote."""
        return set(self._case.edition.comments)

    def look_at(self, pairs: Sequence[Pair]) -> None:
        """See under which ordinals dropped passages stay, since a person changed them."""
        dropped = (old for old, now in pairs if old is not None and now is None)
        self._kept_places = {old.block.place for old in dropped if self.is_changed(old)}

    def is_changed(self, old: DraftParagraph) -> bool:
        """Tell whether a person changed ``old``, a passage, which is in the document still."""
        overlay = self._case.edition.overlays.get(old.number)
        return overlay is not None and not is_outline(old) and not self.is_ours_alone(overlay)

    def stays_above(self, old: DraftParagraph) -> bool:
        """Tell whether ``old`` is the heading of a part of which a point stays."""
        is_part = old.block.kind is BlockKind.HEADING and old.block.level == 1 and bool(old.ordinal)
        return is_part and any(place.startswith(old.block.place) for place in self._kept_places)

    def is_ours_alone(self, overlay: ParagraphMatch) -> bool:
        """Tell whether nothing but what was written stands in the lines of a passage."""
        return not overlay.is_touched and all(
            (part.start, part.end) == (0, len(part.line.text))
            and not part.line.has_objects
            and not part.line.has_changes
            and self._own_comments.issuperset(part.line.comments)
            for part in overlay.stretch.slices
        )

    def is_kept_prose(self, passage: DraftParagraph) -> bool:
        """Tell whether a passage is a paragraph of a prose that a person's word stands for."""
        keys = passage.keys
        decision = self._case.decisions.get(keys[0]) if len(keys) == 1 else None
        is_whole = [segment.kind for segment in passage.segments[:1]] == [SpanKind.PROSE]
        if not is_whole or decision is None or not decision.theirs:
            return False
        return decision.verdict in (Verdict.KEEP, Verdict.THEIRS)
