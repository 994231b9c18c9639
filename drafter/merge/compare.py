"""``drafter diff``: what one draft says otherwise than another, be they YAML files or Word documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from drafter.merge.compared_values import Names, Values, with_amounts
from drafter.merge.comparison import Comparison, Section, Shifted, Standing
from drafter.merge.drafts import Draft, read_drafts
from drafter.merge.paragraphs import DraftParagraph
from drafter.merge.report import Reworded
from drafter.merge.sections import find_moved, pair_sections
from drafter.merge.similarity import Pair, pair_passages, similarity
from drafter.merge.words import Exchange, compare_segments
from drafter.speech.blocks import Block, BlockKind
from drafter.speech.spans import TextSpan, text_of
from drafter.text import count_characters

# What a paragraph must have in common with one elsewhere to be that one.
_SAME = 0.6
_BODY = Block(BlockKind.BODY, ())


def compare_files(old: str | Path, new: str | Path, templates: Sequence[Path] = ()) -> Comparison:
    """Return what the draft at ``new`` says otherwise than the one at ``old``; each is a YAML or a .docx.

    A document that drafter wrote is compared as a person left it. Raises as ``read_drafts`` does.
    """
    comparison = compare_drafts(*read_drafts(Path(old), Path(new), templates))
    comparison.old, comparison.new = str(old), str(new)
    return comparison


def compare_drafts(old: Draft, new: Draft) -> Comparison:
    """Return what ``new`` says otherwise than ``old``."""
    return _Comparing(old, new).run()


class _Lone(NamedTuple):
    """A paragraph without a counterpart where it stands; ``order`` tells what it stands behind."""

    order: int
    section: Section
    segments: list[TextSpan]

    @property
    def text(self) -> str:
        return text_of(self.segments)


class _Comparing:
    def __init__(self, old: Draft, new: Draft) -> None:
        self.old, self.new = old.sections, new.sections
        self.are_known = old.given is not None and new.given is not None
        self.names = Names(old.given), Names(new.given)
        self.values = Values(*self.names)
        self.found = Comparison(characters=(_length(self.old), _length(self.new)))
        self.passages: list[tuple[int, Reworded]] = []
        self.lost: list[_Lone] = []
        self.come: list[_Lone] = []

    def run(self) -> Comparison:
        pairs = pair_sections(self.old, self.new)
        partners = {j: i for i, j in pairs.items()}
        for j, section in enumerate(self.new):
            if j in partners:
                self._section(j, self.old[partners[j]], section)
        for i, section in enumerate(self.old):
            if i not in pairs:
                self._alone(section, self.found.dropped, self.lost, i)
        for j, section in enumerate(self.new):
            if j not in partners:
                self._alone(section, self.found.added, self.come, j)
        self._elsewhere()
        for i in find_moved(self.old, self.new, pairs):
            one, other = self.old[i], self.new[pairs[i]]
            self.found.moved.append(Shifted(other.title, one.place, other.place))
        self.values.add_figures(self.old, self.new)
        self.found.values = self.values.changed
        self.found.passages = [passage for _order, passage in sorted(self.passages, key=lambda item: item[0])]
        return self.found

    def _section(self, order: int, old: Section, new: Section) -> None:
        if old.title != new.title:
            self.found.headings.append(Reworded(new.place, old.title, new.title))
        # Where paragraphs were only divided or joined, no word changed.
        if old.body == new.body:
            return
        for one, other in _pairs(_passages(old), _passages(new)):
            if one is not None and other is not None:
                self._words(order, new.place, one.segments, other.segments)
            elif one is not None:
                self.lost.append(_Lone(order, old, one.segments))
            elif other is not None:
                self.come.append(_Lone(order, new, other.segments))

    def _words(self, order: int, place: str, old: list[TextSpan], new: list[TextSpan]) -> None:
        for change in compare_segments(old, new, *self.names):
            if isinstance(change, Exchange):
                self.values.add(change, place)
            else:
                self.passages.append((order, Reworded(place, change.old, change.new)))

    def _alone(self, section: Section, points: list[Standing], paragraphs: list[_Lone], order: int) -> None:
        if section.level:
            points.append(Standing(section.place, section.title, section.body))
        else:
            paragraphs += [_Lone(order, section, one) for one in section.paragraphs]

    def _elsewhere(self) -> None:
        """Tell the paragraphs without a counterpart under their heading; some have one elsewhere."""
        come = list(self.come)
        for one in self.lost:
            other = max(come, key=lambda other: similarity(one.text, other.text), default=None)
            if other is None or similarity(one.text, other.text) < _SAME:
                self.passages.append((one.order, Reworded(one.section.place, one.text, "")))
                continue
            come.remove(other)
            # Where a text from elsewhere opens and closes is a guess.
            if self.are_known or (one.section.level and other.section.level):
                places = one.section.place, other.section.place
                self.found.moved.append(Shifted(other.text, *places, is_point=False))
            self._words(other.order, other.section.place, one.segments, other.segments)
        for other in come:
            self.passages.append((other.order, Reworded(other.section.place, "", other.text)))


def _pairs(old: Sequence[DraftParagraph], new: Sequence[DraftParagraph]) -> Iterator[Pair]:
    """Yield which paragraph became which, but for those that stay the same."""
    matcher = SequenceMatcher(None, [one.text for one in old], [one.text for one in new], autojunk=False)
    for tag, low, high, first, last in matcher.get_opcodes():
        if tag != "equal":
            yield from pair_passages(old[low:high], new[first:last])


def _passages(section: Section) -> list[DraftParagraph]:
    return [DraftParagraph(_BODY, with_amounts(segments)) for segments in section.paragraphs]


def _length(sections: Sequence[Section]) -> int:
    return sum(count_characters(section.title + section.body) for section in sections)
