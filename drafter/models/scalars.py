"""Readers of scalars: the text of a YAML file becomes a text, a day or a flag.

YAML 1.1 would guess (``9:30`` is 570, ``010`` is 8, ``no`` is false); these readers do not. Each
returns the value, or raises ScalarError with the problem and its remedy.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from drafter.i18n import _

# Characters that XML 1.0 (2.2, Char), and so a Word file, cannot hold; and DEL.
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# A pattern for each separator, so that none are mixed.
DAY_FORMS = (
    r"(\d{4})-(\d{1,2})-(\d{1,2})",
    r"(\d{4})/(\d{1,2})/(\d{1,2})",
    r"(\d{4})\.(\d{1,2})\.(\d{1,2})",
    r"(\d{4})年(\d{1,2})月(\d{1,2})日",
)
# What a number holds: a digit, or a Chinese numeral.
NUMERAL = "[0-9０-９〇零一二两三四五六七八九十百千万亿半]"
# The word joiner, which is pasted in from web pages and cannot be seen, is no part of a text: a Word file
# has it where drafter forbids a line break.
_JOINER = "\u2060"
YES = frozenset({"true", "yes", "on", "是"})
NO = frozenset({"false", "no", "off", "否"})


TEXT_WITH_COLON = _(
    "if this is a text, write its colon full-width ：, or put the whole text in single quotation marks"
)


class ScalarError(ValueError):
    """A scalar cannot be read; ``remedy`` says what to write instead."""

    def __init__(self, message: str, remedy: str = "") -> None:
        self.remedy = remedy
        super().__init__(message)


def read_text(value: Any) -> str:
    """Return ``value`` as text; raise ScalarError where a Word file could not hold it."""
    if isinstance(value, dict | list | tuple):
        is_text = isinstance(value, dict) and not all(str(key).isascii() for key in value)
        raise ScalarError(
            _("a text is expected here, not a list or a mapping"),
            TEXT_WITH_COLON if is_text else _("write the text on this line, after the colon"),
        )
    text = str(value).replace(_JOINER, "")
    if "\r" in text:  # XML reads it as a line feed.
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = ILLEGAL.search(text)
    if found:
        code = f"U+{ord(found.group()):04X}"
        raise ScalarError(
            _("control character {code}").format(code=code), _("delete it and type the text again")
        )
    return text


def read_line(value: Any) -> str:
    """Return ``value`` as text on one line."""
    text = read_text(value)
    return (text.replace("\n", " ") if "\n" in text else text).strip()


def read_prose(value: Any) -> str:
    """Return ``value`` as text with its line breaks, without indents."""
    return "\n".join(line.strip() for line in read_text(value).split("\n")).strip("\n")


def read_day(value: Any) -> date:
    """Return the day that ``value`` names in one of the usual forms."""
    if isinstance(value, date):
        return value
    text = read_line(value)
    for form in DAY_FORMS:
        found = re.fullmatch(form, text)
        if found:
            return _day(text, [int(number) for number in found.groups()])
    raise ScalarError(
        _("`{value}` is not a date").format(value=text), _("write year-month-day, as in 2025-10-11")
    )


def _day(text: str, numbers: list[int]) -> date:
    try:
        return date(*numbers)
    except ValueError:
        raise ScalarError(
            _("there is no day {value}").format(value=text), _("check the month and the day")
        ) from None


def read_flag(value: Any) -> bool:
    """Return True for yes (true, 是), False for no (false, 否)."""
    if isinstance(value, bool):
        return value
    word = read_line(value).lower()
    if word in YES:
        return True
    if word in NO:
        return False
    raise ScalarError(_("`{value}` is neither true nor false").format(value=word), _("write true or false"))
