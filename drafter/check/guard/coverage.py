"""Where a text says each fact: by its figures, its days, its names, and the words they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from drafter.check.guard.fact_rows import Row
from drafter.check.guard.figures import Figure
from drafter.check.guard.passages import Marks, Passages, Span, pairs
from drafter.check.guard.rounding import says
from drafter.check.guard.source import Source
from drafter.check.guard.units import same_unit
from drafter.facts import patterns as re
from drafter.facts.sheet import When

# Which share of the words of a fact tells it by itself, beside one of its figures, beside one of its days.
_ALONE, _WITH_FIGURE, _WITH_DAY = 0.45, 0.12, 0.2
# A fact of so many signs may stand in the text word for word.
_SHORT = 30


# A span that no calendar tells: 3个工作日内, 24小时内.
_SPAN = re.compile("[0-9]+个?(?:工作日|小时|分钟)")


class Coverage:
    """The facts of a source in a text."""

    def __init__(
        self, passages: Passages, whens: Marks[When], figures: Marks[Figure], source: Source
    ) -> None:
        self.passages = passages
        self.whens = whens
        self.figures = figures
        self.source = source

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The facts in the order of the source."""
        rows = self.source.rows
        return tuple(Row(row.fact, row.figures, row.days, row.words, self._said(row)) for row in rows)

    @cached_property
    def sentences(self) -> tuple[tuple[Span, frozenset[str]], ...]:
        """The sentences with what their words are compared by."""
        return tuple((span, pairs(self.passages.words(span))) for span in self.passages.sentences)

    def _said(self, row: Row) -> tuple[Span, ...]:
        found = [*self._word_for_word(row.fact.text), *self._item_by_item(row.fact.text)]
        for number, common in self._common(row).items():
            span, words = self.sentences[number]
            share = common / len(row.words) if row.words else 0.0
            if (
                (
                    share >= _ALONE
                    or _is_told_otherwise(row, words, self.passages.words(span))
                    or (share >= _WITH_FIGURE and self.has_figure(row, span))
                )
                or share >= _WITH_DAY
                and self.has_day(row, span)
                or (
                    (row.days or not row.words)
                    and self.has_all_figures(row, span)
                    and self._on_its_day(row, span)
                )
            ):
                found.append(span)
        return tuple(sorted(dict.fromkeys(found), key=lambda span: span.start))

    def _common(self, row: Row) -> dict[int, int]:
        """Return the numbers of the sentences that a fact may be said in, with how many pairs they share."""
        if not row.words or row.days:
            found = Counter(dict.fromkeys(range(len(self.sentences)), 0))
        else:
            found = Counter()
        found.update(number for pair in row.words for number in self._with_pair.get(pair, ()))
        return dict(sorted(found.items()))

    @cached_property
    def _with_pair(self) -> dict[str, list[int]]:
        """The sentences that have each pair of signs."""
        found: dict[str, list[int]] = {}
        for number, (_span, words) in enumerate(self.sentences):
            for pair in words:
                found.setdefault(pair, []).append(number)
        return found

    def _word_for_word(self, text: str) -> Iterator[Span]:
        """Yield the sentence that has a short fact as it is; few words are too few to compare."""
        at = self.passages.text.find(text.strip("。；，")) if len(text) <= _SHORT else -1
        if at >= 0:
            yield self.passages.sentence_at(at)

    def _item_by_item(self, text: str) -> Iterator[Span]:
        """Yield the sentences that have the items of a fact which is a list: 失分三项：飞线、堆物、占道."""
        items = text.rpartition("：")[2].strip("。；，").split("、")
        if len(items) > 2 and "，" not in text and all(item in self.passages.text for item in items):
            yield from (self.passages.sentence_at(self.passages.text.find(item)) for item in items)

    def has_figure(self, row: Row, span: Span) -> bool:
        """Return whether a stretch says one of the figures of a fact."""
        return any(self._is_in(figure, span) for figure in row.figures)

    def has_all_figures(self, row: Row, span: Span) -> bool:
        """Return whether a stretch says all figures of a fact."""
        return bool(row.figures) and all(self._is_in(figure, span) for figure in row.figures)

    def _is_in(self, figure: Figure, span: Span) -> bool:
        return any(is_figure(each, figure) for each in self.figures.within(span.start, span.end))

    def has_day(self, row: Row, span: Span) -> bool:
        """Return whether a stretch says one of the days of a fact."""
        ends = {when.end or when.text for when in row.days}
        near = self.whens.within(span.start, span.end)
        return any((each.end or each.text) in ends for each in near)

    def _on_its_day(self, row: Row, span: Span) -> bool:
        return not row.days or self.has_day(row, span)

    def trace(self, row: Row) -> float:
        """Return the greatest share of the words of a fact that one sentence has."""
        most = max(self._common(row).values(), default=0)
        return most / len(row.words) if row.words else 0.0

    def says_figure(self, figure: Figure) -> bool:
        """Return whether the text says a figure of the facts anywhere."""
        return any(is_figure(each, figure) for each in self.figures)

    def says_day(self, when: When) -> bool:
        """Return whether the text says a day of the facts anywhere."""
        if span := _SPAN.search(when.text if when.end is None else ""):
            return span[0] in self.passages.text
        return when.end is None or any(when.end in (each.end, each.start) for each in self.whens)


def _is_told_otherwise(row: Row, words: frozenset[str], sentence: str) -> bool:
    """Whether a sentence says little but what a fact says, or has nearly all of its signs."""
    common = len(row.words & words)
    if common >= 3 and common >= 0.6 * min(len(words), len(row.words)):
        return True
    signs = frozenset("".join(row.words))
    return (
        len(signs) >= 6 and common * 5 >= len(row.words) and len(signs & set(sentence)) >= 0.75 * len(signs)
    )


def is_figure(said: Figure, given: Figure) -> bool:
    """Return whether a figure of a text says one of the facts."""
    if said.is_rank != given.is_rank:
        return False
    alike = same_unit(said.unit, given.unit) or not (said.unit and given.unit)
    return alike and (says(said, given.value) or said.value == given.value)
