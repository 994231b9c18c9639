"""What is to be done to a document: words and values in their places, paragraphs put in and taken out."""

from __future__ import annotations

from msgspec import Struct, field

from drafter.docx.read.paragraph import Control, Paragraph
from drafter.merge.anchors import Slice
from drafter.merge.paragraphs import DraftParagraph
from drafter.speech.spans import TextSpan


class Replacement(Struct):
    """Segments in the place of words; of several ``slices``, which are whole lines but for the ends, one."""

    slices: list[Slice]
    segments: list[TextSpan]


class Filling(Struct):
    """A segment as what a control says."""

    line: Paragraph
    control: Control
    segment: TextSpan


class Insertion(Struct):
    """A passage to be set behind the line ``after``, or before the first line where that is None.

    Its words look ``like`` those of the line in which they stood so far.
    """

    passage: DraftParagraph
    after: Paragraph | None
    like: Paragraph | None = None


class Division(Struct):
    """Passages, by their numbers, that a person has made of one: each is its line."""

    lines: list[tuple[int, Paragraph]]


class Plan(Struct):
    """All that is to be done, in no order; ``passages`` are what the document says then, numbered."""

    replacements: list[Replacement] = field(default_factory=list)
    fillings: list[Filling] = field(default_factory=list)
    insertions: list[Insertion] = field(default_factory=list)
    removals: list[Paragraph] = field(default_factory=list)
    divisions: list[Division] = field(default_factory=list)
    passages: list[DraftParagraph] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be done."""
        return not (self.replacements or self.fillings or self.insertions or self.removals)
