"""The command `drafter check`: what an editor would tell of a draft."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from drafter.cli.options import Json, Templates, Trust, split_names
from drafter.cli.terminal import (
    DONE,
    FAILED,
    FINDINGS,
    cell,
    console,
    empty_table,
    place_text,
    print_error,
    print_json,
)
from drafter.errors import MOST_SHOWN, DrafterError, errors_as_json
from drafter.i18n import _, ngettext

if TYPE_CHECKING:
    from drafter.check.files import CheckReport
    from drafter.check.guard.report import FactRow
    from drafter.check.settings import Settings

_Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE...", help=_("A YAML, .docx, .txt or .md; - for a text from standard input.")
    ),
]
_Facts = Annotated[
    Path | None,
    typer.Option(
        "--facts", metavar="FILE", help=_("A YAML or task sheet that every fact of the text must be in.")
    ),
]
_Select = Annotated[
    str, typer.Option("--select", metavar="CODES", help=_("Only these rules, or those that begin so."))
]
_Ignore = Annotated[
    str, typer.Option("--ignore", metavar="CODES", help=_("Not these rules, or those that begin so."))
]
_Concise = Annotated[bool, typer.Option("--concise", help=_("Print one line a finding, for editors."))]
_Sarif = Annotated[bool, typer.Option("--sarif", help=_("Print SARIF 2.1.0, for code hosts and editors."))]
_Fix = Annotated[
    bool, typer.Option("--fix", help=_("Make the safe changes in the files; a copy of a document is kept."))
]
_Track = Annotated[
    bool, typer.Option("--track", help=_("Make them as tracked revisions, to be accepted in Word."))
]
_Annotate = Annotated[
    Path | None,
    typer.Option(
        "--annotate", metavar="OUT", help=_("Write a copy of the document with findings as comments.")
    ),
]
_Strict = Annotated[bool, typer.Option("--strict", help=_("Exit with 1 on warnings too."))]


class Form(Enum):
    """How findings are printed."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    SARIF = "sarif"


def check(
    files: _Files,
    facts: _Facts = None,
    select: _Select = "",
    ignore: _Ignore = "",
    concise: _Concise = False,
    as_json: Json = False,
    as_sarif: _Sarif = False,
    fix: _Fix = False,
    track: _Track = False,
    annotate: _Annotate = None,
    strict: _Strict = False,
    templates: Templates = None,
    trust: Trust = False,
) -> None:
    """Tell what an editor would of a draft: faults of form, figures, names and words."""
    from drafter.check.settings import Settings

    form = _form(concise, as_json, as_sarif)
    given = Settings(tuple(split_names(select)), tuple(split_names(ignore)))
    if annotate is not None and len(files) > 1:
        raise typer.BadParameter(_("--annotate takes one document"))
    if track and not fix:
        raise typer.BadParameter(_("--track goes with --fix"))
    checked = _Checked(given, facts, templates or (), Changes(fix, track, annotate, form))
    reports = checked.reports(files)
    if form in (Form.JSON, Form.SARIF):
        _print_for_programs(list(reports), checked, form)
    else:
        for report in reports:
            _print(report, concise=form is Form.CONCISE)
        if form is Form.FULL and checked.counts:
            print(checked.total())
    raise typer.Exit(checked.status(strict))


def _form(concise: bool, as_json: bool, as_sarif: bool) -> Form:
    asked = [
        form
        for form, is_asked in ((Form.CONCISE, concise), (Form.JSON, as_json), (Form.SARIF, as_sarif))
        if is_asked
    ]
    if len(asked) > 1:
        raise typer.BadParameter(_("one of --concise, --json and --sarif"))
    return asked[0] if asked else Form.FULL


class Changes(NamedTuple):
    """What is written besides what is printed, and in which form that is told."""

    fix: bool
    track: bool
    annotate: Path | None
    form: Form

    def tell(self, text: str) -> None:
        """Print what was written; to stderr where programs read the findings."""
        print(text, file=sys.stdout if self.form is Form.FULL else sys.stderr)


