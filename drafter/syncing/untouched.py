"""What in a document is as it was written, and what a person's word stands for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from drafter.blocks import BlockKind
from drafter.segments import SegmentKind
from drafter.syncing.case import Case
from drafter.syncing.decisions import Verdict
from drafter.syncing.overlay import Overlay
from drafter.syncing.pairing import Pair
from drafter.syncing.passages import Passage, is_outline


class Untouched:
    """Tells what may be moved and taken out, and what has to stay."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._kept_places: set[str] = set()

    @cached_property
    def _own_comments(self) -> set[str]:
        """The numbers of the comments that drafter wrote."""
        return set(self._case.edition.comments)

    def look_at(self, pairs: Sequence[Pair]) -> None:
        """See under which ordinals dropped passages stay, since a person changed them."""
        dropped = (old for old, now in pairs if old is not None and now is None)
        self._kept_places = {old.block.place for old in dropped if self.is_changed(old)}

    def is_changed(self, old: Passage) -> bool:
        """Tell whether a person changed ``old``, a passage, which is in the document still."""
        overlay = self._case.edition.overlays.get(old.number)
        return overlay is not None and not is_outline(old) and not self.is_ours_alone(overlay)

    def stays_above(self, old: Passage) -> bool:
        """Tell whether ``old`` is the heading of a part of which a point stays."""
        is_part = old.block.kind is BlockKind.HEADING and old.block.level == 1 and bool(old.ordinal)
        return is_part and any(place.startswith(old.block.place) for place in self._kept_places)

    def is_ours_alone(self, overlay: Overlay) -> bool:
        """Tell whether nothing but what was written stands in the lines of a passage."""
        return not overlay.is_touched and all(
            (part.start, part.end) == (0, len(part.line.text))
            and not part.line.has_objects
            and not part.line.has_changes
            and self._own_comments.issuperset(part.line.comments)
            for part in overlay.stretch.slices
        )

    def is_kept_prose(self, passage: Passage) -> bool:
        """Tell whether a passage is a paragraph of a prose that a person's word stands for."""
        keys = passage.keys
        decision = self._case.decisions.get(keys[0]) if len(keys) == 1 else None
        is_whole = [segment.kind for segment in passage.segments[:1]] == [SegmentKind.PROSE]
        if not is_whole or decision is None or not decision.theirs:
            return False
        return decision.verdict in (Verdict.KEEP, Verdict.SPREAD)
