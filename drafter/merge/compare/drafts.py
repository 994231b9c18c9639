"""Two files as drafts that can be compared: YAML files, and documents by drafter or from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from drafter.docx.content_controls import label_of
from drafter.docx.provenance import Provenance, read_provenance
from drafter.docx.read.document import Document, parse_document
from drafter.docx.untrusted import read_document, unreadable
from drafter.errors import DrafterError
from drafter.files.archives import MOST_BYTES
from drafter.files.disk import UnreadableError, read_file
from drafter.i18n import _
from drafter.library import Library, library_for, load
from drafter.merge.anchored_document import AnchoredDocument
from drafter.merge.anchors import SEPARATOR
from drafter.merge.base_version import base_paragraphs, with_prose
from drafter.merge.compare.foreign import BODY, foreign_paragraph, foreign_paragraphs
from drafter.merge.compare.sections import Section, sections_of
from drafter.merge.paragraph_match import ParagraphMatch
from drafter.merge.paragraphs import DraftParagraph, cut_spans, paragraphs_of, placed
from drafter.merge.similarity import MOST_CHARACTERS, MOST_PARAGRAPHS
from drafter.models.parameters import Parameters
from drafter.speech.blocks import lead_length
from drafter.speech.numbering import typed_ordinal
from drafter.speech.spans import SpanKind, TextSpan
from drafter.templating.draft import draft_paper

# Titles need not be broken into lines to be compared.
_NO_LIMIT = 1e6
# The first bytes of a .docx, whatever its name.
_ZIP = b"PK\x03\x04"


class Draft(Struct):
    """One side of a comparison; ``given`` are its parameters, None for a document from elsewhere."""

    sections: list[Section]
    given: Parameters | None = None


class _File(Struct):
    path: Path
    document: Document
    provenance: Provenance | None

    @property
    def paper(self) -> str:
        """The kind of a paper that accompanies a speech, "" for the speech itself."""
        found = self.provenance
        return found.kind if found is not None and found.kind != found.given.kind else ""


def read_drafts(old: Path, new: Path, templates: Sequence[Path] = ()) -> tuple[Draft, Draft]:
    """Return the drafts in two files, each a YAML or a .docx.

    Beside a document that is another paper of a meeting, its notice or agenda, a YAML is drafted as
    that paper. Raises ReadError where a document cannot be read, ParameterError and TemplateError as
    load and draft do.
    """
    files = [_open(path) if _is_document(path) else None for path in (old, new)]
    paper = next((one.paper for one in files if one is not None and one.paper), "")
    drafts = [
        _from_yaml(path, library_for(path, templates), paper)
        if file is None
        else _from_document(file, templates)
        for path, file in zip((old, new), files, strict=True)
    ]
    return drafts[0], drafts[1]


def _is_document(path: Path) -> bool:
    if path.suffix.lower() == ".docx":
        return True
    try:
        return read_file(path, MOST_BYTES).startswith(_ZIP)
    except UnreadableError:
        return False


def _open(path: Path) -> _File:
    document = parse_document(read_document(path))
    if document is None:
        raise unreadable(str(path), _("it is no Word document, or a damaged one"))
    return _File(path, document, read_provenance(document.stored))


def _from_yaml(path: Path, library: Library, paper: str) -> Draft:
    parameters = load(path, library)
    kind = paper if paper in library.kinds() else parameters.kind
    speech = draft_paper(parameters, kind, library)
    return Draft(sections_of(paragraphs_of(speech, _NO_LIMIT)), parameters)


def _from_document(file: _File, templates: Sequence[Path]) -> Draft:
    document, provenance = file.document, file.provenance
    texts = [paragraph.text for paragraph in document.shown if paragraph.text]
    if len(texts) > MOST_PARAGRAPHS or sum(map(len, texts)) > MOST_CHARACTERS:
        raise unreadable(str(file.path), _("it is too long for a speech"))
    if provenance is None:
        return Draft(sections_of(foreign_paragraphs(document)))
    try:
        base = base_paragraphs(provenance, library_for(file.path, templates))
    except DrafterError:
        # Its templates or its depth are unknown here: it is read like a document from elsewhere.
        return Draft(sections_of(foreign_paragraphs(document)))
    anchored = AnchoredDocument(document, with_prose(base, document))
    return Draft(sections_of(current_paragraphs(anchored)), provenance.given)


def current_paragraphs(anchored: AnchoredDocument) -> Iterator[DraftParagraph]:
    """Yield the paragraphs of a document by drafter as those of a draft, with all edits and additions."""
    styles = anchored.document.stylesheet()
    for paragraph in anchored.paragraphs:
        if paragraph not in anchored.matches_in:
            yield foreign_paragraph(paragraph, styles)
        for match in anchored.matches_from(paragraph):
            yield from _current(match, anchored)


def _current(match: ParagraphMatch, anchored: AnchoredDocument) -> Iterator[DraftParagraph]:
    """Yield what a drafted paragraph is now: one, or several into which it was divided."""
    base, text = match.base, match.text_range.text
    if not match.is_edited and not base.is_stale:
        yield base
        return
    spans = _with_lead(base, _spans(match, anchored), text)
    start = 0
    for index, part in enumerate(text.split(SEPARATOR)):
        block = base.block if not index else replace(BODY, section=base.block.section)
        yield DraftParagraph(block, cut_spans(spans, start, start + len(part)))
        start += len(part) + 1


def _spans(match: ParagraphMatch, anchored: AnchoredDocument) -> list[TextSpan]:
    """Return the present text of a paragraph as spans: the values that are known, words between them."""
    text, reached = match.text_range.text, 0
    spans = []
    for start, end, value in sorted(_values(match, anchored), key=lambda found: found[:2]):
        if start >= reached and end > start:
            spans += [TextSpan(SpanKind.WORDS, text[reached:start]), value]
            reached = end
    return [*spans, TextSpan(SpanKind.WORDS, text[reached:])]


def _values(match: ParagraphMatch, anchored: AnchoredDocument) -> Iterator[tuple[int, int, TextSpan]]:
    text = match.text_range.text
    for start, end, control in match.text_range.controls():
        kind = SpanKind.BLANK if control.is_blank else SpanKind.VALUE
        path = anchored.path_of(control.tag)
        label = text[start:end].strip("【】") if control.is_blank else label_of(path)
        yield start, end, TextSpan(kind, text[start:end], path, label)
    for span, first, last in placed(match.base.spans):
        # A value without its control that stands where it stood.
        now = match.locate(first, last) if span.kind in (SpanKind.VALUE, SpanKind.BLANK) else None
        if now is not None and text[now[0] : now[1]] == span.text:
            yield *now, span


def _with_lead(base: DraftParagraph, spans: list[TextSpan], text: str) -> list[TextSpan]:
    """Mark the start of a paragraph as its lead sentence, if it had one and still has one."""
    ordinal = base.ordinal if text.startswith(base.ordinal) else typed_ordinal(text)[0]
    lead = "".join(span.text for span in base.spans if span.is_lead)
    if not lead:
        return spans
    end = len(lead) if text.startswith(lead) else len(ordinal) + lead_length(text[len(ordinal) :])
    head = [replace(span, is_lead=True) for span in cut_spans(spans, 0, end)]
    return [*head, *cut_spans(spans, end, len(text))]
