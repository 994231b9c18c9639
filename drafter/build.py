"""Builds: YAML files in, documents out, a report of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from drafter.drafting import draft
from drafter.errors import DrafterError, InputError, OutputError, UnknownNameError
from drafter.i18n import _
from drafter.loading.load import load
from drafter.output import BACKUP, write_file
from drafter.settings import library_for
from drafter.summary import Summary, summarize
from drafter.writers import WRITERS, writer_of

SOURCES = (".yaml", ".yml")


class Job(Struct, frozen=True):
    """One YAML file and the documents to make of it, by format."""

    source: Path
    outputs: dict[str, Path]


class Report(Struct):
    """What came of a job: the documents written and copies kept, or why there are none."""

    source: Path
    outputs: list[Path] = field(default_factory=list)
    copies: list[Path] = field(default_factory=list)
    summary: Summary | None = None
    error: DrafterError | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the report as plain values for programs."""
        return {
            "source": str(self.source),
            "outputs": [str(path) for path in self.outputs],
            "copies": [str(path) for path in self.copies],
            "summary": self.summary.as_json() if self.summary else None,
            "errors": _errors(self.error),
        }


def _errors(error: DrafterError | None) -> list[dict[str, Any]]:
    if isinstance(error, InputError):
        return [diagnostic.as_json() for diagnostic in error.diagnostics]
    return [{"message": str(error), "remedy": getattr(error, "remedy", "")}] if error else []


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
            first = taken.setdefault(path.absolute(), job.source)
            if first != job.source:
                message = _("{first} and {second} would both become {path}")
                raise OutputError(
                    path,
                    message.format(first=first, second=job.source, path=path),
                    _("rename one, or build them into different folders"),
                )


def run_job(job: Job, templates: Sequence[Path] = (), *, notes: bool = True, force: bool = False) -> Report:
    """Do one job and report it; an expected error is in the report, and ends the job.

    All documents are made before the first is written: a fault of the file or a template
    leaves nothing behind. What was written before a path is refused stands in ``outputs``.
    """
    report = Report(job.source)
    try:
        library = library_for(job.source, templates)
        parameters = load(job.source, library)
        speech = draft(parameters, library)
        layout = library.layout(speech.layout)
        contents = {name: writer_of(name)(speech, layout, notes=notes) for name in job.outputs}
        for name, path in job.outputs.items():
            copy = write_file(path, contents[name], force=force)
            report.outputs.append(path)
            report.copies += [copy] if copy else []
        report.summary = summarize(speech, library.kind(speech.kind), parameters.style)
    except DrafterError as error:
        report.error = error
    return report
