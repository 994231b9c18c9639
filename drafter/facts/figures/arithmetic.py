"""What follows from the figures of one fact: rests, shares, earlier values, ranks."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.cut.cues import has_cue
from drafter.facts.figures.numbers import counted, plain
from drafter.facts.figures.trends import latest_first
from drafter.facts.sheet import Fact, FactType, Quantity

InferenceKind = Literal[
    "remaining", "previous", "difference", "share", "rest-share", "growth", "ratio", "per-day", "rank-change",
    "rank-behind", "rank-ahead", "days", "same-day", "count", "product", "sum", "points-to-full",
    "out-of-use", "more", "over",
]  # fmt: skip

# 发了642只，在线的511只: the others are out of use. 14例，去年同期9例: what it was stands beside what it is.
_IN_USE = re.compile("，(?P<what>在线|能用|在用|到岗|在岗|开着|亮着|按期[一-鿿]?|合格|达标)的(?:有|只有)?")
# 集合用了52分钟，规定是20分钟: what it took stands beside what it ought to take.
_NORM = re.compile("[一-鿿]{0,4}，(?P<what>规定|承诺|要求)(?:是|为|的?是)?")
_THEN = re.compile("，(?P<what>(?:去年|上年)(?:同期|上半年)?|上(?:个?月|学期|季度))是?")

# Units of persons and dwellings: how many of the first fall to one of the second can be said.
_SHARED = ("人", "户", "名", "位", "人次")
_HOLDERS = ("户", "处", "个", "村", "家", "所", "座", "班", "名", "位", "支", "组")
_TIMES = ("分钟", "小时", "天", "个工作日", "工作日", "秒")
ONE_PLACE = Decimal("0.1")


class Inference(Struct, frozen=True):
    """A value that follows from facts. ``facts`` are their ids; ``words`` say it as one would aloud.

    ``bound`` is at-most where it follows from an at-least; ``counted`` tells how days are counted.
    """

    id: str
    kind: InferenceKind
    value: Decimal
    unit: str
    formula: str
    facts: tuple[str, ...]
    noun: str = ""
    words: str = ""
    bound: str = "exact"
    date: datetime.date | None = None


def make(
    kind: InferenceKind, value: Decimal, unit: str, formula: str, facts: Sequence[Fact], **more: object
) -> Inference:
    """Return an inference that has no id yet."""
    return Inference("", kind, value, unit, formula, tuple(f.id for f in facts), **more)  # type: ignore[arg-type]


def of_fact(fact: Fact) -> Iterator[Inference]:
    """Yield what follows from one fact alone."""
    yield from _parts_of_whole(fact)
    yield from _changes(fact)
    yield from _from_to(fact)
    yield from _ranks(fact)
    yield from _shares_of_holders(fact)
    yield from _rewards(fact)
    yield from _list_sum(fact)
    yield from _side_by_side(fact)


def written(quantity: Quantity, value: Decimal | None = None) -> str:
    """Return a value in the scale of a quantity, as formulas write it: 2.35亿."""
    return f"{plain(quantity.value if value is None else value)}{quantity.scale}"


def _difference(first: Quantity, second: Quantity) -> tuple[Decimal, str]:
    """Return first minus second, and its unit with the scale that both have, else the bare unit."""
    if first.scale == second.scale:
        return first.value - second.value, first.scale + first.unit
    return first.amount - second.amount, first.unit


def is_exact(quantity: Quantity) -> bool:
    """Return whether a figure is neither a bound nor a range, and has its unit."""
    return quantity.bound == "exact" and quantity.high is None and not quantity.lacks_unit


def whole_and_parts(fact: Fact) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield each part of a fact with the whole it is of: done of total, 其中 of all."""
    for index, part in enumerate(fact.quantities):
        if part.role not in ("done", "part", "plain") or not is_exact(part) or part.unit in ("%", "", "成"):
            continue
        before = fact.quantities[:index]
        # What is done is done of the nearest total: 下发326个，核实74个，整改52个.
        for whole in reversed(before) if part.role == "done" else before:
            kin = part.role in ("done", "part") or _is_part_word(part, fact)
            roles = ("plain", "total", "part") if part.role == "done" else ("plain", "total")
            if kin and whole.role in roles and whole.unit == part.unit and is_exact(whole):
                if whole.amount > part.amount and not _are_apart(whole, part, fact):
                    yield whole, part
                break


# 没办下许可证的71家，消防没过的54家: two faults, counted side by side.
_FAULT = re.compile("[没未不][一-鿿]{1,10}的(?:还?有|共)?$")
_DONE_BEFORE = re.compile("([一-鿿])(?:了|好|完|齐)了?$")


