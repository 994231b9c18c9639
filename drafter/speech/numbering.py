"""Ordinals of parts and points: how they are counted, and how they are recognised in a text.

Templates never write an ordinal; the tree numbers its parts and points. The ladder of official
documents, 一、（一） 1. （1）, is GB/T 9704-2012, 7.3.3. The other numberings are those of
speeches, whose headings open their paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct

DIGITS = "零一二三四五六七八九"
FIRSTLY = ("首先，", "其次，", "再次，", "最后，")
# A numeral as people type it; a longer one is probably no ordinal.
_NUMERAL = "[一二三四五六七八九十]{1,3}"


def chinese(number: int) -> str:
    """Return ``number``, 1 or more, as a Chinese numeral: 十二 for 12. From 1000 on it stays in figures.

    A library for all Chinese numerals would take longer to import than the rest of this program.
    """
    if number < 1:
        raise ValueError(number)
    if number >= 1000:
        return str(number)
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    head = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        head += "十" if tens == 1 and not hundreds else f"{DIGITS[tens]}十"
    elif hundreds and units:
        head += DIGITS[0]
    return head + (DIGITS[units] if units else "")


def spoken_count(number: int) -> str:
    """Return ``number`` as it is said before a measure word: 两点 for 2, 三点 for 3."""
    return "两" if number == 2 else chinese(number)


class Numbering(Struct, frozen=True, kw_only=True):
    """One way to number siblings.

    ``ordinal`` gives the ordinal of the n-th sibling. ``typed`` matches what people type for it, with
    marks of either width; "" stands for a numbering that is never recognised in typed text. With
    ``run_in`` the heading opens its paragraph. With ``is_argument`` the points argue for the heading
    above them and stay out of the outline.
    """

    ordinal: Callable[[int], str]
    typed: str = ""
    run_in: bool = False
    is_argument: bool = False


def _firstly(number: int) -> str:
    return FIRSTLY[number - 1] if number <= len(FIRSTLY) else f"第{chinese(number)}，"


NUMBERINGS: dict[str, Numbering] = {
    "无": Numbering(ordinal=lambda n: "", run_in=True, is_argument=True),
    "一、": Numbering(ordinal=lambda n: f"{chinese(n)}、", typed=f"{_NUMERAL}、"),
    "（一）": Numbering(ordinal=lambda n: f"（{chinese(n)}）", typed=f"[（(]{_NUMERAL}[）)]"),
    "1.": Numbering(ordinal=lambda n: f"{n}.", typed=r"[0-9]{1,2}(?:[.．](?![0-9])|、)"),
    "（1）": Numbering(ordinal=lambda n: f"（{n}）", typed="[（(][0-9]{1,2}[）)]"),
    "第一": Numbering(
        ordinal=lambda n: f"第{chinese(n)}，", typed=f"第{_NUMERAL}[，,、]", run_in=True, is_argument=True
    ),
    # 首先 also opens paragraphs that are not points, so typed text is never read as this numbering.
    "首先": Numbering(ordinal=_firstly, run_in=True, is_argument=True),
    # 一要求 and the like begin another word.
    "一要": Numbering(ordinal=lambda n: f"{chinese(n)}要", typed=f"{_NUMERAL}要(?![求素点])", run_in=True),
    "一是": Numbering(ordinal=lambda n: f"{chinese(n)}是", typed=f"{_NUMERAL}是", run_in=True),
}


def ladder_of(text: str) -> str:
    """Return the key in NUMBERINGS of the ordinal that opens ``text``, "" if none does."""
    return next((name for name, pattern in _written().items() if pattern.match(text)), "")


def opening_ordinal(text: str) -> str:
    """Return the ordinal, as drafter writes it, that opens ``text``, "" if none does."""
    found = _written()[name].match(text) if (name := ladder_of(text)) else None
    return found[0] if found else ""


def leading_ordinal(text: str) -> str:
    """Return the ordinal that opens ``text``, as drafter writes it or as people type it, "" if none does."""
    return opening_ordinal(text) or typed_ordinal(text)[0]


def typed_ordinal(text: str) -> tuple[str, str]:
    """Return the ordinal that opens ``text``, as people type it, and its key in NUMBERINGS, or "" twice."""
    for name, pattern in _typed().items():
        found = pattern.match(text)
        if found:
            return found[0], name
    return "", ""


def opens_point(text: str) -> bool:
    """Return whether ``text`` opens with the ordinal of a run-in heading (一要, 一是) that is no argument."""
    ladder = ladder_of(text)
    return bool(ladder) and NUMBERINGS[ladder].run_in and not NUMBERINGS[ladder].is_argument


@lru_cache(maxsize=1)
def _written() -> dict[str, re.Pattern[str]]:
    """Return a pattern for each numbering that matches its ordinals exactly as ``ordinal`` writes them."""
    patterns = {
        name: re.escape(ladder.ordinal(1)).replace("一", f"[{DIGITS}十百]+").replace("1", "[0-9]+")
        # 2.5 is no second point.
        + ("(?![0-9])" if name == "1." else "")
        for name, ladder in NUMBERINGS.items()
        if ladder.ordinal(1)
    }
    return {name: re.compile(pattern) for name, pattern in (patterns | {"首先": "|".join(FIRSTLY)}).items()}


@lru_cache(maxsize=1)
def _typed() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(ladder.typed) for name, ladder in NUMBERINGS.items() if ladder.typed}
