"""An edited document beside what it was written as: where each value stands, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from drafter.docx.content_controls import tag_of
from drafter.docx.ooxml import clean
from drafter.docx.read.document import Document, read_paragraphs
from drafter.docx.read.paragraph import Control, Paragraph
from drafter.merge.anchors import Slice, TextRange, find_ranges, prose_spans, prose_text
from drafter.merge.matched import Holder, ParagraphMatch
from drafter.merge.paragraphs import DraftParagraph, is_outline, renamed, value_token
from drafter.models.paths import key_of
from drafter.speech.spans import SpanKind, TextSpan

# Instead of the path of a value whose item the YAML does not have any more.
_GONE = "gone "


class Occurrence(Struct):
    """A value where it stands now. ``text`` is None where it cannot be told from what is around it."""

    key: str
    path: str
    text: str | None
    is_blank: bool
    place: str
    line: Paragraph
    control: Control | None = None
    overlay: ParagraphMatch | None = None
    start: int = 0


class AnchoredDocument:
    """A document: its ``passages`` as they were written, and by their numbers the ``overlays`` of
    what they became.

    ``names`` are the paths that values have in the YAML now, where these are others than in the document.
    """

    def __init__(
        self, manuscript: Document, passages: Sequence[DraftParagraph], names: Mapping[str, str] | None = None
    ) -> None:
        self.manuscript, self.names = manuscript, dict(names or {})
        self.passages = [renamed(passage, self.names) for passage in passages]
        self.lines = list(manuscript.shown)
        paths = {segment.path for passage in passages for segment in passage.segments if segment.path}
        self._paths = {tag_of(path): self.names.get(path, path) for path in sorted(paths)}
        self._proses = {
            (self.names.get(path, path), number): span
            for path, number, span in prose_spans(self.lines, paths)
        }
        self._proses_in: dict[Paragraph, list[tuple[str, int]]] = {}
        for name, span in self._proses.items():
            for part in span:
                self._proses_in.setdefault(part.line, []).append(name)
        self.stretches = find_ranges(self.lines, passages)
        self.overlays = {
            passage.number: ParagraphMatch(passage, stretch, list(self._holders(stretch)))
            for passage in self.passages
            if (stretch := self.stretches.get(passage.number)) is not None
        }

    @cached_property
    def margins(self) -> dict[str, list[Paragraph]]:
        """The lines of headers, footers and notes with a control in them, by the names of their parts."""
        found = {name: read_paragraphs(root) for name, root in self.manuscript.margins()}
        return {name: lines for name, lines in found.items() if any(line.controls for line in lines)}

    @cached_property
    def occurrences(self) -> Sequence[Occurrence]:
        """Every place of every value that was written, then those that a person copied."""
        laid = ((passage, self.overlays.get(passage.number)) for passage in self.passages)
        found = [one for passage, overlay in laid if overlay for one in _in_passage(passage, overlay)]
        used = {id(one.control.element) for one in found if one.control is not None}
        return [*found, *self._strays(used)]

    def prose(self, key: str) -> str | None:
        """Return the prose at ``key`` as it stands between its bookmarks, None where they are gone."""
        spans = (span for (path, _number), span in self._proses.items() if key_of(path) == key)
        span = next(spans, None)
        return None if span is None else prose_text(span)

    @cached_property
    def comments(self) -> dict[str, SpanKind]:
        """What the comments are on that drafter wrote and nobody changed: blanks or notes, by number."""
        texts = {note: SpanKind.NOTE for passage in self.passages for note in passage.notes}
        segments = (segment for passage in self.passages for segment in passage.segments)
        texts |= {one.hint: SpanKind.BLANK for one in segments if one.kind is SpanKind.BLANK}
        kinds = {clean(text).strip(): kind for text, kind in texts.items()}
        found = self.manuscript.own_comments()
        return {number: kinds[text] for number, text in found.items() if text in kinds}

    def own_lines(self) -> list[Paragraph]:
        """Return the lines that a person added."""
        known = {line for overlay in self.overlays.values() for line in overlay.stretch.lines}
        return [line for line in self.lines if line not in known]

    def behind_own_lines(self, line: Paragraph) -> Paragraph:
        """Return the last of the lines that a person added to what ``line`` says, itself without any.

        What he wrote behind the last passage of all does not belong to that.
        """
        last, own = line, set(map(id, self.own_lines()))
        for follower in self.lines[self.lines.index(line) + 1 :]:
            if id(follower) not in own or follower.element.getparent() is not line.element.getparent():
                return last
            last = follower
        return line

    def path_of(self, tag: str) -> str:
        """Return the path that a control's ``tag`` stands for."""
        return self._paths.get(tag, tag)

    def _strays(self, used: set[int]) -> Iterator[Occurrence]:
        known = {key_of(path) for path in self._paths.values()}
        in_margins = (line for lines in self.margins.values() for line in lines)
        for line in (*self.manuscript.paragraphs, *in_margins):
            for control in line.controls:
                path = self.path_of(control.tag)
                if key_of(path) in known and id(control.element) not in used:
                    text = line.words(control)
                    yield Occurrence(key_of(path), path, text, control.is_blank, _nearby(line), line, control)

    def _holders(self, stretch: TextRange) -> Iterator[Holder]:
        for start, end, control in stretch.controls():
            yield Holder(value_token(self.path_of(control.tag)), start, end, control, control.is_blank)
        names = dict.fromkeys(name for line in stretch.lines for name in self._proses_in.get(line, ()))
        for name in names:
            places = [place for part in self._proses[name] for place in _within(stretch, part)]
            if places:
                start, end = min(place[0] for place in places), max(place[1] for place in places)
                yield Holder(value_token(name[0]), start, end, None)


