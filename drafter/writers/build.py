"""Builds: YAML files in, documents out, a report of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.errors import DrafterError, InputError, OutputError, UnknownNameError
from drafter.i18n import _
from drafter.library import library_for, load
from drafter.speech.summary import Summary, summarize, unasked_of
from drafter.templating.draft import draft_papers
from drafter.writers import WRITERS, writer_of
from drafter.writers.output import BACKUP, write_file


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
        parameters = replace(parameters, papers=tuple(map(library.kind_id, options.papers)))
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


SOURCES = (".yaml", ".yml")


class Job(Struct, frozen=True):
    """One YAML file and the documents to make of it, by format."""

    source: Path
    outputs: dict[str, Path]


def plan_jobs(sources: Sequence[Path], output: Path | None, formats: Sequence[str]) -> list[Job]:
    """Return a job for each YAML file that ``sources``, files or folders, name.

    Without ``output`` documents stand beside their YAML. One file and an ``output`` that
    ends in a format's suffix make that document; otherwise ``output`` is a folder, which
    mirrors the folders that were given. Raises UnknownNameError for a format that there is
    not, OutputError where two files would become the same document or one path is to be several.
    """
    found = [(path, base) for source in sources for path, base in _find(source)]
    if output and str(output) == "-":
        raise OutputError(output, _("documents are not printed"), _("name a file or a folder"))
    suffix = output.suffix.lstrip(".").lower() if output and not output.is_dir() else ""
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
    """Yield each YAML file that ``source`` names, and the folder its name is told from."""
    if not source.is_dir():
        yield source, source.parent
        return
    files = sorted(path for path in source.rglob("*") if _is_source(path))
    if not files:
        raise OutputError(source, _("there is no YAML file in {path}").format(path=source))
    yield from ((path, source) for path in files)


def _is_source(path: Path) -> bool:
    """Tell whether ``path`` is a meeting's YAML, and none of the copies that are kept of one."""
    return path.suffix.lower() in SOURCES and not path.stem.endswith(BACKUP) and path.is_file()


def _outputs(path: Path, base: Path, output: Path | None, names: Iterable[str]) -> dict[str, Path]:
    place = output / path.relative_to(base) if output else path
    return {name: place.with_suffix(f".{name}") for name in names}


def _refuse_collisions(jobs: list[Job]) -> None:
    taken: dict[Path, Path] = {}
    for job in jobs:
        for path in job.outputs.values():
            take(path, job.source, taken)


def take(path: Path, source: Path, taken: dict[Path, Path]) -> None:
    """Note that ``source`` becomes the document at ``path``; raise OutputError where another does."""
    first = taken.setdefault(path.absolute(), source)
    if first != source:
        message = _("{first} and {second} would both become {path}")
        raise OutputError(
            path,
            message.format(first=first, second=source, path=path),
            _("rename one, or build them into different folders"),
        )
