"""The words that a text must have for a regular expression to be found in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Signs that are no word of an expression, and what may follow a sign or group that need not be there.
_META = frozenset("\\[](){}.*+?^$|")
_MAY_LACK = ("?", "*", "{0", "{,")
# A group that matches no signs, or that is no plain alternation.
_NO_WORDS = re.compile(r"\(\?(?!:|P<)")
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>)?")
# A sign by its number, a group by its own, or any other sign that is escaped.
_ESCAPED = re.compile(r"\\(?:x.{2}|u.{4}|U.{8}|\d+|.?)", re.DOTALL)
# (?i): words may be written otherwise.
_FLAGS = re.compile(r"\(\?[aiLmsux]")


def words_needed(expression: str) -> tuple[str, ...]:
    """Return words of which a text has one wherever ``expression`` is found in it; () where none is known.

    >>> words_needed("普查(?!员)|报[好几]+遍|(?:检查|核查).{0,4}减少")
    ('普查', '报', '检查', '核查')
    """
    if _FLAGS.match(expression):
        return ()
    words: list[str] = []
    for alternative in _parted(expression):
        best = max(_needed(alternative), key=lambda those: min(map(len, those)), default=())
        if not best:
            return ()
        words += best
    return tuple(dict.fromkeys(words))


def _needed(alternative: str) -> Iterator[tuple[str, ...]]:
    """Yield the words, or sets of words, each of which has to be there for an expression without ``|``."""
    place, word = 0, ""
    while place < len(alternative):
        end = _end_of(alternative, place)
        part, may_lack = alternative[place:end], alternative.startswith(_MAY_LACK, end)
        is_sign = part not in _META and len(part) == 1
        if is_sign and not may_lack:
            word += part
        elif word:
            yield (word,)
            word = ""
        if part[0] == "(" and not may_lack and not _NO_WORDS.match(part):
            inner = part[_GROUP.match(part).end() : -1]  # type: ignore[union-attr]
            if words := words_needed(inner):
                yield words
        place = end
    if word:
        yield (word,)


def _parted(expression: str) -> Iterator[str]:
    """Yield the alternatives of an expression."""
    start = place = 0
    while place < len(expression):
        if expression[place] == "|":
            yield expression[start:place]
            start = place + 1
        place = _end_of(expression, place)
    yield expression[start:]


def _end_of(expression: str, place: int) -> int:
    """Return where the sign, the class, the group or the count that begins at ``place`` ends."""
    sign = expression[place]
    if sign == "\\":
        return _ESCAPED.match(expression, place).end()  # type: ignore[union-attr]
    if sign == "{":
        return expression.index("}", place) + 1
    if sign == "[":
        return _end_of_class(expression, place)
    if sign != "(":
        return place + 1
    place += 1
    while expression[place] != ")":
        place = _end_of(expression, place)
    return place + 1


def _end_of_class(expression: str, place: int) -> int:
    place += 2 if expression[place + 1] == "^" else 1
    # What stands first in a class is one of its signs, even a bracket.
    place += 1 if expression[place] == "]" else 0
    while expression[place] != "]":
        place = _end_of(expression, place) if expression[place] == "\\" else place + 1
    return place + 1
