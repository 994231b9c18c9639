"""Numbers in writing (GB/T 15835-2011): figures or numerals, ranges, estimates."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.check.finding import Basis, Severity
from drafter.check.manuscript import Manuscript
from drafter.check.places import PROSE, is_within, matches, on
from drafter.check.rows import rows_of
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.facts.figures.numbers import parse_number, plain
from drafter.i18n import message

# 50千瓦 and 320千米 have units of their own.
_UNIT = "克瓦米伏帕卡赫焦兆字分安升比"
_BROKEN = re.compile(
    rf"(?<![0-9.])[0-9]+(?:\.[0-9]+)?[万亿千][0-9]+[千百](?![{_UNIT}])[余多]?"
    rf"|(?<![0-9.第])[0-9]{{1,3}}(?:千(?![{_UNIT}万亿])(?:[0-9]百)?|百(?![{_UNIT}货姓强日花草年业科万亿]))[余多]?(?=[一-鿿])"
)


@rule(
    "broken-number",
    "数字与“千”“百”混用",
    Severity.ERROR,
    Basis.STANDARD,
    clause="GB/T 15835-2011 5.3",
    why="阿拉伯数字后面只能跟“万”“亿”，不能跟“千”“百”；大数写成1.2万或12000。",
    bad="全镇共有1万2千人。",
    good="全镇共有1.2万人。",
)
def broken_number(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find figures with 千 or 百 behind them: 1万2千, 5百."""
    for number, found in matches(manuscript, _BROKEN):
        if is_within(found.string, found.start(), "“", "”"):
            continue
        text = message("{number} mixes figures with 千 or 百", number=found[0])
        remedy = message("write {words}", words=_whole(found[0].rstrip("余多")))
        # 1千 alone is often typed in speech; a number of two scales is wrong without doubt.
        is_sure = len(re.findall("[万亿千百]", found[0])) > 1
        yield on(number, found, text, remedy=remedy, severity=None if is_sure else Severity.WARNING)


def _whole(text: str) -> str:
    """Return 1万2千 as 1.2万, 3千5百 as 3500."""
    scales = {"千": 1000, "百": 100, "万": 10**4, "亿": 10**8}
    total = sum(
        (parse_number(digits) or 0) * scales[scale]
        for digits, scale in re.findall("([0-9.]+)([万亿千百])", text)
    )
    for sign in ("亿", "万"):
        if sign in text:
            return plain(total / scales[sign]) + sign  # type: ignore[arg-type]
    return plain(total)  # type: ignore[arg-type]


_COUNTED = "吨起件处户份家次名人个座公里元宗亩场项台辆条套间所"
# At least two places are not zero: 三千一百, 一千二百余. 一百 and 三千 are rough.
_SPELLED = re.compile(
    "(?<![一二两三四五六七八九十百千万亿几数分第零〇])(?P<number>[一二两三四五六七八九]千[零一二两三四五六七八九]百?(?:[零一二三四五六七八九十]{1,4})?"
    "|[一二两三四五六七八九]百(?:零[一二三四五六七八九]|[一二三四五六七八九]十[一二三四五六七八九]?|一十[二三四五六七八九]?))"
    f"[万亿]?(?P<more>[余多])?(?P<unit>[{_COUNTED}])(?![年民])"
)
_FIGURE = re.compile(f"(?<![0-9])[0-9]++(?:\\.[0-9]+)?(?:[万亿])?[余多]?(?:%|[{_COUNTED}])")


