"""Builds: YAML files in, documents out, a report of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.drafting import draft_papers
from drafter.errors import DrafterError, InputError
from drafter.loading.load import load
from drafter.output import write_file
from drafter.planning import Job, take
from drafter.settings import library_for
from drafter.summary import Summary, summarize, unasked_of
from drafter.writers import writer_of


class Options(Struct, frozen=True):
    """How to build: folders of templates to look in first; the papers to make besides the speech, in the
    place of those that the files ask for; whether blanks show what they ask for as comments; whether
    work that drafter did not make may be overwritten; an office's own Word file to take the styles from.
    """

    templates: tuple[Path, ...] = ()
    papers: tuple[str, ...] = ()
    notes: bool = True
    force: bool = False
    reference: bytes | None = None


class Report(Struct):
    """What came of a job: documents written, copies kept, a summary of each paper; or why there are none."""

    source: Path
    outputs: list[Path] = field(default_factory=list)
    copies: list[Path] = field(default_factory=list)
    summaries: dict[str, Summary] = field(default_factory=dict)
    error: DrafterError | None = None

    @property
    def summary(self) -> Summary | None:
        """The summary of the speech itself, the first of the papers."""
        return next(iter(self.summaries.values()), None)

    def as_json(self) -> dict[str, Any]:
        """Return the report as plain values for programs."""
        return {
            "source": str(self.source),
            "outputs": [str(path) for path in self.outputs],
            "copies": [str(path) for path in self.copies],
            "summary": self.summary.as_json() if self.summary else None,
            "papers": {kind: summary.as_json() for kind, summary in self.summaries.items()},
            "errors": _errors(self.error),
        }


def _errors(error: DrafterError | None) -> list[dict[str, Any]]:
    if isinstance(error, InputError):
        return [diagnostic.as_json() for diagnostic in error.diagnostics]
    return [{"message": str(error), "remedy": getattr(error, "remedy", "")}] if error else []


def run_jobs(jobs: Iterable[Job], options: Options | None = None) -> Iterator[Report]:
    """Do each job and yield its report; an expected error is in the report, and ends that job alone.

    All documents of a job are made before the first is written: a fault of the file or a template
    leaves nothing behind. What was written before a path is refused stands in ``outputs``.
    """
    options = options or Options()
    taken: dict[Path, Path] = {}
    for job in jobs:
        report = Report(job.source)
        try:
            contents = _documents(job, report, options)
            for path in contents:
                take(path, job.source, taken)
            for path, content in contents.items():
                copy = write_file(path, content, force=options.force)
                report.outputs.append(path)
                report.copies += [copy] if copy else []
        except DrafterError as error:
            report.error = error
            report.summaries = {}
        yield report


def _documents(job: Job, report: Report, options: Options) -> dict[Path, bytes]:
    """Return the documents of a job by their paths; the report gets the summaries."""
    library = library_for(job.source, options.templates)
    parameters = load(job.source, library)
    if options.papers:
        parameters = replace(parameters, papers=options.papers)
    contents: dict[Path, bytes] = {}
    papers = draft_papers(parameters, library)
    unasked = unasked_of(parameters.answers, papers.values())
    for kind, speech in papers.items():
        layout = library.layout(speech.layout)
        told = unasked if kind == parameters.kind else ()
        report.summaries[kind] = summarize(speech, library.kind(kind), parameters.style, told)
        for name, path in job.outputs.items():
            place = path if kind == parameters.kind else path.with_name(f"{path.stem}-{kind}{path.suffix}")
            extra = {"reference": options.reference} if name == "docx" and options.reference else {}
            contents[place] = writer_of(name)(speech, layout, notes=options.notes, **extra)
    return contents
