"""``drafter pull``: take the values that were edited in a document back into its YAML."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct, field

from drafter.docx.content_controls import is_own, tag_of
from drafter.docx.read.document import Document
from drafter.docx.untrusted import read_document
from drafter.errors import Diagnostic, OutputError, ParameterError, ReadError, Span
from drafter.i18n import _
from drafter.library import Library, library_for, load, parameters_in
from drafter.merge.anchors import prose_ranges, prose_text
from drafter.merge.decisions import Choices
from drafter.merge.edited_document import anchor_document, open_document, open_edited
from drafter.merge.pulled_values import PulledValues, pull_values
from drafter.merge.report import Findings
from drafter.merge.restore import restored_yaml
from drafter.models.parameters import Parameters
from drafter.models.paths import paths_in, value_at
from drafter.speech.value_names import value_name
from drafter.templating.context import complete
from drafter.writers.output import write_update
from drafter.yaml.changes import UnsettableError
from drafter.yaml.patch import patch
from drafter.yaml.source import MAX_BYTES, Source, encoded_like, read_bytes, source_of
from drafter.yaml.spelling import LibraryNames

_MOST_FAULTS = 3


class Pull(Struct):
    """The result of a pull: the YAML ``before`` and ``after``, and what was found.

    ``refused`` has the reasons why values cannot be taken, by path. Values in conflict are not in ``after``.
    ``given`` are the parameters of the YAML and those that the document was written from.
    """

    before: str
    after: str
    findings: Findings
    refused: dict[str, str] = field(default_factory=dict)
    given: tuple[Parameters, ...] = ()


def pull_document(
    path: str | Path,
    source: str | Path,
    *,
    templates: Sequence[Path] = (),
    choices: Choices | None = None,
    write: bool = True,
) -> Pull:
    """Take values and prose from the document at ``path`` back into the YAML at ``source``.

    Only the characters of changed values change there; a file that does not exist is written anew.
    Raises ReadError where the document cannot be read or has no provenance, OverwriteError where an
    editor has the YAML open, OutputError where it would be too large to be read again, ParameterError and
    TemplateError as load and draft do.
    """
    path, source = Path(path), Path(source)
    library = library_for(source, templates)
    docx = read_document(path)
    if not os.path.lexists(source):
        pull = restored(docx, library, name=str(path))
        _refuse_too_large(pull, source)
        if write:
            write_update(source, pull.after.encode(), None)
        return pull
    parameters = load(source, library)
    content = read_bytes(source)
    text = content.decode("utf-8-sig")
    pull = pulled(docx, source_of(str(source), text), parameters, library, choices=choices, name=str(path))
    _refuse_too_large(pull, source)
    if write and pull.after != pull.before:
        write_update(source, encoded_like(pull.after, content), content)
    return pull


def _refuse_too_large(pull: Pull, source: Path) -> None:
    """Raise OutputError for a YAML that would be too large to be read again."""
    if len(pull.after.encode()) > MAX_BYTES:
        message = _("with the text of the document, {path} would be larger than {limit} KB")
        remedy = _("shorten what was added to the document: no speech is as long")
        raise OutputError(source, message.format(path=source, limit=MAX_BYTES >> 10), remedy)


def pulled(
    docx: bytes,
    source: Source,
    parameters: Parameters,
    library: Library,
    *,
    choices: Choices | None = None,
    name: str = "",
) -> Pull:
    """Return ``source``, the YAML of ``parameters``, with the values edited in the document ``docx``.

    Raises as ``pull_document`` does, but writes nothing.
    """
    edited = open_edited(docx, parameters, library, name=name)
    given = edited.given
    found = pull_values(edited.anchored, given[1], parameters, (choices or Choices()).by_path(*given))
    found.findings.add_notes(edited.notes())
    after = _patched(source, found, parameters, library)
    return Pull(source.text, after, found.findings, found.refused, given)


def restored(docx: bytes, library: Library, *, name: str = "") -> Pull:
    """Return a new YAML with all values that the document ``docx`` was written from, and its edits.

    Prose that the document has lost is missing. Raises as ``pull_document`` does.
    """
    document, provenance = open_document(docx, name)
    given = provenance.given
    anchored = anchor_document(document, provenance, library, given)
    parameters, text = restored_yaml(given, anchored, library)
    found = pull_values(anchored, given, given, Choices())
    lost = [path for path in paths_in(given) if value_at(parameters, path) is None]
    labels = [value_name(path, given) for path in lost if path not in found.changes]
    if labels:
        message = _("prose that the document does not say, and the new YAML has not: {labels}")
        found.findings.note(message.format(labels=_(", ").join(labels)))
    after = _patched(source_of(name, text), found, parameters, library)
    _refuse_damaged(after, library, name)
    return Pull("", after, found.findings, found.refused, (given,))


def _refuse_damaged(text: str, library: Library, name: str) -> None:
    """Raise ReadError where a YAML out of the memory of the document ``name`` could not be loaded.

    A document may come from anywhere, and remember kinds, parts and values that there are not.
    """
    try:
        parameters_in(source_of(name, text), library)
    except ParameterError as error:
        faults = "; ".join(dict.fromkeys(one.message for one in error.diagnostics[:_MOST_FAULTS]))
        message = _("what the document remembers is damaged: {faults}").format(faults=faults)
        remedy = _("name the YAML of the meeting, if there is one")
        raise ReadError([Diagnostic("D107", message, Span(name), remedy)]) from None


def _patched(source: Source, found: PulledValues, parameters: Parameters, library: Library) -> str:
    """Return the text of ``source`` with the changes of ``found``."""
    if not found.changes:
        return source.text
    skeleton = complete(parameters, library.kind(parameters.kind))
    names = partial(library.names, parameters.kind)
    try:
        return patch(source, found.changes, skeleton, names)
    except UnsettableError:
        # One value that there is no room for does not keep the others out.
        return patch(source, dict(_settable(source, found, skeleton, names)), skeleton, names)


def _settable(
    source: Source, found: PulledValues, skeleton: Parameters, names: Callable[[], LibraryNames]
) -> Iterator[tuple[str, str | None]]:
    """Yield the changes that can be made, tried one by one; the others become refused."""
    for path, text in found.changes.items():
        try:
            patch(source, {path: text}, skeleton, names)
        except UnsettableError as error:
            found.refused[path] = f"{error.reason}; {error.remedy}" if error.remedy else error.reason
            updated = found.findings.updated
            found.findings.updated = [change for change in updated if change.path != path]
        else:
            yield path, text


def read_values(path: str | Path) -> dict[str, tuple[str, ...]]:
    """Return the values in the document at ``path`` by their paths, from its controls and bookmarks.

    A value that has one text in all its places has one entry, otherwise one for each text. Blanks are
    left out. Tracked insertions are read, tracked deletions are not. Raises ReadError where the
    document cannot be read or has no provenance.
    """
    path = Path(path)
    document, provenance = open_document(read_document(path), str(path))
    paths = list(paths_in(provenance.given))
    found: dict[str, dict[str, None]] = {}
    for name, text in (*_controls(document, paths), *_proses(document, paths)):
        if text.strip():
            found.setdefault(name, {})[text] = None
    return {name: tuple(texts) for name, texts in found.items()}


def _controls(document: Document, paths: list[str]) -> Iterator[tuple[str, str]]:
    names = {tag_of(path): path for path in paths}
    for paragraph in document.shown:
        for control in paragraph.controls:
            if not control.is_blank and is_own(control.tag):
                yield names.get(control.tag, control.tag), paragraph.words(control)


def _proses(document: Document, paths: list[str]) -> Iterator[tuple[str, str]]:
    for path, _number, slices in prose_ranges(list(document.shown), paths):
        yield path, prose_text(slices)
