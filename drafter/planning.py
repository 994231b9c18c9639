"""What to build: which YAML files, and which documents each becomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from drafter.errors import OutputError, UnknownNameError
from drafter.i18n import _
from drafter.output import BACKUP
from drafter.writers import WRITERS, writer_of

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
