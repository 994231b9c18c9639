"""Line breaks of long titles: at the ends of words, into lines in the shape of a 梯形 or a 菱形.

GB/T 9704-2012, 7.3.1: 词意完整、排列对称、长短适宜、间距恰当.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import accumulate, combinations, pairwise

from msgspec.structs import replace

from drafter.i18n.text import CLOSING_MARKS, END_MARKS
from drafter.speech.tree import Break, Emphasis, Field, Inline, Inlines, Lead, Text, plain_text
from drafter.speech.words import word_lengths

_OPENING = "《“‘（【〈「『"
_NEVER_FIRST = frozenset("的了和与" + CLOSING_MARKS + END_MARKS + "】、，；：,.;:!?%％℃·～-")
_NEVER_LAST = frozenset(_OPENING + "0123456789第—·")
# The patterns are compiled only for a title that is too long, and few titles are.
# No break before 上的 (会议上的), nor between a number and 届.
_TIED = r"(?=[上中时]的)|(?<=[一二三四五六七八九十百])(?=[届次个期号年月日周])"
# Never broken, whatever words are in it: figures, Latin words, text in quotation marks or brackets.
_UNBREAKABLE = r"[0-9A-Za-z.,%+/-]+|《[^《》]*》|“[^“”]*”|‘[^‘’]*’|（[^（）]*）|【[^【】]*】"
# Line ends that fit the meaning. One outweighs two characters by which lines differ from an equal length.
_GOOD_END = r"[暨及和与、，》”\s]\n|\n—"
_GAIN = 8.0
# For up to three lines every combination of breaks is tried; more lines are filled one after another.
_TRIED = 3


def width(text: str) -> float:
    """Return the width of ``text`` in Chinese characters; an ASCII character counts half."""
    return sum(0.5 if character.isascii() else 1 for character in text)


def break_title(text: str, limit: float) -> list[str]:
    """Return the lines of a title, none wider than ``limit`` if its words allow it.

    No line begins with 的, 了, 和, 与 or a closing mark. Words, figures and text between quotation
    marks or brackets are not divided. The lines, joined, are ``text``.
    """
    if width(text) <= limit:
        return [text]
    tokens = _tokens(text, limit)
    total = width(text)
    for count in range(math.ceil(total / limit), _TRIED + 1):
        lines = _balanced(tokens, count, limit)
        if lines:
            return lines
    return _filled(tokens, total, limit)


def _tokens(text: str, limit: float) -> list[str]:
    """Return the tokens of ``text``; a line may end after each of them."""
    barred = {match.start() for match in re.finditer(_TIED, text)}
    for match in re.finditer(_UNBREAKABLE, text):
        # Text wider than a line has to break somewhere.
        if width(match[0]) <= limit:
            barred.update(range(match.start() + 1, match.end()))
    ends = [end for end in accumulate(word_lengths(text)) if 0 < end < len(text)]
    allowed = (
        end
        for end in ends
        if end not in barred and text[end] not in _NEVER_FIRST and text[end - 1] not in _NEVER_LAST
    )
    return [text[start:end] for start, end in pairwise([0, *allowed, len(text)])]


def _balanced(tokens: Sequence[str], count: int, limit: float) -> list[str]:
    """Return the best division into ``count`` lines, [] if no division keeps to ``limit``."""
    room = [0.0, *accumulate(map(width, tokens))]
    good = {cut for cut in range(1, len(tokens)) if re.search(_GOOD_END, f"{tokens[cut - 1]}\n{tokens[cut]}")}
    best: tuple[int, ...] | None = None
    least = math.inf
    for cuts in combinations(range(1, len(tokens)), count - 1):
        bounds = (0, *cuts, len(tokens))
        widths = [room[end] - room[start] for start, end in pairwise(bounds)]
        if max(widths) > limit:
            continue
        fault = _unevenness(widths) - _GAIN * sum(map(good.__contains__, cuts))
        if fault < least:
            best, least = bounds, fault
    return [] if best is None else ["".join(tokens[start:end]) for start, end in pairwise(best)]


def _unevenness(widths: Sequence[float]) -> float:
    """Return how uneven lines are; an hourglass, neither 梯形 nor 菱形, is worse than all other shapes."""
    mean = sum(widths) / len(widths)
    hourglass = len(widths) == 3 and widths[1] < min(widths[0], widths[2])
    return sum((one - mean) ** 2 for one in widths) + (1000 if hourglass else 0)


def _filled(tokens: Sequence[str], total: float, limit: float) -> list[str]:
    """Return the lines, filled one after another up to an even share of ``total``."""
    target = total / math.ceil(total / limit)
    lines = [""]
    for token in tokens:
        longer = width(lines[-1] + token)
        # The last token of a line may exceed the even share, but not the limit.
        if lines[-1] and (longer > limit or width(lines[-1]) >= target):
            lines.append(token)
        else:
            lines[-1] += token
    return lines


def with_breaks(inlines: Inlines, limit: float) -> Inlines:
    """Return the inlines of a title with breaks if it is too long; a title with breaks stays as it is."""
    if any(isinstance(inline, Break) for inline in inlines):
        return inlines
    lines = break_title(plain_text(inlines), limit)
    result = inlines
    for position in reversed(list(accumulate(map(len, lines)))[:-1]):
        result = _cut(result, position)
    return result


def line_widths(inlines: Inlines) -> list[float]:
    """Return the width of each line of a title, divided at its breaks."""
    lines: list[list[Inline]] = [[]]
    for inline in inlines:
        if isinstance(inline, Break):
            lines.append([])
        else:
            lines[-1].append(inline)
    return [width(plain_text(tuple(line))) for line in lines]


def _cut(inlines: Inlines, position: int) -> Inlines:
    """Return ``inlines`` with a break after ``position`` characters; a blank is never divided."""
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
