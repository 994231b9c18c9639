"""Figures without a unit that take it from the figure they are part of, compared with or done of.

打捆每亩补25元，县里出15，乡镇出10: the parts add up to 25元. A bare figure that belongs to none keeps lacking
its unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.sheet import Quantity

# Nobody parts a sum into more.
MOST_PARTS = 8
# 比去年上半年少了38
_COMPARED = re.compile("(?:比|较)[^，,。；;：:]{1,10}(?:少|多|增|减|降|升|涨)[加少了]{0,2}$")
# 任务6800吨，完成2100
_OF_AIM = re.compile("(?:已|实际|只|才|共|累计)*(?:完成|干了|做了|收了|到了|还差|还剩|还欠)了?$")
_AIM = re.compile("任务|计划|目标|指标|应")
# 阀门4120个，今年计划修300，修了87: a verb alone in front counts the same things.
_VERB_ONLY = re.compile(
    "[，,、](?:[今去]年|[上下]半年|已经?|目前|实际|只|才|共)*(?:(?:计划|打算|准备|拟)[一-鿿]{0,2}|[一-鿿]{1,2}了)$"
)
# 降到17%以内，老城降到20: both move alike.
_MOVED = re.compile("([降升压提涨减增][到至])(?:了)?$")
_OTHERS = re.compile("其余|其他|其它|剩下|余下|等")
# What a share or a stretch of time says of a sum is no part of it.
_NO_SUM = ("", "%", "‰", "成", "倍", "位", "折", "年", "天", "小时", "分钟", "个百分点")


def with_units(found: Sequence[Quantity], text: str) -> list[Quantity]:
    """Return the quantities of a text, bare figures with the unit of what they belong to on their line."""
    quantities = [_as_people(_as_pay(quantity, text), text) for quantity in found]
    for start, end in _runs(quantities, text):
        whole = _whole_of(quantities, start, end, text)
        for index in range(start, end):
            owner = whole or _compared_with(quantities, index, text)
            if owner is not None and (not quantities[index].scale or owner.scale):
                quantities[index] = replace(
                    quantities[index], unit=owner.unit, lacks_unit=False, is_completed=True
                )
    return quantities


# 月薪8600: what somebody earns is money.
_PAY = re.compile(
    "(?:[月年]薪|月?工资|底薪|月收入)(?:[是有约到]?|[^，。；]{0,12}每[月年人][^，。；]{0,3}[涨加])$"
)


def _as_pay(quantity: Quantity, text: str) -> Quantity:
    """Return a bare figure of what somebody earns as money."""
    start = quantity.place.start
    paid = quantity.lacks_unit and _PAY.search(text, max(0, start - 25), start)
    return replace(quantity, unit="元", lacks_unit=False, is_completed=True) if paid else quantity


# 21.6万常住人口: who is counted stands behind.
_PEOPLE_BEHIND = re.compile("(?:常住|户籍|流动)?人口|群众|居民|村民|老百姓")


def _as_people(quantity: Quantity, text: str) -> Quantity:
    """Return a bare figure in front of a word for people as one of people."""
    counts = not quantity.unit and quantity.scale and _PEOPLE_BEHIND.match(text, quantity.place.end)
    return replace(quantity, unit="人", lacks_unit=False) if counts else quantity


def without_unit(quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return the figures of a fact whose unit is to be asked: the sum alone, where parts add up to it."""
    lacking = [quantity for quantity in quantities if quantity.lacks_unit]
    parts = lacking[1:]
    # 奖5000、3000、2000 counts three prizes, and no parts of the first.
    named = len({quantity.noun for quantity in lacking}) == len(lacking)
    return lacking[:1] if len(parts) > 1 and named and lacking[0].amount == _sum(parts) else lacking


def _sum(quantities: Sequence[Quantity]) -> Decimal:
    return sum((q.amount for q in quantities), Decimal(0))


def _runs(quantities: Sequence[Quantity], text: str) -> Iterator[tuple[int, int]]:
    """Yield where runs of bare figures of one line begin and end."""
    start = 0
    while start < len(quantities):
        end = start
        while end < len(quantities) and quantities[end].lacks_unit and _on_line(quantities, start, end, text):
            end += 1
        if end > start:
            yield start, end
        start = max(end, start + 1)


def _on_line(quantities: Sequence[Quantity], first: int, second: int, text: str) -> bool:
    return "\n" not in text[quantities[first].place.start : quantities[second].place.start]


def _whole_of(quantities: Sequence[Quantity], start: int, end: int, text: str) -> Quantity | None:
    """Return the nearest figure in front of a run that the run adds up to; None where there is none.

    Where others are told of behind the run, 其余是别的, it adds up to less.
    """
    scaled = any(quantity.scale for quantity in quantities[start:end])
    if scaled or not start or not 1 < end - start <= MOST_PARTS:
        return None
    total = _sum(quantities[start:end])
    gaps = (text[quantities[i - 1].place.end : quantities[i].place.start] for i in range(start, end))
    if not all(re.search("[一-鿿]", gap) for gap in gaps):
        return None
    rest = re.split("[。\n]", text[quantities[end - 1].place.end :], maxsplit=1)[0]
    for index in range(start - 1, -1, -1):
        whole = quantities[index]
        if not _on_line(quantities, index, start, text):
            return None
        if whole.unit in _NO_SUM and not whole.lacks_unit:
            continue
        less = index == start - 1 and _OTHERS.search(rest) and total < whole.amount
        if total == whole.amount or less:
            return whole
    return None


def _compared_with(quantities: Sequence[Quantity], index: int, text: str) -> Quantity | None:
    """Return the figure in front that a bare one is compared with, is done of, or moves like."""
    if index == 0 or not _on_line(quantities, index - 1, index, text):
        return None
    before, bare = quantities[index - 1], quantities[index]
    between = text[before.place.end : bare.place.start]
    if re.search("[。；;]", between) or not before.unit:
        return None
    front = text[max(0, before.place.start - 8) : before.place.start]
    earlier = [q for q in quantities[:index] if q.unit == before.unit and q.scale == bare.scale]
    if before.unit not in _NO_SUM and any(
        abs(q.amount - before.amount) == bare.amount for q in earlier[-2:-1]
    ):
        # 日烘干1150吨，一天要下来1600吨，缺口450: what lies between them.
        return before
    moved, moves = _MOVED.search(front), _MOVED.search(between)
    if moves and (before.unit == "元" or moved and moved[1] == moves[1]):
        return before
    if before.unit in _NO_SUM:
        return None
    of_aim = _OF_AIM.search(between) and _AIM.search(front + between)
    less = (of_aim or _VERB_ONLY.search(between)) and bare.amount < before.amount
    return before if less or _COMPARED.search(between) else None
