"""The numbers of a list as Word writes them (ST_NumberFormat, ECMA-376-1, 17.18.59)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from drafter.speech.numbering import chinese

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖", ("", "拾", "佰", "仟")
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖", ("", "拾", "佰", "仟")
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def numeral(number: int, form: str) -> str:
    """Return ``number`` as a list of the format ``form`` writes it (ST_NumberFormat, 17.18.59)."""
    if number < 1:
        return "" if form == "none" else str(number)
    write = _FORMS.get(form)
    return str(number) if write is None else write(number)


def _digital(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _legal(digits: tuple[str, tuple[str, ...]]) -> Callable[[int], str]:
    def write(number: int) -> str:
        signs, units = digits
        places = [(int(digit), units[place]) for place, digit in enumerate(reversed(str(number)))][::-1]
        words = "".join(signs[digit] + unit if digit else signs[0] for digit, unit in places)
        return re.sub(f"{signs[0]}+", signs[0], words).rstrip(signs[0])

    return write


def _roman(number: int) -> str:
    words = ""
    for value, sign in _ROMAN:
        words += sign * (number // value)
        number %= value
    return words


def _letters(number: int) -> str:
    """Return a letter; from 27 on, it stands twice: aa."""
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * min(times + 1, 10)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


def _enclosed(first: str, most: int) -> Callable[[int], str]:
    return lambda number: chr(ord(first) + number - 1) if number <= most else str(number)


def _circled(number: int) -> str:
    for first, low, high in (("①", 1, 20), ("㉑", 21, 35), ("㊱", 36, 50)):
        if low <= number <= high:
            return chr(ord(first) + number - low)
    return str(number)


def _full_width(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


def _forms(names: Iterable[str], write: Callable[[int], str]) -> dict[str, Callable[[int], str]]:
    return dict.fromkeys(names, write)


_FORMS: dict[str, Callable[[int], str]] = {
    **_forms(
        (
            *("chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand"),
            *("japaneseCounting", "koreanCounting"),
        ),
        chinese,
    ),
    **_forms(
        ("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand", "koreanDigital2"), _digital
    ),
    "chineseLegalSimplified": _legal(_LEGAL),
    **_forms(("ideographLegalTraditional", "japaneseLegal"), _legal(_LEGAL_TRADITIONAL)),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    **_forms(("decimalFullWidth", "decimalFullWidth2"), _full_width),
    **_forms(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _circled),
    "decimalEnclosedFullstop": _enclosed("⒈", 20),
    "decimalEnclosedParen": _enclosed("⑴", 20),
    "ideographEnclosedCircle": _enclosed("㊀", 10),
    "numberInDash": lambda number: f"- {number} -",
    "none": lambda _number: "",
}
