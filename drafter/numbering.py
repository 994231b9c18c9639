"""Ordinals of parts and points. They are never typed in a template: the tree numbers them.

The written ladder 一、（一） 1. （1） is GB/T 9704-2012, 7.3.3; the others are the
ladders of speech, whose headings run into their paragraph.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

DIGITS = "零一二三四五六七八九"
FIRSTLY = ("首先，", "其次，", "再次，", "最后，")


def chinese(number: int) -> str:
    """Return ``number`` in Chinese, 十二 for 12, 一百零三 for 103; from 1000 on in figures.

    A table of ten signs: a library for all of Chinese numerals would cost more to
    import than the rest of this program's own code.
    """
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


def opens_point(text: str) -> bool:
    """Tell whether ``text`` begins as a run-in heading does (一要, 一是) that is no argument (第一，)."""
    ladders = [ladder for ladder in NUMBERINGS.values() if ladder.run_in and not ladder.is_argument]
    return text.startswith(tuple(ladder.ordinal(number) for ladder in ladders for number in range(1, 21)))
