"""Headings as people type them: which ordinal opens a text, and where a heading in a paragraph ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from drafter.merge.paragraphs import DraftParagraph
from drafter.speech.blocks import BlockKind
from drafter.speech.spans import SpanKind, TextSpan

_NUMERAL = "[一二三四五六七八九十]{1,3}"
# The ladders of drafter.numbering, also as people type them. 首先 opens paragraphs of all kinds, so that it
# counts only where a draft says that it is an ordinal.
_LADDERS = {
    "一、": re.compile(f"{_NUMERAL}、"),
    "（一）": re.compile(f"[（(]{_NUMERAL}[）)]"),
    "1.": re.compile(r"[0-9]{1,2}(?:[.．](?![0-9])|、)"),
    "（1）": re.compile("[（(][0-9]{1,2}[）)]"),
    "第一": re.compile(f"第{_NUMERAL}[，、]"),
    "一要": re.compile(f"{_NUMERAL}要(?![求素点])"),
    "一是": re.compile(f"{_NUMERAL}是"),
}
_SENTENCE = re.compile("[^。！？]*[。！？]*[”’）》]*")
# A first sentence that is longer is no heading.
_LONGEST = 45


def ordinal_in(text: str) -> tuple[str, str]:
    """Return the ordinal that ``text`` opens with and the ladder it is of, "" twice where there is none."""
    for ladder, pattern in _LADDERS.items():
        found = pattern.match(text)
        if found:
            return found[0], ladder
    return "", ""


def lead_in(text: str) -> int:
    """Return how long the first sentence of ``text`` is, 0 where it is too long for a heading."""
    found = _SENTENCE.match(text)
    length = found.end() if found else 0
    return length if length <= _LONGEST else 0


def opening_of(passage: DraftParagraph, text: str) -> tuple[str, str]:
    """Return the ordinal of ``passage`` and its ladder, "" twice where it has none."""
    ordinal, ladder = ordinal_in(text)
    own = passage.ordinal
    # 首先 and 第二 are of one ladder.
    return (own, ladder or "第一") if own and text.startswith(own) else (ordinal, ladder)


def heading_end(passage: DraftParagraph, segments: Sequence[TextSpan], text: str, ordinal: str) -> int:
    """Return where the heading of a paragraph ends, 0 where it has none."""
    if passage.block.kind is BlockKind.HEADING:
        return len(text)
    lead = place = 0
    for segment in segments:
        place += len(segment.text)
        lead = place if segment.is_lead else lead
    if lead or not ordinal:
        return lead
    end = lead_in(text[len(ordinal) :])
    return len(ordinal) + end if end else 0


def bare(heading: list[TextSpan]) -> list[TextSpan]:
    """Return a heading without the mark that closes it where it opens a paragraph."""
    last = heading[-1] if heading else None
    if last is None or last.kind is not SpanKind.WORDS:
        return heading
    text = last.text.rstrip().removesuffix("。")
    return [*heading[:-1], *([replace(last, text=text)] if text else [])]
