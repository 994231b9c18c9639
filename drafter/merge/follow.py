"""Several documents brought up to date at once: which YAML each follows, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from drafter.docx.read.provenance import provenance_of
from drafter.errors import DrafterError, OutputError, errors_as_json
from drafter.files.disk import entries, files_below, is_folder
from drafter.i18n import _
from drafter.library import library_for, load
from drafter.merge.decisions import Choices
from drafter.merge.update import Update, update_document
from drafter.models.parameters import Parameters
from drafter.writers.output import BACKUP
from drafter.writers.stale import Stale, documents_in, is_same_meeting, stale_documents

YAML_SUFFIXES = (".yaml", ".yml")


class Follower(Struct, frozen=True):
    """A document and the YAML that it follows; ``reason`` tells why it follows none."""

    document: Path
    source: Path | None = None
    reason: str = ""


class Followed(Struct):
    """The result for one document: its update, or the error; ``written`` is where it was written."""

    document: Path
    source: Path
    update: Update | None = None
    written: Path | None = None
    error: DrafterError | None = None

    @property
    def has_conflicts(self) -> bool:
        """Whether the document was left alone because of conflicts."""
        return self.update is not None and bool(self.update.findings.conflicts)

    def as_json(self) -> dict[str, Any]:
        """Return the result as plain values for programs."""
        findings = self.update.findings.as_json() if self.update else {}
        return {
            "document": str(self.document),
            "yaml": str(self.source),
            "written": str(self.written) if self.written else None,
            **findings,
            "errors": errors_as_json(self.error),
        }


def followers(files: Sequence[Path], templates: Sequence[Path] = ()) -> list[Follower]:
    """Return the documents that ``files`` name, with the YAML of each.

    ``files`` are documents, folders of them, and YAML files; a second file that is neither is a YAML too.
    Where no YAML is named, a document follows the one beside it that has its name, or is of its meeting.
    Raises OutputError where a folder holds no document.
    """
    named = [path for number, path in enumerate(files) if _is_yaml(path, number)]
    sources = _Sources(named, templates)
    found = [follower for path in files if path not in named for follower in _in(path, sources)]
    return list({follower.document.absolute(): follower for follower in found}.values())


def _is_yaml(path: Path, number: int) -> bool:
    if path.suffix.lower() in YAML_SUFFIXES:
        return True
    return number > 0 and path.suffix.lower() != ".docx" and not is_folder(path)


def _in(path: Path, sources: _Sources) -> Iterator[Follower]:
    if not is_folder(path):
        # A person who names one document and one YAML is taken at their word.
        source = sources.only or sources.of(path)
        yield Follower(path, source, "" if source else _("no YAML beside it is of its meeting: name it"))
        return
    folders = sorted({path, *(one.parent for one in files_below(path) if one.suffix == ".docx")})
    documents = [one for folder in folders for one in documents_in(folder) if not one.stem.endswith(BACKUP)]
    if not documents:
        raise OutputError(path, _("there is no Word document in {path}").format(path=path))
    for document in documents:
        if provenance_of(document) is None:
            yield Follower(document, None, _("drafter did not write it, or it does not remember its YAML"))
        else:
            source = sources.of(document)
            yield Follower(document, source, "" if source else _("no YAML is of its meeting"))


class _Sources:
    """The YAML files that documents may follow: those that are ``named``, else those beside them."""

    def __init__(self, named: Sequence[Path], templates: Sequence[Path]) -> None:
        self._named, self._templates = named, templates
        self._loaded: dict[Path, Parameters | None] = {}

    @property
    def only(self) -> Path | None:
        """The YAML that is named, if it is the only one."""
        return self._named[0] if len(self._named) == 1 else None

    def of(self, document: Path) -> Path | None:
        """Return the YAML that ``document`` follows: of its name and meeting, or one of the two."""
        provenance = provenance_of(document)
        known = self._named or _yaml_files(document.parent)
        if provenance is None:
            return next((one for one in known if one.stem == document.stem), None)
        same = [one for one in known if self._is_of(one, provenance.given)]
        after = {document.stem, document.stem.removesuffix(f"-{provenance.kind}")}
        by_name = [one for one in known if one.stem in after]
        both = [one for one in same if one in by_name]
        return next(iter(both or (same if len(same) == 1 else by_name)), None)

    def _is_of(self, source: Path, given: Parameters) -> bool:
        if source not in self._loaded:
            try:
                self._loaded[source] = load(source, library_for(source, self._templates))
            except DrafterError:
                # Its faults are reported where a document bears its name.
                self._loaded[source] = None
        parameters = self._loaded[source]
        return parameters is not None and is_same_meeting(given, parameters)


def _yaml_files(folder: Path) -> list[Path]:
    return sorted(
        path
        for path in entries(folder)
        if path.suffix.lower() in YAML_SUFFIXES and not path.stem.endswith(BACKUP)
    )


class StaleBeside(Struct, frozen=True):
    """The documents that are older than the YAML ``source``, whose parameters are ``given``."""

    source: Path
    given: Parameters
    stale: list[Stale]


def stale_beside(
    results: Iterable[Followed], found: Iterable[Follower], templates: Sequence[Path] = ()
) -> list[StaleBeside]:
    """Return for each YAML the stale documents beside those of ``results``; ``found`` are not among them."""
    named = [one.document for one in found]
    sources: dict[Path, tuple[Parameters, list[Path]]] = {}
    for one in results:
        if one.update is not None:
            sources.setdefault(one.source, (one.update.given[0], []))[1].append(one.document)
    beside = (
        StaleBeside(source, given, stale_documents(documents, given, library_for(source, templates), named))
        for source, (given, documents) in sources.items()
    )
    return [one for one in beside if one.stale]


def follow(
    found: Iterable[Follower],
    *,
    templates: Sequence[Path] = (),
    choices: Choices | None = None,
    track: bool = False,
    write: bool = True,
    output: Path | None = None,
    base: Path | None = None,
    another_meeting: bool = False,
) -> Iterator[Followed]:
    """Bring each document up to date with its YAML, and yield what came of it.

    A document that follows no YAML is left out. An error ends the update of its document only; a document
    with conflicts is left as it is. ``output`` is where the only document is written instead; ``base`` and
    ``another_meeting`` are those of ``update_document``.
    """
    for one in found:
        if one.source is None:
            continue
        result = Followed(one.document, one.source)
        try:
            result.update = update_document(
                one.document,
                one.source,
                templates=templates,
                choices=choices,
                track=track,
                write=write,
                output=output,
                base=base,
                another_meeting=another_meeting,
            )
            if write and result.update.document is not None:
                result.written = output or one.document
        except DrafterError as error:
            result.error = error
        yield result
