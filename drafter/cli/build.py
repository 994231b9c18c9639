"""The command `drafter build`: YAML files become documents."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.options import Force, Json, Templates, Trust, split_names
from drafter.cli.terminal import (
    DONE,
    FAILED,
    FINDINGS,
    print_json_list,
    reporting_errors,
)
from drafter.i18n import _

if TYPE_CHECKING:
    from drafter.writers.build import Report

# More files than this are reported on one line each, and leave enough garbage to collect.
FEW = 5


_Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help=_("YAML files, or folders of them."))]
_Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="PATH", help=_("A document, or a folder for all of them.")),
]
_Formats = Annotated[
    str, typer.Option("--to", metavar="FORMATS", help=_("docx, md, txt, html; several with commas."))
]
_Notes = Annotated[
    bool, typer.Option("--notes/--no-notes", help=_("Show what blanks ask for as Word comments."))
]
_Papers = Annotated[
    str,
    typer.Option(
        "--papers",
        metavar="KINDS",
        help=_("Other papers of the same meeting (host-script, notice ...), instead of the YAML's own."),
    ),
]
_Reference = Annotated[
    Path | None,
    typer.Option("--reference", metavar="FILE", help=_("A Word file to take the styles and the page from.")),
]
_Plain = Annotated[
    bool,
    typer.Option("--plain", help=_("Word documents without controls, for programs that read paragraphs.")),
]
_Explain = Annotated[
    bool,
    typer.Option(
        "--explain",
        help=_("Print where each sentence comes from: its facts, formulas, function and frame."),
    ),
]
_Workers = Annotated[
    int,
    typer.Option("--jobs", metavar="N", min=1, max=64, help=_("Make the documents in so many processes.")),
]
_Strict = Annotated[bool, typer.Option("--strict", help=_("Exit with 1 while blanks remain."))]


def build(
    files: _Files,
    output: _Output = None,
    to: _Formats = "",
    notes: _Notes = True,
    papers: _Papers = "",
    reference: _Reference = None,
    plain: _Plain = False,
    explain: _Explain = False,
    workers: _Workers = 1,
    strict: _Strict = False,
    force: Force = False,
    as_json: Json = False,
    templates: Templates = None,
    trust: Trust = False,
) -> None:
    """Write the speeches that YAML files ask for, and say what is still open."""
    from drafter.check.unasked import findings_in_speech
    from drafter.writers.build import Options, plan_jobs, run_jobs

    with reporting_errors(as_json):
        jobs = plan_jobs(files, output, split_names(to))
        options = Options(
            tuple(templates or ()),
            tuple(split_names(papers)),
            notes,
            force,
            _content(reference),
            plain,
            findings_in_speech,
        )
    if len(jobs) > FEW:
        gc.enable()
    tally = Tally()
    reports = tally.counting(run_jobs(jobs, options, workers))
    if as_json:
        print_json_list(report.as_json(explain=explain) for report in reports)
    else:
        _print(reports, tally, explain, in_full=len(jobs) <= FEW)
        if reference is not None:
            _print_taken(reference, options.reference or b"")
    raise typer.Exit(tally.status(strict))


class Tally:
    """What is left of reports that were printed: in a large build they would fill the memory."""

    def __init__(self) -> None:
        self.reports = self.written = 0
        self._has_errors = self._has_blanks = False

    def counting(self, reports: Iterable[Report]) -> Iterator[Report]:
        """Yield ``reports`` once each is counted."""
        for report in reports:
            self.reports += bool(report.summary)
            self.written += len(report.outputs) if report.summary else 0
            self._has_errors |= report.error is not None
            self._has_blanks |= any(summary.blanks for summary in report.summaries.values())
            yield report

    def status(self, strict: bool) -> int:
        """Return the exit status of the build; if it is ``strict``, blanks count."""
        if self._has_errors:
            return FAILED
        return FINDINGS if strict and self._has_blanks else DONE


def _content(reference: Path | None) -> bytes | None:
    """Return the styles of a reference file; it is read once for all documents."""
    if reference is None:
        return None
    from drafter.docx.reference.base import read_reference

    return read_reference(reference)


def _print_taken(reference: Path, docx: bytes) -> None:
    """Print what was taken from the reference file, and from where in it."""
    from drafter.docx.reference.taken import taken_from
    from drafter.models.layout import Layout

    print(_("from {file}:").format(file=reference))
    for line in taken_from(docx, Layout(), str(reference)):
        print(f"  {line}")


def _print(reports: Iterable[Report], tally: Tally, explain: bool, *, in_full: bool) -> None:
    """Print each report as it comes, then the number of documents."""
    from drafter.cli.summary import print_count, print_report

    for report in reports:
        print_report(report, in_full=in_full)
        if explain and report.facts:
            from drafter.cli.facts import print_sentences

            print_sentences(report.facts)
        sys.stdout.flush()
    if tally.reports > 1:
        print_count(tally.written)
