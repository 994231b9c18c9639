"""One drafted paragraph beside its text in the document now: what moved, and what was edited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from drafter.docx.read.paragraph import Control
from drafter.merge.anchors import TextRange
from drafter.merge.diff import Hunk, TokenMatch, diff
from drafter.merge.paragraphs import (
    DraftParagraph,
    Token,
    cut_spans,
    placed,
    spell,
    tokens_of,
    value_token,
)
from drafter.merge.text_match import TextMatch
from drafter.speech.numbering import leading_ordinal
from drafter.speech.spans import SpanKind


class ValueAnchor(NamedTuple):
    """Where a value stands in a text range: its start, its end, its control, whether it is still blank."""

    key: str
    start: int
    end: int
    control: Control
    is_blank: bool = False


class ParagraphMatch(TextMatch):
    """A paragraph of the ``base`` matched with its ``text_range`` in the document.

    ``hunks`` are the edits, ``token_matches`` what both texts have.
    """

    def __init__(self, base: DraftParagraph, text_range: TextRange, anchors: Sequence[ValueAnchor]) -> None:
        super().__init__(base.text, text_range.text, (), ())
        self.base, self.text_range = base, text_range
        self._anchors = {anchor.start: anchor for anchor in _expected(base, anchors)}
        self.token_matches = self._unedited()
        if not self.token_matches:
            self.hunks, self.token_matches = self._diff()
        self._values = {match.start: match for match in self.token_matches if match.is_value}

    @property
    def is_edited(self) -> bool:
        """Whether any text in it was changed."""
        return self.text != self.current

    @property
    def is_reworded(self) -> bool:
        """Whether any text in it but its ordinal was changed."""
        start = len(leading_ordinal(self.current)) if self.base.ordinal else 0
        return self.base.words != self.current[start:]

    def is_deleted_with_words(self, start: int, end: int) -> bool:
        """Return whether the value from ``start`` to ``end`` is gone together with words around it.

        So are all values of a paragraph that somebody emptied.
        """
        if not any(map(str.isalnum, self.current)):
            return (start, end) != (0, len(self.text))
        hunk = next((one for one in self.hunks if one.start <= start and end <= one.end), None)
        around = cut_spans(self.base.spans, hunk.start, hunk.end) if hunk is not None else ()
        words = "".join(span.text for span in around if span.kind is SpanKind.WORDS)
        return any(map(str.isalnum, words))

    def anchor(self, start: int) -> ValueAnchor | None:
        """Return where the value that began at ``start`` stands now, None where its control is gone."""
        match = self._values.get(start)
        return self._anchors.get(match.new_start) if match else None

    def _unedited(self) -> list[TokenMatch]:
        """Return the whole text as matches where words and controls are as written, [] otherwise."""
        if self.text != self.current:
            return []
        matches, anchored = [], 0
        for span, start, end in placed(self.base.spans):
            anchor = self._anchors.get(start)
            is_value = anchor is not None and (anchor.key, anchor.end) == (value_token(span.path), end)
            anchored += is_value
            if start < end:
                matches.append(TokenMatch(start, end, start, end, is_value))
        return matches if anchored == len(self._anchors) else []

    def _diff(self) -> tuple[list[Hunk], list[TokenMatch]]:
        """Return the edits and the matches; an ordinal is only compared with an ordinal."""
        end, new_end = len(self.base.ordinal), len(leading_ordinal(self.current))
        if not (end and new_end):
            return diff(self._tokens(), self._current_tokens())
        old = [token for token in self._tokens() if token.start >= end]
        new = [token for token in self._current_tokens() if token.start >= new_end]
        hunks, matches = diff(old, new) if old and new else ([], [])
        if bool(old) != bool(new):
            hunks = [Hunk(end, len(self.text), new_end, len(self.current))]
        if self.text[:end] == self.current[:new_end]:
            return hunks, [TokenMatch(0, end, 0, new_end, False), *matches]
        return [Hunk(0, end, 0, new_end), *hunks], matches

    def _tokens(self) -> list[Token]:
        """Return the tokens of the base; a value without a control is spelled out."""
        left = Counter(anchor.key for anchor in self._anchors.values())
        spelled = []
        for index, span in enumerate(self.base.spans):
            key = value_token(span.path)
            if span.kind is SpanKind.ORDINAL or not left[key]:
                spelled.append(index)
            left[key] -= 1
        return tokens_of(self.base.spans, spelled)

    def _current_tokens(self) -> list[Token]:
        """Return the tokens of the text in the document."""
        tokens: list[Token] = []
        reached = 0
        for start, anchor in sorted(self._anchors.items()):
            tokens += spell(self.current[reached:start], reached)
            tokens.append(Token(anchor.key, start, anchor.end, -1))
            reached = anchor.end
        return tokens + spell(self.current[reached:], reached)


def _expected(base: DraftParagraph, anchors: Sequence[ValueAnchor]) -> list[ValueAnchor]:
    """Return the ``anchors`` of values that ``base`` has, each as often as it has the value."""
    left = Counter(value_token(span.path) for span in base.spans if span.path)
    expected, reached = [], 0
    for anchor in sorted(anchors, key=lambda anchor: (anchor.start, -anchor.end)):
        if left[anchor.key] > 0 and anchor.start >= reached and anchor.end > anchor.start:
            left[anchor.key] -= 1
            reached = anchor.end
            expected.append(anchor)
    return expected