def _in_passage(passage: DraftParagraph, overlay: ParagraphMatch) -> Iterator[Occurrence]:
    start = 0
    for segment in passage.segments:
        if segment.path and segment.kind in (SpanKind.VALUE, SpanKind.PROSE, SpanKind.BLANK):
            yield _occurrence(passage, overlay, segment, start)
        start += len(segment.text)


def _occurrence(
    passage: DraftParagraph, overlay: ParagraphMatch, segment: TextSpan, start: int
) -> Occurrence:
    holder = overlay.holder(start)
    control = None
    if holder is not None:
        text: str | None = overlay.stretch.text[holder.start : holder.end]
        is_blank, control = holder.is_blank, holder.control
    else:
        text = _bare(overlay, start, start + len(segment.text))
        # Its control may be gone; nobody has filled it all the same.
        is_blank = segment.kind is SpanKind.BLANK and text == segment.text
    parts = overlay.stretch.cut(holder.start, holder.start) if holder else overlay.stretch.slices
    path, line = segment.path, parts[0].line
    return Occurrence(key_of(path), path, text, is_blank, passage.place, line, control, overlay, start)


def _bare(overlay: ParagraphMatch, start: int, end: int) -> str | None:
    """Return what stands in the place of a value without a control; None where that cannot be told."""
    if overlay.place(start, end):
        return overlay.text[start:end]
    first, last, low, high = overlay.around(start, end)
    # Where nothing is left of what is around it either, it is deleted.
    return overlay.stretch.text[low:high] if (first, last) == (start, end) or low == high else None


def _within(stretch: TextRange, part: Slice) -> Iterator[tuple[int, int]]:
    """Yield where ``part`` of a line lies in the text of a stretch."""
    place = 0
    for line, start, end in stretch.slices:
        low, high = max(start, part.start), min(end, part.end)
        if line is part.line and low < high:
            yield place + low - start, place + high - start
        place += end - start + 1


def _nearby(line: Paragraph) -> str:
    """Return how a line that is no passage is told: by its first words."""
    return line.text[:12]


def is_in_outline(occurrence: Occurrence) -> bool:
    """Tell whether a value stands in the outline, where it repeats what a heading says."""
    return occurrence.overlay is not None and is_outline(occurrence.overlay.before)


def gone(path: str) -> str:
    """Return what a value is called that stood at ``path``, whose item was dropped."""
    return _GONE + path


def is_gone(path: str) -> bool:
    """Tell whether a value is of an item that was dropped."""
    return path.startswith(_GONE)
