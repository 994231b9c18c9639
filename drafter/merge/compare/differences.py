"""``drafter diff``: the differences between two drafts, be they YAML files or Word documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from drafter.i18n.text import count_characters
from drafter.merge.compare.clauses import Exchange, compare_spans
from drafter.merge.compare.drafts import Draft, read_drafts
from drafter.merge.compare.named_values import ChangedValues, Names, with_amounts
from drafter.merge.compare.sections import Section, moved_sections, pair_sections
from drafter.merge.paragraphs import DraftParagraph
from drafter.merge.report import Comparison, MovedText, Point, Reworded
from drafter.merge.similarity import Pair, find_moved, pair_paragraphs, similarity
from drafter.speech.blocks import Block, BlockKind
from drafter.speech.spans import TextSpan, text_of

_BODY = Block(BlockKind.BODY, ())


def compare_files(old: str | Path, new: str | Path, templates: Sequence[Path] = ()) -> Comparison:
    """Return the differences from the draft at ``old`` to that at ``new``; each is a YAML or a .docx.

    A document that drafter wrote is compared with its edits. Raises as ``read_drafts`` does.
    """
    comparison = compare_drafts(*read_drafts(Path(old), Path(new), templates))
    comparison.old, comparison.new = str(old), str(new)
    return comparison


def compare_drafts(old: Draft, new: Draft) -> Comparison:
    """Return the differences from ``old`` to ``new``."""
    return _Comparing(old, new).run()


class _Unpaired(NamedTuple):
    """A paragraph without a counterpart in its section; ``order`` is its place in the comparison."""

    order: int
    section: Section
    spans: list[TextSpan]

    @property
    def text(self) -> str:
        return text_of(self.spans)


class _Comparing:
    def __init__(self, old: Draft, new: Draft) -> None:
        self.old, self.new = old.sections, new.sections
        self.are_known = old.given is not None and new.given is not None
        self.names = Names(old.given), Names(new.given)
        self.values = ChangedValues(*self.names)
        self.found = Comparison(characters=(_length(self.old), _length(self.new)))
        self.reworded: list[tuple[int, Reworded]] = []
        self.dropped: list[_Unpaired] = []
        self.added: list[_Unpaired] = []

    def run(self) -> Comparison:
        pairs = pair_sections(self.old, self.new)
        counterparts = {j: i for i, j in pairs.items()}
        for j, section in enumerate(self.new):
            if j in counterparts:
                self._compare_sections(j, self.old[counterparts[j]], section)
        for i, section in enumerate(self.old):
            if i not in pairs:
                self._add_unpaired(section, self.found.dropped, self.dropped, i)
        for j, section in enumerate(self.new):
            if j not in counterparts:
                self._add_unpaired(section, self.found.added, self.added, j)
        self._compare_moved()
        for i in moved_sections(self.old, self.new, pairs):
            one, other = self.old[i], self.new[pairs[i]]
            self.found.moved.append(MovedText(other.title, one.place, other.place))
        self.values.add_figures(self.old, self.new)
        self.found.values = self.values.changed
        self.found.paragraphs = [one for _order, one in sorted(self.reworded, key=lambda item: item[0])]
        return self.found

    def _compare_sections(self, order: int, old: Section, new: Section) -> None:
        if old.title != new.title:
            self.found.headings.append(Reworded(new.place, old.title, new.title))
        # Paragraphs that were only divided or joined have the same words.
        if old.body == new.body:
            return
        for one, other in _changed_pairs(_paragraphs(old), _paragraphs(new)):
            if one is not None and other is not None:
                self._compare_paragraphs(order, new.place, one.spans, other.spans)
            elif one is not None:
                self.dropped.append(_Unpaired(order, old, one.spans))
            elif other is not None:
                self.added.append(_Unpaired(order, new, other.spans))

    def _compare_paragraphs(self, order: int, place: str, old: list[TextSpan], new: list[TextSpan]) -> None:
        for change in compare_spans(old, new, *self.names):
            if isinstance(change, Exchange):
                self.values.add(change, place)
            else:
                self.reworded.append((order, Reworded(place, change.old, change.new)))

    def _add_unpaired(
        self, section: Section, points: list[Point], paragraphs: list[_Unpaired], order: int
    ) -> None:
        if section.level:
            points.append(Point(section.place, section.title, section.body))
        else:
            paragraphs += [_Unpaired(order, section, one) for one in section.paragraphs]

    def _compare_moved(self) -> None:
        """Compare the paragraphs that have their counterpart in another section; report the others."""
        moved = find_moved(self.dropped, self.added, lambda one, other: similarity(one.text, other.text))
        counterparts = {id(one): other for one, other in moved}
        for one in self.dropped:
            other = counterparts.get(id(one))
            if other is None:
                self.reworded.append((one.order, Reworded(one.section.place, one.text, "")))
                continue
            # Where the opening and the closing of a foreign text are is a guess, no move.
            if self.are_known or (one.section.level and other.section.level):
                places = one.section.place, other.section.place
                self.found.moved.append(MovedText(other.text, *places, is_point=False))
            self._compare_paragraphs(other.order, other.section.place, one.spans, other.spans)
        taken = {id(other) for other in counterparts.values()}
        for other in self.added:
            if id(other) not in taken:
                self.reworded.append((other.order, Reworded(other.section.place, "", other.text)))


def _changed_pairs(old: Sequence[DraftParagraph], new: Sequence[DraftParagraph]) -> Iterator[Pair]:
    """Yield the paragraphs that changed in pairs, None where one has no counterpart."""
    matcher = SequenceMatcher(None, [one.text for one in old], [one.text for one in new], autojunk=False)
    for tag, low, high, first, last in matcher.get_opcodes():
        if tag != "equal":
            yield from pair_paragraphs(old[low:high], new[first:last])


def _paragraphs(section: Section) -> list[DraftParagraph]:
    return [DraftParagraph(_BODY, with_amounts(spans)) for spans in section.paragraphs]


def _length(sections: Sequence[Section]) -> int:
    return sum(count_characters(section.title + section.body) for section in sections)
