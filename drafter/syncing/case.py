"""What a merge has before it: the document, the verdicts on its values, what is to be done, what is told."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.paths import key_of
from drafter.segments import Segment, SegmentKind
from drafter.syncing.decisions import Choices, Decision, Verdict, normal
from drafter.syncing.edition import Edition
from drafter.syncing.overlay import Overlay
from drafter.syncing.plan import Plan, Replacement
from drafter.syncing.report import Findings


class Case(Struct):
    """A merge under way. ``decisions`` are by the keys of values, ``named`` counts conflicts at a place."""

    edition: Edition
    choices: Choices
    decisions: dict[str, Decision]
    findings: Findings
    plan: Plan = field(default_factory=Plan)
    named: dict[str, int] = field(default_factory=dict)

    def decision(self, segment: Segment) -> Decision | None:
        """Return the decision on the value that ``segment`` is, None where none had to be made."""
        return self.decisions.get(key_of(segment.path)) if segment.path else None

    def name(self, place: str) -> str:
        """Return the name of a further conflict of words at ``place``."""
        self.named[place] = number = self.named.get(place, 0) + 1
        return place if number == 1 else f"{place}#{number}"

    def replace(self, overlay: Overlay, start: int, end: int, segments: Sequence[Segment]) -> None:
        """Plan ``segments`` for what stands from ``start`` to ``end`` in the stretch of ``overlay``."""
        if overlay.stretch.text[start:end] or segments:
            self.plan.replacements.append(Replacement(overlay.stretch.cut(start, end), list(segments)))


def is_current(decision: Decision, said: str, *, is_blank: bool) -> bool:
    """Tell whether a place of a value still says what was written: nobody changed it there."""
    return is_blank or normal(said) == normal(decision.base)


def wanted(decision: Decision | None, segment: Segment) -> Segment:
    """Return what is to stand in the place of a value: the YAML's word, or the person's own.

    Prose, of which ``segment`` may be one paragraph, stands where it is.
    """
    known = (text for text in decision.theirs if text is not None) if decision is not None else ()
    theirs = next(iter(known), None)
    is_spread = decision is not None and decision.verdict is Verdict.SPREAD
    if not is_spread or theirs is None or segment.kind is SegmentKind.PROSE:
        return segment
    kind = SegmentKind.VALUE if segment.kind is SegmentKind.BLANK else segment.kind
    return replace(segment, kind=kind, text=theirs)


def unbroken(segment: Segment) -> Segment:
    """Return ``segment`` for another place than it was set for: without the breaks of a title."""
    if segment.kind is SegmentKind.PROSE or "\n" not in segment.text:
        return segment
    return replace(segment, text=normal(segment.text))
