"""The length of text: columns of a terminal, characters of a speech; text cut to a width."""

from __future__ import annotations

import re
import unicodedata
from os.path import commonprefix

# A row of a terminal without its two ellipses, and how much of it stands before a caret.
TERMINAL = 97
_BEFORE_CARET = 0.66
# The columns of two ellipses, and the share of the line that shows the text before a change.
_ELLIPSES = 4
_BEFORE = 0.3
# How much of a line on either side of a place is looked at: far more than fits.
_NEAR = 600
# What moves or hides what a terminal shows: controls, half a surrogate pair, turns of the direction.
_UNSHOWN = ("Cc", "Cs")
_TURNS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CONTROLS = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_TURNS}]")
# A sign with all that is set above, below or behind it (combining marks, joiners, variants of signs).
_SIGN = (
    r".(?:[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
    r"\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]|\u200d.)*"
)
# All that is neither letter nor figure; Python counts the underscore as a letter.
_UNSPOKEN = re.compile(r"[\W_]+")


def printable(text: str) -> str:
    """Return ``text`` with its controls written out, ``\\u001b``; ends of lines and tabs stay.

    The form is that of JSON, where it means the same character.
    """
    if _CONTROLS.search(text) is None:
        return text
    return _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def display_width(text: str) -> int:
    """Return the columns of a terminal that ``text`` takes (Unicode Standard Annex 11)."""
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Me", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cut(text: str, width: int, place: int = 0, unbreakable: re.Pattern[str] | None = None) -> str:
    """Return the part of ``text`` around ``place`` that fits into ``width`` columns, on one line.

    An ellipsis stands for what is left out. What ``unbreakable`` matches is never divided.
    """
    text = " ".join(text.split())
    if display_width(text) <= width:
        return text
    room = width - _ELLIPSES
    pieces, at = _pieces(text, place, unbreakable)
    first, last = _window(pieces, min(at, len(pieces) - 1), room, room * _BEFORE)
    return _with_ellipses(pieces, first, last)


def cut_both(old: str, new: str, width: int, unbreakable: re.Pattern[str] | None = None) -> tuple[str, str]:
    """Return two texts, each cut to ``width`` columns around the place where they begin to differ."""
    place = first_difference(old, new)
    return cut(old, width, place, unbreakable), cut(new, width, place, unbreakable)


def first_difference(*texts: str) -> int:
    """Return the number of characters with which all ``texts`` begin alike."""
    return len(commonprefix(texts))


def cut_around(line: str, position: int) -> tuple[str, int]:
    """Return the part of ``line`` around ``position`` that fits a terminal, and the position in it.

    Tabs and other controls become blanks, so that a caret below it stands in the right column.
    """
    # A long line is not looked at as a whole: one file may have many faults in it.
    low = max(position - _NEAR, 0)
    near = line[low : position + _NEAR].rstrip()
    shown = "".join(" " if unicodedata.category(c) in _UNSHOWN or c in _TURNS else c for c in near)
    pieces, at = _pieces(shown, position - low)
    first, last = _window(pieces, at, TERMINAL, TERMINAL * _BEFORE_CARET)
    start = low + len("".join(pieces[:first])) - bool(first)
    return _with_ellipses(pieces, first, last), position - start


def _pieces(text: str, place: int, unbreakable: re.Pattern[str] | None = None) -> tuple[list[str], int]:
    """Return the pieces of ``text`` that are never divided, and which of them ``place`` is in."""
    sign = re.compile(_SIGN, re.DOTALL)
    pieces: list[str] = []
    at = end = 0
    while end < len(text):
        found = (unbreakable and unbreakable.match(text, end)) or sign.match(text, end)
        assert found is not None
        at = len(pieces) if end <= place else at
        pieces.append(found[0])
        end = found.end()
    return pieces, at if place < end else len(pieces)


def _window(pieces: list[str], at: int, width: int, before: float) -> tuple[int, int]:
    """Return the range of pieces, from first to behind the last, that fits into ``width`` columns.

    The piece ``at`` is in it; at most ``before`` columns stand in front of that.
    """
    first = last = at
    taken = 0
    while first and taken + display_width(pieces[first - 1]) <= before:
        first -= 1
        taken += display_width(pieces[first])
    while last < len(pieces) and taken + display_width(pieces[last]) <= width:
        taken += display_width(pieces[last])
        last += 1
    return first, max(last, first + 1)


def _with_ellipses(pieces: list[str], first: int, last: int) -> str:
    head, tail = "…" if first else "", "…" if last < len(pieces) else ""
    return head + "".join(pieces[first:last]) + tail


def pad(text: str, cells: int) -> str:
    """Return ``text`` filled with blanks to ``cells`` columns."""
    return text + " " * (cells - display_width(text))


def count_characters(text: str) -> int:
    """Return the number of characters without white space, the length of a speech (字数)."""
    return len("".join(text.split()))


def count_spoken(text: str) -> int:
    """Return the number of characters that are read aloud: no white space, no marks."""
    return len(_UNSPOKEN.sub("", text))


END_MARKS = "。！？…"
CLAUSE_MARKS = "，。；：！？…"
CLOSING_MARKS = "”’）》〉】」』"


def ends_sentence(text: str) -> bool:
    """Return whether ``text`` ends a sentence, also one inside quotation marks (……。”)."""
    return text.rstrip().rstrip(CLOSING_MARKS)[-1:] in tuple(END_MARKS)


def clause_around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before ``start`` and behind ``end`` in the same clause, with its mark."""
    before = re.split(f"(?<=[{CLAUSE_MARKS}])", text[:start])[-1]
    if text[end - 1 : end] in tuple(CLAUSE_MARKS) and start < end:
        return before, ""
    after = re.match(f"[^{CLAUSE_MARKS}]*[{CLAUSE_MARKS}]?", text[end:])
    return before, after[0] if after else ""
