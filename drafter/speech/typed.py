"""How people type what stands around the numbered parts of a speech: salutation, date, outline, closing."""

from __future__ import annotations

import re

# What the outline above a speech is called.
OUTLINES = ("提纲", "目录")
# How a closing, or any paragraph that turns to the audience, begins.
ADDRESSES = ("同志们，", "同志们！", "各位", "朋友们")
_DATE = re.compile("[（(]?[0-9〇○零一二三四五六七八九十]{4}年.*[日）)]")
# A longer paragraph before a colon addresses nobody: the longest list of guests has two lines.
_LONGEST_SALUTATION = 60
_ADDRESSED = re.compile(
    "同志|各位|尊敬的|亲爱的|领导|代表|委员|来宾|嘉宾|朋友|女士|先生|老师|同学|家长|战友|乡亲|主席|主任|书记"
)
_COLONS, _COMMAS = ("：", ":"), ("，", ",", "、", "！", "!")


def is_date(text: str) -> bool:
    """Return whether a line is the date below a title: （2025年3月6日）."""
    return _DATE.fullmatch(text.strip()) is not None


def is_salutation(text: str) -> bool:
    """Return whether a line is a salutation: it addresses somebody, is short and ends with a colon."""
    text = text.strip()
    return len(text) <= _LONGEST_SALUTATION and text.endswith(_COLONS) and bool(_ADDRESSED.search(text))


def goes_on_addressing(text: str) -> bool:
    """Return whether a line is one of a salutation of several lines: 尊敬的各位领导，."""
    text = text.strip()
    return len(text) <= _LONGEST_SALUTATION and text.endswith(_COMMAS) and bool(_ADDRESSED.match(text))
