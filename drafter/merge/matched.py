"""What a person did to one passage: where its words and values stand now, and which he changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from drafter.docx.read.paragraph import Control
from drafter.merge.anchors import TextRange
from drafter.merge.diff import Hunk, Link, compare, meets
from drafter.merge.paragraphs import DraftParagraph, Token, spell, tokens_of, value_token
from drafter.speech.numbering import opening_ordinal
from drafter.speech.spans import SpanKind, TextSpan


class Holder(NamedTuple):
    """A value as it stands in a stretch: from where to where, in which control, whether still blank."""

    key: str
    start: int
    end: int
    control: Control | None
    is_blank: bool = False


class ParagraphMatch:
    """A passage ``before`` and the ``stretch`` it became, laid over each other."""

    def __init__(self, before: DraftParagraph, stretch: TextRange, holders: Sequence[Holder]) -> None:
        self.before, self.stretch = before, stretch
        self.text = before.text
        self._holders = {holder.start: holder for holder in _wanted(before, holders)}
        self.gaps: list[Hunk] = []
        self.links = self._untouched()
        if not self.links:
            self.gaps, self.links = self._compared()
        self._values = {link.start: link for link in self.links if link.is_value}

    @property
    def is_touched(self) -> bool:
        """Whether a person changed anything in it."""
        return self.text != self.stretch.text

    def holder(self, start: int) -> Holder | None:
        """Return where the value that began at ``start`` stands now, None where it lost its control."""
        link = self._values.get(start)
        return self._holders.get(link.new_start) if link else None

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where the text from ``start`` to ``end`` stands now; None where a person changed it."""
        if any(meets(gap, start, end) for gap in self.gaps):
            return None
        inner = [link for link in self.links if link.start < end and link.end > start]
        if start == end:
            return self._between(start)
        if not inner or any(link.is_value and not self._is_kept(link) for link in inner):
            return None
        first, last = inner[0], inner[-1]
        # A value is one piece, and as long as it is now.
        low = first.new_start if first.is_value else first.new_start + start - first.start
        high = last.new_end if last.is_value else last.new_start + end - last.start
        return low, high

    def around(self, start: int, end: int) -> tuple[int, int, int, int]:
        """Return the least stretch around ``start`` to ``end`` at whose ends both agree, in both texts."""
        for gap in self.gaps:
            if meets(gap, start, end):
                start, end = min(start, gap.start), max(end, gap.end)
        before = [link for link in self.links if link.end <= start]
        after = [link for link in self.links if link.start >= end]
        low = before[-1].new_end if before else 0
        return start, end, low, after[0].new_start if after else len(self.stretch.text)

    def _untouched(self) -> list[Link]:
        """Return the whole as links where words and controls are as they were written, none otherwise."""
        if self.text != self.stretch.text:
            return []
        links, start, held = [], 0, 0
        for segment in self.before.segments:
            end = start + len(segment.text)
            holder = self._holders.get(start)
            is_value = holder is not None and (holder.key, holder.end) == (value_token(segment.path), end)
            held += is_value
            if start < end:
                links.append(Link(start, end, start, end, is_value))
            start = end
        return links if held == len(self._holders) else []

    def _compared(self) -> tuple[list[Hunk], list[Link]]:
        """Return what differs and what does not; an ordinal is compared with an ordinal."""
        end, new_end = len(self.before.ordinal), len(opening_ordinal(self.stretch.text))
        if not (end and new_end):
            return compare(self._tokens(), self._their_tokens())
        own = [token for token in self._tokens() if token.start >= end]
        theirs = [token for token in self._their_tokens() if token.start >= new_end]
        gaps, links = compare(own, theirs) if own and theirs else ([], [])
        if bool(own) != bool(theirs):
            gaps = [Hunk(end, len(self.text), new_end, len(self.stretch.text))]
        if self.text[:end] == self.stretch.text[:new_end]:
            return gaps, [Link(0, end, 0, new_end, False), *links]
        return [Hunk(0, end, 0, new_end), *gaps], links

    def _between(self, place: int) -> tuple[int, int] | None:
        for link in self.links:
            if link.end == place:
                return link.new_end, link.new_end
            if link.start < place < link.end and not link.is_value:
                inside = link.new_start + place - link.start
                return inside, inside
        after = next((link for link in self.links if link.start == place), None)
        return (after.new_start, after.new_start) if after else None

    def _is_kept(self, link: Link) -> bool:
        return self.text[link.start : link.end] == self.stretch.text[link.new_start : link.new_end]

    def _tokens(self) -> list[Token]:
        """Return the tokens of the passage; a value whose control is gone is as good as its words."""
        left = Counter(holder.key for holder in self._holders.values())
        spelled = []
        for number, segment in enumerate(self.before.segments):
            key = value_token(segment.path)
            if segment.kind is SpanKind.ORDINAL or not left[key]:
                spelled.append(number)
            left[key] -= 1
        return tokens_of(self.before.segments, spelled)

    def _their_tokens(self) -> list[Token]:
        tokens: list[Token] = []
        reached = 0
        for start, holder in sorted(self._holders.items()):
            tokens += spell(self.stretch.text[reached:start], reached)
            tokens.append(Token(holder.key, start, holder.end, -1))
            reached = holder.end
        return tokens + spell(self.stretch.text[reached:], reached)


def _wanted(before: DraftParagraph, holders: Sequence[Holder]) -> list[Holder]:
    """Return those of ``holders`` that the passage has values for, no more of one than it prints."""
    left = Counter(value_token(segment.path) for segment in before.segments if segment.path)
    wanted, reached = [], 0
    for holder in sorted(holders, key=lambda holder: (holder.start, -holder.end)):
        if left[holder.key] > 0 and holder.start >= reached and holder.end > holder.start:
            left[holder.key] -= 1
            reached = holder.end
            wanted.append(holder)
    return wanted


def cut(segments: Sequence[TextSpan], start: int, end: int) -> list[TextSpan]:
    """Return the segments of the text from ``start`` to ``end``; a value that is cut is words."""
    pieces, place = [], 0
    for segment in segments:
        low, high = max(start - place, 0), min(end - place, len(segment.text))
        if low < high:
            whole = low == 0 and high == len(segment.text)
            pieces.append(segment if whole else _words(segment, segment.text[low:high]))
        place += len(segment.text)
    return pieces


def _words(segment: TextSpan, text: str) -> TextSpan:
    return TextSpan(SpanKind.WORDS, text, is_lead=segment.is_lead, is_bold=segment.is_bold)
