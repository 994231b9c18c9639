"""The guard: a text held against the facts, claim by claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.guard.claims import Claim
from drafter.check.guard.codes import RULES
from drafter.check.guard.counted import Figures
from drafter.check.guard.dated import Dates
from drafter.check.guard.passages import Passages
from drafter.check.guard.report import GuardReport
from drafter.check.guard.source import Source, source_of_parameters, source_of_sheet
from drafter.check.manuscript import Manuscript
from drafter.facts.dates import find_whens
from drafter.facts.sheet import Sheet

if TYPE_CHECKING:
    from drafter.models.parameters import Parameters


def guard(manuscript: Manuscript, given: Source | Parameters | Sheet) -> GuardReport:
    """Return what the text of ``manuscript`` claims without a source or against it, and where facts are said.

    ``given`` is what :func:`drafter.check.guard.source.source` reads out of a file, or the parameters or
    the sheet themselves.
    """
    held = _Held(manuscript, _source(given))
    found = sorted(held.findings(), key=lambda one: (one.line, one.start, one.code))
    return GuardReport(tuple(found))


def _source(given: Source | Parameters | Sheet) -> Source:
    if isinstance(given, Source):
        return given
    return source_of_sheet(given) if isinstance(given, Sheet) else source_of_parameters(given)


class _Held:
    """A manuscript held against a source."""

    def __init__(self, manuscript: Manuscript, source: Source) -> None:
        self.manuscript = manuscript
        self.source = source
        self.passages = Passages(line.text for line in manuscript.lines)
        self.whens = find_whens(self.passages.text, self.passages.starts, source.day)

    def findings(self) -> Iterator[Finding]:
        """Yield the findings, each at its line and characters."""
        taken: set[tuple[int, int]] = set()
        for claim in self._claims():
            if (claim.start, claim.end) not in taken:
                taken.add((claim.start, claim.end))
                yield self._finding(claim)

    def _claims(self) -> Iterator[Claim]:
        yield from Figures(self.passages, self.whens, self.source).claims()
        yield from Dates(self.passages, self.whens, self.source).claims()

    def _finding(self, claim: Claim) -> Finding:
        line, start = self.passages.place(claim.start)
        severity = claim.severity or RULES[claim.code].severity
        end = start + claim.end - claim.start
        return Finding(claim.code, severity, line, start, end, claim.message, claim.remedy)
