"""The plan of a merge: the changes that a document needs, and the state from which they are planned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct, field

from drafter.docx.read.paragraph import Control, Paragraph
from drafter.merge.anchored_document import AnchoredDocument
from drafter.merge.anchors import Slice
from drafter.merge.decisions import Choices, Decision
from drafter.merge.paragraph_match import ParagraphMatch
from drafter.merge.paragraphs import DraftParagraph
from drafter.merge.report import Findings, numbered_names
from drafter.models.paths import key_of
from drafter.speech.spans import TextSpan


class Replacement(Struct):
    """New spans in the place of text.

    Of several ``slices``, all but the first and the last are whole paragraphs; one paragraph remains.
    """

    slices: list[Slice]
    spans: list[TextSpan]


class Filling(Struct):
    """A span as the new content of a control."""

    paragraph: Paragraph
    control: Control
    span: TextSpan


class Insertion(Struct):
    """A drafted ``paragraph`` to be put behind ``after``, or first where that is None.

    It takes its formatting from ``like``, the paragraph that had its words before.
    """

    paragraph: DraftParagraph
    after: Paragraph | None
    like: Paragraph | None = None


class Part(NamedTuple):
    """A paragraph of the document that is the drafted one ``number``: all of it, or its last characters."""

    number: int
    paragraph: Paragraph
    characters: int


class Division(Struct):
    """The ``parts`` of a document that are drafted paragraphs, without a bookmark of their own yet.

    ``prose`` is the path of the prose of which they are a part, where they were no part of it before.
    """

    parts: list[Part]
    prose: str = ""


class Plan(Struct):
    """All changes of a document, in no particular order.

    ``joined`` are those that go on in the one before, which has their words now. ``paragraphs`` are those of
    the new draft, with the numbers that they have in the changed document.
    """

    replacements: list[Replacement] = field(default_factory=list)
    fillings: list[Filling] = field(default_factory=list)
    insertions: list[Insertion] = field(default_factory=list)
    removals: list[Paragraph] = field(default_factory=list)
    divisions: list[Division] = field(default_factory=list)
    joined: list[DraftParagraph] = field(default_factory=list)
    paragraphs: list[DraftParagraph] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether the document stays as it is."""
        return not (self.replacements or self.fillings or self.insertions or self.removals)


class MergeState(Struct):
    """A merge under way: its input, the ``decisions`` by the keys of values, and its output.

    ``names`` has those left for the conflicts of words at each place. ``old_words`` are the clauses that the
    YAML reworded, as they were and as they are.
    """

    anchored: AnchoredDocument
    choices: Choices
    decisions: dict[str, Decision]
    findings: Findings
    plan: Plan = field(default_factory=Plan)
    names: dict[str, Iterator[str]] = field(default_factory=dict)
    old_words: list[tuple[str, str]] = field(default_factory=list)

    def decision(self, span: TextSpan) -> Decision | None:
        """Return the decision on the value in ``span``, None where there is none."""
        return self.decisions.get(key_of(span.path)) if span.path else None

    def conflict_name(self, place: str) -> str:
        """Return the name of one more conflict of words at ``place``."""
        return next(self.names.setdefault(place, numbered_names(place)))

    def replace(self, match: ParagraphMatch, start: int, end: int, spans: Sequence[TextSpan]) -> None:
        """Plan ``spans`` in the place of the text from ``start`` to ``end`` in the range of ``match``."""
        if match.text_range.text[start:end] or spans:
            self.plan.replacements.append(Replacement(match.text_range.cut(start, end), list(spans)))
