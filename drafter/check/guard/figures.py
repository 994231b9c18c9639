"""The figures of a text: numbers in digits and numerals, shares and fractions, with unit and bound."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from drafter.check.guard.passages import Passages
from drafter.facts import patterns as re
from drafter.facts.figures.numbers import FIGURES, parse_number
from drafter.facts.figures.quantities import find_quantities
from drafter.facts.sheet import Bound, Quantity, When

_NUMERAL = "[零〇一二两三四五六七八九十百千万]"
# 五分之一, 百分之九十, 二成三, 一半: shares that no unit follows.
_SHARE = re.compile(
    rf"(?P<lead>将近|接近|近|约|大约|差不多|超过|不到|不足|超)?(?:(?P<below>{_NUMERAL}{{1,4}}|\d+)分之(?P<above>{_NUMERAL}{{1,6}}(?:点{_NUMERAL}+)?|\d+(?:\.\d+)?)"
    r"|(?P<low>[一二三四五六七八])(?P<next>[二三四五六七八九])成(?![为立功果效本熟员长不])"
    r"|(?!九成九)(?P<tenths>[一二两三四五六七八九])成(?P<points>[一二三四五六七八九半])"
    r"|(?P<half>一半|半数|对半)(?![路途生个天夜以]))(?P<tail>以上|以下|以内|左右|出头|还?多|强|弱)?"
)
_TAILS: dict[str, Bound] = {
    "以上": "over", "多": "over", "还多": "over", "强": "over", "出头": "over", "弱": "nearly",
    "以下": "at-most", "以内": "at-most", "左右": "about",
}  # fmt: skip
_LEADS: dict[str, Bound] = {
    "将近": "nearly", "接近": "nearly", "近": "nearly", "不到": "nearly", "不足": "nearly",
    "约": "about", "大约": "about", "差不多": "about", "超过": "over", "超": "over",
}  # fmt: skip
# A figure of which no unit is known: 7954写在纸上.
_BARE = re.compile(rf"(?<![\d.A-Za-z·—〔№])(?:{FIGURES})(?![\d.:：·〕])")
# 排到了全市第二: a rank in numerals.
_RANKED = re.compile(
    "(?:排|列|居|名列|跃升|升|冲|进|退|跌|降)[^，。；“”、]{0,8}第(?P<n>[一二三四五六七八九十]{1,3})(?![一-鿿]?[位名]?[要件点条步])"
)
# 三五个, 八九个: a guess, and no figure.
_GUESS = re.compile("[一二两三四五六七八九]{2}")
# 16座小型, 3D打印, 4G, 110联动: no figure.
_NAME_BEHIND = re.compile(r"[A-Za-z]|号(?:楼|线|井|库|地块|文|院)|(?:热线|联动|国道|省道)")
# A numeral with its scale in front of a unit: 三十二支, 两千三百人.
_NUMERALS = re.compile(
    r"(?<![第一-鿿])?(?P<n>(?:[一二两三四五六七八九]?[十百千万][零一二两三四五六七八九十百千万]*|[二两三四五六七八九]))(?P<more>[多余来])?"
    r"(?P<unit>个工作日|个百分点|个小时|小时|分钟|公里|平方米|万元|亿元|元|吨|亩|名|户|人|台|辆|支|套|间|所|座|家|起|例|宗|个月|个季度)"
)
# 三十七部, 一百二十条: of two signs at least, since 百条 and 千件 are sayings.
_LONG_NUMERALS = re.compile(
    r"(?<![第一-鿿])?(?P<n>(?:[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九][百千万][零一二两三四五六七八九十百千]*))"
    r"(?P<more>[多余来])?(?P<unit>部|条|处|项|件|栋|幢|座|份|棵|眼|次|公顷|平方公里|公斤|斤|米|块|张|场|人次|个(?![月小百工]))"
)
# 上百户, 近千亩: roughly so many.
_ROUGHLY = re.compile(r"(?P<lead>上|近)(?P<n>[百千万])(?P<unit>[名户人台辆支套间所座家起例宗亩吨件处条项个])")
# 翻番, 翻了两番: so much more.
_DOUBLED = re.compile("翻(?:了)?(?:(?P<times>[一两二三])?番|了?(?P<fold>[一两二三])倍)|成倍增长|倍增")
_BEFORE_NUMERAL = tuple("第统同专初单每周星十百千万几数零〇一二两三四五六七八九")
# Behind the unit, what shows that 人 counts nobody: 三人行.
_NO_UNIT_BEHIND = re.compile("[们家行间心群]")


class Figure(Struct, frozen=True):
    """A number in a text from ``start`` to ``end``; ``value`` to ``high`` is its amount in the bare unit.

    ``is_written`` says that it is in digits. ``lacks_unit`` says that the text has none for it. ``step`` is
    worth one in its last sign that is not zero, ``place`` one in its last sign: 10 and 1 for 70.
    """

    text: str
    start: int
    end: int
    value: Decimal
    high: Decimal
    unit: str
    bound: Bound = "exact"
    is_written: bool = True
    is_rank: bool = False
    lacks_unit: bool = False
    step: Decimal = Decimal(1)
    place: Decimal = Decimal(1)


def find_figures(passages: Passages, whens: Iterable[When]) -> list[Figure]:
    """Return the figures of a text in their order; what is part of a date in ``whens`` is none."""
    text, whens = passages.text, tuple(whens)
    taken = [(when.place.start, when.place.end) for when in whens]
    found = [_of_share(match) for match in _SHARE.finditer(text)]
    taken += [(figure.start, figure.end) for figure in found]
    quantities = find_quantities(text, passages.starts, whens)
    found += [
        _of(quantity)
        for quantity in quantities
        if not _overlaps(taken, quantity.place.start, quantity.place.end)
        and not _GUESS.match(quantity.text)
        and not _is_ordinal(text, quantity.place.start, quantity.place.end)
    ]
    taken += [(figure.start, figure.end) for figure in found]
    found += [*_numerals(text, sorted(taken)), *_rough(text), *_doubled(text)]
    taken = sorted((*taken, *((figure.start, figure.end) for figure in found)))
    found += _bare(text, taken)
    found += _ranks(text, taken)
    return sorted(found, key=lambda figure: figure.start)


def _overlaps(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in taken)


def _holds(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of ``taken``, in their order, lies over a stretch."""
    index = bisect_right(taken, (end, -1)) - 1
    return any(first < end and start < last for first, last in taken[max(0, index - 2) : index + 1])


