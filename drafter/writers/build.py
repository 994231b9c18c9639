"""Builds: each YAML file is a job, which writes documents and returns a report. Also outlines of files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.errors import DrafterError, InputError, OutputError, UnknownNameError, errors_as_json
from drafter.files.disk import files_below, is_file, is_folder
from drafter.i18n import _
from drafter.library import library_for, load
from drafter.models.layout import Layout
from drafter.models.parameters import Parameters
from drafter.speech.outline import OutlineLine, iter_outline
from drafter.speech.summary import Summary, summarize, unasked_of
from drafter.speech.tree import Speech
from drafter.templating.draft import draft, draft_papers
from drafter.writers.output import BACKUP, write_file
from drafter.writers.registry import WRITERS, writer_of
from drafter.writers.stale import Stale, stale_documents

if TYPE_CHECKING:
    from drafter.templating.facts_report import FactsReport

SOURCES = (".yaml", ".yml")


class Finding(Protocol):
    """What a check of a draft finds, as far as a report shows it."""

    def full(self) -> str:
        """Return the finding for a person, with its place and what to do."""

    def as_json(self) -> dict[str, Any]:
        """Return the finding as plain values for programs."""


# Looks through the draft of a YAML for faults. It stands above this module, and is passed in.
Check = Callable[[Speech, Parameters, Path], Sequence[Finding]]


class Options(Struct, frozen=True):
    """The options of a build.

    ``templates`` are folders to look in first. ``papers`` replace the papers that the files ask for.
    ``notes`` shows the hints of blanks as comments. ``plain`` leaves controls out of Word documents, for
    programs that read paragraphs. ``force`` overwrites work that drafter did not make.
    ``reference`` is an office's own Word file to take the styles from. ``check`` looks through each speech.
    """

    templates: tuple[Path, ...] = ()
    papers: tuple[str, ...] = ()
    notes: bool = True
    force: bool = False
    reference: bytes | None = None
    plain: bool = False
    check: Check | None = None


class Job(Struct, frozen=True):
    """One YAML file and the documents to make of it, by format."""

    source: Path
    outputs: dict[str, Path]


class Report(Struct):
    """The result of a job: documents written, copies kept, a summary of each paper; or the error.

    ``given`` are the parameters that the documents were made from, ``stale`` other documents of the meeting
    that were made from older ones.
    ``facts`` tells of a speech that is composed from facts, ``findings`` what a check found in it.
    """

    source: Path
    outputs: list[Path] = field(default_factory=list)
    copies: list[Path] = field(default_factory=list)
    summaries: dict[str, Summary] = field(default_factory=dict)
    given: Parameters | None = None
    stale: list[Stale] = field(default_factory=list)
    facts: FactsReport | None = None
    findings: Sequence[Finding] = ()
    error: DrafterError | None = None

    @property
    def summary(self) -> Summary | None:
        """The summary of the speech itself, the first of the papers."""
        return next(iter(self.summaries.values()), None)

    def as_json(self, *, explain: bool = False) -> dict[str, Any]:
        """Return the report as plain values for programs; with ``explain`` each sentence has its sources."""
        facts = {"facts": self.facts.as_json(explain=explain)} if self.facts else {}
        return {
            "source": str(self.source),
            "outputs": [str(path) for path in self.outputs],
            "copies": [str(path) for path in self.copies],
            "summary": self.summary.as_json() if self.summary else None,
            "stale": [one.as_json() for one in self.stale],
            "papers": {kind: summary.as_json() for kind, summary in self.summaries.items()},
            "findings": [finding.as_json() for finding in self.findings],
            **facts,
            "errors": errors_as_json(self.error),
        }


class _Made(Struct):
    """The documents of a job by their paths, before they are written, and the report so far."""

    job: Job
    report: Report
    contents: dict[Path, bytes] = field(default_factory=dict)


def run_jobs(jobs: Iterable[Job], options: Options | None = None, workers: int = 1) -> Iterator[Report]:
    """Run each job and yield its report, in order. An expected error goes into the report and ends that job.

    With several ``workers`` the documents are made in so many processes, and written by this one.
    All documents of a job are made before the first is written, so a fault in the YAML or a template
    leaves no file behind. If a path is refused, ``outputs`` has the files written before it.
    """
    options = options or Options()
    jobs = list(jobs)
    taken: dict[str, Path] = {}
    for job, made in zip(jobs, _made(jobs, options, workers), strict=True):
        yield _write(made or _lost(job), options, taken)


def _made(jobs: Sequence[Job], options: Options, workers: int) -> Iterator[_Made | None]:
    make = partial(_make, options=options)
    if workers < 2:
        return map(make, jobs)
    # Imported late: to import what starts processes takes a tenth of a build.
    from drafter.writers.workers import results_in_order

    return results_in_order(make, jobs, workers)


def _make(job: Job, options: Options) -> _Made:
    made = _Made(job, Report(job.source))
    try:
        made.contents = _documents(job, made.report, options)
    except DrafterError as error:
        made.report.error = error
    return made


def _lost(job: Job) -> _Made:
    """Return the report on a job that no process survives."""
    message = _("the process that was to write {path} has ended: it was killed, or there was no memory left")
    error = OutputError(job.source, message.format(path=job.source), _("build this file alone"))
    return _Made(job, Report(job.source, error=error))


def _write(made: _Made, options: Options, taken: dict[str, Path]) -> Report:
    """Write the documents of a job; return its report."""
    report = made.report
    try:
        for path in made.contents:
            _claim(path, report.source, taken)
        for path, content in made.contents.items():
            copy = write_file(path, content, force=options.force)
            report.outputs.append(path)
            report.copies += [copy] if copy else []
    except DrafterError as error:
        report.error = error
    if report.error:
        report.summaries = {}
        report.facts = None
        report.findings = ()
    report.stale = _stale(made.job, report, options)
    return report


def _stale(job: Job, report: Report, options: Options) -> list[Stale]:
    """Return the documents beside those of a job that are older than its YAML."""
    documents = [path for name, path in job.outputs.items() if name == "docx"]
    if report.given is None or not documents or isinstance(report.error, InputError):
        return []
    library = library_for(job.source, options.templates)
    return stale_documents(documents, report.given, library, report.outputs)


def _documents(job: Job, report: Report, options: Options) -> dict[Path, bytes]:
    """Return the documents of a job by their paths; add the summaries to ``report``."""
    library = library_for(job.source, options.templates)
    parameters = load(job.source, library)
    if options.papers:
        parameters = replace(parameters, papers=tuple(map(library.kind_id, options.papers)))
    report.given = parameters
    contents: dict[Path, bytes] = {}
    papers = draft_papers(parameters, library)
    if parameters.has_facts:
        # Imported late, as the composition itself.
        from drafter.templating.facts_report import facts_report

        report.facts = facts_report(parameters, library)
    unasked = unasked_of(parameters.answers, papers.values())
    for kind, speech in papers.items():
        layout = library.layout(speech.layout)
        own = unasked if kind == parameters.kind else ()
        report.summaries[kind] = summarize(speech, library.kind(kind), parameters.style, own)
        for name, path in job.outputs.items():
            place = path if kind == parameters.kind else path.with_name(f"{path.stem}-{kind}{path.suffix}")
            of_word = _options_of_word(options, layout) if name == "docx" else {}
            contents[place] = writer_of(name)(speech, layout, notes=options.notes, **of_word)
    if options.check is not None:
        report.findings = options.check(papers[parameters.kind], parameters, job.source)
    return contents


def _options_of_word(options: Options, layout: Layout) -> dict[str, Any]:
    """Return what only the writer of Word documents takes; an office's own file, if any, gives the base."""
    if options.reference is None:
        return {"plain": options.plain}
    from drafter.docx.reference.base import reference_base

    return {"plain": options.plain, "base": reference_base(options.reference, layout)}


