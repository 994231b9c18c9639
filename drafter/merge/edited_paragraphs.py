"""Which paragraphs a person edited, so that an update neither moves nor removes them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from drafter.docx.read.own_work import OwnWork
from drafter.merge.anchored_document import AnchoredDocument
from drafter.merge.paragraph_match import ParagraphMatch
from drafter.merge.paragraphs import DraftParagraph, is_outline
from drafter.merge.similarity import Pair
from drafter.speech.blocks import BlockKind


class EditedParagraphs:
    """Knows which paragraphs were edited, so that they must not be moved or removed."""

    def __init__(self, anchored: AnchoredDocument) -> None:
        self._anchored = anchored
        self._kept_places: set[str] = set()
        # The numbers of the paragraphs that are put in elsewhere as they look.
        self.moving: set[int] = set()

    @cached_property
    def _own_comments(self) -> set[str]:
        """The numbers of the comments that drafter wrote."""
        return set(self._anchored.comments)

    @cached_property
    def _own_work(self) -> OwnWork:
        return OwnWork(self._anchored.document.stylesheet())

    def look_at(self, pairs: Sequence[Pair]) -> None:
        """Remember the places of dropped paragraphs that stay, since they were edited."""
        dropped = (old for old, now in pairs if old is not None and now is None)
        self._kept_places = {old.block.place for old in dropped if self._is_edited(old)}

    def _is_edited(self, old: DraftParagraph) -> bool:
        match = self._anchored.matches.get(old.number)
        return match is not None and not is_outline(old) and self.has_any_look(match)

    def stays_above(self, old: DraftParagraph) -> bool:
        """Return whether ``old`` is the heading of a part with a point that stays."""
        is_part = old.block.kind is BlockKind.HEADING and old.block.level == 1 and bool(old.ordinal)
        return is_part and any(place.startswith(old.block.place) for place in self._kept_places)

    def has_any(self, match: ParagraphMatch) -> bool:
        """Return whether anything but the written text stands in the paragraphs of ``match``."""
        return match.is_reworded or any(
            (part.start, part.end) != (0, len(part.paragraph.text))
            or part.paragraph.has_objects
            or part.paragraph.has_changes
            or self._own_work.has_things(part.paragraph.element)
            or not self._own_comments.issuperset(part.paragraph.comments)
            for part in match.text_range.slices
        )

    def has_any_look(self, match: ParagraphMatch) -> bool:
        """Return whether anything but the written text stands there, or it looks otherwise.

        Text that only moves takes its look with it.
        """
        if match.base.number in self.moving:
            return self.has_any(match)
        has_bold = any(span.is_bold for span in match.base.spans)
        elements = (part.paragraph.element for part in match.text_range.slices)
        return self.has_any(match) or any(self._own_work.is_in(one, has_bold=has_bold) for one in elements)