def _of_share(match: re.Match[str]) -> Figure:
    high = Decimal(0)
    if match["half"]:
        value = Decimal(50)
    elif match["low"]:
        value, high = ((parse_number(match[name]) or Decimal(0)) * 10 for name in ("low", "next"))
    elif match["tenths"]:
        points = Decimal(5) if match["points"] == "半" else parse_number(match["points"]) or Decimal(0)
        value = (parse_number(match["tenths"]) or Decimal(0)) * 10 + points
    else:
        below = parse_number(match["below"]) or Decimal(1)
        value = (parse_number(match["above"]) or Decimal(0)) * 100 / below
    bound = _TAILS.get(match["tail"] or "") or _LEADS.get(match["lead"] or "") or "exact"
    exact = match["below"] in ("百", "千", "万") or match["below"].isascii() if match["below"] else False
    step = Decimal("0.1") if exact else Decimal(1) if match["tenths"] else Decimal(5)
    return Figure(
        match[0],
        match.start(),
        match.end(),
        value,
        max(value, high),
        "%",
        bound,
        exact,
        step=step,
        place=step,
    )


def _of(quantity: Quantity) -> Figure:
    start, end = quantity.place.start, quantity.place.end
    unit, factor = quantity.unit, quantity.factor
    # 万元 and 亿元 are units of money with a scale.
    for scaled, times in _SCALED.items():
        if unit == scaled:
            unit, factor = unit[1:], factor * times
    written = any(sign.isascii() and sign.isdigit() for sign in quantity.text)
    step = Decimal(1).scaleb(_last_place(quantity.value)) * factor
    low, high = quantity.value * factor, (quantity.high or quantity.value) * factor
    if unit == "成":
        unit, low, high, step = "%", low * 10, high * 10, Decimal(5)
    exponent = quantity.value.as_tuple().exponent
    place = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) * factor
    return Figure(
        quantity.text, start, end, low, high, unit, quantity.bound, written,
        quantity.role == "rank", not unit, step, place,
    )  # fmt: skip