def plan_jobs(sources: Sequence[Path], output: Path | None, formats: Sequence[str]) -> list[Job]:
    """Return a job for each YAML file in ``sources``, which are files or folders.

    Without ``output`` documents are written beside their YAML. If ``output`` ends in the suffix of a
    format, it is the one document to write; otherwise it is a folder, in which the folders of ``sources``
    are repeated. Raises UnknownNameError for an unknown format, OutputError if two files would become
    the same document or one path would have to be several documents.
    """
    found = [(path, base) for source in sources for path, base in _find(source)]
    if output and str(output) == "-":
        raise OutputError(output, _("documents are not printed"), _("name a file or a folder"))
    suffix = output.suffix.lstrip(".").lower() if output and not is_folder(output) else ""
    if suffix.isascii() and suffix.isalpha() and suffix not in WRITERS:
        raise UnknownNameError(_("format"), suffix, WRITERS)
    if output and suffix in WRITERS:
        if len(found) != 1 or set(formats) - {suffix}:
            message = _("{path} is one document, and {count} are asked for")
            count = len(found) * len(set(formats) | {suffix})
            raise OutputError(output, message.format(path=output, count=count), _("name a folder"))
        return [Job(found[0][0], {suffix: output})]
    names = formats or ("docx",)
    for name in names:
        writer_of(name)
    jobs = [Job(path, _outputs(path, base, output, names)) for path, base in found]
    _refuse_collisions(jobs)
    return jobs


