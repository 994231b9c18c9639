"""The speech as the page shows it: as Word sets it, cut into sentences that know their facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from html import escape

from msgspec import Struct

from drafter.library import Library
from drafter.models.layout import Layout
from drafter.models.parameters import Parameters
from drafter.models.paths import key_of
from drafter.page.forms import id_of
from drafter.page.meetings import State
from drafter.speech.blocks import Block, BlockKind
from drafter.speech.spans import SpanKind, TextSpan, spans_of, text_of
from drafter.speech.summary import Summary, summarize, unasked_of
from drafter.speech.tree import Speech
from drafter.templating.draft import draft
from drafter.templating.facts_report import Explained, FactsReport, facts_report
from drafter.writers.html import blocks_of, element_of, style_of

# The element of the page that stands for the sheet of paper.
PAPER = ".paper"
# What a frame is filled with, {clause}; a person is not to read its name.
_HOLE = re.compile(r"\{[^{}]*\}")
_SENTENCE = re.compile("[^。！？；]*[。！？；]+[”’）》]*")


class Passage(Struct, frozen=True):
    """A sentence with its sources: paths of facts, formulas, its function, the words of its frame."""

    number: int
    text: str
    facts: tuple[str, ...] = ()
    formulas: tuple[str, ...] = ()
    function: str = ""
    frame: str = ""

    @property
    def targets(self) -> tuple[str, ...]:
        """The ids of what the facts have in the page."""
        return tuple(map(id_of, self.facts))

    @property
    def wording(self) -> str:
        """The words of the frame, with dots where something of the meeting goes in."""
        return _HOLE.sub("……", self.frame)


class _Placed(Struct, frozen=True):
    """A passage within the text of one block."""

    start: int
    end: int
    passage: Passage


class Draft(Struct, frozen=True):
    """A drafted meeting: the speech, its passages and HTML, what is told of it.

    ``lines`` are the passages of each paragraph.
    """

    speech: Speech
    layout: Layout
    summary: Summary
    passages: tuple[Passage, ...]
    html: str
    lines: tuple[tuple[_Placed, ...], ...] = ()
    report: FactsReport | None = None

    def passage_at(self, line: int, start: int) -> int | None:
        """Return the number of the passage at a character of a line, both from 0; None for none."""
        row = self.lines[line] if line < len(self.lines) else ()
        return next((one.passage.number for one in row if one.start <= start < one.end), None)


def drafted(state: State) -> Draft:
    """Return the draft of a meeting; raises what ``draft`` raises, and the error of a faulty YAML."""
    return _drafted(state.given, state.library)


# Several requests on one page ask for one and the same draft, as do several windows.
@lru_cache(maxsize=32)
def _drafted(parameters: Parameters, library: Library) -> Draft:
    speech = draft(parameters, library)
    layout = library.layout(speech.layout)
    report = facts_report(parameters, library) if parameters.has_facts else None
    blocks = list(blocks_of(speech, layout))
    placed = _passages(blocks, report.sentences if report else ())
    return Draft(
        speech,
        layout,
        summarize(
            speech, library.kind(parameters.kind), parameters.style, unasked_of(parameters.answers, [speech])
        ),
        tuple(each.passage for row in placed for each in row),
        "\n".join(_element(block, row) for block, row in zip(blocks, placed, strict=True)),
        tuple(map(tuple, placed)),
        report,
    )


def paper_style(layout: Layout) -> str:
    """Return the style sheet of the speech in the page."""
    return style_of(layout, PAPER)


# ---- passages


def _passages(blocks: Sequence[Block], told: Sequence[Explained]) -> list[list[_Placed]]:
    """Return the passages of each block: those of the composition, and between them its sentences."""
    found = _found([_text(block) for block in blocks], told)
    rows: list[list[_Placed]] = []
    number = 0
    for index, block in enumerate(blocks):
        row = []
        for start, end, source in _cut(_text(block), found.get(index, [])):
            row.append(_Placed(start, end, _passage(number, block, start, end, source)))
            number += 1
        rows.append(row)
    return rows


def _text(block: Block) -> str:
    return text_of(spans_of(block.inlines))


def _found(texts: Sequence[str], told: Sequence[Explained]) -> dict[int, list[tuple[int, int, Explained]]]:
    """Return where each sentence of the composition stands: by block, start and end in it."""
    found: dict[int, list[tuple[int, int, Explained]]] = {}
    index, reached = 0, 0
    for sentence in told:
        for number in range(index, len(texts)):
            start = texts[number].find(sentence.text, reached if number == index else 0)
            if start >= 0:
                index, reached = number, start + len(sentence.text)
                found.setdefault(number, []).append((start, reached, sentence))
                break
    return found


def _cut(
    text: str, found: Iterable[tuple[int, int, Explained]]
) -> Iterator[tuple[int, int, Explained | None]]:
    place = 0
    for start, end, sentence in found:
        before = list(_sentences(text, place, start))
        # An ordinal, or the words of a heading that runs in, open the sentence.
        opening = before.pop()[0] if before and not _SENTENCE.fullmatch(text, *before[-1]) else start
        yield from ((first, last, None) for first, last in before)
        yield opening, end, sentence
        place = end
    yield from ((first, last, None) for first, last in _sentences(text, place, len(text)))


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        match = _SENTENCE.match(text, start, end)
        last = match.end() if match and match.end() > start else end
        yield start, last
        start = last


def _passage(number: int, block: Block, start: int, end: int, source: Explained | None) -> Passage:
    text = _text(block)[start:end]
    if source is not None:
        return Passage(number, text, source.facts, source.formulas, source.function, source.frame)
    paths = (span.path for first, last, span in _ranges(block) if span.path and first < end and start < last)
    return Passage(number, text, tuple(dict.fromkeys(map(key_of, paths))))


def _ranges(block: Block) -> Iterator[tuple[int, int, TextSpan]]:
    """Yield the spans of a block that are text, each with its start and end."""
    place = 0
    for span in spans_of(block.inlines):
        if span.kind is not SpanKind.NOTE:
            yield place, place + len(span.text), span
            place += len(span.text)


# ---- HTML


def _element(block: Block, row: Sequence[_Placed]) -> str:
    if block.kind in (BlockKind.OUTLINE, BlockKind.OUTLINE_TITLE):
        return element_of(block, escape(_text(block)))
    ranges = list(_ranges(block))
    return element_of(block, "".join(_sentence(each, ranges) for each in row))


def _sentence(placed: _Placed, ranges: Iterable[tuple[int, int, TextSpan]]) -> str:
    words = "".join(
        _words(span, span.text[max(placed.start - first, 0) : placed.end - first])
        for first, last, span in ranges
        if first < placed.end and placed.start < last
    )
    passage = placed.passage
    formula = " figured" if passage.formulas else ""
    facts = f' data-facts="{" ".join(passage.targets)}"' if passage.facts else ""
    return f'<span class="s{formula}" id="s{passage.number}" tabindex="-1"{facts}>{words}</span>'


def _words(span: TextSpan, text: str) -> str:
    words = escape(text, quote=False).replace("\n", "<br>")
    if span.kind is SpanKind.BLANK:
        hint = f' title="{escape(span.hint)}"' if span.hint else ""
        words = f'<button type="button" class="blank" data-blank="{escape(span.path)}"{hint}>{words}</button>'
    if span.is_lead:
        return f'<span class="lead">{words}</span>'
    return f"<strong>{words}</strong>" if span.is_bold else words