@rule(
    "spelled-out-quantity",
    "统计数字用汉字",
    Severity.WARNING,
    Basis.STANDARD,
    clause="GB/T 15835-2011 4.1.1",
    why="计量、统计的数字用阿拉伯数字；同一篇里一处写1200余起、一处写一千二百余起，体例就乱了。",
    bad="全县转移群众三千一百六十四人，比上年多120人。",
    good="全县转移群众3164人，比上年多120人。",
)
def spelled_out_quantity(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a count of two or more places in numerals, in a text that writes its counts in figures."""
    if not _FIGURE.search(manuscript.text):
        return
    for number, found in matches(manuscript, _SPELLED):
        value = parse_number(found["number"])
        is_round = value is not None and value % 100 == 20 and value < 200
        if is_within(found.string, found.start(), "“", "”") or is_round and not found["more"]:
            continue
        text = message("{number} is a count in numerals, while others are in figures", number=found["number"])
        words = message("write {words}", words=plain(value)) if value is not None else None
        yield on(number, found, text, "number", remedy=words)


_ESTIMATE = re.compile(
    "(?<![第一二三四五六七八九十、])(?P<a>[一二两三四五六七八])(?P<comma>、)(?P<b>[二三四五六七八九])"
    "(?=[十百千万]*(?:个(?!季|方面|阶段|问题)|[人天户家趟遍处间岁元米里斤亩座台辆件]|次(?!会)|年(?!级)|十岁))"
)
_FOLLOWS = dict(zip("一二三四五六七八", "二三四五六七八九", strict=True)) | {"两": "三"}


@rule(
    "comma-in-approximation",
    "概数中间用顿号",
    Severity.WARNING,
    Basis.STANDARD,
    clause="GB/T 15834-2011 4.5.3.4；GB/T 15835-2011 5.2.1",
    why="相邻两个数连用表示概数，中间不用顿号；用了就成了两个数。",
    bad="来了三、四个人。",
    good="来了三四个人。",
)
def comma_in_approximation(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find 三、四个, where an estimate is meant. 第三、四个 and 三、四季度 are two numbers."""
    counted = {item.line for row in rows_of(manuscript) if len(row.items) > 1 for item in row.items}
    for number, found in matches(manuscript, _ESTIMATE):
        if found.start() == 0 and number in counted:
            # 二、三件事怎么办: the first is the ordinal of the line.
            continue
        if _FOLLOWS.get(found["a"]) == found["b"] or (found["a"], found["b"]) == ("三", "五"):
            text = message("{words} is an estimate, and takes no 、", words=found[0])
            yield on(number, found, text, "comma", fix="")


_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_RANGE = re.compile(
    f"(?<![0-9.A-Za-z-])(?P<a>{_NUMBER})(?P<au>%|[万亿](?=[元吨人户]?[~～—-]))?(?P<mark>[~～]|-{{1,2}}|——?)"
    f"(?P<b>{_NUMBER})(?P<bu>个?百分点|%|[万亿]|℃|[个人户家处名元天日月年座吨米亩])?(?![0-9.-])"
)
_IN_NUMERALS = re.compile(
    "(?P<a>[二两三四五六七八九])(?P<mark>[~～])(?P<b>[二三四五六七八九])(?=[个人户家处名天次座])"
)


@rule(
    "wrong-range-mark",
    "数值范围的写法",
    Severity.WARNING,
    Basis.STANDARD,
    clause="GB/T 15834-2011 4.13；GB/T 15835-2011 5.1.3",
    why="数值范围用浪纹线“～”或一字线“—”；两个百分数、两个带“万”“亿”的数都写全，不写成10～15%、3～5万元。",
    bad="涨幅在10~15%。",
    good="涨幅在10%～15%。",
)
def wrong_range_mark(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find ~ of half width, hyphens and numerals in ranges, and ranges whose first number lacks % or 万."""
    for number, found in matches(manuscript, _RANGE):
        unit, mark = found["bu"] or "", found["mark"]
        if unit in ("%", "万", "亿") and not found["au"] and mark in "~～—":
            yield _incomplete(number, found)
        elif mark == "~" or (mark == "--" and unit):
            text = message("{mark} is no mark of a range", mark=mark)
            yield on(number, found, text, "mark", remedy=message("write {words}", words="～"), fix="～")
        elif mark == "-" and unit and unit not in "年月日" and float(found["a"]) < float(found["b"]):
            text = message("a hyphen is no mark of a range")
            yield on(number, found, text, "mark", remedy=message("write {words}", words="～"), fix="～")
    for number, found in matches(manuscript, _IN_NUMERALS):
        text = message("numerals that estimate stand side by side, without {mark}", mark=found["mark"])
        yield on(number, found, text, remedy=message("write two figures, or two numerals side by side"))


def _incomplete(line: int, found: re.Match[str]) -> Found:
    unit = found["bu"]
    text = message("the first number of this range lacks its {unit}", unit=unit)
    whole = f"{found['a']}{unit}～{found['b']}{unit}"
    return on(line, found, text, remedy=message("write {words}", words=whole))


_THOUSANDS = re.compile(
    r"(?<![0-9,，.])[1-9][0-9]{0,2}(?:[,，][0-9]{3})+(?:\.[0-9]+)?(?![0-9,，])(?=[余多]?[一-鿿])"
)


@rule(
    "thousands-comma",
    "数字中的千分撇",
    Severity.WARNING,
    Basis.PRACTICE,
    clause="GB/T 15835-2011 5.1.1",
    why="讲话稿里的多位数不加千分撇，五位以上改用“万”“亿”；撇号念稿时容易看成停顿。",
    bad="转移群众3,164人。",
    good="转移群众3164人。",
)
def thousands_comma(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find commas in numbers: 3,164."""
    for number, found in matches(manuscript, _THOUSANDS):
        whole = re.sub("[,，]", "", found[0])
        text = message("a number in a speech has no commas")
        is_sure = "，" not in found[0]
        yield on(
            number, found, text, remedy=message("write {words}", words=whole), fix=whole if is_sure else None
        )


# Round numbers of five digits and more, in front of what they count.
_LONG = re.compile(
    "(?<![0-9.,，A-Za-z第])(?P<number>[1-9][0-9]{2,8}00)"
    "(?=[余多]?(?:人|元|亩|吨|户|棵|株|斤|公斤|公里|米|平方米|立方米|件|个|台|辆|头|只|份|册|次|家|套|间|千瓦))"
)


@rule(
    "long-number",
    "大数没有用“万”",
    Severity.HINT,
    Basis.PRACTICE,
    why="五位以上的整数，一串零不好念，也容易念错位。用“万”“亿”作单位：12000人写作1.2万人。",
    bad="全镇共有12000人。",
    good="全镇共有1.2万人。",
)
def long_number(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a round number of five digits and more without 万; one that is told to the last is exact."""
    for number, found in matches(manuscript, _LONG):
        value = int(found["number"])
        if value < 10**4 or manuscript.lines[number].kind not in PROSE:
            continue
        scale, sign = (10**8, "亿") if value >= 10**8 else (10**4, "万")
        text = message("{number} is hard to read aloud", number=found["number"])
        words = f"{plain(Decimal(value) / scale)}{sign}"
        yield on(number, found, text, "number", remedy=message("write {words}", words=words))


_IN_WORDS = re.compile("百分之(?!百|一百|零头|分)[零一二两三四五六七八九十百点]+")
_PERCENT = re.compile("[0-9][%％]")


@rule(
    "mixed-share-style",
    "百分数两种写法",
    Severity.HINT,
    Basis.STANDARD,
    clause="GB/T 15835-2011 4.3",
    why="同一篇文稿里，百分数要么都写98%，要么都写百分之九十八，不混着用。",
    bad="完成率98%，满意率百分之九十五。",
    good="完成率98%，满意率95%。",
)
def mixed_share_style(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find 百分之 in a text that writes % elsewhere. 百分之百 is a phrase of its own."""
    if _PERCENT.search(manuscript.text):
        for number, found in matches(manuscript, _IN_WORDS):
            text = message("other shares of this text are written with %")
            yield on(number, found, text, remedy=message("write all of them in one way"))
