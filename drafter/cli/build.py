"""The command `drafter build`: YAML files become documents."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from drafter.cli.options import Force, Json, Templates, Trust, split_names
from drafter.cli.terminal import (
    DONE,
    FAILED,
    FINDINGS,
    console,
    print_error,
    print_json,
    print_stale,
    print_written,
    reporting_errors,
)
from drafter.i18n import _

if TYPE_CHECKING:
    from drafter.writers.build import Report

Item = TypeVar("Item")

# Fewer files than this take too little time for a progress bar and leave too little garbage to collect.
MANY = 8


def build(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help=_("YAML files, or folders of them."))
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="PATH", help=_("A document, or a folder for all of them.")),
    ] = None,
    to: Annotated[
        str, typer.Option("--to", metavar="FORMATS", help=_("docx, md, txt, html; several with commas."))
    ] = "",
    notes: Annotated[
        bool, typer.Option("--notes/--no-notes", help=_("Show what blanks ask for as Word comments."))
    ] = True,
    papers: Annotated[
        str,
        typer.Option(
            "--papers",
            metavar="KINDS",
            help=_("Other papers of the same meeting (host-script, notice ...), instead of the YAML's own."),
        ),
    ] = "",
    reference: Annotated[
        Path | None,
        typer.Option(
            "--reference", metavar="FILE", help=_("A Word file to take the styles and the page from.")
        ),
    ] = None,
    plain: Annotated[
        bool,
        typer.Option(
            "--plain", help=_("Word documents without controls, for programs that read paragraphs.")
        ),
    ] = False,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help=_("Print where each sentence comes from: its facts, formulas, function and frame."),
        ),
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help=_("Exit with 1 while blanks remain."))] = False,
    force: Force = False,
    as_json: Json = False,
    templates: Templates = None,
    trust: Trust = False,
) -> None:
    """Write the speeches that YAML files ask for, and say what is still open."""
    from drafter.writers.build import Options, plan_jobs, run_jobs

    with reporting_errors():
        jobs = plan_jobs(files, output, split_names(to))
        options = Options(
            tuple(templates or ()), tuple(split_names(papers)), notes, force, _content(reference), plain
        )
    reports = list(run_jobs(_with_progress(jobs, not as_json), options))
    _print(reports, as_json, explain)
    if reference is not None and not as_json:
        _print_taken(reference, options.reference or b"")
    raise typer.Exit(_status(reports, strict))


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


def _print(reports: list[Report], as_json: bool, explain: bool) -> None:
    if as_json:
        print_json([report.as_json(explain=explain) for report in reports])
        return
    from drafter.cli.summary import print_reports

    for report in reports:
        if report.error:
            print_written(report.outputs, report.copies)
            print_error(report.error)
    print_reports([report for report in reports if report.summary])
    for report in reports:
        if report.given is not None:
            print_stale(report.stale, report.source, report.given)
    if explain:
        _print_sentences(reports)


def _print_sentences(reports: list[Report]) -> None:
    """Print for each sentence that is composed from facts where it comes from."""
    from drafter.cli.facts import print_sentences

    for report in reports:
        if report.facts:
            print_sentences(report.facts)


def _status(reports: list[Report], strict: bool) -> int:
    if any(report.error for report in reports):
        return FAILED
    if strict and any(summary.blanks for report in reports for summary in report.summaries.values()):
        return FINDINGS
    return DONE


def _with_progress(items: list[Item], is_shown: bool) -> Iterable[Item]:
    if len(items) < MANY:
        return items
    gc.enable()
    return _bar(items) if is_shown and sys.stderr.isatty() else items


def _bar(items: list[Item]) -> Iterator[Item]:
    from rich.progress import track

    yield from track(items, _("building"), console=console(is_error=True), transient=True)