_TEN = Decimal(10)
_SCALED = {"万元": 10**4, "亿元": 10**8, "万亩": 10**4, "万千瓦时": 10**4}


def _last_place(value: Decimal) -> int:
    """Return the power of ten of the last place of a number that is not a zero: 1 for 18.5 is −1."""
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _numerals(text: str, taken: Sequence[tuple[int, int]]) -> list[Figure]:
    """Return the figures in numerals that no sheet would have, 三十二支."""
    found: list[Figure] = []
    for match in (*_NUMERALS.finditer(text), *_LONG_NUMERALS.finditer(text)):
        if text[match.start() - 1 : match.start()] in _BEFORE_NUMERAL and match.start():
            continue
        if _holds(taken, match.start(), match.end()) or _NO_UNIT_BEHIND.match(text, match.end()):
            continue
        value = parse_number(match["n"])
        if value is None:
            continue
        unit, times = match["unit"].removeprefix("个") if match["unit"] == "个小时" else match["unit"], 1
        if unit in _SCALED:
            unit, times = unit[1:], _SCALED[unit]
        step = Decimal(1).scaleb(_last_place(value)) * times
        bound: Bound = "over" if match["more"] else "exact"
        amount = value * times
        found.append(
            Figure(match[0], match.start(), match.end(), amount, amount, unit, bound, False, step=step)
        )
    return found


def _rough(text: str) -> Iterator[Figure]:
    for match in _ROUGHLY.finditer(text):
        value = parse_number(f"一{match['n']}")
        if value is not None:
            bound: Bound = "over" if match["lead"] == "上" else "nearly"
            place = match.start(), match.end()
            yield Figure(match[0], *place, value, value, match["unit"], bound, False, step=value)


def _doubled(text: str) -> Iterator[Figure]:
    for match in _DOUBLED.finditer(text):
        count = int(parse_number(match["times"] or match["fold"] or "一") or 1)
        value = Decimal(100 * count if match["fold"] else 100 * (2**count - 1))
        yield Figure(match[0], match.start(), match.end(), value, value, "%", "about", False, step=_TEN)


def _bare(text: str, taken: Sequence[tuple[int, int]]) -> list[Figure]:
    found = []
    for match in _BARE.finditer(text):
        if _holds(taken, match.start(), match.end()) or _NAME_BEHIND.match(text, match.end()):
            continue
        if _is_ordinal(text, match.start(), match.end()):
            continue
        value = parse_number(match[0])
        if value is not None:
            start = match.start()
            is_rank = text[start - 1 : start] == "第"
            found.append(
                Figure(match[0], start, match.end(), value, value, "", is_rank=is_rank, lacks_unit=True)
            )
    return found


def _ranks(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Figure]:
    for match in _RANKED.finditer(text):
        start, end = match.start("n") - 1, match.end("n")
        value = parse_number(match["n"])
        if value is not None and not _holds(taken, start, end):
            yield Figure(text[start:end], start, end, value, value, "位", is_written=True, is_rank=True)


def _is_ordinal(text: str, start: int, end: int) -> bool:
    """Whether a number counts off a line: 6）, 6、."""
    opens = start == 0 or text[start - 1] in "\n（("
    return opens and text[end : end + 1] in ("、", ".", "．", ")", "）")
