"""An edited document matched with its base version: where each value stands, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import takewhile

from msgspec import Struct

from drafter.docx.content_controls import tag_of
from drafter.docx.ooxml import clean
from drafter.docx.read.document import Document, read_paragraphs
from drafter.docx.read.paragraph import Control, Paragraph
from drafter.merge.anchors import Slice, TextRange, find_ranges, prose_ranges, prose_text
from drafter.merge.paragraph_match import ParagraphMatch, ValueAnchor
from drafter.merge.paragraphs import (
    PLACE_LENGTH,
    DraftParagraph,
    is_outline,
    is_value,
    placed,
    value_token,
    values_in,
    with_paths,
)
from drafter.models.paths import key_of
from drafter.speech.spans import SpanKind, TextSpan

# Precedes the old path of a value whose list item the YAML does not have any more.
_GONE = "gone "


class Occurrence(Struct):
    """One place of a value in the document.

    ``text`` is None where its ends in the words around it are unknown. A copy, which no draft had there,
    has no match.
    """

    key: str
    path: str
    text: str | None
    is_blank: bool
    place: str
    paragraph: Paragraph
    control: Control | None = None
    match: ParagraphMatch | None = None

    @property
    def is_in_outline(self) -> bool:
        """Whether the value stands in the outline, where it repeats a heading."""
        return self.match is not None and is_outline(self.match.base)


class AnchoredDocument:
    """A document with the paragraphs of its ``base`` version and, by their numbers, their ``matches``.

    ``names`` maps the paths of values in the document to those that they have in the YAML now, where
    the two differ.
    """

    def __init__(
        self, document: Document, base: Sequence[DraftParagraph], names: Mapping[str, str] | None = None
    ) -> None:
        self.document, self.names = document, dict(names or {})
        self.base = [with_paths(drafted, self.names) for drafted in base]
        self.paragraphs = list(document.shown)
        paths = {span.path for drafted in base for span in drafted.spans if span.path}
        self._paths = {tag_of(path): self.names.get(path, path) for path in sorted(paths)}
        self._proses = {
            (self.names.get(path, path), number): slices
            for path, number, slices in prose_ranges(self.paragraphs, paths)
        }
        ranges = find_ranges(self.paragraphs, base)
        self.matches = {
            drafted.number: ParagraphMatch(drafted, text_range, list(self._anchors(text_range)))
            for drafted in self.base
            if (text_range := ranges.get(drafted.number)) is not None
        }

    @cached_property
    def margins(self) -> dict[str, list[Paragraph]]:
        """The paragraphs of each header, footer and notes part that has a control, by the part's name."""
        found = {name: read_paragraphs(root) for name, root in self.document.margins()}
        return {
            name: paragraphs
            for name, paragraphs in found.items()
            if any(paragraph.controls for paragraph in paragraphs)
        }

    @cached_property
    def occurrences(self) -> Sequence[Occurrence]:
        """All places of all values: first those that were drafted, then copies made by hand."""
        found = [
            occurrence
            for drafted in self.base
            if (match := self.matches.get(drafted.number)) is not None
            for occurrence in _occurrences_in(match)
        ]
        used = {id(one.control.element) for one in found if one.control is not None}
        return [*found, *self._copies(used)]

    def prose(self, key: str) -> str | None:
        """Return the prose at ``key`` as it stands between its bookmarks, None where they are gone."""
        for slices in self._proses_by_key.get(key, ()):
            # Some editors exchange the names of bookmarks, or let them begin with the paragraph.
            matches = self.matches_in.get(slices[0].paragraph, ())
            if (match := next((one for one in matches if key in one.base.keys), None)) is not None:
                return prose_text([_within_prose(slices[0], match, key), *slices[1:]])
        return None

    @cached_property
    def order(self) -> dict[Paragraph, int]:
        """The place of each paragraph among all."""
        return {paragraph: place for place, paragraph in enumerate(self.paragraphs)}

    @cached_property
    def matches_in(self) -> dict[Paragraph, list[ParagraphMatch]]:
        """The drafted paragraphs that each paragraph has text of; those added by hand are absent."""
        found: dict[Paragraph, list[ParagraphMatch]] = {}
        for match in self.matches.values():
            for paragraph in match.text_range.paragraphs:
                found.setdefault(paragraph, []).append(match)
        return found

    def matches_from(self, paragraph: Paragraph) -> list[ParagraphMatch]:
        """Return the drafted paragraphs whose text begins in ``paragraph``, in the order of the text."""
        begun = [
            one for one in self.matches_in.get(paragraph, ()) if one.text_range.paragraphs[0] is paragraph
        ]
        return sorted(begun, key=lambda one: one.text_range.slices[0].start)

    @cached_property
    def _proses_by_key(self) -> dict[str, list[Sequence[Slice]]]:
        found: dict[str, list[Sequence[Slice]]] = {}
        for (path, _number), slices in self._proses.items():
            found.setdefault(key_of(path), []).append(slices)
        return found

    def is_in_prose(self, paragraph: Paragraph) -> bool:
        """Return whether a paragraph stands within the bookmarks of prose."""
        return any(part.paragraph is paragraph for slices in self._proses.values() for part in slices)

    @cached_property
    def comments(self) -> dict[str, SpanKind]:
        """The kind, blank or note, of each comment by drafter that nobody changed, by its number."""
        texts = {note: SpanKind.NOTE for drafted in self.base for note in drafted.notes}
        spans = (span for drafted in self.base for span in drafted.spans)
        texts |= {span.hint: SpanKind.BLANK for span in spans if span.kind is SpanKind.BLANK}
        kinds = {clean(text).strip(): kind for text, kind in texts.items()}
        found = self.document.own_comments()
        return {number: kinds[text] for number, text in found.items() if text in kinds}

    @cached_property
    def own_paragraphs(self) -> list[Paragraph]:
        """The paragraphs that were added by hand."""
        return [paragraph for paragraph in self.paragraphs if paragraph not in self.matches_in]

    def own_behind(self, paragraph: Paragraph) -> Iterator[Paragraph]:
        """Yield the paragraphs added by hand right behind ``paragraph``."""
        behind = self.paragraphs[self.order[paragraph] + 1 :]
        yield from takewhile(lambda one: one not in self.matches_in, behind)

    def last_own_after(self, paragraph: Paragraph) -> Paragraph:
        """Return the last of the paragraphs added by hand right behind ``paragraph``, itself without any.

        Paragraphs added behind the last drafted one do not belong to it.
        """
        last = paragraph
        for follower in self.own_behind(paragraph):
            if follower.element.getparent() is not paragraph.element.getparent():
                return last
            last = follower
        return paragraph if last is self.paragraphs[-1] else last

    def path_of(self, tag: str) -> str:
        """Return the path of the value in the control with ``tag``."""
        return self._paths.get(tag, tag)

    def _copies(self, used: set[int]) -> Iterator[Occurrence]:
        """Yield the values in controls that are not ``used``: those that somebody copied."""
        known = {key_of(path) for path in self._paths.values()}
        in_margins = (paragraph for paragraphs in self.margins.values() for paragraph in paragraphs)
        for paragraph in (*self.document.paragraphs, *in_margins):
            for control in paragraph.controls:
                path = self.path_of(control.tag)
                if key_of(path) in known and id(control.element) not in used:
                    text = paragraph.words(control)
                    matches = self.matches_in.get(paragraph)
                    place = matches[0].base.place if matches else paragraph.text[:PLACE_LENGTH]
                    yield Occurrence(key_of(path), path, text, control.is_blank, place, paragraph, control)

    def _anchors(self, text_range: TextRange) -> Iterator[ValueAnchor]:
        """Yield where values stand in ``text_range``, by their controls."""
        for start, end, control in text_range.controls():
            key = value_token(self.path_of(control.tag))
            yield ValueAnchor(key, start, end, control, control.is_blank)