def _are_apart(whole: Quantity, part: Quantity, fact: Fact) -> bool:
    """Whether two figures stand side by side, or are of two times: 关了11家、新开6家; 去年37起，今年16起."""
    between = fact.text[whole.place.end - fact.place.start : part.place.start - fact.place.start]
    front = fact.text[: whole.place.start - fact.place.start]
    done = _DONE_BEFORE.search(front)
    behind = fact.text[part.place.end - fact.place.start :]
    if done and re.match(f"[的还都]?[没未][一-鿿]?{done[1]}", behind):
        # 立了352处，65处没立: what is done and what is not make up a whole that is not told.
        return True
    if _FAULT.search(front) and _FAULT.search(between) and not re.search("其中|里头?|内", between):
        return True
    other_time = part.role != "done" and re.search("[去上前今]年|同期|上(?:季度|学期|个?月)", between)
    return between.startswith("、") or bool(other_time)


def _is_part_word(part: Quantity, fact: Fact) -> bool:
    clause = fact.text[: part.place.start - fact.place.start].rpartition("，")[2] + part.text
    return has_cue("part-word", clause)


def _parts_of_whole(fact: Fact) -> Iterator[Inference]:
    # What is left after what is done comes first: the rest that a task is to finish.
    for whole, part in sorted(whole_and_parts(fact), key=lambda pair: pair[1].role != "done"):
        value, unit = _difference(whole, part)
        formula = f"{written(whole)}−{written(part)}={plain(value)}"
        yield make("remaining", value, unit, formula, [fact], noun=whole.noun)
        share = part.amount * 100 / whole.amount
        yield make(
            "share", share.quantize(ONE_PLACE, ROUND_HALF_UP), "%",
            f"{written(part)}÷{written(whole)}={plain(share.quantize(ONE_PLACE, ROUND_HALF_UP))}%",
            [fact], noun=part.noun or whole.noun, words=share_in_words(share),
        )  # fmt: skip
        if part.role == "done":
            left = (100 - share).quantize(ONE_PLACE, ROUND_HALF_UP)
            formula = f"100%−{plain(100 - left)}%={plain(left)}%"
            yield make("rest-share", left, "%", formula, [fact], noun=whole.noun, words=share_in_words(left))


def _changes(fact: Fact) -> Iterator[Inference]:
    """Yield the value before a change, and the rate of the change."""
    for index, change in enumerate(fact.quantities):
        if change.role != "change" or not change.sign or not index or not is_exact(change):
            continue
        now = next(
            (q for q in reversed(fact.quantities[:index]) if q.role != "change" and _fits(q, change)), None
        )
        if now is None or not is_exact(now):
            continue
        yield from _before(fact, now, change)


def _fits(now: Quantity, change: Quantity) -> bool:
    return now.unit == change.unit or change.unit == "%" or (now.unit == "%" and change.unit == "个百分点")


def _before(fact: Fact, now: Quantity, change: Quantity) -> Iterator[Inference]:
    sign = "−" if change.sign > 0 else "＋"
    reference = change.reference
    if change.unit == "%" and now.unit != "%":
        rate = 1 + change.sign * change.value / 100
        if rate <= 0:
            return
        value = (now.value / rate).quantize(Decimal(1).scaleb(-_places(now.value)), ROUND_HALF_UP)
        formula = f"{written(now)}÷{plain(rate)}≈{plain(value)}"
        yield make("previous", value, now.scale + now.unit, formula, [fact], noun=now.noun, words=reference)
        return
    if now.scale == change.scale:
        value, unit = now.value - change.sign * change.value, now.scale + now.unit
    else:
        value, unit = (now.amount - change.sign * change.amount).normalize(), now.unit
    formula = f"{written(now)}{sign}{written(change)}={plain(value)}"
    yield make("previous", value, unit, formula, [fact], noun=now.noun, words=reference)
    if now.unit != "%" and value > 0:
        base = now.amount - change.sign * change.amount
        rate = (change.amount * 100 / base).quantize(ONE_PLACE, ROUND_HALF_UP)
        scale = now.scale if now.scale == change.scale else ""
        formula = f"{written(change)}÷{plain(value)}{scale}={plain(rate)}%"
        yield make(
            "growth", change.sign * rate, "%", formula, [fact], noun=now.noun, words=share_in_words(rate)
        )


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _from_to(fact: Fact) -> Iterator[Inference]:
    for index in range(1, len(fact.quantities)):
        first, second = fact.quantities[index - 1], fact.quantities[index]
        if second.role == "to" and first.unit == second.unit and first.unit and first.high is None:
            value, unit = _difference(second, first)
            formula = f"{written(second)}−{written(first)}={plain(value)}"
            yield make("difference", value, unit, formula, [fact], noun=first.noun, bound=second.bound)
    for quantity in fact.quantities:
        near_full = (
            quantity.unit == "%" and quantity.role in ("share", "plain") and 85 <= quantity.value < 100
        )
        if near_full and fact.type is FactType.PROBLEM and "率" in quantity.noun:
            value = 100 - quantity.value
            formula = f"100−{plain(quantity.value)}={plain(value)}"
            yield make("points-to-full", value, "个百分点", formula, [fact], noun=quantity.noun)


