"""The guard: a text held against the facts, claim by claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.guard.claims import Claim
from drafter.check.guard.codes import SEVERITIES
from drafter.check.guard.counted import Figures
from drafter.check.guard.coverage import Coverage
from drafter.check.guard.dated import Dates
from drafter.check.guard.frequencies import Frequencies
from drafter.check.guard.missing import Missing
from drafter.check.guard.named import Names
from drafter.check.guard.owned import Owners
from drafter.check.guard.passages import Marks, Passages, Span
from drafter.check.guard.promised import Promises
from drafter.check.guard.quoted import Quotations
from drafter.check.guard.report import FactRow, GuardReport, Said
from drafter.check.guard.sayings import without_sayings
from drafter.check.guard.seasons import Seasons
from drafter.check.guard.softened import Softened
from drafter.check.guard.source import Source, source_of_parameters, source_of_sheet
from drafter.check.guard.turned import Turned
from drafter.check.guard.wishes import Wishes
from drafter.check.manuscript import Manuscript
from drafter.check.meeting_day import meeting_day
from drafter.facts.figures.dates import find_whens
from drafter.facts.given import TYPES
from drafter.facts.sheet import FactType, Sheet
from drafter.models.facts import Facts
from drafter.models.fields import fields_of

if TYPE_CHECKING:
    from drafter.models.parameters import Parameters


def guard(manuscript: Manuscript, given: Source | Parameters | Sheet) -> GuardReport:
    """Return what the text of ``manuscript`` claims without a source or against it, and where facts are said.

    ``given`` is what :func:`drafter.check.guard.source.source` reads out of a file, or the parameters or
    the sheet themselves.
    """
    source = _source(given)
    if day := meeting_day(manuscript):
        source = source.on(day)
    source = source.with_prose([line.text for line in manuscript.lines])
    held = _Held(manuscript, source)
    found = sorted(held.findings(), key=lambda one: (one.line, one.start, one.code))
    return GuardReport(tuple(found), tuple(held.table()))


def _source(given: Source | Parameters | Sheet) -> Source:
    if isinstance(given, Source):
        return given
    return source_of_sheet(given) if isinstance(given, Sheet) else source_of_parameters(given)


class _Held:
    """A manuscript held against a source."""

    def __init__(self, manuscript: Manuscript, source: Source) -> None:
        self.manuscript = manuscript
        self.source = source
        whole = [line.text for line in manuscript.lines]
        self.passages = Passages(without_sayings(whole))
        whens = find_whens(self.passages.text, self.passages.starts, source.day)
        self.whens = Marks(whens, lambda when: when.place.start)
        self.figures = Figures(self.passages, self.whens, source)
        # What the leader does not want said is not to be said in any words.
        self.coverage = Coverage(Passages(whole), self.whens, self.figures.found, source)

    def findings(self) -> Iterator[Finding]:
        """Yield the findings, each at its line and characters; of one place, the first."""
        taken: set[tuple[int, int]] = set()
        for claim in self._claims():
            place = (claim.start, claim.end)
            if place not in taken or claim.start == claim.end:
                taken.add(place)
                yield self._finding(claim)

    def _claims(self) -> Iterator[Claim]:
        yield from self.figures.claims()
        yield from Turned(self.passages, self.figures.found, self.source).claims()
        yield from Dates(self.passages, self.whens, self.figures.found, self.source).claims()
        for kind in (Seasons, Names, Quotations, Frequencies, Owners, Promises):
            yield from kind(self.passages, self.source).claims()

        for sort in (Softened, Missing, Wishes):
            yield from sort(self.coverage).claims()

    def table(self) -> Iterator[FactRow]:
        """Yield each fact with where it is said."""
        for row in self.coverage.rows:
            said = tuple(map(self._place, row.said))
            yield FactRow(row.fact.id, row.fact.text, _label(row.fact.type), said)

    def _place(self, span: Span) -> Said:
        line, start = self.passages.place(span.start)
        return Said(line, start, start + span.end - span.start, self.passages.original[span.start : span.end])

    def _finding(self, claim: Claim) -> Finding:
        line, start = self.passages.place(claim.start)
        severity = claim.severity or SEVERITIES[claim.code]
        end = start + claim.end - claim.start
        return Finding(claim.code, severity, line, start, end, claim.message, claim.remedy)


def _label(type_: FactType) -> str:
    """Return what the list of a type is called in a YAML: 任务."""
    key = next(key for key, value in TYPES.items() if value is type_)
    return fields_of(Facts)[key].label
