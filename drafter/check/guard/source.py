"""What a text is held against: the words that give the facts, and the facts read out of them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from drafter.check.guard.fact_rows import Row, rows_of
from drafter.check.guard.figures import Figure, find_figures
from drafter.check.guard.passages import Passages, Span, pairs
from drafter.facts.figures.arithmetic import Inference
from drafter.facts.figures.dates import find_whens
from drafter.facts.figures.inference import infer
from drafter.facts.kinship.links import find_links
from drafter.facts.sheet import Fact, Sheet, When
from drafter.speech.digests import digests_in, has_digests, sentences_by_digest

if TYPE_CHECKING:
    from drafter.models.parameters import Parameters

_SUFFIXES = (".yaml", ".yml")


class Source:
    """The words that give the facts, line by line, with what was read out of them.

    ``lines`` are all words that count: a text that says the same has a source. ``is_abridged`` says that
    some of them are unknown, as in a .docx, which keeps no prose.
    """

    def __init__(
        self,
        lines: tuple[str, ...],
        sheet: Sheet,
        *,
        is_abridged: bool = False,
        reread: Callable[[datetime.date], Source] | None = None,
    ) -> None:
        self.passages = Passages(lines)
        self.sheet = sheet
        self.is_abridged = is_abridged
        self._reread = reread

    def on(self, day: datetime.date) -> Source:
        """Return the same, read as of a meeting on ``day``, where the source itself tells no year."""
        date = self.sheet.meeting.date
        tells_year = date is not None and date.start is not None and not date.guessed_year
        return self if tells_year or self._reread is None else self._reread(day)

    def with_prose(self, lines: Sequence[str]) -> Source:
        """Return the same with the sentences of ``lines`` of which a .docx keeps no more than digests."""
        if not self.is_abridged:
            return self
        kept = {digest for line in self.passages.original.split("\n") for digest in digests_in(line)}
        known = sentences_by_digest(lines)
        prose = (known[digest] for digest in kept if digest in known)
        return Source((*self.passages.original.split("\n"), *prose), self.sheet)

    @property
    def text(self) -> str:
        """All words, a line each."""
        return self.passages.text

    @cached_property
    def day(self) -> datetime.date | None:
        """The day of the meeting."""
        date = self.sheet.meeting.date
        return date.start if date else None

    @cached_property
    def whens(self) -> tuple[When, ...]:
        """The dates that are told."""
        return tuple(find_whens(self.text, self.passages.starts, self.day))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that are told."""
        return tuple(find_figures(self.passages, self.whens))

    @cached_property
    def inferences(self) -> tuple[Inference, ...]:
        """What follows from the facts by arithmetic."""
        facts = self.sheet.facts
        return infer(facts, self.day, find_links(facts))

    @cached_property
    def clauses(self) -> tuple[tuple[Span, frozenset[str]], ...]:
        """The clauses with what their words are compared by."""
        return tuple((span, pairs(self.passages.words(span))) for span in self.passages.clauses)

    @cached_property
    def figure_words(self) -> tuple[tuple[Figure, frozenset[str]], ...]:
        """The figures, each with what the other words of its clause are compared by."""
        clauses = ((figure, self.passages.clause_at(figure.start)) for figure in self.figures)
        return tuple(
            (figure, pairs(self.passages.words(span).replace(figure.text, " "))) for figure, span in clauses
        )

    def line_of(self, fact: Fact) -> int | None:
        """Return the first line that has the words of a fact, None where it stands in several."""
        at = self.text.find(fact.text)
        return self.passages.place(at)[0] if at >= 0 else None

    def line(self, number: int) -> str:
        """Return the words of a line, from 0."""
        return self.passages.words(self.passages.line(number))

    @cached_property
    def line_words(self) -> tuple[frozenset[str], ...]:
        """What the words of each line are compared by."""
        return tuple(pairs(self.line(number)) for number in range(len(self.passages.starts)))

    @cached_property
    def pairs(self) -> frozenset[str]:
        """What all words are compared by."""
        return pairs(self.text)

    @cached_property
    def values(self) -> frozenset[Decimal]:
        """The values of all figures."""
        return frozenset(each for figure in self.figures for each in (figure.value, figure.high))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The facts with what is looked for in a text."""
        return tuple(rows_of(self.sheet))

    def fact(self, id_: str) -> Fact | None:
        """Return a fact by its id."""
        return self._by_id.get(id_)

    @cached_property
    def _by_id(self) -> dict[str, Fact]:
        return {fact.id: fact for fact in self.sheet.facts}


def source(path: Path) -> Source:
    """Return what a file gives: a meeting's YAML, a task sheet as .txt, .md or .docx, a .docx made of a YAML.

    Raises UnreadableSheetError, SheetTooLongError and ParameterError as the readers of these do.
    """
    if path.suffix.lower() in _SUFFIXES:
        import drafter

        return source_of_parameters(drafter.load(path))
    if path.suffix.lower() == ".docx":
        from drafter.docx.read.provenance import provenance_of

        if kept := provenance_of(path):
            return source_of_parameters(kept.given)
    from drafter.facts.sources import read_text

    return source_of_text(read_text(path))


@lru_cache(maxsize=8)
def source_of_text(text: str, today: datetime.date | None = None) -> Source:
    """Return what the text of a task sheet gives; ``today`` is for one that tells no year."""
    from drafter.facts.read import read_sheet

    lines = tuple(text.split("\n"))
    return Source(lines, read_sheet(text, today=today), reread=lambda day: source_of_text(text, day))


# What somebody wrote himself is held against the facts, and is none.
_PROSE = frozenset(("text", "detail", "lead", "closing"))


@lru_cache(maxsize=8)
def source_of_parameters(parameters: Parameters) -> Source:
    """Return what a meeting's YAML gives: its facts, or all of its values where it has none as such."""
    from drafter.facts.given_sheet import sheet_of

    lines = tuple(_values(parameters, bare=parameters.has_facts))
    abridged = any(has_digests(line) for line in lines)
    return Source(lines, sheet_of(parameters), is_abridged=abridged)


def source_of_sheet(sheet: Sheet) -> Source:
    """Return what a sheet gives of which the text is gone: the words of all that was read."""
    return Source(tuple(_values(sheet)), sheet)


def _values(model: Any, *, bare: bool = False) -> Iterator[str]:
    """Yield the texts below a model; the plain fields of one item make one line.

    ``bare`` leaves out prose.
    """
    plain: list[str] = []
    written = bare and isinstance(model, _written_models())
    for name in model.__struct_fields__:
        value = getattr(model, name)
        if name in ("order", "place", "kind", "style", "id") or (written and name in _PROSE):
            continue
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Struct):
                yield from _values(item, bare=bare)
            elif isinstance(item, datetime.date):
                plain.append(f"{item.year}年{item.month}月{item.day}日")
            elif isinstance(item, str) and item:
                yield from item.split("\n")[1:]
                plain.append(item.split("\n")[0])
    if plain:
        yield "；".join(plain)


def _written_models() -> tuple[type, ...]:
    from drafter.models.parameters import Parameters
    from drafter.models.parts import Part, Point

    return Parameters, Part, Point
