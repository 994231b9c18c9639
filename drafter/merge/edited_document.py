"""An edited document opened: matched with its base version, beside the draft of its YAML now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from drafter.docx.provenance import Provenance, read_provenance
from drafter.docx.read.document import Document, parse_document
from drafter.docx.untrusted import unreadable
from drafter.errors import Diagnostic, ReadError, Span
from drafter.i18n import _
from drafter.library import Library
from drafter.merge.anchored_document import AnchoredDocument, gone
from drafter.merge.anchors import has_bookmarks, has_controls
from drafter.merge.base_version import base_paragraphs, with_prose
from drafter.merge.paragraphs import DraftParagraph, paragraphs_of
from drafter.merge.renames import Renames
from drafter.merge.report import Note
from drafter.merge.similarity import SAME_PARAGRAPH, similarity
from drafter.models.layout import Layout
from drafter.models.parameters import Parameters
from drafter.speech.digests import digest_prose
from drafter.speech.tree import Speech
from drafter.templating.draft import draft_paper


class EditedDocument(Struct, frozen=True):
    """An edited document beside the YAML that it follows.

    ``anchored`` is the document matched with its base version. ``speech`` is what the YAML says now, with
    its ``layout`` and its paragraphs, the ``new`` ones. ``given`` are the parameters of the YAML and those
    that the document was written from; ``has_forgotten`` says that it does not keep the latter itself.
    """

    anchored: AnchoredDocument
    speech: Speech
    layout: Layout
    new: list[DraftParagraph]
    given: tuple[Parameters, Parameters]
    has_forgotten: bool

    def notes(self) -> Iterator[Note]:
        """Yield what is to be known of the document as a whole."""
        if self.has_forgotten:
            yield Note(
                _("the document has forgotten its YAML: what differs from that given is taken for its own")
            )


def open_edited(
    docx: bytes,
    parameters: Parameters,
    library: Library,
    *,
    name: str = "",
    base: Parameters | None = None,
    another_meeting: bool = False,
) -> EditedDocument:
    """Return the document ``docx`` beside the YAML of ``parameters``.

    A speech is drafted as the kind that the YAML has; another paper, such as a notice, keeps its own kind.
    ``base`` is what ``open_document`` takes. Raises ReadError as that does, and, unless ``another_meeting``
    is allowed, where the YAML is of another one; raises ParameterError and TemplateError as draft does.
    """
    document, provenance = open_document(docx, name, base or parameters)
    given = provenance.given
    if not another_meeting:
        _refuse_other_meeting(given, parameters, name)
    is_main = provenance.kind == given.kind
    speech = draft_paper(parameters, parameters.kind if is_main else provenance.kind, library)
    layout = library.layout(speech.layout)
    new = paragraphs_of(speech, layout.title.limit)
    anchored = anchor_document(document, provenance, library, parameters, new)
    return EditedDocument(anchored, speech, layout, new, (parameters, given), not provenance.digests)


def open_document(docx: bytes, name: str, base: Parameters | None = None) -> tuple[Document, Provenance]:
    """Return a document and its provenance.

    ``base`` are the parameters that a document was written from whose properties were removed; its controls
    or bookmarks must be there still. Raises ReadError where the document cannot be read, or has no
    provenance.
    """
    document = parse_document(docx)
    if document is None:
        raise unreadable(name, _("it is no Word document, or a damaged one"))
    provenance, shown = read_provenance(document.stored), list(document.shown)
    if provenance is not None:
        return document, provenance
    if base is not None and (has_controls(shown) or has_bookmarks(shown)):
        return document, Provenance(digest_prose(base), base.kind, {})
    message = _("the document does not remember what it was written from")
    remedy = _("drafter did not write it: write it anew with build")
    raise ReadError([Diagnostic("D105", message, Span(name), remedy)])


def is_other_meeting(given: Parameters, now: Parameters) -> bool:
    """Return whether two sets of parameters are of different meetings, not of one that got another name."""
    old, new = given.meeting, now.meeting
    if old.name == new.name:
        return False
    is_renamed = similarity(old.name or "", new.name or "") >= SAME_PARAGRAPH
    return given.kind != now.kind or (old.date != new.date and not is_renamed)


def _refuse_other_meeting(given: Parameters, now: Parameters, name: str) -> None:
    """Raise ReadError where the YAML is of another meeting: little of the document would stay."""
    if is_other_meeting(given, now):
        message = _("the document is of {meeting}, the YAML of {other}")
        message = message.format(meeting=given.meeting.name, other=now.meeting.name)
        remedy = _("give the YAML that it was written from; `update --another-meeting` takes this one")
        raise ReadError([Diagnostic("D106", message, Span(name), remedy)])


def anchor_document(
    document: Document,
    provenance: Provenance,
    library: Library,
    parameters: Parameters,
    new: Sequence[DraftParagraph] = (),
) -> AnchoredDocument:
    """Return a document matched with its base version, its values named as in ``parameters``.

    ``new`` is the draft of these; it may have prose of which the document only keeps a digest. Raises
    ParameterError and TemplateError as draft does.
    """
    base = base_paragraphs(provenance, library)
    renames = Renames(provenance.given, digest_prose(parameters))
    paths = {span.path for drafted in base for span in drafted.spans if span.path}
    names = {path: renames(path) or gone(path) for path in paths}
    names = {path: name for path, name in names.items() if path != name}
    return AnchoredDocument(document, with_prose(base, document, new), names)