def _ranks(fact: Fact) -> Iterator[Inference]:
    ranks = [q for q in fact.quantities if q.role == "rank" and not q.sign]
    if not ranks:
        return
    ranks = latest_first(ranks, [fact.text[: q.place.start - fact.place.start] for q in ranks])
    whole = next((q for q in fact.quantities if q.role != "rank" and q.value >= ranks[0].value), None)
    if len(ranks) == 2:
        # Of three, nobody can tell which two are of one thing.
        value = ranks[1].value - ranks[0].value
        high, low = max(ranks[0].value, ranks[1].value), min(ranks[0].value, ranks[1].value)
        yield make("rank-change", value, "位", f"{plain(high)}−{plain(low)}={plain(abs(value))}", [fact])
    if whole is not None:
        behind = whole.value - ranks[0].value
        formula = f"{plain(whole.value)}−{plain(ranks[0].value)}={plain(behind)}"
        yield make("rank-behind", behind, whole.unit, formula, [fact], noun=whole.noun)
        ahead = ranks[0].value - 1
        yield make(
            "rank-ahead",
            ahead,
            whole.unit,
            f"{plain(ranks[0].value)}−1={plain(ahead)}",
            [fact],
            noun=whole.noun,
        )


def _shares_of_holders(fact: Fact) -> Iterator[Inference]:
    """Yield how many fall to one: 户均 and 每处, where one clause puts both side by side."""
    for index, holder in enumerate(fact.quantities):
        for held in fact.quantities[index + 1 :]:
            fits = held.unit in _SHARED and holder.unit in _HOLDERS and held.unit != holder.unit
            plain_roles = {held.role, holder.role} <= {"plain", "total"}
            if (
                fits
                and plain_roles
                and is_exact(held)
                and is_exact(holder)
                and held.amount > holder.amount > 0
            ):
                value = (held.amount / holder.amount).quantize(ONE_PLACE, ROUND_HALF_UP)
                formula = f"{written(held)}÷{written(holder)}≈{plain(value)}"
                yield make("ratio", value, f"{held.unit}/{holder.unit}", formula, [fact], noun=holder.noun)


def _rewards(fact: Fact) -> Iterator[Inference]:
    for first, second in zip(fact.quantities, fact.quantities[1:], strict=False):
        if (
            second.role == "each"
            and second.unit == "元"
            and first.unit in ("名", "位", "个", "家")
            and is_exact(second)
        ):
            value = first.value * second.value
            formula = f"{written(second)}×{plain(first.value)}={plain(value)}{second.scale}"
            yield make("product", value, second.scale + second.unit, formula, [fact], noun=first.noun)


def _side_by_side(fact: Fact) -> Iterator[Inference]:
    """Yield how many are out of use, and by how many more there are than there were."""
    for first, second in zip(fact.quantities, fact.quantities[1:], strict=False):
        between = fact.text[first.place.end - fact.place.start : second.place.start - fact.place.start]
        value, unit = _difference(first, second)
        same = first.unit == second.unit and first.unit and is_exact(first) and is_exact(second)
        # A rank that is lower is no more.
        if not same or value <= 0 or "rank" in (first.role, second.role):
            continue
        formula = f"{written(first)}−{written(second)}={plain(value)}"
        if match := re.search(f"{_IN_USE.pattern}$", between):
            yield make("out-of-use", value, unit, formula, [fact], noun=first.noun, words=match["what"])
        elif match := _THEN.fullmatch(between):
            yield make("more", value, unit, formula, [fact], noun=first.noun, words=match["what"])
        elif (match := _NORM.fullmatch(between)) and first.unit in _TIMES:
            yield make("over", value, unit, formula, [fact], noun=first.noun, words=match["what"])


def _list_sum(fact: Fact) -> Iterator[Inference]:
    parts = [q for q in fact.quantities if q.role in ("plain", "rest") and is_exact(q) and q.noun]
    units = {q.unit for q in parts}
    if len(parts) < 2 or len(units) != 1 or len(parts) != len(fact.quantities) or "、" not in fact.text:
        return
    if not units - {"%", "元", "成"}:
        return
    value = sum((q.amount for q in parts), Decimal(0))
    formula = "＋".join(written(q) for q in parts) + f"={plain(value)}"
    yield make("sum", value, units.pop(), formula, [fact])


def share_in_words(percent: Decimal) -> str:
    """Return a share as one says it: 约七成, 近三成, 六成多; "" where no tenth is near enough."""
    if not 5 <= percent <= 100:
        return ""
    if percent == 100:
        return "全部"
    tenths, rest = divmod(percent, 10)
    number = int(tenths)
    if rest == 0:
        return "一半" if number == 5 else f"{counted(number)}成"
    if rest >= 8:
        return f"近{counted(number + 1)}成" if number < 9 else "绝大部分"
    return f"{counted(number)}成多" if number else ""
