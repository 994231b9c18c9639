"""Counts, money, shares and changes, found in a text with what they count."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.cues import alternatives, first_cue, has_cue, pattern, tables
from drafter.facts.figures.numbers import FIGURES, NUMERALS, parse_number
from drafter.facts.sheet import Bound, Place, Quantity, Role, When

_BEHIND = ("多", "余", "左右", "上下", "出头", "以上", "以内", "以下", "之内")
_TO = r"[-—–~～至到]{1,2}"
# What follows a bare figure that lacks its unit: the end of what it belongs to.
_END = (
    r"(?=\s*(?:[，,。；;：:、！!？?（(）)\n]|/[年月天日人亩户吨次台]|\d{1,2}月|$"
    r"|(?:涨|提高|提|增加?|降|升|调|加)到))"
)
# What stands between a figure in 万 and the end of what it belongs to is its measure, known or not: 21万羽,
# 1.8万延米. What becomes of it, and money by its name, is none: 3万到位, 5万封顶, 2万押金.
_MEASURE = (
    r"(?:(?![的了着过多余几整花用给来是和与及])[一-鿿]|[一-鿿](?<![到只共])[次米时方斤升担吨件盘筐株丛])"
    rf"(?=(?:左右|以上|以下)?{_END})"
)
# A numeral behind these counts nothing: 第二人民医院, 头一次, 统一.
_NO_COUNT = tuple("第头统唯同专万初周期单十百每")
# What 一起 counts; elsewhere it is together: 一起抽看.
_HAPPENS = re.compile("[一-鿿]{0,3}(?:事[故件]|案[件子]|投诉|纠纷|火|伤|责任|信访|较大|安全|生产|重大)")
# 一人 stands in front of the second one of 一人一档.
_ONE_EACH = re.compile("一[一-鿿]{1,2}$")
# Units that are numbered as well as counted.
_NUMBERED = ("队", "组", "班", "所", "厂", "矿")
# One of these is no count: 一次, 一个, 一年.
_NEVER_ONE = tuple("次个回种面项年天周")
# Units as they are spoken.
_SAME_UNIT = {"个人": "人", "个点": "个百分点", "个小时": "小时"}
# Money whose 元 was left out is known by what is counted.
_WAN_IS_MONEY = ("万", "亿")


@lru_cache(maxsize=1)
def _bounds() -> dict[str, Bound]:
    kinds: dict[str, Bound] = {
        "about": "about", "nearly": "nearly", "over": "over", "at-least": "at-least", "at-most": "at-most"
    }  # fmt: skip
    return {cue.pattern: kinds[cue.gives] for cue in tables()["bound"]}


@lru_cache(maxsize=1)
def _units() -> frozenset[str]:
    return frozenset(cue.pattern for cue in tables()["unit"])


@lru_cache(maxsize=1)
def _amount() -> re.Pattern[str]:
    units, few = alternatives("unit"), alternatives("numeral-unit")
    leads = "|".join(sorted(_bounds().keys() - set(_BEHIND), key=len, reverse=True))
    return re.compile(
        rf"""
        (?:(?P<lead>{leads})[ ]?)?
        (?P<sign>[+＋↑↓]|(?<![\d\u4e00-\u9fff])[-－](?=\d))?
        (?:
          (?P<rank>(?P<back>倒数)?(?:第|(?<=排)(?=\d))(?P<r>\d{{1,4}}|[一二三四五六七八九十]{{1,3}})
            (?:(?P<ru>[位名])
              |(?![步条款个届次轮季期代章节页批支级一二三四五六七八九十]|人民|时间|书记|责任|医院|中学|小学|[\d.])
               (?=[，,。；;、！（(）)\s]|$|[上下到提降退进升]|前移)))
        | (?P<top>前(?P<t>\d{{1,3}}|[一二三四五六七八九十两]{{1,3}})(?:名|位))
        | (?P<tenths>(?P<t1>[一二两三四五六七八九])(?:{_TO}(?P<t2>[一二两三四五六七八九]))?成)
          (?![为立功果效本熟员长不])
        | (?<!\d)(?P<a>{FIGURES})[ ]?(?P<a_scale>[万亿千百](?![一-鿿]?[年山]))?
          (?P<a_tenth>(?<=[万亿])\d(?![\d.]))?(?P<a_more>[多余])?
          (?:[ ]?(?P<b_unit>{units})?{_TO}(?P<b>{FIGURES})[ ]?(?P<b_scale>[万亿千百])?(?P<b_more>[多余])?)?
          [ ]?(?:(?P<unit>块(?=\d(?!\d))|{units})(?P<jiao>(?<=块)\d(?![\d.]))?|(?P<bare>{_END})
            |(?P<measure>(?<=[万亿]){_MEASURE})|(?=[一-鿿]))
        | (?P<numeral>{NUMERALS})(?P<n_scale>[万亿])?(?P<n_more>[多余])?(?P<n_unit>{few})
        )
        (?P<tail>左右|上下|以上|以下|以内|之内|出头|多)?
        """,
        re.VERBOSE,
    )


def find_quantities(text: str, starts: Sequence[int], whens: Sequence[When]) -> list[Quantity]:
    """Return all quantities of ``text`` in order; what is part of a date in ``whens`` is none."""
    taken = [(when.place.start, when.place.end) for when in whens]
    firsts = [start for start, _ in taken]
    found: list[Quantity] = []
    position, regex = 0, _amount()
    while match := regex.search(text, position):
        index = bisect_right(firsts, match.start()) - 1
        inside = index >= 0 and taken[index][1] > match.start()
        ahead = index + 1 < len(taken) and taken[index + 1][0] < match.end()
        if inside or ahead:
            position = max(match.start() + 1, taken[index][1] if inside else taken[index + 1][1])
            continue
        position = max(match.end(), match.start() + 1)
        if match["b_unit"] and match["unit"] and match["unit"] != match["b_unit"]:
            # 34户到18℃以上 is no range.
            match = regex.search(text, match.start(), match.end("b_unit")) or match
            position = match.end()
        quantity = _quantity(match, bisect_right(starts, match.start()))
        if quantity is not None and not _is_identifier(text, match):
            found.append(quantity)
    return found


# 叫了120: a number that is called counts nothing.
_CALLED = frozenset(("110", "119", "120", "122"))
# Whoever calls these asks or complains, of town, trade, transport, taxes and the like.
_HOTLINES = frozenset(
    f"123{number}" for number in (15, 18, 20, 28, 29, 33, 36, 45, 48, 50, 66, 69, 88, 89, 93)
)
# 安全第一 ranks nobody.
_FIRST_OF_ALL = ("安全", "质量", "预防", "生命", "健康", "顾客", "用户", "服务", "信誉", "育人")
_CALLS = re.compile("(?:叫|打|拨)[了通]?$")


_OF_DATES = re.compile(r"、\d{1,2}[两三]?个?月|(?:、\d{1,2}){1,6}[日号]")


def _is_identifier(text: str, match: re.Match[str]) -> bool:
    """Whether a figure is part of a name: A3, G318, 5·12, 1＋3, 3号楼, 12345热线."""
    if match["rank"] and not match["back"] and not match["ru"]:
        # 第一， at the front of a sentence numbers it; 质量放第一 ranks nobody.
        front = text[max(0, match.start() - 2) : match.start()]
        return front in _FIRST_OF_ALL or front[-1:] in "。；;！？!?\n：:　 放摆为当"
    if match["a"] and match["unit"] in ("回", "号井", "面") and len(match["a"]) >= 3:
        return True
    if match["numeral"]:
        return _is_named_by_numeral(text, match)
    return match["a"] is not None and _is_part_of_name(text, match)


def _is_named_by_numeral(text: str, match: re.Match[str]) -> bool:
    """Whether a numeral counts nothing: 第二人民医院, 头一次, 掘进二队."""
    first = match.start("numeral")
    value = parse_number(match["numeral"])
    if match["n_unit"] in _NUMBERED and re.match("[一-鿿]", text[first - 1 : first]):
        return text[first - 1] not in "有了共各派分设建到"
    if value == 1 and match["n_unit"] == "起" and not _HAPPENS.match(text, match.end()):
        # 一起抽看: together.
        return True
    if value == 1 and (
        text[match.end() : match.end() + 1] == "一" or _ONE_EACH.search(text, max(0, first - 3), first)
    ):
        # 一人一档, 一村一品, 一户一户
        return True
    return text[first - 1 : first] in _NO_COUNT or (value == 1 and match["n_unit"] in _NEVER_ONE)


def _is_part_of_name(text: str, match: re.Match[str]) -> bool:
    """Whether the signs around a figure make it a name or a clock time."""
    before = text[match.start("a") - 1 : match.start("a")]
    after = text[match.end() : match.end() + 1]
    if (
        match["a"] in _HOTLINES
        or match["a"] in _CALLED
        and _CALLS.search(text, max(0, match.start("a") - 3), match.start("a"))
    ):
        return True
    if match["bare"] is not None and _OF_DATES.match(text, match.end()):
        # 8、9两月; 26、27日; 2、3号泵
        return True
    if re.match(r"[:：]\d", text[match.end() : match.end() + 2]) or re.match(
        r"\d[:：]", text[max(0, match.start("a") - 2) : match.start("a")]
    ):
        return True
    if before and (
        before in "·•—.第〔[№+＋" and match["sign"] is None or before.isascii() and before.isalpha()
    ):
        return True
    if match["unit"] is None and match["bare"] is None and match["a_scale"] is None:
        return True
    return after in ("·", "〕") or (
        match["bare"] is not None and match["a_scale"] is None and before in "（(《"
    )


def _quantity(match: re.Match[str], line: int) -> Quantity | None:
    place = Place(line, match.start(), match.end())
    if match["rank"]:
        value = parse_number(match["r"])
        sign = -1 if match["back"] else 0
        return None if value is None else Quantity(match[0], place, value, "位", role="rank", sign=sign)
    if match["top"]:
        value = parse_number(match["t"])
        return None if value is None else Quantity(match[0], place, value, "名", noun="前列")
    if match["tenths"]:
        value, high = parse_number(match["t1"]), parse_number(match["t2"] or "")
        bound = _bound(match)
        return None if value is None else Quantity(match[0], place, value, "成", high=high, bound=bound)
    return _count(match, place)


def _count(match: re.Match[str], place: Place) -> Quantity | None:
    value = parse_number(match["a"] or match["numeral"] or "")
    if value is None:
        return None
    if match["a_tenth"]:
        # 3万8 is 3.8万.
        value += Decimal(match["a_tenth"]) / 10
    if match["jiao"]:
        # 1块5 is 1.5元.
        value += Decimal(match["jiao"]) / 10
    high = parse_number(match["b"] or "") if match["b"] else None
    scale = match["a_scale"] or match["n_scale"] or ""
    if match["b"]:
        scale = match["b_scale"] or scale
        if match["a_scale"] is None and match["b_scale"] is None:
            scale = ""
    unit = match["unit"] or match["n_unit"] or (match["b_unit"] or "" if match["b"] else "")
    unit = unit or match["measure"] or ""
    unit = _SAME_UNIT.get(unit, unit)
    if unit == "个百分点" and "点" in match[0] and "百" not in match[0] and not _is_share(match):
        unit = "个"
    lacks = match["bare"] is not None and not unit
    if scale in ("百", "千") and not match["n_unit"]:
        value, scale = value * {"百": 100, "千": 1000}[scale], ""
    return Quantity(
        match[0].strip(),
        place,
        value,
        unit,
        scale,
        high,
        _bound(match),
        sign=1 if match["sign"] in ("+", "＋", "↑") else -1 if match["sign"] else 0,
        lacks_unit=lacks,
    )


# 高了3个点 is a share; 不合格的9个点 are places.
_MOVES = re.compile("[高低升降涨跌增减差慢快超多少落后提扣让][了出过到为约近至]{0,2}$")


def _is_share(match: re.Match[str]) -> bool:
    """Whether so many 个点 are a share: it is no whole number, or what moved stands in front."""
    front = match.string[max(0, match.start() - 4) : match.start()]
    return "." in match[0] or _MOVES.search(front) is not None


def _bound(match: re.Match[str]) -> Bound:
    tail, lead = match["tail"] or "", match["lead"] or ""
    more = match["a_more"] or match["b_more"] or match["n_more"] or ""
    known = _bounds()
    return known.get(tail) or known.get(more) or known.get(lead) or "exact"


def describe(quantities: Sequence[Quantity], text: str, start: int, whens: Sequence[When]) -> list[Quantity]:
    """Return the quantities of one clause with noun, role, sign and reference.

    ``text`` is the clause and ``start`` its offset; the words between two values tell what each is.
    """
    described: list[Quantity] = []
    dated = [(when.place.start - start, when.place.end - start) for when in whens]
    for index, quantity in enumerate(quantities):
        left = quantities[index - 1].place.end - start if index else 0
        right = quantities[index + 1].place.start - start if index + 1 < len(quantities) else len(text)
        own = quantity.place.start - start
        between = text[left:own]
        cuts = [cut for cut in dated if left <= cut[0] and cut[1] <= own]
        before = text[cuts[-1][1] : own] if cuts else between
        further = text[left : cuts[0][0]] if cuts else ""
        if quantity.unit == "%" and len(quantities) == index + 1 and "%" not in text[:own]:
            further = text[:own]
        now = _described(quantity, between, before, further, text[quantity.place.end - start : right], text)
        if index and between.strip() in ("、", "和") or (index and "、" in between and now.role == "plain"):
            now = replace(now, role=described[-1].role) if described[-1].unit == now.unit else now
        described.append(now)
    return _pairs(described, text, start)


def _described(
    quantity: Quantity, between: str, before: str, further: str, after: str, clause: str
) -> Quantity:
    changed = pattern("compare").search(between)
    sign, reference = quantity.sign, ""
    role: Role = quantity.role
    if changed:
        role, reference = "change", changed["ref"] or changed["than"] or changed["level"] or ""
        before, further = between[: changed.start()], ""
        sign = sign or (
            -1
            if first_cue("direction", changed[0].removeprefix("比").replace(reference, "", 1)) == "-"
            else 1
        )
    elif role == "plain" and sign:
        # 净利润2.15亿，-11%
        role = "change"
    elif role == "plain":
        role = _role(first_cue("role", before) or first_cue("role-after", after))
        if role == "done" and (has_cue("to-do", before) or _NOT_DONE.search(before)):
            role = "plain"
        if role == "change":
            sign = sign or (-1 if first_cue("direction", before[-4:]) == "-" else 1)
        elif role == "share" and quantity.unit not in ("%", "成", "折", "‰"):
            # 占年度任务48亿元的45%: the 48亿 are the whole.
            role = "total" if after.startswith("的") else "part" if quantity.unit else "plain"
        elif quantity.bound in ("at-least", "at-most"):
            role = "to" if role == "to" else "plain"
    noun = quantity.noun or _noun(before, after, quantity) or _head(further)
    unit, lacks = _money(quantity, before, clause)
    # A score or an index has no unit to lack.
    # 1比222 has no unit to lack.
    lacks = lacks and not (_OF_PEOPLE.search(before) or before.endswith(("1比", "1:", "1：")))
    lacks = lacks and not before.endswith(("得分", "分数", "评分", "指数", "均分", "总分"))
    lacks = lacks and not (quantity.value % 1 and not quantity.scale and _RATIO.search(before))
    return replace(
        quantity, role=role, sign=sign, reference=reference, noun=noun, unit=unit, lacks_unit=lacks
    )


# 第一遍没过的51人 are not those that are done.
_NOT_DONE = re.compile("[没未][一-鿿]{1,2}的$")
# 床护比0.42 is a ratio; 同比0.42 is a change without its unit.
_RATIO = re.compile("(?<![同环相对])(?<!年)比(?:为|是|只有|仅)?$")
# 扶手改造12万: what a work costs.
_COSTS = re.compile(
    "(?:改造|补助|补贴|修缮|维修|装修)(?:共|约|需要?|用|要)? ?$"
    "|(?:投|花|补|拨|筹|奖|捐|贴|垫|投资|筹集|筹措|拨付|拨款|奖励)(?:了|入|给)?(?:共|约|近)? ?$"
)
# 每辆约18万: what each costs.
_PRICE = re.compile("每[辆台套座盏亩户间栋部艘][一-鿿]{0,4}$")


def _role(gives: str) -> Role:
    roles: dict[str, Role] = {
        "total": "total", "done": "done", "rest": "rest", "part": "part", "share": "share",
        "change": "change", "from": "from", "to": "to", "gap": "gap", "each": "each",
    }  # fmt: skip
    return roles.get(gives, "plain")


# 看过的病人有23万多: people are counted without a word.
_OF_PEOPLE = re.compile(
    "(?:[病工客老]人|患者|群众|学生|新生|教师|老师|党员|村民|会员|孩子|游客|观众|读者|职工|居民)(?:一共|总共|共|就|也|都)?(?:有|达|过|近|约|超过|到)*$"
)


def _money(quantity: Quantity, before: str, text: str) -> tuple[str, bool]:
    """Return the unit, 元 where 万 or 亿 stands alone, and whether it still lacks one."""
    if quantity.unit or quantity.scale not in _WAN_IS_MONEY:
        return quantity.unit, quantity.lacks_unit
    counted = re.search(f"(?P<by>{alternatives('counted-by')})(?:为|达到?|约|近|是)?$", before)
    if counted:
        # 返工工时1.1万: the word in front is the unit.
        return (counted["by"], False) if counted["by"] in _units() else ("", False)
    dear = has_cue("money-word", text) or _COSTS.search(before) or _PRICE.search(before)
    if quantity.scale == "万" and not dear:
        return "", True
    return "元", False


def _noun(before: str, after: str, quantity: Quantity) -> str:
    """Return what is counted: the words behind the unit, or those in front of the number."""
    if (
        quantity.unit in ("%", "个百分点", "倍", "成", "元", "天", "小时", "分钟", "位", "")
        or quantity.role == "rank"
    ):
        return _head(before)
    behind = pattern("noun-end").split(after, maxsplit=1)[0]
    return behind if 0 < len(behind) <= 10 and behind not in ("的", "了") else _head(before) or behind[:10]


def _head(before: str) -> str:
    """Return the noun phrase that ends in front of a number, without the verb between."""
    phrase = (
        re.split(r"[，,。；;：:、（）()\s]", before.rstrip(" "))[-1]
        or before.rstrip("，,、：: ").rpartition("，")[2]
    )
    phrase = pattern("verb-before-number").sub("", phrase)
    phrase = pattern("before-noun").sub("", phrase)
    phrase = phrase.strip("“”\"' 　的了：:（(、，")[-12:]
    return "" if phrase in ("其中", "其余", "每次", "现在", "目前") else phrase


def _pairs(quantities: list[Quantity], text: str, start: int) -> list[Quantity]:
    """Return the quantities with 3亿增到5亿 told as a from and a to."""
    for index in range(1, len(quantities)):
        first, second = quantities[index - 1], quantities[index]
        between = text[first.place.end - start : second.place.start - start]
        if pattern("arrow").search(between) and first.unit in ("", second.unit):
            unit = second.unit
            quantities[index - 1] = replace(first, role="from", unit=unit, lacks_unit=False)
            quantities[index] = replace(second, role="to", noun=first.noun)
        elif pattern("arrow").search(between) and not (second.unit or second.value):
            # 每月5件降到0
            quantities[index - 1] = replace(first, role="from")
            quantities[index] = replace(second, role="to", noun=first.noun, unit=first.unit, lacks_unit=False)
    return quantities
