"""``drafter update``: a document that a person edited is brought up to date with its YAML."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from drafter.docx.edit.save import save_document, untouched_content
from drafter.docx.provenance import Provenance, provenance_properties, read_provenance
from drafter.docx.read.document import Document, parse_document
from drafter.docx.untrusted import unreadable
from drafter.errors import Diagnostic, ReadError, Span
from drafter.i18n import _
from drafter.library import Library, library_for, load
from drafter.merge.anchored import AnchoredDocument, gone
from drafter.merge.apply import apply_plan
from drafter.merge.base_version import base_paragraphs, restore_prose, texts_of_prose
from drafter.merge.decisions import Choices
from drafter.merge.lists import Renames
from drafter.merge.merge import merge
from drafter.merge.paragraphs import DraftParagraph, paragraphs_of
from drafter.merge.plan import Plan
from drafter.merge.report import Findings
from drafter.models.parameters import Parameters
from drafter.speech.digests import digest_of_block, digest_prose
from drafter.templating.draft import draft_paper
from drafter.writers.output import write_update


class Update(Struct):
    """What came of an update: the document as it is now, None where nothing changed or a conflict is
    left; what was found. ``given`` are the parameters of now and those that it was written from."""

    document: bytes | None
    findings: Findings
    given: tuple[Parameters, ...] = ()


def update_document(
    path: str | Path,
    source: str | Path,
    *,
    templates: Sequence[Path] = (),
    choices: Choices | None = None,
    track: bool = False,
    write: bool = True,
    output: Path | None = None,
) -> Update:
    """Bring the document at ``path`` up to date with the YAML at ``source``.

    It is written in its place, or to ``output``, unless a conflict is left that ``choices`` do not
    settle; then it stays as it is. With ``track``, changes are tracked revisions by "drafter". Raises
    ReadError where the document cannot be read or remembers nothing, OverwriteError where an editor has
    it open or somebody changed it meanwhile, ParameterError and TemplateError as load and draft do.
    """
    path, source = Path(path), Path(source)
    library = library_for(source, templates)
    parameters = load(source, library)
    docx = read_document(path)
    update = updated(docx, parameters, library, choices=choices, track=track, name=str(path))
    if write and update.document is not None:
        write_update(output or path, update.document, docx if output is None else None)
    return update


def updated(
    docx: bytes,
    parameters: Parameters,
    library: Library,
    *,
    choices: Choices | None = None,
    track: bool = False,
    name: str = "",
) -> Update:
    """Return what the document ``docx`` becomes with ``parameters``; raises as ``update_document`` does."""
    manuscript, memory = open_document(docx, name)
    refuse_another(memory, parameters, name)
    speech = draft_paper(parameters, paper_of(memory, parameters), library)
    new = paragraphs_of(speech, library.layout(speech.layout).title.limit)
    edition = edition_of(manuscript, memory, library, new, Renames(memory.given, digest_prose(parameters)))
    given = (parameters, memory.given)
    plan, findings = merge(edition, new, (choices or Choices()).by_path(*given))
    if findings.conflicts:
        return Update(None, findings, given)
    properties = provenance_properties(speech, _digests(plan))
    if plan.is_empty and not _is_news(properties, manuscript.stored):
        return Update(None, findings, given)
    content = untouched_content(manuscript)
    apply_plan(plan, edition, speech, library.layout(speech.layout), track=track)
    return Update(save_document(manuscript, properties, content), findings, given)


def open_document(docx: bytes, name: str) -> tuple[Document, Provenance]:
    """Return a document and what it remembers; raise ReadError where it cannot be read, or does not."""
    manuscript = parse_document(docx)
    if manuscript is None:
        raise unreadable(name, _("it is no Word document, or a damaged one"))
    memory = read_provenance(manuscript.stored)
    if memory is None:
        raise forgotten(name)
    return manuscript, memory


def edition_of(
    manuscript: Document,
    memory: Provenance,
    library: Library,
    new: Sequence[DraftParagraph],
    renames: Renames,
) -> AnchoredDocument:
    """Return a document beside what it was written as; ``new`` may know prose of then."""
    written = base_paragraphs(memory, library)
    texts = texts_of_prose(list(manuscript.shown), new)
    paths = {segment.path for passage in written for segment in passage.segments if segment.path}
    names = {path: renames(path) or gone(path) for path in paths}
    names = {path: name for path, name in names.items() if path != name}
    return AnchoredDocument(manuscript, restore_prose(written, texts), names)


def paper_of(memory: Provenance, parameters: Parameters) -> str:
    """Return the kind that a document is to be now: that of the YAML, or of the paper that it is besides."""
    return parameters.kind if memory.kind == memory.given.kind else memory.kind


def read_document(path: Path) -> bytes:
    """Return the bytes of a document; raise ReadError where there are none."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(str(path), str(error.strerror), "") from None


def refuse_another(memory: Provenance, parameters: Parameters, name: str) -> None:
    """Raise ReadError where a YAML is of another meeting and another kind: all of the document would go."""
    given = memory.given
    if parameters.kind != given.kind and parameters.meeting.name != given.meeting.name:
        message = _("the document is a {kind} of {meeting}, the YAML is neither")
        told = message.format(kind=given.kind, meeting=given.meeting.name)
        remedy = _("give the YAML that it was written from")
        raise ReadError([Diagnostic("D106", told, Span(name), remedy)])


def forgotten(name: str) -> ReadError:
    """Return the error that says that a document does not know what it was made from."""
    message = _("the document does not remember what it was written from")
    remedy = _("drafter did not write it, or its properties were removed: write it anew with build")
    return ReadError([Diagnostic("D105", message, Span(name), remedy)])


def _digests(plan: Plan) -> dict[int, str]:
    return {passage.number: digest_of_block(passage.segments) for passage in plan.passages}


def _is_news(properties: dict[str, str], stored: dict[str, str]) -> bool:
    """Tell whether a document would remember anything else than it does."""
    return any(stored.get(name) != value for name, value in properties.items())
