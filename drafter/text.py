"""How much room text takes: terminal cells, and characters of a speech."""

from __future__ import annotations

import re
import unicodedata

CELLS = 96
# All that is neither letter nor figure; the underscore is a letter to Python alone.
_UNSPOKEN = re.compile(r"[\W_]+")


def display_width(text: str) -> int:
    """Return the columns ``text`` takes on a terminal (Unicode Standard Annex 11)."""
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Me", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cut_around(line: str, position: int) -> tuple[str, int]:
    """Return a stretch of ``line`` that fits a terminal, and where ``position`` is in it.

    Tabs and other controls become blanks, so that a caret below stands right.
    """
    shown = "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in line.rstrip())
    start = 0
    while start < position and display_width(shown[start:position]) > CELLS * 2 // 3:
        start += 1
    end = start
    width = 0
    while end < len(shown) and width < CELLS:
        width += _cells(shown[end])
        end += 1
    head, tail = "…" if start else "", "…" if end < len(shown) else ""
    return head + shown[start:end] + tail, position - start + len(head)


def pad(text: str, cells: int) -> str:
    """Return ``text`` filled with blanks to ``cells`` columns."""
    return text + " " * (cells - display_width(text))


def count_characters(text: str) -> int:
    """Return the characters of ``text`` without white space, as a speech's length is told (字数)."""
    return len("".join(text.split()))


def count_spoken(text: str) -> int:
    """Return the characters of ``text`` that are read aloud: no white space, no marks."""
    return len(_UNSPOKEN.sub("", text))


END_MARKS = "。！？…"
CLOSING_MARKS = "”’）》〉】」』"


def ends_sentence(text: str) -> bool:
    """Tell whether ``text`` already ends a sentence, be it inside quotation marks (……。”)."""
    return text.rstrip().rstrip(CLOSING_MARKS)[-1:] in tuple(END_MARKS)
