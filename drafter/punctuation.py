"""Marks of Chinese text (GB/T 15834-2011)."""

from __future__ import annotations

END_MARKS = "。！？…"
CLOSING_MARKS = "”’）》〉】」』"


def ends_sentence(text: str) -> bool:
    """Tell whether ``text`` already ends a sentence, be it inside quotation marks (……。”)."""
    return text.rstrip().rstrip(CLOSING_MARKS)[-1:] in tuple(END_MARKS)
