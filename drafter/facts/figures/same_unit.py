"""Figures that a note writes without their unit, because its line or the sheet has it: 受理3350件，办结3276.

Within a sentence they have it before it is cut (bare_figures).

A figure that is a new thing, 烘干塔19座，日处理2600, has no unit, and the sheet is asked for it.
One in 万 or 亿 is money where its line tells of money, and nothing else is counted so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.cues import has_cue
from drafter.facts.kinship.sharing import pairs_in
from drafter.facts.sheet import Fact, FactType, Quantity

# A rate up to a hundred is one of a hundred, and an age is one of years.
_RATE = re.compile("(?:率|占比|比重)[是为达到只有仅约近高低在]{0,3}$")
# 控制率58.3，区里要求到60
_AIMED = re.compile("(?:要求|目标|任务|平均)[^，。；]{0,6}$")
_AGE, _AGED, _OLDEST = "年龄|岁数", Decimal(120), re.compile("(?:年龄|岁数|最[大小])[是为的才]{0,2}$")
# What tells that a figure counts what the one in front of it counts: parts, and what is done or left of it.
_PART = re.compile(
    "其中|其余|里头?|当中|占了?$|[说写报办查处退交还剩核登][^，。；]{0,6}的?是?$|的是?$|^[，、]?其[他它]的?$"
)
_PARTLY = ("done", "rest", "part")
# The same thing at another time, or as much more or less.
_THEN = re.compile("[去前今上同明]年|上[次季月届]|同期|年初|原来|以前|目前|现在|实际|[+＋增减]")
_MOVED = ("from", "to")
# Whoever pays a part of a sum.
_PAYS = re.compile("[拨出补配筹付给投垫贴拿][^，。；\\d]{0,2}$|[省市县区镇乡村]里$|自筹$")
# 培训补贴每人600 is no part of the 7200万.
_EACH = re.compile("每[一-鿿]{1,2}$")
# What weighs or measures one thing, and what may be said of it in the same words.
_MEASURED = frozenset(
    ["吨", "公斤", "千克", "斤", "米", "厘米", "公里", "亩", "平方米", "立方米", "升", "度", "兆瓦", "千瓦"]
)
# Units by which nothing is parted.
_NO_PARTS = frozenset(
    ("%", "个百分点", "倍", "成", "天", "小时", "分钟", "岁", "年", "月", "位", "", "折", "‰")
)
# 一吨两块, and what is paid on the same line.
_COINS = ("元", "块")
_RATE_OF_EACH, _LEAST_RATE = re.compile("每[户人亩个名台套][一-鿿]{0,6}标准(?:是|为)?$"), 100
_PAID = re.compile("[费钱款价租薪]|补[助贴]|[该应实]收|[欠缴]")
# What is written in these alone may be money: 分3次转走86万.
_SUMS = ("万", "亿")
# How far apart two figures of one thing are, and from which size on the same number means the same things.
_FAR, _TELLING = 10, 30
# A figure that is so many times the one with 万 in front of it is written out.
_OTHER_SCALE = 100
# 7、8声 is about so many, and the first of them is no figure of its own.
_ABOUT = re.compile(r" *、 *(?P<next>\d+)(?P<unit>[一-鿿])")


def with_same_units(facts: Sequence[Fact], open_: Collection[str], paid: Collection[str] = ()) -> list[Fact]:
    """Return facts, each bare figure with the unit that its line, or the same number elsewhere, has.

    ``open_`` are ids of facts of which the sheet says that a unit is missing: they keep their blanks. Of
    those in ``paid`` it asks only how a sum is paid, which therefore is one of 元.
    """
    lines: dict[int, list[Fact]] = defaultdict(list)
    for fact in facts:
        lines[fact.group].append(fact)
    elsewhere, large = dict(_told_elsewhere(facts)), _counted_in_sums(facts)
    changed: dict[str, dict[int, Quantity]] = {}
    for line in lines.values():
        bare = any(q.lacks_unit for fact in line for q in fact.quantities)
        if bare and not any(fact.id in open_ for fact in line):
            for id_, index, quantity in _Line(line, elsewhere, large, paid).found():
                changed.setdefault(id_, {})[index] = quantity
    return [_with(fact, changed[fact.id]) if fact.id in changed else fact for fact in facts]


def _with(fact: Fact, changed: dict[int, Quantity]) -> Fact:
    quantities = tuple(changed.get(index, q) for index, q in enumerate(fact.quantities))
    return replace(fact, quantities=quantities)


def _told_elsewhere(facts: Sequence[Fact]) -> Iterator[tuple[Decimal, str]]:
    """Yield each number that is always told with one and the same unit of things: 312户, 21.4万人."""
    units: dict[Decimal, set[str]] = defaultdict(set)
    for quantity in (q for fact in facts for q in fact.quantities if q.amount >= _TELLING):
        if not quantity.lacks_unit:
            units[quantity.amount].add(quantity.unit)
    return (
        (value, next(iter(known)))
        for value, known in units.items()
        if len(known) == 1 and not known & _NO_PARTS
    )


def _counts_in_sums(quantity: Quantity) -> bool:
    """Whether a figure in 万 or 亿 counts things, and no money: 签约1.83万人."""
    return quantity.scale in _SUMS and quantity.unit not in ("", "元")


def _counted_in_sums(facts: Sequence[Fact]) -> frozenset[str]:
    """Return the pairs of signs of the facts that count things in 万 or 亿."""
    counting = (fact.text for fact in facts if any(map(_counts_in_sums, fact.quantities)))
    return frozenset[str]().union(*map(pairs_in, counting))


class _Line:
    """The figures of one line of the sheet, in their order.

    ``large`` are pairs of signs of the facts that count things in 万 or 亿.
    """

    def __init__(
        self,
        facts: Sequence[Fact],
        elsewhere: dict[Decimal, str],
        large: frozenset[str],
        paid: Collection[str],
    ) -> None:
        self.facts, self.elsewhere, self.large, self.paid = facts, elsewhere, large, paid
        self.text = "，".join(fact.text for fact in facts)
        self.given: list[Quantity] = []
        self.parts = self.rates = False

    def found(self) -> Iterator[tuple[str, int, Quantity]]:
        """Yield the id of the fact, the place among its quantities, and the quantity with its unit."""
        total, beside, open_ = self._total(), "", None
        for fact in self.facts:
            for index, quantity in enumerate(fact.quantities):
                front = beside + fact.text[_end(fact, index - 1) : quantity.place.start - fact.place.start]
                beside = ""
                known = self._known(fact, index, front, total) if quantity.lacks_unit else None
                if known:
                    yield fact.id, index, known
                    if open_ and known.unit == self.elsewhere.get(known.amount):
                        # 自己人538，外来412: both are people where 412人 are told of elsewhere.
                        yield open_[0], open_[1], _completed(open_[2], known)
                open_ = (fact.id, index, quantity) if quantity.lacks_unit and not known else None
                self.rates = self.rates or (known or quantity).unit == "%"
                if not (known or quantity).lacks_unit and (known or quantity).unit not in _NO_PARTS:
                    self.given.append(known or quantity)
            beside += fact.text[_end(fact, len(fact.quantities) - 1) :] + "，"

    def _known(self, fact: Fact, index: int, front: str, total: Quantity | None) -> Quantity | None:
        """Return a bare figure with its unit, None where nothing tells it."""
        quantity = fact.quantities[index]
        about = _ABOUT.match(fact.text, _end(fact, index))
        if about and Decimal(about["next"]) == quantity.value + 1:
            return replace(quantity, unit=about["unit"], lacks_unit=False)
        if _RATE.search(front) and quantity.value <= 100 and not quantity.scale:
            return replace(quantity, unit="%", lacks_unit=False, is_completed=True)
        if self.rates and _AIMED.search(front) and quantity.value <= 100 and not quantity.scale:
            return replace(quantity, unit="%", lacks_unit=False, is_completed=True)
        if re.search(_AGE, self.text) and _OLDEST.search(front) and quantity.value < _AGED:
            return replace(quantity, unit="岁", lacks_unit=False, is_completed=True)
        self.parts = self.parts or bool(re.search("其中|[里中][头当]?[，： 　]", front))
        if kin := total or self._kin(quantity, front):
            return _completed(quantity, kin)
        if self._is_money(fact, quantity):
            return replace(quantity, unit="元", lacks_unit=False, is_completed=True)
        if coin := self._coin(fact, index):
            return replace(quantity, unit=coin, lacks_unit=False, is_completed=True)
        # 97户烟道，每户80: what each gets is no such thing.
        unit = None if _EACH.search(front) else self.elsewhere.get(quantity.amount)
        return replace(quantity, unit=unit, lacks_unit=False, is_completed=True) if unit else None

    def _is_money(self, fact: Fact, quantity: Quantity) -> bool:
        """Whether a figure in 万 or 亿 is money: its line tells of money, and counts nothing else so."""
        if not (has_cue("money-word", self.text) or any(q.unit == "元" for q in self.given)):
            return False
        things = any(_counts_in_sums(q) for each in self.facts for q in each.quantities)
        return quantity.scale in _SUMS and not things and not self.large & pairs_in(fact.text)

    def _coin(self, fact: Fact, index: int) -> str:
        """Return 块 or 元 for money on a line with sums of which none is in 万: 3100 beside 8400块.

        What each is given of a fund is money by itself: 每户改造标准5000.
        """
        quantity = fact.quantities[index]
        sums = [q for each in self.facts for q in each.quantities if q.unit in _COINS and not q.lacks_unit]
        clause = re.split("[，。；：、]", fact.text[: quantity.place.start - fact.place.start])[-1]
        rate = fact.type is FactType.FUND and _RATE_OF_EACH.search(clause) and not quantity.scale
        if rate and quantity.value >= _LEAST_RATE:
            return "元"
        if fact.id in self.paid and _PAID.search(clause) and not quantity.scale:
            return "元"
        plain = sums and not quantity.scale and not any(q.scale for q in sums)
        return sums[-1].unit if plain and _PAID.search(clause) else ""

    def _total(self) -> Quantity | None:
        """Return the figure with a unit that is the sum of all bare ones, None without such."""
        bare = [q for fact in self.facts for q in fact.quantities if q.lacks_unit]
        whole = (
            q for fact in self.facts for q in fact.quantities if not q.lacks_unit and q.unit not in _NO_PARTS
        )
        return next((q for q in whole if len(bare) > 1 and q.value == sum(b.value for b in bare)), None)

    def _kin(self, quantity: Quantity, front: str) -> Quantity | None:
        """Return the figure in front that a bare one goes on with: it is no larger, or of another time."""
        before = self.given[-1] if self.given else None
        if before is None or quantity.scale not in ("", before.scale):
            return None
        if before.scale == "亿" and not quantity.scale and quantity.value >= before.value * _OTHER_SCALE:
            return None
        near = before.value <= quantity.value * _FAR and quantity.value <= before.value * _FAR
        if quantity.role == "change" or quantity.text[0] in "+＋" or _THEN.search(front):
            return before if near or quantity.role == "change" or before.unit == "元" else None
        if quantity.role in _MOVED:
            return before if near and quantity.noun in ("", before.noun) else None
        if before.unit in _MEASURED:
            return before if near and set(_noun(before)) & set(_noun(quantity)) else None
        if _EACH.search(front) or (before.unit == "元" and not _PAYS.search(front)):
            return None
        if before.unit != "元" and _PAYS.search(front):
            # 612座坟，镇里补20: what is paid counts none of them.
            return None
        is_part = self.parts or quantity.role in _PARTLY or _PART.search(front) or before.unit == "元"
        whole = max(q.value for q in self.given if (q.unit, q.scale) == (before.unit, before.scale))
        return before if is_part and quantity.value <= whole else None


def _end(fact: Fact, index: int) -> int:
    """Return where a quantity of a fact ends in its text, 0 in front of the first."""
    return fact.quantities[index].place.end - fact.place.start if index >= 0 else 0


def _completed(quantity: Quantity, kin: Quantity) -> Quantity:
    # 每户1.5万，比去年多2000: what is so many times the figure in front is not counted in 万.
    near = quantity.value < kin.value * _OTHER_SCALE
    scale = quantity.scale or (kin.scale if kin.unit == "元" and near else "")
    return replace(quantity, unit=kin.unit, scale=scale, lacks_unit=False, is_completed=True)


def _noun(quantity: Quantity) -> str:
    return re.sub("[是为的有达到]", "", quantity.noun)
