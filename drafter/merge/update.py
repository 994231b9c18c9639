"""``drafter update``: bring an edited document up to date with its YAML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from drafter.docx.edit.save import save_document
from drafter.docx.provenance import provenance_properties
from drafter.docx.read.content import is_own
from drafter.docx.untrusted import read_document, refuse_damaged
from drafter.i18n import _
from drafter.library import Library, library_for, load
from drafter.merge.apply import apply_plan
from drafter.merge.decisions import Choices
from drafter.merge.edited_document import EditedDocument, is_other_meeting, open_edited
from drafter.merge.merge import merge
from drafter.merge.report import Findings, Note
from drafter.models.parameters import Parameters
from drafter.speech.digests import digest_of_block
from drafter.writers.output import write_update


class Update(Struct):
    """The result of an update: the changed ``document`` and what was found.

    ``document`` is None where nothing changed, or where a conflict is left. ``given`` are the parameters
    of the YAML and those that the document was written from. ``copy`` is that of the old file, if one was
    kept.
    """

    document: bytes | None
    findings: Findings
    given: tuple[Parameters, ...] = ()
    copy: Path | None = None


def update_document(
    path: str | Path,
    source: str | Path,
    *,
    templates: Sequence[Path] = (),
    choices: Choices | None = None,
    track: bool = False,
    write: bool = True,
    output: Path | None = None,
    base: Path | None = None,
    another_meeting: bool = False,
) -> Update:
    """Bring the document at ``path`` up to date with the YAML at ``source``.

    It is written in its place, or to ``output``. Where a conflict is left that ``choices`` do not
    settle, nothing is written. With ``track``, changes are tracked revisions by "drafter". ``base`` is the
    YAML that a document was written from whose properties were removed. With ``another_meeting``, the YAML
    may be of another one; a copy of the document is kept then. Raises
    ReadError where the document cannot be read or has no provenance, OverwriteError where an editor has
    it open or somebody changed it meanwhile, ParameterError and TemplateError as load and draft do.
    """
    path, source = Path(path), Path(source)
    library = library_for(source, templates)
    parameters = load(source, library)
    docx = read_document(path)
    written_from = load(base, library) if base is not None else None
    update = updated(
        docx, parameters, library, choices=choices, track=track, name=str(path), base=written_from,
        another_meeting=another_meeting,
    )  # fmt: skip
    if write and update.document is not None:
        keeps_copy = is_other_meeting(update.given[1], parameters)
        before = docx if output is None else None
        update.copy = write_update(output or path, update.document, before, keeps_copy=keeps_copy)
    return update


def updated(
    docx: bytes,
    parameters: Parameters,
    library: Library,
    *,
    choices: Choices | None = None,
    track: bool = False,
    name: str = "",
    base: Parameters | None = None,
    another_meeting: bool = False,
) -> Update:
    """Return the document ``docx`` updated to ``parameters``; raises as ``update_document`` does."""
    edited = open_edited(docx, parameters, library, name=name, base=base, another_meeting=another_meeting)
    anchored, given = edited.anchored, edited.given
    plan, findings = merge(anchored, edited.new, (choices or Choices()).by_path(*given))
    findings.add_notes((*edited.notes(), *_about_layout(edited)))
    if findings.conflicts:
        return Update(None, findings, given)
    document = anchored.document
    digests = {paragraph.number: digest_of_block(paragraph.spans) for paragraph in plan.paragraphs}
    properties = provenance_properties(edited.speech, digests)
    if plan.is_empty and not _differs(properties, document.stored):
        return Update(None, findings, given)
    refuse_damaged(document.members, name)
    apply_plan(plan, anchored, edited.speech, edited.layout, track=track)
    saved = save_document(document, properties, own=is_own(docx))
    # What cannot be stored in a damaged file would else be a change each time.
    return Update(None if saved == docx else saved, findings, given)


def _about_layout(edited: EditedDocument) -> Iterator[Note]:
    """Yield that the YAML has another layout now, which an update does not change."""
    old, new = edited.anchored.document.stored.get("drafter.layout"), edited.speech.layout
    if old not in (None, new):
        text = _("the layout is {new} now; the document keeps that of {old}, only a new build changes it")
        yield Note(text.format(new=new, old=old))


def _differs(properties: dict[str, str], stored: dict[str, str]) -> bool:
    """Return whether the document's provenance would change."""
    return any(stored.get(name) != value for name, value in properties.items())
