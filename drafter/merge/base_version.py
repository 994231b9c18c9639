"""An edited document opened: its provenance, the draft that it was written as, and both matched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import cast

from msgspec.structs import replace

from drafter.docx.provenance import Provenance, read_provenance
from drafter.docx.read.document import Document, parse_document
from drafter.docx.read.paragraph import Paragraph
from drafter.docx.untrusted import unreadable
from drafter.errors import Diagnostic, ReadError, Span
from drafter.i18n import _
from drafter.library import Library
from drafter.merge.anchored_document import AnchoredDocument, gone
from drafter.merge.anchors import has_bookmarks, has_controls
from drafter.merge.base_sentences import recovered_sentences
from drafter.merge.paragraphs import DraftParagraph, paragraphs_of
from drafter.merge.renames import Renames
from drafter.merge.similarity import MOST_MARKED_CHARACTERS, SAME_PARAGRAPH, similarity
from drafter.models.parameters import Parameters
from drafter.models.types import Depth
from drafter.speech.digests import (
    digest_of_block,
    digest_prose,
    has_digests,
    restore_line,
    sentences_by_digest,
)
from drafter.speech.spans import SpanKind, TextSpan
from drafter.templating.draft import draft_paper


def open_document(docx: bytes, name: str, base: Parameters | None = None) -> tuple[Document, Provenance]:
    """Return a document and its provenance; raises ReadError where it cannot be read, or has none.

    ``base`` are the parameters that a document was written from whose properties were removed; its controls
    or bookmarks must be there still.
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


def refuse_other_meeting(provenance: Provenance, parameters: Parameters, name: str) -> None:
    """Raise ReadError where the YAML is of another meeting: little of the document would stay."""
    given = provenance.given
    if is_other_meeting(given, parameters):
        message = _("the document is of {meeting}, the YAML of {other}")
        message = message.format(meeting=given.meeting.name, other=parameters.meeting.name)
        remedy = _("give the YAML that it was written from; `update --another-meeting` takes this one")
        raise ReadError([Diagnostic("D106", message, Span(name), remedy)])


def about_document(document: Document, provenance: Provenance, layout: str = "") -> Iterator[str]:
    """Yield what is to be known of a document as a whole: that it forgot its YAML, or keeps its layout."""
    if not provenance.digests:
        yield _("the document has forgotten its YAML: what differs from that given is taken for its own")
    old = document.stored.get("drafter.layout", layout)
    if layout not in ("", old):
        text = _("the layout is {new} now; the document keeps that of {old}, only a new build changes it")
        yield text.format(new=layout, old=old)


def current_kind(provenance: Provenance, parameters: Parameters) -> str:
    """Return the kind as which a document is drafted now.

    The speech takes the YAML's kind; another paper, such as a notice, keeps its own.
    """
    is_main = provenance.kind == provenance.given.kind
    return parameters.kind if is_main else provenance.kind


def anchor_document(
    document: Document,
    provenance: Provenance,
    library: Library,
    parameters: Parameters,
    new: Sequence[DraftParagraph] = (),
) -> AnchoredDocument:
    """Return a document matched with its base version, its values named as in ``parameters``.

    ``new`` is the draft of these; it may have prose of which the document only keeps a digest.
    """
    base = base_paragraphs(provenance, library)
    renames = Renames(provenance.given, digest_prose(parameters))
    paths = {span.path for drafted in base for span in drafted.spans if span.path}
    names = {path: renames(path) or gone(path) for path in paths}
    names = {path: name for path, name in names.items() if path != name}
    theirs, ours = prose_sentences(list(document.shown), ()), prose_sentences((), new)
    proses = (span.text for drafted in base for span in drafted.spans if _is_prose(span))
    sentences = theirs | ours | recovered_sentences(proses, theirs, ours)
    return AnchoredDocument(document, restore_prose(base, sentences), names)


def base_paragraphs(provenance: Provenance, library: Library) -> list[DraftParagraph]:
    """Return the paragraphs that were written, drafted once more; their prose is abridged.

    A paragraph whose words the templates have changed since is stale: only its values are known.
    Raises as ``draft`` does.
    """
    given = provenance.given
    if provenance.depth:
        given = replace(given, style=replace(given.style, depth=cast("Depth", provenance.depth)))
    speech = draft_paper(given, provenance.kind, library)
    paragraphs = paragraphs_of(speech, library.layout(speech.layout).title.limit)
    digests = [digest_of_block(paragraph.spans) for paragraph in paragraphs]
    known: list[DraftParagraph] = []
    if not provenance.digests:
        return [replace(one, number=number) for number, one in enumerate(paragraphs, 1)]
    matcher = SequenceMatcher(None, digests, list(provenance.digests.values()), autojunk=False)
    numbers = list(provenance.digests)
    for tag, low, high, first, last in matcher.get_opcodes():
        if tag == "equal" or high - low == last - first:
            pairs = zip(paragraphs[low:high], numbers[first:last], strict=True)
            known += [replace(one, number=number, is_stale=tag != "equal") for one, number in pairs]
    return known


def restore_prose(base: Sequence[DraftParagraph], sentences: Mapping[str, str]) -> list[DraftParagraph]:
    """Return ``base`` with its prose in full, as far as ``sentences`` has it by its digests."""
    return [_restored(drafted, sentences) for drafted in base]


def prose_sentences(paragraphs: Sequence[Paragraph], drafts: Iterable[DraftParagraph]) -> dict[str, str]:
    """Return by its digest every sentence that may be of prose: in a document, and in prose of ``drafts``."""
    texts = (span.text for drafted in drafts for span in drafted.spans if _is_prose(span))
    return sentences_by_digest((*texts, *_marked_texts(paragraphs)))


def _marked_texts(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Yield each paragraph, the text within each bookmark, and the text between any two of their ends."""
    for paragraph in paragraphs:
        text, marks = paragraph.text, paragraph.bookmarks
        yield text
        if len(marks) * len(text) > MOST_MARKED_CHARACTERS:
            continue
        starts = {mark.identifier: mark.offset for mark in marks if mark.is_start}
        ends = {mark.identifier: mark.offset for mark in marks if not mark.is_start}
        for identity in starts.keys() | ends.keys():
            yield text[starts.get(identity, 0) : ends.get(identity)]
        places = sorted({*starts.values(), *ends.values()})
        yield from (text[start:end] for start, end in pairwise(places))


def _restored(drafted: DraftParagraph, sentences: Mapping[str, str]) -> DraftParagraph:
    if not any(_is_prose(span) and has_digests(span.text) for span in drafted.spans):
        return drafted
    spans = [
        replace(span, text=restore_line(span.text, sentences)) if _is_prose(span) else span
        for span in drafted.spans
    ]
    return replace(drafted, spans=spans)


def _is_prose(span: TextSpan) -> bool:
    return span.kind is SpanKind.PROSE
