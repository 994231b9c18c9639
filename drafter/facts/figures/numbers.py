"""Numbers as Chinese writes them: figures, numerals, and both mixed. Exact decimals."""

from __future__ import annotations

from decimal import Decimal

# What a number may look like inside a larger pattern. More digits are no count, but those of a card.
FIGURES = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,8})?|\d{1,15}(?:\.\d{1,8})?"
NUMERALS = "[零〇一二两三四五六七八九十百千]{1,9}"

DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
SCALES = {"万": 10**4, "亿": 10**8}
DIGIT_SIGNS = "零一二三四五六七八九"


def parse_number(text: str) -> Decimal | None:
    """Return the number that ``text`` writes, None if it is none.

    Takes 1,260, 18.5, 十二, 一百零三, 两千, 3万, 1.2亿, 三点五, 半.
    """
    text = text.replace(",", "").strip()
    if text == "半":
        return Decimal("0.5")
    if text[-1:] in SCALES and text[:-1].isascii():
        head = parse_number(text[:-1])
        return None if head is None else head * SCALES[text[-1]]
    if text.isascii():
        return _figures(text)
    return _numerals(text)


def _figures(text: str) -> Decimal | None:
    whole, _, fraction = text.partition(".")
    if not whole.isdigit() or (fraction and not fraction.isdigit()) or text.endswith("."):
        return None
    return Decimal(text)


def _numerals(text: str) -> Decimal | None:
    whole, point, fraction = text.partition("点")
    value = _integer(whole)
    if value is None or not point:
        return None if value is None else Decimal(value)
    if not fraction or any(sign not in DIGITS for sign in fraction):
        return None
    return Decimal(f"{value}.{''.join(str(DIGITS[sign]) for sign in fraction)}")


def _integer(text: str) -> int | None:
    """Return an integer below a hundred million times ten thousand, read scale by scale."""
    for sign in ("亿", "万"):
        head, found, tail = text.partition(sign)
        if found:
            high, low = _below_ten_thousand(head), _integer(tail) if tail else 0
            return None if high is None or low is None else high * SCALES[sign] + low
    return _below_ten_thousand(text)


def _below_ten_thousand(text: str) -> int | None:
    if not text or any(sign not in DIGITS and sign not in TENS for sign in text):
        return None
    if not any(sign in TENS for sign in text):
        # 二〇二六 is read sign by sign; 三四 are two numbers, which this is not the place to tell.
        return int("".join(str(DIGITS[sign]) for sign in text))
    total, digit = 0, None
    for sign in text:
        if sign in TENS:
            total += (1 if digit is None else digit) * TENS[sign]
            digit = None
        else:
            digit = DIGITS[sign]
    return total + (digit or 0)


def plain(value: Decimal) -> str:
    """Return a decimal without trailing zeros or exponent: 22, 0.54, 1260."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def in_numerals(number: int) -> str:
    """Return a number below 100 in numerals: 七, 十二, 三十; from there in digits, as it is read best."""
    if number > 99:
        return str(number)
    tens, units = divmod(number, 10)
    if not tens:
        return DIGIT_SIGNS[units]
    return ("" if tens == 1 else DIGIT_SIGNS[tens]) + "十" + (DIGIT_SIGNS[units] if units else "")


def counted(number: int) -> str:
    """Return how many things there are: 两 for two, else the numeral."""
    return "两" if number == 2 else in_numerals(number)
