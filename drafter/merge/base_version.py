"""An edited document opened: its provenance, the draft that it was written as, and both matched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any, cast

from msgspec import to_builtins
from msgspec.structs import replace

from drafter.docx.provenance import Provenance, read_provenance
from drafter.docx.read.document import Document, parse_document
from drafter.docx.read.paragraph import Paragraph
from drafter.docx.untrusted import unreadable
from drafter.errors import Diagnostic, ReadError, Span
from drafter.i18n import _
from drafter.library import Library
from drafter.merge.anchored_document import AnchoredDocument, gone
from drafter.merge.paragraphs import DraftParagraph, paragraphs_of
from drafter.merge.similarity import MOST_MARKED_CHARACTERS, match_items
from drafter.models.parameters import Parameters
from drafter.models.paths import Step, path_to, steps_of
from drafter.models.types import Depth
from drafter.speech.digests import digest_line, digest_of_block, digest_prose, is_digest
from drafter.speech.spans import SpanKind, TextSpan
from drafter.templating.draft import draft_paper


def open_document(docx: bytes, name: str) -> tuple[Document, Provenance]:
    """Return a document and its provenance; raises ReadError where it cannot be read, or has none."""
    document = parse_document(docx)
    if document is None:
        raise unreadable(name, _("it is no Word document, or a damaged one"))
    provenance = read_provenance(document.stored)
    if provenance is None:
        message = _("the document does not remember what it was written from")
        remedy = _("drafter did not write it, or its properties were removed: write it anew with build")
        raise ReadError([Diagnostic("D105", message, Span(name), remedy)])
    return document, provenance


def refuse_other_meeting(provenance: Provenance, parameters: Parameters, name: str) -> None:
    """Raise ReadError where the YAML is of another meeting and kind: nothing of the document would stay."""
    given = provenance.given
    if parameters.kind != given.kind and parameters.meeting.name != given.meeting.name:
        message = _("the document is a {kind} of {meeting}, the YAML is neither")
        message = message.format(kind=given.kind, meeting=given.meeting.name)
        remedy = _("give the YAML that it was written from")
        raise ReadError([Diagnostic("D106", message, Span(name), remedy)])


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
    texts = prose_by_digest(list(document.shown), new)
    return AnchoredDocument(document, restore_prose(base, texts), names)


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
    matcher = SequenceMatcher(None, digests, list(provenance.digests.values()), autojunk=False)
    numbers = list(provenance.digests)
    for tag, low, high, first, last in matcher.get_opcodes():
        if tag == "equal" or high - low == last - first:
            pairs = zip(paragraphs[low:high], numbers[first:last], strict=True)
            known += [replace(one, number=number, is_stale=tag != "equal") for one, number in pairs]
    return known


def restore_prose(base: Sequence[DraftParagraph], texts: Mapping[str, str]) -> list[DraftParagraph]:
    """Return ``base`` with its prose in full, as far as ``texts`` has it by its digests."""
    return [_restored(drafted, texts) for drafted in base]


def prose_by_digest(paragraphs: Sequence[Paragraph], drafts: Iterable[DraftParagraph]) -> dict[str, str]:
    """Return by its digest every text that may be prose: text within bookmarks, prose of ``drafts``."""
    texts = (span.text for drafted in drafts for span in drafted.spans if _is_prose(span))
    return {digest_line(text): text for text in (*texts, *_marked_texts(paragraphs)) if text}


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


def _restored(drafted: DraftParagraph, texts: Mapping[str, str]) -> DraftParagraph:
    if not any(_is_prose(span) and is_digest(span.text) for span in drafted.spans):
        return drafted
    spans = [
        replace(span, text=texts.get(span.text, span.text)) if _is_prose(span) else span
        for span in drafted.spans
    ]
    return replace(drafted, spans=spans)


def _is_prose(span: TextSpan) -> bool:
    return span.kind is SpanKind.PROSE


class Renames:
    """Maps the paths of values in old parameters to those in new ones, where list items moved."""

    def __init__(self, old: Parameters, new: Parameters) -> None:
        """Compare two sets of parameters; the prose of both is abridged, or of neither."""
        self._lists: dict[tuple[Step, ...], list[int | None]] = {}
        self._compare(to_builtins(old), to_builtins(new), ())

    def __call__(self, path: str) -> str | None:
        """Return the new path of the value at ``path``, None where its item was dropped."""
        if not self._lists:
            return path
        steps, renamed = steps_of(path), list(steps_of(path))
        for index, step in enumerate(steps):
            places = self._lists.get(steps[:index])
            if places is not None and isinstance(step, int) and step < len(places):
                place = places[step]
                if place is None:
                    return None
                renamed[index] = place
        return path_to(tuple(renamed))

    def _compare(self, old: Any, new: Any, path: tuple[Step, ...]) -> None:
        if old == new:
            return
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            for key, value in old.items():
                self._compare(value, new.get(key), (*path, key))
        elif isinstance(old, Sequence) and not isinstance(old, str):
            items = new if isinstance(new, Sequence) and not isinstance(new, str) else ()
            places = match_items(old, items)
            if places != list(range(len(places))):
                self._lists[path] = places
            for index, place in enumerate(places):
                if place is not None:
                    self._compare(old[index], items[place], (*path, index))
