"""A text beside what it is now: what stayed, and what was edited."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.merge.diff import Hunk, TokenMatch, overlaps


class TextMatch:
    """A ``text`` beside its ``current`` version.

    ``hunks`` are the edits, ``token_matches`` what both have.
    """

    def __init__(
        self, text: str, current: str, hunks: Sequence[Hunk], token_matches: Sequence[TokenMatch]
    ) -> None:
        self.text, self.current = text, current
        self.hunks, self.token_matches = list(hunks), list(token_matches)

    def locate(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where the base text from ``start`` to ``end`` stands now, None where it was edited."""
        if any(overlaps(hunk, start, end) for hunk in self.hunks):
            return None
        inner = [match for match in self.token_matches if match.start < end and match.end > start]
        if start == end:
            return self._locate_gap(start)
        if not inner or any(match.is_value and not self._is_kept(match) for match in inner):
            return None
        first, last = inner[0], inner[-1]
        # A value is located whole, at the length that it has now.
        low = first.new_start if first.is_value else first.new_start + start - first.start
        high = last.new_end if last.is_value else last.new_start + end - last.start
        return low, high

    def surroundings(self, start: int, end: int) -> tuple[int, int, int, int]:
        """Return the smallest range around ``start`` to ``end`` with unedited ends.

        The first two numbers are its start and end in the base, the last two in the document.
        """
        for hunk in self.hunks:
            if overlaps(hunk, start, end):
                start, end = min(start, hunk.start), max(end, hunk.end)
        before = [match for match in self.token_matches if match.end <= start]
        after = [match for match in self.token_matches if match.start >= end]
        low = before[-1].new_end if before else 0
        return start, end, low, after[0].new_start if after else len(self.current)

    def _locate_gap(self, place: int) -> tuple[int, int] | None:
        """Return where the empty text at ``place`` stands now."""
        for match in self.token_matches:
            if match.end == place:
                return match.new_end, match.new_end
            if match.start < place < match.end and not match.is_value:
                inside = match.new_start + place - match.start
                return inside, inside
        after = next((match for match in self.token_matches if match.start == place), None)
        return (after.new_start, after.new_start) if after else None

    def _is_kept(self, match: TokenMatch) -> bool:
        return self.text[match.start : match.end] == self.current[match.new_start : match.new_end]
