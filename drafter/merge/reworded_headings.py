"""Headings of the YAML that a person reworded in the document."""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.i18n.text import END_MARKS
from drafter.merge.anchored_document import AnchoredDocument
from drafter.merge.paragraph_match import ParagraphMatch
from drafter.merge.paragraphs import DraftParagraph
from drafter.speech.blocks import BlockKind
from drafter.speech.numbering import leading_ordinal
from drafter.speech.spans import SpanKind

_HEADING = ".heading"
# Ordinals that no numbering has, as people type them: ② 2） 二来 第二是 其二，
_TYPED_OVER = re.compile(
    "[①-⑳][、.． ]?|(?:[其第]?[一二三四五六七八九十]{1,3}|[0-9]{1,2})(?:[来则]|是要?|[、，,.．)）：:])"
)


class Heading(NamedTuple):
    """A heading that was reworded: its place, its old and its new words, without ordinal and full stop."""

    place: str
    old: str
    new: str


def reworded_headings(anchored: AnchoredDocument) -> dict[str, Heading]:
    """Return the headings of the YAML that were reworded beyond their values, by their paths."""
    found: dict[str, Heading] = {}
    for number, match in anchored.matches.items():
        path, end = _heading_path(match.base), _heading_end(match.base)
        if number and path and end and match.is_edited and not match.base.is_stale:
            heading = _reworded(match, end)
            if heading is not None:
                found.setdefault(path, heading)
    return found


def _heading_path(drafted: DraftParagraph) -> str:
    """Return the path of the heading that a paragraph prints, "" where it prints none."""
    if drafted.block.kind is BlockKind.OUTLINE:
        return ""
    for span in drafted.spans:
        if span.is_lead or drafted.block.kind is BlockKind.HEADING:
            above, dot, _rest = span.path.partition(_HEADING)
            if dot and span.kind is not SpanKind.BLANK:
                return above + dot
    return ""


def _heading_end(drafted: DraftParagraph) -> int:
    """Return where the heading ends in the text of a paragraph."""
    if drafted.block.kind is BlockKind.HEADING:
        return len(drafted.text)
    return sum(len(span.text) for span in drafted.spans if span.is_lead or span.kind is SpanKind.ORDINAL)


def _reworded(match: ParagraphMatch, end: int) -> Heading | None:
    text, start = match.text, len(match.base.ordinal)
    if not any(hunk.start < end and hunk.end >= start for hunk in match.hunks):
        return None
    _start, last, _low, high = match.surroundings(start, end)
    # The edit goes beyond the heading: where that ends now is unknown.
    if last > end:
        return None
    old, new = _without_end_mark(text[start:end]), _without_end_mark(match.text_range.text[:high])
    if start and not match.current.startswith(match.base.ordinal) and new.endswith(old):
        # Whatever was typed over the ordinal, the heading is as it was.
        return None
    new = _without_ordinal(new, old) if start else new
    return Heading(match.base.place, old, new) if new and new != old else None


def _without_ordinal(words: str, old: str) -> str:
    """Return a heading without the ordinal in front of it, in whatever way that was typed.

    Of 二是要, 要 is no word of the heading unless the ``old`` one had it too: the ordinal may be 二要 again.
    """
    ordinal = leading_ordinal(words) or _found(_TYPED_OVER, words)
    rest = words[len(ordinal) :].strip()
    return rest.removeprefix("要") if ordinal.endswith("是") and not old.startswith("要") else rest


def _found(pattern: re.Pattern[str], words: str) -> str:
    found = pattern.match(words)
    return found[0] if found else ""


def _without_end_mark(words: str) -> str:
    # In whatever width the mark was typed.
    return words.strip().rstrip(END_MARKS + ".．")