def _find(source: Path) -> Iterator[tuple[Path, Path]]:
    """Yield each YAML file of ``source``, and the folder that its path is relative to."""
    if not is_folder(source):
        yield source, source.parent
        return
    files = sorted(path for path in files_below(source) if _is_source(path))
    if not files:
        raise OutputError(source, _("there is no YAML file in {path}").format(path=source))
    yield from ((path, source) for path in files)


def _is_source(path: Path) -> bool:
    """Return whether ``path`` is the YAML of a meeting, not a copy that was kept of one."""
    return path.suffix.lower() in SOURCES and not path.stem.endswith(BACKUP) and is_file(path)


def _outputs(path: Path, base: Path, output: Path | None, names: Iterable[str]) -> dict[str, Path]:
    place = output / path.relative_to(base) if output else path
    return {name: place.with_suffix(f".{name}") for name in names}


def _refuse_collisions(jobs: list[Job]) -> None:
    taken: dict[str, Path] = {}
    for job in jobs:
        for path in job.outputs.values():
            _claim(path, job.source, taken)


def _claim(path: Path, source: Path, taken: dict[str, Path]) -> None:
    """Record that ``source`` becomes the document at ``path``; raise OutputError if another file does."""
    first = taken.setdefault(str(path.absolute()), source)
    if first != source:
        message = _("{first} and {second} would both become {path}")
        raise OutputError(
            path,
            message.format(first=first, second=source, path=path),
            _("rename one, or build them into different folders"),
        )


def outline_of(path: str | Path, templates: Sequence[Path] = ()) -> list[OutlineLine]:
    """Return the outline of the file at ``path``, a meeting's YAML or a Word document.

    Raises ReadError if a document cannot be read, ParameterError and TemplateError as load and
    draft do.
    """
    path = Path(path)
    if path.suffix.lower() == ".docx":
        return _outline_of_document(path)
    library = library_for(path, templates)
    return list(iter_outline(draft(load(path, library), library)))


def _outline_of_document(path: Path) -> list[OutlineLine]:
    from drafter.docx.read.outline import read_outline
    from drafter.docx.untrusted import read_document, unreadable

    outline = read_outline(read_document(path))
    if outline is None:
        raise unreadable(str(path), _("it is no Word document, or a damaged one"))
    return outline