def _within_prose(part: Slice, match: ParagraphMatch, key: str) -> Slice:
    """Return ``part``, the beginning of the prose ``key``, from the end of the words before it.

    What somebody typed between the two belongs to the prose, though an editor puts it before the bookmark.
    """
    first = match.text_range.slices[0]
    start = next((start for name, start, _end in values_in(match.base.spans) if name == key), 0)
    before = match.locate(start - 1, start) if start and first.paragraph is part.paragraph else None
    if before is None or first.start + before[1] > part.end:
        return part
    return part._replace(start=first.start + before[1])


def _occurrences_in(match: ParagraphMatch) -> Iterator[Occurrence]:
    for span, start, _end in placed(match.base.spans):
        if is_value(span):
            yield _occurrence(match, span, start)


def _occurrence(match: ParagraphMatch, span: TextSpan, start: int) -> Occurrence:
    anchor = match.anchor(start)
    control = None
    if anchor is not None:
        text: str | None = match.text_range.text[anchor.start : anchor.end]
        is_blank, control = anchor.is_blank, anchor.control
    else:
        text = _text_without_control(match, start, start + len(span.text))
        # Its control may be gone, and the blank is still not filled.
        is_blank = span.kind is SpanKind.BLANK and text == span.text
    parts = match.text_range.cut(anchor.start, anchor.start) if anchor else match.text_range.slices
    path, place = span.path, match.base.place
    return Occurrence(key_of(path), path, text, is_blank, place, parts[0].paragraph, control, match)


def _text_without_control(match: ParagraphMatch, start: int, end: int) -> str | None:
    """Return the current text of a value that lost its control, None where its ends are unknown."""
    if match.locate(start, end):
        return match.text[start:end]
    first, last, low, high = match.surroundings(start, end)
    # Where the words around it are gone too, the value is deleted.
    return match.text_range.text[low:high] if (first, last) == (start, end) or low == high else None


def gone(path: str) -> str:
    """Return the name of a value whose list item, at ``path`` before, was dropped from the YAML."""
    return _GONE + path


def is_gone(path: str) -> bool:
    """Return whether ``path`` is the name of a value whose list item was dropped."""
    return path.startswith(_GONE)