class _Checked:
    """Checks files one after another, and keeps the errors and how many findings there were."""

    def __init__(
        self, given: Settings, facts: Path | None, templates: Sequence[Path], changes: Changes
    ) -> None:
        self._given, self._facts, self._templates, self._changes = given, facts, templates, changes
        self.errors: list[tuple[Path, DrafterError]] = []
        self.counts: dict[str, int] = {}

    def reports(self, files: Sequence[Path]) -> Iterator[CheckReport]:
        """Yield a report on each of ``files`` that can be read; the errors of others go to stderr."""
        from drafter.check.finding import Severity

        for path in files:
            try:
                report = self._report(path)
            except DrafterError as error:
                self.errors.append((path, error))
                print_error(error)
                continue
            for severity in Severity:
                before = self.counts.get(severity.value, 0)
                self.counts[severity.value] = before + report.count(severity)
            yield report

    def _report(self, path: Path) -> CheckReport:
        from drafter.check.configured import settings_for
        from drafter.check.files import check_content, check_file
        from drafter.check.read import STANDARD_INPUT
        from drafter.facts.sources import MOST_TEXT

        if str(path) == STANDARD_INPUT:
            content = sys.stdin.buffer.read(MOST_TEXT + 1)
            return check_content(
                content, STANDARD_INPUT, settings_for(Path(), self._given), facts=self._facts
            )
        settings = settings_for(path, self._given)
        if self._changes.fix:
            report = self._fixed(path, settings)
        else:
            report = check_file(path, settings, templates=self._templates, facts=self._facts)
        if self._changes.annotate is not None:
            self._annotate(report, self._changes.annotate)
        return report

    def _fixed(self, path: Path, settings: Settings) -> CheckReport:
        from drafter.check.fix import fix_file

        done = fix_file(
            path, settings, templates=self._templates, facts=self._facts, track=self._changes.track
        )
        if done.after != done.before:
            count = len(done.settled)
            text = ngettext("{count} change in {path}", "{count} changes in {path}", count)
            self._changes.tell(text.format(count=count, path=path))
        if done.copy is not None:
            self._changes.tell(_("kept {path}").format(path=done.copy))
        return done.report

    def _annotate(self, report: CheckReport, output: Path) -> None:
        from drafter.check.annotate import annotate

        count = annotate(report, output)
        text = ngettext("{count} comment in {path}", "{count} comments in {path}", count)
        self._changes.tell(text.format(count=count, path=output))

    def total(self) -> str:
        """Return how many findings there were, of each severity."""
        counts = self.counts
        parts = [
            ngettext("{count} error", "{count} errors", counts["error"]).format(count=counts["error"]),
            ngettext("{count} warning", "{count} warnings", counts["warning"]).format(
                count=counts["warning"]
            ),
            ngettext("{count} hint", "{count} hints", counts["hint"]).format(count=counts["hint"]),
        ]
        return _(", ").join(parts) if any(counts.values()) else _("nothing found")

    def status(self, strict: bool) -> int:
        """Return the exit status: 2 where a file could not be read, 1 for errors and, if strict, warnings."""
        if self.errors:
            return FAILED
        found = self.counts.get("error", 0) + (self.counts.get("warning", 0) if strict else 0)
        return FINDINGS if found else DONE


def _print(report: CheckReport, *, concise: bool) -> None:
    if report.manuscript.is_truncated and not concise:
        print(_("{file}: the text breaks off; what is missing behind is not told").format(file=report.file))
    if report.facts and not concise:
        _print_facts(report)
    shown = report.findings if concise else report.findings[:MOST_SHOWN]
    for one in shown:
        print(one.concise() if concise else f"{one.full()}\n")
    more = len(report.findings) - len(shown)
    if more:
        print(ngettext("and {count} more finding", "and {count} more findings", more).format(count=more))


def _print_facts(report: CheckReport) -> None:
    """Print each fact and where it is said: a table, or lines with tabs."""
    rows = [(row.fact, row.type, row.words, _places(row, report)) for row in report.facts]
    if not sys.stdout.isatty():
        for row in rows:
            print("\t".join(row))
        print()
        return
    table = empty_table(_("fact"), _("type"), _("words"), _("said in"))
    for row in rows:
        table.add_row(*map(cell, row))
    console().print(table)


def _places(row: FactRow, report: CheckReport) -> str:
    """Return the headings below which a fact is said, or the number of the paragraph."""
    manuscript = report.manuscript
    above = (manuscript.heading_above(said.line) or place_text("opening") for said in row.said)
    return _(", ").join(dict.fromkeys(above)) or _("nowhere")


def _print_for_programs(reports: Sequence[CheckReport], checked: _Checked, form: Form) -> None:
    if form is Form.SARIF:
        from drafter.check.sarif import sarif

        print_json(sarif(reports))
        return
    failed = [{"file": str(path), "errors": errors_as_json(error)} for path, error in checked.errors]
    print_json([*(report.as_json() for report in reports), *failed])
