"""Two files as drafts that can be compared: YAML files, documents of drafter's, documents from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from drafter.docx.content_controls import label_of
from drafter.docx.provenance import Provenance, read_provenance
from drafter.docx.read.document import Document, parse_document
from drafter.docx.read.paragraph import Paragraph
from drafter.docx.untrusted import unreadable
from drafter.errors import DrafterError
from drafter.i18n import _
from drafter.library import Library, library_for, load
from drafter.merge.anchored import AnchoredDocument
from drafter.merge.anchors import SEPARATOR
from drafter.merge.base_version import base_paragraphs, restore_prose, texts_of_prose
from drafter.merge.comparison import Section, sections_of
from drafter.merge.foreign import passage_of, passages_from
from drafter.merge.matched import ParagraphMatch, cut
from drafter.merge.paragraphs import DraftParagraph, paragraphs_of
from drafter.merge.update import read_document
from drafter.models.parameters import Parameters
from drafter.speech.blocks import Block, BlockKind, lead_length
from drafter.speech.numbering import typed_ordinal
from drafter.speech.spans import SpanKind, TextSpan
from drafter.templating.draft import draft_paper

# Titles need not be broken into lines to be compared.
_NO_LIMIT = 1e6
# What is longer is no speech, and would take minutes to compare.
_MOST_LINES, _MOST_CHARACTERS = 1_000, 300_000
# What a .docx begins with, whatever it is called.
_ZIP = b"PK\x03\x04"


class Draft(Struct):
    """One side of a comparison; ``given`` are its parameters, None for a document from elsewhere."""

    sections: list[Section]
    given: Parameters | None = None


class _Document(Struct):
    path: Path
    manuscript: Document
    memory: Provenance | None

    @property
    def paper(self) -> str:
        """The kind of a paper that goes with a speech, "" for the speech itself."""
        memory = self.memory
        return memory.kind if memory is not None and memory.kind != memory.given.kind else ""


def read_drafts(old: Path, new: Path, templates: Sequence[Path] = ()) -> tuple[Draft, Draft]:
    """Return the drafts in two files, each a YAML or a .docx.

    A YAML beside a document that is another paper of a meeting, its notice or agenda, is drafted as that
    paper. Raises ReadError where a document cannot be read, ParameterError and TemplateError as load and
    draft do.
    """
    documents = [_open(path) if _is_document(path) else None for path in (old, new)]
    paper = next((one.paper for one in documents if one is not None and one.paper), "")
    drafts = [
        _from_yaml(path, library_for(path, templates), paper)
        if document is None
        else _from_document(document, templates)
        for path, document in zip((old, new), documents, strict=True)
    ]
    return drafts[0], drafts[1]


def _is_document(path: Path) -> bool:
    if path.suffix.lower() == ".docx":
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(_ZIP)) == _ZIP
    except OSError:
        return False


def _open(path: Path) -> _Document:
    manuscript = parse_document(read_document(path))
    if manuscript is None:
        raise unreadable(str(path), _("it is no Word document, or a damaged one"))
    return _Document(path, manuscript, read_provenance(manuscript.stored))


def _from_yaml(path: Path, library: Library, paper: str) -> Draft:
    parameters = load(path, library)
    kind = paper if paper in library.kinds() else parameters.kind
    speech = draft_paper(parameters, kind, library)
    return Draft(sections_of(paragraphs_of(speech, _NO_LIMIT)), parameters)


def _from_document(document: _Document, templates: Sequence[Path]) -> Draft:
    manuscript, memory = document.manuscript, document.memory
    lines = [line.text for line in manuscript.shown if line.text]
    if len(lines) > _MOST_LINES or sum(map(len, lines)) > _MOST_CHARACTERS:
        raise unreadable(str(document.path), _("it is too long for a speech"))
    if memory is not None:
        try:
            written = base_paragraphs(memory, library_for(document.path, templates))
        except DrafterError:
            # Templates that are not here, a depth there is not: what it says can be read without them.
            return Draft(sections_of(passages_from(manuscript)))
        texts = texts_of_prose(list(manuscript.shown), ())
        edition = AnchoredDocument(manuscript, restore_prose(written, texts))
        return Draft(sections_of(passages_now(edition)), memory.given)
    return Draft(sections_of(passages_from(manuscript)))


_BODY = Block(BlockKind.BODY, ())


def passages_now(edition: AnchoredDocument) -> Iterator[DraftParagraph]:
    """Yield the passages of a document that drafter wrote, with what a person made of them and added."""
    styles = edition.manuscript.stylesheet()
    starts: dict[Paragraph, list[ParagraphMatch]] = {}
    taken: set[Paragraph] = set()
    for overlay in edition.overlays.values():
        starts.setdefault(overlay.stretch.slices[0].line, []).append(overlay)
        taken.update(overlay.stretch.lines)
    for line in edition.manuscript.shown:
        if line not in taken:
            yield passage_of(line, styles)
        for overlay in sorted(starts.get(line, ()), key=lambda one: one.stretch.slices[0].start):
            yield from _now(overlay, edition)


def _now(overlay: ParagraphMatch, edition: AnchoredDocument) -> Iterator[DraftParagraph]:
    """Yield what became of a passage: one for each paragraph that it is now."""
    before, text = overlay.before, overlay.stretch.text
    if not overlay.is_touched and not before.is_stale:
        yield before
        return
    segments = _led(before, _segments(overlay, edition), text)
    start = 0
    for number, part in enumerate(text.split(SEPARATOR)):
        block = before.block if not number else replace(_BODY, section=before.block.section)
        yield DraftParagraph(block, cut(segments, start, start + len(part)))
        start += len(part) + 1


def _segments(overlay: ParagraphMatch, edition: AnchoredDocument) -> list[TextSpan]:
    """Return the segments of what a passage says now: the values that can be told, words between them."""
    text, reached = overlay.stretch.text, 0
    segments = []
    for start, end, value in sorted(_values(overlay, edition), key=lambda found: found[:2]):
        if start >= reached and end > start:
            segments += [TextSpan(SpanKind.WORDS, text[reached:start]), value]
            reached = end
    return [*segments, TextSpan(SpanKind.WORDS, text[reached:])]


def _values(overlay: ParagraphMatch, edition: AnchoredDocument) -> Iterator[tuple[int, int, TextSpan]]:
    text, place = overlay.stretch.text, 0
    for start, end, control in overlay.stretch.controls():
        kind = SpanKind.BLANK if control.is_blank else SpanKind.VALUE
        path = edition.path_of(control.tag)
        label = text[start:end].strip("【】") if control.is_blank else label_of(path)
        yield start, end, TextSpan(kind, text[start:end], path, label)
    for segment in overlay.before.segments:
        if segment.kind in (SpanKind.VALUE, SpanKind.BLANK):
            # Without its control, but where it stood.
            now = overlay.place(place, place + len(segment.text))
            if now is not None and text[now[0] : now[1]] == segment.text:
                yield *now, segment
        place += len(segment.text)


def _led(before: DraftParagraph, segments: list[TextSpan], text: str) -> list[TextSpan]:
    """Mark what opens a paragraph as its heading, if it had one and has one still."""
    ordinal = before.ordinal if text.startswith(before.ordinal) else typed_ordinal(text)[0]
    lead = "".join(one.text for one in before.segments if one.is_lead)
    if not lead:
        return segments
    end = len(lead) if text.startswith(lead) else len(ordinal) + lead_length(text[len(ordinal) :])
    head = [replace(one, is_lead=True) for one in cut(segments, 0, end)]
    return [*head, *cut(segments, end, len(text))]
