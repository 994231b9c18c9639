"""Where a long title breaks: at the ends of words, into lines that make a 梯形 or a 菱形.

GB/T 9704-2012, 7.3.1: 词意完整、排列对称、长短适宜、间距恰当.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import accumulate, combinations, pairwise

from msgspec.structs import replace

from drafter.speech.tree import Break, Emphasis, Field, Inline, Inlines, Lead, Text, plain_text
from drafter.text import CLOSING_MARKS, END_MARKS

_OPENING = "《“‘（【〈「『"
_NEVER_FIRST = frozenset("的了和与" + CLOSING_MARKS + END_MARKS + "】、，；：,.;:!?%％℃·～-")
_NEVER_LAST = frozenset(_OPENING + "0123456789第—·")
# Patterns are compiled when a title must break, which few must.
# 会议上|的 is barred by its 的; its 上 belongs to the word before as well, and 届 to its number.
_TIED = r"(?=[上中时]的)|(?<=[一二三四五六七八九十百])(?=[届次个期号年月日周])"
# What never breaks, whatever the words in it: figures and Latin words, and what is quoted.
_WHOLE = r"[0-9A-Za-z.,%+/-]+|《[^《》]*》|“[^“”]*”|‘[^‘’]*’|（[^（）]*）|【[^【】]*】"
# Lines that end so end with their meaning; it is worth two characters' unevenness on either side.
_GOOD_END = r"[暨及和与、，》”\s]\n|\n—"
_GAIN = 8.0
# Every way to make three lines of at most 54 characters is tried; more lines are only filled evenly.
_TRIED = 3


def width(text: str) -> float:
    """Return the room ``text`` takes in a title, in Chinese characters; figures and letters take half."""
    return sum(0.5 if character.isascii() else 1 for character in text)


def break_title(text: str, limit: float) -> list[str]:
    """Return the lines of a title, none wider than ``limit`` if its words allow.

    No line begins with 的, 了, 和, 与 or a closing mark; no word, no figure, and nothing
    between quotation marks or brackets is divided. Joined, the lines are ``text``.
    """
    if width(text) <= limit:
        return [text]
    pieces = _pieces(text, limit)
    total = width(text)
    for count in range(math.ceil(total / limit), _TRIED + 1):
        lines = _shaped(pieces, count, limit)
        if lines:
            return lines
    return _filled(pieces, total, limit)


def _pieces(text: str, limit: float) -> list[str]:
    """Return the parts of ``text`` between which a line may end."""
    # rjieba takes a tenth of a second to import, and few titles need it.
    import rjieba

    barred = {match.start() for match in re.finditer(_TIED, text)}
    for match in re.finditer(_WHOLE, text):
        # What is wider than a line has to break somewhere.
        if width(match[0]) <= limit:
            barred.update(range(match.start() + 1, match.end()))
    ends = [end for end in accumulate(map(len, rjieba.cut(text))) if 0 < end < len(text)]
    allowed = (
        end
        for end in ends
        if end not in barred and text[end] not in _NEVER_FIRST and text[end - 1] not in _NEVER_LAST
    )
    return [text[start:end] for start, end in pairwise([0, *allowed, len(text)])]


def _shaped(pieces: Sequence[str], count: int, limit: float) -> list[str]:
    """Return the best way to make ``count`` lines, or nothing when none keeps to ``limit``."""
    room = [0.0, *accumulate(map(width, pieces))]
    good = {cut for cut in range(1, len(pieces)) if re.search(_GOOD_END, f"{pieces[cut - 1]}\n{pieces[cut]}")}
    best: tuple[int, ...] | None = None
    least = math.inf
    for cuts in combinations(range(1, len(pieces)), count - 1):
        bounds = (0, *cuts, len(pieces))
        widths = [room[end] - room[start] for start, end in pairwise(bounds)]
        if max(widths) > limit:
            continue
        fault = _unevenness(widths) - _GAIN * sum(map(good.__contains__, cuts))
        if fault < least:
            best, least = bounds, fault
    return [] if best is None else ["".join(pieces[start:end]) for start, end in pairwise(best)]


def _unevenness(widths: Sequence[float]) -> float:
    """Return how far lines are from even; an hourglass, neither 梯形 nor 菱形, is worse than any other."""
    mean = sum(widths) / len(widths)
    hourglass = len(widths) == 3 and widths[1] < min(widths[0], widths[2])
    return sum((one - mean) ** 2 for one in widths) + (1000 if hourglass else 0)


def _filled(pieces: Sequence[str], total: float, limit: float) -> list[str]:
    """Return as many lines as it takes, filled one after another."""
    target = total / math.ceil(total / limit)
    lines = [""]
    for piece in pieces:
        longer = width(lines[-1] + piece)
        # The last piece of a line may stand over the even share, but not over the limit.
        if lines[-1] and (longer > limit or width(lines[-1]) >= target):
            lines.append(piece)
        else:
            lines[-1] += piece
    return lines


def with_breaks(inlines: Inlines, limit: float) -> Inlines:
    """Return a title's inlines with breaks where it is too long; breaks of its author's own win."""
    if any(isinstance(inline, Break) for inline in inlines):
        return inlines
    lines = break_title(plain_text(inlines), limit)
    result = inlines
    for position in reversed(list(accumulate(map(len, lines)))[:-1]):
        result = _cut(result, position)
    return result


def line_widths(inlines: Inlines) -> list[float]:
    """Return the width of each line of a title, as its breaks have it."""
    lines: list[list[Inline]] = [[]]
    for inline in inlines:
        if isinstance(inline, Break):
            lines.append([])
        else:
            lines[-1].append(inline)
    return [width(plain_text(tuple(line))) for line in lines]


def _cut(inlines: Inlines, position: int) -> Inlines:
    """Return ``inlines`` with a break after so many characters; a blank is never divided."""
    before: list[Inline] = []
    for index, inline in enumerate(inlines):
        length = len(plain_text((inline,)))
        if position <= length:
            return (*before, *_divide(inline, position), *inlines[index + 1 :])
        before.append(inline)
        position -= length
    return inlines


def _divide(inline: Inline, position: int) -> Inlines:
    match inline:
        case Text(text) | Field(_, text) if position < len(text):
            return (replace(inline, text=text[:position]), Break(), replace(inline, text=text[position:]))
        case Emphasis(inner) | Lead(inner):
            return (replace(inline, inlines=_cut(inner, position)),)
        case _:
            return (inline, Break())
