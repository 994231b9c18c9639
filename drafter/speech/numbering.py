"""Ordinals of parts and points. They are never typed in a template: the tree numbers them.

The written ladder 一、（一） 1. （1） is GB/T 9704-2012, 7.3.3; the others are the
ladders of speech, whose headings run into their paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct

DIGITS = "零一二三四五六七八九"
FIRSTLY = ("首先，", "其次，", "再次，", "最后，")


def chinese(number: int) -> str:
    """Return ``number``, from 1 on, in Chinese: 十二 for 12, 一百零三 for 103; from 1000 on in figures.

    A table of ten signs: a library for all of Chinese numerals would cost more to
    import than the rest of this program's own code.
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


class Numbering(Struct, frozen=True):
    """A way to number siblings.

    ``run_in``: the heading opens its paragraph. ``is_argument``: the headings argue
    for the one above and stay out of the outline.
    """

    ordinal: Callable[[int], str]
    run_in: bool
    is_argument: bool = False


def _firstly(number: int) -> str:
    return FIRSTLY[number - 1] if number <= len(FIRSTLY) else f"第{chinese(number)}，"


NUMBERINGS: dict[str, Numbering] = {
    "无": Numbering(lambda n: "", run_in=True, is_argument=True),
    "一、": Numbering(lambda n: f"{chinese(n)}、", run_in=False),
    "（一）": Numbering(lambda n: f"（{chinese(n)}）", run_in=False),
    "1.": Numbering(lambda n: f"{n}.", run_in=False),
    "（1）": Numbering(lambda n: f"（{n}）", run_in=False),
    "第一": Numbering(lambda n: f"第{chinese(n)}，", run_in=True, is_argument=True),
    "首先": Numbering(_firstly, run_in=True, is_argument=True),
    "一要": Numbering(lambda n: f"{chinese(n)}要", run_in=True),
    "一是": Numbering(lambda n: f"{chinese(n)}是", run_in=True),
}


def ladder_of(text: str) -> str:
    """Return the numbering of which an ordinal opens ``text``, "" where none does."""
    return next((name for name, pattern in _ladders().items() if pattern.match(text)), "")


def opening_ordinal(text: str) -> str:
    """Return the ordinal that opens ``text``, "" where none does."""
    found = _ladders()[name].match(text) if (name := ladder_of(text)) else None
    return found[0] if found else ""


@lru_cache(maxsize=1)
def _ladders() -> dict[str, re.Pattern[str]]:
    """Return what matches the ordinals of each numbering."""
    patterns = {
        name: re.escape(ladder.ordinal(1)).replace("一", f"[{DIGITS}十百]+").replace("1", "[0-9]+")
        # 2.5 is no second point.
        + ("(?![0-9])" if name == "1." else "")
        for name, ladder in NUMBERINGS.items()
        if ladder.ordinal(1)
    }
    return {name: re.compile(pattern) for name, pattern in (patterns | {"首先": "|".join(FIRSTLY)}).items()}


def opens_point(text: str) -> bool:
    """Tell whether ``text`` begins as a run-in heading does (一要, 一是) that is no argument (第一，)."""
    ladders = [ladder for ladder in NUMBERINGS.values() if ladder.run_in and not ladder.is_argument]
    return text.startswith(tuple(ladder.ordinal(number) for ladder in ladders for number in range(1, 21)))
